import type { Casus } from "../domain/casus/casus.js";
import { checkOpenTekst } from "../domain/delen/open-tekst.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Bestand } from "../domain/document.js";
import type { Fout } from "../domain/fouten.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import { type Casusexport, type ExportDoel, magBeslissen, magHalen } from "../domain/rechten/casusexport.js";
import { grondSoort } from "../domain/regio/grondslag.js";
import { ok, type Result, refuse } from "../domain/result.js";
import { dagVan, momentOp, plusWerkdagen } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { ClaimedMoment, DueMoment, Intent } from "../ports/work.js";
import { DOCUMENT_MINUTEN } from "./besluiten-bestand.js";
import { type OpenedCasus, openCasus } from "./open-casus.js";
import { OCHTEND } from "./plan-step.js";
import { auditLine, commit, conceal, deny, doneBy, type Outcome, type Work } from "./work.js";

/** Everybody who may say yes or no: privacy officers and aandachtsfunctionarissen of the gemeente, their deputies too. */
const beslissersVan = async ({ store }: Ports, casus: Casus, vanId: PersoonId): Promise<readonly PersoonId[]> => {
  const rollen = ["privacy_officer", "aandachtsfunctionaris"] as const;
  const gevonden = (await Promise.all(rollen.map((rol) => store.personenMetRol(rol, casus.gemeenteId, true)))).flat();
  return [...new Set(gevonden.filter((persoon) => magBeslissen(persoon, casus, vanId)).map(({ id }) => id))];
};

const vraagKaarten = async (ports: Ports, casus: Casus, { id, vanId }: Casusexport): Promise<readonly Intent[]> =>
  (await beslissersVan(ports, casus, vanId)).map((persoonId) => ({ kind: "exportvraag", objectId: id, to: { persoonId } }));
/** Who may decide hears it once more when a working day went by without an answer. */
const WACHT_WERKDAGEN = 1;
const wachtMoment = ({ id, gevraagdOp }: Casusexport, { vrijeDagen }: OpenedCasus["regio"]): DueMoment => ({
  soort: "export_wacht",
  objectId: id,
  op: momentOp(plusWerkdagen(dagVan(gevraagdOp), WACHT_WERKDAGEN, vrijeDagen), OCHTEND),
  stap: 0,
});

/** Nobody said yes or no: everybody who may is reminded, once. */
export const exportWacht = async ({ ports, moment }: { readonly ports: Ports; readonly moment: ClaimedMoment }): Promise<Plan> => {
  const gevraagd = await ports.store.findCasusexport(moment.objectId);
  if (gevraagd === undefined || gevraagd.status !== "gevraagd") return {};
  const casus = await ports.store.readCasus(gevraagd.casusId);
  const naar = await beslissersVan(ports, casus, gevraagd.vanId);
  return {
    intents: naar.map((persoonId) => ({ kind: "exportbericht", objectId: gevraagd.id, to: { persoonId }, variant: "herinnering" })),
    audit: [auditLine("systeem", "export.herinnering", casus.code, "gedaan", "systeem")],
  };
};

const bericht = ({ id, vanId }: Casusexport): Intent => ({ kind: "exportbericht", objectId: id, to: { persoonId: vanId } });

/** Asks for the content of a casus as a document: for what, and on what ground. Everybody who may decide is asked; the first one does. */
export const askExport = async (work: Work, { casus, regio }: OpenedCasus, doel: ExportDoel, grond: string): Outcome<Casusexport> => {
  const { ports, actor, now } = work;
  const fout = checkOpenTekst("grondslag", grond, { veld: "grond", regio });
  if (fout !== undefined) return refuse(fout);
  if ((await ports.store.openCasusexport(casus.id, actor.persoon.id)) !== undefined) return refuse({ code: "export_loopt" });
  const inhoud = { doel, grond };
  const gevraagd: Casusexport = { id: ports.ids.id(), version: 0, casusId: casus.id, vanId: actor.persoon.id, gevraagdOp: now, status: "gevraagd", inhoud };
  const intents = await vraagKaarten(ports, casus, gevraagd);
  if (intents.length === 0) return refuse({ code: "geen_tweede_persoon" });
  const plan = {
    changes: [{ soort: "casusexport_nieuw" as const, casusexport: gevraagd }],
    audit: [doneBy(work, "export.vragen", casus.code, grondSoort(regio, grond))],
    intents,
    moments: [wachtMoment(gevraagd, regio)],
  };
  const committed = await commit(work, plan, casus.code);
  return committed.ok ? ok(gevraagd) : committed;
};

export type OpenedExport = { readonly gevraagd: Casusexport; readonly casus: Casus };

const readExport = async (work: Pick<Work, "ports" | "actor">, id: string, actie: string): Promise<Result<OpenedExport, Fout>> => {
  const gevraagd = await work.ports.store.findCasusexport(id);
  if (gevraagd === undefined) return refuse({ code: "niet_gevonden" });
  const casus = await work.ports.store.readCasus(gevraagd.casusId);
  return isBuiten(work.actor.persoon.id, casus) ? conceal(work, actie, casus.code) : ok({ gevraagd, casus });
};

/** Opens the request for a second person; with `ookVan` also for who asked. */
export const openExport = async (work: Pick<Work, "ports" | "actor">, id: string, actie: string, ookVan = false): Promise<Result<OpenedExport, Fout>> => {
  const found = await readExport(work, id, actie);
  if (!found.ok) return found;
  const { gevraagd, casus } = found.value;
  const { persoon } = work.actor;
  if (magBeslissen(persoon, casus, gevraagd.vanId) || (ookVan && persoon.id === gevraagd.vanId)) return found;
  return deny(work, actie, casus.code);
};

/** A second person says yes, or no with a reason. */
export const decideExport = async (work: Work, { gevraagd, casus }: OpenedExport, reden: string | undefined): Outcome<Casusexport> => {
  if (gevraagd.status !== "gevraagd") return refuse({ code: "al_behandeld" });
  const status = reden === undefined ? ("toegestaan" as const) : ("geweigerd" as const);
  const inhoud = reden === undefined ? gevraagd.inhoud : { ...gevraagd.inhoud, reden };
  const next: Casusexport = { ...gevraagd, status, beslisserId: work.actor.persoon.id, beslistOp: work.now, inhoud };
  const plan = {
    changes: [{ soort: "casusexport" as const, casusexport: next }],
    audit: [doneBy(work, `export.${status === "toegestaan" ? "toestaan" : "weigeren"}`, casus.code)],
    intents: [...(await vraagKaarten(work.ports, casus, next)), bericht(next)],
  };
  const committed = await commit(work, plan, casus.code);
  return committed.ok ? ok(next) : committed;
};

/** The address for who asked, that works once; one that he had before stops. His right to the casus is looked at again. */
export const makeExportLink = async (work: Work, id: string): Outcome<string> => {
  const found = await readExport(work, id, "export.halen");
  if (!found.ok) return found;
  const { gevraagd, casus } = found.value;
  if (gevraagd.vanId !== work.actor.persoon.id) return deny(work, "export.halen", casus.code);
  const opened = await openCasus(work, casus.code, "export");
  if (!opened.ok) return opened;
  if (gevraagd.status === "gehaald") return refuse({ code: "al_behandeld" });
  if (!magHalen(gevraagd, work.now)) return refuse({ code: "export_verlopen" });
  const { publicUrl } = work.ports;
  if (publicUrl === undefined) return refuse({ code: "geen_adres_voor_bestand" });
  const token = work.ports.ids.nonce();
  const casusexport: Casusexport = { ...gevraagd, linkTot: new Date(work.now.getTime() + DOCUMENT_MINUTEN * 60_000) };
  const committed = await commit(
    work,
    { changes: [{ soort: "casusexport", casusexport, token }], audit: [doneBy(work, "export.link", casus.code)] },
    casus.code,
  );
  return committed.ok ? ok(`${publicUrl.replace(/\/+$/, "")}/document/${token}`) : committed;
};

/** A file with the codes of everything that stands in it. */
export type Gemaakt = { readonly bestand: Bestand; readonly codes: readonly string[] };

/** Gives the document behind a link, once. A link that is unknown, used or too old, or whose owner lost his right, gives nothing. */
export const useExportLink = async (
  { store, clock }: Ports,
  token: string,
  make: (persoon: Persoon, gevraagd: Casusexport) => Promise<Gemaakt | undefined>,
): Promise<Bestand | undefined> => {
  const gevraagd = await store.findCasusexportBij(token);
  const now = clock.now();
  if (gevraagd?.linkTot === undefined || gevraagd.linkTot <= now || !magHalen(gevraagd, now)) return undefined;
  const [persoon] = await store.readPersonen([gevraagd.vanId]);
  const gemaakt = persoon?.actief === true ? await make(persoon, gevraagd) : undefined;
  if (gemaakt === undefined) return undefined;
  const { linkTot: _, ...rest } = gevraagd;
  const used = await store.commit({
    changes: [{ soort: "casusexport", casusexport: { ...rest, status: "gehaald" } }],
    audit: gemaakt.codes.map((code) => auditLine(gevraagd.vanId, "export.gehaald", code, "gezien", "link")),
    intents: [bericht(gevraagd)],
  });
  return used.ok ? gemaakt.bestand : undefined;
};
