import { afterEach, beforeEach, expect } from "vitest";
import type { Channel } from "../../src/domain/regio/regio.js";
import type { SignaalStatus } from "../../src/domain/signaal/signaal.status.js";
import { openTestStore, type TestStore } from "./database.js";
import { blijftOnschuldig } from "./onschuldig.js";
import { type Mens, type Opstelling, Wereld, type WereldOpties, wereldklok } from "./wereld.js";

/** One for all files of a worker; it ends with the process. */
let geopend: Promise<TestStore> | undefined;

/**
 * A fresh world for every test of this describe, on one database. After each test nothing that was posted may hold
 * content, channels of one gemeente read the same on every chat, and the bot may not have failed.
 */
export const wereldVoor = (opstelling: Opstelling, options: WereldOpties & { readonly bugs?: boolean } = {}): (() => Wereld) => {
  let wereld: Wereld | undefined;
  beforeEach(async () => {
    geopend ??= openTestStore(wereldklok);
    wereld = await Wereld.start(opstelling, await geopend, options);
  });
  afterEach(async () => {
    const over = wereld as Wereld;
    try {
      if (options.bugs !== true) expect(over.bugs, "the bot failed").toEqual([]);
      expect(over.anders, "a repeat was answered otherwise").toEqual([]);
      await blijftOnschuldig(over);
    } finally {
      await over.stop();
    }
  });
  return () => wereld as Wereld;
};

/** Content of a signaal; every text holds the word that may never be posted, see `blijftOnschuldig`. */
export const melding = {
  "Wat zag u?": "Zes mensen slapen achter een kanarieschuur en krijgen geen loon.",
  "Waar merkte u het?": "Bij een controle",
  "Werkt u met de meldcode?": "Nee",
} as const;
export const beschermd = { Adres: "Kanarielaan 12", Bedrijf: "Kanariebouw bv", Personen: "Meneer Kanarie" } as const;

export type Gemeld = { readonly code: string; readonly melder: Mens };
type Velden = Readonly<Record<string, string>>;

export const codeIn = (tekst: string, prefix: "SG" | "C" = "SG"): string => {
  const found = new RegExp(`\\b${prefix}-\\w{5}-\\w`).exec(tekst)?.[0];
  if (found === undefined) throw new Error(`no code in: ${tekst}`);
  return found;
};

/** Somebody submits a signaal and reads its code. Who works at Rivierstede reports to its meldpunt. */
export const gemeld = async (wereld: Wereld, velden: Velden = {}, door: Mens | string = "P15"): Promise<Gemeld> => {
  const melder = typeof door === "string" ? await wereld.mens(door) : door;
  await melder.typt("signaal");
  await melder.vult({ ...melding, ...velden });
  return { code: codeIn(melder.ziet()), melder };
};

/** Presses what stands on the card of a channel. */
export const kliktOpKaart = (wereld: Wereld, mens: Mens, soort: Channel["soort"], knop: string, gemeente?: string): Promise<void> =>
  mens.klikt(knop, wereld.plek(mens, soort, gemeente));

/** Chooses from everything behind "Meer" on the card of a channel. */
export const kiest = async (wereld: Wereld, mens: Mens, soort: Channel["soort"], knop: string, gemeente?: string): Promise<void> => {
  await kliktOpKaart(wereld, mens, soort, "Meer", gemeente);
  await mens.klikt(knop, { in: "venster" });
};

export const opgepakt = async (wereld: Wereld, soort: Channel["soort"], door: string, gemeente?: string): Promise<Mens> => {
  const mens = await wereld.mens(door);
  await kliktOpKaart(wereld, mens, soort, "Ik pak dit op", gemeente);
  return mens;
};

export const heeftStatus = async (wereld: Wereld, code: string, status: SignaalStatus): Promise<void> =>
  expect((await wereld.signaal(code)).status).toBe(status);

/** The card of a signaal as every reader of the channel sees it, the same on each chat. */
export const kaart = (wereld: Wereld, soort: Channel["soort"], gemeente?: string): string => wereld.kanaal(soort, gemeente);

export type Behandeld = Gemeld & { readonly af: Mens };

/** From the network, so straight to the aandachtsfunctionaris of Rivierstede, who picked it up. */
export const bijAandachtsfunctionaris = async (wereld: Wereld, velden: Velden = {}): Promise<Behandeld> => {
  const van = await wereld.vreemde(`melder${++teller}@om.example`);
  const nieuw = await gemeld(wereld, { "In welke gemeente?": "Rivierstede", ...velden }, van);
  return { ...nieuw, af: await opgepakt(wereld, "aandachtsfunctionaris", "P01") };
};
let teller = 0;

/** Through the meldpunt: the analist picks up, starts, and enriches. */
export const inVerrijking = async (wereld: Wereld, velden: Velden = {}): Promise<Gemeld & { readonly analist: Mens }> => {
  const nieuw = await gemeld(wereld, velden);
  const analist = await opgepakt(wereld, "meldpunt", "P05");
  await kliktOpKaart(wereld, analist, "meldpunt", "Start verrijking");
  await analist.vult({});
  return { ...nieuw, analist };
};

/** The partners as they stand in lists. */
export const partners = {
  politie: "Dennis Kramer (Politie, eenheid Oeverland)",
  om: "Olaf Brandsma (Openbaar Ministerie)",
  veiligThuis: "Lotte Wiersma (Veilig Thuis Oeverland)",
  nla: "Kemal Aydin (Nederlandse Arbeidsinspectie)",
} as const;

export const stelt = async (wereld: Wereld, af: Mens, aan: readonly string[], velden: Velden = {}, knop = "Vraag een partner"): Promise<void> => {
  if (knop === "Vraag een partner") await kliktOpKaart(wereld, af, "aandachtsfunctionaris", knop);
  else await kiest(wereld, af, "aandachtsfunctionaris", knop);
  await af.vult({
    "Aan wie stelt u de vraag?": aan.join(", "),
    "Uw vraag": "Is de kanarieschuur bij u bekend?",
    "Waarom mag dit? (grondslag)": "Kanarieconvenant artikel 3",
    ...velden,
  });
};

/** The aandachtsfunctionaris has asked the politie, whom we have met. */
export const inAfstemming = async (wereld: Wereld, velden: Velden = {}): Promise<Behandeld & { readonly partner: Mens }> => {
  const partner = await wereld.mens("P08");
  const behandeld = await bijAandachtsfunctionaris(wereld, velden);
  await stelt(wereld, behandeld.af, [partners.politie]);
  return { ...behandeld, partner };
};

export const antwoordt = async (partner: Mens, velden: Velden): Promise<void> => {
  await partner.klikt("Lees de vraag", { in: "prive" });
  await partner.vult(velden);
};

/** The choices of a form: the whole title that starts with these words. */
export const keuze = (mens: Mens, label: string, begin: string): string => {
  const found = mens.keuzes(label).find((titel) => titel.startsWith(begin));
  if (found === undefined) throw new Error(`no choice "${begin}" in ${label}: ${mens.keuzes(label).join(" | ")}`);
  return found;
};

export type Route = { readonly route: string; readonly regie: string; readonly tafel?: string; readonly slachtoffer?: string };

/** Judges "ja" and, with a route, chooses it in the same form. */
export const oordeeltJa = async (wereld: Wereld, af: Mens, gekozen?: Route): Promise<void> => {
  await kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Oordeel en route");
  const ja = "Bij ja: ";
  await af.vult({
    "Is er een vermoeden van mensenhandel?": "Ja",
    "Leg uit waarom": "De kanarieschuur past bij het beeld.",
    "Met wie heeft u overlegd?": "Politie, over kanaries",
    ...(gekozen === undefined
      ? {}
      : { [`${ja}welke route?`]: gekozen.route, [`${ja}wie krijgt de regie?`]: keuze(af, `${ja}wie krijgt de regie?`, gekozen.regie) }),
    ...(gekozen?.tafel === undefined ? {} : { [`${ja}aan welke tafel?`]: keuze(af, `${ja}aan welke tafel?`, gekozen.tafel) }),
    ...(gekozen?.slachtoffer === undefined ? {} : { "Bij ondermijning: is er mogelijk een slachtoffer?": gekozen.slachtoffer }),
  });
};

/** Under a route, with a question about the regie to this person. */
export const opRoute = async (wereld: Wereld, gekozen: Route, velden: Velden = {}): Promise<Behandeld> => {
  const behandeld = await inAfstemming(wereld, velden);
  await oordeeltJa(wereld, behandeld.af, gekozen);
  return behandeld;
};
export const zorg: Route = { route: "Alleen zorg", regie: "Samira el Haddad", tafel: "Casustafel zorg" };
export const zorgStraf: Route = { route: "Zorg en strafrecht", regie: "Ilse Dekkers", tafel: "MDO mensenhandel" };
export const ondermijning: Route = { route: "Aanpak van ondermijning", regie: "Femke Rademaker", tafel: "Casustafel veiligheid", slachtoffer: "Nee" };
