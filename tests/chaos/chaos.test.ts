import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { root } from "../support/source.js";
import { inboundNames } from "./inbound.js";
import { outboundNames } from "./outbound.js";

const chaos = (...args: readonly string[]) => {
  const command = ["--import", "./scripts/typescript.mjs", "tests/chaos/main.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8", maxBuffer: 16 * 1024 * 1024 });
  return { status, lines: stdout.trim().split("\n"), stderr };
};

/** Those that take seconds. The others are run by hand: `npm run chaos -- --reduced`. */
const short = ["in_", "uit_"];
const names = [...inboundNames, ...outboundNames];

describe("npm run chaos", () => {
  it("loses and doubles nothing, reduced, and ends with the object that other programs read", { timeout: 240_000 }, () => {
    const { status, lines, stderr } = chaos("--reduced", "--json", ...short);
    const figures = JSON.parse(lines.at(-1) ?? "") as Record<string, { ok: boolean }>;
    expect(Object.keys(figures).sort(), stderr).toEqual([...names].sort());
    expect(
      Object.entries(figures).filter(([, { ok }]) => !ok),
      stderr,
    ).toEqual([]);
    expect(status, stderr).toBe(0);
  });

  it("says which counts there are when none starts so", { timeout: 60_000 }, () => {
    const { status, stderr } = chaos("weer");
    expect(status).toBe(2);
    expect(stderr).toContain("in_verloren");
  });
});
