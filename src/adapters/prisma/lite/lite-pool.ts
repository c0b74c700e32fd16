import { join } from "node:path";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { lockDataDir } from "./dir-lock.js";
import { DurableFS } from "./durable-fs.js";

/** A pool with the embedded database behind it. */
export type LitePool = { readonly pool: pg.Pool; close(): Promise<void> };

/** `pg` clients that speak to PGlite in this process. The type numbers that Prisma sends along are left to PostgreSQL to infer. */
const clientFor = (lite: PGlite): typeof pg.Client =>
  class LiteClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      const lites = createPgConfig(lite);
      const parse = lites.connection.parse.bind(lites.connection);
      lites.connection.parse = (query: object) => parse({ ...query, types: undefined });
      super({ ...config, ...lites } as unknown as pg.ClientConfig);
    }
  };

const poolOver = async (lite: PGlite): Promise<pg.Pool> => {
  await lite.exec("SET TIME ZONE 'UTC'");
  // PGlite has one connection: it is never given up for being idle.
  return new pg.Pool({ Client: clientFor(lite), max: 1, idleTimeoutMillis: 0 } as pg.PoolConfig);
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

/** The database in a directory, for this process alone and durable at every commit. @throws DataDirInUse */
export const openDataDir = async (dataDir: string): Promise<LitePool> => {
  const release = await lockDataDir(dataDir);
  try {
    const lite = await PGlite.create({ fs: new DurableFS(join(dataDir, "pg")) });
    const pool = await poolOver(lite);
    return { pool, close: closing(lite, pool, release) };
  } catch (error) {
    release();
    throw error;
  }
};
