import { describe, expect, it } from "vitest";
import { sealing } from "../../src/adapters/scheduler/sealing.js";
import { worker } from "../../src/adapters/scheduler/worker.js";
import type { SealResult } from "../../src/ports/work.js";

const never = (error: unknown): void => {
  throw error;
};

describe("worker", () => {
  it("does a burst of wakes at once, soon after, and everything that waits", async () => {
    let rounds = 0;
    const one = worker({ run: async () => ++rounds % 3 !== 0, waitMs: 5, onError: never });
    for (let i = 0; i < 10; i++) one.wake();
    expect(rounds).toBe(0);
    await expect.poll(() => rounds).toBe(3);
    await one.stop();
    one.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(rounds).toBe(3);
  });

  it("never runs twice at a time, and looks again for who asked in between", async () => {
    let running = 0;
    let most = 0;
    let rounds = 0;
    const one = worker({
      run: async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
        rounds++;
        return false;
      },
      waitMs: 0,
      onError: never,
    });
    await Promise.all([one.round(), one.round()]);
    expect([most, rounds]).toEqual([1, 2]);
  });

  it("goes on after an error at the next wake", async () => {
    const errors: unknown[] = [];
    let fail = true;
    let done = 0;
    const run = async (): Promise<boolean> => {
      if (fail) throw new Error("no database");
      done++;
      return false;
    };
    const one = worker({ run, waitMs: 0, onError: (error) => errors.push(error) });
    one.wake();
    await expect.poll(() => errors.length).toBe(1);
    fail = false;
    one.wake();
    await expect.poll(() => done).toBe(1);
  });
});

describe("sealing", () => {
  const setup = (seal: () => Promise<SealResult>, oldest = 0) => {
    const log: string[] = [];
    const write = (fields: object, message: string): void => void log.push(`${message} ${JSON.stringify(fields)}`);
    const run = sealing({ seal, oldestUnsealed: async () => oldest }, { info: write, warn: write }, () => log.push("next"));
    return { run, log };
  };

  it("tells the log each checkpoint, and who follows when all is sealed", async () => {
    const checkpoint = { nr: "8", hash: "ab" };
    const { run, log } = setup(async () => ({ sealed: 8, more: false, checkpoint }));
    expect(await run()).toBe(false);
    expect(log).toEqual(['audit checkpoint {"nr":"8","hash":"ab"}', "next"]);
  });

  it("warns of lines older than a minute, also when sealing fails", async () => {
    const failing = setup(() => Promise.reject(new Error("no")), 61_000);
    await expect(failing.run()).rejects.toThrow("no");
    expect(failing.log).toEqual(['audit lines wait for the sealer {"waitMs":61000}']);
    const fresh = setup(async () => ({ sealed: 0, more: false }), 59_000);
    await fresh.run();
    expect(fresh.log).toEqual([]);
  });
});
