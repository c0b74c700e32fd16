import { documents } from "../../src/adapters/document/documents.js";
import { randomIds } from "../../src/adapters/system.js";
import { type App, composeApp } from "../../src/app.js";
import type { Actiepunt } from "../../src/domain/actiepunt/actiepunt.js";
import type { Casus, CasusId } from "../../src/domain/casus/casus.js";
import { type CasusCode, makeCode, type SignaalCode } from "../../src/domain/code.js";
import type { GemeenteId, OrganisatieId, PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import type { Overdracht, Signaal, SignaalId, Vraag, VraagId } from "../../src/domain/signaal/signaal.js";
import { isRouteStatus, type SignaalStatus } from "../../src/domain/signaal/signaal.status.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import type { Answer, Handled, Inbound, Profiel } from "../../src/ports/chat.js";
import type { Ports } from "../../src/ports/ports.js";
import type { Change } from "../../src/ports/store.js";
import { maakActiepunt, maakCasus } from "../support/acties.js";
import type { TestStore } from "../support/database.js";
import { oeverland } from "../support/oeverland.js";
import { maandag } from "../support/wereld.js";

type Velden = Readonly<Record<string, string>>;
export type Actie = { readonly verb: string; readonly data?: Velden; readonly velden?: Velden };
type AuditRegel = { readonly wie: string; readonly actie: string; readonly object: string; readonly resultaat: string };
type Bug = { readonly referentie: string; readonly error: unknown; readonly verb: string };

/** In every content field of a signaal that was made here: it may stand in no refusal. */
export const geheim = "kanariegeheim";

const parsed = parseRegioBestand(oeverland());
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
const oeverlandse = parsed.value;

const tabellen = [
  "signaal",
  "stap",
  "vraag",
  "overdracht",
  "casus",
  "actiepunt",
  "agendapunt",
  "agenda",
  "aanwezigheid",
  "delivery",
  "due_moment",
  "outgoing",
  "persoon",
  "account",
] as const;

/** The app between a real store and no chats at all: made actions go straight to its door. */
export class Los {
  readonly bugs: Bug[] = [];
  readonly handled: Handled[] = [];
  readonly app: App;
  #count = 0;

  private constructor(
    readonly store: TestStore,
    ports: Partial<Ports>,
  ) {
    const onBug = (referentie: string, error: unknown, verb: string): void => void this.bugs.push({ referentie, error, verb });
    this.app = composeApp({
      ports: { store: store.store, clock: { now: () => maandag }, ids: randomIds, documents, ...ports },
      taal: "nl",
      onBug,
      onHandled: (handled) => this.handled.push(handled),
      kick: () => undefined,
    });
  }

  /** @param ports what stands in the place of the real thing. */
  static async start(database: TestStore, ports: (store: TestStore) => Partial<Ports> = () => ({})): Promise<Los> {
    await database.truncate();
    const store: TestStore = { ...database, ...(await database.another()) };
    const los = new Los(store, ports(store));
    await store.importRegio(oeverlandse);
    return los;
  }

  /** A new region in which this person no longer stands. */
  async zonder(id: string): Promise<void> {
    await this.store.importRegio({ ...oeverlandse, personen: oeverlandse.personen.filter((one) => one.id !== id) });
  }

  /** One delivery of somebody with this e-mail, as an adapter hands it over after its checks. */
  door(email: string, event: Inbound["event"], more: Partial<Inbound> = {}): Promise<Answer> {
    const profiel = async (): Promise<Profiel> => ({ naam: email, email, soort: "lid" });
    return this.app.dispatch({
      delivery: `d${++this.#count}`,
      account: { platform: "slack", tenant: "T0OEVER", userId: email },
      place: { soort: "dialoog", conversationId: "D1" },
      event,
      canShow: true,
      profiel,
      ...more,
    });
  }
  actie(email: string, { verb, data = {}, velden = {} }: Actie, more: Partial<Inbound> = {}): Promise<Answer> {
    return this.door(email, { soort: "actie", verb, data, velden }, more);
  }

  /** Everything that is stored but the audit trail. */
  async stand(): Promise<string> {
    const parts = tabellen.map((tabel) => `SELECT '${tabel}' AS t, md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS h FROM ${tabel} x`);
    const { rows } = await this.store.pool.query<{ t: string; h: string }>(parts.join(" UNION ALL "));
    return JSON.stringify(rows);
  }
  /** @param sinds lines after this many. */
  async audit(sinds = 0): Promise<readonly AuditRegel[]> {
    return (await this.store.pool.query<AuditRegel>("SELECT wie, actie, object, resultaat FROM audit_line ORDER BY id OFFSET $1", [sinds])).rows;
  }

  /** An actiepunt of this casus, or of another one, for P03, with every question about it open. */
  async actiepunt(casus: Casus | undefined): Promise<Actiepunt> {
    const van = casus ?? (await maakCasus(this.store, { tafelId: "ctz" as TafelId }));
    return maakActiepunt(this.store, {
      tafelId: "ctz" as TafelId,
      casusId: van.id,
      overdrachtAanId: "P04" as PersoonId,
      gevraagdeTermijn: "2026-12-20" as Dag,
      inhoud: { wat: geheim, resultaat: geheim, stappen: [] },
    });
  }

  /** A signaal of Rivierstede, reported by P15, in this status, with a question, a casus and a request of another gemeente where that fits. */
  async signaal(status: SignaalStatus, more: Partial<Signaal> = {}): Promise<Dossier> {
    const metCasus = isRouteStatus(status) || ["op_tafel", "casus_actief", "afgesloten"].includes(status);
    const route = metCasus ? casusVoor(status) : undefined;
    const casus = route && { ...route, ...(more.uitgesloten === undefined ? {} : { uitgesloten: more.uitgesloten }) };
    const signaal: Signaal = {
      id: randomIds.id() as SignaalId,
      code: makeCode("SG", Math.random),
      version: 0,
      status,
      gemeenteId: "rivierstede" as GemeenteId,
      melderId: "P15" as PersoonId,
      platform: "slack",
      ontvangenOp: maandag,
      beloofdVoor: "2026-12-07" as Dag,
      bijMeldpunt: true,
      bijAandachtsfunctionaris: !["bij_meldpunt", "in_verrijking"].includes(status),
      inhoud: {
        gezienOp: "2026-11-20" as Dag,
        opgemerkt: "controle",
        omschrijving: geheim,
        meldcode: "nee",
        adres: geheim,
        bedrijf: geheim,
        personen: geheim,
        aanvullingen: [],
      },
      ...(casus ? { casusId: casus.id } : {}),
      ...more,
    };
    const vraag = vraagOver(signaal, status === "in_afstemming" ? "open" : "beantwoord");
    const overdracht = overdrachtVan(signaal);
    const changes: Change[] = [
      ...(casus ? [{ soort: "casus_nieuw" as const, casus }] : []),
      { soort: "signaal_nieuw", signaal },
      { soort: "vraag_nieuw", vraag },
      { soort: "overdracht_nieuw", overdracht },
    ];
    const stored = await this.store.store.commit({ changes });
    if (!stored.ok) throw new Error(stored.error);
    return { signaal, vraag, overdracht, casus, actiepunt: await this.actiepunt(casus) };
  }
}

export type Dossier = {
  readonly actiepunt: Actiepunt;
  readonly signaal: Signaal;
  readonly vraag: Vraag;
  readonly overdracht: Overdracht;
  readonly casus: Casus | undefined;
};

const casusVoor = (status: SignaalStatus): Casus => ({
  id: randomIds.id() as CasusId,
  code: makeCode("C", Math.random) as CasusCode,
  version: 0,
  gemeenteId: "rivierstede" as GemeenteId,
  geopendOp: maandag,
  route: status === "route_zorg" ? "zorg" : status === "route_zorg_straf" ? "zorg_straf" : "ondermijning",
  regieOrganisatieId: "zvh" as OrganisatieId,
  regiehouderId: "P06" as PersoonId,
  regieStatus: "gevraagd",
});

const vraagOver = (signaal: Signaal, status: Vraag["status"]): Vraag => ({
  id: randomIds.id() as VraagId,
  version: 0,
  soort: "afstemming",
  signaalId: signaal.id,
  aanId: "P08" as PersoonId,
  vanId: "P01" as PersoonId,
  gesteldOp: maandag,
  antwoordVoor: "2026-11-30" as Dag,
  status,
  eerstOverleggen: false,
  inhoud: { vraag: geheim, doel: geheim, grondslag: geheim },
});

const overdrachtVan = (signaal: Signaal): Overdracht => ({
  id: randomIds.id(),
  version: 0,
  signaalId: signaal.id,
  vanGemeenteId: signaal.gemeenteId,
  naarGemeenteId: "dijkveld" as GemeenteId,
  gevraagdDoorId: "P01" as PersoonId,
  gevraagdOp: maandag,
  status: "open",
  inhoud: { reden: geheim },
});

/** Fields that every form takes, so that a refusal is never about them. */
export const geldigeVelden = (casus?: CasusCode, dubbelVan?: SignaalCode): Velden => ({
  tekst: "Er is iets nieuws te zien.",
  reden: "Daar is een reden voor.",
  vraag: "Weet u hier meer van?",
  doel: "Nagaan wat nodig is",
  grondslag: "Convenant",
  partners: "P09",
  antwoordVoor: "2026-12-01",
  antwoord: "ja",
  vermoeden: "ja",
  motivering: "Het beeld past erbij.",
  gehoord: "Politie",
  route: "zorg",
  regiehouder: "P03",
  naar: "P02",
  gemeente: "dijkveld",
  soort: "vergissing",
  versterkt: "ja",
  adresGecontroleerd: "true",
  geinformeerd: "ja",
  belde112: "ik",
  tot: "2026-12-15",
  afgehandeldOp: "2026-11-23",
  exportDoel: "rechter",
  grond: "Convenant",
  taal: "nl",
  termijn: "2026-12-15",
  overleg: "geen-overleg",
  puntDoel: "bespreken",
  puntSoort: "thema",
  titel: "Werkwijze",
  minuten: "15",
  genodigden: "P08",
  bevestigd: "true",
  punt: "geen-punt",
  richting: "omhoog",
  vervanger: "P04",
  persoon: "P10",
  komst: "komt",
  fase: "intake",
  sluitReden: "geen_mensenhandel",
  toelichting: "Daar is een reden voor.",
  openActies: "vervallen",
  dossiers: "SG-7K3QA-A",
  vernietigen: "ja",
  code: "SG-7K3QA-A",
  stop: "geen-stop",
  kaart: "1",
  kaartDaad: "opnieuw",
  ...(casus ? { casus } : {}),
  ...(dubbelVan ? { dubbelVan } : {}),
});
