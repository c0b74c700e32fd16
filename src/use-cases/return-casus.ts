import type { Casus, CasusId } from "../domain/casus/casus.js";
import { type Agendapunt, type AgendapuntId, metBuiten } from "../domain/overleg/agendapunt.js";
import type { Overleg } from "../domain/overleg/overleg.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, momentOp, plusDagen, plusWerkdagen } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { ClaimedMoment, DueMoment, Intent } from "../ports/work.js";
import { readAgenda } from "./open-agenda.js";
import { zetOpAgenda } from "./plan-agenda.js";
import { OCHTEND } from "./plan-step.js";
import { auditLine, merge } from "./work.js";

type Tick = { readonly ports: Ports; readonly now: Date; readonly moment: ClaimedMoment };

/** From so many days before its day on somebody must plan an overleg for a casus that comes back. */
const DAGEN_VOORAF = 14;
/** We look every working morning; people hear it the first time and then once in so many. */
const KEER_VERTELD = 5;

/** The first overleg on or after that day that is for everybody of the tafel. */
const eerstePlek = async ({ store }: Ports, punt: Agendapunt, dag: Dag, now: Date): Promise<Overleg | undefined> => {
  const vanaf = new Date(Math.max(momentOp(dag, "00:00").getTime(), now.getTime()));
  const komend = await store.komendeOverleggen(punt.tafelId, vanaf, 20);
  return komend.find(
    ({ id, soort, genodigden, begin, status }) =>
      id !== punt.overlegId && soort !== "spoed" && genodigden === undefined && status === "gepland" && begin >= vanaf,
  );
};

/** A fresh point: the same question to the same people on the same ground. */
const opnieuw = ({ ids }: Ports, punt: Agendapunt, casus: Casus, now: Date): Agendapunt => {
  const { behandeldOp: _, gevraagdVoor: __, vanPuntId: ___, ...rest } = punt;
  const { vraag, genodigden, uitgesloten, inbreng } = punt.inhoud;
  const nieuw: Agendapunt = {
    ...rest,
    id: ids.id() as AgendapuntId,
    version: 0,
    status: "ingebracht",
    casusId: casus.id,
    ingebrachtOp: now,
    inhoud: { genodigden, uitgesloten, ...(inbreng === undefined ? {} : { inbreng }), ...(vraag === undefined ? {} : { vraag }) },
  };
  return metBuiten(nieuw, casus.uitgesloten ?? []);
};

const moment = (casusId: CasusId, dag: Dag, now: Date, regio: Pick<Regio, "vrijeDagen">, stap: number): DueMoment => {
  const eerst = plusDagen(dag, -DAGEN_VOORAF);
  const vandaag = dagVan(now);
  const op = eerst > vandaag ? plusWerkdagen(eerst, 0, regio.vrijeDagen) : plusWerkdagen(vandaag, 1, regio.vrijeDagen);
  return { soort: "casus_terug", objectId: casusId, op: momentOp(op, OCHTEND), stap };
};

/**
 * An active casus comes back on its day [T9]: on the first coming overleg of its tafel on or after that day; without one a moment looks
 * again. @param punt the point at which it was treated, whose question and invited people return.
 */
export const planTerug = async (ports: Ports, punt: Agendapunt, casus: Casus, dag: Dag, now: Date, stap = 0): Promise<Plan> => {
  const overleg = await eerstePlek(ports, punt, dag, now);
  const naar = overleg === undefined ? undefined : await readAgenda(ports, overleg.id);
  if (naar === undefined) return { moments: [moment(casus.id, dag, now, await ports.store.readRegio(), stap)] };
  const terug = { punt: opnieuw(ports, punt, casus, now), casus, code: casus.code, signalen: [] };
  return merge(zetOpAgenda(naar, [terug], "ingebracht", true), {
    audit: [auditLine("systeem", "casus.terug", casus.code, "gedaan", "systeem")],
    doneMoments: [{ soort: "casus_terug", objectId: casus.id }],
  });
};

/** Does this casus still wait for an overleg on which it comes back? The point that it then repeats. */
export const wachtOpOverleg = async ({ store }: Ports, casus: Casus): Promise<Agendapunt | undefined> => {
  const [signalen, open] = await Promise.all([store.signalenVanCasus(casus.id), store.openAgendapunten({ casusId: casus.id })]);
  const aanTafel = signalen.some(({ status }) => status === "casus_actief" || status === "op_tafel");
  return aanTafel && open.length === 0 ? store.laatstBehandeld(casus.id) : undefined;
};

/** Who prepares the tafel and who directs the casus must see to an overleg. */
const vertel = async ({ store }: Ports, punt: Agendapunt, casus: Casus): Promise<readonly Intent[]> => {
  const inrichting = await store.inrichtingVan(punt.tafelId);
  const wie = [inrichting?.beheerderId, casus.regiehouderId].filter((id): id is PersoonId => id !== undefined);
  return [...new Set(wie)].map((persoonId) => ({ kind: "herinnering", objectId: casus.id, to: { persoonId }, variant: "herinnering.casus_terug" }));
};

/** Due moment `casus_terug`: tries again, and tells that an overleg is needed. */
export const casusTerug = async ({ ports, now, moment: wekker }: Tick): Promise<Plan> => {
  const casus = await ports.store.readCasus(wekker.objectId as CasusId);
  const punt = await wachtOpOverleg(ports, casus);
  if (punt === undefined) return {};
  const plan = await planTerug(ports, punt, casus, casus.terugOp ?? dagVan(now), now, wekker.stap + 1);
  if (plan.moments === undefined || plan.moments.every(({ soort }) => soort !== "casus_terug") || wekker.stap % KEER_VERTELD !== 0) return plan;
  return merge(plan, {
    intents: await vertel(ports, punt, casus),
    audit: [auditLine("systeem", "herinnering_casus_terug", casus.code, "gedaan", "systeem")],
  });
};
