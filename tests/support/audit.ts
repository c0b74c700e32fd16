import type pg from "pg";
import { sealAudit } from "../../src/adapters/prisma/audit/seal.js";
import type { Zegels } from "../../src/adapters/prisma/audit/zegel.js";

/** What the owner of the database can do and the bot cannot: change the audit trail behind its guards. */
export const langsDeWachters = async (pool: pg.Pool, sql: string): Promise<void> => {
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
};

/** Seals until nothing waits. */
export const zegelAlles = async (pool: pg.Pool, zegels: Zegels, now: Date): Promise<void> => {
  let result = await sealAudit(pool, zegels, now);
  while (result.sealed > 0) result = await sealAudit(pool, zegels, now);
};
