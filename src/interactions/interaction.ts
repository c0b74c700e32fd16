import type { z } from "zod";
import type { Card } from "../domain/card.js";
import type { Actor, Taal } from "../domain/persoon/persoon.js";
import type { Result } from "../domain/result.js";
import type { MessageKey } from "../messages/messages.js";
import type { Answer, Inbound } from "../ports/chat.js";
import type { Ports } from "../ports/ports.js";

/** `error.${code}` without the prefix: a refusal without words does not compile. */
export type RefusalCode = { [K in MessageKey]: K extends `error.${infer C}` ? C : never }[MessageKey];

/** An expected no. @property veld the field it is about; without it the whole is refused. */
export type Refusal = { readonly code: RefusalCode; readonly veld?: string; readonly params?: Readonly<Record<string, string | number>> };

/** What every form and run gets. */
export type Context = {
  readonly actor: Actor;
  readonly taal: Taal;
  readonly inbound: Inbound;
  readonly ports: Ports;
  readonly now: Date;
  /** `data` of the pressed button or form, unchecked. */
  readonly data: Readonly<Record<string, string>>;
};

/** The form with what was typed so far. */
export type Typed = { readonly waarden?: Readonly<Record<string, string>>; readonly fouten?: Readonly<Record<string, string>> };

/**
 * One thing a person can do, declared once for both chats.
 * A press on verb `id` shows `form` when there is one, else runs. The form's own button has verb `${id}/verstuur`.
 */
export type Interaction<I = unknown> = {
  readonly id: string;
  /** Word that starts it as a command. */
  readonly commando?: string;
  readonly form?: (ctx: Context, typed: Typed) => Promise<Result<Card, Refusal>>;
  /** Fields come as strings: dates `2026-11-21`, several choices joined with a comma, toggles `true`/`false`. */
  readonly Input: z.ZodType<I>;
  readonly run: (ctx: Context, input: I) => Promise<Result<Answer, Refusal>>;
};

export const interaction = <I>(declared: Interaction<I>): Interaction<I> => declared;
