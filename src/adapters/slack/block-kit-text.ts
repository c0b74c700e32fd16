import type { KnownBlock, PlainTextElement, RichTextBlock } from "@slack/types";
import { unescapeText } from "../../cards/escape.js";
import { limits, within } from "./block-kit-limits.js";
import type { FactElement, TextElement } from "./block-kit-schema.js";

/** A piece of text as a person must read it: no markup in it means anything. */
export type Run = { readonly text: string; readonly bold: boolean };
export type TextLook = "kop" | "klein" | "gewoon";

/** `emoji: false`: `:name:` in what somebody typed stays what it is. */
export const plain = (text: string): PlainTextElement => ({ type: "plain_text", text, emoji: false });

/** Text where Slack takes only mrkdwn, such as the notification text of a message. */
export const escapeMrkdwn = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The cards keep Teams from reading `{{…}}` as a function with an invisible character. */
export const unescapeRun = (text: string): string => text.replaceAll("\u2060", "");

export const runsOf = (element: TextElement): Run[] => {
  const runs =
    element.type === "TextBlock"
      ? [{ text: unescapeText(element.text), bold: element.weight?.toLowerCase() === "bolder" }]
      : element.inlines.map((run) =>
          typeof run === "string" ? { text: unescapeRun(run), bold: false } : { text: unescapeRun(run.text), bold: run.weight?.toLowerCase() === "bolder" },
        );
  return runs.filter((run) => run.text !== "");
};

export const lookOf = (element: TextElement): TextLook => {
  if (element.type !== "TextBlock") return "gewoon";
  const size = element.size?.toLowerCase();
  if (element.style === "heading" || size === "large" || size === "extralarge") return "kop";
  return element.isSubtle === true || size === "small" ? "klein" : "gewoon";
};

type Section = RichTextBlock["elements"][number];
const section = (runs: readonly Run[]): Section => ({
  type: "rich_text_section",
  elements: runs.map((run) => ({ type: "text", text: run.text, ...(run.bold ? { style: { bold: true } } : {}) })),
});

export const richText = (lines: readonly (readonly Run[])[]): RichTextBlock => ({ type: "rich_text", elements: lines.map(section) });

/** One block for one paragraph; none for an empty one. */
export const textBlocks = (runs: readonly Run[], look: TextLook): KnownBlock[] => {
  if (runs.length === 0) return [];
  const text = runs.map((run) => run.text).join("");
  if (look === "kop") return [{ type: "header", text: plain(within("headerText", text)) }];
  if (look === "klein" && text.length <= limits.sectionText) return [{ type: "context", elements: [plain(text)] }];
  return [richText([runs])];
};

/** One line per fact, its name in bold. */
export const factBlocks = (element: FactElement): KnownBlock[] => {
  const lines = element.facts.map((fact): Run[] => [
    { text: `${unescapeText(fact.title)}: `, bold: true },
    { text: unescapeText(fact.value) || "–", bold: false },
  ]);
  // Every section starts on a new line by itself.
  return lines.length === 0 ? [] : [richText(lines)];
};
