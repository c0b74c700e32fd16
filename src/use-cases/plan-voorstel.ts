import type { Fout } from "../domain/fouten.js";
import { betrokkenen } from "../domain/overleg/betrokkenen.js";
import type { Overleg, OverlegId } from "../domain/overleg/overleg.js";
import { eindVan } from "../domain/overleg/plannen.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Regio, Tafel } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import { dagVan, momentOp, plusWerkdagen } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { ClaimedMoment, DueMoment, Intent } from "../ports/work.js";
import { leesBegin } from "./change-overleg.js";
import { type AgendaDossier, readAgenda, readPunten } from "./open-agenda.js";
import { type OpenedOverleg, openSetUpTafel } from "./open-tafel.js";
import { agendaMoment } from "./plan-agenda.js";
import { OCHTEND } from "./plan-step.js";
import { bezettingMomenten, overlegBerichten } from "./plan-tafel.js";
import { auditLine, commit, deny, doneBy, merge, type Outcome, type Work } from "./work.js";

/** The choice of a day that is still to be proposed for this tafel, among overleggen that are chosen by id. */
const VOORSTEL = "voorstel:";
export const voorstelKeuze = (tafel: Tafel): string => `${VOORSTEL}${tafel.id}`;
export const isVoorstelKeuze = (gekozen: string): boolean => gekozen.startsWith(VOORSTEL);

/** Working days after which somebody is reminded of a proposal. */
const WACHT_DAGEN = 2;
const herinnerMoment = (regio: Regio, overlegId: OverlegId, now: Date, stap: number): DueMoment => ({
  soort: "voorstel",
  objectId: overlegId,
  op: momentOp(plusWerkdagen(dagVan(now), WACHT_DAGEN, regio.vrijeDagen), OCHTEND),
  stap,
});

/** The card with the proposal, at the tafelbeheerder. */
export const voorstelKaart = ({ overleg, inrichting }: Pick<AgendaDossier, "overleg" | "inrichting">): Intent => ({
  kind: "voorstel",
  objectId: overleg.id,
  to: { persoonId: inrichting.beheerderId },
});

export type Wens = { readonly wensdatum: string | undefined; readonly wenstijd: string | undefined };
export type Voorgesteld = { readonly dossier: AgendaDossier; readonly plan: Plan };

/** A day for a tafel that has no coming overleg, for its tafelbeheerder to decide; what was brought in waits there. */
export const stelVoor = async (work: Work, tafel: Tafel, regio: Regio, { wensdatum, wenstijd }: Wens): Outcome<Voorgesteld> => {
  const inrichting = await work.ports.store.inrichtingVan(tafel.id);
  if (inrichting === undefined) return refuse({ code: "ongeldige_keuze", veld: "overleg" });
  if (wensdatum === undefined) return refuse({ code: "kies_wensdatum", veld: "wensdatum" });
  const begin = await leesBegin(work, { tafel, regio }, { datum: wensdatum, tijd: wenstijd ?? "" }, { velden: ["wensdatum", "wenstijd"] });
  if (!begin.ok) return begin;
  const overleg = voorgesteld(work.ports.ids.id() as OverlegId, inrichting, begin.value);
  const dossier: AgendaDossier = { overleg, inrichting, tafel, regio, punten: [], verlopen: [], antwoorden: [], betrokken: betrokkenen(inrichting, overleg) };
  const plan: Plan = {
    changes: [{ soort: "overleg_nieuw", overleg }],
    audit: [doneBy(work, "overleg.voorstellen", overleg.id)],
    intents: [voorstelKaart(dossier)],
    moments: [herinnerMoment(regio, overleg.id, work.now, 0)],
  };
  return ok({ dossier, plan });
};

const voorgesteld = (id: OverlegId, { tafelId, duurMinuten, plaats, link }: TafelInrichting, begin: Date): Overleg => ({
  id,
  version: 0,
  tafelId,
  soort: "extra",
  begin,
  eind: eindVan(begin, duurMinuten),
  status: "voorgesteld",
  aangepast: true,
  ...(plaats === undefined ? {} : { plaats }),
  ...(link === undefined ? {} : { link }),
});

/** Opens a proposal that was not answered yet. */
export const openVoorstel = async (work: Work, overlegId: string): Outcome<OpenedOverleg> => {
  const overleg = await work.ports.store.findOverleg(overlegId);
  if (overleg === undefined) return deny(work, "overleg.plannen", "overleg");
  const opened = await openSetUpTafel(work, overleg.tafelId, "overleg.plannen");
  if (!opened.ok) return opened;
  return overleg.status === "voorgesteld" ? ok({ ...opened.value, overleg }) : refuse({ code: "voorstel_beantwoord" });
};

const inbrengers = async (ports: Ports, overleg: Overleg): Promise<readonly PersoonId[]> => [
  ...new Set((await readPunten(ports, overleg)).punten.map(({ punt }) => punt.inbrengerId)),
];

/** Plans it on this day; everybody concerned and who brought in a point hears it. */
const planOp = async (work: Work, { overleg, inrichting, regio }: OpenedOverleg, begin: Result<Date, Fout>): Outcome<Overleg> => {
  if (!begin.ok) return begin;
  const duur = (overleg.eind.getTime() - overleg.begin.getTime()) / 60_000;
  const next: Overleg = { ...overleg, status: "gepland", begin: begin.value, eind: eindVan(begin.value, duur) };
  const wie = await inbrengers(work.ports, overleg);
  const plan = merge(bezettingMomenten(regio, next), {
    changes: [{ soort: "overleg", overleg: next }],
    audit: [doneBy(work, "overleg.plannen", overleg.id)],
    moments: [agendaMoment(inrichting, next, work.now)],
    doneMoments: [{ soort: "voorstel", objectId: overleg.id }],
    intents: [
      voorstelKaart({ overleg, inrichting }),
      ...overlegBerichten(inrichting, next, "extra"),
      ...wie.map((persoonId): Intent => ({ kind: "agendabericht", objectId: overleg.id, to: { persoonId }, variant: "gepland" })),
    ],
  });
  const committed = await commit(work, plan, overleg.id);
  return committed.ok ? ok(next) : committed;
};

/** As it was proposed. */
export const acceptVoorstel = async (work: Work, opened: OpenedOverleg): Outcome<Overleg> => {
  const { begin } = opened.overleg;
  if (begin <= work.now) return refuse({ code: "voorstel_voorbij" });
  const bezet = (await work.ports.store.komendeOverleggen(opened.tafel.id, begin, 1)).some((ander) => ander.begin <= begin);
  return planOp(work, opened, bezet ? refuse({ code: "al_een_overleg" }) : ok(begin));
};

/** On another day. */
export const replanVoorstel = async (work: Work, opened: OpenedOverleg, datum: string, tijd: string): Outcome<Overleg> =>
  planOp(work, opened, await leesBegin(work, opened, { datum, tijd }));

/** Due moment `voorstel`: first the tafelbeheerder, then the voorzitter, then both until somebody decides; nothing left to decide ends it. */
export const voorstel = async ({ ports, now, moment }: { readonly ports: Ports; readonly now: Date; readonly moment: ClaimedMoment }): Promise<Plan> => {
  const dossier = await readAgenda(ports, moment.objectId);
  if (dossier === undefined || dossier.overleg.status !== "voorgesteld") return {};
  const { overleg, inrichting, regio } = dossier;
  const audit = [auditLine("systeem", `voorstel_${moment.stap}`, overleg.id, "gedaan", "systeem")];
  if (dossier.punten.length === 0)
    return { changes: [{ soort: "overleg", overleg: { ...overleg, status: "vervallen" } }], audit, intents: [voorstelKaart(dossier)] };
  const { beheerderId, voorzitterId } = inrichting;
  const wie = moment.stap === 0 ? [beheerderId] : moment.stap === 1 ? [voorzitterId] : [...new Set([beheerderId, voorzitterId])];
  return {
    audit,
    intents: wie.map((persoonId) => ({ kind: "agendabericht", objectId: overleg.id, to: { persoonId }, variant: "voorstel_wacht" })),
    moments: [herinnerMoment(regio, overleg.id, now, moment.stap + 1)],
  };
};
