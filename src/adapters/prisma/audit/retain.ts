import type pg from "pg";
import { inTransaction } from "../transaction.js";
import { insertCheckpoint } from "./seal.js";
import type { Zegels } from "./zegel.js";

const BATCH = 10_000;

/** The last checkpoint from before then that every target of the Logboek has passed. */
const lastPunt = async (client: pg.ClientBase, voor: Date) => {
  const { rows } = await client.query<{ nr: string; hash: string }>(
    `SELECT nr::text, encode(hash, 'hex') AS hash FROM audit_checkpoint WHERE soort = 'punt' AND op < $1 AND nr <= coalesce((SELECT min(nr) FROM logboek_stand), nr) ORDER BY nr DESC LIMIT 1`,
    [voor],
  );
  return rows[0];
};

/**
 * Removes lines that are older than a moment, up to a checkpoint from before it, in steps; what is left verifies from there on.
 * Lines that the Logboek Dataverwerkingen still has to be told stay. @returns how many lines went.
 */
export const removeAuditBefore = async (pool: pg.Pool, zegels: Zegels, voor: Date, now: Date): Promise<number> => {
  const punt = await inTransaction(pool, async (client) => {
    const found = await lastPunt(client, voor);
    const { rows } = await client.query("SELECT 1 FROM audit_checkpoint WHERE soort = 'begin' AND nr >= $1", [found?.nr ?? "0"]);
    if (found !== undefined && rows.length === 0) await insertCheckpoint(client, zegels, { ...found, soort: "begin", op: now });
    return found;
  });
  if (punt === undefined) return 0;
  let gone = 0;
  for (;;) {
    const { rowCount } = await pool.query("DELETE FROM audit_line WHERE id IN (SELECT id FROM audit_line WHERE nr <= $1 LIMIT $2)", [punt.nr, BATCH]);
    gone += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return gone;
  }
};
