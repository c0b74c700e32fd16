import type { InputBlock, InputBlockElement, PlainTextOption } from "@slack/types";
import { BlockKitError, countWithin, cut, limits, within } from "./block-kit-limits.js";
import type { InputElement } from "./block-kit-schema.js";
import { plain, unescapeRun } from "./block-kit-text.js";

/** How the value comes back: a toggle is one checkbox, which Slack does not tell from a list of one. */
export const vinkjeId = "vinkje:";
const veldId = "veld:";

type Choice = Extract<InputElement, { type: "Input.ChoiceSet" }>;
const option = (title: string, value: string): PlainTextOption => ({
  text: plain(within("optionText", unescapeRun(title))),
  value: within("optionValue", value),
});
const placeholder = (text: string | undefined) => (text ? { placeholder: plain(within("placeholder", text)) } : {});

const text = (input: Extract<InputElement, { type: "Input.Text" }>, action_id: string): InputBlockElement => {
  const max = Math.min(input.maxLength || limits.inputText, limits.inputText);
  return {
    type: "plain_text_input",
    action_id,
    multiline: input.isMultiline ?? false,
    max_length: max,
    ...(input.value ? { initial_value: cut(max, input.value) } : {}),
    ...placeholder(input.placeholder),
  };
};

const several = (input: Choice, action_id: string, options: PlainTextOption[]): InputBlockElement => {
  const chosen = new Set((input.value ?? "").split(","));
  const initial = options.filter((o) => chosen.has(o.value ?? ""));
  const initial_options = initial.length > 0 ? { initial_options: initial } : {};
  if (options.length <= limits.groupOptions) return { type: "checkboxes", action_id, options, ...initial_options };
  return { type: "multi_static_select", action_id, options: countWithin("selectOptions", options), ...initial_options, ...placeholder(input.placeholder) };
};

const choice = (input: Choice, action_id: string): InputBlockElement => {
  const options = input.choices.map((c) => option(c.title, c.value));
  if (input.isMultiSelect) return several(input, action_id, options);
  const initial = options.find((o) => o.value === input.value);
  const initial_option = initial ? { initial_option: initial } : {};
  if (input.style === "expanded" && options.length <= limits.groupOptions) return { type: "radio_buttons", action_id, options, ...initial_option };
  return { type: "static_select", action_id, options: countWithin("selectOptions", options), ...initial_option, ...placeholder(input.placeholder) };
};

const elementOf = (input: InputElement, form: string): InputBlockElement => {
  const action_id = within("actionId", `${veldId}${form}`);
  switch (input.type) {
    case "Input.Text":
      return text(input, action_id);
    case "Input.Date":
      return { type: "datepicker", action_id, ...(input.value ? { initial_date: input.value } : {}), ...placeholder(input.placeholder) };
    case "Input.ChoiceSet":
      return choice(input, action_id);
    case "Input.Toggle": {
      const on = option(input.title, "true");
      return {
        type: "checkboxes",
        action_id: within("actionId", `${vinkjeId}${form}`),
        options: [on],
        ...(input.value === "true" ? { initial_options: [on] } : {}),
      };
    }
  }
};

/**
 * One field. `form` goes into the action id: Slack keeps what stands in a field with the same block and action id
 * when a modal is replaced, which is right for the same form again and wrong for another one.
 */
export const inputBlock = (input: InputElement, form: string, hint?: string): InputBlock => {
  const label = input.type === "Input.Toggle" ? (input.label ?? input.title) : input.label;
  if (input.type === "Input.Date" && input.value && !/^\d{4}-\d{2}-\d{2}$/.test(input.value)) throw new BlockKitError(`${input.id}: not a date`);
  return {
    type: "input",
    block_id: within("blockId", input.id),
    label: plain(within("inputLabel", label)),
    optional: input.isRequired !== true,
    ...(hint ? { hint: plain(within("inputLabel", hint)) } : {}),
    element: elementOf(input, form),
  };
};
