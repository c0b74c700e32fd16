import type { Block, BlockElement, Field, FormState, Message, OpenView, Option, Text, View } from "./slack-shapes.js";

const plain = (text: Text | string | undefined): string =>
  text === undefined ? "" : typeof text === "string" ? text : text.type === "mrkdwn" ? unescapeMrkdwn(text.text) : text.text;
const unescapeMrkdwn = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** A button or a menu item, as a person can press it. */
export type Pressable = { readonly label: string; readonly block: Block; readonly element: BlockElement; readonly option?: Option };

export const pressables = (blocks: readonly Block[]): Pressable[] =>
  blocks.flatMap((block) =>
    [...(block.type === "actions" ? (block.elements ?? []) : []), ...(block.accessory ? [block.accessory] : [])].flatMap((element): Pressable[] => {
      if (element.type === "button") return [{ label: plain(element.text), block, element }];
      if (element.type === "overflow") return (element.options ?? []).map((option) => ({ label: plain(option.text), block, element, option }));
      return [];
    }),
  );

/** The value of a field in words. */
export const fieldWords = (field: Field | undefined): string => {
  if (!field) return "";
  if (field.selected_options) return field.selected_options.map((o) => plain(o.text)).join(", ");
  return field.value ?? field.selected_date ?? plain(field.selected_option?.text);
};

const richLines = (elements: readonly BlockElement[]): string[] =>
  elements.flatMap((e) => (e.type === "rich_text_section" ? [(e.elements ?? []).map((run) => plain(run.text)).join("")] : richLines(e.elements ?? [])));

const inputLines = (block: Block, state: FormState, errors: Record<string, string>): string[] => {
  const id = block.block_id ?? "";
  const label = plain(block.label);
  const value = fieldWords(Object.values(state[id] ?? {})[0]);
  const choices = block.element?.options?.map((o) => plain(o.text)).join(" | ");
  return [
    `${label}${block.optional ? "" : " *"}: ${value || (plain(block.element?.placeholder) && `(${plain(block.element?.placeholder)})`)}`,
    ...(block.hint ? [`  ${plain(block.hint)}`] : []),
    ...(choices ? [`  { ${choices} }`] : []),
    ...(errors[id] ? [`  ! ${errors[id]}`] : []),
  ];
};

const blockLines = (block: Block, state: FormState, errors: Record<string, string>): string[] => {
  switch (block.type) {
    case "header":
      return [plain(block.text)];
    case "section":
      return [plain(block.text), ...(block.fields ?? []).map(plain)].filter((line) => line !== "");
    case "context":
      return [(block.elements ?? []).map((e) => plain(e.text)).join(" ")];
    case "rich_text":
      return richLines(block.elements ?? []);
    case "divider":
      return ["---"];
    case "input":
      return inputLines(block, state, errors);
    case "actions":
      return [
        pressables([block])
          .map((p) => (p.option ? `[… ${p.label}]` : `[${p.label}]`))
          .join(" "),
      ];
    default:
      throw new Error(`a person cannot see a block of type ${block.type}`);
  }
};

export const blocksText = (blocks: readonly Block[], state: FormState = {}, errors: Record<string, string> = {}): string =>
  blocks.flatMap((block) => blockLines(block, state, errors)).join("\n");

export const messageText = (message: Message): string => (message.blocks.length > 0 ? blocksText(message.blocks) : unescapeMrkdwn(message.text));

export const viewText = ({ view, state, errors }: Pick<OpenView, "view" | "state" | "errors">): string =>
  [
    plain(view.title),
    blocksText(view.blocks, state, errors),
    [view.submit, view.close]
      .filter((t): t is Text => t !== undefined)
      .map((t) => `[${plain(t)}]`)
      .join(" "),
  ]
    .filter((part) => part !== "")
    .join("\n");

/** What stands in the fields of a new view; a field with the same block and action id keeps what was typed, as in Slack. */
export const initialState = (view: View, before: FormState = {}): FormState => {
  const state: FormState = {};
  for (const block of view.blocks) {
    const element = block.element;
    if (block.type !== "input" || !element?.action_id || !block.block_id) continue;
    const kept = before[block.block_id]?.[element.action_id];
    state[block.block_id] = { [element.action_id]: kept?.type === element.type ? kept : initialField(element) };
  }
  return state;
};

const initialField = (e: BlockElement): Field => {
  switch (e.type) {
    case "plain_text_input":
      return { type: e.type, value: e.initial_value ?? null };
    case "datepicker":
      return { type: e.type, selected_date: e.initial_date ?? null };
    case "static_select":
    case "radio_buttons":
      return { type: e.type, selected_option: e.initial_option ?? null };
    default:
      return { type: e.type, selected_options: e.initial_options ?? [] };
  }
};
