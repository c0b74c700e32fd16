// npm run image [-- [--whole] [--write] [<folder>]]: what the image holds, compared with docs/operations/image.txt.
// --whole runs the steps of the Dockerfile in a clean folder; otherwise packages and build come from this checkout.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { assemble } from "./image/assemble.mjs";
import { contents } from "./image/contents.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({ options: { whole: { type: "boolean" }, write: { type: "boolean" } }, allowPositionals: true });
const [given] = positionals;
const folder = given ?? mkdtempSync(join(tmpdir(), "ketentafel-image-"));
const listFile = join(root, "docs/operations/image.txt");

const found = contents(assemble({ root, into: folder, whole: values.whole ?? false }));
if (given === undefined) rmSync(folder, { recursive: true, force: true });
if (values.write) writeFileSync(listFile, `${found.join("\n")}\n`);

const listed = readFileSync(listFile, "utf8").trim().split("\n");
const unlisted = found.filter((line) => !listed.includes(line));
const missing = listed.filter((line) => !found.includes(line));
console.log(found.join("\n"));
for (const line of unlisted) console.error(`in the image, not in the list: ${line}`);
for (const line of missing) console.error(`in the list, not in the image: ${line}`);
process.exit(unlisted.length + missing.length > 0 ? 1 : 0);
