import type { PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { escapeText } from "./escape.js";
import type { WijzerGegevens } from "./gegevens.js";
import { geplaatsteKaart, zeg } from "./woorden.js";

/** Whom to call: 112 first, then the contacts of the region. */
export const wijzerKaart = (g: WijzerGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, "wijzer.titel");
  const contacten = g.contacten.map(({ naam, telefoon, uitleg }) => ({ naam: escapeText(naam), telefoon: escapeText(telefoon), uitleg: escapeText(uitleg) }));
  const leeg = contacten.length === 0 ? zeg(taal, "wijzer.leeg") : "";
  return geplaatsteKaart("wijzer", { titel, tekst: titel, taal }, { kop: titel, bel112: zeg(taal, "wijzer.112"), leeg, contacten });
};
