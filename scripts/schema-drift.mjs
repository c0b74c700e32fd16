// Fails when prisma/schema.prisma and prisma/migrations differ, here or in the folder that is given.
import { schemaDiff } from "./schema-diff.mjs";

const sql = await schemaDiff(process.argv[2]);
if (sql !== undefined) console.error(`prisma/schema.prisma and prisma/migrations differ; run: npm run migration -- <name>\n${sql}`);
process.exit(sql === undefined ? 0 : 1);
