import type pg from "pg";
import { inTransaction } from "../transaction.js";
import { cryptoOver, newSleutel, readSleutels } from "./kluis.js";
import { type InhoudTabel, inhoudTabellen } from "./plek.js";
import type { Regiosleutels } from "./regiosleutels.js";

const BATCH = 500;

type Row = { readonly owner: string; readonly id: string; readonly inhoud: Uint8Array };

const snake = (column: string): string => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows of a table whose content is still readable, from this id on. Every sealed field starts with the byte 1; what has a destroyed key stays as it is. */
const nextRows = (tabel: InhoudTabel): string => {
  const { owner, id } = inhoudTabellen[tabel];
  const whose = `coalesce(${owner.map((column) => `t.${snake(column)}`).join(", ")})`;
  return `SELECT ${whose} AS owner, t.${snake(id)} AS id, t.inhoud FROM ${tabel} t
    WHERE t.${snake(id)} > $1 AND t.inhoud IS NOT NULL AND substring(t.inhoud FROM 1 FOR 1) <> '\\x01'
      AND NOT EXISTS (SELECT 1 FROM sleutel k WHERE k.owner = ${whose} AND k.vernietigd_op IS NOT NULL)
    ORDER BY t.${snake(id)} LIMIT ${BATCH} FOR UPDATE OF t`;
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

const sealBatch = async (client: pg.ClientBase, regio: Regiosleutels, tabel: InhoudTabel, rows: readonly Row[], now: Date): Promise<void> => {
  const owners = [...new Set(rows.map(({ owner }) => owner))].sort();
  const crypto = cryptoOver(await keysFor(client, regio, owners, now), false);
  const sealed = rows.map(({ owner, id, inhoud }) => Buffer.from(crypto.seal({ owner, tabel, id }, crypto.open({ owner, tabel, id }, inhoud))));
  const id = snake(inhoudTabellen[tabel].id);
  await client.query(`UPDATE ${tabel} t SET inhoud = n.inhoud FROM unnest($1::text[], $2::bytea[]) AS n (id, inhoud) WHERE t.${id} = n.id`, [
    rows.map((row) => row.id),
    sealed,
  ]);
};

const sealTable = async (pool: pg.Pool, regio: Regiosleutels, tabel: InhoudTabel, now: () => Date): Promise<number> => {
  for (let after = "", sealed = 0; ; ) {
    const rows = await inTransaction(pool, async (client) => {
      const found = await client.query<Row>(nextRows(tabel), [after]);
      if (found.rows.length > 0) await sealBatch(client, regio, tabel, found.rows, now());
      return found.rows;
    });
    sealed += rows.length;
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
