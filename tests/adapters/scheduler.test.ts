import { describe, expect, it } from "vitest";
import { type SchedulerParts, scheduler } from "../../src/adapters/scheduler/scheduler.js";
import type { ClaimedMoment, WorkStore } from "../../src/ports/work.js";

const setup = (count: number, handle: SchedulerParts["handle"]) => {
  let now = Date.UTC(2026, 10, 23, 9);
  const rows = Array.from({ length: count }, (_, i) => ({
    id: BigInt(i),
    soort: "herzien" as const,
    objectId: `s${i}`,
    op: new Date(now),
    stap: 0,
    leasedUntil: 0,
    done: false,
  }));
  const work = {
    claimMoments: async (at: Date, leaseMs: number, limit: number): Promise<readonly ClaimedMoment[]> => {
      const claimed = rows.filter((row) => !row.done && row.leasedUntil <= at.getTime()).slice(0, limit);
      for (const row of claimed) row.leasedUntil = at.getTime() + leaseMs;
      return claimed;
    },
    momentDone: async (id: bigint) => {
      for (const row of rows) if (row.id === id) row.done = true;
    },
  } as Pick<WorkStore, "claimMoments" | "momentDone"> as WorkStore;
  let woken = 0;
  const parts: SchedulerParts = { work, clock: { now: () => new Date(now) }, handle, afterwards: () => (woken += 1), log: { error: () => undefined } };
  return { plan: scheduler(parts), rows, woken: () => woken, pass: (ms: number) => (now += ms) };
};

describe("scheduler", () => {
  it("does everything that is due, also more than one batch, and wakes the outbox", async () => {
    const seen: string[] = [];
    const { plan, woken } = setup(120, async (moment) => void seen.push(moment.objectId));
    expect(await plan.tick()).toBe(120);
    expect(seen).toHaveLength(120);
    expect(woken()).toBe(1);
    expect(await plan.tick()).toBe(0);
  });

  it("leaves a moment that failed to be claimed again after its lease", async () => {
    let broken = true;
    const { plan, rows, pass } = setup(2, async (moment) => {
      if (broken && moment.objectId === "s0") throw new Error("no");
    });
    expect(await plan.tick()).toBe(1);
    expect(rows.map((row) => row.done)).toEqual([false, true]);
    broken = false;
    expect(await plan.tick()).toBe(0);
    pass(300_000);
    expect(await plan.tick()).toBe(1);
  });

  it("looks at once when it starts, and finishes the moment in hand when it stops", async () => {
    let finish: (() => void) | undefined;
    const hand = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { plan, rows } = setup(2, () => hand);
    plan.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const stopping = plan.stop();
    finish?.();
    await stopping;
    expect(rows.map((row) => row.done)).toEqual([true, false]);
  });
});
