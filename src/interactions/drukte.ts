import type { Inbound } from "../ports/chat.js";

const MINUUT_MS = 60_000;

/** Keeps a client that runs wild from taking the bot from others. */
export type Drukte = {
  /** Was more asked this minute than a person can, or than people in one channel do? */
  readonly isTeDruk: (inbound: Inbound, now: Date) => boolean;
};

/** Counts per account and per channel, each minute anew, in this process. */
export const makeDrukte = (perPersoon = 60, perChannel = 300): Drukte => {
  const counts = new Map<string, number>();
  let minuut = 0;
  const more = (key: string): number => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  return {
    isTeDruk: ({ account, place }, now) => {
      const nu = Math.floor(now.getTime() / MINUUT_MS);
      if (nu !== minuut) counts.clear();
      minuut = nu;
      const { platform, tenant, userId } = account;
      const persoon = more(JSON.stringify([platform, tenant, userId])) > perPersoon;
      const channel = place.soort === "channel" && more(JSON.stringify([platform, tenant, place.conversationId, "channel"])) > perChannel;
      return persoon || channel;
    },
  };
};
