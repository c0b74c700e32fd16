import type { ActionsBlock, Button, Overflow, PlainTextOption } from "@slack/types";
import { BlockKitError, countWithin, limits, within } from "./block-kit-limits.js";
import type { CardAction, PerformAction } from "./block-kit-schema.js";
import { plain } from "./block-kit-text.js";

/** What a press means: the same pair for a button, a menu item and a form. */
export type Press = { readonly verb: string; readonly data: Readonly<Record<string, string>> };

export const meerId = "meer";
export const urlId = "url";
type Shown = Exclude<CardAction, { type: "Action.ToggleVisibility" }>;

const isText = (value: unknown): value is string | number | boolean => ["string", "number", "boolean"].includes(typeof value);

/** Verb and data of an action; in a Teams dialog the verb stands among the data. */
export const pressOf = (action: PerformAction): Press => {
  const all = Object.entries(action.data ?? {}).flatMap(([key, value]) => (isText(value) ? [[key, String(value)] as const] : []));
  const verb = action.verb ?? Object.fromEntries(all)["verb"];
  if (!verb) throw new BlockKitError(`action without verb: ${action.title}`);
  return { verb, data: Object.fromEntries(all.filter(([key]) => key !== "verb")) };
};

/** A menu item holds 150 characters: a query string is the shortest that is still readable. */
const encodeOption = ({ verb, data }: Press): string => `${verb}?${new URLSearchParams(data)}`;

export const decodeOption = (value: string): Press => {
  const at = value.indexOf("?");
  return at < 0 ? { verb: value, data: {} } : { verb: value.slice(0, at), data: Object.fromEntries(new URLSearchParams(value.slice(at + 1))) };
};

const color = (style: string | undefined): { style?: "primary" | "danger" } =>
  style === "positive" ? { style: "primary" } : style === "destructive" ? { style: "danger" } : {};

/** Ids are unique within a card: `verb#3`. */
const actionId = (name: string, next: () => number): string => within("actionId", `${name}#${next()}`);

const buttonOf = (action: Shown, next: () => number): Button => {
  const text = plain(within("buttonText", action.title));
  if (action.type === "Action.OpenUrl") return { type: "button", text, url: within("buttonUrl", action.url), action_id: actionId(urlId, next) };
  const { verb, data } = pressOf(action);
  return { type: "button", text, action_id: actionId(verb, next), value: within("buttonValue", JSON.stringify(data)), ...color(action.style) };
};

const optionOf = (action: Shown): PlainTextOption => {
  const text = plain(within("optionText", action.title));
  if (action.type === "Action.OpenUrl") return { text, url: within("buttonUrl", action.url), value: `${urlId}?` };
  return { text, value: within("optionValue", encodeOption(pressOf(action))) };
};

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** Buttons first, then what stands behind "Meer"; a menu of one is a plain button. */
export const actionBlocks = (actions: readonly CardAction[], next: () => number): ActionsBlock[] => {
  const shown = actions.filter((a): a is Shown => a.type !== "Action.ToggleVisibility");
  const first = shown.filter((a) => a.mode !== "secondary");
  const menus = chunks(
    shown.filter((a) => a.mode === "secondary"),
    limits.overflowOptions,
  );
  const elements: (Button | Overflow)[] = first.map((a) => buttonOf(a, next));
  for (const menu of menus) {
    if (menu.length < limits.overflowMinimum) elements.push(...menu.map((a) => buttonOf(a, next)));
    else elements.push({ type: "overflow", action_id: actionId(meerId, next), options: menu.map(optionOf) });
  }
  return elements.length === 0 ? [] : [{ type: "actions", elements: countWithin("actionsElements", elements) }];
};
