/** How much is done. The reduced one shows in seconds that every promise can be broken and is not. */
export type Amount = {
  readonly inbound: { readonly acts: number; readonly people: number };
  /** @property waitForLeases after a kill; else it is as if that time passed. */
  readonly outbound: {
    readonly messages: number;
    readonly conversations: number;
    readonly kills: number;
    readonly everyMs: number;
    readonly waitForLeases: boolean;
    readonly withinMs: number;
  };
  readonly away: { readonly signalen: number };
  readonly input: { readonly payloads: number; readonly people: number };
  readonly embedded: { readonly kills: number };
  /** @property everyMs about so often one of three instances ends. */
  readonly instances: {
    readonly forMs: number;
    readonly everyMs: number;
    readonly databaseRestarts: number;
    readonly perSecond: number;
    readonly people: number;
  };
};

const whole: Amount = {
  inbound: { acts: 10_000, people: 400 },
  outbound: { messages: 10_000, conversations: 1_000, kills: 10, everyMs: 20_000, waitForLeases: true, withinMs: 1_800_000 },
  away: { signalen: 200 },
  input: { payloads: 100_000, people: 400 },
  embedded: { kills: 100 },
  instances: { forMs: 600_000, everyMs: 15_000, databaseRestarts: 2, perSecond: 1, people: 100 },
};
/** A part of everything, for a shorter run: counts and how long, not how often in a second. */
export const shareOf = (share: number): Amount => {
  const of = (amount: number, least = 1): number => Math.max(least, Math.round(amount * share));
  const { inbound, outbound, away, input, embedded, instances } = whole;
  return {
    inbound: { acts: of(inbound.acts), people: of(inbound.people, 20) },
    outbound: { ...outbound, messages: of(outbound.messages), conversations: of(outbound.conversations, 12), kills: of(outbound.kills) },
    away: { signalen: of(away.signalen, 14) },
    input: { payloads: of(input.payloads), people: of(input.people, 20) },
    embedded: { kills: of(embedded.kills) },
    instances: { ...instances, forMs: of(instances.forMs), people: of(instances.people, 6) },
  };
};

export const reduced: Amount = {
  inbound: { acts: 40, people: 10 },
  outbound: { messages: 24, conversations: 12, kills: 1, everyMs: 2_000, waitForLeases: false, withinMs: 60_000 },
  away: { signalen: 14 },
  input: { payloads: 300, people: 20 },
  embedded: { kills: 2 },
  instances: { forMs: 6_000, everyMs: 2_000, databaseRestarts: 1, perSecond: 2, people: 6 },
};
