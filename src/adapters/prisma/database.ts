import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.js";
import { openDataDir, openMemory } from "./lite/lite-pool.js";
import { migrate } from "./migrate.js";

/** What the store tells about itself; pino fits. */
export type Log = { info(fields: object, message: string): void; error(fields: object, message: string): void };
export type Database = { readonly db: PrismaClient; readonly pool: pg.Pool; close(): Promise<void> };

const silent: Log = { info: () => {}, error: () => {} };

/** Connections to a server. Without a listener a dropped idle connection would end the process; without UTC Prisma would misread times. */
const openServer = (databaseUrl: string, log: Log) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: "-c timezone=UTC", keepAlive: true });
  pool.on("error", (error) => log.error({ err: error }, "a database connection was lost"));
  return { pool, close: () => pool.end() };
};

const openEmbedded = (dataDir: string) => (dataDir === "memory" ? openMemory() : openDataDir(dataDir));

/** Prisma over an open pool; migrations are applied first. */
export const databaseOver = async (parts: { pool: pg.Pool; close(): Promise<void> }, log: Log = silent): Promise<Database> => {
  try {
    const applied = await migrate(parts.pool);
    if (applied.length > 0) log.info({ migrations: applied }, "the database was brought up to date");
  } catch (error) {
    await parts.close();
    throw error;
  }
  // A burst waits its turn on the one connection of the embedded database.
  const db = new PrismaClient({ adapter: new PrismaPg(parts.pool), transactionOptions: { maxWait: 30_000, timeout: 30_000 } });
  const close = async (): Promise<void> => {
    await db.$disconnect();
    await parts.close();
  };
  return { db, pool: parts.pool, close };
};

/** Opens the server or else the embedded database. @param options.dataDir "memory": nothing is kept. @throws DataDirInUse */
export const openDatabase = async (options: { databaseUrl?: string; dataDir?: string; log?: Log }): Promise<Database> => {
  const log = options.log ?? silent;
  return databaseOver(options.databaseUrl === undefined ? await openEmbedded(options.dataDir ?? "data") : openServer(options.databaseUrl, log), log);
};
