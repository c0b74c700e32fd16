import { countrySpecs, ValidationErrorsIBAN, validateIBAN } from "ibantools";
import { afgedekt, naWoord, type Vondst } from "./redactie-tekst.js";

const IBAN_BEGIN = /(?<![A-Z0-9])[A-Z] ?[A-Z][ .-]?\d ?\d(?=[ ./_-]?[A-Z0-9])/gi;
const TUSSEN = /[ ./_-]/;
/** A Dutch account number as it was before IBAN, behind its name. */
const REKENING_WOORD = /(?<![\p{L}\p{N}])(?:(?:bank)?rekening(?:nummer|nr)?|rek\.? ?nr|giro(?:nummer)?)(?!\p{L})/giu;
const REKENING = /(?<![\d.,€-])\d(?:[ .]?\d){6,9}(?![\d,])/;

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

/** A zero in the name of the bank, or a letter O in the number, is a slip of the pen. */
const nederlands = (iban: string): string => iban.slice(0, 4) + iban.slice(4, 8).replaceAll("0", "O") + iban.slice(8).replaceAll("O", "0");

/** The check digits of the IBAN are right; what a country checks inside the number is left to it. */
const isIban = (iban: string): boolean => validateIBAN(iban).errorCodes.every((code) => code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum);

/** IBANs with a right check digit, and Dutch ones with a slip of the pen in them. */
const ibans = (tekst: string): readonly Vondst[] =>
  [...tekst.matchAll(IBAN_BEGIN)].flatMap((m) => {
    const land = m[0].replace(/[^A-Z]/gi, "").toUpperCase();
    const lengte = countrySpecs[land]?.chars;
    const gelezen = lengte ? neem(tekst, m.index, lengte) : undefined;
    if (!gelezen) return [];
    const { iban, end } = gelezen;
    return isIban(iban) || /^NL\d{2}[A-Z]{4}\d{10}$/.test(nederlands(iban)) ? [{ start: m.index, end }] : [];
  });

/** IBANs, and account numbers behind the word for them. */
export const rekeningen = (tekst: string): readonly Vondst[] => {
  const iban = ibans(tekst);
  return [...iban, ...naWoord(afgedekt(tekst, iban), REKENING_WOORD, REKENING, 20)];
};

const LOKAAL = /[\p{L}\p{N}._%+'-]/u;
const DOMEIN = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})(?![\p{L}\p{N}_])/iu;
const KAAL_DOMEIN = /^@[\p{L}\p{N}][\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}_.])|^@[\p{L}\p{N}][\p{L}\p{N}-]{1,62}(?=\.(?:\s|$))/u;
const UITGESCHREVEN =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}._-]{1,64}(?: (?:punt|dot) [\p{L}\p{N}_-]{1,63}){0,4} (?:at|apenstaart|apenstaartje) [\p{L}\p{N}-]{1,63}(?: (?:punt|dot) \p{L}{2,24}){1,3}(?!\p{L})/giu;
const GESPELD =
  /[\p{L}\p{N}._-]{1,64} ?(?:\[at\]|\(at\)|\{at\}|\[@\]|\(@\)|\[apenstaartje\]|\(apenstaartje\)) ?[\p{L}\p{N}-]{1,63}(?: ?(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\)|\(punt\)|\[punt\]) ?[\p{L}\p{N}-]{1,63}){1,6}/giu;
const MAX_LOKAAL = 64;

/** E-mail addresses, also "jan (at) voorbeeld.nl"; those of the region's contacts pass. */
export const emails = (tekst: string, allowed: readonly string[]): readonly Vondst[] => {
  const bekend = new Set(allowed.filter((a) => a.includes("@")).map((a) => a.trim().toLowerCase()));
  const gevonden: Vondst[] = [];
  for (const m of tekst.matchAll(/ ?@ ?/g)) {
    const na =
      DOMEIN.exec(tekst.slice(m.index + m[0].length, m.index + m[0].length + 260)) ?? KAAL_DOMEIN.exec(m[0] === "@" ? tekst.slice(m.index, m.index + 66) : "");
    let start = m.index;
    while (start > 0 && m.index - start < MAX_LOKAAL && LOKAAL.test(tekst[start - 1] as string)) start--;
    if (!na || start === m.index) continue;
    const end = m.index + (na[0].startsWith("@") ? 0 : m[0].length) + na[0].length;
    if (!bekend.has(tekst.slice(start, end).toLowerCase())) gevonden.push({ start, end });
  }
  for (const m of [...tekst.matchAll(GESPELD), ...tekst.matchAll(UITGESCHREVEN)]) gevonden.push({ start: m.index, end: m.index + m[0].length });
  return gevonden;
};
