import { beforeEach, expect, it, vi } from "vitest";
import { type Audience, audience, forgetting, type Readers } from "../../src/adapters/outbox/audience.js";
import type { ChannelId } from "../../src/domain/regio/regio.js";
import type { Address, Conversations } from "../../src/ports/chat.js";
import type { PubliekReader, Toets } from "../../src/ports/publiek.js";
import type { CardKind, ClaimedIntent } from "../../src/ports/work.js";

const hier: Address = { platform: "slack", tenant: "T1", conversationId: "C1" };
const reader: PubliekReader = { read: async () => ({ ok: false, gone: false, reason: "not asked here" }) };
const minute = 60_000;
let now = 0;
let asked: number;
let answer: Toets;
const intent = (kind: CardKind = "triage"): ClaimedIntent => ({
  id: 1n,
  kind,
  objectId: "s1",
  to: { channelId: "slack:T1:C1" as ChannelId },
  attempts: 0,
  gemaaktOp: new Date(0),
});
const make = (readers: Readers = { slack: reader }): Audience => {
  const judge = async (): Promise<Toets> => {
    asked += 1;
    return answer;
  };
  return audience({ readers, judge, clock: { now: () => new Date(now) } });
};

beforeEach(() => {
  now = Date.UTC(2026, 10, 23, 9);
  asked = 0;
  answer = { mag: true };
});

it("remembers a yes for five minutes, per channel", async () => {
  const { check } = make();
  await check(intent(), hier);
  now += 4 * minute;
  expect(await check(intent(), hier)).toEqual({ mag: true });
  expect(asked).toBe(1);
  await check(intent(), { ...hier, conversationId: "C2" });
  expect(asked).toBe(2);
  now += 2 * minute;
  await check(intent(), hier);
  expect(asked).toBe(3);
});

it("remembers a yes of a clock that jumped back for no longer", async () => {
  const { check } = make();
  await check(intent(), hier);
  now -= 60 * minute;
  await check(intent(), hier);
  expect(asked).toBe(2);
});

it("never remembers a no, nor that it got no answer", async () => {
  const { check } = make();
  answer = { mag: false, reden: "gedeeld", aantal: 0 };
  expect(await check(intent(), hier)).toEqual(answer);
  answer = { ok: false, gone: false, reason: "ratelimited" };
  expect(await check(intent(), hier)).toEqual(answer);
  answer = { mag: true };
  expect(await check(intent(), hier)).toEqual(answer);
  expect(asked).toBe(3);
});

it("asks again when it only looks, and when the chat told of a change", async () => {
  const own = make();
  const told: Address[] = [];
  const conversations = forgetting({ channelChanged: async (address: Address) => void told.push(address) } as Conversations, own);
  await own.check(intent(), hier);
  await own.check(intent("publiek"), hier);
  expect(asked).toBe(2);
  await conversations.channelChanged(hier);
  expect(told).toEqual([hier]);
  await own.check(intent(), hier);
  expect(asked).toBe(3);
});

it("does not wait longer for an answer than a message may take", async () => {
  vi.useFakeTimers();
  try {
    const never = audience({ readers: { slack: reader }, judge: () => new Promise(() => undefined), clock: { now: () => new Date(now) } });
    const checked = never.check(intent(), hier);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await checked).toEqual({ ok: false, gone: false, reason: "timeout" });
  } finally {
    vi.useRealTimers();
  }
});

it("asks nobody in the try-out, and does not know where the chat is off", async () => {
  expect(await make({ slack: "proef" }).check(intent(), hier)).toEqual({ mag: true });
  expect(await make({}).check(intent(), hier)).toMatchObject({ ok: false, gone: false, reason: "slack_is_off" });
  expect(asked).toBe(0);
});
