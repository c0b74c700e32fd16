import type { IdentifierSoort } from "../../src/domain/delen/redactie.js";
import type { Zin } from "./redactie.zinnen.js";

export type Soort = IdentifierSoort | "naam";

/** A small seeded random, so that every run measures the same sentences. */
const toeval = (zaad: number) => {
  let staat = zaad;
  const volgende = (): number => {
    staat = (Math.imul(staat, 1_664_525) + 1_013_904_223) >>> 0;
    return staat / 2 ** 32;
  };
  const getal = (van: number, tot: number): number => van + Math.floor(volgende() * (tot - van + 1));
  const kies = <T>(lijst: readonly T[]): T => lijst[getal(0, lijst.length - 1)] as T;
  const cijfers = (n: number): string => Array.from({ length: n }, () => getal(0, 9)).join("");
  return { getal, kies, cijfers };
};
const { getal, kies, cijfers } = toeval(2027);

const som = (acht: string): number => [...acht].reduce((totaal, c, i) => totaal + Number(c) * (9 - i), 0) % 11;
const bsn = (): string => {
  const acht = `${getal(1, 9)}${cijfers(7)}`;
  return som(acht) < 10 ? acht + som(acht) : bsn();
};
const iban = (land: string, rest: string): string => {
  const getallen = `${rest}${land}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const mod = [...getallen].reduce((r, c) => (r * 10 + Number(c)) % 97, 0);
  return `${land}${String(98 - mod).padStart(2, "0")}${rest}`;
};
const inGroepen = (tekst: string, maten: readonly number[], teken: string): string => {
  const grenzen = maten.map((_, i) => maten.slice(0, i + 1).reduce((som, maat) => som + maat, 0));
  return [0, ...grenzen]
    .map((van, i) => tekst.slice(van, grenzen[i]))
    .filter((deel) => deel !== "")
    .join(teken);
};
const MEDE = [..."BDFGHJKLNPRSTVXZ"];
const mede = (n: number): string => Array.from({ length: n }, () => kies(MEDE)).join("");
const STRATEN = [
  "Kerkstraat",
  "Dorpsweg",
  "Molenlaan",
  "Lindeplein",
  "Havenkade",
  "Oude Gracht",
  "Wilgensingel",
  "Nieuwe Dijk",
  "Prins Willemlaan",
  "Beukenhof",
];
const MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const twee = (n: number): string => String(n).padStart(2, "0");
const datum = (): string => {
  const [d, m, j] = [getal(1, 28), getal(1, 12), getal(1965, 2010)];
  return kies([`${twee(d)}-${twee(m)}-${j}`, `${d}/${m}/${j}`, `${d} ${MAANDEN[m - 1]} ${j}`, `${j}-${twee(m)}-${twee(d)}`, `${d}.${m}.${j}`]);
};
const VOOR = ["Jan", "Samira", "Piotr", "Ioana", "Mehmet", "Blessing", "Femke", "Hassan", "Oksana", "Daniel", "Fatima", "Tesfay", "Linh", "Kees", "Georgi"];
const ACHTER = [
  "de Vries",
  "El Amrani",
  "Kowalski",
  "Popescu",
  "Yilmaz",
  "Okafor",
  "van den Berg",
  "Tesfay",
  "Melnyk",
  "Jansen",
  "Nguyen",
  "Ivanova",
  "Bakker",
  "al-Hashimi",
];

const WAARDEN: Readonly<Record<Soort, () => string>> = {
  bsn: () =>
    kies([
      (b: string) => `bsn ${b}`,
      (b: string) => inGroepen(b, [3, 3, 3], kies([" ", ".", "-"])),
      (b: string) => inGroepen(b, [4, 2, 3], "."),
      (b: string) => b,
    ])(bsn()),
  iban: () => {
    const een = kies([
      () => iban("NL", kies(["RABO", "INGB", "ABNA", "BUNQ", "SNSB"]) + cijfers(10)),
      () => iban("DE", cijfers(18)),
      () => iban("PL", cijfers(24)),
      () => iban("RO", `BTRL${cijfers(16)}`),
    ])();
    return kies([een, een.toLowerCase(), inGroepen(een, [4, 4, 4, 4, 4, 4], " "), inGroepen(een, [4, 4, 4, 4, 4, 4], "-")]);
  },
  telefoon: () => {
    const acht = `${getal(1, 5)}${cijfers(7)}`;
    return kies([
      `06-${acht}`,
      `06${acht}`,
      `06 ${inGroepen(acht, [2, 2, 2], " ")}`,
      `+31 6 ${acht}`,
      `+31 (0)6-${acht}`,
      `0031 6 ${inGroepen(acht, [4], " ")}`,
      `+48 5${acht}`,
    ]);
  },
  email: () =>
    `${kies(VOOR).toLowerCase()}${kies([".", "_", ""])}${kies(["werk", "jansen", "k"])}${getal(1, 99)}${kies(["@", " @ ", " (at) ", "[at]"])}voorbeeld.${kies(["nl", "com", "ro", "example"])}`,
  kenteken: () => {
    const delen = kies([
      [mede(2), cijfers(3), mede(1)],
      [mede(1), cijfers(3), mede(2)],
      [cijfers(1), mede(3), cijfers(2)],
      [mede(2), cijfers(2), mede(2)],
      [cijfers(2), mede(2), mede(2)],
    ]);
    return kies([delen.join("-"), `kenteken ${delen.join("")}`, `kenteken ${delen.join("-").toLowerCase()}`]);
  },
  postcode: () => `${getal(1, 9)}${cijfers(3)}${kies(["", " ", "  "])}${mede(2)}`,
  adres: () => `${kies(STRATEN)} ${getal(1, 240)}${kies(["", "", "a", " bis", "-2", "-III"])}`,
  geboortedatum: () => kies([`geboren ${datum()}`, `geboren op ${datum()}`, `geb. ${datum()}`, `geboortedatum ${datum()}`, `geboortedatum: ${datum()}`]),
  vnummer: () => kies([`V-nummer 28${cijfers(8)}`, `vnr 28${inGroepen(cijfers(8), [1, 3], " ")}`, `vreemdelingennummer 28${cijfers(8)}`]),
  document: () =>
    kies([
      `paspoort N${mede(1)}${cijfers(1)}${mede(2)}${cijfers(2)}${mede(1)}${cijfers(1)}`,
      `rijbewijs ${getal(3, 9)}${cijfers(9)}`,
      `ID-kaart I${mede(1)}${cijfers(7)}`,
      `paspoortnummer ${mede(2)}${cijfers(7)}`,
    ]),
  ip: () => kies([`${getal(11, 223)}.${getal(0, 255)}.${getal(0, 255)}.${getal(1, 254)}`, `2001:db8:${getal(1000, 9999)}::${getal(1, 9999)}`]),
  mac: () => Array.from({ length: 6 }, () => `${getal(0, 9)}${kies([..."ABCDEF0123456789"])}`).join(kies([":", "-"])),
  sociaal: () => {
    const naam = `${kies(VOOR).toLowerCase()}${kies(["_", "."])}${kies(["xx", "020", "k"])}${getal(1, 99)}`;
    return kies([
      `instagram.com/${naam}`,
      `https://www.tiktok.com/@${naam}`,
      `Instagram @${naam}`,
      `snapchat: ${naam}`,
      `facebook.com/${naam}`,
      `t.me/${naam}`,
    ]);
  },
  kvk: () => kies([`KvK ${getal(1, 8)}${cijfers(7)}`, `KvK-nummer ${getal(1, 8)}${cijfers(7)}`, `kvk-nr. ${getal(1, 8)}${cijfers(7)}`]),
  locatie: () =>
    kies([`51.${cijfers(5)}, 5.${cijfers(5)}`, `https://maps.google.com/?q=51.${cijfers(5)},5.${cijfers(5)}`, `51,${cijfers(4)} / 5,${cijfers(4)}`]),
  naam: () =>
    kies([
      `${kies(VOOR)} ${kies(ACHTER)}`,
      `mevrouw ${kies(ACHTER).replace(/^(de|van|al)/, (t) => t[0]?.toUpperCase() + t.slice(1))}`,
      `${kies(["J", "S", "P.K", "M"])}. ${kies(ACHTER)}`,
      `dhr. ${kies(["A.", "R."])} ${kies(ACHTER)}`,
    ]),
};

const KADERS = [
  "Hij noemde {} bij de controle.",
  "Volgens de buurvrouw gaat het om {}, zegt zij.",
  "Gezien op 3 december om 10.15 uur: {}",
  "{} staat op de lijst van de werkgever",
  "De vier mannen wijzen naar {} (nog nakijken).",
  "We hebben {} en SG-7K3QA-9 naast elkaar gelegd",
] as const;
const NAAM_KADERS = [
  "Gesprek met {}",
  "Opvang voor {} regelen",
  "Afspraak {} op 3 december",
  "Vervolg {} bespreken",
  "Contact tussen school en {}",
  "{} bellen over vervoer",
] as const;

/** What people do to a text without meaning to: signs that are not seen, other spaces. */
const VERSTOORD: readonly ((tekst: string) => string)[] = [
  (tekst) => tekst,
  (tekst) => tekst,
  (tekst) => [...tekst].join("\u200B"),
  (tekst) => tekst.replaceAll(" ", "\u00A0"),
  (tekst) => tekst.replace(/\d/g, (c) => String.fromCodePoint(0xff10 + Number(c))),
];

const EVENVEEL = 20;
const zinMet = (soort: Soort, i: number): Zin => {
  const kaders = soort === "naam" ? NAAM_KADERS : KADERS;
  const verstoor = VERSTOORD[soort === "naam" ? 0 : i % VERSTOORD.length] as (tekst: string) => string;
  return { zin: (kaders[i % kaders.length] as string).replace("{}", verstoor(WAARDEN[soort]())), soorten: [soort] };
};

const WIE = [
  "De politie",
  "Het Zorg- en Veiligheidshuis",
  "De aandachtsfunctionaris",
  "Veilig Thuis",
  "De Arbeidsinspectie",
  "Gemeente Dijkveld",
  "Het RIEC",
  "De zorgcoördinator",
] as const;
const DOET = ["bespreekt", "controleert", "onderzoekt", "ondersteunt bij", "meldt", "komt terug op"] as const;
const WAT = [
  "drie woningen in Rivierstede",
  "het signaal SG-7K3QA-9",
  "vijf busjes op het terrein",
  "de loonstroken van 12 mensen",
  "het convenant uit 2024",
  "de opvang rond Kerst",
  "casus C-4MZTA-2",
  "een boete van € 4.500,00",
] as const;
const WANNEER = [
  "op 3 december 2026 om 10.00 uur",
  "voor 07-01-2027",
  "in week 49",
  "van 09.30 tot 11.00 uur",
  "binnen 5 werkdagen",
  "in het MDO van donderdag",
  "vóór 12/12",
  "elke eerste dinsdag",
] as const;

const soorten = Object.keys(WAARDEN) as readonly Soort[];
/** Generated sentences: every kind in every frame, and as many of ordinary work. */
export const sjablonen: readonly Zin[] = [
  ...soorten.flatMap((soort) => Array.from({ length: EVENVEEL }, (_, i) => zinMet(soort, i))),
  ...Array.from({ length: soorten.length * EVENVEEL }, () => ({ zin: `${kies(WIE)} ${kies(DOET)} ${kies(WAT)} ${kies(WANNEER)}`, soorten: [] })),
];
