import { createTask } from "node-cron";
import type { Clock } from "../../ports/clock.js";
import type { ClaimedMoment, WorkStore } from "../../ports/work.js";

export type SchedulerParts = {
  readonly work: WorkStore;
  readonly clock: Clock;
  /** Does what is due; a moment whose handling fails is claimed again after its lease. */
  readonly handle: (moment: ClaimedMoment) => Promise<void>;
  /** Runs after every round, e.g. to wake the outbox. */
  readonly afterwards?: () => void;
  readonly log: Readonly<Record<"error", (fields: Readonly<Record<string, unknown>>, message: string) => void>>;
};
export type Scheduler = {
  /** Looks at once, then every minute. */
  start(): void;
  stop(): Promise<void>;
  /** One round: everything that is due now. @returns how many moments were done. */
  tick(): Promise<number>;
};

const leaseMs = 5 * 60_000;
const batch = 50;

/** Wakes every minute; the database decides what is due. */
export const scheduler = ({ work, clock, handle, afterwards, log }: SchedulerParts): Scheduler => {
  let round: Promise<number> | undefined;
  let stopped = false;

  const handleOne = async (moment: ClaimedMoment): Promise<boolean> => {
    try {
      await handle(moment);
      await work.momentDone(moment.id);
      return true;
    } catch (error) {
      log.error(
        { moment: String(moment.id), soort: moment.soort, error: error instanceof Error ? error.name : "unknown" },
        "moment failed and will be claimed again",
      );
      return false;
    }
  };
  const nextBatch = async (): Promise<readonly ClaimedMoment[]> => (stopped ? [] : work.claimMoments(clock.now(), leaseMs, batch));
  const everythingDue = async (): Promise<number> => {
    let done = 0;
    let moments = await nextBatch();
    while (moments.length > 0) {
      for (const moment of moments) done += stopped || !(await handleOne(moment)) ? 0 : 1;
      moments = moments.length < batch ? [] : await nextBatch();
    }
    afterwards?.();
    return done;
  };
  /** A round that takes longer than a minute is not started twice. */
  const tick = (): Promise<number> => {
    round ??= everythingDue().finally(() => {
      round = undefined;
    });
    return round;
  };
  const quietly = (): void => {
    tick().catch((error: unknown) => log.error({ error: error instanceof Error ? error.name : "unknown" }, "scheduler cannot reach the store"));
  };

  const task = createTask("* * * * *", quietly, { timezone: "Europe/Amsterdam" });
  return {
    start: () => {
      quietly();
      task.start();
    },
    stop: async () => {
      stopped = true;
      await task.destroy();
      await round?.catch(() => undefined);
    },
    tick,
  };
};
