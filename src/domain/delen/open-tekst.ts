import { parseCode } from "../code.js";
import type { Fout, FoutCode } from "../fouten.js";
import type { Regio } from "../regio/regio.js";
import { findIdentifiers, findNames, findSensitiveWords, type IdentifierSoort } from "./redactie.js";

/**
 * Texts that stand where everybody at a tafel reads them, in channels, lists and calendars, and grounds, which many read beside the content. One
 * guard for all of them: nothing that points to a person [domein 4]. @property mag kinds that belong there. @property codes a casus or
 * signaal may be named. @property gevoelig sensitive words ask for a second look.
 */
const regels = {
  titel: { mag: [], codes: false, gevoelig: "gevoelig_punt", persoon: "persoonsgegeven_punt", code: "casus_in_punt" },
  wat: { mag: [], codes: false, gevoelig: "gevoelig_actie", persoon: "persoonsgegeven_actie", code: "casus_in_tekst" },
  naam: { mag: [], codes: false, persoon: "naam_persoonlijk", code: "naam_persoonlijk" },
  plaats: { mag: ["adres", "postcode"], codes: false, persoon: "plaats_onjuist", code: "plaats_onjuist" },
  link: { mag: [], codes: false, persoon: "link_persoonsgegeven", code: "link_persoonsgegeven" },
  grondslag: { mag: [], codes: true, persoon: "persoonsgegeven_grondslag", code: "persoonsgegeven_grondslag" },
} as const satisfies Readonly<Record<string, Regel>>;
type Regel = {
  readonly mag: readonly IdentifierSoort[];
  readonly codes: boolean;
  readonly gevoelig?: FoutCode;
  readonly persoon: FoutCode;
  readonly code: FoutCode;
};
export type OpenTekst = keyof typeof regels;

type Bekend = Pick<Regio, "contacten" | "gemeenten" | "organisaties" | "tafels">;
/** @property regio its contacts may be named, and its names are none of a person. @property bekeken the second look was taken. */
type Opties = { readonly veld?: string; readonly regio?: Bekend; readonly bekeken?: boolean };

/** A name that nobody writes about something else; where a text may be looked at once more, that asks about names. */
const noemtNaam = (tekst: string, regio: Bekend | undefined): boolean => {
  const bekend = regio === undefined ? [] : [...regio.gemeenten, ...regio.organisaties, ...regio.tafels, ...regio.contacten].map(({ naam }) => naam);
  return findNames(tekst, { bekend }).some(({ zeker }) => zeker);
};

/** Why this text may not stand there; the kind of what was found, never the value. `undefined`: it may. */
export const checkOpenTekst = (soort: OpenTekst, tekst: string, opties: Opties = {}): Fout | undefined => {
  const { veld = soort, regio, bekeken = false } = opties;
  const regel: Regel = regels[soort];
  const naam = regel.gevoelig === undefined && soort !== "link" && noemtNaam(tekst, regio) ? ("naam" as const) : undefined;
  const gevonden = (soort === "link" ? inLink(tekst) : inTekst(tekst, regel.mag, regio)) ?? naam;
  if (gevonden !== undefined) return { code: regel.persoon, veld, params: { soort: gevonden } };
  if (!regel.codes && noemtCode(tekst)) return { code: regel.code, veld };
  return regel.gevoelig !== undefined && !bekeken && findSensitiveWords(tekst).length > 0 ? { code: regel.gevoelig, veld: "gevoeligOk" } : undefined;
};

const inTekst = (tekst: string, mag: readonly IdentifierSoort[], regio: Bekend | undefined): IdentifierSoort | undefined =>
  findIdentifiers(tekst, { allowed: regio?.contacten.map(({ telefoon }) => telefoon) ?? [] }).find(({ soort }) => !mag.includes(soort))?.soort;

const noemtCode = (tekst: string): boolean =>
  (tekst.match(/\b(?:SG|C)[- ]?[A-Z0-9]{5}[- ]?[A-Z0-9]\b/gi) ?? []).some(
    (typed) => parseCode("C", typed) !== undefined || parseCode("SG", typed) !== undefined,
  );

/** Parameters that name somebody, whatever stands in them. */
const NAAM_SLEUTEL =
  /^(?:\w+[_-])?(?:(?:voor|achter|full|first|last|display|user|nick)?[_-]?(?:naam|name)|user|e-?mail|mail|upn|tel|telefoon|phone|mobiel|mobile|bsn|adres|address)$/i;
/** The address of a Teams meeting looks like one of e-mail. */
const TEAMS_OVERLEG = /19:[\w-]+@thread\.(?:v2|tacv2|skype)/g;

const ontcijfer = (deel: string): string => {
  try {
    return decodeURIComponent(deel.replaceAll("+", " "));
  } catch {
    return deel;
  }
};

/** An identifier anywhere in it when it is an e-mail address; another only as the whole of a part, for meeting numbers and tokens hold digits too. */
const inDeel = (deel: string, zonder: readonly IdentifierSoort[]): IdentifierSoort | undefined => {
  const tekst = deel.replaceAll(TEAMS_OVERLEG, " ");
  for (const stuk of [tekst, ...tekst.split(/["':,{};|\s]+/)]) {
    const heel = stuk.trim();
    const [een] = findIdentifiers(heel, { allowed: [] }).filter(
      ({ soort, start, end }) => !zonder.includes(soort) && (soort === "email" || (start === 0 && end === heel.length)),
    );
    if (een !== undefined) return een.soort;
  }
  return undefined;
};

/** A meeting number of digits alone is no BSN, and no phone number unless it is written as one. */
const inPad = (deel: string): IdentifierSoort | undefined => inDeel(deel, /^[1-9]\d{8,}$/.test(deel) ? ["bsn", "telefoon"] : []);

const inLink = (link: string): IdentifierSoort | "naam" | undefined => {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url === undefined) return undefined;
  if (url.username !== "" || url.password !== "") return "naam";
  const velden = [...url.searchParams, ...new URLSearchParams(url.hash.slice(url.hash.indexOf("?") + 1).replace(/^#/, ""))];
  if (velden.some(([sleutel, waarde]) => waarde !== "" && NAAM_SLEUTEL.test(sleutel))) return "naam";
  const pad = [...url.pathname.split("/"), ...url.hash.slice(1).split(/[/?&]/)].map(ontcijfer);
  return [...pad.map(inPad), ...velden.map(([, waarde]) => inDeel(waarde, []))].find((soort) => soort !== undefined);
};
