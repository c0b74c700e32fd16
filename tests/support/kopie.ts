import pg from "pg";
import type { TestServer } from "./database.js";

/** Every row of every table, and where every sequence stands. */
export const alles = async (pool: pg.Pool): Promise<Readonly<Record<string, readonly string[]>>> => {
  const { rows: tables } = await pool.query<{ naam: string }>(
    "SELECT tablename AS naam FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
  );
  const found: Record<string, readonly string[]> = {};
  for (const { naam } of tables) {
    const { rows } = await pool.query<{ rij: string }>(`SELECT to_jsonb(t)::text AS rij FROM "${naam}" t ORDER BY 1`);
    found[naam] = rows.map(({ rij }) => rij);
  }
  const { rows: sequences } = await pool.query<{ naam: string }>("SELECT sequencename AS naam FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1");
  for (const { naam } of sequences)
    found[naam] = (await pool.query<{ stand: string }>(`SELECT last_value || ' ' || is_called AS stand FROM "${naam}"`)).rows.map(({ stand }) => stand);
  return found;
};

let nr = 0;
/** A new empty database on this server. */
export const legeDatabase = async ({ databaseUrl }: TestServer): Promise<string> => {
  const naam = `leeg_${process.pid}_${++nr}`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${naam}`).finally(() => client.end());
  return Object.assign(new URL(databaseUrl), { pathname: `/${naam}` }).href;
};
