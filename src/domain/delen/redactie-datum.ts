import { type Vondst, vondsten } from "./redactie-tekst.js";

export const DAG = "(?:0?[1-9]|[12]\\d|3[01])";
export const MAAND = "(?:0?[1-9]|1[0-2])";
export const JAAR = "(?:19|20)\\d{2}";
export const MAANDNAAM =
  "(?:januari|january|jan|februari|february|feb|maart|march|mrt|mar|april|apr|mei|may|juni|june|jun|juli|july|jul|augustus|august|aug|september|sept|sep|oktober|october|okt|oct|november|nov|december|dec)";

/** With a year in four digits, also as 2009-04-03. */
const VOLLE_DATUM = new RegExp(
  `(?<![\\d.,/-])(?:${DAG}([-./]) ?${MAAND}\\1 ?${JAAR}|${JAAR}([-./])(?:0[1-9]|1[0-2])\\2(?:0[1-9]|[12]\\d|3[01]))(?!\\d|-\\d)`,
  "g",
);
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

/** Dates that cannot be anything else: with a year in four digits, or a month in letters. */
export const langeDatums = (tekst: string): readonly Vondst[] => [VOLLE_DATUM, WOORD_DATUM, STREEP_DATUM].flatMap((patroon) => vondsten(tekst, patroon));
/** Dates as people write them in an agenda. */
export const datums = (tekst: string): readonly Vondst[] => [...langeDatums(tekst), ...vondsten(tekst, KORTE_DATUM)];

/** Times and amounts: digits that name nobody. */
export const tijdenEnBedragen = (tekst: string): readonly Vondst[] => [TIJD, BEDRAG].flatMap((patroon) => vondsten(tekst, patroon));
