import type { Platform } from "../../domain/persoon/persoon.js";
import type { Address } from "../../ports/chat.js";
import type { Clock } from "../../ports/clock.js";

/** Milliseconds between two messages in one conversation. */
export type Spacing = Readonly<Record<Platform, number>>;

/** Slack allows 1 per second and Teams 7 per second in a conversation. */
export const defaultSpacing: Spacing = { slack: 1_000, teams: 143 };

const forgetAfter = 1_000;

/** Gives every conversation its turn, so that the platform has no reason to refuse. */
export const pacer = (clock: Clock, sleep: (ms: number) => Promise<void>, spacing: Spacing = defaultSpacing): ((to: Address) => Promise<void>) => {
  const nextTurn = new Map<string, number>();
  return async (to) => {
    const key = `${to.platform} ${to.tenant} ${to.serviceUrl ?? ""} ${to.conversationId}`;
    const now = clock.now().getTime();
    const turn = Math.max(now, nextTurn.get(key) ?? 0);
    nextTurn.delete(key);
    nextTurn.set(key, turn + spacing[to.platform]);
    if (nextTurn.size > forgetAfter) dropOldest(nextTurn);
    if (turn > now) await sleep(turn - now);
  };
};

/** A map keeps its order of insertion. */
const dropOldest = (turns: Map<string, number>): void => {
  const oldest = turns.keys().next();
  if (!oldest.done) turns.delete(oldest.value);
};
