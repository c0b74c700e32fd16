import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { knownMigrations, migrateTo } from "../migrate.js";
import { SleutelFout } from "../sleutels/controle.js";
import type { Regiosleutels } from "../sleutels/regiosleutels.js";
import { inTransaction } from "../transaction.js";
import { INHOUD_MAP, SLEUTELS_BESTAND, SLEUTELS_MAP } from "./backup.js";
import { type Deel, type Kop, KopieFout, type Regel, readKopie } from "./bestand.js";
import { quote, tabellenVan } from "./tabellen.js";

const BATCH = 500;

const newestContent = async (dir: string): Promise<string> => {
  const map = join(dir, INHOUD_MAP);
  const names = await readdir(map).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith(".jsonl.gz"))
    .sort()
    .at(-1);
  if (newest === undefined) throw new KopieFout("ontbreekt", map);
  return join(map, newest);
};

/** Reads the keys whole and tries the configured ones on them. @throws SleutelFout, KopieFout */
const checkKeys = async (bestand: string, keys: Regiosleutels): Promise<Kop> => {
  let tabel = "";
  return readKopie(bestand, "sleutels", (regel) => {
    if ("tabel" in regel) tabel = regel.tabel;
    if (tabel !== "regiosleutel" || !("rij" in regel)) return;
    const { id, proef } = JSON.parse(regel.rij) as { id: string; proef: string };
    if (!keys.has(id)) throw new SleutelFout("ontbreekt", id);
    if (keys.readProef(id, Buffer.from(proef.slice(2), "hex")) === undefined) throw new SleutelFout("anders", id);
  });
};

const requireEmpty = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query("SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1");
  if (rows.length > 0) throw new KopieFout("niet_leeg");
};

/** The rules between tables and the guards of the audit trail stand aside; the answer puts them back, and the rules are checked anew over everything. */
const setRulesAside = async (client: pg.ClientBase, tabellen: readonly string[]): Promise<() => Promise<void>> => {
  const { rows } = await client.query<{ tabel: string; naam: string; regel: string }>(
    `SELECT conrelid::regclass::text AS tabel, conname AS naam, pg_get_constraintdef(oid) AS regel FROM pg_constraint
     WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  );
  for (const { tabel, naam } of rows) await client.query(`ALTER TABLE ${tabel} DROP CONSTRAINT ${quote(naam)}`);
  for (const tabel of tabellen) await client.query(`ALTER TABLE ${quote(tabel)} DISABLE TRIGGER USER`);
  return async () => {
    for (const { tabel, naam, regel } of rows) await client.query(`ALTER TABLE ${tabel} ADD CONSTRAINT ${quote(naam)} ${regel}`);
    for (const tabel of tabellen) await client.query(`ALTER TABLE ${quote(tabel)} ENABLE TRIGGER USER`);
  };
};

const insertRows = async (client: pg.ClientBase, tabel: string, rijen: readonly string[]): Promise<void> => {
  const columns = Object.keys(JSON.parse(rijen[0] ?? "{}") as object)
    .map(quote)
    .join(", ");
  await client.query(`INSERT INTO ${quote(tabel)} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${quote(tabel)}, $1::json)`, [
    `[${rijen.join(",")}]`,
  ]);
};

/** Puts rows in as they come, some at a time. */
const loader = (client: pg.ClientBase) => {
  let tabel = "";
  let waiting: string[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await insertRows(client, tabel, waiting);
    waiting = [];
  };
  const take = async (regel: Regel): Promise<void> => {
    if ("rij" in regel) {
      waiting.push(regel.rij);
      if (waiting.length === BATCH) await flush();
      return;
    }
    await flush();
    if ("tabel" in regel) tabel = regel.tabel;
    else await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [quote(regel.reeks), regel.stand, regel.gebruikt]);
  };
  return { take, flush };
};

const load = async (client: pg.ClientBase, bestand: string, deel: Deel, { migraties }: Kop): Promise<void> => {
  await migrateTo(client, migraties);
  const tabellen = await tabellenVan(client, deel);
  const putBack = await setRulesAside(client, tabellen);
  await client.query(`TRUNCATE ${tabellen.map(quote).join(", ")}`);
  const { take, flush } = loader(client);
  await readKopie(bestand, deel, take);
  await flush();
  await putBack();
};

/** @property onleesbaar how many owners had their key destroyed: their content stays unreadable. */
export type Herstel = { readonly inhoud: string; readonly gemaaktOp: string; readonly onleesbaar: number };

/** Puts a backup into an empty database, all of it or nothing. Both files are read whole and the keys are tried before anything is written. @param naam another content file than the newest. @throws KopieFout, SleutelFout */
export const restoreBackup = async (pool: pg.Pool, dir: string, keys: Regiosleutels, naam?: string): Promise<Herstel> => {
  const inhoud = naam === undefined ? await newestContent(dir) : join(dir, INHOUD_MAP, naam);
  const sleutels = join(dir, SLEUTELS_MAP, SLEUTELS_BESTAND);
  await requireEmpty(pool);
  const keysHead = await checkKeys(sleutels, keys);
  const contentHead = await readKopie(inhoud, "inhoud");
  const known = knownMigrations();
  if (![...keysHead.migraties, ...contentHead.migraties].every((migratie) => known.includes(migratie))) throw new KopieFout("nieuwer", inhoud);
  if (keysHead.gemaaktOp < contentHead.gemaaktOp) throw new KopieFout("sleutels_ouder", sleutels);
  const onleesbaar = await inTransaction(pool, async (client) => {
    await load(client, inhoud, "inhoud", contentHead);
    await load(client, sleutels, "sleutels", keysHead);
    await client.query("UPDATE sleutel SET kopie_op = $1 WHERE vernietigd_op IS NOT NULL AND kopie_op IS NULL", [keysHead.gemaaktOp]);
    return (await client.query<{ n: number }>("SELECT count(*)::int AS n FROM sleutel WHERE vernietigd_op IS NOT NULL")).rows[0]?.n ?? 0;
  });
  return { inhoud, gemaaktOp: contentHead.gemaaktOp, onleesbaar };
};
