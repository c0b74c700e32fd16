// Fails when a field of prisma/schema.prisma has no category, retention and disclosure row in docs/veiligheid/velden.json, or the other way round.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { velden } from "./schema-velden.mjs";

const root = resolve(import.meta.dirname, "..");
const fouten = velden(readFileSync(join(root, "prisma/schema.prisma"), "utf8"), JSON.parse(readFileSync(join(root, "docs/veiligheid/velden.json"), "utf8")));
for (const fout of fouten) console.error(fout);
process.exit(fouten.length === 0 ? 0 : 1);
