import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { root } from "../support/source.js";
import { allMet, asJson, asTable, type Figure } from "./figure.js";
import { inTurn, percentile } from "./measure.js";

const bench = (...args: readonly string[]) => {
  const command = ["--import", "./scripts/typescript.mjs", "tests/bench/main.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8", maxBuffer: 16 * 1024 * 1024 });
  return { status, lines: stdout.trim().split("\n"), stderr };
};
const places = ["postgres", "pglite"];
const commands = ["tafel", "agenda", "actielijst_mijn", "actielijst_organisatie", "actielijst_te_laat", "actielijst_casus", "agenda_500"];
const names = [
  ...["kaarten_teams", "kaarten_slack", "start_postgres", "start_pglite", "opslag_intake", "slack_intake", "slack_intake_p99", "teams_kaartactie", "geheugen"],
  ...["lezen_triage", "lezen_agenda", "lezen_actielijst", "lezen_mijnsignalen"],
  ...places.flatMap((place) => commands.map((command) => `${command}_${place}`)),
];

describe("npm run bench", () => {
  it("measures every promise, reduced, and ends with the object that other programs read", { timeout: 400_000 }, () => {
    const { status, lines, stderr } = bench("--reduced", "--json");
    const figures = JSON.parse(lines.at(-1) ?? "") as Record<string, Record<string, unknown>>;
    expect(Object.keys(figures).sort(), stderr).toEqual([...names].sort());
    for (const [name, figure] of Object.entries(figures)) {
      expect(figure, name).toEqual({
        value: expect.any(Number),
        unit: expect.stringMatching(/^(ratio|ms)$/),
        goal: expect.any(Number),
        better: expect.stringMatching(/^(higher|lower)$/),
        ok: expect.any(Boolean),
      });
      expect(figure["value"], name).toBeGreaterThan(0);
    }
    expect(status, stderr).toBe(Object.values(figures).every(({ ok }) => ok) ? 0 : 1);
    expect(lines.slice(0, -1)).toHaveLength(names.length + 1);
  });

  it("measures a part by the start of a name", { timeout: 60_000 }, () => {
    const { lines, stderr } = bench("--reduced", "--json", "kaarten_t");
    expect(Object.keys(JSON.parse(lines.at(-1) ?? "") as object), stderr).toEqual(["kaarten_teams"]);
  });

  it("says which figures there are when none starts so", { timeout: 60_000 }, () => {
    const { status, stderr } = bench("snelheid");
    expect(status).toBe(2);
    expect(stderr).toContain("slack_intake");
  });
});

const figure = (more: Partial<Figure>): Figure => ({ name: "x", value: 1, unit: "ratio", goal: 1, better: "higher", raw: "10/s, 10/s", ...more });

describe("a figure", () => {
  it("is met on its goal, and not beyond", () => {
    expect(allMet([figure({}), figure({ better: "lower" })])).toBe(true);
    expect(allMet([figure({ value: 0.99 })])).toBe(false);
    expect(allMet([figure({ better: "lower", value: 1.01 })])).toBe(false);
    expect(JSON.parse(asJson([figure({ value: 0.25499 })]))).toEqual({ x: { value: 0.255, unit: "ratio", goal: 1, better: "higher", ok: false } });
  });

  it("stands in the table with what was measured", () => {
    const table = asTable([figure({ name: "slack_intake", value: 0.2, goal: 0.25 }), figure({ unit: "ms", value: 12.3, goal: 300, better: "lower" })]);
    expect(table.split("\n")).toEqual([
      "name          value    goal              measured",
      "slack_intake  0.2      ≥ 0.25    MISSED  10/s, 10/s",
      "x             12.3 ms  ≤ 300 ms  ok      10/s, 10/s",
    ]);
  });
});

describe("measuring", () => {
  it("takes percentiles by rank", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile(hundred, 1)]).toEqual([50, 95, 100]);
  });

  it("pairs two sides in turn, after one pair of warm-up", async () => {
    const order: string[] = [];
    const side = (name: string, values: number[]) => async (): Promise<number> => {
      order.push(name);
      return values.shift() ?? Number.NaN;
    };
    const found = await inTurn(3, side("a", [99, 1, 2, 30]), side("b", [1, 2, 2, 10]));
    expect(order.join("")).toBe("abab" + "ba" + "ab");
    expect(found).toEqual({ ratio: 1, one: 2, other: 2 });
  });
});
