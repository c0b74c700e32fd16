import { findIdentifiers, type Identifier, type IdentifierSoort } from "./redactie.js";

/** The protected fields of a signaal [domein 4]. */
export type BeschermdVeld = "adres" | "bedrijf" | "personen";

const VELD_VAN: Partial<Record<IdentifierSoort, BeschermdVeld>> = { adres: "adres", postcode: "adres", locatie: "adres", kvk: "bedrijf" };
const TUSSEN: Readonly<Record<BeschermdVeld, string>> = { adres: ", ", bedrijf: ", ", personen: "\n" };

/** Which word a find starts in, counted as people count: from one. */
export const woordVan = (text: string, start: number): number => text.slice(0, start).trimStart().split(/\s+/).length;

/** Finds that touch become one, of the first kind. */
const samen = (gevonden: readonly Identifier[]): readonly Identifier[] => {
  const tot: Identifier[] = [];
  for (const een of gevonden) {
    const laatste = tot.at(-1);
    if (laatste === undefined || een.start > laatste.end) tot.push(een);
    else tot[tot.length - 1] = { ...laatste, end: Math.max(laatste.end, een.end) };
  }
  return tot;
};

/**
 * Moves what points to a person from a text to the protected field it belongs in; `verwijzing` is what the text says in its place.
 * What does not fit in `max` signs stays where it is.
 */
export const verplaats = (
  text: string,
  velden: Readonly<Partial<Record<BeschermdVeld, string>>>,
  options: {
    readonly allowed: readonly string[];
    readonly max: Readonly<Record<BeschermdVeld, number>>;
    readonly verwijzing: Readonly<Record<BeschermdVeld, string>>;
  },
): { readonly tekst: string; readonly velden: Readonly<Partial<Record<BeschermdVeld, string>>> } => {
  const nieuw: Partial<Record<BeschermdVeld, string>> = { ...velden };
  const stukken: string[] = [];
  let tot = 0;
  for (const { soort, start, end } of samen(findIdentifiers(text, options))) {
    const veld = VELD_VAN[soort] ?? "personen";
    const waarde = text.slice(start, end);
    const had = nieuw[veld]?.trim() ?? "";
    const wordt = had === "" ? waarde : had.includes(waarde) ? had : `${had}${TUSSEN[veld]}${waarde}`;
    if (wordt.length > options.max[veld]) continue;
    nieuw[veld] = wordt;
    const tussen = text.slice(tot, start);
    const zelfde = stukken.at(-1) === options.verwijzing[veld] && /^[\s,;]*$/.test(tussen);
    if (!zelfde) stukken.push(tussen, options.verwijzing[veld]);
    tot = end;
  }
  return { tekst: stukken.join("") + text.slice(tot), velden: nieuw };
};
