// npm run bench:schijf: how many bytes a signaal with all that comes of it takes, and a line of the audit trail, on PostgreSQL.
import type pg from "pg";
import { openPostgres, openRealStore } from "../support/database.js";
import { fill } from "./region/fill.js";

const size = { signalen: 20_000, actiepunten: 8_000, overleggen: 400, groot: 0 };
const auditLines = 100_000;

const bytes = async (pool: pg.Pool): Promise<number> =>
  Number((await pool.query<{ n: string }>("SELECT pg_database_size(current_database()) AS n")).rows[0]?.n);
const tell = (what: string, count: number, before: number, after: number): void => {
  process.stdout.write(
    `${what}: ${Math.round((after - before) / count)} bytes each (${count}, ${((after - before) / 1_048_576).toFixed(0)} MB with indexes)\n`,
  );
};

const server = await openPostgres();
const store = await openRealStore(server);
try {
  const empty = await bytes(store.pool);
  await fill(store, size);
  const filled = await bytes(store.pool);
  tell("signaal with steps, questions, keys and its share of casussen, actiepunten and agendas", size.signalen, empty, filled);
  await store.pool.query(
    `INSERT INTO audit_line (op, begon_op, wie, actie, object, resultaat, herkomst, grondslag, trace_id)
     SELECT now(), now(), 'P' || i % 500, 'signaal.bekijken', 'SG-' || upper(substr(md5(i::text), 1, 5)), 'gezien', 'teams', 'Convenant artikel 3', md5(i::text)
     FROM generate_series(1, $1::int) i`,
    [auditLines],
  );
  for (let more = true; more; ) ({ more } = await store.audit.seal());
  tell("line of the audit trail, sealed", auditLines, filled, await bytes(store.pool));
} finally {
  await store.close();
  await server.stop();
}
