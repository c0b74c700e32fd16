import type { Brand } from "./brand.js";
import type { Bestand } from "./document.js";

/** An Adaptive Card (1.5) after its template was expanded, with what the chats need beside it. */
export type Card = {
  /** Template in adaptive-cards/. */
  readonly template: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Title of a modal or dialog, at most 24 characters. */
  readonly titel: string;
  /** Notification text, and what a client reads that cannot show the card. */
  readonly tekst: string;
  /** Shows details: only in a modal or dialog, never in a message (the try-out apart). */
  readonly vertrouwelijk: boolean;
  /** Says only that what stood here is over: takes its place, and is never a message of its own. */
  readonly alleenVervangen?: true;
  /** A file to hand over instead; a chat that first asks the person fetches it with this press once he accepts. */
  readonly bestand?: Bestand & { readonly ophalen: { readonly verb: string; readonly data: Readonly<Record<string, string>> } };
};

/** A card that may be posted: made only from codes, neutral statuses, dates, roles, tafels and names of handlers. */
export type PostedCard = Brand<Card & { readonly vertrouwelijk: false }, "PostedCard">;
