import type { PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { zegDag } from "./datum.js";
import { escapeText } from "./escape.js";
import type { HomeGegevens, Rij } from "./gegevens.js";
import { geplaatsteKaart, knoppen, punten, rijKnoppen, zeg } from "./woorden.js";

const rijView = (rij: Rij, taal: Taal) => {
  const datum = rij.datum && zeg(taal, "rij.voor", { datum: zegDag(rij.datum, taal) });
  return {
    kop: rij.code,
    feiten: punten(rij.gemeente && escapeText(rij.gemeente), zeg(taal, `rij.${rij.soort}`), datum),
    teLaat: rij.teLaat ? zeg(taal, "rij.te_laat") : "",
    heeftKnoppen: rij.knoppen.length > 0,
    knoppen: rijKnoppen(rij.knoppen, taal),
  };
};

/** What waits for this person, section by section. */
export const homeKaart = (g: HomeGegevens, taal: Taal): PostedCard => {
  const secties = g.secties.map(({ naam, rijen, meer }) => ({
    kop: punten(zeg(taal, `sectie.${naam}.kop`), rijen.length + meer > 0 ? String(rijen.length + meer) : undefined),
    leeg: rijen.length === 0 ? zeg(taal, `sectie.${naam}.leeg`) : "",
    rijen: rijen.map((rij) => rijView(rij, taal)),
    meer: meer > 0 ? zeg(taal, "home.meer", { aantal: meer }) : "",
  }));
  const titel = zeg(taal, "home.titel");
  return geplaatsteKaart(
    "home",
    { titel, tekst: titel, taal },
    {
      kop: titel,
      bel112: zeg(taal, "home.112"),
      melding: g.onbekendWoord === true ? zeg(taal, "melding.onbekend_commando") : "",
      secties,
      knoppen: knoppen(g.knoppen, taal),
    },
  );
};
