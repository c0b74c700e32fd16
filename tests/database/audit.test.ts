import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealAudit } from "../../src/adapters/prisma/audit/seal.js";
import { verifyAudit } from "../../src/adapters/prisma/audit/verify.js";
import { makeZegels } from "../../src/adapters/prisma/audit/zegel.js";
import { openPostgres, openRealStore, openTestStore, type TestServer, type TestStore } from "../support/database.js";
import { auditSuite } from "./audit.suite.js";

describe("embedded database", () => {
  let db: TestStore;
  beforeAll(async () => {
    db = await openTestStore();
  });
  afterAll(() => db.close());
  auditSuite(() => db);
});

describe("PostgreSQL server", () => {
  let server: TestServer;
  let db: TestStore;
  beforeAll(async () => {
    server = await openPostgres();
    db = await openRealStore(server);
  });
  afterAll(async () => {
    await db?.close();
    await server?.stop();
  });
  auditSuite(() => db);

  it("is out of reach for a bot that runs under a role of its own, which works as ever", async () => {
    await db.truncate();
    await db.pool.query("DROP ROLE IF EXISTS ketentafel_bot; CREATE ROLE ketentafel_bot LOGIN PASSWORD 'ketentafel'");
    await db.pool.query(readFileSync("prisma/rechten.sql", "utf8"));
    const bot = await openRealStore({ databaseUrl: Object.assign(new URL(server.databaseUrl), { username: "ketentafel_bot" }).href });
    const zegels = makeZegels(["geheim"]);
    await bot.store.commit({ audit: [{ wie: "systeem", actie: "a", object: "SG-1", resultaat: "gedaan", herkomst: "systeem" }] });
    expect(await sealAudit(bot.pool, zegels, new Date())).toMatchObject({ sealed: 1 });
    expect(await verifyAudit(bot.pool, zegels)).toMatchObject({ regels: 1, breuken: [] });
    for (const sql of [
      "UPDATE audit_line SET wie = 'P01'",
      "TRUNCATE audit_line",
      "ALTER TABLE audit_line DISABLE TRIGGER ALL",
      "DROP TRIGGER audit_line_removed ON audit_line",
      "SET session_replication_role = replica",
      "UPDATE audit_checkpoint SET nr = 0",
      "DELETE FROM audit_seal",
    ])
      await expect(bot.pool.query(sql), sql).rejects.toThrow(/permission denied|must be owner/);
    await expect(bot.pool.query("DELETE FROM audit_line")).rejects.toThrow(/refused/);
    await bot.close();
    await db.pool.query("DROP OWNED BY ketentafel_bot; DROP ROLE ketentafel_bot");
  });
});
