import type { PersoonId } from "../domain/persoon/persoon.js";
import type { ChannelId } from "../domain/regio/regio.js";

/** What may be posted. A living card is changed in place; the others are new messages. `publiek` posts nothing: it only looks who is in the channel. */
export const livingCards = [
  "triage",
  "vraag",
  "regie",
  "overdracht",
  "zorgvraag",
  "comensha",
  "prive",
  "actievraag",
  "bezetting",
  "concept",
  "agenda",
  "uitnodiging",
  "inbreng_laat",
  "afwezig",
  "te_weinig",
  "agenda_gemist",
  "voorstel",
  "overleg_loopt",
  "besluitenlijst",
  "noodtoegang",
  "inzageverzoek",
  "exportvraag",
  "exportbericht",
] as const;
export const singleCards = [
  "ontvangst",
  "terugkoppeling",
  "herinnering",
  "bericht",
  "welkom",
  "actiebericht",
  "dagbundel",
  "overlegbericht",
  "overlegherinnering",
  "agendabericht",
  "kanaalbericht",
  "bezorging",
  "bestand",
  "bewaarbericht",
  "opruimen",
  "noodmelding",
  "inzagebericht",
  "publiek",
] as const;
export type CardKind = (typeof livingCards)[number] | (typeof singleCards)[number];

/** Kinds that take the place of a message that stands. `opruimen` names it by its id: a neutral line comes instead. */
export const changesInPlace = (kind: CardKind): boolean => kind === "opruimen" || livingCards.some((living) => living === kind);

/** An outgoing message as intent, never content: words, policy and card are worked out when it is sent. */
export type Intent = {
  readonly kind: CardKind;
  /** Id of the signaal, vraag, casus or overdracht; of an actiepunt or a bundle with which one of them, after a colon. */
  readonly objectId: string;
  readonly to: { readonly channelId: ChannelId } | { readonly persoonId: PersoonId };
  /** A fixed word, e.g. which feedback or reminder, or verb and code of a private look. */
  readonly variant?: string;
};

export const momentSoorten = [
  "eerste_reactie",
  "antwoord_partner",
  "bericht_melder",
  "herzien",
  "acuut_nagaan",
  "prive_neutraal",
  "regie_reactie",
  "volgende_stap",
  "actie_herinneren",
  "dagbundel",
  "plannen",
  "bezetting",
  "voorstel",
  "agenda",
  "casus_terug",
  "bewaren",
  "noodtoegang_voorbij",
  "inzage_termijn",
  "export_wacht",
] as const;
export type MomentSoort = (typeof momentSoorten)[number];

/** Something that must happen at a time, once. @property stap how far an escalation is. */
export type DueMoment = { readonly soort: MomentSoort; readonly objectId: string; readonly op: Date; readonly stap: number };

export type ClaimedIntent = Intent & { readonly id: bigint; readonly attempts: number; readonly gemaaktOp: Date };
export type ClaimedMoment = DueMoment & { readonly id: bigint };

/** Where a card was posted, so that it can be changed. */
export type PostedMessage = {
  readonly platform: "slack" | "teams";
  readonly tenant: string;
  readonly conversationId: string;
  readonly serviceUrl?: string;
  readonly messageId: string;
};

/** A card that stands in a channel. */
export type StandingCard = PostedMessage & { readonly id: bigint };

/** Work that waits in the database, claimed with a lease by any instance. Times are UTC. */
export interface WorkStore {
  /**
   * The oldest unsent intent of each conversation that is due and not leased, first those of conversations that wait for something acuut.
   * A living card with a later unsent intent is skipped for the later one, and so is what says the same as a later one.
   */
  claimIntents(now: Date, leaseMs: number, limit: number): Promise<readonly ClaimedIntent[]>;
  /** The platform said so: stored with where it stands. `undefined`: there was nothing to send any more. @param next the recipient gets nothing before that. */
  intentSent(intent: ClaimedIntent, message: PostedMessage | undefined, next?: Date): Promise<void>;
  intentFailed(intent: ClaimedIntent, error: string, retryAt: Date | undefined): Promise<void>;
  /** No address yet: waits until one is remembered. */
  intentWaits(intent: ClaimedIntent, until: Date): Promise<void>;
  /** The conversation takes nothing: all of its messages wait until then, or until the bot is met there again. */
  conversationClosed(intent: ClaimedIntent, error: string, until: Date): Promise<void>;
  /** Cards in the channel that were not taken away and that no chat refused to change, the newest first. */
  standingCards(to: Intent["to"], limit: number): Promise<readonly StandingCard[]>;
  /** A neutral line stands in its place, or it is no more; not when the chat refused. What is changed in place will be posted anew, marked `terug`. */
  cardTakenAway(card: StandingCard, gone: boolean): Promise<void>;
  /** A turn in a queue that every instance shares. @returns milliseconds to wait for it. */
  takeTurn(key: string, spacingMs: number): Promise<number>;
  findPosted(intent: Intent): Promise<PostedMessage | undefined>;
  /** Other messages with this card, that should not be there. */
  findStrays(intent: Intent, shown: PostedMessage): Promise<readonly PostedMessage[]>;
  /** It was replaced, or is no more. */
  strayReplaced(intent: Intent, stray: PostedMessage): Promise<void>;
  nextIntentAt(): Promise<Date | undefined>;

  claimMoments(now: Date, leaseMs: number, limit: number): Promise<readonly ClaimedMoment[]>;
  momentDone(id: bigint): Promise<void>;
  /** Unless one of this kind on this object is open already. */
  ensureMoment(moment: DueMoment): Promise<void>;
}

/** What one round of sealing did. @property more there is probably more to do. @property checkpoint written down for good; its hash is worth keeping elsewhere. */
export type SealResult = {
  readonly sealed: number;
  readonly more: boolean;
  readonly checkpoint?: { readonly nr: string; readonly hash: string };
};

/** The chain over the audit trail. */
export interface AuditSeals {
  /** Numbers and hashes for lines that have none; one instance at a time. */
  seal(): Promise<SealResult>;
  /** Age of the oldest line without a number, in milliseconds; 0 when there is none. */
  oldestUnsealed(): Promise<number>;
}

/** The term of the audit trail itself. */
export interface AuditTermijn {
  /** Removes lines from before then, up to a checkpoint; what is left verifies from there on. @returns how many. */
  removeBefore(voor: Date): Promise<number>;
}
