import type { Card } from "../domain/card.js";
import type { Bestand } from "../domain/document.js";
import type { AccountRef, Platform, Taal } from "../domain/persoon/persoon.js";

/** What the platform vouches for about an account. */
export type Profiel = {
  readonly naam: string;
  /** Absent when the platform does not vouch for one. */
  readonly email?: string;
  readonly soort: "lid" | "gast" | "extern";
  readonly taal?: Taal;
};

/** Where something happened: only as trustworthy as the verified payload. */
export type Place = {
  readonly soort: "channel" | "prive" | "home" | "dialoog";
  readonly conversationId: string;
  readonly messageId?: string;
};

/** One delivery from a chat after its signature or token was checked. Values in `data` and `velden` are never trusted as identity or permission. */
export type Inbound = {
  /** Same for every delivery of the same act: the nonce of the form, else the platform's event id. */
  readonly delivery: string;
  /** Of the HTTP request it came with, for the log. */
  readonly requestId?: string;
  readonly account: AccountRef;
  readonly place: Place;
  readonly event:
    | { readonly soort: "commando"; readonly woord: string; readonly rest: string }
    | { readonly soort: "actie"; readonly verb: string; readonly data: Readonly<Record<string, string>>; readonly velden: Readonly<Record<string, string>> }
    | { readonly soort: "home" };
  /** The person's client language. */
  readonly taal?: Taal;
  /** Can a form or a look be shown to this person alone, right now (Slack trigger, Teams dialog)? Else it goes as a private card. */
  readonly canShow: boolean;
  /** Can the bot hand over a file in this chat? */
  readonly canFile?: boolean;
  /** Asks the platform who this is; called only when the account is new or its link is old. */
  profiel(): Promise<Profiel | undefined>;
};

/**
 * What the person who acted gets back, and nobody else.
 * - `toon`: a form, list or look in a modal, dialog or private message
 * - `vervang`: takes the place of the form or private card that was used (a receipt); `zin`: all that it says, kept for a repeat
 * - `fouten`: the form again, with what was typed and an error per field; `heel`: it also holds something new, so all of it is shown
 * - `melding`: one sentence
 * - `home`: the Home view
 * - `bestand`: the file that the chat asked for after he accepted it; `tekst` for a chat that asks for none
 * - `niets`: the card itself will change through the outbox
 */
export type Answer =
  | { readonly soort: "toon"; readonly card: Card }
  | { readonly soort: "vervang"; readonly card: Card; readonly zin?: string }
  | { readonly soort: "fouten"; readonly card: Card; readonly fouten: Readonly<Record<string, string>>; readonly heel?: true }
  | { readonly soort: "melding"; readonly tekst: string }
  | { readonly soort: "home"; readonly card: Card }
  | { readonly soort: "bestand"; readonly bestand: Bestand; readonly tekst: string }
  | { readonly soort: "niets" };

/** What became of one delivery, for who watches: no person, code or text. */
export type Handled = {
  readonly requestId?: string;
  readonly traceId: string;
  readonly platform: Platform;
  readonly soort: Inbound["event"]["soort"];
  /** The interaction; `onbekend` for what is none of ours. */
  readonly verb: string;
  readonly uitkomst: Answer["soort"] | "fout";
  readonly ms: number;
};

/** The app as the chats see it. Never rejects: a bug becomes one apology with a reference. */
export type Dispatch = (inbound: Inbound) => Promise<Answer>;

/** Where a message goes. Teams needs `serviceUrl`; Slack takes a user id as conversation. */
export type Address = {
  readonly platform: Platform;
  readonly tenant: string;
  readonly conversationId: string;
  readonly serviceUrl?: string;
};

export type SendResult =
  | { readonly ok: true; readonly messageId: string; readonly conversationId: string }
  /**
   * @property gone the conversation cannot be reached now; with `messageOnly` just the message that should change.
   * @property absent that message is not there. @property retryAfterMs as the platform asked.
   */
  | {
      readonly ok: false;
      readonly gone: boolean;
      readonly messageOnly?: boolean;
      readonly absent?: boolean;
      readonly retryAfterMs?: number;
      readonly reason: string;
    };

/** Sends or, with `messageId`, changes one message; no retries of its own, never rejects. With a file the card says what to do when the file does not come. */
export interface Sender {
  send(to: Address, card: Card, messageId?: string): Promise<SendResult>;
}
export type Senders = Readonly<Partial<Record<Platform, Sender>>>;

/** What an adapter learns in passing and the outbox needs. */
export interface Conversations {
  /** The private conversation of an account, known from its first message or installation. */
  rememberPrivate(account: AccountRef, address: Address): Promise<void>;
  /** The service behind a channel of the region, known from its first message or installation. */
  rememberChannel(address: Address): Promise<void>;
  /** Who is in it, or with whom it is shared, changed: somebody looks now, and what waited for that goes on when it may. Nothing when it is no channel of the region. */
  channelChanged(address: Address): Promise<void>;
  /** Accounts of a team's roster or a workspace's directory: linked to people of the region by the e-mail that the platform vouches for. */
  rememberRoster(accounts: readonly { readonly account: AccountRef; readonly profiel: Profiel; readonly address?: Address }[]): Promise<void>;
}
