import type { Vondst } from "./redactie-tekst.js";

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
const KENTEKEN_WOORD = /\b(?:kenteken\w*|kentekens?plaat|nummerbord\w*|nummerplaat|nummerplaten|nrplaat|licen[cs]e plate|number plate|plate)\b/i;
/** Words and months that stand between numbers in ordinary sentences. */
const WOORDEN = new Set(
  "en of op in te om uur tot max min van de is km cm mm m kg ml gb mb px jan feb mrt maa mar apr mei may jun jul aug sep okt oct nov dec zvh nla bsn avg wmo ggd ggz kvk btw pct riec om veh art lid stk pag blz wk mdo af an rg vt st nd rd th to at by nr no of or and day x a b c t".split(
    " ",
  ),
);

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
  if (isWoord(delen)) return false;
  return teken === "-" ? !heeftKlinker(delen) || isHoofd(hit) : isHoofd(hit) && !heeftKlinker(delen);
};

const isAaneen = (hit: string, delen: readonly string[]): boolean => {
  if (isWoord(delen) || isJaar(delen)) return false;
  const eenLetterblok = letters(delen).length === 1 && delen.at(0) === letters(delen)[0] && vorm(delen) === "XX-99-99";
  return eenLetterblok ? isHoofd(hit) : !heeftKlinker(delen) || (isHoofd(hit) && vorm(delen) !== "99-99-XX");
};

/** Dutch number plates in every sidecode; beside the word kenteken any spelling counts. */
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
  return gevonden;
};
