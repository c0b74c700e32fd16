import { parsePhoneNumberFromString } from "libphonenumber-js/max";
// The library as a whole knows the numbers of every country, which takes time at the start.
import { validate } from "stdnum/lib/cjs/nl/bsn.js";
import type { Vondst } from "./redactie-tekst.js";

/** Groups of digits with at most three separators between them: one number, or several in a row. */
type Groep = Vondst & { readonly cijfers: string };
type Reeks = { readonly plus: boolean; readonly groepen: readonly Groep[] };
type Gevonden = Vondst & { readonly soort: "bsn" | "telefoon" };

const MIN_CIJFERS = 6;
const MAX_CIJFERS = 15;
/** The groupings people use for a BSN when other digits stand beside it. */
const BSN_GROEPEN = new Set(["9", "3-3-3", "4-2-3", "2-2-2-3", "4-3-2", "3-2-2-2", "8-1", "4-5", "5-4", "1-1-1-1-1-1-1-1-1"]);
const BSN_WOORD = /\b(?:bsn|burger ?service ?(?:nummer|nr)|sofi ?-?(?:nummer|nr)?|citizen service number)\b/i;
const BEL_WOORD = /(?:\b(?:tel|telefoon(?:nummer|nr)?|telnr|mob|mobiel|bel|belt|bellen|gebeld|app|appt|appen|whatsapp|sms|phone|call)\b)[^\d\n]{0,16}$/i;

const reeksen = (tekst: string): readonly Reeks[] => {
  const alle: { plus: boolean; groepen: Groep[] }[] = [];
  let tot = -1;
  for (const m of tekst.matchAll(/\d+/g)) {
    const groep = { start: m.index, end: m.index + m[0].length, cijfers: m[0] };
    const tussen = tot < 0 ? undefined : tekst.slice(tot, Math.min(groep.start, tot + 5));
    const plus = /(?:\+\s?\(?|wa\.me\/|phone=)$/i.test(tekst.slice(Math.max(0, groep.start - 6), groep.start));
    const laatste = alle.at(-1);
    if (
      laatste &&
      !plus &&
      tussen !== undefined &&
      (/^[ .()/*|_-]{1,4}$/.test(tussen) || (tussen === "," && groep.cijfers.length > 1 && (laatste.groepen.at(-1)?.cijfers.length ?? 0) > 1))
    )
      laatste.groepen.push(groep);
    else alle.push({ plus, groepen: [groep] });
    tot = groep.end;
  }
  return alle;
};

/** 06…, 0031 6…, +31 (0)6… as one spelling. */
const nationaal = (cijfers: string, plus: boolean): string => {
  const internationaal = plus ? cijfers : cijfers.startsWith("00") ? cijfers.slice(2) : undefined;
  if (internationaal === undefined) return cijfers;
  return internationaal.startsWith("31") ? `0${internationaal.slice(2).replace(/^0/, "")}` : `+${internationaal}`;
};

/** Numbers anybody may call: 0800 and 0900, 14 + area code of a gemeente, 116 help lines, and what the region allows. */
const isOpenbaar = (nummer: string, allowed: ReadonlySet<string>): boolean =>
  allowed.has(nummer) || /^(?:0[89]00(?:\d{4}|\d{6,7})|140\d{2,3}|116\d{3})$/.test(nummer);

const isTelefoon = (nummer: string): boolean =>
  nummer.startsWith("+")
    ? nummer.length >= 9 && /^\+[1-9]/.test(nummer) && parsePhoneNumberFromString(nummer)?.isPossible() === true
    : /^0[1-9]\d{8}$/.test(nummer) || /^090[069]\d{4,7}$/.test(nummer);

const isBsn = (cijfers: string): boolean => /^\d{9}$/.test(cijfers) && cijfers !== "000000000" && validate(cijfers).isValid;

const nabij = (tekst: string, plek: Vondst, voor: number, na: number): string =>
  `${tekst.slice(Math.max(0, plek.start - voor), plek.start)} | ${tekst.slice(plek.end, plek.end + na)}`;

/** What the groups i…j are together, if anything; "openbaar" is known and passes. */
const duid = (tekst: string, reeks: Reeks, deel: readonly Groep[], allowed: ReadonlySet<string>): "bsn" | "telefoon" | "openbaar" | undefined => {
  const eerste = deel[0] as Groep;
  const plek = { start: eerste.start, end: (deel.at(-1) as Groep).end };
  const cijfers = deel.map((g) => g.cijfers).join("");
  const vooraan = eerste === reeks.groepen[0];
  const heel = deel.length === reeks.groepen.length;
  const nummer = nationaal(cijfers, reeks.plus && vooraan);
  if (isOpenbaar(nummer, allowed)) return "openbaar";
  if (/^[0+]/.test(nummer) && cijfers.length >= 8 && isTelefoon(nummer)) return "telefoon";
  if (cijfers.length === 9 && isBsn(cijfers) && (heel || BSN_GROEPEN.has(deel.map((g) => g.cijfers.length).join("-")))) return "bsn";
  if (!heel || cijfers.length < 6) return undefined;
  if ((cijfers.length === 9 || (cijfers.length === 8 && isBsn(`0${cijfers}`))) && BSN_WOORD.test(nabij(tekst, plek, 40, 25))) return "bsn";
  return cijfers.length <= 10 && BEL_WOORD.test(tekst.slice(Math.max(0, plek.start - 36), plek.start)) ? "telefoon" : undefined;
};

/** The longest reading that starts at group i. */
const vanaf = (
  tekst: string,
  reeks: Reeks,
  i: number,
  allowed: ReadonlySet<string>,
): { readonly tot: number; readonly soort: "bsn" | "telefoon" | "openbaar" } | undefined => {
  let lengte = 0;
  let beste: { tot: number; soort: "bsn" | "telefoon" | "openbaar" } | undefined;
  for (let j = i; j < reeks.groepen.length; j++) {
    lengte += (reeks.groepen[j] as Groep).cijfers.length;
    if (lengte > MAX_CIJFERS) break;
    if (lengte < MIN_CIJFERS) continue;
    const soort = duid(tekst, reeks, reeks.groepen.slice(i, j + 1), allowed);
    if (soort && !(beste && reeks.plus && i === 0)) beste = { tot: j, soort };
  }
  return beste;
};

/** Phone numbers and BSN's in text of which codes, dates, times and amounts are covered. */
export const nummers = (tekst: string, allowed: ReadonlySet<string>): readonly Gevonden[] => {
  const gevonden: Gevonden[] = [];
  for (const reeks of reeksen(tekst)) {
    for (let i = 0; i < reeks.groepen.length; i++) {
      const lezing = vanaf(tekst, reeks, i, allowed);
      if (!lezing) continue;
      const { start } = reeks.groepen[i] as Groep;
      const begin = reeks.plus && i === 0 && tekst.lastIndexOf("+", start) >= start - 3 ? tekst.lastIndexOf("+", start) : start;
      if (lezing.soort !== "openbaar") gevonden.push({ soort: lezing.soort, start: begin, end: (reeks.groepen[lezing.tot] as Groep).end });
      i = lezing.tot;
    }
  }
  return gevonden;
};

/** The allowed numbers in the spelling that finds are compared with. */
export const toegestaneNummers = (allowed: readonly string[]): ReadonlySet<string> =>
  new Set(
    allowed
      .filter((a) => !a.includes("@"))
      .map((a) => nationaal(a.replace(/\D/g, ""), a.trim().startsWith("+")))
      .filter((a) => a !== ""),
  );
