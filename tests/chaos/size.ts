/** How much is done. The reduced one shows in seconds that every promise can be broken and is not. */
export type Amount = {
  readonly inbound: { readonly acts: number; readonly people: number };
};

export const whole: Amount = { inbound: { acts: 10_000, people: 400 } };
export const reduced: Amount = { inbound: { acts: 40, people: 10 } };
