import type { AccountRef } from "../../domain/persoon/persoon.js";
import type { Conversations } from "../../ports/chat.js";
import type { Clock } from "../../ports/clock.js";
import type { SlackLog } from "./slack-config.js";
import type { Received } from "./slack-inbound.js";

const againAfterMs = 60 * 60 * 1000;
const most = 10_000;

/** Remembers how to reach somebody and the channel he acted in; not again within the hour. Runs after the answer. */
export const rememberPlaces = ({ conversations, clock, log }: { conversations: Conversations; clock: Clock; log: SlackLog }, tenant: string) => {
  const known = new Map<string, number>();
  const isNew = (id: string): boolean => {
    const now = clock.now().getTime();
    const last = known.get(id);
    if (last !== undefined && now - last < againAfterMs) return false;
    if (known.size >= most) known.clear();
    known.set(id, now);
    return true;
  };

  return async ({ origin, place }: Received): Promise<void> => {
    const account: AccountRef = { platform: "slack", tenant, userId: origin.userId };
    const address = (conversationId: string) => ({ platform: "slack" as const, tenant, conversationId });
    try {
      if (isNew(origin.userId)) await conversations.rememberPrivate(account, address(origin.userId));
      if (place.soort === "channel" && isNew(place.conversationId)) await conversations.rememberChannel(address(place.conversationId));
    } catch (error) {
      known.delete(origin.userId);
      known.delete(place.conversationId);
      log.error({ reden: error instanceof Error ? error.name : "unknown" }, "conversation not remembered");
    }
  };
};
