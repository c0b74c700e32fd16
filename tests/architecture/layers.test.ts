import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/source.js";

/** One violation per rule: what the file says, and the rule that must refuse it. */
const violations = [
  ["domain/a.ts", 'import "../ports/p.js";', "domain-sees-its-own-side"],
  ["ports/a.ts", 'import "../use-cases/u.js";', "ports-sees-its-own-side"],
  ["use-cases/a.ts", 'import "../interactions/i.js";', "use-cases-sees-its-own-side"],
  ["cards/a.ts", 'import "../ports/p.js";', "cards-sees-its-own-side"],
  ["messages/a.ts", 'import "../cards/c.js";', "messages-sees-its-own-side"],
  ["interactions/a.ts", 'import "../adapters/http/h.js";', "interactions-sees-its-own-side"],
  ["app.ts", 'import "./adapters/http/h.js";', "app-sees-its-own-side"],
  ["config.ts", 'import "./ports/p.js";', "config-sees-its-own-side"],
  ["adapters/http/a.ts", 'import "../../regio.js";', "adapters-see-inward"],
  ["adapters/http/b.ts", 'import "../outbox/o.js";', "adapters-do-not-know-each-other"],
  ["adapters/http/c.ts", 'import "@slack/web-api";', "slack-only-in-its-adapter"],
  ["adapters/slack/a.ts", 'import "botbuilder";', "botbuilder-only-in-teams"],
  ["adapters/slack/b.ts", 'import "pg";', "database-only-in-prisma"],
  ["adapters/slack/c.ts", 'import "@electric-sql/pglite";', "database-only-in-prisma"],
  ["use-cases/b.ts", 'import "express";', "core-has-no-packages"],
  ["use-cases/c.ts", 'import "node:crypto";', "core-has-no-node"],
  ["domain/b.ts", 'import "node:fs";', "domain-has-no-node"],
  ["adapters/http/d.ts", 'import "../../main.js";', "nobody-imports-main"],
  ["adapters/http/e.ts", 'import "../../../tests/t.js";', "src-does-not-see-tests"],
  ["domain/c.ts", 'import type { D } from "./d.js";\nexport type C = D;', "no-circular"],
  ["adapters/http/f.ts", 'import "./nowhere.js";', "resolvable"],
] as const;

const innocent = {
  "src/ports/p.ts": "export {};",
  "src/use-cases/u.ts": "export {};",
  "src/interactions/i.ts": "export {};",
  "src/cards/c.ts": "export {};",
  "src/adapters/http/h.ts": "export {};",
  "src/adapters/outbox/o.ts": "export {};",
  "src/regio.ts": "export {};",
  "src/main.ts": "export {};",
  "src/domain/d.ts": 'import type { C } from "./c.js";\nexport type D = C | 1;',
  "tests/t.ts": "export {};",
};

const layers = (tree: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/layers.mjs"), tree], { encoding: "utf8" });
  return { status, lines: `${stdout}${stderr}`.trim().split("\n") };
};

describe("layers", () => {
  const tree = mkdtempSync(join(tmpdir(), "layers-"));
  let found: ReturnType<typeof layers>;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  beforeAll(() => {
    symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
    for (const [path, text] of Object.entries(innocent)) write(path, text);
    for (const [path, text] of violations) write(`src/${path}`, text);
    found = layers(tree);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(violations)("%s with «%s» breaks %s", (path, _text, rule) => {
    expect(found.lines.some((line) => line.startsWith(`${rule}: src/${path} `))).toBe(true);
    expect(found.status).toBe(1);
  });

  it("holds in the product, and sees every module of it", () => {
    expect(layers(root)).toEqual({ status: 0, lines: [""] });
  });
});
