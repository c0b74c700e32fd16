import { unescapeText } from "../../../src/cards/escape.js";
import { titlesIn } from "../titels.js";

/** What a Teams client makes of an Adaptive Card, as far as a test looks: texts, buttons, fields. */
export type Json = Readonly<Record<string, unknown>>;
export type Button = { readonly label: string; readonly action: Json };
export type Field = { readonly id: string; readonly label: string; readonly element: Json };

export const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const string = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** The elements in reading order; the buttons of a row come after its texts, ShowCard contents after their button. */
function* walk(element: Json, hidden: boolean): Generator<Json> {
  if (!hidden && element["isVisible"] === false) return;
  yield element;
  for (const key of ["body", "items", "columns", "rows", "cells", "actions"]) for (const child of list(element[key])) yield* walk(child, hidden);
  for (const key of ["card", "selectAction", "inlineAction"]) if (isJson(element[key])) yield* walk(element[key], hidden);
}
const elements = (card: Json, hidden = true): Json[] => [...walk(card, hidden)];
const isInput = (element: Json): boolean => string(element["type"]).startsWith("Input.");
const isButton = (element: Json): boolean => string(element["type"]).startsWith("Action.") && string(element["title"]) !== "";
/** A button that the client handles by itself: shows or hides something, opens a page. */
export const isLocal = (action: Json): boolean => !["Action.Execute", "Action.Submit"].includes(string(action["type"]));
/** The button that sends the form it stands on. */
export const isSubmit = ({ action }: Button): boolean => {
  const own = isJson(action["data"]) && isJson(action["data"]["k"]) ? action["data"]["k"] : {};
  return (string(own["verb"]) || string(action["verb"])).endsWith("/verstuur");
};

export const buttonsOf = (card: Json): readonly Button[] =>
  elements(card)
    .filter(isButton)
    .map((action) => ({ label: string(action["title"]), action }));

export const fieldsOf = (card: Json): readonly Field[] =>
  elements(card)
    .filter(isInput)
    .map((element) => ({ id: string(element["id"]), label: string(element["label"]) || string(element["title"]), element }));

export const choicesOf = (field: Field): readonly { readonly title: string; readonly value: string }[] =>
  list(field.element["choices"]).map((choice) => ({ title: string(choice["title"]), value: string(choice["value"]) }));

/** What the client sends for a field that nobody touched. */
export const startValue = (field: Field): string => string(field.element["value"]) || (field.element["type"] === "Input.Toggle" ? "false" : "");

/** What a person chooses or types, as the value that travels. */
export const toValue = (field: Field, shown: string): string => {
  if (field.element["type"] === "Input.Toggle") {
    if (shown !== "ja" && shown !== "nee") throw new Error(`"${field.label}" is ja or nee`);
    return string(field.element[shown === "ja" ? "valueOn" : "valueOff"]) || String(shown === "ja");
  }
  if (field.element["type"] !== "Input.ChoiceSet" || shown === "") return shown;
  const choices = choicesOf(field);
  const titles =
    field.element["isMultiSelect"] === true
      ? titlesIn(
          shown,
          choices.map((choice) => choice.title),
        )
      : [shown];
  return titles.map((title) => choices.find((choice) => choice.title === title)?.value ?? missing(`"${title}" is no choice of "${field.label}"`)).join(",");
};
/** The other way round. */
export const toShown = (field: Field, value: string): string => {
  if (field.element["type"] === "Input.Toggle") return value === (string(field.element["valueOn"]) || "true") ? "ja" : "nee";
  if (field.element["type"] !== "Input.ChoiceSet") return value;
  return value
    .split(",")
    .filter((part) => part !== "")
    .map((part) => choicesOf(field).find((choice) => choice.value === part)?.title ?? part)
    .join(", ");
};
export const missing = (what: string): never => {
  throw new Error(what);
};

/** What a client itself refuses: empty where something is asked, too long, not the right form. */
export const clientError = (field: Field, value: string): string | undefined => {
  const { isRequired, maxLength, regex, errorMessage } = field.element;
  const isEmpty = field.element["type"] === "Input.Toggle" ? value !== "true" : value.trim() === "";
  const isWrong =
    (isRequired === true && isEmpty) ||
    (typeof maxLength === "number" && value.length > maxLength) ||
    (typeof regex === "string" && value !== "" && !new RegExp(regex).test(value));
  return isWrong ? string(errorMessage) || "!" : undefined;
};

/** The text beside a field that the card itself shows as its error. */
export const cardError = (card: Json, field: Field): string | undefined => {
  const element = elements(card, false).find((candidate) => candidate["id"] === `fout.${field.id}`);
  return element && textOf(element).trim() ? textOf(element).trim() : undefined;
};

const lines = (element: Json): string[] => {
  if (element["type"] === "TextBlock") return [unescapeText(string(element["text"]))];
  if (element["type"] === "TextRun") return [string(element["text"])];
  if (element["type"] === "RichTextBlock")
    return [
      list(element["inlines"])
        .map((run) => string(run["text"]))
        .join(""),
    ];
  if (element["type"] === "FactSet")
    return list(element["facts"]).map((fact) => `${unescapeText(string(fact["title"]))} ${unescapeText(string(fact["value"]))}`);
  if (!isInput(element)) return [];
  const field = { id: string(element["id"]), label: string(element["label"]) || string(element["title"]), element };
  const value = startValue(field);
  return [field.label, ...(value && field.element["type"] !== "Input.Toggle" ? [toShown(field, value)] : [])];
};
/** The visible text of a card or of one element. */
export const textOf = (card: Json): string =>
  elements(card, false)
    .flatMap(lines)
    .filter((line) => line !== "")
    .join("\n");

export const cardOf = (activity: Json): Json | undefined => {
  const content = list(activity["attachments"]).find((attachment) => attachment["contentType"] === "application/vnd.microsoft.card.adaptive")?.["content"];
  return isJson(content) ? content : undefined;
};
export const messageText = (activity: Json): string => {
  const card = cardOf(activity);
  return [string(activity["text"]), card ? textOf(card) : ""].filter((part) => part !== "").join("\n");
};
