import { Prisma, type PrismaClient } from "./generated/client.js";

type Row = Readonly<Record<string, unknown>>;
/** A row to add; with `by`, one to change, found by that field and by the version before the one that is written. */
type RowWrite = { readonly table: string; readonly row: Row; readonly by?: string };
/** Codes of our own with which a statement falls that found too few rows: somebody was first, or the keys moved on. */
export const lost = { eerder: "KT001", sleutel: "KT002" } as const;
/** A statement that returns a row for each that it wrote. @property must so many, or the whole falls with this code. */
type Part = { readonly sql: Prisma.Sql; readonly must?: { readonly rows: number; readonly otherwise: (typeof lost)[keyof typeof lost] } };
export type Write = RowWrite | Part;

export const insert = (table: string, row: object): Write => ({ table, row: row as Row });
/** A change of something that exists only goes through when it still has the version that was read. */
export const change = (table: string, row: object & { readonly version: number }, by = "id"): Write => ({
  table,
  row: { ...row, version: row.version + 1 },
  by,
});

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** A value as PostgreSQL reads it out of JSON. */
const jsonOf = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`;
  return value === Prisma.DbNull ? null : value;
};
export const asJson = (rows: readonly Row[]): string =>
  JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), jsonOf(value)]))));

/** Tables and columns are words of our own. */
const words = (...names: readonly string[]): Prisma.Sql => Prisma.raw(names.join(", "));
export const columnsOf = (rows: readonly Row[]): readonly string[] => [...new Set(rows.flatMap(Object.keys))].map((field) => `"${columnOf(field)}"`);
const given = (table: string, rows: readonly Row[]): Prisma.Sql => Prisma.sql`json_populate_recordset(NULL::${words(table)}, ${asJson(rows)}::json) g`;

/** Adds rows. @param more what is to be done with one that is there. */
export const insertion = (table: string, rows: readonly Row[], more: Prisma.Sql = Prisma.empty): Part => {
  const columns = words(...columnsOf(rows));
  return { sql: Prisma.sql`INSERT INTO ${words(table)} (${columns}) SELECT ${columns} FROM ${given(table, rows)} ${more} RETURNING 1` };
};

const update = (table: string, rows: readonly Row[], by: string): Part => {
  const columns = columnsOf(rows);
  const values = words(...columns.map((column) => `g.${column}`));
  const same = Prisma.sql`t.${words(columnOf(by))} = g.${words(columnOf(by))} AND t.version = g.version - 1`;
  const sql = Prisma.sql`UPDATE ${words(table)} t SET (${words(...columns)}) = ROW (${values}) FROM ${given(table, rows)} WHERE ${same} RETURNING 1`;
  return { sql, must: { rows: rows.length, otherwise: lost.eerder } };
};

/** Rows of one table go together, in the place of the first. */
const partsOf = (writes: readonly Write[]): readonly Part[] => {
  const kindOf = (write: RowWrite): string => `${write.table} ${write.by ?? ""}`;
  const done = new Set<string>();
  return writes.flatMap((write) => {
    if ("sql" in write) return [write];
    const kind = kindOf(write);
    if (done.has(kind)) return [];
    done.add(kind);
    const rows = writes.flatMap((other) => ("sql" in other || kindOf(other) !== kind ? [] : [other.row]));
    return [write.by === undefined ? insertion(write.table, rows) : update(write.table, rows, write.by)];
  });
};

/** All of it as one statement: one way to the database and back, and all or nothing. What is counted first is written first. */
export const statementOf = (db: PrismaClient, writes: readonly Write[]): Prisma.PrismaPromise<unknown> => {
  const parts = partsOf(writes);
  const written = parts.map(({ sql }, nr) => Prisma.sql`${words(`w${nr}`)} AS (${sql})`);
  const counted = parts.map(({ must }, nr) => {
    const count = Prisma.sql`(SELECT count(*) FROM ${words(`w${nr}`)})`;
    return must === undefined ? count : Prisma.sql`require_rows(${count}, ${must.rows}::bigint, ${must.otherwise})`;
  });
  return db.$executeRaw`WITH ${Prisma.join(written)} SELECT ${Prisma.join(counted)}`;
};
