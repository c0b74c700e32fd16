/** Milliseconds that one act takes. */
export const timed = async (act: () => Promise<unknown> | unknown): Promise<number> => {
  const started = performance.now();
  await act();
  return performance.now() - started;
};

const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
/** @param share 0.5 for the median. */
export const percentile = (values: readonly number[], share: number): number => {
  const order = sorted(values);
  return order[Math.min(order.length - 1, Math.ceil(order.length * share) - 1)] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Times of repeated acts, without those of the warm-up. */
export const repeated = async (count: number, act: (n: number) => Promise<unknown> | unknown, warmUp = Math.ceil(count / 5)): Promise<readonly number[]> => {
  for (let n = 0; n < warmUp; n += 1) await act(n);
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) times.push(await timed(() => act(warmUp + n)));
  return times;
};

/** Two sides in turn, so that a noisy moment hurts both: the ratios of each pair, and what each side measured. The first pair is the warm-up. */
export const inTurn = async (
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<{ readonly ratio: number; readonly one: number; readonly other: number }> => {
  await one();
  await other();
  const pairs: (readonly [number, number])[] = [];
  for (let n = 0; n < rounds; n += 1) pairs.push(n % 2 === 0 ? [await one(), await other()] : await reversed(one, other));
  return {
    ratio: median(pairs.map(([a, b]) => a / b)),
    one: median(pairs.map(([a]) => a)),
    other: median(pairs.map(([, b]) => b)),
  };
};

const reversed = async (one: () => Promise<number>, other: () => Promise<number>): Promise<readonly [number, number]> => {
  const second = await other();
  return [await one(), second];
};

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const perSecond = (value: number): string => `${value.toFixed(0)}/s`;
