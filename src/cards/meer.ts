import type { Card } from "../domain/card.js";
import type { ActiepuntCode, CasusCode, SignaalCode } from "../domain/code.js";
import type { Taal } from "../domain/persoon/persoon.js";
import type { Knop } from "./gegevens.js";
import { kaart, punten, zeg } from "./woorden.js";

/** Everything one person may do now with a signaal, a button a line; shows no details. */
export const meerKaart = (g: { readonly code: SignaalCode | CasusCode | ActiepuntCode; readonly knoppen: readonly Knop[] }, taal: Taal): Card => {
  const kop = punten(zeg(taal, "meer.kop"), g.code);
  const rijen = g.knoppen.map((knop) => ({
    verb: knop.verb,
    titel: zeg(taal, `knop.${knop.label ?? knop.verb}`),
    data: knop.data,
    stijl: knop.plek === "eerst" ? "positive" : "default",
  }));
  return kaart("meer", { titel: zeg(taal, "meer.titel"), tekst: kop, taal }, false, { kop, tekst: zeg(taal, "meer.tekst"), rijen });
};
