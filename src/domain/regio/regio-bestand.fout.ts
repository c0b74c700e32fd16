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

/** A finding of the schema in our own words; an unknown field gives one fout per field. */
export const vanIssue = (json: unknown, issue: z.core.$ZodIssue): readonly RegioFout[] => {
  const plek = plekVan(issue.path) || "bestand";
  if (issue.code === "unrecognized_keys") return issue.keys.map((veld) => fout("onbekend_veld", plek, { veld }));
  if (issue.path.length > 0 && waardeOp(json, issue.path) === undefined) return [fout("ontbreekt", plek)];
  const eigen = regioFoutCodes.find((code) => code === issue.message);
  if (eigen && typeof waardeOp(json, issue.path) === "string") return [fout(eigen, plek)];
  switch (issue.code) {
    case "invalid_type":
      return [fout(soortFout[issue.expected] ?? "geen_tekst", plek)];
    case "invalid_value":
      return [eigen ? fout(eigen, plek) : fout("onbekende_keuze", plek, { keuzes: issue.values.map(String).join(", ") })];
    case "too_small":
      return [issue.origin === "string" || issue.origin === "array" ? fout("leeg", plek) : fout("te_klein", plek, { minimum: Number(issue.minimum) })];
    case "too_big":
      return [fout(issue.origin === "string" ? "te_lang" : "te_groot", plek, { maximum: Number(issue.maximum) })];
    default:
      return [fout("geen_tekst", plek)];
  }
};
