import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openRealStore, type TestStore } from "../support/database.js";

const synced = vi.hoisted(() => ({ count: 0 }));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const fdatasyncSync: typeof fs.fdatasyncSync = (file) => {
    synced.count += 1;
    fs.fdatasyncSync(file);
  };
  return { ...fs, fdatasyncSync };
});

describe("the embedded database", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "ketentafel-durable-"));
  let db: TestStore;
  beforeAll(async () => {
    db = await openRealStore({ dataDir });
  });
  beforeEach(() => {
    synced.count = 0;
  });
  afterAll(async () => {
    await db.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("has a commit on disk before it says so", async () => {
    for (const key of ["een", "twee", "drie"]) {
      synced.count = 0;
      await db.store.commit({ delivery: { key } });
      expect(synced.count, key).toBeGreaterThan(0);
    }
  });

  it("keeps doing so in a new segment of the log", async () => {
    await db.pool.query("SELECT pg_switch_wal()");
    for (const key of ["vier", "vijf"]) {
      synced.count = 0;
      await db.store.commit({ delivery: { key } });
      expect(synced.count, key).toBeGreaterThan(0);
    }
  });

  it("does not wait for the disk to read", async () => {
    await db.store.findDelivery("een");
    synced.count = 0;
    for (let n = 0; n < 20; n += 1) await db.store.findDelivery("een");
    expect(synced.count).toBe(0);
  });
});
