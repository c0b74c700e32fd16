import type pg from "pg";
import type { Deel } from "./bestand.js";

/** What is kept apart from content: without it content cannot be read. */
const sleutelTabellen = ["regiosleutel", "sleutel"];

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables of one half, all that there are. The journal of migrations is no data. */
export const tabellenVan = async (client: pg.ClientBase, deel: Deel): Promise<readonly string[]> => {
  const { rows } = await client.query<{ naam: string }>(
    `SELECT tablename AS naam FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ naam }) => naam).filter((naam) => sleutelTabellen.includes(naam) === (deel === "sleutels"));
};
