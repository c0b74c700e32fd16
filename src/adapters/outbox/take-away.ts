import type { Card } from "../../domain/card.js";
import type { Address, SendResult } from "../../ports/chat.js";
import type { Clock } from "../../ports/clock.js";
import type { Intent, PostedMessage, WorkStore } from "../../ports/work.js";
import type { Spacing } from "./pacing.js";

/** As many as fit in one lease, at the pace of the chat. */
const perAttempt = 20;
const longestMs = 25_000;

type Failed = Extract<SendResult, { ok: false }>;
type Parts = {
  readonly work: Pick<WorkStore, "standingCards" | "cardTakenAway">;
  readonly clock: Clock;
  readonly spacing: Spacing;
  readonly sleep: (ms: number) => Promise<void>;
  readonly strayCard: Card;
  readonly send: (to: Address, card: Card, messageId: string) => Promise<SendResult>;
};

/** Puts a neutral line in the place of the cards that stand in a channel. @returns the failure of the first that has to be tried again; `more` when others stand there still. */
export const takeCardsAway = async (parts: Parts, channel: Intent["to"]): Promise<"done" | "more" | Failed> => {
  const { work, clock, spacing, sleep, strayCard, send } = parts;
  const begun = clock.now().getTime();
  const cards = await work.standingCards(channel, perAttempt);
  for (const card of cards) {
    if (clock.now().getTime() - begun > longestMs) return "more";
    const { messageId, ...to }: PostedMessage = card;
    const result = await send(to, strayCard, messageId);
    if (!result.ok && !(result.gone && result.messageOnly)) return result;
    await work.cardTakenAway(card, result.ok || result.absent === true);
    await sleep(spacing[to.platform]);
  }
  return cards.length < perAttempt ? "done" : "more";
};
