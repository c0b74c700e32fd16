import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostgres, openRealStore, type TestServer, type TestStore } from "../support/database.js";
import { actiesSuite } from "./acties.suite.js";
import { besluitenSuite } from "./besluiten.suite.js";
import { bewarenSuite } from "./bewaren.suite.js";
import { commitSuite } from "./commit.suite.js";
import { plansSuite } from "./plans.suite.js";
import { regioSuite } from "./regio.suite.js";
import { sleutelsSuite } from "./sleutels.suite.js";
import { standSuite } from "./stand.suite.js";
import { statementsSuite } from "./statements.suite.js";
import { stilSuite } from "./stil.suite.js";
import { workSuite } from "./work.suite.js";

const contract = (open: () => TestStore): void => {
  commitSuite(open);
  actiesSuite(open);
  besluitenSuite(open);
  workSuite(open);
  standSuite(open);
  regioSuite(open);
  sleutelsSuite(open);
  plansSuite(open);
  statementsSuite(open);
  stilSuite(open);
  bewarenSuite(open);
};

describe("embedded database in a directory", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "ketentafel-lite-"));
  let db: TestStore;
  beforeAll(async () => {
    db = await openRealStore({ dataDir });
  });
  afterAll(async () => {
    await db.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  contract(() => db);
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
  contract(() => db);

  it("goes on after the server dropped every connection", async () => {
    await Promise.all(Array.from({ length: 5 }, () => db.ping()));
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    await client.end();
    await expect.poll(() => db.ping().then(() => "up", String)).toBe("up");
  });
});
