import type { z } from "zod";

/** What can be wrong with a region file; the sentence is message `regio.fout.${code}`. */
export const regioFoutCodes = [
  "geen_json",
  "ontbreekt",
  "geen_tekst",
  "geen_getal",
  "geen_ja_nee",
  "geen_lijst",
  "geen_object",
  "leeg",
  "te_lang",
  "te_klein",
  "te_groot",
  "onbekend_veld",
  "onbekende_keuze",
  "versie",
  "id_vorm",
  "email_vorm",
  "telefoon_vorm",
  "domein_vorm",
  "domein_openbaar",
  "datum_vorm",
  "chat_id_vorm",
  "id_dubbel",
  "email_dubbel",
  "domein_dubbel",
  "account_dubbel",
  "channel_dubbel",
  "channel_twee_gemeenten",
  "rol_dubbel",
  "onbekende_organisatie",
  "onbekende_gemeente",
  "onbekende_persoon",
  "onbekend_convenant",
  "onbekende_vorm",
  "organisatie_geen_gemeente",
  "email_domein",
  "email_nodig",
  "persoon_inactief",
  "vervanger_zelf",
  "vervanger_inactief",
  "vervanger_kring",
  "vorm_niveau",
  "gemeente_zonder_af",
  "gemeente_zonder_channel",
  "meldpunt_zonder_analist",
  "meldpunt_zonder_channel",
  "channel_zonder_meldpunt",
  "onbekende_tafel",
  "channel_twee_tafels",
  "twee_voorzitters",
  "rooster_onmogelijk",
  "rooster_vaak",
  "rooster_nooit",
  "link_vorm",
  "plaats_onjuist",
  "persoonsgegeven",
  "deelnemer_dubbel",
  "tafel_persoon_inactief",
  "minimaal_te_hoog",
  "agenda_na_sluiting",
  "vast_punt_past_niet",
  "privacycheck_nodig",
  "vakantie_omgekeerd",
  "convenant_omgekeerd",
  "partij_dubbel",
] as const;
export type RegioFoutCode = (typeof regioFoutCodes)[number];

/** @property plek where in the file, `personen[3].plaatsvervanger`. */
export type RegioFout = { readonly code: RegioFoutCode; readonly plek: string; readonly params: Readonly<Record<string, string | number>> };

export const fout = (code: RegioFoutCode, plek: string, params: Readonly<Record<string, string | number>> = {}): RegioFout => ({ code, plek, params });

const plekVan = (pad: readonly PropertyKey[]): string =>
  pad.reduce<string>((plek, deel) => (typeof deel === "number" ? `${plek}[${deel}]` : plek === "" ? String(deel) : `${plek}.${String(deel)}`), "");

const waardeOp = (json: unknown, pad: readonly PropertyKey[]): unknown =>
  pad.reduce<unknown>((waarde, deel) => (typeof waarde === "object" && waarde !== null ? (waarde as Record<PropertyKey, unknown>)[deel] : undefined), json);

const soortFout: Readonly<Record<string, RegioFoutCode>> = {
  string: "geen_tekst",
  number: "geen_getal",
  int: "geen_getal",
  boolean: "geen_ja_nee",
  array: "geen_lijst",
  object: "geen_object",
};

/** Of a choice between shapes, what is wrong with the one that comes closest: the object, when there is one. */
const unieFouten = (json: unknown, issue: Extract<z.core.$ZodIssue, { code: "invalid_union" }>, plek: string): readonly RegioFout[] => {
  const vorm = issue.errors.find((fouten) => fouten.every((een) => een.path.length > 0 || een.code === "unrecognized_keys"));
  if (vorm === undefined || vorm.length === 0)
    return [fout("onbekende_keuze", issue.discriminator === undefined ? plek : plekVan(issue.path), { keuzes: keuzesVan(issue) })];
  return vorm.flatMap((een) => vanIssue(json, { ...een, path: [...issue.path, ...een.path] }));
};
const soorten = ["meldpunt", "aandachtsfunctionaris", "tafel"];
const keuzesVan = (issue: Extract<z.core.$ZodIssue, { code: "invalid_union" }>): string =>
  issue.discriminator === undefined ? "op_verzoek, { cron }" : soorten.join(", ");

/** A finding of the schema in our own words; an unknown field gives one fout per field. */
export const vanIssue = (json: unknown, issue: z.core.$ZodIssue): readonly RegioFout[] => {
  const plek = plekVan(issue.path) || "bestand";
  if (issue.code === "unrecognized_keys") return issue.keys.map((veld) => fout("onbekend_veld", plek, { veld }));
  if (issue.path.length > 0 && waardeOp(json, issue.path) === undefined) return [fout("ontbreekt", plek)];
  const eigen = regioFoutCodes.find((code) => code === issue.message);
  const waarde = waardeOp(json, issue.path);
  if (eigen && (typeof waarde === "string" || Array.isArray(waarde))) return [fout(eigen, plek)];
  return issue.code === "invalid_union" ? unieFouten(json, issue, plek) : [eenFout(issue, plek, eigen)];
};

const eenFout = (issue: z.core.$ZodIssue, plek: string, eigen: RegioFoutCode | undefined): RegioFout => {
  switch (issue.code) {
    case "invalid_type":
      return fout(soortFout[issue.expected] ?? "geen_tekst", plek);
    case "invalid_value":
      return eigen ? fout(eigen, plek) : fout("onbekende_keuze", plek, { keuzes: issue.values.map(String).join(", ") });
    case "too_small":
      return issue.origin === "string" || issue.origin === "array" ? fout("leeg", plek) : fout("te_klein", plek, { minimum: Number(issue.minimum) });
    case "too_big":
      return fout(issue.origin === "string" ? "te_lang" : "te_groot", plek, { maximum: Number(issue.maximum) });
    default:
      return fout("geen_tekst", plek);
  }
};
