// npm run release [-- --dry-run]: version, changelog and tag, from the commits since the last tag.
// Refuses on a tree with changes, outside main, and when nothing that a user notices was done. It pushes nothing.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { nextVersion, readCommit, versioned, withSection } from "./release/plan.mjs";

const { values } = parseArgs({ options: { "dry-run": { type: "boolean" }, "without-checks": { type: "boolean" } } });
const root = process.cwd();
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
const read = (file) => readFileSync(join(root, file), "utf8");
const refuse = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const lastTag = () => git("tag", "--list", "v[0-9]*", "--merged", "HEAD", "--sort=-version:refname").split("\n")[0] || undefined;
const commitsSince = (tag) =>
  git("log", "--no-merges", "--format=%B%x1e", tag === undefined ? "HEAD" : `${tag}..HEAD`)
    .split("\x1e")
    .filter((message) => message.trim() !== "")
    .map(readCommit);

/** The same checks as before a merge, and the image whole. */
const check = () => {
  const steps = [
    ["npm", ["run", "check"], {}],
    ["npx", ["vitest", "run", "tests/ship"], { IMAGE: "whole" }],
  ];
  for (const [command, args, env] of steps)
    if (spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } }).status !== 0)
      refuse(`Not released: "${command} ${args.join(" ")}" failed.`);
};

if (git("status", "--porcelain") !== "") refuse("Not released: commit or put away what was changed first.");
if (git("branch", "--show-current") !== "main") refuse("Not released: a release is made on main.");

const { version: current } = JSON.parse(read("package.json"));
const tag = lastTag();
const commits = commitsSince(tag);
const version = tag === undefined ? current : nextVersion(current, commits);
if (version === undefined) refuse(`Not released: nothing since ${tag} that a user would notice.`);
const day = new Date().toISOString().slice(0, 10);
// Before the first release the changelog is written by hand: every commit is part of it.
const changelog = withSection(read("CHANGELOG.md"), version, day, tag === undefined ? [] : commits);

if (values["dry-run"]) {
  console.log(`Would release ${version} (${tag ?? "the first"}${tag ? ` before it, ${commits.length} commits since` : ""}):\n`);
  console.log(
    changelog
      .slice(changelog.indexOf(`## [${version}]`))
      .split("\n## [")[0]
      .trim(),
  );
  process.exit(0);
}
if (!values["without-checks"]) check();
writeFileSync(join(root, "CHANGELOG.md"), changelog);
for (const [file, change] of Object.entries(versioned)) writeFileSync(join(root, file), change(read(file), version, day));
git("add", "CHANGELOG.md", ...Object.keys(versioned));
git("commit", "-m", `chore: release ${version}`);
git("tag", "-a", `v${version}`, "-m", `Ketentafel ${version}`);
console.log(
  `Released ${version} here. Next: git push --follow-tags, build the image from this tag, and publish it with the file of "npm run sbom -- ketentafel-${version}.cdx.json".`,
);
