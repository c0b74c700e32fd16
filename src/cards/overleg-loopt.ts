import type { PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { regelTitel } from "./agenda.js";
import { zegDag, zegTijd } from "./datum.js";
import { escapeText } from "./escape.js";
import type { OverlegLooptGegevens } from "./gegevens-loopt.js";
import { geplaatsteKaart, knoppen, punten, zeg } from "./woorden.js";

const regelsVan = (g: OverlegLooptGegevens, taal: Taal): readonly string[] => {
  if (g.stand !== "loopt") return [punten(zegDag(dagVan(g.begin), taal), `${zegTijd(g.begin, taal)}–${zegTijd(g.eind, taal)}`)];
  const mist = g.mist.map(({ organisatie, functie }) => punten(zeg(taal, "loopt.mist", { organisatie: escapeText(organisatie) }), escapeText(functie)));
  return [
    punten(zeg(taal, "loopt.tot", { tijd: zegTijd(g.tot, taal) }), zeg(taal, "loopt.over", { aantal: g.over })),
    ...(g.besluiten + g.acties === 0 ? [] : [zeg(taal, "loopt.genoteerd", { besluiten: g.besluiten, acties: g.acties })]),
    ...mist,
  ];
};

/** What the meeting is at, and the buttons to lead it. */
export const overlegLooptKaart = (g: OverlegLooptGegevens, taal: Taal): PostedCard => {
  const kop = g.stand === "loopt" ? punten(escapeText(g.tafel), zeg(taal, "loopt.punt", { nr: g.punt.nr, totaal: g.totaal })) : escapeText(g.tafel);
  const tekst = g.stand === "loopt" ? regelTitel(g.punt, taal) : zeg(taal, `loopt.${g.stand}.tekst`);
  const data = {
    kop,
    status: zeg(taal, `loopt.${g.stand}.status`),
    regels: regelsVan(g, taal).map((regel) => ({ tekst: regel })),
    tekst,
    knoppen: knoppen(g.knoppen, taal),
  };
  return geplaatsteKaart("bericht", { titel: zeg(taal, "loopt.venster"), tekst: punten(kop, zeg(taal, `loopt.${g.stand}.status`)), taal }, data);
};
