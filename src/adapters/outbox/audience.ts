import type { Address, Conversations } from "../../ports/chat.js";
import type { Clock } from "../../ports/clock.js";
import type { PubliekReader, Toets } from "../../ports/publiek.js";
import type { ClaimedIntent } from "../../ports/work.js";

/** `proef`: the try-out on this computer, where nobody is asked. */
export type Readers = Readonly<Partial<Record<Address["platform"], PubliekReader | "proef">>>;

export type AudienceParts = {
  readonly readers: Readers;
  /** Asks, and keeps on record what turned. */
  readonly judge: (intent: ClaimedIntent, address: Address, reader: PubliekReader) => Promise<Toets>;
  readonly clock: Clock;
};
export type Audience = {
  /** May what is posted in this channel be read by everybody who is in it? */
  check(intent: ClaimedIntent, address: Address): Promise<Toets>;
  /** Something changed there: what was found counts no more. */
  forget(address: Address): void;
};

const goodForMs = 5 * 60_000;
/** Asking, and posting afterwards, must fit in the lease of a message. */
const answerWithinMs = 20_000;
const unanswered = (reason: string): Toets => ({ ok: false, gone: false, reason, retryAfterMs: goodForMs });
const inTime = async (asked: Promise<Toets>): Promise<Toets> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Toets>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, gone: false, reason: "timeout" }), answerWithinMs);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
};
const keyOf = ({ platform, tenant, conversationId }: Address): string => JSON.stringify([platform, tenant, conversationId]);

/** Asks who is in a channel before something is posted there. Only a yes is remembered, for five minutes; a look asks always. */
export const audience = ({ readers, judge, clock }: AudienceParts): Audience => {
  const fit = new Map<string, number>();
  return {
    check: async (intent, address) => {
      const reader = readers[address.platform];
      if (reader === "proef") return { mag: true };
      if (reader === undefined) return unanswered(`${address.platform}_is_off`);
      const key = keyOf(address);
      const now = clock.now().getTime();
      const since = fit.get(key);
      if (intent.kind !== "publiek" && since !== undefined && now >= since && now - since < goodForMs) return { mag: true };
      fit.delete(key);
      const toets = await inTime(judge(intent, address, reader));
      if ("mag" in toets && toets.mag) fit.set(key, now);
      return toets;
    },
    forget: (address) => void fit.delete(keyOf(address)),
  };
};

/** The same, forgetting what was found about a channel that changed. */
export const forgetting = (conversations: Conversations, { forget }: Pick<Audience, "forget">): Conversations => ({
  ...conversations,
  channelChanged: (address) => {
    forget(address);
    return conversations.channelChanged(address);
  },
});
