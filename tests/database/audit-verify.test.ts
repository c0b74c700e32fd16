import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { sealAudit } from "../../src/adapters/prisma/audit/seal.js";
import { makeZegels } from "../../src/adapters/prisma/audit/zegel.js";
import { langsDeWachters } from "../support/audit.js";
import { openRealStore, type TestStore, testSLEUTELS } from "../support/database.js";

const dataDir = mkdtempSync(join(tmpdir(), "ketentafel-keur-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const met = async (doe: (db: TestStore) => Promise<unknown>): Promise<void> => {
  const db = await openRealStore({ dataDir });
  await doe(db);
  await db.close();
};
const keur = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/audit-verify.js", ...args], {
    encoding: "utf8",
    env: { DATA_DIR: dataDir, SLEUTELS: testSLEUTELS },
  });
  return { status, tekst: `${stdout}${stderr}` };
};

it("npm run audit:verify says that all is well, or names the line and exits with 1", { timeout: 120_000 }, async () => {
  await met(async (db) => {
    for (const object of ["SG-1", "SG-2", "SG-3"])
      await db.store.commit({ audit: [{ wie: "systeem", actie: "a", object, resultaat: "gedaan", herkomst: "systeem" }] });
    await sealAudit(db.pool, makeZegels([]), new Date());
  });
  const goed = keur();
  expect(goed).toMatchObject({ status: 0, tekst: expect.stringContaining("Het auditspoor klopt: 3 regels, 2 ijkpunten") });

  const anker = /nummer (\d+) met hash ([0-9a-f]{64})/.exec(goed.tekst) ?? [];
  expect(keur(`${anker[1]}:${anker[2]}`).status).toBe(0);
  expect(keur(`3:${"0".repeat(64)}`)).toMatchObject({ status: 1, tekst: expect.stringContaining("het ijkpunt bij nr 3") });
  expect(keur("drie")).toMatchObject({ status: 1, tekst: expect.stringContaining("Gebruik: npm run audit:verify") });

  await met((db) => langsDeWachters(db.pool, "UPDATE audit_line SET object = 'SG-9' WHERE nr = 2"));
  expect(keur()).toMatchObject({ status: 1, tekst: expect.stringMatching(/Gevonden: 1\..*\n- nr 2 \(id 2, \d{4}-.*Z\) is gewijzigd/) });
});
