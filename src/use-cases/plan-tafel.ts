import { betrokkenen } from "../domain/overleg/betrokkenen.js";
import type { Overleg, OverlegId } from "../domain/overleg/overleg.js";
import { BEZETTING_DAGEN, planningVanaf, planOverleggen, vraagtBezetting } from "../domain/overleg/plannen.js";
import { type Regio, werkendeTafels } from "../domain/regio/regio.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import { dagVan, momentOp, plusDagen } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { ClaimedMoment, DueMoment, Intent } from "../ports/work.js";
import { agendaMoment } from "./plan-agenda.js";
import { OCHTEND } from "./plan-step.js";
import { auditLine, merge } from "./work.js";

const PLAN_DAGEN = 7;
/** Before people start. */
const NACHT = "05:00";

/** A tafel plans again each week, so that its overleggen always reach a year ahead. */
export const plannenMoment = (tafelId: TafelInrichting["tafelId"], now: Date): DueMoment => ({
  soort: "plannen",
  objectId: tafelId,
  op: momentOp(plusDagen(dagVan(now), PLAN_DAGEN), NACHT),
  stap: 0,
});

/** The question about a school holiday falls due, or is done with; nothing changes when it was already answered for this day. */
export const bezettingMomenten = (regio: Regio, overleg: Overleg): Pick<Plan, "moments" | "doneMoments"> =>
  vraagtBezetting(overleg, regio)
    ? { moments: [{ soort: "bezetting", objectId: overleg.id, op: momentOp(plusDagen(dagVan(overleg.begin), -BEZETTING_DAGEN), OCHTEND), stap: 0 }] }
    : { doneMoments: [{ soort: "bezetting", objectId: overleg.id }] };

export const overlegBerichten = (inrichting: TafelInrichting, overleg: Overleg, variant: string): readonly Intent[] =>
  betrokkenen(inrichting, overleg).map((persoonId) => ({ kind: "overlegbericht", objectId: overleg.id, to: { persoonId }, variant }));

/** The plan that brings the overleggen of a tafel to its rooster, and when it plans again. */
export const planTafel = async (ports: Ports, inrichting: TafelInrichting, now: Date): Promise<Plan> => {
  const [regio, bestaand] = await Promise.all([ports.store.readRegio(), ports.store.geplandeOverleggen(inrichting.tafelId, planningVanaf(now))]);
  const { nieuw, gewijzigd } = planOverleggen(inrichting, regio, bestaand, now, () => ports.ids.id() as OverlegId);
  const anders = [...nieuw.filter((overleg) => vraagtBezetting(overleg, regio)), ...gewijzigd].map((overleg) => bezettingMomenten(regio, overleg));
  return merge(...anders, {
    changes: [
      ...nieuw.map((overleg) => ({ soort: "overleg_nieuw" as const, overleg })),
      ...gewijzigd.map((overleg) => ({ soort: "overleg" as const, overleg })),
    ],
    moments: [plannenMoment(inrichting.tafelId, now), ...[...nieuw, ...gewijzigd].map((overleg) => agendaMoment(inrichting, overleg, now))],
  });
};

type Tick = { readonly ports: Ports; readonly now: Date; readonly moment: ClaimedMoment };

/** What a day that became free changed close by is told; the rest stands in the list and the calendar. */
const AANZEGGEN_DAGEN = 60;

const aanzeggen = (inrichting: TafelInrichting, plan: Plan, eerder: readonly Overleg[], now: Date): readonly Intent[] =>
  (plan.changes ?? []).flatMap((change) => {
    if (change.soort !== "overleg") return [];
    const { overleg } = change;
    const was = eerder.find((one) => one.id === overleg.id);
    const dichtbij = was !== undefined && was.begin.getTime() - now.getTime() < AANZEGGEN_DAGEN * 24 * 3_600_000;
    if (!dichtbij || was.status === "vervallen") return [];
    if (overleg.status === "vervallen") return overlegBerichten(inrichting, overleg, "vervallen");
    return overleg.begin.getTime() === was.begin.getTime() ? [] : overlegBerichten(inrichting, overleg, `verzet:${dagVan(was.begin)}`);
  });

/** Due moment `plannen`: planning again changes nothing. */
export const plannen = async ({ ports, now, moment }: Tick): Promise<Plan> => {
  const [inrichtingen, regio] = await Promise.all([ports.store.inrichtingen(), ports.store.readRegio()]);
  const inrichting = inrichtingen.find(({ tafelId }) => tafelId === moment.objectId);
  if (inrichting === undefined || !werkendeTafels(regio).some((tafel) => tafel.id === inrichting.tafelId)) return {};
  const eerder = await ports.store.geplandeOverleggen(inrichting.tafelId, planningVanaf(now));
  const plan = await planTafel(ports, inrichting, now);
  const aantal = plan.changes?.length ?? 0;
  const audit = aantal === 0 ? [] : [auditLine("systeem", "overleg.plannen", inrichting.tafelId, "gedaan", "systeem")];
  return merge(plan, { intents: aanzeggen(inrichting, plan, eerder, now), audit });
};

/** Due moment `bezetting`: asks the tafelbeheerder; a question that comes too late to be of use is reported instead. */
export const bezetting = async ({ ports, now, moment }: Tick): Promise<Plan> => {
  const overleg = await ports.store.findOverleg(moment.objectId);
  if (overleg === undefined) return {};
  const [regio, inrichting] = await Promise.all([ports.store.readRegio(), ports.store.inrichtingVan(overleg.tafelId)]);
  if (inrichting === undefined || !vraagtBezetting(overleg, regio)) return {};
  const to = { persoonId: inrichting.beheerderId };
  if (overleg.begin <= now) return { intents: [{ kind: "overlegbericht", objectId: overleg.id, to, variant: "te_laat_gevraagd" }] };
  return {
    changes: [{ soort: "overleg", overleg: { ...overleg, bezetting: "gevraagd" } }],
    audit: [auditLine("systeem", "overleg.bezetting_vragen", overleg.id, "gedaan", "systeem")],
    intents: [{ kind: "bezetting", objectId: overleg.id, to }],
  };
};
