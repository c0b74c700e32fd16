import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { makeMetrics } from "../../src/adapters/observe/metrics.js";
import { root } from "../support/source.js";
import { standen } from "../support/watch.js";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

type Rule = {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { severity: string };
  readonly annotations: { summary: string };
};
const { groups } = parse(read("docs/operations/alerts.yaml"), { strict: true }) as { groups: readonly { name: string; rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

type Panel = { readonly title: string; readonly targets: readonly { readonly expr: string }[] };
const { panels } = JSON.parse(read("docs/operations/dashboard.json")) as { panels: readonly Panel[] };

/** Every instrument used once with every word that it knows, as Prometheus would read it. */
const registryText = async (): Promise<string> => {
  const metrics = makeMetrics("1.0.0");
  metrics.watch(standen());
  for (const status of ["2xx", "4xx", "5xx"]) metrics.request("anders", status, 1);
  for (const platform of ["slack", "teams"] as const) {
    metrics.inbound({ platform, soort: "actie", uitkomst: "niets", ms: 1 });
    metrics.sent(platform, "ok", 1);
  }
  metrics.moment("herzien", "failed");
  return metrics.text();
};
const text = await registryText();
/** Names with the labels and values seen; a bucket, sum or count goes by its own name. */
const samples = new Map<string, Set<string>>();
for (const [, name = "", labels = ""] of text.matchAll(/^([a-z_0-9]+)(?:\{(.*)\})? /gm)) {
  const known = samples.get(name) ?? new Set<string>();
  for (const [, label, value] of labels.matchAll(/(\w+)="([^"]*)"/g)) known.add(`${label}=${value}`).add(String(label));
  samples.set(name, known);
}
/** Given by Prometheus itself to everything that it reads. */
const fromPrometheus = ["job", "instance"];

type Use = { readonly metric: string; readonly matchers: readonly (readonly [label: string, op: string, value: string])[] };

/** What a query asks for. @throws when it is no PromQL. */
const usesOf = (query: string): readonly Use[] => {
  const uses: { metric: string; matchers: [string, string, string][] }[] = [];
  parser.parse(query).iterate({
    enter: (node) => {
      if (node.type.isError) throw new Error(`no PromQL at ${node.from}: ${query}`);
      const words = query.slice(node.from, node.to);
      if (node.name === "VectorSelector") uses.push({ metric: "", matchers: [] });
      const use = uses.at(-1);
      if (use && node.name === "Identifier" && node.node.parent?.name === "VectorSelector") use.metric = words;
      const matcher = /^(\w+)\s*(=~|!=|!~|=)\s*"(.*)"$/.exec(words);
      if (use && /LabelMatcher$/.test(node.name) && matcher) use.matchers.push([matcher[1] ?? "", matcher[2] ?? "", matcher[3] ?? ""]);
    },
  });
  return uses;
};

/** What a query names that this bot does not tell. */
const unknown = (query: string): readonly string[] =>
  usesOf(query)
    .filter(({ metric }) => metric !== "up")
    .flatMap(({ metric, matchers }) => {
      const known = samples.get(metric);
      if (known === undefined) return [metric];
      const asked = matchers.filter(([label]) => !fromPrometheus.includes(label));
      const values = asked.flatMap(([label, op, value]) => (op === "=~" ? value.split("|") : [value]).map((one) => `${label}=${one}`));
      return values.filter((pair) => !known.has(pair)).map((pair) => `${metric} ${pair}`);
    });

describe.each(rules)("alert $alert", ({ alert, expr, labels, annotations, ...rule }) => {
  it("asks for what the bot tells, in words that it uses", () => expect(unknown(expr)).toEqual([]));

  it("is whole, and says what to do", () => {
    expect(rule.for ?? "1m").toMatch(/^\d+[smh]$/);
    expect(["critical", "warning", "info"]).toContain(labels.severity);
    expect(annotations.summary).toMatch(/\.$/);
    expect(read("docs/operations.md")).toContain(`- **${alert}**: `);
  });
});

describe("alerts", () => {
  it("are the ones that the documentation explains", () => {
    const explained = [...read("docs/operations.md").matchAll(/^- \*\*(Ketentafel\w+)\*\*: /gm)].map(([, name]) => name);
    expect([...explained].sort()).toEqual(rules.map(({ alert }) => alert).sort());
  });

  it("would be found out when they are wrong", () => {
    expect(() => usesOf("sum by (rate(x[5m])")).toThrow("no PromQL");
    expect(unknown("ketentafel_nergens > 0")).toEqual(["ketentafel_nergens"]);
    expect(unknown('ketentafel_send_total{outcome="klaar"} > 0')).toEqual(["ketentafel_send_total outcome=klaar"]);
  });
});

describe("dashboard", () => {
  it.each(panels)("$title shows what the bot tells", ({ targets }) => {
    expect(targets.flatMap(({ expr }) => unknown(expr))).toEqual([]);
  });

  it("shows every figure of our own", () => {
    const shown = new Set(
      panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => usesOf(expr).map(({ metric }) => metric.replace(/_(bucket|count|sum)$/, "")))),
    );
    const ours = [...text.matchAll(/^# TYPE (ketentafel_\w+)/gm)].map(([, name]) => name);
    expect(ours.filter((name) => name !== undefined && !shown.has(name))).toEqual([]);
  });
});

describe("labels", () => {
  it("are few words that the code chose: no person, code, conversation or path", () => {
    const labels = [...samples].filter(([name]) => name.startsWith("ketentafel_")).flatMap(([, known]) => [...known].filter((one) => !one.includes("=")));
    expect([...new Set(labels)].sort()).toEqual(["door", "kind", "le", "outcome", "part", "platform", "reason", "state", "status", "version"]);
  });
});
