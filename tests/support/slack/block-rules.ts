import type { Block, BlockElement, View } from "./slack-shapes.js";

/** What Slack refuses, written down apart from the converter so that a mistake there shows here. */
const tooLong = (what: string, text: string | undefined, max: number): string[] =>
  text !== undefined && (text.length > max || text.length === 0) ? [`${what} length`] : [];
const textOf = (text: BlockElement["text"]): string | undefined => (typeof text === "string" ? text : text?.text);
const different = (values: readonly (string | undefined)[]): boolean => new Set(values).size === values.length;

const known = ["header", "section", "context", "rich_text", "divider", "input", "actions"];
const maxOptions: Record<string, number> = { overflow: 5, radio_buttons: 10, checkboxes: 10, static_select: 100, multi_static_select: 100 };

const elementFaults = (e: BlockElement): string[] => {
  const options = e.options ?? [];
  const max = maxOptions[e.type];
  const chosen = [e.initial_option, ...(e.initial_options ?? [])].filter((o) => o !== undefined);
  return [
    ...tooLong("action_id", e.action_id, 255),
    ...(e.type === "button"
      ? [...tooLong("button text", textOf(e.text), 75), ...tooLong("button value", e.value, 2000), ...tooLong("button url", e.url, 3000)]
      : []),
    ...(max !== undefined && (options.length === 0 || options.length > max) ? [`${e.type} options`] : []),
    ...options.flatMap((o) => [...tooLong("option text", o.text.text, 75), ...tooLong("option value", o.value, 150)]),
    ...(different(options.map((o) => o.value)) ? [] : ["option values not unique"]),
    ...chosen.flatMap((c) => (options.some((o) => o.value === c.value && o.text.text === c.text.text) ? [] : ["initial option is no option"])),
    ...tooLong("placeholder", e.placeholder?.text, 150),
    ...tooLong("initial_value", e.initial_value, e.max_length ?? 3000),
    ...((e.max_length ?? 0) > 3000 ? ["max_length"] : []),
    ...(e.initial_date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(e.initial_date) ? ["initial_date"] : []),
  ];
};

const blockFaults = (b: Block): string[] => [
  ...(known.includes(b.type) ? [] : [`unknown block ${b.type}`]),
  ...tooLong("block_id", b.block_id, 255),
  ...(b.type === "header" ? tooLong("header", b.text?.text, 150) : []),
  ...(b.type === "section" ? tooLong("section", b.text?.text, 3000) : []),
  ...(b.type === "context" && (b.elements?.length ?? 0) > 10 ? ["context elements"] : []),
  ...(b.type === "input" ? [...tooLong("label", b.label?.text ?? "", 2000), ...(b.element ? elementFaults(b.element) : ["input without element"])] : []),
  ...(b.type === "actions"
    ? [
        ...((b.elements?.length ?? 0) > 25 || (b.elements?.length ?? 0) === 0 ? ["actions elements"] : []),
        ...(different((b.elements ?? []).map((e) => e.action_id)) ? [] : ["action_id not unique"]),
        ...(b.elements ?? []).flatMap(elementFaults),
      ]
    : []),
];

export const blocksFaults = (blocks: readonly Block[], max: number): string[] => {
  const ids = blocks.flatMap((b) => (b.block_id ? [b.block_id] : []));
  return [...(blocks.length > max ? [`more than ${max} blocks`] : []), ...(different(ids) ? [] : ["block_id not unique"]), ...blocks.flatMap(blockFaults)];
};

export const viewFaults = (view: View): string[] => [
  ...blocksFaults(view.blocks, 100),
  ...(view.type === "modal" ? tooLong("title", view.title?.text ?? "", 24) : []),
  ...tooLong("submit", view.submit?.text, 24),
  ...tooLong("close", view.close?.text, 24),
  ...((view.private_metadata?.length ?? 0) > 3000 ? ["private_metadata"] : []),
  ...(view.type === "modal" && !view.submit && view.blocks.some((b) => b.type === "input") ? ["input without submit"] : []),
];
