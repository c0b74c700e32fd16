import { z } from "zod";
import { formulierKaart } from "../cards/cards.js";
import { type FormulierNaam, formulieren, type Veld } from "../cards/formulieren.js";
import type { FormulierGegevens } from "../cards/gegevens.js";
import { vasteKeuzes } from "../cards/keuzes.js";
import type { Card } from "../domain/card.js";
import type { ActiepuntCode, CasusCode, SignaalCode } from "../domain/code.js";
import { isDag } from "../domain/tijd/tijd.js";
import type { Context, Typed } from "./interaction.js";

type Rows<F extends FormulierNaam> = (typeof formulieren)[F][number];
/** What a form gives: a string per required field, for the others a string or nothing. */
export type FormInput<F extends FormulierNaam> = { readonly [R in Rows<F> as R["veld"]]: R["verplicht"] extends true ? string : string | undefined };

const filled = (veld: Veld): z.ZodType<string, string> => {
  const keuzes = veld.soort === "keuze" || veld.soort === "knoppen" ? vasteKeuzes[veld.veld] : undefined;
  const text = z.string().trim();
  if (keuzes) return text.refine((waarde) => keuzes.includes(waarde), "ongeldige_keuze");
  if (veld.soort === "datum") return text.refine(isDag, "ongeldige_datum");
  return text.refine((waarde) => veld.max === undefined || waarde.length <= veld.max, "te_lang");
};

const field = (veld: Veld): z.ZodType<string | undefined> =>
  z.preprocess(
    (waarde) => (typeof waarde === "string" && waarde.trim() !== "" ? waarde : undefined),
    veld.verplicht ? z.string("verplicht").pipe(filled(veld)) : filled(veld).optional(),
  );

/** The zod schema of a form, from the same table that draws it. Messages of its issues are error codes. */
export const formInput = <F extends FormulierNaam>(naam: F): z.ZodType<FormInput<F>> =>
  z.object(Object.fromEntries((formulieren[naam] as readonly Veld[]).map((veld) => [veld.veld, field(veld)]))) as unknown as z.ZodType<FormInput<F>>;

export type FormOptions = {
  readonly code?: SignaalCode | CasusCode | ActiepuntCode;
  readonly data?: Readonly<Record<string, string>>;
  readonly regels?: FormulierGegevens["regels"];
  readonly waarschuwing?: string | undefined;
  readonly keuzes?: FormulierGegevens["keuzes"];
  readonly zonder?: FormulierGegevens["zonder"];
  /** What the fields start with; what was typed wins. */
  readonly vooraf?: Readonly<Record<string, string | undefined>>;
  readonly vertrouwelijk?: boolean;
};

/** The code under the name by which the interactions know it. */
const codeData = (code: FormOptions["code"]): Readonly<Record<string, string>> => {
  if (code === undefined) return {};
  return code.startsWith("A") ? { a: code } : code.startsWith("C") ? { c: code } : { s: code };
};

/** Data of a form: the object's code, a fresh nonce (kept when the form comes back with errors) and what was typed. */
export const formData = (ctx: Context, formulier: FormulierNaam, verb: string, typed: Typed, options: FormOptions): FormulierGegevens => {
  const vooraf = Object.entries(options.vooraf ?? {}).flatMap(([veld, waarde]) => (waarde === undefined ? [] : [[veld, waarde] as const]));
  return {
    formulier,
    verb,
    data: {
      ...codeData(options.code),
      ...options.data,
      n: typed.waarden === undefined ? ctx.ports.ids.nonce() : (ctx.data.n ?? ctx.ports.ids.nonce()),
    },
    waarden: { ...Object.fromEntries(vooraf), ...typed.waarden },
    vertrouwelijk: options.vertrouwelijk ?? false,
    ...(options.code === undefined ? {} : { code: options.code }),
    ...(options.regels === undefined ? {} : { regels: options.regels }),
    ...(options.waarschuwing === undefined ? {} : { waarschuwing: options.waarschuwing }),
    ...(options.keuzes === undefined ? {} : { keuzes: options.keuzes }),
    ...(options.zonder === undefined ? {} : { zonder: options.zonder }),
    ...(typed.fouten === undefined ? {} : { fouten: typed.fouten }),
  };
};

export const form = (ctx: Context, formulier: FormulierNaam, verb: string, typed: Typed, options: FormOptions = {}): Card =>
  formulierKaart(formData(ctx, formulier, verb, typed, options), ctx.taal);
