import type { WorkStore } from "../../ports/work.js";

/** Longer without a sign of life, and a loop has stopped; a message may take a minute to send and a round may be long. */
const SILENT_MS = 5 * 60_000;

export type Beats = { readonly work: WorkStore; readonly outbox: () => boolean; readonly scheduler: () => boolean };

/** The same work store, and whether the two that live off it still ask: a database that is away is no reason to say they do not. */
export const beating = (work: WorkStore, elapsed: () => number = () => performance.now()): Beats => {
  const last = { outbox: elapsed(), scheduler: elapsed() };
  const beats =
    <A extends readonly unknown[], R>(who: keyof typeof last, call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      last[who] = elapsed();
      return call(...args);
    };
  const alive = (who: keyof typeof last) => (): boolean => elapsed() - last[who] < SILENT_MS;
  return {
    work: {
      ...work,
      claimIntents: beats("outbox", work.claimIntents),
      intentSent: beats("outbox", work.intentSent),
      intentFailed: beats("outbox", work.intentFailed),
      intentWaits: beats("outbox", work.intentWaits),
      nextIntentAt: beats("outbox", work.nextIntentAt),
      claimMoments: beats("scheduler", work.claimMoments),
      momentDone: beats("scheduler", work.momentDone),
    },
    outbox: alive("outbox"),
    scheduler: alive("scheduler"),
  };
};
