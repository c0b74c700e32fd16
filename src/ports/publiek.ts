import type { PubliekOordeel } from "../domain/delen/publiek.js";
import type { Address, Profiel } from "./chat.js";

/** Somebody, or something, in a channel. @property profiel what the chat vouches for; absent: he is known already, or the chat knows nothing of him. */
export type Lid = { readonly userId: string; readonly profiel?: Profiel };

/** Who can read along in a channel, as the chat says now; the bot itself is not among them. */
export type Publiek = {
  /** With another organisation, or about to be. */
  readonly gedeeld: boolean;
  /** Everybody in the workspace can read along. */
  readonly openbaar: boolean;
  readonly leden: readonly Lid[];
};

/** @property gone the conversation cannot be read by the bot. @property retryAfterMs as the platform asked. */
export type PubliekResult =
  | { readonly ok: true; readonly publiek: Publiek }
  | { readonly ok: false; readonly gone: boolean; readonly reason: string; readonly retryAfterMs?: number };

/** Whom of these accounts the bot knows well enough not to ask the chat about. */
export type Bekend = (userIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Asks a chat who is in a channel: no messages, no retries of its own, never rejects. */
export interface PubliekReader {
  read(channel: Address, bekend: Bekend): Promise<PubliekResult>;
}

/** May the channel carry our cards, or why could that not be found out? */
export type Toets = PubliekOordeel | Extract<PubliekResult, { ok: false }>;
