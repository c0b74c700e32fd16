import { tz } from "@date-fns/tz";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { format } from "date-fns/format";
import type { Locale } from "date-fns/locale";
import { enGB } from "date-fns/locale/en-GB";
import { nl } from "date-fns/locale/nl";
import type { Taal } from "../domain/persoon/persoon.js";
import type { Dag } from "../domain/tijd/dag.js";

const inRegion = tz("Europe/Amsterdam");
const locales: Record<Taal, Locale> = { nl, en: enGB };
const woorden = {
  nl: { vandaag: "vandaag", gisteren: "gisteren", tijd: "H.mm", kort: "EEEEEE d MMMM" },
  en: { vandaag: "today", gisteren: "yesterday", tijd: "H:mm", kort: "EEE d MMMM" },
} as const;

/** Noon, so that a day stays the same day in the region. */
const noon = (dag: Dag): Date => new Date(`${dag}T12:00:00Z`);
const inTaal = (date: Date, pattern: string, taal: Taal): string => format(date, pattern, { locale: locales[taal], in: inRegion });
const jaar = (date: Date, taal: Taal, now: Date | undefined): string => {
  const year = inTaal(date, "yyyy", taal);
  return now === undefined || inTaal(now, "yyyy", taal) === year ? "" : ` ${year}`;
};

/** "wo 25 november"; the year only when `now` is given and in another one. */
export const zegDag = (dag: Dag, taal: Taal, now?: Date): string => inTaal(noon(dag), woorden[taal].kort, taal) + jaar(noon(dag), taal, now);

/** "woensdag 2 december". */
export const zegDagVoluit = (dag: Dag, taal: Taal, now?: Date): string => inTaal(noon(dag), "EEEE d MMMM", taal) + jaar(noon(dag), taal, now);

/** "14.05". */
export const zegTijd = (date: Date, taal: Taal): string => inTaal(date, woorden[taal].tijd, taal);

/** "vandaag 14.05", "gisteren 9.10", else the day. */
export const zegMoment = (date: Date, taal: Taal, now: Date): string => {
  const days = differenceInCalendarDays(now, date, { in: inRegion });
  if (days === 0) return `${woorden[taal].vandaag} ${zegTijd(date, taal)}`;
  if (days === 1) return `${woorden[taal].gisteren} ${zegTijd(date, taal)}`;
  return inTaal(date, woorden[taal].kort, taal) + jaar(date, taal, now);
};

/** "za 21 november 2026", where no `now` is known. */
export const zegDatum = (date: Date, taal: Taal): string => inTaal(date, `${woorden[taal].kort} yyyy`, taal);

/** "woensdag 2 december 2026": of what is kept for years. */
export const zegDatumVoluit = (dag: Dag, taal: Taal): string => inTaal(noon(dag), "EEEE d MMMM yyyy", taal);
