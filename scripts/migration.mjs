// npm run migration -- <name>: writes the difference between prisma/schema.prisma and prisma/migrations as a new migration.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaDiff } from "./schema-diff.mjs";

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Give the migration a name in lower case: npm run migration -- add_agenda");
  process.exit(2);
}
const sql = await schemaDiff();
if (sql === undefined) {
  console.log("The migrations already say what prisma/schema.prisma says.");
  process.exit(0);
}
const folder = join("prisma/migrations", `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), sql);
console.log(`Wrote ${folder}/migration.sql. Read it before you commit it.`);
process.exit(0);
