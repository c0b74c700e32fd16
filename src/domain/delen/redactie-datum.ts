import { type Vondst, vondsten } from "./redactie-tekst.js";

const DAG = "(?:0?[1-9]|[12]\\d|3[01])";
const MAAND = "(?:0?[1-9]|1[0-2])";
const JAAR = "(?:19|20)\\d{2}";
const MAANDNAAM =
  "(?:januari|january|jan|februari|february|feb|maart|march|mrt|mar|april|apr|mei|may|juni|june|jun|juli|july|jul|augustus|august|aug|september|sept|sep|oktober|october|okt|oct|november|nov|december|dec)";

/** With a year in four digits, also as 2009-04-03. */
const VOLLE_DATUM = new RegExp(`(?<![\\d.,/-])(?:${DAG}([-./]) ?${MAAND}\\1 ?${JAAR}|${JAAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))(?!\\d|-\\d)`, "g");
/** 3-12-26 or 3/12, standing alone. */
const KORTE_DATUM = new RegExp(`(?<![\\d.,/-])${DAG}([-/])${MAAND}(?:\\1'?\\d{2})?(?![\\d/]|-\\d| ?\\d)`, "g");
const WOORD_DATUM = new RegExp(
  `(?<![\\d.,/-])${DAG}(?:e|ste|de|st|nd|rd|th)? (?:of )?${MAANDNAAM}\\b\\.?(?:,? (?:${JAAR}|'\\d{2})\\b)?|\\b${MAANDNAAM}\\.? ${DAG}(?:st|nd|rd|th)?\\b(?:,? ${JAAR}\\b)?`,
  "gi",
);
const STREEP_DATUM = new RegExp(`(?<![\\w-])${DAG}-${MAANDNAAM}(?:-(?:${JAAR}|\\d{2}))?(?![\\w-])`, "gi");
const TIJD = /(?<![\d.:,-])(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?(?:-|tot|en|t\/m|to) ?(?:[01]?\d|2[0-3])[.:][0-5]\d)?(?![\d:]|[.,-]\d| \d)/gi;
const BEDRAG =
  /(?:€|\bEUR|\beuro) ?(?:\d{1,3}(?:\.\d{3}){1,3}|\d{1,7})(?:,(?:\d{2}|-))?(?!\d)|(?<![\d.])\d{1,3}(?:\.\d{3}){0,2}(?:,(?:\d{2}|-))? (?:euro|EUR)\b/gi;

/** Dates as people write them in an agenda. */
export const datums = (tekst: string): readonly Vondst[] =>
  [VOLLE_DATUM, WOORD_DATUM, STREEP_DATUM, KORTE_DATUM].flatMap((patroon) => vondsten(tekst, patroon));

/** Times and amounts: digits that name nobody. */
export const tijdenEnBedragen = (tekst: string): readonly Vondst[] => [TIJD, BEDRAG].flatMap((patroon) => vondsten(tekst, patroon));

const GEBOORTE =
  /\b(?:geboren|gebore|geboortedatum|geboortedag|geboorte|geb\.? ?(?:datum|dat\.?|dtm\.?)|gebdatum|gebdat|geb\b\.?|verjaardag|verjaart|jarig|date of birth|birth ?date|birthday|born|dob|d\.o\.b\.?)|°(?= ?\d)/gi;
const EXTRA_DATUM = new RegExp(`(?<!\\d)(?:${DAG}[-./ ]{1,2}${MAAND}[-./ ]{1,2}(?:${JAAR}|'?\\d{2})|\\d{8}|${MAANDNAAM}\\.? ${JAAR})(?!\\d)`, "gi");
const OVERLEGWOORD = /\b(?:mdo|overleg|agenda|tafel|vergadering|afspraak|controle|bijeenkomst|bespreking|besproken|meeting|uiterlijk|voor|v[oó][oó]r)\b/i;
const TUSSEN_VOOR = 40;
const TUSSEN_NA = 22;

/** The words between a birth word and a date leave room for "geboren te Lagos op", not for another subject. */
const hoortBij = (tussen: string, max: number): boolean => {
  if (tussen.length > max || /[!?;\n]|\.\s/.test(tussen.replace(/^\.\s?/, "")) || OVERLEGWOORD.test(tussen)) return false;
  return tussen.trim().split(/\s+/).length <= 5;
};

/** Birth dates: a date that stands with a word for being born. A bare date passes. */
export const geboortedatums = (tekst: string): readonly Vondst[] => {
  const woorden = vondsten(tekst, GEBOORTE);
  if (woorden.length === 0) return [];
  const alle = [...datums(tekst), ...vondsten(tekst, EXTRA_DATUM)].sort((a, b) => a.start - b.start);
  const gevonden: Vondst[] = [];
  let w = 0;
  for (const datum of alle) {
    if (datum.start < (gevonden.at(-1)?.end ?? 0)) continue;
    while (w < woorden.length && (woorden[w] as Vondst).end <= datum.start) w++;
    const voor = woorden[w - 1];
    const na = woorden[w];
    if (voor && hoortBij(tekst.slice(voor.end, Math.min(datum.start, voor.end + TUSSEN_VOOR + 1)), TUSSEN_VOOR))
      gevonden.push({ start: voor.start, end: datum.end });
    else if (na && na.start >= datum.end && hoortBij(tekst.slice(datum.end, Math.min(na.start, datum.end + TUSSEN_NA + 1)), TUSSEN_NA))
      gevonden.push({ start: datum.start, end: na.end });
  }
  return gevonden;
};
