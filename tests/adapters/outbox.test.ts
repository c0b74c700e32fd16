import { beforeEach, describe, expect, it } from "vitest";
import { backoff, type Outcome } from "../../src/adapters/outbox/deliver.js";
import { type OutboxParts, outbox } from "../../src/adapters/outbox/outbox.js";
import type { Card } from "../../src/domain/card.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { ChannelId } from "../../src/domain/regio/regio.js";
import type { Address, SendResult } from "../../src/ports/chat.js";
import type { Toets } from "../../src/ports/publiek.js";
import type { ClaimedIntent, Intent, PostedMessage, StandingCard, WorkStore } from "../../src/ports/work.js";

type Row = ClaimedIntent & { attempts: number; due: number; leasedUntil: number; state: "open" | "sent" | "empty" | "given_up"; message?: PostedMessage };
const aan = (naam: string): Intent["to"] => ({ persoonId: naam as PersoonId });
const naamVan = (intent: Intent): string => ("persoonId" in intent.to ? intent.to.persoonId : intent.to.channelId);
const card = (tekst: string): Card => ({ template: "bericht", body: {}, titel: "", tekst, vertrouwelijk: false });

/** The database's side of the contract in memory, with the faults a test asks for. */
const memory = (clock: { now(): Date }) => {
  const rows: Row[] = [];
  let storeFails = 0;
  let nextTurn = 0;
  const strays: PostedMessage[] = [];
  const standing: StandingCard[] = [];
  const find = ({ id }: ClaimedIntent): Row => rows.find((row) => row.id === id) as Row;
  const work: WorkStore = {
    claimIntents: async (now, leaseMs, limit) => {
      const heads = [
        ...new Map(
          rows
            .filter((row) => row.state === "open")
            .toReversed()
            .map((row) => [naamVan(row), row]),
        ).values(),
      ];
      const claimed = heads.filter((row) => row.due <= now.getTime() && row.leasedUntil <= now.getTime()).slice(0, limit);
      for (const row of claimed) row.leasedUntil = now.getTime() + leaseMs;
      return claimed.map((row) => ({ ...row }));
    },
    intentSent: async (intent, message, next) => {
      if (storeFails-- > 0) throw new Error("connection lost");
      Object.assign(find(intent), { state: message ? "sent" : "empty", message });
      for (const row of rows) if (next && naamVan(row) === naamVan(intent)) row.due = Math.max(row.due, next.getTime());
    },
    conversationClosed: async (intent, _error, until) => {
      const row = find(intent);
      row.attempts += 1;
      Object.assign(row, { due: until.getTime(), leasedUntil: 0 });
    },
    takeTurn: async (_key, spacingMs) => {
      const turn = Math.max(clock.now().getTime(), nextTurn);
      nextTurn = turn + spacingMs;
      return turn - clock.now().getTime();
    },
    intentFailed: async (intent, _error, retryAt) => {
      const row = find(intent);
      row.attempts += 1;
      if (retryAt) Object.assign(row, { due: retryAt.getTime(), leasedUntil: 0 });
      else row.state = "given_up";
    },
    intentWaits: async (intent, until) => {
      Object.assign(find(intent), { due: until.getTime(), leasedUntil: 0 });
    },
    standingCards: async (_to, limit) => standing.slice(0, limit),
    cardTakenAway: async (card) => void standing.splice(standing.indexOf(card), 1),
    findStrays: async () => strays,
    strayReplaced: async (_intent, stray) => void strays.splice(strays.indexOf(stray), 1),
    findPosted: async () => undefined,
    nextIntentAt: async () => undefined,
    claimMoments: async () => [],
    momentDone: async () => undefined,
    ensureMoment: async () => undefined,
  };
  const add = (naam: string, objectId: string): Row => {
    const row: Row = {
      id: BigInt(rows.length + 1),
      kind: "bericht",
      objectId,
      to: aan(naam),
      attempts: 0,
      gemaaktOp: clock.now(),
      due: 0,
      leasedUntil: 0,
      state: "open",
    };
    rows.push(row);
    return row;
  };
  return { work, add, rows, strays, standing, failStore: (times: number) => (storeFails = times) };
};

const setup = () => {
  let now = Date.UTC(2026, 10, 23, 9);
  const clock = { now: () => new Date(now) };
  const db = memory(clock);
  const sent: string[] = [];
  const outcomes: Outcome[] = [];
  const logged: unknown[] = [];
  const script: SendResult[] = [];
  const closed: string[] = [];
  const parts: OutboxParts = {
    work: db.work,
    clock,
    resolveAddress: async (intent) => ({ platform: "slack", tenant: "T1", conversationId: naamVan(intent) }),
    render: async (intent) => ({ card: card(intent.objectId) }),
    senders: {
      slack: {
        send: async (to: Address, { tekst }: Card, messageId?: string) => {
          const result = script.shift() ?? { ok: true, messageId: `m-${tekst}`, conversationId: to.conversationId };
          if (result.ok) sent.push(`${to.conversationId}:${tekst}${messageId ? `@${messageId}` : ""}`);
          return result;
        },
      },
    },
    log: { warn: (...line) => logged.push(line), error: (...line) => logged.push(line) },
    random: () => 0.5,
    spacing: { slack: 0, teams: 0 },
    strayCard: card("vervallen"),
    audience: { check: async () => ({ mag: true }) },
    onClosed: async (intent) => void closed.push(`${naamVan(intent)}:${intent.objectId}`),
    onOutcome: (outcome) => outcomes.push(outcome),
    sleep: async (ms) => {
      now += ms;
    },
  };
  return { db, parts, sent, outcomes, logged, closed, script, pass: (ms: number) => (now += ms) };
};

describe("outbox", () => {
  let t: ReturnType<typeof setup>;
  beforeEach(() => {
    t = setup();
  });
  const drain = (parts: Partial<OutboxParts> = {}) => outbox({ ...t.parts, ...parts }).drain();

  it("sends in order to one recipient", async () => {
    for (const tekst of ["een", "twee", "drie"]) t.db.add("marit", tekst);
    await drain();
    expect(t.sent).toEqual(["marit:een", "marit:twee", "marit:drie"]);
    expect(t.db.rows.every((row) => row.state === "sent" && row.message?.conversationId === "marit")).toBe(true);
  });

  it("waits as long as the platform asks, and holds what comes after", async () => {
    t.script.push({ ok: false, gone: false, reason: "ratelimited", retryAfterMs: 30_000 });
    t.db.add("marit", "een");
    t.db.add("marit", "twee");
    await drain();
    expect(t.sent).toEqual([]);
    t.pass(29_000);
    await drain();
    expect(t.sent).toEqual([]);
    t.pass(1_001);
    await drain();
    expect(t.sent).toEqual(["marit:een", "marit:twee"]);
  });

  it("tries again later after a fault of the platform", async () => {
    t.script.push({ ok: false, gone: false, reason: "http_503" });
    const row = t.db.add("marit", "een");
    await drain();
    expect(row).toMatchObject({ state: "open", attempts: 1 });
    t.pass(1_000);
    await drain();
    expect(t.sent).toEqual(["marit:een"]);
    expect(t.outcomes).toEqual(["retry", "sent"]);
  });

  it("stops for a conversation that takes nothing, says so, and goes on in order when it works again", async () => {
    t.script.push({ ok: false, gone: true, reason: "is_archived" }, { ok: false, gone: true, reason: "is_archived" });
    t.db.add("kanaal", "een");
    t.db.add("kanaal", "twee");
    await drain();
    expect(t.outcomes).toEqual(["closed"]);
    t.pass(5 * 60_000);
    await drain();
    expect(t.outcomes).toEqual(["closed", "closed"]);
    expect(t.closed).toEqual(["kanaal:een", "kanaal:een"]);
    expect(t.sent).toEqual([]);
    t.pass(10 * 60_000);
    await drain();
    expect(t.sent).toEqual(["kanaal:een", "kanaal:twee"]);
  });

  it("gives up on a closed conversation after a week, one message at a time", async () => {
    const row = t.db.add("kanaal", "een");
    t.pass(8 * 24 * 3_600_000);
    t.db.add("kanaal", "twee");
    t.script.push({ ok: false, gone: true, reason: "is_archived" });
    await drain();
    expect(row.state).toBe("given_up");
    expect(t.sent).toEqual(["kanaal:twee"]);
  });

  it("is done when the message that only had to be replaced is no more", async () => {
    const existing: PostedMessage = { platform: "slack", tenant: "T1", conversationId: "kanaal", messageId: "oud" };
    t.script.push({ ok: false, gone: true, messageOnly: true, reason: "message_not_found" });
    const row = t.db.add("kanaal", "een");
    await drain({ render: async () => ({ card: { ...card("weg"), alleenVervangen: true }, existing }) });
    expect(row.state).toBe("empty");
  });

  it("gives up after a week", async () => {
    const row = t.db.add("marit", "een");
    t.pass(8 * 24 * 3_600_000);
    t.script.push({ ok: false, gone: false, reason: "http_503" });
    await drain();
    expect(row.state).toBe("given_up");
  });

  it("posts a changed card anew, once, when its message was deleted", async () => {
    const existing: PostedMessage = { platform: "slack", tenant: "T1", conversationId: "marit", messageId: "oud" };
    t.script.push({ ok: false, gone: true, reason: "message_not_found" });
    const row = t.db.add("marit", "een");
    await drain({ render: async () => ({ card: card("een"), existing }) });
    expect(t.sent).toEqual(["marit:een"]);
    expect(row.message?.messageId).toBe("m-een");
  });

  it("replaces a card that stands there twice, and counts it", async () => {
    t.db.strays.push({ platform: "slack", tenant: "T1", conversationId: "kanaal", messageId: "dubbel" });
    const row = t.db.add("kanaal", "een");
    Object.assign(row, { kind: "triage" });
    await drain();
    expect(t.sent).toEqual(["kanaal:een", "kanaal:vervallen@dubbel"]);
    expect(t.outcomes).toEqual(["stray", "sent"]);
    expect(t.db.strays).toEqual([]);
  });

  it("changes a card where it stands, also when the person now prefers another chat", async () => {
    const existing: PostedMessage = { platform: "slack", tenant: "T1", conversationId: "kanaal", messageId: "oud" };
    t.db.add("marit", "een");
    await drain({ render: async () => ({ card: card("een"), existing }) });
    expect(t.sent).toEqual(["kanaal:een@oud"]);
  });

  it("is done when there is nothing to say any more", async () => {
    const row = t.db.add("marit", "een");
    await drain({ render: async () => undefined });
    expect(row.state).toBe("empty");
    expect(t.sent).toEqual([]);
  });

  it("waits until an address is known", async () => {
    const row = t.db.add("marit", "een");
    let known: Address | undefined;
    await drain({ resolveAddress: async () => known });
    expect(row.state).toBe("open");
    expect(t.outcomes).toEqual(["waits"]);
    known = { platform: "slack", tenant: "T1", conversationId: "D1" };
    row.due = 0;
    await drain({ resolveAddress: async () => known });
    expect(t.sent).toEqual(["D1:een"]);
  });

  it("does not let a card that cannot be made hold up its conversation for ever", async () => {
    const row = t.db.add("marit", "stuk");
    t.db.add("marit", "goed");
    const render: OutboxParts["render"] = async (intent) => {
      if (intent.objectId === "stuk") throw new Error("content that must not be logged");
      return { card: card(intent.objectId) };
    };
    for (let i = 0; i < 12; i += 1) {
      await drain({ render });
      t.pass(5 * 60_000);
    }
    expect(row.state).toBe("given_up");
    expect(t.sent).toEqual(["marit:goed"]);
    expect(JSON.stringify(t.logged)).not.toContain("must not be logged");
  });

  it("does not post twice when the store fails just after the post", async () => {
    t.db.failStore(5);
    const box = outbox(t.parts);
    const row = t.db.add("marit", "een");
    await box.drain();
    expect(row.state).toBe("open");
    t.pass(121_000);
    await box.drain();
    expect(row.state).toBe("sent");
    expect(t.sent).toEqual(["marit:een"]);
  });

  it("sends again after a crash between post and store: rather twice than never", async () => {
    t.db.failStore(4);
    const row = t.db.add("marit", "een");
    await drain();
    t.pass(121_000);
    await drain();
    expect(row.state).toBe("sent");
    expect(t.sent).toHaveLength(2);
  });

  it("sends each message once with two instances on one database", async () => {
    for (let i = 0; i < 30; i += 1) t.db.add(`persoon-${i % 5}`, `bericht-${i}`);
    await Promise.all([drain(), drain()]);
    expect(t.sent).toHaveLength(30);
    expect(new Set(t.sent).size).toBe(30);
  });

  it("does not let one slow conversation hold up the others", async () => {
    let finish: (() => void) | undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const fast = t.parts.senders.slack;
    const send: NonNullable<typeof fast>["send"] = async (to, ...rest) => {
      if (to.conversationId === "traag") await slow;
      return fast?.send(to, ...rest) as Promise<SendResult>;
    };
    t.db.add("traag", "een");
    for (let i = 0; i < 20; i += 1) t.db.add("vlot", `${i}`);
    const draining = outbox({ ...t.parts, senders: { slack: { send } } });
    draining.start();
    await expect.poll(() => t.sent.length, { timeout: 5_000 }).toBe(20);
    finish?.();
    await draining.stop();
    expect(t.sent).toHaveLength(21);
  });

  it("keeps within the platform's pace for one conversation, also after a fault that may have been a success", async () => {
    const times: number[] = [];
    const results: SendResult[] = [{ ok: false, gone: false, reason: "connection" }];
    for (const naam of ["een", "twee", "drie"]) t.db.add("marit", naam);
    const send = async (to: Address): Promise<SendResult> => {
      times.push(t.parts.clock.now().getTime());
      return results.shift() ?? { ok: true, messageId: "m", conversationId: to.conversationId };
    };
    const box = outbox({ ...t.parts, spacing: { slack: 1_000, teams: 250 }, senders: { slack: { send } } });
    for (let ms = 0; ms < 5_000; ms += 100) {
      await box.drain();
      t.pass(100);
    }
    expect(times).toHaveLength(4);
    for (const [nr, time] of times.slice(1).entries()) expect(time - (times[nr] ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it("sends at most 30 messages per second to one tenant of Teams", async () => {
    const times: number[] = [];
    for (let n = 0; n < 60; n += 1) t.db.add(`persoon-${n}`, "een");
    const send = async (to: Address): Promise<SendResult> => {
      times.push(t.parts.clock.now().getTime());
      return { ok: true, messageId: "m", conversationId: to.conversationId };
    };
    const resolveAddress: OutboxParts["resolveAddress"] = async (intent) => ({ platform: "teams", tenant: "T1", conversationId: naamVan(intent) });
    await drain({ resolveAddress, senders: { teams: { send } } });
    expect(times).toHaveLength(60);
    for (const [nr, time] of times.entries()) expect((times[nr + 30] ?? Number.POSITIVE_INFINITY) - time, String(nr)).toBeGreaterThanOrEqual(1_000);
  });

  it("does not let as many slow conversations as there are lanes hold up another", async () => {
    let finish: (() => void) | undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const send = async (to: Address, { tekst }: Card): Promise<SendResult> => {
      if (to.conversationId.startsWith("traag")) await slow;
      t.sent.push(`${to.conversationId}:${tekst}`);
      return { ok: true, messageId: "m", conversationId: to.conversationId };
    };
    for (let n = 0; n < 12; n += 1) t.db.add(`traag-${n}`, "een");
    t.db.add("vlot", "een");
    const draining = outbox({ ...t.parts, senders: { slack: { send } } });
    draining.start();
    await expect.poll(() => t.sent, { timeout: 10_000 }).toEqual(["vlot:een"]);
    finish?.();
    await draining.stop();
  });

  it("asks a card to go where it stands: a message that is not there counts as gone, one that the chat keeps is given up and never posted anew", async () => {
    const existing: PostedMessage = { platform: "slack", tenant: "T1", conversationId: "oud", messageId: "12" };
    const weg = { render: async () => ({ card: { ...card("weg"), alleenVervangen: true as const }, existing }) };
    for (const id of ["een", "twee", "drie"]) Object.assign(t.db.add("marit", id), { kind: "opruimen" });
    t.script.push(
      { ok: true, messageId: "12", conversationId: "oud" },
      { ok: false, gone: true, messageOnly: true, absent: true, reason: "message_not_found" },
      { ok: false, gone: true, messageOnly: true, reason: "cant_update_message" },
    );
    await drain(weg);
    expect(t.outcomes).toEqual(["sent", "empty", "given_up"]);
    expect(t.sent).toEqual(["oud:weg@12"]);
  });

  describe("to a channel", () => {
    const to = { channelId: "kanaal" as ChannelId };
    const add = (objectId: string) => Object.assign(t.db.add("kanaal", objectId), { to });
    const says = (toets: Toets): Partial<OutboxParts> => ({ audience: { check: async () => toets } });
    const staat = (nr: number): StandingCard => ({ id: BigInt(nr), platform: "slack", tenant: "T1", conversationId: "kanaal", messageId: `${nr}` });

    it("posts nothing while somebody reads along, takes what stands there away in batches, and goes on in order afterwards", async () => {
      t.db.standing.push(...Array.from({ length: 45 }, (_, nr) => staat(nr)));
      add("een");
      add("twee");
      const mis = says({ mag: false, reden: "onbekend", aantal: 1 });
      for (let round = 0; round < 3; round += 1) await drain(mis);
      expect(t.outcomes).toEqual(["audience", "audience", "audience"]);
      expect(t.sent).toHaveLength(45);
      expect(t.sent[44]).toBe("kanaal:vervallen@44");
      expect(t.db.standing).toEqual([]);
      expect(t.closed).toEqual([]);
      t.pass(5 * 60_000);
      await drain();
      expect(t.sent.slice(45)).toEqual(["kanaal:een", "kanaal:twee"]);
    });

    it("tries again when a card could not be taken away, and lets one be that the chat keeps", async () => {
      t.db.standing.push(staat(1), staat(2), staat(3));
      add("een");
      t.script.push(
        { ok: false, gone: true, messageOnly: true, reason: "cant_update_message" },
        { ok: false, gone: false, reason: "ratelimited", retryAfterMs: 30_000 },
      );
      const mis = says({ mag: false, reden: "gedeeld", aantal: 0 });
      await drain(mis);
      expect(t.outcomes).toEqual(["retry"]);
      expect(t.db.standing.map(({ messageId }) => messageId)).toEqual(["2", "3"]);
      t.pass(30_000);
      await drain(mis);
      expect(t.outcomes).toEqual(["retry", "audience"]);
      expect(t.sent).toEqual(["kanaal:vervallen@2", "kanaal:vervallen@3"]);
    });

    it("posts nothing as long as it cannot be found out who reads along", async () => {
      add("een");
      await drain(says({ ok: false, gone: false, reason: "ratelimited", retryAfterMs: 30_000 }));
      expect(t.outcomes).toEqual(["retry"]);
      t.pass(29_000);
      await drain();
      expect(t.sent).toEqual([]);
      t.pass(1_000);
      await drain(says({ ok: false, gone: true, reason: "not_in_channel" }));
      expect(t.outcomes).toEqual(["retry", "closed"]);
      expect(t.closed).toEqual(["kanaal:een"]);
    });

    it("changes nothing there while it has no address to ask about", async () => {
      const existing: PostedMessage = { platform: "slack", tenant: "T1", conversationId: "oud", messageId: "12" };
      add("een");
      await drain({ resolveAddress: async () => undefined, render: async () => ({ card: card("een"), existing }) });
      expect(t.outcomes).toEqual(["waits"]);
      expect(t.sent).toEqual([]);
    });

    it("asks about nobody for a private message or for a card that has to go", async () => {
      t.db.add("marit", "een");
      const existing: PostedMessage = { platform: "slack", tenant: "T1", conversationId: "oud", messageId: "12" };
      Object.assign(add("12"), { kind: "opruimen" });
      const check = async (): Promise<Toets> => {
        throw new Error("not to be asked");
      };
      await drain({
        audience: { check },
        render: async ({ kind }) => (kind === "opruimen" ? { card: { ...card("weg"), alleenVervangen: true }, existing } : { card: card("een") }),
      });
      expect(t.sent.toSorted()).toEqual(["marit:een", "oud:weg@12"]);
    });
  });

  it("backs off from one second to five minutes, with chance", () => {
    expect(backoff(0, () => 1)).toBe(1_000);
    expect(backoff(0, () => 0)).toBe(500);
    expect(backoff(50, () => 1)).toBe(300_000);
  });
});
