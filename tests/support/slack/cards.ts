import type { Card } from "../../../src/domain/card.js";

/** A small expanded Adaptive Card, for tests of the adapter itself. */
export const cardOf = (body: readonly object[], actions: readonly object[] = [], card: Partial<Card> = {}): Card => ({
  template: "proef",
  body: { type: "AdaptiveCard", version: "1.5", lang: "nl", body, actions },
  titel: "Proef",
  tekst: "Er is een proef",
  vertrouwelijk: false,
  ...card,
});
export const text = (words: string, more: object = {}) => ({ type: "TextBlock", text: words, wrap: true, ...more });
export const doe = (title: string, verb: string, data: object = {}, more: object = {}) => ({ type: "Action.Execute", title, verb, data, ...more });
