import type { HomeView, KnownBlock, ModalView } from "@slack/types";
import type { Card } from "../../domain/card.js";
import { actionBlocks, type Press, pressOf } from "./block-kit-actions.js";
import { inputBlock } from "./block-kit-inputs.js";
import { BlockKitError, countWithin, limits, within } from "./block-kit-limits.js";
import { AdaptiveCard, type CardAction, type Element, type InputElement, type TextElement } from "./block-kit-schema.js";
import { factBlocks, lookOf, plain, type Run, richText, runsOf, textBlocks } from "./block-kit-text.js";

type Surface = "message" | "modal" | "home";
type Conversion = {
  readonly surface: Surface;
  /** The verb of the form's submit. */
  readonly form: string;
  readonly isSubmit: (action: CardAction) => boolean;
  readonly isHidden: (element: Element) => boolean;
  /** Help under a field. */
  readonly hintOf: (input: InputElement) => string | undefined;
  readonly next: () => number;
};
export type ModalOptions = {
  /** The button that closes a window. */
  readonly sluit: string;
  /** The same on a form, where it means: do not send. */
  readonly stop?: string;
  /** Errors beside a field come by `response_action`; `toon` keeps them in the text, for when the whole form is shown anew. */
  readonly fouten?: "toon";
};

const submitEnding = "/verstuur";
const between = " · ";

const inside = (element: Element): Element[] => {
  if (element.type === "Container") return [element, ...element.items.flatMap(inside)];
  if (element.type === "ColumnSet") return [element, ...element.columns.flatMap((c) => c.items.flatMap(inside))];
  return [element];
};
const isText = (element: Element): element is TextElement => element.type === "TextBlock" || element.type === "RichTextBlock";
const isInput = (element: Element): element is InputElement => element.type.startsWith("Input.");

/** Side by side becomes one line; what is no text comes below it. */
const columnBlocks = (columns: readonly { items: Element[] }[], c: Conversion): KnownBlock[] => {
  const leaves = columns.flatMap((column) => column.items.flatMap(inside)).filter((e) => e.type !== "Container" && e.type !== "ColumnSet" && !c.isHidden(e));
  const texts = leaves.filter(isText).filter((e) => runsOf(e).length > 0);
  const runs = texts.flatMap((e, i): Run[] => (i === 0 ? runsOf(e) : [{ text: between, bold: false }, ...runsOf(e)]));
  const looks = new Set(texts.map(lookOf));
  const look = looks.has("kop") ? "kop" : looks.size === 1 && looks.has("klein") ? "klein" : "gewoon";
  return [...textBlocks(runs, look), ...leaves.filter((e) => !isText(e)).flatMap((e) => blocksOf(e, c))];
};

const contentOf = (element: Element, c: Conversion): KnownBlock[] => {
  switch (element.type) {
    case "TextBlock":
    case "RichTextBlock":
      return textBlocks(runsOf(element), lookOf(element));
    case "FactSet":
      return factBlocks(element);
    case "Container":
      return element.items.flatMap((item) => blocksOf(item, c));
    case "ColumnSet":
      return columnBlocks(element.columns, c);
    case "ActionSet":
      return actionBlocks(
        element.actions.filter((a) => !c.isSubmit(a)),
        c.next,
      );
    default:
      if (c.surface !== "modal") throw new BlockKitError(`${element.type} ${element.id}: a form belongs in a modal`);
      return [inputBlock(element, c.form, c.hintOf(element))];
  }
};

const blocksOf = (element: Element, c: Conversion): KnownBlock[] => {
  if (c.isHidden(element)) return [];
  const blocks = contentOf(element, c);
  return element.separator === true && blocks.length > 0 ? [{ type: "divider" }, ...blocks] : blocks;
};

const parse = (card: Card): AdaptiveCard => {
  const parsed = AdaptiveCard.safeParse(card.body);
  // Only where it is, never what stands there.
  if (!parsed.success) throw new BlockKitError(`${card.template}: Slack cannot show ${parsed.error.issues.map((i) => i.path.join(".")).join(", ")}`);
  return parsed.data;
};

const convert = (card: AdaptiveCard, c: Conversion): KnownBlock[] => {
  const blocks = [
    ...card.body.flatMap((e) => blocksOf(e, c)),
    ...actionBlocks(
      card.actions.filter((a) => !c.isSubmit(a)),
      c.next,
    ),
  ];
  // A divider above everything divides nothing.
  if (blocks[0]?.type === "divider") blocks.shift();
  return countWithin(c.surface === "message" ? "messageBlocks" : "viewBlocks", blocks);
};

const counter = (): (() => number) => {
  let n = 0;
  return () => ++n;
};
const plainConversion = (surface: Surface): Conversion => ({
  surface,
  form: "",
  isSubmit: () => false,
  isHidden: () => false,
  hintOf: () => undefined,
  next: counter(),
});

/** Blocks of a message. What is vertrouwelijk has no place in a message that the chat keeps. */
export const toMessageBlocks = (card: Card): KnownBlock[] => {
  if (card.vertrouwelijk) throw new BlockKitError(`${card.template}: vertrouwelijk, not for a message`);
  return convert(parse(card), plainConversion("message"));
};

/** The Home tab of one person; the chat keeps it, so nothing vertrouwelijk. */
export const toHomeView = (card: Card): HomeView => {
  if (card.vertrouwelijk) throw new BlockKitError(`${card.template}: vertrouwelijk, not for Home`);
  return { type: "home", blocks: convert(parse(card), plainConversion("home")) };
};

type Submit = { readonly action: CardAction; readonly press: Press; readonly title: string };
const submitOf = (card: AdaptiveCard): Submit | undefined => {
  const actions = [...card.body.flatMap(inside).flatMap((e) => (e.type === "ActionSet" ? e.actions : [])), ...card.actions];
  for (const action of actions) {
    if (action.type !== "Action.Execute" && action.type !== "Action.Submit") continue;
    const press = pressOf(action);
    if (press.verb.endsWith(submitEnding)) return { action, press, title: action.title };
  }
  return undefined;
};

/** A modal: the action whose verb ends in `/verstuur` becomes its submit, the others are buttons. */
export const toModalView = (card: Card, options: ModalOptions): ModalView => {
  const parsed = parse(card);
  const submit = submitOf(parsed);
  const blocks = convert(parsed, modalConversion(card, parsed, submit, options));
  return {
    type: "modal",
    title: plain(within("modalTitle", card.titel)),
    close: plain(within("modalButton", (submit && options.stop) || options.sluit)),
    ...(submit && {
      submit: plain(within("modalButton", submit.title)),
      callback_id: within("callbackId", submit.press.verb),
      private_metadata: within("privateMetadata", JSON.stringify(submit.press)),
    }),
    blocks,
  };
};

const modalConversion = ({ template, titel }: Card, card: AdaptiveCard, submit: Submit | undefined, options: ModalOptions): Conversion => {
  const all = card.body.flatMap(inside);
  const inputs = all.filter(isInput);
  if (inputs.length > 0 && !submit) throw new BlockKitError(`${template}: fields without ${submitEnding}`);
  // Slack has its own place for these, beside the field.
  const beside = new Set(inputs.flatMap((e) => [`hulp.${e.id}`, ...(options.fouten === "toon" ? [] : [`fout.${e.id}`])]));
  const helpOf = new Map(all.flatMap((e) => (isText(e) && e.id ? [[e.id, runsOf(e)[0]?.text] as const] : [])));
  return {
    surface: "modal",
    // Counted on when the bot itself changed what stands in the fields.
    form: submit === undefined ? "" : [submit.press.verb, submit.press.data["w"] ?? ""].join("#").replace(/#$/, ""),
    isSubmit: (a) => a === submit?.action,
    // The window says its title itself.
    isHidden: (e) => e.type === "TextBlock" && ((e.id !== undefined && beside.has(e.id)) || (e.style === "heading" && e.text === titel)),
    hintOf: (input) => helpOf.get(`hulp.${input.id}`),
    next: counter(),
  };
};

/** A modal with one sentence. */
export const toSentenceView = (titel: string, tekst: string, sluit: string): ModalView => ({
  type: "modal",
  title: plain(within("modalTitle", titel)),
  close: plain(within("modalButton", sluit)),
  blocks: [richText([[{ text: tekst.slice(0, limits.sectionText), bold: false }]])],
});

/** The ids of the fields of a form: what an error can stand beside. */
export const fieldIds = (blocks: readonly { readonly type: string; readonly block_id?: string | undefined }[]): ReadonlySet<string> =>
  new Set(blocks.flatMap((b) => (b.type === "input" && b.block_id ? [b.block_id] : [])));

/** The language a card is written in, as its template says. */
export const cardLanguage = (card: Card): string | undefined => {
  const lang = card.body["lang"];
  return typeof lang === "string" ? lang : undefined;
};
