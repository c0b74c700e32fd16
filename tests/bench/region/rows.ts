import type pg from "pg";
import { asJson, columnsOf } from "../../../src/adapters/prisma/write.js";

type Row = Readonly<Record<string, unknown>>;

const ROWS_AT_ONCE = 2_000;

const insert = async (pool: pg.Pool, table: string, rows: readonly Row[]): Promise<void> => {
  const columns = columnsOf(rows).join(", ");
  const text = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json) ON CONFLICT DO NOTHING`;
  await pool.query(text, [asJson(rows)]);
};

/** Stores rows as the store writes them, two thousand in one statement. @param rows made as they are needed: a million do not fit in memory at once. */
export const insertRows = async (pool: pg.Pool, table: string, rows: Iterable<Row>): Promise<void> => {
  let chunk: Row[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < ROWS_AT_ONCE) continue;
    await insert(pool, table, chunk);
    chunk = [];
  }
  if (chunk.length > 0) await insert(pool, table, chunk);
};
