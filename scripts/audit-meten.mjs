// npm run audit:meten -- [lines]: fills an empty audit trail, seals it as the bot does, and measures sealing and checking.
// On an embedded database in a new folder, or on the empty database of DATABASE_URL.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sealAudit } from "../dist/adapters/prisma/audit/seal.js";
import { verifyAudit } from "../dist/adapters/prisma/audit/verify.js";
import { makeZegels } from "../dist/adapters/prisma/audit/zegel.js";
import { openDatabase } from "../dist/adapters/prisma/database.js";

const lines = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "ketentafel-audit-"));
const { pool, close } = await openDatabase({
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : { dataDir: folder }),
  sleutels: [{ id: "meten", waarde: randomBytes(32) }],
});
const zegels = makeZegels(["a key for measuring"]);
const timed = async (what, run) => {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${what}: ${((performance.now() - started) / 1000).toFixed(1)} s, of which ${((user + system) / 1e6).toFixed(1)} s of processor time of this process`,
  );
  return result;
};

await timed(`write ${lines} lines`, async () => {
  for (let i = 0; i < lines; i += 10_000)
    await pool.query(
      `INSERT INTO audit_line (op, begon_op, wie, actie, object, resultaat, herkomst, grondslag, trace_id)
       SELECT now(), now(), 'P' || i % 500, 'signaal.bekijken', 'SG-' || upper(substr(md5(i::text), 1, 5)), 'gezien', 'teams', 'Convenant artikel 3', md5(i::text)
       FROM generate_series($1::int, $2::int) i`,
      [i + 1, Math.min(lines, i + 10_000)],
    );
});
await timed("seal them", async () => {
  for (let more = true; more; ) ({ more } = await sealAudit(pool, zegels, new Date()));
});
const { regels, breuken } = await timed("check them", () => verifyAudit(pool, zegels));
console.log(`${regels} lines, ${breuken.length} breaks`);
await close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = regels === lines && breuken.length === 0 ? 0 : 1;
