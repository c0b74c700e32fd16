import { TZDate, tzOffset } from "@date-fns/tz";
import Holidays from "date-holidays";
import type { Dag } from "./dag.js";

/** The region's time zone: what a person reads is in this zone, what is stored is UTC. */
export const TIJDZONE = "Europe/Amsterdam";

const tweeCijfers = (getal: number): string => String(getal).padStart(2, "0");
const alsDag = (jaar: number, maand: number, dag: number): Dag => `${String(jaar).padStart(4, "0")}-${tweeCijfers(maand)}-${tweeCijfers(dag)}` as Dag;

const delen = (dag: Dag): readonly [number, number, number] => {
  const [jaar, maand, dagnummer] = dag.split("-").map(Number);
  return [jaar as number, maand as number, dagnummer as number];
};

/** Whether a text is a day that exists, written as `2026-11-21`. */
export const isDag = (tekst: string): tekst is Dag =>
  /^\d{4}-\d{2}-\d{2}$/.test(tekst) && !Number.isNaN(Date.parse(`${tekst}T00:00:00Z`)) && plusDagen(tekst as Dag, 0) === tekst;

/** The day it is in the region at a moment. */
export const dagVan = (moment: Date): Dag => {
  const hier = new TZDate(moment.getTime(), TIJDZONE);
  return alsDag(hier.getFullYear(), hier.getMonth() + 1, hier.getDate());
};

const MINUUT = 60_000;
const ETMAAL = 24 * 60 * MINUUT;

/**
 * The moment at which a clock in the region shows this time on this day, whatever zone the server is in.
 * A time that summer time skips becomes an hour later; of a time that comes twice it is the first.
 */
export const momentOp = (dag: Dag, tijd: string): Date => {
  const [jaar, maand, dagnummer] = delen(dag);
  const [uur, minuut] = tijd.split(":").map(Number);
  const klok = Date.UTC(jaar, maand - 1, dagnummer, uur, minuut);
  const verschillen = [tzOffset(TIJDZONE, new Date(klok - ETMAAL)), tzOffset(TIJDZONE, new Date(klok + ETMAAL))].sort((a, b) => b - a);
  const momenten = verschillen.map((verschil) => ({ verschil, moment: new Date(klok - verschil * MINUUT) }));
  const passend = momenten.find(({ verschil, moment }) => tzOffset(TIJDZONE, moment) === verschil) ?? momenten.at(-1);
  return passend?.moment as Date;
};

/** Calendar days later, or earlier with a negative number. */
export const plusDagen = (dag: Dag, aantal: number): Dag => {
  const [jaar, maand, dagnummer] = delen(dag);
  const later = new Date(Date.UTC(jaar, maand - 1, dagnummer + aantal));
  return alsDag(later.getUTCFullYear(), later.getUTCMonth() + 1, later.getUTCDate());
};

/** Calendar months later; the last day of the month where that month is shorter. */
export const plusMaanden = (dag: Dag, aantal: number): Dag => {
  const [jaar, maand, dagnummer] = delen(dag);
  const laatste = new Date(Date.UTC(jaar, maand + aantal, 0));
  return alsDag(laatste.getUTCFullYear(), laatste.getUTCMonth() + 1, Math.min(dagnummer, laatste.getUTCDate()));
};

/** 0 is Sunday, 6 is Saturday. */
export const weekdag = (dag: Dag): number => {
  const [jaar, maand, dagnummer] = delen(dag);
  return new Date(Date.UTC(jaar, maand - 1, dagnummer)).getUTCDay();
};

let kalender: Holidays | undefined;
const feestdagenPerJaar = new Map<string, ReadonlySet<string>>();

/** Public holidays of the Netherlands: a pure function of the year, remembered because working them out is slow. */
const feestdagen = (jaar: string): ReadonlySet<string> => {
  const bekend = feestdagenPerJaar.get(jaar);
  if (bekend) return bekend;
  kalender ??= new Holidays("NL", { types: ["public"] });
  const dagen = new Set(kalender.getHolidays(Number(jaar)).map((feestdag) => feestdag.date.slice(0, 10)));
  feestdagenPerJaar.set(jaar, dagen);
  return dagen;
};

/** Whether a day is a public holiday in the Netherlands, weekends aside. */
const isFeestdag = (dag: Dag): boolean => feestdagen(dag.slice(0, 4)).has(dag);

/** A public holiday or a free day of the region; a weekend is none. */
export const isVrijeDag = (dag: Dag, vrijeDagen: readonly Dag[]): boolean => isFeestdag(dag) || vrijeDagen.includes(dag);

/** Monday to Friday, no public holiday and no free day of the region. */
export const isWerkdag = (dag: Dag, vrijeDagen: readonly Dag[]): boolean => {
  const dagnummer = weekdag(dag);
  return dagnummer !== 0 && dagnummer !== 6 && !isVrijeDag(dag, vrijeDagen);
};

/** The first working day after this day. */
export const volgendeWerkdag = (dag: Dag, vrijeDagen: readonly Dag[]): Dag => {
  let kandidaat = plusDagen(dag, 1);
  while (!isWerkdag(kandidaat, vrijeDagen)) kandidaat = plusDagen(kandidaat, 1);
  return kandidaat;
};

/** The n-th working day after this day; with 0 the day itself, or the first working day after it when it is none. */
export const plusWerkdagen = (dag: Dag, aantal: number, vrijeDagen: readonly Dag[]): Dag => {
  if (aantal <= 0) return isWerkdag(dag, vrijeDagen) ? dag : volgendeWerkdag(dag, vrijeDagen);
  let bereikt = dag;
  for (let i = 0; i < aantal; i++) bereikt = volgendeWerkdag(bereikt, vrijeDagen);
  return bereikt;
};
