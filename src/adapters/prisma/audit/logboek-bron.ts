import { randomBytes } from "node:crypto";
import type pg from "pg";
import type { LogboekBron, LogboekBronRegel, LogboekDoel } from "../../../ports/logboek.js";
import { present } from "../rows/present.js";

/** The signalen that an object of the audit trail is about: it may be named by code or by id. */
const signalen = `ARRAY(
  SELECT s.id FROM signaal s WHERE s.code = a.object OR s.id = a.object
  UNION SELECT s.id FROM casus c JOIN signaal s ON s.casus_id = c.id WHERE c.code = a.object OR c.id = a.object
  UNION SELECT s.id FROM actiepunt p JOIN signaal s ON s.casus_id = p.casus_id WHERE p.code = a.object
  UNION SELECT s.id FROM agendapunt g JOIN signaal s ON s.id = g.signaal_id OR s.casus_id = g.casus_id WHERE g.id = a.object
  UNION SELECT v.signaal_id FROM vraag v WHERE v.id = a.object)`;

const lease = async (pool: pg.Pool, doel: LogboekDoel, now: Date, leaseMs: number): Promise<string | undefined> => {
  await pool.query("INSERT INTO logboek_stand (doel, nr) VALUES ($1, 0) ON CONFLICT (doel) DO NOTHING", [doel]);
  const { rows } = await pool.query<{ nr: string }>(
    "UPDATE logboek_stand SET lease_until = $3 WHERE doel = $1 AND (lease_until IS NULL OR lease_until <= $2) RETURNING nr::text",
    [doel, now, new Date(now.getTime() + leaseMs)],
  );
  return rows[0]?.nr;
};

const readLines = async (pool: pg.Pool, na: string, limit: number): Promise<readonly LogboekBronRegel[]> => {
  const { rows } = await pool.query<object>(
    `SELECT a.nr::text, encode(a.hash, 'hex') AS hash, a.op, a.begon_op AS "begonOp", a.trace_id AS "traceId", a.actie, a.object, a.resultaat, ${signalen} AS signalen
     FROM audit_line a WHERE a.nr > $1 ORDER BY a.nr LIMIT $2`,
    [na, limit],
  );
  return rows.map((row) => present(row) as LogboekBronRegel);
};

/** Reads the audit trail for the Logboek. */
export const logboekBron = (pool: pg.Pool, now: () => Date): LogboekBron => ({
  claim: async (doel, leaseMs, limit) => {
    const na = await lease(pool, doel, now(), leaseMs);
    if (na === undefined) return [];
    const lines = await readLines(pool, na, limit);
    if (lines.length === 0) await pool.query("UPDATE logboek_stand SET lease_until = NULL WHERE doel = $1", [doel]);
    return lines;
  },
  done: async (doel, nr) => {
    await pool.query("UPDATE logboek_stand SET nr = $2, lease_until = NULL WHERE doel = $1 AND nr < $2", [doel, nr]);
  },
  zout: async () => {
    await pool.query("INSERT INTO logboek_zout (id, zout) VALUES (1, $1) ON CONFLICT (id) DO NOTHING", [randomBytes(32)]);
    return (await pool.query<{ zout: Uint8Array }>("SELECT zout FROM logboek_zout WHERE id = 1")).rows[0]?.zout ?? new Uint8Array();
  },
  behind: async () => {
    const { rows } = await pool.query<{ n: string | null }>("SELECT max(kop.nr) - min(stand.nr) AS n FROM audit_seal kop, logboek_stand stand");
    return Number(rows[0]?.n ?? 0);
  },
});
