// The Teams app package. Without arguments: write manifest/teams/*.json and icons. `--check`: are they valid and what the source says?
// `--zip <file>`: the package to upload, for TEAMS_APP_ID (and PUBLIC_URL when set).
import { createWriteStream, existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import Ajv04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import yazl from "yazl";
import { icons, pixels } from "../manifest/teams/icons.mjs";
import { localization, manifest, schemaFolder } from "../manifest/teams/source.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "manifest", "teams");
const schemas = join(root, "node_modules", "@microsoft", "app-manifest", "build", "json-schemas", "teams", schemaFolder);

/** Against the schema that Microsoft ships, without a network. */
const problems = (object, schemaName) => {
  const ajv = new (Ajv04.default ?? Ajv04)({ strict: false, allErrors: true, unicodeRegExp: false });
  (addFormats.default ?? addFormats)(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, `${schemaName}.schema.json`), "utf8")));
  return validate(object) ? [] : validate.errors.map((error) => `${schemaName} ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
};

const files = (options) => {
  const json = { "manifest.json": manifest(options), "nl.json": localization("nl"), "en.json": localization("en") };
  const wrong = Object.entries(json).flatMap(([name, object]) => problems(object, name === "manifest.json" ? "MicrosoftTeams" : "MicrosoftTeams.Localization"));
  if (wrong.length > 0) throw new Error(`The Teams manifest is not valid:\n${wrong.join("\n")}`);
  const text = Object.entries(json).map(([name, object]) => [name, Buffer.from(`${JSON.stringify(object, null, 2)}\n`)]);
  return new Map([...text, ...Object.entries(icons).map(([name, draw]) => [name, draw()])]);
};

const isSame = (name, made) => {
  const path = join(folder, name);
  if (!existsSync(path)) return false;
  const kept = readFileSync(path);
  if (name.endsWith(".png")) return pixels(kept).equals(pixels(made));
  return JSON.stringify(JSON.parse(kept.toString("utf8"))) === JSON.stringify(JSON.parse(made.toString("utf8")));
};

const write = () => {
  for (const [name, content] of files()) if (!isSame(name, content)) writeFileSync(join(folder, name), content);
  console.log(`Teams: manifest and icons are in ${folder}.`);
};

const check = () => {
  const stale = [...files()].filter(([name, content]) => !isSame(name, content)).map(([name]) => name);
  if (stale.length > 0) throw new Error(`manifest/teams: ${stale.join(", ")} differ from the source. Run: node scripts/teams-manifest.mjs`);
  console.log("Teams: the manifest is valid and up to date.");
};

const zip = async (target) => {
  const appId = process.env.TEAMS_APP_ID;
  if (!target || !appId) throw new Error("Say where: TEAMS_APP_ID=<app id> node scripts/teams-manifest.mjs --zip ketentafel.zip");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const archive = new yazl.ZipFile();
  for (const [name, content] of files({ appId, version, ...(process.env.PUBLIC_URL && { website: process.env.PUBLIC_URL }) }))
    archive.addBuffer(content, name, { mtime: new Date("2026-01-01T00:00:00Z"), mode: 0o100644 });
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(target));
  console.log(`Teams: ${target} is ready to upload.`);
};

const [mode, target] = process.argv.slice(2);
try {
  if (mode === "--check") check();
  else if (mode === "--zip") await zip(target);
  else write();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
