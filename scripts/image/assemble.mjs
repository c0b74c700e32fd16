import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { productionPackages } from "../production.mjs";
import { readCopy, readStages } from "./dockerfile.mjs";

/** Files that git knows and .dockerignore lets through. */
const contextFiles = (root) => {
  const patterns = readFileSync(join(root, ".dockerignore"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => new RegExp(`^${line.replaceAll(".", "\\.").replaceAll("**/", "(.*/)?").replaceAll("*", "[^/]*")}(/|$)`));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  return listed.split("\0").filter((file) => file !== "" && existsSync(join(root, file)) && !patterns.some((pattern) => pattern.test(file)));
};

const copy = (source, target) => {
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
};

const copyFromContext = (root, { sources, to }) => {
  const files = contextFiles(root).filter((file) => sources.includes(".") || sources.includes(file));
  for (const file of files) copy(join(root, file), join(to, file));
};

const copyFromStage = (stage, { sources, intoFolder, to }) => {
  for (const source of sources) {
    const from = join(stage, source);
    copy(from, intoFolder && !statSync(from).isDirectory() ? join(to, basename(source)) : to);
  }
};

/** Runs the steps of one stage in a folder that stands for its file system. */
const runStage = ({ root, folder, stages, steps }) => {
  let workdir = "/";
  for (const { instruction, rest } of steps) {
    if (instruction === "WORKDIR") {
      workdir = rest;
      mkdirSync(join(folder, workdir), { recursive: true });
    }
    if (instruction === "RUN") execFileSync("sh", ["-c", rest], { cwd: join(folder, workdir), stdio: ["ignore", process.stderr, process.stderr] });
    if (instruction !== "COPY") continue;
    const one = readCopy(rest, workdir);
    const here = { ...one, to: join(folder, one.to) };
    if (one.from === undefined) copyFromContext(root, here);
    else copyFromStage(stages[one.from], here);
  }
};

/** What `npm ci` and the build would give, from what this checkout has already. */
const fromCheckout = {
  packages: (root, folder) => {
    for (const { path } of productionPackages().filter(({ path }) => path.lastIndexOf("node_modules/") === 0)) {
      mkdirSync(dirname(join(folder, "app", path)), { recursive: true });
      symlinkSync(join(root, path), join(folder, "app", path));
    }
  },
  build: (root, folder) => {
    copyFromContext(root, { sources: ["."], to: join(folder, "app") });
    cpSync(join(root, "dist"), join(folder, "app/dist"), { recursive: true, filter: (file) => !file.endsWith(".map") });
    mkdirSync(join(folder, "app/empty"));
  },
};

/**
 * The file system of the image, without that of its base, in a folder of its own under `into`.
 * @param whole run every step, as a builder of images does; else take packages and build from this checkout
 */
export const assemble = ({ root, into, whole }) => {
  const stages = {};
  for (const { name, steps } of readStages(join(root, "Dockerfile"))) {
    const folder = join(into, name);
    mkdirSync(folder, { recursive: true });
    if (whole || !(name in fromCheckout)) runStage({ root, folder, stages, steps });
    else fromCheckout[name](root, folder);
    stages[name] = folder;
  }
  return stages.image;
};
