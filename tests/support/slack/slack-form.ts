import { titlesIn } from "../titels.js";
import type { Block, BlockElement, Field, OpenView, Option } from "./slack-shapes.js";

/** What Slack itself says beside a field that must be filled; the bot is not asked. */
export const requiredField = "Please complete this required field.";

const titleOf = (option: Option): string => option.text.text;
export const inputs = (open: OpenView): Block[] => open.view.blocks.filter((b) => b.type === "input");
export const labelOf = (block: Block): string => block.label?.text ?? "";

export const inputByLabel = (open: OpenView, label: string): Block => {
  const found = inputs(open).find((b) => labelOf(b) === label);
  if (!found) throw new Error(`no field "${label}"; there are: ${inputs(open).map(labelOf).join(", ")}`);
  return found;
};

const optionByTitle = (element: BlockElement, title: string): Option => {
  const found = element.options?.find((o) => titleOf(o) === title);
  if (!found) throw new Error(`no choice "${title}"; there are: ${element.options?.map(titleOf).join(", ")}`);
  return found;
};

const several = (element: BlockElement, text: string): readonly Option[] => {
  const only = element.options?.length === 1 ? element.options[0] : undefined;
  if (only && (text === "ja" || text === "nee")) return text === "ja" ? [only] : [];
  if (text === "") return [];
  return titlesIn(text, (element.options ?? []).map(titleOf)).map((title) => optionByTitle(element, title));
};

/** What a person can put into a field. */
const filled = (element: BlockElement, text: string): Field => {
  switch (element.type) {
    case "plain_text_input":
      if (text.length > (element.max_length ?? 3000)) throw new Error(`the field takes at most ${element.max_length} characters`);
      return { type: element.type, value: text === "" ? null : text };
    case "datepicker":
      if (text !== "" && !/^\d{4}-\d\d-\d\d$/.test(text)) throw new Error(`not a date: ${text}`);
      return { type: element.type, selected_date: text === "" ? null : text };
    case "static_select":
    case "radio_buttons":
      return { type: element.type, selected_option: text === "" ? null : optionByTitle(element, text) };
    default:
      return { type: element.type, selected_options: several(element, text) };
  }
};

export const fillField = (open: OpenView, label: string, text: string): void => {
  const block = inputByLabel(open, label);
  const element = block.element;
  if (!element?.action_id || !block.block_id) throw new Error(`field "${label}" cannot be filled`);
  open.state[block.block_id] = { [element.action_id]: filled(element, text) };
};

const isEmpty = (field: Field | undefined): boolean =>
  !field || (field.selected_options ? field.selected_options.length === 0 : !field.value && !field.selected_date && !field.selected_option);

/** Block ids of the fields that Slack will not send without. */
export const missing = (open: OpenView): string[] =>
  inputs(open)
    .filter((b) => b.optional === false && isEmpty(Object.values(open.state[b.block_id ?? ""] ?? {})[0]))
    .map((b) => b.block_id ?? "");
