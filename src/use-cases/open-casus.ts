import { type Casus, type Fase, fases, heeftZorg, type Toestemming } from "../domain/casus/casus.js";
import { type CasusCode, parseCode } from "../domain/code.js";
import { may } from "../domain/delen/permissions.js";
import { binnen, isBuiten } from "../domain/delen/uitgesloten.js";
import { heeftRol, type Persoon } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { relatiesVan, zelfEnNamens } from "../domain/signaal/dossier.js";
import type { Vraag } from "../domain/signaal/signaal.js";
import type { Relatie } from "../domain/signaal/signaal.status.js";
import { isGevraagd } from "./ask-zorg.js";
import { commit, conceal, deny, doneBy, noteStap, type Opened, type Outcome, readDossier, vernietigd, type Work } from "./work.js";

/** What can be done with a casus as a whole, and who may. The zorgcoördinator does the care, whoever has the regie [T7b]. */
export const casusActions = {
  bekijken: ["aandachtsfunctionaris", "regiehouder", "nieuwe_regiehouder", "zorgcoordinator", "noodtoegang"],
  /** Taking its content out of the bot, after a second person said yes. */
  export: ["aandachtsfunctionaris", "regiehouder"],
  fase: ["regiehouder", "zorgcoordinator"],
  toestemming: ["aandachtsfunctionaris", "regiehouder", "zorgcoordinator"],
  voorstel_intrekken: ["aandachtsfunctionaris", "regiehouder"],
} as const satisfies Readonly<Record<string, readonly (Relatie | "zorgcoordinator")[]>>;
export type CasusAction = keyof typeof casusActions;

/** A casus opened for one person. @property signalen those that he may look into; @property meer whether there are others. */
export type OpenedCasus = {
  readonly casus: Casus;
  readonly regio: Regio;
  readonly signalen: readonly Opened[];
  readonly meer: boolean;
  readonly relaties: readonly (Relatie | "zorgcoordinator")[];
};

/** She does the care of this casus: under a route with care, once she was asked about it. */
const isZorgcoordinator = (wie: Persoon, casus: Casus, vragen: readonly Vraag[]): boolean => {
  const persoon = binnen(wie, casus);
  const ids = zelfEnNamens(persoon);
  return (
    heeftRol(persoon, "zorgcoordinator") &&
    heeftZorg(casus.route) &&
    isGevraagd(
      vragen.filter(({ aanId }) => ids.includes(aanId)),
      "comensha",
    )
  );
};

const mag = (relaties: OpenedCasus["relaties"], action: CasusAction): boolean =>
  relaties.some((relatie) => (casusActions[action] as readonly string[]).includes(relatie));

/** What can still be done with it, apart from who asks. */
const kan = ({ casus }: Pick<OpenedCasus, "casus">, action: CasusAction): boolean => {
  if (action === "fase" || action === "toestemming") return heeftZorg(casus.route) && casus.regieStatus === "aanvaard" && casus.afgeslotenOp === undefined;
  return action === "bekijken" || action === "export" || casus.voorstel !== undefined;
};

export const magCasus = (found: OpenedCasus, action: CasusAction): boolean => mag(found.relaties, action) && kan(found, action);

const readCasus = async (work: Pick<Work, "ports" | "actor">, casus: Casus): Promise<OpenedCasus> => {
  const { store } = work.ports;
  const { persoon } = work.actor;
  const [signalen, regio] = await Promise.all([store.signalenVanCasus(casus.id), store.readRegio()]);
  const dossiers = await Promise.all(signalen.map((signaal) => readDossier(work.ports, signaal)));
  const opened = dossiers.map((dossier): Opened => ({ ...dossier, casus, regio, relaties: relatiesVan(persoon, { ...dossier, casus }) }));
  const zorg = isZorgcoordinator(
    persoon,
    casus,
    dossiers.flatMap(({ vragen, opPlek }) => vragen.filter(({ id }) => opPlek.includes(id))),
  );
  const relaties = new Set<OpenedCasus["relaties"][number]>([...opened.flatMap((een) => een.relaties), ...(zorg ? (["zorgcoordinator"] as const) : [])]);
  const zichtbaar = opened.filter((een) => may(een.relaties, "signaal.bekijken", een.signaal.status));
  return { casus, regio, signalen: zichtbaar, meer: zichtbaar.length < opened.length, relaties: [...relaties] };
};

/** The casus, when this person may look at it; for who typed something else. */
export const findCasusVoor = async (work: Pick<Work, "ports" | "actor">, code: CasusCode): Promise<OpenedCasus | undefined> => {
  const casus = await work.ports.store.findCasus(code);
  const found = casus && (await readCasus(work, casus));
  return found !== undefined && found.casus.vernietigdOp === undefined && magCasus(found, "bekijken") ? found : undefined;
};

/** Opens the casus that a button or person names, after a fresh check; a refusal is on record. */
export const openCasus = async (work: Pick<Work, "ports" | "actor">, typed: string, action: CasusAction): Outcome<OpenedCasus> => {
  const code = parseCode("C", typed);
  if (code === undefined) return refuse({ code: "ongeldige_code" });
  const casus = await work.ports.store.findCasus(code as CasusCode);
  if (casus === undefined) return refuse({ code: "niet_gevonden" });
  if (isBuiten(work.actor.persoon.id, casus)) return conceal(work, `casus.${action}`, casus.code);
  const found = await readCasus(work, casus);
  if (!mag(found.relaties, action)) return deny(work, `casus.${action}`, casus.code);
  if (casus.vernietigdOp !== undefined) return refuse(vernietigd(casus.vernietigdOp));
  return kan(found, action) ? ok(found) : refuse({ code: "niet_meer_mogelijk" });
};

/** Records whether the victim agrees that care content is shared, or why she was not asked; the last word counts [domein 2]. */
export const recordToestemming = async (work: Work, { casus }: OpenedCasus, gegeven: Omit<Toestemming, "op" | "doorId">): Outcome<Casus> => {
  const was = casus.inhoud?.toestemming;
  if (was !== undefined && was.soort === gegeven.soort && was.toelichting === gegeven.toelichting && was.contact === gegeven.contact)
    return refuse({ code: "zelfde_toestemming", veld: "toestemming" });
  const toestemming: Toestemming = { ...gegeven, op: work.now.toISOString(), doorId: work.actor.persoon.id };
  const next: Casus = { ...casus, inhoud: { ...casus.inhoud, toestemming } };
  const signalen = await work.ports.store.signalenVanCasus(casus.id);
  const stappen = signalen.map((signaal) => ({ soort: "stap" as const, stap: noteStap(work, signaal, "toestemming") }));
  const audit = [doneBy(work, "casus.toestemming", casus.code)];
  const committed = await commit(work, { changes: [{ soort: "casus", casus: next }, ...stappen], audit }, casus.code);
  return committed.ok ? ok(next) : committed;
};

/** Sets where the victim is in the care path; going back needs a reason. On record with each signaal of the casus. */
export const setFase = async (work: Work, { casus }: OpenedCasus, fase: Fase, reden: string | undefined): Outcome<Casus> => {
  if (fase === casus.fase) return refuse({ code: "zelfde_fase", veld: "fase" });
  const terug = casus.fase !== undefined && fases.indexOf(fase) < fases.indexOf(casus.fase);
  if (terug && reden === undefined) return refuse({ code: "kies_reden", veld: "reden" });
  const next: Casus = { ...casus, fase };
  const signalen = await work.ports.store.signalenVanCasus(casus.id);
  const inhoud = { fase, ...(reden === undefined ? {} : { reden }) };
  const committed = await commit(
    work,
    {
      changes: [{ soort: "casus", casus: next }, ...signalen.map((signaal) => ({ soort: "stap" as const, stap: noteStap(work, signaal, "fase", inhoud) }))],
      audit: [doneBy(work, "casus.fase", casus.code)],
    },
    casus.code,
  );
  return committed.ok ? ok(next) : committed;
};
