import { z } from "zod";

/** The elements and actions of Adaptive Cards 1.5 that this adapter can show; anything else does not parse. */
const spacing = { separator: z.boolean().optional(), id: z.string().optional() };

const TextBlock = z.object({
  type: z.literal("TextBlock"),
  ...spacing,
  text: z.string(),
  style: z.string().optional(),
  size: z.string().optional(),
  weight: z.string().optional(),
  isSubtle: z.boolean().optional(),
});
const TextRun = z.object({ type: z.literal("TextRun"), text: z.string(), weight: z.string().optional(), italic: z.boolean().optional() });
const RichTextBlock = z.object({ type: z.literal("RichTextBlock"), ...spacing, inlines: z.array(z.union([z.string(), TextRun])) });
const FactSet = z.object({ type: z.literal("FactSet"), ...spacing, facts: z.array(z.object({ title: z.string(), value: z.string() })) });

const field = { separator: z.boolean().optional(), id: z.string().min(1), isRequired: z.boolean().optional(), value: z.string().optional() };
const TextInput = z.object({
  type: z.literal("Input.Text"),
  ...field,
  label: z.string().min(1),
  isMultiline: z.boolean().optional(),
  maxLength: z.number().optional(),
  placeholder: z.string().optional(),
});
const DateInput = z.object({ type: z.literal("Input.Date"), ...field, label: z.string().min(1), placeholder: z.string().optional() });
const ChoiceInput = z.object({
  type: z.literal("Input.ChoiceSet"),
  ...field,
  label: z.string().min(1),
  style: z.string().optional(),
  isMultiSelect: z.boolean().optional(),
  placeholder: z.string().optional(),
  choices: z.array(z.object({ title: z.string().min(1), value: z.string().min(1) })).min(1),
});
const ToggleInput = z.object({ type: z.literal("Input.Toggle"), ...field, label: z.string().optional(), title: z.string().min(1) });

const button = { title: z.string().min(1), style: z.string().optional(), mode: z.string().optional() };
const Perform = z.object({
  type: z.enum(["Action.Execute", "Action.Submit"]),
  ...button,
  verb: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});
const OpenUrl = z.object({ type: z.literal("Action.OpenUrl"), ...button, url: z.url() });
const ToggleVisibility = z.object({ type: z.literal("Action.ToggleVisibility") });
const Action = z.discriminatedUnion("type", [Perform, OpenUrl, ToggleVisibility]);
const ActionSet = z.object({ type: z.literal("ActionSet"), ...spacing, actions: z.array(Action) });

const Leaf = [TextBlock, RichTextBlock, FactSet, TextInput, DateInput, ChoiceInput, ToggleInput, ActionSet] as const;

export type TextElement = z.infer<typeof TextBlock> | z.infer<typeof RichTextBlock>;
export type FactElement = z.infer<typeof FactSet>;
export type InputElement = z.infer<typeof TextInput> | z.infer<typeof DateInput> | z.infer<typeof ChoiceInput> | z.infer<typeof ToggleInput>;
export type CardAction = z.infer<typeof Action>;
export type PerformAction = z.infer<typeof Perform>;
type Container = { type: "Container"; separator?: boolean | undefined; items: Element[] };
type ColumnSet = { type: "ColumnSet"; separator?: boolean | undefined; columns: { items: Element[] }[] };
export type Element = z.infer<(typeof Leaf)[number]> | Container | ColumnSet;

const Items: z.ZodType<Element[]> = z.lazy(() => z.array(Element));
const Container = z.object({ type: z.literal("Container"), separator: z.boolean().optional(), items: Items });
const ColumnSet = z.object({ type: z.literal("ColumnSet"), separator: z.boolean().optional(), columns: z.array(z.object({ items: Items })) });
const Element: z.ZodType<Element> = z.discriminatedUnion("type", [...Leaf, Container, ColumnSet]);

/** An expanded Adaptive Card, as far as Slack can show it. */
export const AdaptiveCard = z.object({
  type: z.literal("AdaptiveCard"),
  lang: z.string().optional(),
  body: z.array(Element).default([]),
  actions: z.array(Action).default([]),
});
export type AdaptiveCard = z.infer<typeof AdaptiveCard>;
