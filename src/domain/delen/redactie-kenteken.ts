import { afgedekt, type Vondst, vondsten } from "./redactie-tekst.js";

/** The Dutch sidecodes 1 to 14 as widths: X letters, 9 digits. */
const SIDECODES = [
  "XX-99-99",
  "99-99-XX",
  "99-XX-99",
  "XX-99-XX",
  "XX-XX-99",
  "99-XX-XX",
  "99-XXX-9",
  "9-XXX-99",
  "XX-999-X",
  "X-999-XX",
  "XXX-99-X",
  "X-99-XXX",
  "9-XX-999",
  "999-XX-9",
];
const VORMEN = new Set(SIDECODES);
const KANDIDAAT =
  /(?<![\p{L}\p{N}_]|[\p{L}\p{N}]-)(?:[A-Z]{1,3}|\d{1,3})([- .]?)(?:[A-Z]{1,3}|\d{1,3})\1(?:[A-Z]{1,3}|\d{1,3})(?![\p{L}\p{N}_]|-[\p{L}\p{N}])/giu;
const ZES = /(?<![\p{L}\p{N}_]|[\p{L}\p{N}]-)(?=[A-Z]{0,3}\d)[A-Z\d]{6}(?![\p{L}\p{N}_]|-[\p{L}\p{N}])/giu;
const LANDEN =
  "duits|pools|roemeens|bulgaars|belgisch|frans|italiaans|spaans|hongaars|litouws|lets|tsjechisch|slowaaks|brits|engels|turks|oekraïens|buitenlands";
const KENTEKEN_WOORD = new RegExp(
  `(?<!\\p{L})(?:kenteken\\p{L}*|nummerbord\\p{L}*|nummerplaat|nummerplaten|nrplaat|plaat|plaatje|plate|licen[cs]e plate|(?:${LANDEN})e? (?:auto|bus|busje|bestelbus\\p{L}*|wagen|vrachtwagen|trailer|aanhanger))(?!\\p{L})`,
  "iu",
);
/** Capitals and digits as on a plate of another country: only beside a word for it. */
const VREEMD = /(?<![\p{L}\p{N}-])(?=[A-Z0-9 -]{0,6}\d)(?=[A-Z0-9 -]{0,6}[A-Z])[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,5}){1,3}(?![\p{L}\p{N}-])/gu;
/** Belgian, German and French or Italian plates that nothing else looks like. */
const VREEMD_VAST = /(?<![\p{L}\p{N}-])(?:\d-[A-Z]{3}-\d{3}|[A-Z]{1,3}-[A-Z]{1,2} \d{2,4}|[A-Z]{2}-\d{3}-[A-Z]{2})(?![\p{L}\p{N}-])/gu;
/** Words and months that stand between numbers in ordinary sentences. */
const AFKORTINGEN = "jan feb mrt maa mar apr mei may jun jul aug sep okt oct nov dec zvh nla bsn avg wmo ggd ggz kvk btw pct riec veh mdo".split(" ");
const WOORDEN = new Set([
  ...AFKORTINGEN,
  ..."en of op in te om uur tot max min van de is km cm mm m kg ml gb mb px art lid stk pag blz wk af an rg vt st nd rd th to at by nr no or and day x a b c t".split(
    " ",
  ),
]);

const vorm = (delen: readonly string[]): string => delen.map((d) => (/\d/.test(d) ? "9" : "X").repeat(d.length)).join("-");
const letters = (delen: readonly string[]): readonly string[] => delen.filter((d) => /\D/.test(d));
const heeftKlinker = (delen: readonly string[]): boolean => letters(delen).some((d) => /[aeiou]/i.test(d));
const isWoord = (delen: readonly string[]): boolean => letters(delen).some((d) => d.length > 1 && WOORDEN.has(d.toLowerCase()));
const isHoofd = (tekst: string): boolean => tekst === tekst.toUpperCase();
const isJaar = (delen: readonly string[]): boolean => /^(?:19|20)\d\d$/.test(letters(delen).length === 1 ? delen.filter((d) => /\d/.test(d)).join("") : "");

/** Splits six signs without a dash along a sidecode. */
const splits = (zes: string): readonly string[] | undefined => {
  const soort = zes.replace(/[A-Z]/gi, "X").replace(/\d/g, "9");
  const code = SIDECODES.find((c) => c.replaceAll("-", "") === soort);
  const breedtes = code?.split("-").map((deel) => deel.length);
  return breedtes?.map((breedte, i) => {
    const at = breedtes.slice(0, i).reduce((som, b) => som + b, 0);
    return zes.slice(at, at + breedte);
  });
};

const bijKenteken = (tekst: string, start: number, end: number): boolean =>
  KENTEKEN_WOORD.test(`${tekst.slice(Math.max(0, start - 30), start)} | ${tekst.slice(end, end + 20)}`);

/** With dashes or spaces: a space needs capitals without vowels, since "12 en 14" fits a sidecode too. */
const isMetScheiding = (hit: string, teken: string, delen: readonly string[]): boolean => {
  if (teken === "-" && isHoofd(hit)) return !letters(delen).some((d) => AFKORTINGEN.includes(d.toLowerCase()));
  return !isWoord(delen) && !heeftKlinker(delen) && (teken === "-" || isHoofd(hit));
};

const isAaneen = (hit: string, delen: readonly string[]): boolean => {
  if (isWoord(delen) || isJaar(delen)) return false;
  const eenLetterblok = letters(delen).length === 1 && delen.at(0) === letters(delen)[0] && vorm(delen) === "XX-99-99";
  if (vorm(delen) === "99-99-XX") return false; // a postcode
  return eenLetterblok ? isHoofd(hit) : !heeftKlinker(delen) || isHoofd(hit);
};

const isVreemd = (hit: string): boolean => {
  const tekens = hit.replace(/[ -]/g, "");
  const delen = hit.match(/[A-Z]+|\d+/g) ?? [];
  return tekens.length >= 5 && tekens.length <= 8 && tekens.replace(/\D/g, "").length >= 2 && !isWoord(delen) && !isJaar(delen);
};

const buitenlandse = (tekst: string): readonly Vondst[] => [
  ...vondsten(tekst, VREEMD_VAST).filter(({ start, end }) => isVreemd(tekst.slice(start, end))),
  ...vondsten(tekst, VREEMD).filter(({ start, end }) => isVreemd(tekst.slice(start, end)) && bijKenteken(tekst, start, end)),
];

/** Number plates: Dutch ones in every sidecode, others by their form; beside the word kenteken any spelling counts. */
export const kentekens = (tekst: string): readonly Vondst[] => {
  const gevonden: Vondst[] = [];
  for (const m of tekst.matchAll(KANDIDAAT)) {
    const teken = m[1] ?? "";
    if (teken === "") continue;
    const delen = m[0].split(teken);
    const end = m.index + m[0].length;
    if (VORMEN.has(vorm(delen)) && (isMetScheiding(m[0], teken, delen) || bijKenteken(tekst, m.index, end))) gevonden.push({ start: m.index, end });
  }
  for (const m of tekst.matchAll(ZES)) {
    const delen = splits(m[0]);
    const end = m.index + 6;
    if (delen && (isAaneen(m[0], delen) || bijKenteken(tekst, m.index, end))) gevonden.push({ start: m.index, end });
  }
  return [...gevonden, ...buitenlandse(afgedekt(tekst, gevonden))];
};
