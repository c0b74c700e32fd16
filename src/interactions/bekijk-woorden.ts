import { vasteKeuzes } from "../cards/keuzes.js";
import { isMessageKey, type MessageKey, sayAny } from "../messages/messages.js";
import type { Context } from "./interaction.js";

/** One line of a view: what it is, and what stands there. */
export type Regel = { readonly naam: string; readonly waarde: string };
/** What a view needs to know of who looks. */
export type Look = Pick<Context, "taal" | "now" | "actor">;

/** The words under a key that is known at run time. */
export const word = (ctx: Look, key: string, fallback = ""): string => (isMessageKey(key) ? sayAny(ctx.taal, key as MessageKey) : fallback);
/** A line, or none when nothing stands there. */
export const regel = (ctx: Look, veld: string, waarde: string | undefined): readonly Regel[] =>
  waarde === undefined || waarde === "" ? [] : [{ naam: word(ctx, `bekijk.veld.${veld}`, veld), waarde }];
/** A line with a fixed choice in words. */
export const gekozen = (ctx: Look, veld: string, waarde: string | undefined): readonly Regel[] =>
  waarde === undefined ? [] : regel(ctx, veld, vasteKeuzes[veld]?.includes(waarde) ? word(ctx, `keuze.${veld}.${waarde}`) : waarde);
