export type WorkerParts = {
  /** One portion of what waits. @returns whether there is more. */
  readonly run: () => Promise<boolean>;
  /** How long after the first wake it begins, so that a burst is done at once. */
  readonly waitMs: number;
  readonly onError: (error: unknown) => void;
};
export type Worker = {
  /** There may be something to do; costs nothing. */
  wake(): void;
  /** Everything that waits, now. */
  round(): Promise<void>;
  stop(): Promise<void>;
};

/** Does what waits soon after it was woken, one round at a time. Whoever wakes it does not wait. */
export const worker = ({ run, waitMs, onError }: WorkerParts): Worker => {
  let timer: NodeJS.Timeout | undefined;
  let busy: Promise<void> | undefined;
  let asked = false;
  let stopped = false;

  const everything = async (): Promise<void> => {
    do {
      asked = false;
      while (!stopped && (await run()));
    } while (asked && !stopped);
  };
  const round = (): Promise<void> => {
    asked = true;
    busy ??= everything().finally(() => {
      busy = undefined;
    });
    return busy;
  };
  return {
    wake: () => {
      if (stopped || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        round().catch(onError);
      }, waitMs);
      timer.unref();
    },
    round,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await busy?.catch(() => undefined);
    },
  };
};
