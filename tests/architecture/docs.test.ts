import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import licence from "spdx-license-list/licenses/EUPL-1.2.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { root } from "../support/source.js";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const documents = [
  ...readdirSync(root).filter((file) => file.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const builtIn = new Set(["ci", "install", "exec"]);

/** GitHub's anchors: lower case, dashes, no punctuation. */
const anchors = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );

describe.each(documents)("%s", (file) => {
  const text = read(file);

  it("has links that lead somewhere", () => {
    const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = ""]) => link)
      .filter((link) => !/^(https?:|mailto:)/.test(link))
      .filter((link) => {
        const [path = "", anchor] = link.split("#");
        const target = path ? join(dirname(file), path) : file;
        return !existsSync(join(root, target)) || (anchor !== undefined && !anchors(read(target)).has(anchor));
      });
    expect(broken).toEqual([]);
  });

  it("names tests that exist", () => {
    const genoemd = [...text.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, path = ""]) => path);
    expect(genoemd.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("names commands that exist", () => {
    const commands = [...text.matchAll(/npm (?:run )?([a-z][a-z:-]*)/g)].map(([, command = ""]) => command);
    expect(commands.filter((command) => !(command in scripts) && !builtIn.has(command))).toEqual([]);
  });
});

describe("documentation", () => {
  it("explains every variable, and no other", () => {
    const inCode = new Set([...read("src/config.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name));
    const inDocs = new Set([...read("docs/operations.md").matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name]) => name));
    expect(inDocs).toEqual(inCode);
  });

  it("carries the licence as the European Union wrote it", () => {
    expect(read("LICENSE").trim()).toBe(licence.licenseText.trim());
  });

  it("numbers its decisions without a gap", () => {
    const numbers = readdirSync(join(root, "docs/adr")).map((file) => file.slice(0, 4));
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, "0")));
  });
});
