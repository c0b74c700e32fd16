import { describe, expect, it } from "vitest";
import { type Node, nodesIn, nodesOf, sourceFiles } from "../support/source.js";

/** Words that make a literal Dutch; none of them is common in English or in code. */
const dutch = new Set("de het een niet uw wij dit dat voor met geen kunt moet wordt bij naar deze heeft uit zijn aan ons".split(" "));

const literals = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) => {
    if (node.type === "StringLiteral") return [String(node.value)];
    if (node.type === "TemplateElement") return [String(node.cooked ?? node.raw)];
    return [];
  });
const isSentence = (text: string): boolean =>
  text.includes(" ") &&
  new Set(
    text
      .toLowerCase()
      .match(/[a-zé]+/g)
      ?.filter((word) => dutch.has(word)),
  ).size >= 2;
const sentencesIn = (nodes: readonly Node[]): readonly string[] => literals(nodes).filter(isSentence);

describe("sentences", () => {
  const outside = sourceFiles("src").filter((file) => !file.startsWith("src/messages/"));

  it.each(outside)("%s leaves words for people to messages/", (file) => {
    expect(sentencesIn(nodesOf(file))).toEqual([]);
  });

  it("are seen when they stand in code", () => {
    expect(
      sentencesIn(nodesIn('const a = "Dit mag u niet zien."; const b = `Vraag aan de melder voor het overleg`; const c = "not found here";')),
    ).toHaveLength(2);
  });
});
