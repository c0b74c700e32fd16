// dependency-cruiser over a source tree. Without a parser it sees no modules and says that all is well, so the number of modules is checked too.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const tree = resolve(process.argv[2] ?? root);

const expected = readdirSync(join(tree, "src"), { recursive: true }).filter((file) => file.endsWith(".ts") && !file.includes("generated/")).length;
const { stdout, stderr } = spawnSync(
  process.execPath,
  [join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"), "src", "--config", join(root, ".dependency-cruiser.cjs"), "--output-type", "json"],
  {
    cwd: tree,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  },
);
if (!stdout) {
  console.error(stderr);
  process.exit(1);
}
const { modules, summary } = JSON.parse(stdout);
const seen = modules.filter(({ source }) => source.startsWith("src/") && !source.includes("/generated/")).length;
for (const { rule, from, to, cycle } of summary.violations)
  console.log(`${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name ?? step).join(" → ") : to}`);
if (seen < expected) console.log(`modules-seen: ${seen} of ${expected} modules were seen; is @swc/core installed?`);
process.exit(summary.violations.length > 0 || seen < expected ? 1 : 0);
