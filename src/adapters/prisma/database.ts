import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Regiosleutel } from "../../ports/crypto.js";
import { PrismaClient } from "./generated/client.js";
import { openDataDir, openMemory } from "./lite/lite-pool.js";
import { migrate } from "./migrate.js";
import { checkRegiosleutels, recordRegiosleutel } from "./sleutels/controle.js";
import { sealOldContent } from "./sleutels/herverzegelen.js";
import { type Kluis, openKluis } from "./sleutels/kluis.js";
import { type Proef, regiosleutels } from "./sleutels/regiosleutels.js";
import { statementNames } from "./statement-names.js";

/** What the store tells about itself; pino fits. */
export type Log = { info(fields: object, message: string): void; error(fields: object, message: string): void };
/** @property sleutels keys of the region, newest first. @property sealOldContent seals what was stored before content was sealed, and refuses it from then on. */
export type Database = {
  readonly db: PrismaClient;
  readonly pool: pg.Pool;
  readonly sleutels: readonly Regiosleutel[];
  readonly kluis: Kluis;
  sealOldContent(now: () => Date): Promise<number>;
  close(): Promise<void>;
};

const silent: Log = { info: () => {}, error: () => {} };

/** Connections to a server. Without a listener a dropped idle connection would end the process; without UTC Prisma would misread times. */
const openServer = (databaseUrl: string, log: Log) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: "-c timezone=UTC", keepAlive: true });
  pool.on("error", (error) => log.error({ err: error }, "a database connection was lost"));
  return { pool, close: () => pool.end() };
};

const stopNow = (): void => process.exit(1);
const openEmbedded = (dataDir: string, onDiskFull = stopNow, log: Log) =>
  dataDir === "memory" ? openMemory() : openDataDir(dataDir, onDiskFull, (error) => log.error({ err: error }, "the embedded database could not be tidied"));

/** Prisma over an open pool; migrations are applied first, after it is certain that the keys are the right ones. @throws SleutelFout */
export const databaseOver = async (
  parts: { pool: pg.Pool; close(): Promise<void> },
  sleutels: readonly Regiosleutel[],
  log: Log = silent,
): Promise<Database> => {
  const keys = regiosleutels(sleutels);
  let proef: Proef;
  try {
    await checkRegiosleutels(parts.pool, keys);
    const applied = await migrate(parts.pool);
    if (applied.length > 0) log.info({ migrations: applied }, "the database was brought up to date");
    proef = await recordRegiosleutel(parts.pool, keys, new Date());
  } catch (error) {
    await parts.close();
    throw error;
  }
  // A burst waits its turn on the one connection of the embedded database.
  const adapter = new PrismaPg(parts.pool, { statementNameGenerator: statementNames() });
  const db = new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 30_000 } });
  const close = async (): Promise<void> => {
    await db.$disconnect();
    await parts.close();
  };
  const sealOld = async (now: () => Date): Promise<number> => {
    const sealed = proef === "dicht" ? 0 : await sealOldContent(parts.pool, keys, now);
    proef = "dicht";
    return sealed;
  };
  return { db, pool: parts.pool, sleutels, kluis: openKluis(parts.pool, keys, () => proef === "dicht"), sealOldContent: sealOld, close };
};

/** @property onDiskFull of the embedded database: says so and ends the process, which does nothing else any more. */
export type DatabaseOptions = {
  readonly databaseUrl?: string;
  readonly dataDir?: string;
  readonly onDiskFull?: () => void;
  readonly sleutels: readonly Regiosleutel[];
  readonly log?: Log;
};

/** Connections to the server or else the embedded database, as it is: nothing is migrated or checked. @throws DataDirInUse */
export const openPool = async ({ databaseUrl, dataDir, onDiskFull, log = silent }: Omit<DatabaseOptions, "sleutels">) =>
  databaseUrl === undefined ? openEmbedded(dataDir ?? "data", onDiskFull, log) : openServer(databaseUrl, log);

/** Opens the server or else the embedded database. @param options.dataDir "memory": nothing is kept. @throws DataDirInUse, SleutelFout */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => databaseOver(await openPool(options), options.sleutels, options.log);
