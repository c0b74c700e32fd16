import { countrySpecs, isValidIBAN } from "ibantools";
import type { Vondst } from "./redactie-tekst.js";

const IBAN_BEGIN = /(?<![A-Z0-9])[A-Z]{2} ?\d{2}(?=[ .-]?[A-Z0-9])/gi;
const TUSSEN = /[ .-]/;

/** Takes as many letters and digits as an IBAN of that country has, single separators apart. */
const neem = (tekst: string, start: number, aantal: number): { readonly iban: string; readonly end: number } | undefined => {
  let iban = "";
  let i = start;
  for (; i < tekst.length && iban.length < aantal; i++) {
    const teken = tekst[i] as string;
    if (/[A-Za-z0-9]/.test(teken)) iban += teken.toUpperCase();
    else if (!TUSSEN.test(teken) || TUSSEN.test(tekst[i - 1] ?? "")) return undefined;
  }
  return iban.length === aantal ? { iban, end: i } : undefined;
};

/** IBANs with a right check digit, and Dutch ones with a slip of the pen in them. */
export const ibans = (tekst: string): readonly Vondst[] =>
  [...tekst.matchAll(IBAN_BEGIN)].flatMap((m) => {
    const land = m[0].slice(0, 2).toUpperCase();
    const lengte = countrySpecs[land]?.chars;
    const gelezen = lengte ? neem(tekst, m.index, lengte) : undefined;
    if (!gelezen) return [];
    const { iban, end } = gelezen;
    return isValidIBAN(iban) || /^NL\d{2}[A-Z]{4}\d{10}$/.test(iban) ? [{ start: m.index, end }] : [];
  });

const LOKAAL = /[\p{L}\p{N}._%+'-]/u;
const DOMEIN = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/u;
const GESPELD =
  /[\p{L}\p{N}._-]{1,64} ?(?:\[at\]|\(at\)|\{at\}|\[apenstaartje\]|\(apenstaartje\)) ?[\p{L}\p{N}-]{1,63}(?: ?(?:\.|\[dot\]|\(dot\)|\(punt\)|\[punt\]) ?[\p{L}\p{N}-]{1,63}){1,6}/giu;
const MAX_LOKAAL = 64;

/** E-mail addresses, also "jan (at) voorbeeld.nl"; those of the region's contacts pass. */
export const emails = (tekst: string, allowed: readonly string[]): readonly Vondst[] => {
  const bekend = new Set(allowed.filter((a) => a.includes("@")).map((a) => a.trim().toLowerCase()));
  const gevonden: Vondst[] = [];
  for (const m of tekst.matchAll(/ ?@ ?/g)) {
    const na = DOMEIN.exec(tekst.slice(m.index + m[0].length, m.index + m[0].length + 260));
    let start = m.index;
    while (start > 0 && m.index - start < MAX_LOKAAL && LOKAAL.test(tekst[start - 1] as string)) start--;
    if (!na || start === m.index) continue;
    const end = m.index + m[0].length + na[0].length;
    if (!bekend.has(tekst.slice(start, end).toLowerCase())) gevonden.push({ start, end });
  }
  for (const m of tekst.matchAll(GESPELD)) gevonden.push({ start: m.index, end: m.index + m[0].length });
  return gevonden;
};
