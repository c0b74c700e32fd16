import type { Card } from "../src/domain/card.js";

export type Voorbeeld = { readonly kaart: string; readonly naam: string; readonly data: unknown };
export function readVoorbeelden(folder: string): Voorbeeld[];
export function maakKaart(cards: object, voorbeeld: Voorbeeld, taal: "nl" | "en"): Card;
