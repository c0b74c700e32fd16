import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { lockDataDir } from "./dir-lock.js";
import { DurableFS } from "./durable-fs.js";

/** A pool with the embedded database behind it. */
export type LitePool = { readonly pool: pg.Pool; close(): Promise<void> };

/** Parse, Bind, Describe, Execute and Close: PostgreSQL answers them when a Sync or a Flush follows. */
const parts = new Set(Buffer.from("PBDEC"));

/** The same database, which hears the messages of a statement all at once: going in and out of it takes as long as most statements. One at a time, or PGlite gives the answers of one to another. */
const wholeStatements = (lite: PGlite): Pick<PGlite, "waitReady" | "execProtocolStream"> => {
  let waiting: Uint8Array[] = [];
  return {
    waitReady: lite.waitReady,
    execProtocolStream: async (message, options) => {
      waiting.push(message);
      if (parts.has(message[0] ?? 0)) return [];
      const whole = Buffer.concat(waiting);
      waiting = [];
      return lite.runExclusive(() => lite.execProtocolStream(whole, options));
    },
  };
};

/** `pg` clients that speak to PGlite in this process. The type numbers that Prisma sends along are left to PostgreSQL to infer. */
const clientFor = (lite: PGlite): typeof pg.Client =>
  class LiteClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      const lites = createPgConfig(wholeStatements(lite) as PGlite);
      const parse = lites.connection.parse.bind(lites.connection);
      lites.connection.parse = (query: object) => parse({ ...query, types: undefined });
      super({ ...config, ...lites } as unknown as pg.ClientConfig);
    }
  };

const poolOver = async (lite: PGlite): Promise<pg.Pool> => {
  await lite.exec("SET TIME ZONE 'UTC'");
  // A client that comes in the place of one that failed speaks in the same session: it must not find the transaction or the names of that one.
  const onConnect = (client: pg.ClientBase): Promise<unknown> => client.query("ROLLBACK; DEALLOCATE ALL");
  // PGlite has one connection: it is never given up for being idle.
  return new pg.Pool({ Client: clientFor(lite), max: 1, idleTimeoutMillis: 0, onConnect } as pg.PoolConfig);
};

const TIDY_AFTER_MS = 10 * 60_000;
const TIDY_EVERY_MS = 24 * 3_600_000;

/** A server tidies tables and counts them for its plans by itself, PGlite does not. It stands still for as long as that takes: half a second at 20,000 signalen. */
const tidying = (pool: pg.Pool, onError: (error: unknown) => void): (() => void) => {
  let timer: NodeJS.Timeout;
  const plan = (afterMs: number): void => {
    timer = setTimeout(() => {
      void pool.query("VACUUM (ANALYZE)").catch(onError);
      plan(TIDY_EVERY_MS);
    }, afterMs).unref();
  };
  plan(TIDY_AFTER_MS);
  return () => clearTimeout(timer);
};

const closing = (lite: PGlite, pool: pg.Pool, release: () => void) => async (): Promise<void> => {
  await pool.end();
  await lite.close();
  release();
};

/** An empty database in memory, or one from a dump of `PGlite.dumpDataDir`. */
export const openMemory = async (options: PGliteOptions = {}): Promise<LitePool & { readonly lite: PGlite }> => {
  const lite = await PGlite.create(options);
  const pool = await poolOver(lite);
  return { pool, lite, close: closing(lite, pool, () => {}) };
};

/** What is in the data directory cannot be read as a database. */
export class DataDirDamaged extends Error {
  override readonly name = "DataDirDamaged";
  constructor(
    readonly dataDir: string,
    cause: unknown,
  ) {
    super(`the database in ${dataDir} is damaged`, { cause });
  }
}

/** A new database gets its name when it is whole: one that was begun and not finished is begun again. */
const prepare = async (dataDir: string, onDiskFull: () => void): Promise<void> => {
  const [place, making] = [join(dataDir, "pg"), join(dataDir, "pg-new")];
  if (existsSync(place)) return;
  rmSync(making, { recursive: true, force: true });
  const lite = await PGlite.create({ fs: new DurableFS(making, onDiskFull) });
  await lite.close();
  renameSync(making, place);
};

const openPlace = async (dataDir: string, onDiskFull: () => void): Promise<PGlite> => {
  try {
    return await PGlite.create({ fs: new DurableFS(join(dataDir, "pg"), onDiskFull) });
  } catch (error) {
    throw new DataDirDamaged(dataDir, error);
  }
};

/** The database in a directory, for this process alone and durable at every commit. @param onDiskFull ends the process. @throws DataDirInUse, DataDirDamaged */
export const openDataDir = async (dataDir: string, onDiskFull: () => void, onUntidy: (error: unknown) => void = () => {}): Promise<LitePool> => {
  const release = await lockDataDir(dataDir);
  try {
    await prepare(dataDir, onDiskFull);
    const lite = await openPlace(dataDir, onDiskFull);
    const pool = await poolOver(lite);
    const stopTidying = tidying(pool, onUntidy);
    const close = closing(lite, pool, release);
    return {
      pool,
      close: () => {
        stopTidying();
        return close();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
};
