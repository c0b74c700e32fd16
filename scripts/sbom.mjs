// npm run sbom [-- <file>]: every package that runs in production, as CycloneDX, from package-lock.json alone.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { productionPackages } from "./production.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const args = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"];
const shipped = new Set(productionPackages().map(({ name, version }) => `${name}@${version}`));

const bom = JSON.parse(execFileSync(npm, args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }));
// Not with --omit=dev: npm then also leaves out what a development package asks for as a peer, such as the driver of the database.
bom.components = bom.components.filter(({ group, name, version }) => shipped.has(`${group ? `${group}/` : ""}${name}@${version}`));
const kept = new Set([bom.metadata.component, ...bom.components].map((one) => one["bom-ref"]));
bom.dependencies = bom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
// npm names the application after its folder.
bom.metadata.component.name = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).name;

const text = `${JSON.stringify(bom, null, 2)}\n`;
const [file] = process.argv.slice(2);
if (file === undefined) process.stdout.write(text);
else writeFileSync(file, text);
