import type { z } from "zod";
import type { Card } from "../domain/card.js";
import type { Fout } from "../domain/fouten.js";
import type { Taal } from "../domain/persoon/persoon.js";
import type { GrondSoort } from "../domain/regio/grondslag.js";
import type { Result } from "../domain/result.js";
import type { Answer, Place } from "../ports/chat.js";
import type { AuditLine } from "../ports/store.js";
import type { Work } from "../use-cases/work.js";

/** What every form, look and run gets. The actor is the verified person; `data` is what the button carried, unchecked. */
export type Context = Work & {
  /** What this act has put on record so far. */
  readonly spoor: readonly AuditLine[];
  readonly taal: Taal;
  readonly place: Place;
  /** The bot can hand over a file in the chat of this delivery. */
  readonly canFile?: boolean;
  readonly data: Readonly<Record<string, string>>;
  /** What was typed so far in the form around the pressed button, unchecked. */
  readonly velden: Readonly<Record<string, string>>;
};

/** The form with what was typed so far. @property verplaats what was refused may be moved to a protected field by one press. */
export type Typed = {
  readonly waarden?: Readonly<Record<string, string>>;
  readonly fouten?: Readonly<Record<string, string>>;
  readonly verplaats?: true;
};

/** What somebody looked at, for the audit trail. @property ook what else stands on the same card. */
export type Look = { readonly card: Card; readonly object: string; readonly grondslag?: GrondSoort; readonly ook?: readonly Omit<Look, "card" | "ook">[] };

/**
 * One thing a person can do, declared once for both chats. A press on verb `id` shows its `form`, or its `look` (which is
 * put on record), or else runs. The form's own button has verb `${id}/verstuur`.
 */
export type Interaction<I = unknown> = {
  readonly id: string;
  /** Word that starts it as a command; what follows the word is `data.rest`. */
  readonly commando?: string;
  readonly form?: (ctx: Context, typed: Typed) => Promise<Result<Card, Fout>>;
  readonly look?: (ctx: Context) => Promise<Result<Look, Fout>>;
  /** Its form offers to move what points to a person to a protected field. */
  readonly verplaatst?: true;
  /** Fields come as strings: dates `2026-11-21`, several choices joined with a comma, toggles `true`/`false`. */
  readonly Input?: z.ZodType<I>;
  readonly run?: (ctx: Context, input: I) => Promise<Result<Answer, Fout>>;
  /** What a repeated delivery gets, given the object of the first, where that is made anew; else it hears what the first heard. */
  readonly again?: (ctx: Context, object: string) => Promise<Answer>;
};

/** Checks the input type of one declaration; the table of all forgets it again. */
export const interaction = <I>(declared: Interaction<I>): Interaction => declared as Interaction;
