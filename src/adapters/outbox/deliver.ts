import type { Card } from "../../domain/card.js";
import type { Address, Senders, SendResult } from "../../ports/chat.js";
import type { Clock } from "../../ports/clock.js";
import { type ClaimedIntent, type Intent, livingCards, type PostedMessage, type WorkStore } from "../../ports/work.js";
import type { Audience } from "./audience.js";
import { type Spacing, tenantKey, tenantSpacingMs } from "./pacing.js";
import { takeCardsAway } from "./take-away.js";

export type Outcome = "sent" | "empty" | "waits" | "retry" | "closed" | "audience" | "given_up" | "stray";
export type OutboxLog = Readonly<Record<"warn" | "error", (fields: Readonly<Record<string, unknown>>, message: string) => void>>;

export type DeliveryParts = {
  readonly work: WorkStore;
  readonly resolveAddress: (intent: Intent) => Promise<Address | undefined>;
  /** The card as it should read now; `undefined` when there is nothing to say any more. @property existing the message to change. */
  readonly render: (intent: ClaimedIntent) => Promise<{ readonly card: Card; readonly existing?: PostedMessage } | undefined>;
  readonly senders: Senders;
  readonly clock: Clock;
  readonly log: OutboxLog;
  readonly random: () => number;
  /** Asked before anything is posted in a channel. */
  readonly audience: Pick<Audience, "check">;
  /** A conversation takes nothing any more: tells who can do something about it. */
  readonly onClosed: (intent: ClaimedIntent) => Promise<void>;
  /** In the place of a card that stands twice, or that has readers who should not be there. */
  readonly strayCard: Card;
  /** Counts what became of an intent. */
  readonly onOutcome?: (outcome: Outcome) => void;
  readonly spacing: Spacing;
  readonly sleep: (ms: number) => Promise<void>;
};
export type Delivery = { readonly deliver: (intent: ClaimedIntent) => Promise<Outcome> };

const second = 1_000;
const minute = 60 * second;
const waitForAddressMs = 15 * minute;
const sendTimeoutMs = 15 * second;
const closedFirstMs = 5 * minute;
const closedLongestMs = 60 * minute;
/** A card that cannot be made is a bug: it must not hold up its conversation for ever. */
const renderAttempts = 10;
const keepTryingMs = 7 * 24 * 60 * minute;

/** Milliseconds before the next attempt: 1 s doubling up to 5 min, half of it by chance so that instances spread. */
export const backoff = (attempts: number, random: () => number): number => {
  const full = Math.min(5 * minute, second * 2 ** Math.min(attempts, 20));
  return Math.round(full / 2 + (full / 2) * random());
};

/** Milliseconds before a conversation that took nothing is tried again: 5 min doubling up to an hour. */
const closedFor = (attempts: number): number => Math.min(closedLongestMs, closedFirstMs * 2 ** Math.min(attempts, 10));

/** Takes one claimed intent to its end: sent, nothing to send, waiting, to be tried again, or given up. */
export const deliver = (parts: DeliveryParts): Delivery => {
  const { work, clock, log, random } = parts;
  /** Sent, but the store could not be told: the next claim of it only has to be stored. */
  const unstored = new Map<bigint, PostedMessage>();
  const after = (ms: number): Date => new Date(clock.now().getTime() + ms);

  const isTooOld = (intent: ClaimedIntent): boolean => clock.now().getTime() - intent.gemaaktOp.getTime() > keepTryingMs;
  const retry = async (intent: ClaimedIntent, reason: string, waitMs: number): Promise<Outcome> => {
    if (isTooOld(intent)) return giveUp(intent, reason);
    log.warn({ ...idsOf(intent), reason, waitMs }, "message will be tried again");
    await work.intentFailed(intent, reason, after(waitMs));
    return "retry";
  };
  const giveUp = async (intent: ClaimedIntent, reason: string): Promise<Outcome> => {
    log.error({ ...idsOf(intent), reason }, "message given up");
    await work.intentFailed(intent, reason, undefined);
    return "given_up";
  };
  /** The whole conversation waits, in order, and goes on by itself; told before it is stored, so that a crash in between tells it again. */
  const close = async (intent: ClaimedIntent, reason: string): Promise<Outcome> => {
    if (isTooOld(intent)) return giveUp(intent, reason);
    log.warn({ ...idsOf(intent), reason }, "conversation takes no messages");
    await parts.onClosed(intent);
    await work.conversationClosed(intent, reason, after(closedFor(intent.attempts)));
    return "closed";
  };
  const store = async (intent: ClaimedIntent, message: PostedMessage): Promise<Outcome> => {
    unstored.set(intent.id, message);
    await persistently(() => work.intentSent(intent, message, after(parts.spacing[message.platform])), parts.sleep);
    unstored.delete(intent.id);
    return "sent";
  };

  const done = async (intent: ClaimedIntent): Promise<Outcome> => {
    await work.intentSent(intent, undefined);
    return "empty";
  };
  const notRendered = (intent: ClaimedIntent): Promise<Outcome> =>
    intent.attempts + 1 >= renderAttempts ? giveUp(intent, "render") : retry(intent, "render", backoff(intent.attempts, random));

  const deliverNow = async (intent: ClaimedIntent): Promise<Outcome> => {
    const known = unstored.get(intent.id);
    if (known) return store(intent, known);
    const channel = await channelOf(parts, intent);
    const held = channel && (await holdFromReaders(intent, channel));
    if (held) return held;
    const found = await renderSafely(parts, intent);
    if (found === "failed") return notRendered(intent);
    if (!found || (found.card.alleenVervangen && !found.existing)) return done(intent);
    // Where nobody can be asked who reads along, nothing changes either.
    if (hasReaders(intent) && !channel) return settle(intent, "no_address");
    return settle(intent, await post(parts, intent, found.card, found.existing));
  };
  const again = (intent: ClaimedIntent, { gone, reason, retryAfterMs }: Extract<SendResult, { ok: false }>): Promise<Outcome> =>
    gone ? close(intent, reason) : retry(intent, reason, retryAfterMs ?? backoff(intent.attempts, random));
  /** Somebody reads along who should not, or that cannot be found out: nothing is posted; what stood there gives way first. */
  const holdFromReaders = async (intent: ClaimedIntent, channel: Address): Promise<Outcome | undefined> => {
    const found = await parts.audience.check(intent, channel);
    if ("ok" in found) return again(intent, found);
    if (found.mag) return undefined;
    const taken = await takeCardsAway({ ...parts, send: (to, card, messageId) => sendOnce(parts, to, card, messageId) }, intent.to);
    if (taken === "more") {
      await work.intentWaits(intent, after(parts.spacing[channel.platform]));
      return "audience";
    }
    if (taken !== "done") return again(intent, taken);
    if (isTooOld(intent)) return giveUp(intent, found.reden);
    log.warn({ ...idsOf(intent), reason: found.reden }, "channel has readers who should not be there");
    await work.conversationClosed(intent, found.reden, after(closedFor(intent.attempts)));
    return "audience";
  };
  /** What had to go and is not there is as good as gone; what the chat will not change still stands. */
  const cannotChange = (intent: ClaimedIntent, { absent, reason }: Extract<SendResult, { ok: false }>): Promise<Outcome> =>
    intent.kind === "opruimen" && absent !== true ? giveUp(intent, reason) : done(intent);
  const settle = async (intent: ClaimedIntent, sent: Sent | "no_address"): Promise<Outcome> => {
    if (sent === "no_address") {
      await work.intentWaits(intent, after(waitForAddressMs));
      return "waits";
    }
    const { to, result } = sent;
    if (result.ok) {
      const shown = { ...to, conversationId: result.conversationId, messageId: result.messageId };
      const outcome = await store(intent, shown);
      if (isLiving(intent)) await replaceStrays(parts, intent, shown);
      return outcome;
    }
    if (result.gone && result.messageOnly) return cannotChange(intent, result);
    if (result.gone) return close(intent, result.reason);
    // It may have been accepted all the same: the pace counts it.
    return retry(intent, result.reason, Math.max(parts.spacing[to.platform], result.retryAfterMs ?? backoff(intent.attempts, random)));
  };
  return { deliver: deliverNow };
};

/** A neutral line, and a private message to one person, need no look at who reads along. */
const hasReaders = ({ to, kind }: Intent): boolean => "channelId" in to && kind !== "opruimen";
const channelOf = async ({ resolveAddress }: DeliveryParts, intent: ClaimedIntent): Promise<Address | undefined> =>
  hasReaders(intent) ? resolveAddress(intent) : undefined;

const idsOf = (intent: ClaimedIntent) => ({ intent: String(intent.id), kind: intent.kind, object: intent.objectId, attempts: intent.attempts });

const renderSafely = async ({ render, log }: DeliveryParts, intent: ClaimedIntent) => {
  try {
    return await render(intent);
  } catch (error) {
    log.error({ ...idsOf(intent), error: error instanceof Error ? error.name : "unknown" }, "card could not be made");
    return "failed" as const;
  }
};

type Sent = { readonly to: Address; readonly result: SendResult };

const isLiving = ({ kind }: Intent): boolean => livingCards.some((living) => living === kind);

/** A card that stands somewhere twice, since a crash came between "sent" and "stored": only the one that is kept goes on. */
const replaceStrays = async (parts: DeliveryParts, intent: ClaimedIntent, shown: PostedMessage): Promise<void> => {
  for (const stray of await parts.work.findStrays(intent, shown)) {
    const { messageId, ...to } = stray;
    const result = await sendOnce(parts, to, parts.strayCard, messageId);
    if (!result.ok && !result.gone) continue;
    await parts.work.strayReplaced(intent, stray);
    if (result.ok) parts.onOutcome?.("stray");
  }
};

/** Changes the message where it stands; one that was deleted is posted anew, once. */
const post = async (parts: DeliveryParts, intent: ClaimedIntent, card: Card, existing: PostedMessage | undefined): Promise<Sent | "no_address"> => {
  if (existing) {
    const { messageId, ...to } = existing;
    const result = await sendOnce(parts, to, card, messageId);
    if (result.ok || !result.gone || card.alleenVervangen) return { to, result };
  }
  const to = await parts.resolveAddress(intent);
  if (!to) return "no_address";
  return { to, result: await sendOnce(parts, to, card) };
};

/** Of the tenant as a whole, whichever instance sends. */
const waitForTurn = async ({ work, sleep }: DeliveryParts, to: Address): Promise<void> => {
  const waitMs = to.platform === "teams" ? await work.takeTurn(tenantKey(to.tenant), tenantSpacingMs) : 0;
  if (waitMs > 0) await sleep(waitMs);
};

const sendOnce = async (parts: DeliveryParts, to: Address, card: Card, messageId?: string): Promise<SendResult> => {
  const { senders, log } = parts;
  const sender = senders[to.platform];
  if (!sender) return { ok: false, gone: false, reason: `${to.platform}_is_off`, retryAfterMs: 5 * minute };
  await waitForTurn(parts, to);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SendResult>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, gone: false, reason: "timeout" }), sendTimeoutMs);
  });
  try {
    return await Promise.race([sender.send(to, card, messageId), late]);
  } catch (error) {
    log.error({ platform: to.platform, error: error instanceof Error ? error.name : "unknown" }, "sender broke its promise not to reject");
    return { ok: false, gone: false, reason: "sender_rejected" };
  } finally {
    clearTimeout(timer);
  }
};

/** A message that stands in a chat must be remembered: tries the store a few times. */
const persistently = async (act: () => Promise<void>, sleep: (ms: number) => Promise<void>): Promise<void> => {
  for (const waitMs of [200, second, 3 * second]) {
    try {
      return await act();
    } catch {
      await sleep(waitMs);
    }
  }
  return act();
};
