import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";

/** The same advisory lock as `prisma migrate deploy` takes. */
const LOCK = 72707369;
export const migrationsDir = fileURLToPath(new URL("../../../prisma/migrations/", import.meta.url));

const hasJournal = `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS is`;
const journal = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };
type Applied = { readonly name: string; readonly checksum: string; readonly finished: Date | null };

const readMigrations = (dir: string): readonly Migration[] =>
  readdirSync(dir)
    .filter((name) => existsSync(join(dir, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });

/** What is still to be applied. @throws when the database and the files do not tell the same story. */
const pending = (migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] =>
  migrations.filter((migration) => {
    const row = applied.find((a) => a.name === migration.name);
    if (row === undefined) return true;
    if (row.finished === null) throw new Error(`migration ${migration.name} failed earlier: repair the database and run "npx prisma migrate resolve"`);
    if (row.checksum !== migration.checksum) throw new Error(`migration ${migration.name} was edited after it was applied`);
    return false;
  });

const apply = async (client: pg.ClientBase, migration: Migration): Promise<void> => {
  await client.query(migration.sql);
  await client.query(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`, [
    randomUUID(),
    migration.checksum,
    migration.name,
  ]);
};

/** The migration and its line in the journal, or neither: a start that is cut short leaves nothing that the next one stumbles over. */
const applyWhole = async (client: pg.ClientBase, migration: Migration): Promise<void> => {
  await client.query("BEGIN");
  try {
    await apply(client, migration);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
};

const applyPending = async (client: pg.ClientBase, migrations: readonly Migration[], one: typeof apply): Promise<readonly string[]> => {
  // A role that may not create tables starts on a database that is up to date.
  if (!(await client.query<{ is: boolean }>(hasJournal)).rows[0]?.is) await client.query(journal);
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const todo = pending(migrations, rows);
  for (const migration of todo) await one(client, migration);
  return todo.map((migration) => migration.name);
};

/** Names of the migrations that this version has. */
export const knownMigrations = (): readonly string[] => readMigrations(migrationsDir).map(({ name }) => name);

/** Applies these migrations alone, in a transaction of the caller: the tables as a backup found them. */
export const migrateTo = async (client: pg.ClientBase, names: readonly string[]): Promise<void> => {
  await applyPending(
    client,
    readMigrations(migrationsDir).filter(({ name }) => names.includes(name)),
    apply,
  );
};

/** Brings the database up to date, one instance at a time. @returns the names of what was applied. */
export const migrate = async (pool: pg.Pool, dir: string = migrationsDir): Promise<readonly string[]> => {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return await applyPending(client, readMigrations(dir), applyWhole);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]).catch(() => {});
    client.release();
  }
};
