import type { Clock } from "../../ports/clock.js";
import type { ClaimedIntent, WorkStore } from "../../ports/work.js";
import { type Delivery, type DeliveryParts, deliver } from "./deliver.js";
import { defaultSpacing, type Spacing } from "./pacing.js";

export type OutboxParts = Omit<DeliveryParts, "spacing" | "sleep"> & {
  readonly work: WorkStore;
  readonly clock: Clock;
  readonly spacing?: Spacing;
  readonly sleep?: (ms: number) => Promise<void>;
};
export type Outbox = {
  start(): void;
  /** Takes nothing new and waits for what is being sent. */
  stop(): Promise<void>;
  /** Something was stored: look now. */
  kick(): void;
  /** Sends everything that is due, in the caller's time. */
  drain(): Promise<void>;
};

/** Recipients served at once; each has one message under way. One that takes long does not count: it must not hold up another. */
const lanes = 8;
const slowAfterMs = 2_000;
const lanesAtMost = 200;
/** Longer than a message can take, with its card, its turn and the answer of the platform. */
const leaseMs = 60_000;
/** Other instances store intents too, without a kick here. */
const longestSleepMs = 5_000;

/** Claims intents from the database and sends them: in order per recipient, recipients side by side. */
export const outbox = (parts: OutboxParts): Outbox => {
  const { work, clock, log, onOutcome } = parts;
  const sleep = parts.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const delivery: Delivery = deliver({ ...parts, sleep, spacing: parts.spacing ?? defaultSpacing });
  const underWay = new Map<string, Promise<void>>();
  let slow = 0;
  const bell = makeBell();
  let running: Promise<void> | undefined;
  let stopped = false;

  const send = (intent: ClaimedIntent): void => {
    const lane = laneOf(intent);
    const before = underWay.get(lane) ?? Promise.resolve();
    let late = 0;
    const timer = setTimeout(() => {
      late = 1;
      slow += 1;
      bell.ring();
    }, slowAfterMs);
    const job = before
      .then(() => delivery.deliver(intent))
      .then((outcome) => onOutcome?.(outcome))
      .catch((error: unknown) => log.error({ intent: String(intent.id), kind: intent.kind, error: nameOf(error) }, "outbox could not record an intent"))
      .finally(() => {
        clearTimeout(timer);
        slow -= late;
        if (underWay.get(lane) === job) underWay.delete(lane);
        bell.ring();
      });
    underWay.set(lane, job);
  };

  const freeLanes = (): number => Math.max(0, Math.min(lanes + slow, lanesAtMost) - underWay.size);
  const claim = async (): Promise<number> => {
    const free = freeLanes();
    if (free === 0) return 0;
    const claimed = await work.claimIntents(clock.now(), leaseMs, free);
    for (const intent of claimed) send(intent);
    return claimed.length;
  };

  const untilNext = async (): Promise<number> => {
    if (freeLanes() === 0) return longestSleepMs;
    const next = await work.nextIntentAt();
    return next ? Math.min(longestSleepMs, Math.max(50, next.getTime() - clock.now().getTime())) : longestSleepMs;
  };

  const loop = async (): Promise<void> => {
    while (!stopped) {
      try {
        if ((await claim()) === 0) await bell.wait(await untilNext());
      } catch (error) {
        log.error({ error: nameOf(error) }, "outbox cannot reach the store");
        await bell.wait(1_000);
      }
    }
  };

  return {
    start: () => {
      running ??= loop();
    },
    stop: async () => {
      stopped = true;
      bell.ring();
      await running;
      await Promise.all(underWay.values());
    },
    kick: bell.ring,
    drain: async () => {
      while ((await claim()) > 0 || underWay.size > 0) await Promise.all(underWay.values());
    },
  };
};

const laneOf = ({ to }: ClaimedIntent): string => ("channelId" in to ? `channel:${to.channelId}` : `persoon:${to.persoonId}`);

/** Never the message of an error: it may quote content. */
const nameOf = (error: unknown): string => (error instanceof Error ? ((error as { code?: unknown }).code?.toString() ?? error.name) : "unknown");

/** A sleep that a kick ends; a kick during work is not lost. */
const makeBell = (): { ring: () => void; wait: (ms: number) => Promise<void> } => {
  let wake: (() => void) | undefined;
  let rung = false;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (ms) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      wake = undefined;
    },
  };
};
