import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openMemory } from "../../src/adapters/prisma/lite/lite-pool.js";
import { migrate } from "../../src/adapters/prisma/migrate.js";

const drift = (folder: string): { readonly status: number | null; readonly stderr: string } =>
  spawnSync(process.execPath, ["scripts/schema-drift.mjs", folder], { encoding: "utf8" });

const root = mkdtempSync(join(tmpdir(), "ketentafel-schema-"));
cpSync("prisma", join(root, "prisma"), { recursive: true });
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("schema and migrations", () => {
  it("say the same, and a planted difference is seen", { timeout: 60_000 }, () => {
    expect(drift(".")).toMatchObject({ status: 0, stderr: "" });
    const file = join(root, "prisma/schema.prisma");
    writeFileSync(file, readFileSync(file, "utf8").replace('where: raw("open"), map: "signaal_open_idx"', 'map: "signaal_open_idx"'));
    expect(drift(root)).toMatchObject({ status: 1, stderr: expect.stringContaining("signaal_open_idx") });
  });

  it("are applied once, by one instance at a time, and never after an edit", async () => {
    const lite = await openMemory();
    const dir = join(root, "migrations");
    mkdirSync(join(dir, "1_a"), { recursive: true });
    writeFileSync(join(dir, "1_a/migration.sql"), "CREATE TABLE a (id int)");
    const applied = await Promise.all([migrate(lite.pool, dir), migrate(lite.pool, dir)]);
    expect(applied.flat()).toEqual(["1_a"]);
    mkdirSync(join(dir, "2_b"));
    writeFileSync(join(dir, "2_b/migration.sql"), "CREATE TABLE b (id int); SELECT nonsense");
    await expect(migrate(lite.pool, dir)).rejects.toThrow("nonsense");
    await expect(migrate(lite.pool, dir)).rejects.toThrow("failed earlier");
    expect((await lite.pool.query("SELECT to_regclass('b') AS b")).rows).toEqual([{ b: null }]);
    await lite.pool.query(`DELETE FROM "_prisma_migrations" WHERE finished_at IS NULL`);
    writeFileSync(join(dir, "1_a/migration.sql"), "CREATE TABLE a (id bigint)");
    await expect(migrate(lite.pool, dir)).rejects.toThrow("edited");
    await lite.close();
  });
});
