import { adressen, postcodes } from "./redactie-adres.js";
import { emails, rekeningen } from "./redactie-adressering.js";
import { datums, langeDatums, tijdenEnBedragen } from "./redactie-datum.js";
import { ipAdressen, locaties, macAdressen, profielen } from "./redactie-digitaal.js";
import { geboortedatums } from "./redactie-geboorte.js";
import { type GevoeligSoort, gevoeligeWoorden } from "./redactie-gevoelig.js";
import { kentekens } from "./redactie-kenteken.js";
import { type Naam, namen } from "./redactie-namen.js";
import { nummers, toegestaneNummers } from "./redactie-nummers.js";
import { documenten, ondernemingen, vnummers } from "./redactie-papieren.js";
import { afgedekt, inOrigineel, leesbaar, metCijferletters, type Vondst, vondsten } from "./redactie-tekst.js";

export const identifierSoorten = [
  "bsn",
  "iban",
  "telefoon",
  "email",
  "kenteken",
  "postcode",
  "adres",
  "geboortedatum",
  "vnummer",
  "document",
  "ip",
  "mac",
  "sociaal",
  "kvk",
  "locatie",
] as const;
export type IdentifierSoort = (typeof identifierSoorten)[number];
export type Identifier = { readonly soort: IdentifierSoort; readonly start: number; readonly end: number };

/** Our own codes: of a signaal, casus, actiepunt and overleg, also in the older numbering. */
const CODES =
  /(?<![\p{L}\p{N}-])(?:(?:SG|C)[- ]?[34679ACDEFGHJKMNPQRTVWX]{5}[- ]?[34679ACDEFGHJKMNPQRTVWX]|A-[34679ACDEFGHJKMNPQRTVWX]{5}-[34679ACDEFGHJKMNPQRTVWX]|A-[A-Z0-9]{4}|(?:MH|SG|C|A)-20\d{2}-\d{3,4}|[A-Z]{2,4}-20\d{2}-\d{2}-\d{2})(?![\p{L}\p{N}]|-[\p{L}\p{N}])/gu;

/** The words of the name of a file apart: "foto_busje-GH-123-J.png". Same length. */
const zonderStreepjes = (tekst: string): string => tekst.replaceAll("_", " ").replace(/(?<=\p{Ll}{5})-(?=[A-Z]{1,3}-?\d|\d{1,3}-?[A-Z])/gu, " ");

const als = (soort: IdentifierSoort, gevonden: readonly Vondst[]): readonly Identifier[] => gevonden.map(({ start, end }) => ({ soort, start, end }));

/**
 * Finds what points to one person in a text: to be refused before it is stored or sent.
 * Positions are those of the text as given. `allowed` holds public numbers and the region's contacts.
 * A first guard, not a proof: streets without a number pass, and names are for `findNames`.
 */
export const findIdentifiers = (text: string, options: { readonly allowed: readonly string[] }): readonly Identifier[] => {
  const lees = leesbaar(text);
  const geboren = geboortedatums(zonderStreepjes(lees.tekst));
  const eerst = [
    ...als("email", emails(lees.tekst, options.allowed)),
    ...als("iban", rekeningen(lees.tekst)),
    ...als("sociaal", profielen(lees.tekst)),
    ...als("locatie", locaties(lees.tekst)),
    ...als("mac", macAdressen(lees.tekst)),
    ...als("ip", ipAdressen(lees.tekst)),
    ...als("vnummer", vnummers(lees.tekst)),
    ...als("kvk", ondernemingen(lees.tekst)),
  ];
  const zonderCodes = metCijferletters(zonderStreepjes(afgedekt(lees.tekst, [...eerst, ...vondsten(lees.tekst, CODES)])));
  const document = documenten(zonderCodes);
  const kenteken = kentekens(afgedekt(zonderCodes, document));
  const postcode = postcodes(afgedekt(zonderCodes, [...kenteken, ...document]));
  const zonderDatums = afgedekt(zonderCodes, datums(zonderCodes));
  const rest = afgedekt(zonderDatums, tijdenEnBedragen(zonderDatums));
  const nummer = nummers(afgedekt(rest, [...kenteken, ...postcode, ...document]), toegestaneNummers(options.allowed));
  const adres = adressen(afgedekt(zonderCodes, [...langeDatums(zonderCodes), ...tijdenEnBedragen(zonderCodes), ...nummer, ...document]));
  const gevonden = [
    ...eerst,
    ...als("geboortedatum", geboren),
    ...als("document", document),
    ...als("kenteken", kenteken),
    ...als("postcode", postcode),
    ...nummer,
    ...als("adres", adres),
  ];
  return gevonden.map((vondst) => ({ soort: vondst.soort, ...inOrigineel(lees, vondst) })).sort((a, b) => a.start - b.start || a.end - b.end);
};

/**
 * Names of people in a text that stands in a channel or a list. `zeker`: a form of address, initials, or a known given name with a
 * surname; else it may be a name and may be a word, and a person is asked. `bekend`: names of gemeenten, organisaties and tafels.
 * What an identifier holds (an e-mail address, a street) is not named again.
 */
export const findNames = (text: string, options: { readonly bekend?: readonly string[] } = {}): readonly Naam[] => {
  const gevonden = namen(text, options.bekend ?? []);
  if (gevonden.length === 0) return [];
  const anders = findIdentifiers(text, { allowed: [] });
  return gevonden.filter((naam) => !anders.some(({ start, end }) => start < naam.end && naam.start < end));
};

/** What a person looks at once more before a text may stand in a channel or a list: sensitive words, and what may be a name. */
export const findSensitiveWords = (text: string): readonly (GevoeligSoort | "naam")[] => [
  ...gevoeligeWoorden(text),
  ...(findNames(text).length > 0 ? ["naam" as const] : []),
];
