import type { Actiepunt } from "../../../src/domain/actiepunt/actiepunt.js";
import type { Casus } from "../../../src/domain/casus/casus.js";
import { makeCode } from "../../../src/domain/code.js";
import type { Agendapunt } from "../../../src/domain/overleg/agendapunt.js";
import type { Overleg } from "../../../src/domain/overleg/overleg.js";
import type { Persoon } from "../../../src/domain/persoon/persoon.js";
import type { Signaal, Stap, Vraag } from "../../../src/domain/signaal/signaal.js";
import { dagVan, plusDagen } from "../../../src/domain/tijd/tijd.js";

/** The whole of a made thing as its type; ids are plain words. */
const as = <T>(value: object): T => value as T;
const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;
const letters = 23;
const codes = letters ** 5;
/** No code twice, and scattered like real ones: a prime walks through all of them. */
const code = (prefix: "SG" | "C" | "A", n: number): string => {
  let rest = (n * 2_654_435) % codes;
  return makeCode(prefix, () => {
    const digit = rest % letters;
    rest = Math.floor(rest / letters);
    return (digit + 0.5) / letters;
  });
};

const gemeenten = ["rivierstede", "dijkveld", "wilgenwaard"] as const;
const partners = ["P08", "P09", "P10", "P13"] as const;
const regiehouders = ["P03", "P06", "P07", "P09", "P11"] as const;
const casusTafels = ["mdo", "ctz", "ctv", "ctc"] as const;
const actiehouders = Array.from({ length: 15 }, (_, i) => `P${String(i + 1).padStart(2, "0")}`);
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

/** Every tenth signaal became a casus. */
const CASUS_ELKE = 10;
/** So many are open however few there are, so that every list that is compared is full. */
const ALTIJD_OPEN = 240;
const isOpen = (n: number): boolean => n < ALTIJD_OPEN || n % 50 === 0;
const isCasus = (n: number): boolean => n % CASUS_ELKE === 5;
const openStatus = (n: number): Signaal["status"] => (n % 4 === 3 ? "in_afstemming" : "bij_aandachtsfunctionaris");
const geslotenStatus = (n: number): Signaal["status"] => (n % 3 === 0 ? "vervallen" : "gemeentelijk_opgepakt");
/** The first casussen are on their way to a tafel, the others are closed. */
const LOPENDE_CASUSSEN = 240;
const casusStatus = (n: number): Signaal["status"] => (n < LOPENDE_CASUSSEN * CASUS_ELKE ? "op_tafel" : "afgesloten");

export const melderIds = 2_000;
export const aantalCasussen = (signalen: number): number => Math.ceil(signalen / CASUS_ELKE);
const nrVanCasus = (casus: number): number => casus * CASUS_ELKE + 5;

/** Fictional, and the same for the same number. */
export const maken = (now: Date) => {
  const ago = (hours: number): Date => new Date(now.getTime() - hours * hourMs);
  const vandaag = dagVan(now);
  return {
    melder: (n: number): Persoon =>
      as<Persoon>({
        id: `M${n}`,
        naam: `Melder ${n}`,
        functie: "toezichthouder",
        organisatieId: "gemeente-rivierstede",
        organisatieSoort: "gemeente",
        organisatieNaam: "Gemeente Rivierstede",
        email: `m${n}@rivierstede.example`,
        actief: true,
        inRegio: false,
        rollen: [],
      }),
    signaal: (n: number): Signaal =>
      as<Signaal>({
        id: `s${n}`,
        code: code("SG", n),
        version: 3,
        status: isCasus(n) ? casusStatus(n) : isOpen(n) ? openStatus(n) : geslotenStatus(n),
        gemeenteId: pick(gemeenten, n),
        melderId: n % 50 === 1 ? "P14" : `M${n % melderIds}`,
        platform: n % 2 === 0 ? "slack" : "teams",
        ontvangenOp: ago(n / 4),
        beloofdVoor: plusDagen(vandaag, 7),
        bijMeldpunt: false,
        bijAandachtsfunctionaris: true,
        ...(isCasus(n) ? { casusId: `c${(n - 5) / CASUS_ELKE}` } : {}),
        inhoud: {
          gezienOp: dagVan(ago(n / 4)),
          opgemerkt: "controle",
          omschrijving: `Verzonnen waarneming ${n}: zeven bedden in één schuur, en een man die steeds voor de anderen antwoordt.`,
          meldcode: "nee",
          adres: `Verzonnen weg ${n % 200}, Rivierstede`,
          vorm: "arbeid",
          aanvullingen: [],
        },
      }),
    stap: (n: number, nr: number): Stap =>
      as<Stap>({
        id: `t${n}-${nr}`,
        signaalId: `s${n}`,
        name: nr === 0 ? "melden_bij_aandachtsfunctionaris" : "oppakken",
        from: nr === 0 ? "nieuw" : "bij_aandachtsfunctionaris",
        to: "bij_aandachtsfunctionaris",
        doorId: nr === 0 ? `M${n % melderIds}` : "P01",
        op: ago(n / 4 - nr / 60),
        inhoud: {},
      }),
    vraag: (n: number): Vraag =>
      as<Vraag>({
        id: `v${n}`,
        version: 1,
        soort: "afstemming",
        signaalId: `s${n}`,
        aanId: pick(partners, n),
        vanId: "P01",
        gesteldOp: ago(n / 4 - 1),
        antwoordVoor: vandaag,
        status: n < 40 ? "open" : "beantwoord",
        eerstOverleggen: false,
        inhoud: { vraag: "Is dit adres bekend?", doel: "afstemmen", grondslag: "convenant", ...(n < 40 ? {} : { antwoord: "nee" }) },
      }),
    casus: (n: number): Casus =>
      as<Casus>({
        id: `c${n}`,
        code: code("C", n),
        version: 1,
        gemeenteId: pick(gemeenten, nrVanCasus(n)),
        geopendOp: ago(n),
        route: "zorg_straf",
        regieOrganisatieId: "zvh",
        regiehouderId: pick(regiehouders, n),
        regieStatus: "aanvaard",
        tafelId: pick(casusTafels, n),
        ...(n < LOPENDE_CASUSSEN ? {} : { afgeslotenOp: now, sluitReden: "afgerond" }),
      }),
    /** Of each tafel the last ten are still to come. */
    overleg: (tafelId: string, nr: number, totaal: number): Overleg => {
      const begin = new Date(now.getTime() + (nr - totaal + 10) * weekMs + 24 * hourMs);
      return as<Overleg>({
        id: `o-${tafelId}-${nr}`,
        version: 1,
        tafelId,
        soort: "regulier",
        gepland: dagVan(begin),
        begin,
        eind: new Date(begin.getTime() + 1.5 * hourMs),
        status: begin < now ? "gehouden" : "gepland",
        plaats: "Stadhuis Rivierstede",
        aangepast: false,
      });
    },
    /** @param over a casus by its number, a signaal by its number, or a theme. */
    agendapunt: (overleg: Overleg, nr: number, over: { readonly casus: number } | { readonly signaal: number } | "thema"): Agendapunt =>
      as<Agendapunt>({
        id: `${overleg.id}-${nr}`,
        version: 1,
        tafelId: overleg.tafelId,
        overlegId: overleg.id,
        soort: over === "thema" ? "thema" : "casus" in over ? "casus" : "signaal",
        doel: "bespreken",
        minuten: 10,
        volgorde: nr,
        status: overleg.begin < now ? "behandeld" : "op_agenda",
        ...(over === "thema" ? {} : "casus" in over ? { casusId: `c${over.casus}` } : { signaalId: `s${over.signaal}` }),
        besloten: false,
        inbrengerId: "P01",
        ingebrachtOp: ago(200),
        inhoud: {
          ...(over === "thema" ? { titel: `Verzonnen thema ${nr}` } : { vraag: "Wat is een veilige volgende stap?" }),
          genodigden: ["P01", "P03", "P08", "P09"].map((persoonId) => ({ persoonId, grondslag: "convenant" })),
          uitgesloten: [],
        },
      }),
    /** Nine out of ten are done; the others fall on both sides of today. */
    actiepunt: (n: number, casussen: number, tafels: readonly string[]): Actiepunt => {
      const loopt = n % 10 === 0;
      return as<Actiepunt>({
        id: `a${n}`,
        code: code("A", n),
        version: 2,
        tafelId: pick(tafels, n),
        ...(n % 2 === 0 ? { casusId: `c${n % Math.min(casussen, 2_000)}` } : {}),
        actiehouderId: pick(actiehouders, Math.floor(n / 10)),
        termijn: plusDagen(vandaag, loopt ? ((n / 10) % 40) - 10 : -(n % 700)),
        status: loopt ? (n % 20 === 0 ? "open" : "in_uitvoering") : "afgerond",
        gemaaktOp: ago(n),
        gemaaktDoorId: "P06",
        inhoud: { wat: `Verzonnen actiepunt ${n}: bel met de partner.`, stappen: [{ stap: "noteren", op: ago(n).toISOString(), doorId: "P06" }] },
      });
    },
  };
};
