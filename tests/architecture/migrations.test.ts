import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refusedSteps } from "../support/expand.js";
import { root } from "../support/source.js";

const folder = join(root, "prisma/migrations");
/** From before the first release: each replaced a unique index by one that asks less. */
const older = ["20261126144255_verloop", "20261126144722_actie_punt", "20261126145259_bewaartermijnen"];
const migrations = readdirSync(folder).filter((name) => name !== "migration_lock.toml" && !older.includes(name));

/** The version before runs on during an upgrade, against the new schema. */
describe("migrations", () => {
  it.each(migrations)("%s leaves the version before it at work", async (name) => {
    expect(await refusedSteps(readFileSync(join(folder, name, "migration.sql"), "utf8"))).toEqual([]);
  });

  it.each([
    ["ALTER TABLE casus DROP COLUMN code", "casus.code: removes a column"],
    ["DROP TABLE casus", "OBJECT_TABLE: removes"],
    ["ALTER TABLE casus RENAME COLUMN code TO nummer", "casus: renames"],
    ["ALTER TABLE casus RENAME TO zaak", "casus: renames"],
    ["ALTER TABLE casus ADD COLUMN soort TEXT NOT NULL", "casus.soort: demands a value without a default"],
    ["ALTER TABLE casus ALTER COLUMN route SET NOT NULL", "casus.route: demands a value"],
    ["ALTER TABLE casus ALTER COLUMN version TYPE BIGINT", "casus.version: changes the type of a column"],
    ["ALTER TABLE casus ALTER COLUMN version DROP DEFAULT", "casus.version: removes a default"],
    ["ALTER TABLE casus ADD CONSTRAINT kort CHECK (length(code) < 9)", "casus: a new constraint on what the version before writes"],
    ["CREATE UNIQUE INDEX casus_een ON casus (route)", "casus: a new unique index on what the version before writes"],
  ])("refuses %s", async (sql, why) => expect(await refusedSteps(sql)).toEqual([why]));

  it.each([
    "ALTER TABLE casus ADD COLUMN soort TEXT, ADD COLUMN stand INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE casus ALTER COLUMN route DROP NOT NULL",
    "CREATE TABLE nieuw (id TEXT NOT NULL); CREATE UNIQUE INDEX nieuw_id ON nieuw (id); ALTER TABLE nieuw ADD CONSTRAINT k CHECK (id <> '')",
    "ALTER TABLE casus ADD COLUMN nr INTEGER; CREATE UNIQUE INDEX casus_nr ON casus (nr)",
    "DROP INDEX casus_oud; CREATE INDEX casus_snel ON casus (route)",
  ])("lets through %s", async (sql) => expect(await refusedSteps(sql)).toEqual([]));
});
