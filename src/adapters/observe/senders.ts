import type { Platform } from "../../domain/persoon/persoon.js";
import type { Sender, SendResult } from "../../ports/chat.js";
import type { Metrics, SendOutcome } from "./metrics.js";

const outcomeOf = (result: SendResult): SendOutcome => {
  if (result.ok) return "ok";
  if (result.gone) return "gone";
  return result.retryAfterMs === undefined ? "retry" : "limited";
};

/** A sender that is counted and timed. */
export const watchSender = (platform: Platform, sender: Sender, metrics: Pick<Metrics, "sent">): Sender => ({
  send: async (to, card, messageId) => {
    const began = performance.now();
    const result = await sender.send(to, card, messageId);
    metrics.sent(platform, outcomeOf(result), performance.now() - began);
    return result;
  },
});
