// Makes a clone ready to run: packages, Prisma client, dist/. No dependencies of its own, silent and quick when nothing is to do.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const at = (...parts) => join(root, ...parts);
const onlyProduction = process.env.NODE_ENV === "production";

const run = (what, command, args) => {
  process.stderr.write(`${what}\n`);
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}${error ? `${error.message}\n` : ""}Failed: ${command} ${args.join(" ")}\n`);
  process.exit(status ?? 1);
};

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined);

/** Compares what is installed with the lock file by content: dates differ after a checkout. */
const packagesAreInstalled = () => {
  const installed = readJson(at("node_modules", ".package-lock.json"))?.packages;
  if (!installed) return false;
  const wanted = readJson(at("package-lock.json"))?.packages ?? {};
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional, peer }]) => {
    if (path === "" || optional || peer || (onlyProduction && (dev || devOptional))) return true;
    return installed[path]?.version === version;
  });
};

const filesUnder = (dir) =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort()
    : [];

/** A hash over names, sizes and dates: a removed file counts as a change. */
const fingerprint = (files) => {
  const hash = createHash("sha256");
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
};
const contentHash = (files) => {
  const hash = createHash("sha256");
  for (const file of files) if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest("hex");
};

const stampFile = (name) => at("node_modules", ".cache", "ketentafel", name);
const stampIs = (name, value) => existsSync(stampFile(name)) && readFileSync(stampFile(name), "utf8") === value;
const stamp = (name, value) => {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), value);
};

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const bin = (name) => at("node_modules", ".bin", name);

if (!packagesAreInstalled()) run("Installing packages …", npm, ["ci", "--no-fund", "--no-audit", ...(onlyProduction ? ["--omit=dev"] : [])]);

const schema = at("prisma", "schema.prisma");
if (existsSync(schema)) {
  const output = /output\s*=\s*"([^"]+)"/.exec(readFileSync(schema, "utf8"))?.[1];
  const client = output ? resolve(dirname(schema), output) : at("node_modules", ".prisma", "client");
  const state = contentHash([schema, at("prisma.config.ts"), at("node_modules", "prisma", "package.json")]);
  if (!existsSync(client) || !stampIs("client", state)) {
    run("Generating the database client …", bin("prisma"), ["generate"]);
    stamp("client", state);
  }
}

const state = fingerprint([...filesUnder(at("src")), at("tsconfig.json"), at("package-lock.json")]);
if (existsSync(bin("tsc")) && (!existsSync(at("dist")) || !stampIs("build", state))) {
  rmSync(at("dist"), { recursive: true, force: true });
  run("Building …", bin("tsc"), ["-p", "tsconfig.json"]);
  stamp("build", state);
}
