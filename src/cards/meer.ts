import type { Card } from "../domain/card.js";
import type { ActiepuntCode, CasusCode, SignaalCode } from "../domain/code.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { escapeText } from "./escape.js";
import type { Knop } from "./gegevens.js";
import { kaart, punten, zeg } from "./woorden.js";

type MeerGegevens = { readonly code?: SignaalCode | CasusCode | ActiepuntCode; readonly onderwerp?: string; readonly knoppen: readonly Knop[] };

/** Everything one person may do now with a signaal, a button a line; shows no details. */
export const meerKaart = (g: MeerGegevens, taal: Taal): Card => {
  const kop = punten(zeg(taal, "meer.kop"), g.code ?? (g.onderwerp && escapeText(g.onderwerp)));
  const rijen = g.knoppen.map((knop) => ({
    verb: knop.verb,
    titel: zeg(taal, `knop.${knop.label ?? knop.verb}`),
    data: knop.data,
    stijl: knop.plek === "eerst" ? "positive" : "default",
  }));
  return kaart("meer", { titel: zeg(taal, "meer.titel"), tekst: kop, taal }, false, { kop, tekst: zeg(taal, "meer.tekst"), rijen });
};
