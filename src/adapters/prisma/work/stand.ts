import type pg from "pg";
import type { Stand, Verbindingen, Wachtrij } from "../../../ports/watch.js";

/** A line that waits longer for its number is late. */
const LAAT_MS = 60_000;

/** Per recipient first, so that finding out the chat costs little however much waits. */
const UITGAAND = `
  WITH rij AS (SELECT recipient, count(*) AS aantal, min(gemaakt_op) AS eerste FROM outgoing WHERE status = 'wacht' GROUP BY recipient)
  SELECT coalesce(c.platform, a.platform, 'onbekend') AS platform, coalesce(w.reden, 'beurt') AS reden,
    sum(r.aantal)::int AS aantal, min(r.eerste) AS eerste
  FROM rij r
  LEFT JOIN channel c ON r.recipient = 'channel:' || c.id
  LEFT JOIN LATERAL (SELECT platform FROM account WHERE persoon_id = substr(r.recipient, length('persoon:') + 1) AND r.recipient LIKE 'persoon:%'
    ORDER BY laatst_gebruikt_op DESC NULLS LAST LIMIT 1) a ON true
  LEFT JOIN recipient_wait w ON w.recipient = r.recipient AND w.until > $1
  GROUP BY 1, 2`;
const MOMENTEN = "SELECT count(*)::int AS aantal, min(op) AS eerste FROM due_moment WHERE done_op IS NULL AND op <= $1";
const AUDIT =
  "SELECT count(*) FILTER (WHERE op < $1::timestamptz - $2::int * interval '1 ms')::int AS aantal, min(op) AS eerste FROM audit_line WHERE nr IS NULL";

type Telling = { readonly aantal: number; readonly eerste: Date | null };

/** How much work waits and since when. */
export const readStand = async (pool: pg.Pool, now: Date): Promise<Stand> => {
  const since = ({ eerste }: Telling): number => (eerste === null ? 0 : Math.max(0, now.getTime() - eerste.getTime()));
  const one = async (sql: string, values: readonly unknown[]): Promise<Telling> =>
    (await pool.query<Telling>(sql, [...values])).rows[0] ?? { aantal: 0, eerste: null };
  const { rows } = await pool.query<Telling & Pick<Wachtrij, "platform" | "reden">>(UITGAAND, [now]);
  const momenten = await one(MOMENTEN, [now]);
  const audit = await one(AUDIT, [now, LAAT_MS]);
  return {
    uitgaand: rows.map((row) => ({ platform: row.platform, reden: row.reden, aantal: row.aantal, oudsteMs: since(row) })),
    momenten: { aantal: momenten.aantal, oudsteMs: since(momenten) },
    audit: { laat: audit.aantal, oudsteMs: since(audit) },
  };
};

/** How busy the connections are. */
export const readVerbindingen = (pool: pg.Pool): Verbindingen => ({
  bezig: pool.totalCount - pool.idleCount,
  vrij: pool.idleCount,
  wachtend: pool.waitingCount,
});
