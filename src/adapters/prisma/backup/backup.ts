import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { inTransaction } from "../transaction.js";
import { type Deel, type Kop, KopieFout, type Regel, writeKopie } from "./bestand.js";
import { quote, tabellenVan } from "./tabellen.js";

const BATCH = 500;
export const SLEUTELS_MAP = "sleutels";
export const INHOUD_MAP = "inhoud";
export const SLEUTELS_BESTAND = "sleutels.jsonl.gz";

/** Every row of a table, some at a time, as the database writes it. */
const rowsOf = async function* (client: pg.ClientBase, tabel: string): AsyncGenerator<Regel> {
  yield { tabel };
  await client.query(`DECLARE kopie NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS rij FROM ${quote(tabel)} t`);
  for (let rows: readonly Regel[] = [{ rij: "" }]; rows.length > 0; ) {
    rows = (await client.query<{ rij: string }>(`FETCH ${BATCH} FROM kopie`)).rows;
    yield* rows;
  }
  await client.query("CLOSE kopie");
};

/** Where sequences stand, so that no number is given out twice. */
const sequences = async (client: pg.ClientBase): Promise<readonly Regel[]> => {
  const { rows } = await client.query<{ reeks: string }>("SELECT sequencename AS reeks FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1");
  const regels: Regel[] = [];
  for (const { reeks } of rows) {
    const found = await client.query<{ stand: string; gebruikt: boolean }>(`SELECT last_value::text AS stand, is_called AS gebruikt FROM ${quote(reeks)}`);
    if (found.rows[0] !== undefined) regels.push({ reeks, ...found.rows[0] });
  }
  return regels;
};

const contentOf = async function* (client: pg.ClientBase, deel: Deel): AsyncGenerator<Regel> {
  for (const tabel of await tabellenVan(client, deel)) yield* rowsOf(client, tabel);
  if (deel === "inhoud") yield* await sequences(client);
};

const migrationsOf = async (client: pg.ClientBase): Promise<string[]> => {
  const there = await client.query<{ there: boolean }>(`SELECT to_regclass('sleutel') IS NOT NULL AS there`);
  if (there.rows[0]?.there !== true) throw new KopieFout("geen_gegevens");
  const { rows } = await client.query<{ naam: string }>(
    `SELECT migration_name AS naam FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ naam }) => naam);
};

/** Destroyed keys that no backup tells about yet. */
const destroyedOf = async (client: pg.ClientBase): Promise<readonly string[]> =>
  (await client.query<{ owner: string }>("SELECT owner FROM sleutel WHERE vernietigd_op IS NOT NULL AND kopie_op IS NULL")).rows.map(({ owner }) => owner);

/** @property onleesbaar how many destroyed keys no backup in this folder can bring back from now on. */
export type Kopie = { readonly inhoud: string; readonly sleutels: string; readonly rijen: number; readonly onleesbaar: number };

/**
 * Copies everything as it is at one moment into two files while the bot works: content, and apart from it the wrapped keys.
 * Of the keys the newest copy alone is kept, so that what is destroyed cannot be read from older content either.
 */
export const makeBackup = async (pool: pg.Pool, dir: string, now: Date): Promise<Kopie> => {
  const gemaaktOp = now.toISOString();
  const inhoud = join(dir, INHOUD_MAP, `inhoud-${gemaaktOp.replace(/[-:.]/g, "")}.jsonl.gz`);
  const sleutels = join(dir, SLEUTELS_MAP, SLEUTELS_BESTAND);
  const { written, destroyed } = await inTransaction(
    pool,
    async (client) => {
      const kop = (deel: Deel): Kop => ({ product: "ketentafel", versie: 1, deel, gemaaktOp, migraties });
      const migraties = await migrationsOf(client);
      const keys = await writeKopie(sleutels, kop("sleutels"), contentOf(client, "sleutels"));
      const content = await writeKopie(inhoud, kop("inhoud"), contentOf(client, "inhoud"));
      return { written: { keys, content }, destroyed: await destroyedOf(client) };
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
  // Keys first: content never stands beside keys that are older than it is.
  await written.keys.place();
  await written.content.place();
  for (const name of await readdir(join(dir, SLEUTELS_MAP))) if (name !== SLEUTELS_BESTAND) await rm(join(dir, SLEUTELS_MAP, name), { recursive: true });
  await pool.query("UPDATE sleutel SET kopie_op = $1 WHERE owner = ANY($2) AND kopie_op IS NULL", [now, destroyed]);
  return { inhoud, sleutels, rijen: written.keys.rijen + written.content.rijen, onleesbaar: destroyed.length };
};
