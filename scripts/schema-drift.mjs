// Fails when prisma/schema.prisma and prisma/migrations differ.
import { schemaDiff } from "./schema-diff.mjs";

const sql = await schemaDiff();
if (sql !== undefined) console.error(`prisma/schema.prisma and prisma/migrations differ; run: npm run migration -- <name>\n${sql}`);
process.exit(sql === undefined ? 0 : 1);
