import type { PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { nummers } from "./agenda.js";
import { zegDag } from "./datum.js";
import { escapeText } from "./escape.js";
import type { HomeGegevens, Rij } from "./gegevens.js";
import { geplaatsteKaart, knoppen, punten, rijKnoppen, zeg } from "./woorden.js";

/** How the day of a row is said: on it, by it, before it, since it, or up to and including it. */
const dagZin = (soort: Rij["soort"]) => {
  if (soort === "stil") return "rij.sinds";
  if (soort === "convenant_loopt_af" || soort === "convenant_voorbij") return "rij.tot";
  if (soort === "agenda" || soort === "regie") return "rij.op";
  return soort === "inzageverzoek" || soort.startsWith("actie_") ? "rij.uiterlijk" : "rij.voor";
};

const rijView = (rij: Rij, taal: Taal) => {
  const wat = zeg(taal, `rij.${rij.soort}`, { punten: nummers(rij.punten ?? [], taal) });
  const over = punten(
    rij.code ?? (rij.tafel && escapeText(rij.tafel)),
    rij.casus && zeg(taal, "rij.casus", { code: rij.casus }),
    rij.titel && escapeText(rij.titel),
  );
  const datum = rij.datum && zeg(taal, dagZin(rij.soort), { datum: zegDag(rij.datum, taal) });
  return {
    // What has no name of its own is headed by what it is.
    kop: over === "" ? wat : over,
    feiten: punten(
      ...[rij.gemeente, rij.code && rij.tafel, rij.functie].map((naam) => naam && escapeText(naam)),
      over === "" ? undefined : wat,
      datum,
      rij.doorgezet === undefined ? undefined : zeg(taal, "rij.doorgezet", { aantal: rij.doorgezet }),
    ),
    teLaat: rij.teLaat ? zeg(taal, "rij.te_laat") : "",
    heeftKnoppen: rij.knoppen.length > 0,
    knoppen: rijKnoppen(rij.knoppen, taal),
  };
};

/** What waits for this person, section by section: Home, a list of actiepunten, or the daily bundle. */
export const homeKaart = (g: HomeGegevens, taal: Taal): PostedCard => {
  const secties = g.secties.map(({ naam, rijen, meer }) => ({
    kop: punten(zeg(taal, `sectie.${naam}.kop`), rijen.length + meer > 0 ? String(rijen.length + meer) : undefined),
    leeg: rijen.length === 0 ? zeg(taal, `sectie.${naam}.leeg`) : "",
    rijen: rijen.map((rij) => rijView(rij, taal)),
    meer: meer > 0 ? zeg(taal, "home.meer", { aantal: meer }) : "",
  }));
  const titel = zeg(taal, `${g.lijst?.soort ?? "home"}.titel`);
  const boven = g.lijst === undefined ? zeg(taal, "home.112") : zeg(taal, `${g.lijst.soort}.samenvatting`, g.lijst);
  const melding = g.onbekendWoord === true ? zeg(taal, "melding.onbekend_commando") : "";
  const tekst = g.lijst === undefined ? titel : punten(titel, boven);
  return geplaatsteKaart("home", { titel, tekst, taal }, { kop: titel, bel112: boven, melding, secties, knoppen: knoppen(g.knoppen, taal) });
};
