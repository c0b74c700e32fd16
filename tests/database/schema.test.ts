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
    // Nothing of it is there, and it stands in the way of nothing.
    await expect(migrate(lite.pool, dir)).rejects.toThrow("nonsense");
    expect((await lite.pool.query("SELECT to_regclass('b') AS b")).rows).toEqual([{ b: null }]);
    writeFileSync(join(dir, "2_b/migration.sql"), "CREATE TABLE b (id int)");
    expect(await migrate(lite.pool, dir)).toEqual(["2_b"]);
    // A start that ends between the migration and its line in the journal: here because the line cannot be written.
    mkdirSync(join(dir, "2_c"));
    writeFileSync(join(dir, "2_c/migration.sql"), 'CREATE TABLE c (id int); ALTER TABLE "_prisma_migrations" RENAME TO elders');
    await expect(migrate(lite.pool, dir)).rejects.toThrow("_prisma_migrations");
    expect((await lite.pool.query("SELECT to_regclass('c') AS c, to_regclass('elders') AS elders")).rows).toEqual([{ c: null, elders: null }]);
    rmSync(join(dir, "2_c"), { recursive: true });
    await lite.pool.query(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'x', '3_c')`);
    mkdirSync(join(dir, "3_c"));
    writeFileSync(join(dir, "3_c/migration.sql"), "SELECT 1");
    await expect(migrate(lite.pool, dir)).rejects.toThrow("failed earlier");
    await lite.pool.query(`DELETE FROM "_prisma_migrations" WHERE id = 'x'`);
    rmSync(join(dir, "3_c"), { recursive: true });
    writeFileSync(join(dir, "1_a/migration.sql"), "CREATE TABLE a (id bigint)");
    await expect(migrate(lite.pool, dir)).rejects.toThrow("edited");
    await lite.close();
  });
});
