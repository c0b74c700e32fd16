// What the migrations in prisma/migrations lack to reach prisma/schema.prisma, worked out in WebAssembly: no native schema engine, no server.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";

const loadEngine = async () => {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const glue = await import(join(folder, "schema_engine_bg.js"));
  const wasm = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(join(folder, "schema_engine_bg.wasm"))), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(wasm.exports);
  wasm.exports.__wbindgen_start();
  return glue.SchemaEngine;
};

const readMigrations = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") } },
    }));

/** The SQL from the migrations to the schema; `undefined` when they say the same. Once per process: the engine is not made for a second time. */
export const schemaDiff = async (root = process.cwd()) => {
  const path = resolve(root, "prisma/schema.prisma");
  const folder = resolve(root, "prisma/migrations");
  const schema = { path, content: readFileSync(path, "utf8") };
  const SchemaEngine = await loadEngine();
  const engine = await SchemaEngine.new(
    { datamodels: [[path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(await PGlite.create())),
  );
  const lockfile = { path: "migration_lock.toml", content: readFileSync(join(folder, "migration_lock.toml"), "utf8") };
  const result = await engine.diff({
    from: { tag: "migrations", baseDir: folder, shadowDbInitScript: "", lockfile, migrationDirectories: readMigrations(folder) },
    to: { tag: "schemaDatamodel", files: [schema] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.exitCode === 0 ? undefined : result.stdout;
};
