import type { PubliekReden } from "../domain/delen/publiek.js";
import type { Platform } from "../domain/persoon/persoon.js";
import type { ChannelId } from "../domain/regio/regio.js";
import type { Intent } from "./work.js";

/** A message that somebody pressed. */
export type Plek = { readonly platform: Platform; readonly tenant: string; readonly conversationId: string; readonly messageId: string };

/** A conversation that takes no messages now. */
export type DichtGesprek = { readonly to: Intent["to"]; readonly opnieuwOp: Date; readonly wachten: number };
/** A message that was given up. @property code of what it is about, where everybody who may see this may know that. */
export type GestoptBericht = { readonly id: bigint; readonly to: Intent["to"]; readonly op: Date; readonly code?: string };

/** A channel with readers for whom its cards are not. @property aantal how many of them; 0 when it is about the channel itself. */
export type OngeschiktKanaal = { readonly channelId: ChannelId; readonly reden: PubliekReden; readonly aantal: number; readonly sinds: Date };

/** Somebody reads along in a channel who should not, or nobody does any more. */
export type PubliekChange =
  | { readonly soort: "publiek_mis"; readonly kanaal: OngeschiktKanaal }
  | { readonly soort: "publiek_goed"; readonly channelId: ChannelId };

/** Given up messages are tried again, and conversations that take nothing are tried now. */
export type BezorgingChange = { readonly soort: "opnieuw_sturen"; readonly ids: readonly bigint[]; readonly naar: readonly Intent["to"][] };

/** A card that stands in a channel twice: noted as an older one, so that it is replaced when the card is sent again. */
export type DubbelChange = { readonly soort: "kaart_dubbel"; readonly plek: Plek; readonly van: Intent };

export interface BezorgingStore {
  /** The card of one of these objects, when this message of ours is unknown and the card stands elsewhere in the same conversation. @param over codes and ids, unchecked. */
  findDubbelVan(plek: Plek, over: readonly string[]): Promise<Intent | undefined>;
  /** The longest closed first. */
  dichteGesprekken(): Promise<readonly DichtGesprek[]>;
  ongeschikteKanalen(): Promise<readonly OngeschiktKanaal[]>;
  /** Newest first. */
  gestopteBerichten(limit: number): Promise<readonly GestoptBericht[]>;
}
