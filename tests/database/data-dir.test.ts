import { type ChildProcessByStdio, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lockDataDir } from "../../src/adapters/prisma/lite/dir-lock.js";
import { openDataDir, openMemory } from "../../src/adapters/prisma/lite/lite-pool.js";
import { DataDirDamaged, DataDirInUse, openStore } from "../../src/adapters/prisma/open-store.js";
import { openRealStore, testSleutels } from "../support/database.js";

type Writer = {
  readonly child: ChildProcessByStdio<null, Readable, null>;
  readonly lines: string[];
  says(count: number): Promise<void>;
  readonly ended: Promise<number | null>;
};

const startWriter = (dataDir: string): Writer => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "writer.mjs"), dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const says = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      reader.on("line", () => lines.length >= count && resolve());
      void ended.then(() => reject(new Error(`writer ended after: ${lines.join(" ")}`)));
    });
  return { child, lines, says, ended };
};

describe("the data directory", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "ketentafel-dir-"));
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("is refused to a second process, and keeps every acknowledged commit after kill -9", { timeout: 40_000 }, async () => {
    const writer = startWriter(dataDir);
    await writer.says(1);
    await expect(openStore({ dataDir, sleutels: testSleutels })).rejects.toBeInstanceOf(DataDirInUse);
    const second = startWriter(dataDir);
    expect(await second.ended).toBe(3);
    expect(second.lines).toEqual(["DataDirInUse"]);
    await writer.says(40);
    writer.child.kill("SIGKILL");
    await writer.ended;
    const db = await openRealStore({ dataDir });
    const { rows } = await db.pool.query<{ key: string; actie: string | null }>(
      "SELECT d.key, a.actie FROM delivery d LEFT JOIN audit_line a ON a.actie = d.key ORDER BY d.op, a.id",
    );
    const stored = new Set(rows.map((row) => row.key));
    expect(writer.lines.filter((line) => line !== "open" && !stored.has(line))).toEqual([]);
    expect(rows.filter((row) => row.actie !== row.key)).toEqual([]);
    expect((await db.store.commit({ delivery: { key: "n0" } })).ok).toBe(false);
    await db.close();
  });

  it("is begun again when its first start was cut short, and refused as damaged when it cannot be read", { timeout: 60_000 }, async () => {
    mkdirSync(join(dataDir, "pg-new"));
    writeFileSync(join(dataDir, "pg-new/PG_VERSION"), "");
    const db = await openStore({ dataDir, sleutels: testSleutels });
    await db.store.commit({ delivery: { key: "een" } });
    await db.close();
    expect(existsSync(join(dataDir, "pg-new"))).toBe(false);
    const control = join(dataDir, "pg/global/pg_control");
    const whole = readFileSync(control);
    truncateSync(control, 100);
    await expect(openStore({ dataDir, sleutels: testSleutels })).rejects.toBeInstanceOf(DataDirDamaged);
    writeFileSync(control, whole);
    const again = await openRealStore({ dataDir });
    expect(await again.store.findDelivery("een")).toBeDefined();
    await again.close();
  });

  it("is tidied and counted while the bot runs, as a server does by itself", async () => {
    const db = await openRealStore({ dataDir });
    await db.close();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const lite = await openDataDir(dataDir, () => {});
    await lite.pool.query("INSERT INTO delivery (key, op) SELECT 'k' || i, now() FROM generate_series(1, 500) i");
    await lite.pool.query("DELETE FROM delivery WHERE key LIKE 'k%1'");
    const counted = async (): Promise<number> => (await lite.pool.query("SELECT reltuples::int AS n FROM pg_class WHERE relname = 'delivery'")).rows[0].n;
    expect(await counted()).toBe(-1);
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    expect(await counted()).toBe(450);
    await lite.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("answers everybody who asks at the same moment, also beside the pool", async () => {
    const { lite, pool, close } = await openMemory();
    // A disk takes its time, and others speak meanwhile.
    lite.syncToFs = () => new Promise((resolve) => setImmediate(resolve));
    const asked = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? pool.query("SELECT $1::int AS n", [n]) : lite.query("SELECT $1::int AS n", [n])));
    expect((await Promise.all(asked)).map(({ rows }) => (rows as { n: number }[])[0]?.n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    await close();
  }, 10_000);

  it("is free again after closing, and held within one process too", async () => {
    const release = await lockDataDir(dataDir);
    await expect(lockDataDir(join(dataDir, "."))).rejects.toBeInstanceOf(DataDirInUse);
    release();
    (await lockDataDir(dataDir))();
  });

  it("is held by another host or container as long as that gives signs of life", async () => {
    const file = join(dataDir, "ketentafel.lock");
    writeFileSync(file, JSON.stringify({ pid: 1, host: "another-container" }));
    await expect(lockDataDir(dataDir)).rejects.toBeInstanceOf(DataDirInUse);
    const long = new Date(Date.now() - 60_000);
    utimesSync(file, long, long);
    (await lockDataDir(dataDir))();
    writeFileSync(file, "not a lock file");
    (await lockDataDir(dataDir))();
  });
});
