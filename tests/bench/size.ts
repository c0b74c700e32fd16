import type { Effort } from "./intake.js";
import type { Size } from "./region/fill.js";

/** How much is measured. The reduced one shows in seconds that every part works; its figures mean nothing. */
export type Amount = {
  readonly region: Size;
  readonly reading: { readonly many: number; readonly few: number };
  readonly commands: number;
  readonly reads: number;
  readonly load: Effort;
  readonly transactions: { readonly rounds: number; readonly each: number };
  readonly cards: number;
  readonly starts: number;
  readonly requests: { readonly first: number; readonly all: number };
};

export const whole: Amount = {
  region: { signalen: 100_000, actiepunten: 20_000, overleggen: 5_000, groot: 500 },
  reading: { many: 1_000_000, few: 1_000 },
  commands: 200,
  reads: 200,
  load: { rounds: 5, forMs: 3_000, warmUp: 3_000 },
  transactions: { rounds: 7, each: 400 },
  cards: 30,
  starts: 5,
  requests: { first: 10_000, all: 40_000 },
};

export const reduced: Amount = {
  region: { signalen: 3_000, actiepunten: 400, overleggen: 100, groot: 500 },
  reading: { many: 3_000, few: 1_000 },
  commands: 6,
  reads: 4,
  load: { rounds: 1, forMs: 200, warmUp: 10 },
  transactions: { rounds: 1, each: 10 },
  cards: 1,
  starts: 1,
  requests: { first: 20, all: 40 },
};
