import type pg from "pg";
import { inTransaction } from "../transaction.js";
import { cryptoOver, newSleutel, readSleutels } from "./kluis.js";
import { type InhoudTabel, inhoudTabellen } from "./plek.js";
import type { Regiosleutels } from "./regiosleutels.js";

const BATCH = 500;

type Row = { readonly owner: string; readonly id: string; readonly inhoud: Uint8Array };

const snake = (column: string): string => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows of a table whose content is still readable. Every sealed field starts with the byte 1; what has a destroyed key stays as it is. */
const readable = (tabel: InhoudTabel): { readonly id: string; readonly sql: string } => {
  const { owner, id: column } = inhoudTabellen[tabel];
  const id = `t.${snake(column)}`;
  const whose = `coalesce(${owner.map((one) => `t.${snake(one)}`).join(", ")})`;
  const sql = `SELECT ${whose} AS owner, ${id} AS id, t.inhoud FROM ${tabel} t
    WHERE t.inhoud IS NOT NULL AND substring(t.inhoud FROM 1 FOR 1) <> '\\x01'
      AND NOT EXISTS (SELECT 1 FROM sleutel k WHERE k.owner = ${whose} AND k.vernietigd_op IS NOT NULL)`;
  return { id, sql };
};

/** Keys for all owners of a batch: those that are there, and new ones. */
const keysFor = async (client: pg.ClientBase, regio: Regiosleutels, owners: readonly string[], now: Date) => {
  const made = owners.map((owner) => newSleutel(regio, owner));
  await client.query(
    `INSERT INTO sleutel (owner, key_id, wrapped, gemaakt_op) SELECT owner, $1, wrapped, $2 FROM unnest($3::text[], $4::bytea[]) AS m (owner, wrapped) ON CONFLICT DO NOTHING`,
    [regio.actief, now, made.map(({ owner }) => owner), made.map(({ wrapped }) => Buffer.from(wrapped))],
  );
  return readSleutels(client, regio, owners);
};

/** Keys first and then rows by id, as plans of the store do, so that nobody waits for each other. What somebody changed in between was sealed by him. */
const sealBatch = async (client: pg.ClientBase, regio: Regiosleutels, tabel: InhoudTabel, found: readonly Row[], now: Date): Promise<number> => {
  const keys = await keysFor(client, regio, [...new Set(found.map(({ owner }) => owner))].sort(), now);
  const { id, sql } = readable(tabel);
  const ids = found.map((row) => row.id);
  const { rows } = await client.query<Row>(`${sql} AND ${id} = ANY($1) ORDER BY ${id} FOR NO KEY UPDATE OF t`, [ids]);
  const mine = rows.filter(({ owner }) => keys.has(owner));
  const crypto = cryptoOver(keys, false);
  const sealed = mine.map((row) => Buffer.from(crypto.seal({ ...row, tabel }, crypto.open({ ...row, tabel }, row.inhoud))));
  await client.query(`UPDATE ${tabel} t SET inhoud = n.inhoud FROM unnest($1::text[], $2::bytea[]) AS n (id, inhoud) WHERE ${id} = n.id`, [
    mine.map((row) => row.id),
    sealed,
  ]);
  return mine.length;
};

const sealTable = async (pool: pg.Pool, regio: Regiosleutels, tabel: InhoudTabel, now: () => Date): Promise<number> => {
  const { id, sql } = readable(tabel);
  for (let after = "", sealed = 0; ; ) {
    const { rows } = await pool.query<Row>(`${sql} AND ${id} > $1 ORDER BY ${id} LIMIT ${BATCH}`, [after]);
    if (rows.length > 0) sealed += await inTransaction(pool, (client) => sealBatch(client, regio, tabel, rows, now()));
    after = rows.at(-1)?.id ?? after;
    if (rows.length < BATCH) return sealed;
  }
};

/** Seals what was stored before content was sealed, in small transactions; stopped half-way it goes on the next time. @returns how many fields. */
export const sealOldContent = async (pool: pg.Pool, regio: Regiosleutels, now: () => Date): Promise<number> => {
  let sealed = 0;
  for (const tabel of Object.keys(inhoudTabellen) as InhoudTabel[]) sealed += await sealTable(pool, regio, tabel, now);
  await pool.query("UPDATE regiosleutel SET proef = $2 WHERE id = $1", [regio.actief, regio.proef(regio.actief, "dicht")]);
  return sealed;
};
