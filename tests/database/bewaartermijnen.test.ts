import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseRegioBestand, regioWaarschuwingen } from "../../src/domain/regio/regio-bestand.js";
import { openRealStore, testSLEUTELS } from "../support/database.js";
import { oeverland } from "../support/oeverland.js";
import { root } from "../support/source.js";

const zonderLogboek = () => {
  const { bewaartermijnen, ...rest } = oeverland();
  const { logboek: _, ...termijnen } = bewaartermijnen as Record<string, unknown>;
  const gelezen = parseRegioBestand({ ...rest, bewaartermijnen: termijnen });
  if (!gelezen.ok) throw new Error(gelezen.error[0]?.code);
  return gelezen.value;
};

it("with real chats the bot does not start while a category has no term, and says in one sentence which", { timeout: 60_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "ketentafel-termijn-"));
  const regio = zonderLogboek();
  expect(regioWaarschuwingen(regio, () => true)).toContainEqual({ code: "geen_bewaartermijn", params: { categorieen: "logboek" } });
  const db = await openRealStore({ dataDir });
  await db.importRegio(regio);
  await db.close();
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    SLEUTELS: testSLEUTELS,
    SLACK_BOT_TOKEN: "xoxb-test",
    SLACK_SIGNING_SECRET: "geheim-geheim",
    SLACK_TEAM_ID: "T0TEST",
    LOG_LEVEL: "silent",
  };
  const { status, stderr } = spawnSync(process.execPath, [join(root, "dist/main.js")], { env, encoding: "utf8", timeout: 30_000 });
  rmSync(dataDir, { recursive: true, force: true });
  expect([status, stderr.trim()]).toEqual([
    1,
    "Bij bewaartermijnen in het regiobestand ontbreekt logboek: vul de termijn met de bron in en voer npm run regio -- <bestand> uit.",
  ]);
});
