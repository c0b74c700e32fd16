import { randomUUID } from "node:crypto";
import type { Actiepunt } from "../../src/domain/actiepunt/actiepunt.js";
import type { Casus } from "../../src/domain/casus/casus.js";
import type { Persoon } from "../../src/domain/persoon/persoon.js";
import type { Regio } from "../../src/domain/regio/regio.js";
import type { Overdracht, Signaal, Stap, Vraag } from "../../src/domain/signaal/signaal.js";
import type { RegioImport } from "../../src/ports/regio-import.js";
import type { Intent } from "../../src/ports/work.js";
import type { TestStore } from "../support/database.js";

/** The whole of a sample as its type; ids of samples are plain words. */
const as = <T>(value: unknown): T => value as T;
let nr = 0;
const code = (prefix: string): string => `${prefix}-${String(++nr).padStart(5, "3")}-${randomUUID().slice(0, 4)}`;

export const at = (iso: string): Date => new Date(iso);

export const regio = as<Regio>({
  naam: "Oeverland",
  organisaties: [
    { id: "o-gem", naam: "Gemeente Waterrijk", soort: "gemeente", domeinen: ["waterrijk.example"] },
    { id: "o-pol", naam: "Politie", soort: "politie", domeinen: [] },
  ],
  gemeenten: [
    {
      id: "waterrijk",
      naam: "Waterrijk",
      organisatieId: "o-gem",
      meldpunt: true,
      termijnen: { eersteReactie: 1, antwoordPartner: 5, berichtMelder: 10, herzienNaDagen: 90 },
    },
    {
      id: "duinstad",
      naam: "Duinstad",
      organisatieId: "o-gem",
      meldpunt: false,
      termijnen: { eersteReactie: 2, antwoordPartner: 5, berichtMelder: 10, herzienNaDagen: 60 },
    },
  ],
  channels: [
    { id: "c-slack", soort: "meldpunt", gemeenteId: "waterrijk", platform: "slack", tenant: "T1", conversationId: "C1" },
    { id: "c-teams", soort: "aandachtsfunctionaris", gemeenteId: "waterrijk", platform: "teams", tenant: "tenant", conversationId: "19:a@thread.tacv2" },
  ],
  tafels: [{ id: "t-mdo", naam: "MDO", soort: "mdo", niveau: "micro" }],
  convenanten: [
    {
      id: "cv",
      naam: "ZVH",
      soort: "zvh",
      bron: "WGS, paragraaf 2.4",
      doelen: ["afstemmen", "zorg"],
      geldigVan: "2025-03-01",
      partijen: ["o-gem", "o-pol"].map((organisatieId) => ({ organisatieId, rol: "gezamenlijk_verantwoordelijk", gegevens: ["melding"] })),
      tekst: "Omdat het mag.",
    },
  ],
  vrijeDagen: ["2026-12-25"],
  bewaartermijnen: { casusZorg: { maanden: 60, bron: "WGS" } },
  stilNaDagen: 60,
  schoolvakanties: [{ naam: "Kerst", van: "2026-12-19", tot: "2027-01-03" }],
  contacten: [{ naam: "CoMensha", telefoon: "033-4481186", uitleg: "advies" }],
  vormen: [{ code: "arbeid", nl: "Arbeidsuitbuiting", en: "Labour exploitation" }],
});

const person = (id: string, more: object = {}) => ({
  id,
  naam: `Naam ${id}`,
  functie: "functie",
  organisatieId: "o-gem",
  email: `${id}@Waterrijk.example`,
  rollen: [],
  ...more,
});

/** An analist with a deputy, an aandachtsfunctionaris and a partner, with accounts on both chats. */
export const regioFile = (): RegioImport =>
  as<RegioImport>({
    regio,
    personen: [
      person("anna", { rollen: [{ rol: "analist", gemeenteId: "waterrijk" }], plaatsvervangerId: "bram", telefoon: "0612345678", taal: "nl" }),
      person("bram", { rollen: [{ rol: "partner" }] }),
      person("cees", { rollen: [{ rol: "aandachtsfunctionaris", gemeenteId: "waterrijk" }], organisatieId: "o-pol" }),
    ],
    inrichtingen: [],
    accounts: [
      { platform: "slack", tenant: "T1", userId: "U-anna", persoonId: "anna", gast: false },
      { platform: "teams", tenant: "tenant", userId: "gast-cees", persoonId: "cees", gast: true },
    ],
  });

export const melder = as<Persoon>({
  id: "melder",
  naam: "Mel Der",
  functie: "boa",
  organisatieId: "elders",
  organisatieSoort: "overig",
  organisatieNaam: "Elders",
  email: "mel@elders.example",
  actief: true,
  inRegio: false,
  rollen: [],
});

/** An empty database with the region and somebody who reported. */
export const fresh = async (db: TestStore): Promise<void> => {
  await db.truncate();
  await db.importRegio(regioFile());
  await db.store.commit({ changes: [{ soort: "persoon_nieuw", persoon: melder }] });
};

export const makeSignaal = (more: Partial<Record<keyof Signaal, unknown>> = {}): Signaal =>
  as<Signaal>({
    id: randomUUID(),
    code: code("SG"),
    version: 1,
    status: "bij_meldpunt",
    gemeenteId: "waterrijk",
    melderId: "melder",
    platform: "slack",
    ontvangenOp: at("2026-03-29T01:30:00.123Z"),
    beloofdVoor: "2026-04-10",
    bijMeldpunt: true,
    bijAandachtsfunctionaris: false,
    inhoud: { gezienOp: "2026-03-28", opgemerkt: "balie", omschrijving: "Zeven bedden in één schuur – „niet” 🛏", meldcode: "ja", aanvullingen: [] },
    ...more,
  });

export const makeStap = (signaal: Signaal, more: Partial<Record<keyof Stap, unknown>> = {}): Stap =>
  as<Stap>({
    id: randomUUID(),
    signaalId: signaal.id,
    name: "melden_bij_meldpunt",
    from: "nieuw",
    to: "bij_meldpunt",
    doorId: "melder",
    op: at("2026-03-29T01:30:00Z"),
    inhoud: { reden: "gezien" },
    ...more,
  });

export const makeVraag = (signaal: Signaal, more: Partial<Record<keyof Vraag, unknown>> = {}): Vraag =>
  as<Vraag>({
    id: randomUUID(),
    version: 1,
    soort: "afstemming",
    signaalId: signaal.id,
    aanId: "anna",
    vanId: "cees",
    gesteldOp: at("2026-10-25T00:30:00Z"),
    antwoordVoor: "2026-11-01",
    status: "open",
    eerstOverleggen: false,
    inhoud: { vraag: "Bekend?", doel: "afstemmen", grondslag: "convenant" },
    ...more,
  });

export const makeOverdracht = (signaal: Signaal): Overdracht =>
  as<Overdracht>({
    id: randomUUID(),
    version: 1,
    signaalId: signaal.id,
    vanGemeenteId: "waterrijk",
    naarGemeenteId: "duinstad",
    gevraagdDoorId: "anna",
    gevraagdOp: at("2026-03-30T10:00:00Z"),
    status: "open",
    inhoud: { reden: "Daar gebeurde het." },
  });

export const makeCasus = (more: Partial<Record<keyof Casus, unknown>> = {}): Casus =>
  as<Casus>({ id: randomUUID(), code: code("C"), version: 1, gemeenteId: "waterrijk", geopendOp: at("2026-04-01T08:00:00Z"), regieStatus: "geen", ...more });

export const makeActiepunt = (more: Partial<Record<keyof Actiepunt, unknown>> = {}): Actiepunt =>
  as<Actiepunt>({
    id: randomUUID(),
    code: code("A"),
    version: 1,
    status: "open",
    tafelId: "t-mdo",
    actiehouderId: "anna",
    termijn: "2026-11-01",
    gemaaktOp: at("2026-04-02T08:00:00Z"),
    gemaaktDoorId: "anna",
    inhoud: { wat: "Ga langs op het adres.", stappen: [] },
    ...more,
  });

export const toChannel = (kind: Intent["kind"], objectId: string, channelId = "c-slack", variant?: string): Intent =>
  as<Intent>({ kind, objectId, to: { channelId }, ...(variant === undefined ? {} : { variant }) });
export const toPerson = (kind: Intent["kind"], objectId: string, persoonId = "anna", variant?: string): Intent =>
  as<Intent>({ kind, objectId, to: { persoonId }, ...(variant === undefined ? {} : { variant }) });
