import type { Attachment } from "botbuilder";
import type { Card } from "../../domain/card.js";
import type { TeamsConfig } from "./teams-config.js";

export const cardType = "application/vnd.microsoft.card.adaptive";
/** Teams refuses cards above 28 KB with everything around them. */
export const maxCardBytes = 25_000;
const maxPrimary = 3;

/** Where the card is shown: as a message in a conversation, or in a dialog in front of one person. */
export type Waar = "bericht" | "venster";
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const without = (object: Json, ...keys: string[]): Json => Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

/** Our own data travels under one key, so that it never mixes with what a person fills in. */
const renderAction = (action: Json, waar: Waar, config: TeamsConfig): Json => {
  if (action["type"] !== "Action.Execute" && action["type"] !== "Action.Submit") return renderObject(action, waar, config);
  const verb = typeof action["verb"] === "string" ? action["verb"] : undefined;
  if (verb === undefined) return action;
  const k = { verb, data: isObject(action["data"]) ? action["data"] : {} };
  const base = without(action, "type", "verb", "data");
  if (waar === "venster") return { type: "Action.Submit", ...base, data: { k } };
  if (config.dialogs && config.opens(verb)) return { type: "Action.Submit", associatedInputs: "none", ...base, data: { msteams: { type: "task/fetch" }, k } };
  return { type: "Action.Execute", ...base, verb, data: { k } };
};

/** The first row holds at most three; what is more goes behind Teams' own "…". */
const renderActions = (actions: readonly unknown[], waar: Waar, config: TeamsConfig): readonly unknown[] => {
  let primary = 0;
  return actions.filter(isObject).map((action) => {
    const rendered = renderAction(action, waar, config);
    if (rendered["mode"] === "secondary" || ++primary <= maxPrimary) return rendered;
    return { ...rendered, mode: "secondary" };
  });
};

const renderValue = (key: string, value: unknown, waar: Waar, config: TeamsConfig): unknown => {
  if (key === "actions" && Array.isArray(value)) return renderActions(value, waar, config);
  if ((key === "selectAction" || key === "inlineAction") && isObject(value)) return renderAction(value, waar, config);
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? renderObject(item, waar, config) : item));
  return isObject(value) ? renderObject(value, waar, config) : value;
};

const renderObject = (object: Json, waar: Waar, config: TeamsConfig): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, renderValue(key, value, waar, config)]));

/** A form with a button that must work half filled, without losing what was typed: a client would hold it back, so only the bot asks for what is missing. */
const asksLater = (body: Json): Json => {
  const json = JSON.stringify(body);
  return json.includes('"associatedInputs":"auto"') ? (JSON.parse(json, (key, value: unknown) => (key === "isRequired" ? undefined : value)) as Json) : body;
};

/** A dialog says its title itself. */
const withoutTitle = (body: Json, titel: string): Json => ({
  ...body,
  body: Array.isArray(body["body"])
    ? body["body"].filter((element) => !(isObject(element) && element["style"] === "heading" && element["text"] === titel))
    : body["body"],
});

/** The card as Teams gets it: the layout as it is, the buttons fit for where it is shown. Throws when it is too large. */
export const renderCard = (card: Card, waar: Waar, config: TeamsConfig): Json => {
  const rendered = renderObject(asksLater(waar === "venster" ? withoutTitle(card.body, card.titel) : card.body), waar, config);
  const bytes = Buffer.byteLength(JSON.stringify(rendered));
  if (bytes > maxCardBytes) throw new Error(`card ${card.template} is ${bytes} bytes; Teams takes ${maxCardBytes}`);
  return rendered;
};

export const attachment = (card: Card, waar: Waar, config: TeamsConfig): Attachment => ({ contentType: cardType, content: renderCard(card, waar, config) });

/** Details stand in dialogs only; a message stays in the chat. The try-out has no dialogs and only fictional data. */
export const mayBeMessage = (card: Card, config: TeamsConfig): boolean => !card.vertrouwelijk || config.tryOut;
