import type { Card, PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { isMessageKey, sayAny } from "../messages/messages.js";
import type { Knop } from "./gegevens.js";
import { type KaartBody, type KaartTemplate, render } from "./render.js";

/** A message whose key is put together at run time; an unknown key is a bug. */
export const zeg = (taal: Taal, key: string, params: Readonly<Record<string, string | number>> = {}): string => {
  if (!isMessageKey(key)) throw new Error(`no message ${key}`);
  return sayAny(taal, key, params);
};

/** As `zeg`, or nothing when there are no such words. */
export const zegMisschien = (taal: Taal, key: string): string => (isMessageKey(key) ? sayAny(taal, key) : "");

const PRIMARY = 3;
const volgorde = { eerst: 0, naast: 1, meer: 2 } as const;

/** Buttons as the templates bind them: the one thing to do first, at most three in sight, the others behind "Meer". */
export const knoppen = (lijst: readonly Knop[], taal: Taal) =>
  [...lijst]
    .sort((a, b) => volgorde[a.plek] - volgorde[b.plek])
    .map((knop, index) => ({
      verb: knop.verb,
      titel: zeg(taal, `knop.${knop.label ?? knop.verb}`),
      data: knop.data,
      stijl: knop.plek === "eerst" ? "positive" : "default",
      modus: knop.plek === "meer" || index >= PRIMARY ? "secondary" : "primary",
    }));

/** Buttons in a list: none stands out, or the list shouts. */
export const rijKnoppen = (lijst: readonly Knop[], taal: Taal) => knoppen(lijst, taal).map((knop) => ({ ...knop, stijl: "default" }));

/** Words joined as " · ", without the empty ones. */
export const punten = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== "").join(" · ");

type Kop = { readonly titel: string; readonly tekst: string; readonly taal: Taal };

/** A card for one person; `tekst` is what a client reads that cannot show it. */
export const kaart = (template: KaartTemplate, kop: Kop, vertrouwelijk: boolean, data: KaartBody): Card => ({
  template,
  body: render(template, { ...data, taal: kop.taal, fallback: kop.tekst }),
  titel: kop.titel,
  tekst: kop.tekst,
  vertrouwelijk,
});

/** The one maker of posted cards: only called by card functions whose data admits no free text. */
export const geplaatsteKaart = (template: KaartTemplate, kop: Kop, data: KaartBody): PostedCard => kaart(template, kop, false, data) as PostedCard;
