// Adds to package-lock.json the packages for other platforms that a registry did not offer when it was written.
// Without them `npm ci` refuses the lock file. `--check` only says what is missing.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "aix", "win32"];
const processors = {
  arm: /arm(?!64)/,
  arm64: /arm64|aarch64/,
  ia32: /ia32|i686/,
  ppc64: /ppc64/,
  riscv64: /riscv64/,
  s390x: /s390x/,
  loong64: /loong64/,
  x64: /x64|x86_64/,
};

/** Where npm would find `name` seen from `path`. */
const isLocked = (path, name) => {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (`${at ? `${at}/` : ""}node_modules/${name}` in lock.packages) return true;
    if (at === "") return false;
    if (!at.includes("/node_modules/")) at = "";
  }
};

const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(path, name))
    .map(([name, version]) => ({ name, version, dev: entry.dev, by: path })),
);

/** What a full registry says of it, but for the integrity. */
const entryFor = ({ name, version, dev }) => {
  const os = systems.filter((system) => name.includes(system));
  const cpu = Object.entries(processors).flatMap(([processor, pattern]) => (pattern.test(name.slice(name.indexOf("/") + 1)) ? [processor] : []));
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    optional: true,
    ...(os.length > 0 && { os }),
    ...(/musl/.test(name) && { libc: ["musl"] }),
  };
};

if (process.argv[2] === "--check") {
  for (const { name, by } of missing) console.log(`${name}, which ${by} may need on another platform, is not in package-lock.json`);
  process.exit(missing.length > 0 ? 1 : 0);
}
for (const one of missing) {
  if (!/^\d/.test(one.version)) throw new Error(`${one.name} has no exact version: ${one.version}`);
  lock.packages[`node_modules/${one.name}`] = entryFor(one);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} added`);
