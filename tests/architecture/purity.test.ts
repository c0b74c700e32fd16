import { describe, expect, it } from "vitest";
import { type Node, nodesIn, nodesOf, sourceFiles } from "../support/source.js";

const memberOf = (node: Node): string => {
  const { object, property } = node as unknown as { object?: { value?: string }; property?: { value?: string } };
  return `${object?.value ?? ""}.${property?.value ?? ""}`;
};
const forbidden = new Set(["Date.now", "Math.random", "process.env", "performance.now"]);
const chance = new Set(["randomUUID", "randomBytes", "randomInt"]);

/** What a pure function may not do: look at the clock, roll dice, read the environment. */
const impurities = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) => {
    if (node.type === "NewExpression" && (node.callee as { value?: string }).value === "Date" && ((node.arguments as unknown[] | undefined) ?? []).length === 0)
      return ["new Date()"];
    if (node.type === "MemberExpression" && forbidden.has(memberOf(node))) return [memberOf(node)];
    if (node.type === "Identifier" && chance.has(String(node.value))) return [String(node.value)];
    return [];
  });

describe("pure core", () => {
  it.each(sourceFiles("src/domain", "src/use-cases", "src/ports", "src/interactions", "src/cards"))("%s takes now and ids as arguments", (file) => {
    expect(impurities(nodesOf(file))).toEqual([]);
  });

  it("is seen when it is broken", () => {
    const planted = "const a = new Date(); const b = Date.now() + Math.random(); const c = crypto.randomUUID(); const fine = new Date(0);";
    expect(impurities(nodesIn(planted))).toEqual(["new Date()", "Date.now", "Math.random", "randomUUID"]);
  });
});
