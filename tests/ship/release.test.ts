import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/source.js";

const files = ["package.json", "package-lock.json", "CHANGELOG.md", "publiccode.yml", "docs/operations/compose.yaml", "docs/operations/kubernetes.yaml"];
const today = new Date().toISOString().slice(0, 10);

describe("npm run release", { timeout: 60_000 }, () => {
  let folder: string;
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], { cwd: folder, encoding: "utf8" }).trim();
  const commit = (message: string): string => git("commit", "-q", "--allow-empty", "-m", message);
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const release = (...args: readonly string[]) => {
    const env = {
      ...process.env,
      GIT_AUTHOR_NAME: "Test",
      GIT_AUTHOR_EMAIL: "t@example.org",
      GIT_COMMITTER_NAME: "Test",
      GIT_COMMITTER_EMAIL: "t@example.org",
    };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/release.mjs"), ...args], { cwd: folder, encoding: "utf8", env });
    return { status, text: `${stdout}${stderr}` };
  };
  const make = () => release("--without-checks");
  const version = (): unknown => (JSON.parse(read("package.json")) as { version: string }).version;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ketentafel-release-"));
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(root, file), join(folder, file));
    }
    writeFileSync(join(folder, "CHANGELOG.md"), "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand.\n");
    for (const file of ["package.json", "package-lock.json"])
      writeFileSync(
        join(folder, file),
        read(file).replace(/"version": "[^"]+"/g, (found, at) => (at < 100 ? '"version": "0.1.0"' : found)),
      );
    git("init", "-q", "-b", "main");
    git("add", ".");
    commit("feat: everything");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gives the first release the version that is there, and what was written by hand", () => {
    expect(make()).toMatchObject({ status: 0 });
    expect(git("tag")).toBe("v0.1.0");
    expect(git("log", "-1", "--format=%s")).toBe("chore: release 0.1.0");
    expect(git("status", "--porcelain")).toBe("");
    expect(read("CHANGELOG.md")).toBe(`# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - ${today}\n\n### Added\n\n- By hand.\n`);
  });

  it("raises the version by what the commits say, and tells them in the changelog and every file that names it", () => {
    make();
    for (const message of ["fix: a card is sent once", "perf(store): one way to the database", "docs: words", "feat: an agenda", "feat(slack): a file"])
      commit(message);
    expect(make()).toMatchObject({ status: 0 });
    expect(git("tag").split("\n")).toEqual(["v0.1.0", "v0.2.0"]);
    expect(read("CHANGELOG.md")).toContain(
      `## [Unreleased]\n\n## [0.2.0] - ${today}\n\n### Added\n\n- A file.\n- An agenda.\n\n### Faster\n\n- One way to the database.\n\n### Fixed\n\n- A card is sent once.\n\n## [0.1.0]`,
    );
    const lock = JSON.parse(read("package-lock.json")) as { version: string; packages: Record<string, { version: string }> };
    expect([version(), lock.version, lock.packages[""]?.version]).toEqual(["0.2.0", "0.2.0", "0.2.0"]);
    expect(read("publiccode.yml")).toMatch(new RegExp(`^softwareVersion: "0.2.0"\nreleaseDate: "${today}"$`, "m"));
    expect(read("docs/operations/compose.yaml")).toContain("image: ketentafel:0.2.0\n");
    expect(read("docs/operations/kubernetes.yaml")).toContain("image: registry.example/ketentafel:0.2.0\n");
  });

  it("keeps a heading as somebody wrote it, and says what breaks", () => {
    make();
    writeFileSync(join(folder, "CHANGELOG.md"), read("CHANGELOG.md").replace("## [Unreleased]\n", "## [Unreleased]\n\n### Fixed\n\n- In better words.\n"));
    git("commit", "-qam", "fix: in worse words");
    commit("feat!: another name for a variable");
    expect(make()).toMatchObject({ status: 0 });
    expect(version()).toBe("0.2.0");
    expect(read("CHANGELOG.md")).toContain("### Fixed\n\n- In better words.\n\n### Breaking\n\n- Another name for a variable.\n");
    expect(read("CHANGELOG.md")).not.toContain("worse");
  });

  it("only says what it would do when asked", () => {
    make();
    commit("fix: a card is sent once");
    const { status, text } = release("--dry-run");
    expect(status).toBe(0);
    expect(text).toContain("Would release 0.1.1");
    expect(text).toContain("- A card is sent once.");
    expect([git("tag"), version(), git("status", "--porcelain")]).toEqual(["v0.1.0", "0.1.0", ""]);
  });

  it("refuses with changes in the tree, outside main, and when nobody would notice", () => {
    make();
    commit("docs: words");
    expect(make()).toEqual({ status: 1, text: "Not released: nothing since v0.1.0 that a user would notice.\n" });
    writeFileSync(join(folder, "iets"), "");
    expect(make()).toEqual({ status: 1, text: "Not released: commit or put away what was changed first.\n" });
    rmSync(join(folder, "iets"));
    git("switch", "-qc", "elders");
    commit("feat: an agenda");
    expect(make()).toEqual({ status: 1, text: "Not released: a release is made on main.\n" });
    expect(git("tag")).toBe("v0.1.0");
  });
});
