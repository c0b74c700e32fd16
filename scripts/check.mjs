// Every check that is no test: one line per step, exit 1 when one fails.
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const bin = (name) => join(root, "node_modules", ".bin", name);
const script = (name, ...args) => [process.execPath, join(root, "scripts", name), ...args];

/** [name, command] */
const steps = [
  ["types", [bin("tsc"), "-p", "tsconfig.check.json"]],
  ["lint and format", [bin("biome"), "check", "--max-diagnostics=20"]],
  ["layers", script("layers.mjs")],
  ["unused code", [bin("knip"), "--no-progress"]],
  ["lock file", script("complete-lock.mjs", "--check")],
  ["schema drift", script("schema-drift.mjs")],
  ["fields", script("velden.mjs")],
  ["Teams manifest", script("teams-manifest.mjs", "--check")],
  ["Slack manifest", script("slack-manifest.mjs", "--check")],
  ["cards", script("kaarten.mjs", join(tmpdir(), "ketentafel-kaarten", "index.html"))],
];

let failed = 0;
for (const [name, [command, ...args]] of steps) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok  " : "FAIL"}  ${name.padEnd(16)} ${seconds} s`);
  if (status === 0) continue;
  failed += 1;
  console.log(`${stdout}${stderr}`.trim().replace(/^/gm, "      "));
}
console.log(failed === 0 ? "All checks passed." : `${failed} of ${steps.length} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
