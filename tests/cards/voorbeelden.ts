import { join } from "node:path";
import { maakKaart, readVoorbeelden } from "../../scripts/kaarten-voorbeelden.mjs";
import * as cards from "../../src/cards/cards.js";
import { templateFolder } from "../../src/cards/render.js";
import type { Card } from "../../src/domain/card.js";

export const talen = ["nl", "en"] as const;

/** Every sample in every language, as the card that a chat would get. */
export const alleKaarten = (): { naam: string; kaart: string; taal: (typeof talen)[number]; card: Card }[] =>
  readVoorbeelden(templateFolder()).flatMap((voorbeeld) =>
    talen.map((taal) => ({ naam: `${voorbeeld.kaart} ${voorbeeld.naam} ${taal}`, kaart: voorbeeld.kaart, taal, card: maakKaart(cards, voorbeeld, taal) })),
  );

export type Node = Readonly<Record<string, unknown>>;

/** Every object in a card, with itself first. */
export const nodes = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== "object" || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodes)];
};

export const ofType = (card: Card, prefix: string): Node[] =>
  nodes(card.body).filter((node) => typeof node["type"] === "string" && node["type"].startsWith(prefix));

/** All words a person reads on a card, its notification included; not the values of fields. */
export const woordenVan = (card: Card): string[] => [
  card.titel,
  card.tekst,
  ...nodes(card.body).flatMap((node) =>
    ["text", "title", "label", "errorMessage", "placeholder", "fallbackText"].flatMap((key) => (typeof node[key] === "string" ? [node[key]] : [])),
  ),
];

export const file = (name: string): string => join(templateFolder(), name);
