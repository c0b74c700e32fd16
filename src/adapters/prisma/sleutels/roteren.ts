import type pg from "pg";
import { inTransaction } from "../transaction.js";
import type { Regiosleutels } from "./regiosleutels.js";

const BATCH = 500;

type Row = { readonly owner: string; readonly keyId: string; readonly wrapped: Uint8Array };

const rewrapBatch = (pool: pg.Pool, keys: Regiosleutels, after: string): Promise<readonly Row[]> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<Row>(
      `SELECT owner, key_id AS "keyId", wrapped FROM sleutel WHERE owner > $1 AND key_id <> $2 ORDER BY owner LIMIT ${BATCH} FOR NO KEY UPDATE`,
      [after, keys.actief],
    );
    const wrapped = rows.map(({ owner, keyId, wrapped: old }) => Buffer.from(keys.wrap(owner, keys.unwrap(owner, keyId, old))));
    await client.query(
      "UPDATE sleutel s SET key_id = $1, wrapped = n.wrapped FROM unnest($2::text[], $3::bytea[]) AS n (owner, wrapped) WHERE s.owner = n.owner",
      [keys.actief, rows.map(({ owner }) => owner), wrapped],
    );
    return rows;
  });

/** Forgets keys of the region that nothing is wrapped with any more. An instance that still wraps with one notes it again by itself. */
const forgetOld = async (pool: pg.Pool, keys: Regiosleutels): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    "DELETE FROM regiosleutel r WHERE r.id <> $1 AND NOT EXISTS (SELECT 1 FROM sleutel s WHERE s.key_id = r.id) RETURNING r.id",
    [keys.actief],
  );
  return rows.map(({ id }) => id).sort();
};

/** @property ingepakt how many keys were wrapped anew. @property vervallen names of keys that may leave the configuration. */
export type Rotatie = { readonly ingepakt: number; readonly vervallen: readonly string[] };

/** Wraps every key with the newest key of the region, in small transactions while the bot works; stopped half-way it goes on the next time. */
export const roteren = async (pool: pg.Pool, keys: Regiosleutels): Promise<Rotatie> => {
  for (let after = "", ingepakt = 0; ; ) {
    const rows = await rewrapBatch(pool, keys, after);
    ingepakt += rows.length;
    after = rows.at(-1)?.owner ?? after;
    if (rows.length < BATCH) return { ingepakt, vervallen: await forgetOld(pool, keys) };
  }
};
