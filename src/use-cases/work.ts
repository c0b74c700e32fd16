import { parseCode, type SignaalCode } from "../domain/code.js";
import { may, mayAtSomeMoment, type SignaalAction } from "../domain/delen/permissions.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import type { Actor, PersoonId } from "../domain/persoon/persoon.js";
import type { GrondSoort } from "../domain/regio/grondslag.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import { type Dossier, isOpPlek, relatiesVan } from "../domain/signaal/dossier.js";
import type { Signaal, Stap, StapId, Vraag, VraagId } from "../domain/signaal/signaal.js";
import type { Relatie } from "../domain/signaal/signaal.status.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { AuditLine, Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { type StepWork, triageIntents } from "./plan-step.js";

/** One person doing one thing: who, when, and which delivery asked for it. */
export type Work = { readonly ports: Ports; readonly actor: Actor; readonly now: Date; readonly delivery: string };

export type Outcome<T> = Promise<Result<T, Fout>>;

/** A signaal opened for somebody who may do the action. */
export type Opened = Dossier & { readonly relaties: readonly Relatie[]; readonly regio: Regio };

/** Reads a signaal with everything that decides who somebody is to it. */
export const readDossier = async (ports: Ports, signaal: Signaal): Promise<Dossier> => {
  const [vragen, casus, nood] = await Promise.all([
    ports.store.vragenVan(signaal.id),
    signaal.casusId === undefined ? undefined : ports.store.readCasus(signaal.casusId),
    signaal.casusId === undefined ? [] : ports.store.noodtoegangenTot(signaal.casusId, ports.clock.now()),
  ]);
  const opPlek = await vragenOpPlek(ports, vragen);
  const ids = nood.map(({ persoonId }) => persoonId);
  return { signaal, vragen, opPlek, ...(ids.length === 0 ? {} : { nood: ids }), ...(casus === undefined ? {} : { casus }) };
};

/** The questions whose asked person still works where he was asked. */
export const vragenOpPlek = async ({ store }: Ports, vragen: readonly Vraag[]): Promise<readonly VraagId[]> => {
  if (vragen.length === 0) return [];
  const gevraagden = await store.readPersonen([...new Set(vragen.map(({ aanId }) => aanId))]);
  const persoon = (id: PersoonId) => gevraagden.find((een) => een.id === id);
  return vragen.filter(({ aanId, aanOrganisatieId }) => isOpPlek(persoon(aanId), aanOrganisatieId)).map(({ id }) => id);
};

/** Opens the signaal that a button or person names, after a fresh check; a refusal is on record. */
export const openSignaal = async (work: Pick<Work, "ports" | "actor">, typedCode: string, action: SignaalAction): Outcome<Opened> => {
  const code = parseCode("SG", typedCode);
  if (code === undefined) return refuse({ code: "ongeldige_code" });
  const signaal = await work.ports.store.findSignaal(code as SignaalCode);
  if (signaal === undefined) return refuse({ code: "niet_gevonden" });
  const dossier = await readDossier(work.ports, signaal);
  const relaties = relatiesVan(work.actor.persoon, dossier);
  const regio = await work.ports.store.readRegio();
  if (!may(relaties, action, signaal.status)) {
    if (isBuiten(work.actor.persoon.id, signaal, dossier.casus)) return conceal(work, action, signaal.code);
    if (!mayAtSomeMoment(relaties, action)) return deny(work, action, signaal.code);
    if (signaal.vernietigdOp !== undefined) return refuse(vernietigd(signaal.vernietigdOp));
    await refresh(work, triageIntents(regio, signaal));
    return refuse({ code: "niet_meer_mogelijk" });
  }
  return ok({ ...dossier, relaties, regio });
};

/** Nothing of it is left to read; when it went is no secret. */
export const vernietigd = (op: Date): Fout => ({ code: "vernietigd", params: { datum: dagVan(op) } });

/** A refusal that is on record. */
export const deny = async (work: Pick<Work, "ports" | "actor">, actie: string, object: string): Promise<Result<never, Fout>> => {
  await work.ports.store.commit({ audit: [auditLine(work.actor.persoon.id, actie, object, "geweigerd", work.actor.account.platform)] });
  return refuse({ code: "geen_toegang" });
};

/** A refusal to who is kept out: on record, and told as what does not exist, so that he finds no trace [domein 4]. */
export const conceal = async (work: Pick<Work, "ports" | "actor">, actie: string, object: string, veld?: string): Promise<Result<never, Fout>> => {
  await deny(work, actie, object);
  return refuse({ code: "niet_gevonden", ...(veld === undefined ? {} : { veld }) });
};

/** Somebody pressed a card that moved on: it is sent again as it stands now. */
export const refresh = async (work: Pick<Work, "ports">, intents: readonly Intent[]): Promise<void> => {
  if (intents.length > 0) await work.ports.store.commit({ intents });
};

export const auditLine = (
  wie: PersoonId | "systeem",
  actie: string,
  object: string,
  resultaat: AuditLine["resultaat"],
  herkomst: string,
  grondslag?: GrondSoort,
): AuditLine => ({
  wie,
  actie,
  object,
  resultaat,
  herkomst,
  ...(grondslag === undefined ? {} : { grondslag }),
});

export const doneBy = (work: Work, actie: string, object: string, grondslag?: GrondSoort): AuditLine =>
  auditLine(work.actor.persoon.id, actie, object, "gedaan", work.actor.account.platform, grondslag);

/** Who takes a step, for `planStep`. */
export const stepWork = (work: Work): StepWork => ({
  now: work.now,
  doorId: work.actor.persoon.id,
  herkomst: work.actor.account.platform,
  ids: work.ports.ids,
});

/** A line of history that is no transition. */
export const noteStap = (work: Work, signaal: Signaal, name: Stap["name"], inhoud: Readonly<Record<string, string>> = {}): Stap => ({
  id: work.ports.ids.id() as StapId,
  signaalId: signaal.id,
  name,
  from: signaal.status,
  to: signaal.status,
  doorId: work.actor.persoon.id,
  op: work.now,
  inhoud,
});

/** Several plans as one. */
export const merge = (...plans: readonly Plan[]): Plan => ({
  changes: plans.flatMap((plan) => plan.changes ?? []),
  audit: plans.flatMap((plan) => plan.audit ?? []),
  intents: plans.flatMap((plan) => plan.intents ?? []),
  moments: plans.flatMap((plan) => plan.moments ?? []),
  doneMoments: plans.flatMap((plan) => plan.doneMoments ?? []),
});

/** Stores the plan under this delivery. Lost races and repeats are told, nothing is half-done. */
export const commit = async (work: Work, plan: Plan, object?: string): Outcome<void> => {
  const committed = await work.ports.store.commit({ ...plan, delivery: object === undefined ? { key: work.delivery } : { key: work.delivery, object } });
  if (committed.ok) return committed;
  return refuse({ code: committed.error === "herhaald" ? "al_behandeld" : committed.error });
};
