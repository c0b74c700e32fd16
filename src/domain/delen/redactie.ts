import { adressen, postcodes } from "./redactie-adres.js";
import { emails, ibans } from "./redactie-adressering.js";
import { datums, geboortedatums, tijdenEnBedragen } from "./redactie-datum.js";
import { kentekens } from "./redactie-kenteken.js";
import { nummers, toegestaneNummers } from "./redactie-nummers.js";
import { afgedekt, inOrigineel, leesbaar, type Vondst, vondsten } from "./redactie-tekst.js";

export { findSensitiveWords } from "./redactie-gevoelig.js";

export const identifierSoorten = ["bsn", "iban", "telefoon", "email", "kenteken", "postcode", "adres", "geboortedatum"] as const;
export type IdentifierSoort = (typeof identifierSoorten)[number];
export type Identifier = { readonly soort: IdentifierSoort; readonly start: number; readonly end: number };

/** Our own codes: of a signaal, casus, actiepunt and overleg, also in the older numbering. */
const CODES =
  /(?<![\p{L}\p{N}-])(?:(?:SG|C)[- ]?[34679ACDEFGHJKMNPQRTVWX]{5}[- ]?[34679ACDEFGHJKMNPQRTVWX]|A-[34679ACDEFGHJKMNPQRTVWX]{5}-[34679ACDEFGHJKMNPQRTVWX]|A-[A-Z0-9]{4}|(?:MH|SG|C|A)-20\d{2}-\d{3,4}|[A-Z]{2,4}-20\d{2}-\d{2}-\d{2})(?![\p{L}\p{N}]|-[\p{L}\p{N}])/gu;

const als = (soort: IdentifierSoort, gevonden: readonly Vondst[]): readonly Identifier[] => gevonden.map(({ start, end }) => ({ soort, start, end }));

/**
 * Finds what points to one person in a text: to be refused before it is stored or sent.
 * Positions are those of the text as given. `allowed` holds public numbers and the region's contacts.
 * A first guard, not a proof: names and streets without a number pass.
 */
export const findIdentifiers = (text: string, options: { readonly allowed: readonly string[] }): readonly Identifier[] => {
  const lees = leesbaar(text);
  const email = emails(lees.tekst, options.allowed);
  const iban = ibans(lees.tekst);
  const geboren = geboortedatums(lees.tekst);
  const zonderCodes = afgedekt(lees.tekst, [...email, ...iban, ...vondsten(lees.tekst, CODES)]);
  const kenteken = kentekens(zonderCodes);
  const postcode = postcodes(zonderCodes);
  const zonderDatums = afgedekt(zonderCodes, datums(zonderCodes));
  const rest = afgedekt(zonderDatums, tijdenEnBedragen(zonderDatums));
  const nummer = nummers(afgedekt(rest, [...kenteken, ...postcode]), toegestaneNummers(options.allowed));
  const adres = adressen(afgedekt(rest, nummer));
  const gevonden = [
    ...als("email", email),
    ...als("iban", iban),
    ...als("geboortedatum", geboren),
    ...als("kenteken", kenteken),
    ...als("postcode", postcode),
    ...nummer,
    ...als("adres", adres),
  ];
  return gevonden.map((vondst) => ({ soort: vondst.soort, ...inOrigineel(lees, vondst) })).sort((a, b) => a.start - b.start || a.end - b.end);
};
