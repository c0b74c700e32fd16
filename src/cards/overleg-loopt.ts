import type { PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { regelTitel } from "./agenda.js";
import { zegDag, zegTijd } from "./datum.js";
import { escapeText } from "./escape.js";
import type { OverlegLooptGegevens } from "./gegevens-loopt.js";
import { geplaatsteKaart, knoppen, punten, zeg } from "./woorden.js";

const wanneer = ({ begin, eind }: OverlegLooptGegevens, taal: Taal): string =>
  punten(zegDag(dagVan(begin), taal), `${zegTijd(begin, taal)}–${zegTijd(eind, taal)}`);

const regelsVan = (g: OverlegLooptGegevens, taal: Taal): readonly string[] => {
  const tafel = escapeText(g.tafel);
  if (g.stand !== "loopt") return [wanneer(g, taal)];
  const mist = g.mist.map(({ organisatie, functie }) => punten(zeg(taal, "loopt.mist", { organisatie: escapeText(organisatie) }), escapeText(functie)));
  return [
    punten(tafel, zeg(taal, "loopt.punt", { nr: g.punt.nr, totaal: g.totaal }), zeg(taal, "loopt.tot", { tijd: zegTijd(g.tot, taal) })),
    punten(
      zeg(taal, "loopt.over", { aantal: g.over }),
      g.besluiten + g.acties === 0 ? undefined : zeg(taal, "loopt.genoteerd", { besluiten: g.besluiten, acties: g.acties }),
    ),
    ...mist,
  ];
};

/** What the meeting is at, and the buttons to lead it. */
export const overlegLooptKaart = (g: OverlegLooptGegevens, taal: Taal): PostedCard => {
  const kop = g.stand === "loopt" ? regelTitel(g.punt, taal) : escapeText(g.tafel);
  const vraag = g.stand === "loopt" && g.punt.soort === "vast" ? "vast" : g.stand;
  const status = zeg(taal, `loopt.${g.stand}.status`);
  const data = {
    kop,
    status,
    regels: regelsVan(g, taal).map((tekst) => ({ tekst })),
    tekst: zeg(taal, `loopt.${vraag}.tekst`),
    knoppen: knoppen(g.knoppen, taal),
  };
  return geplaatsteKaart("bericht", { titel: zeg(taal, "loopt.venster"), tekst: punten(escapeText(g.tafel), kop, status), taal }, data);
};
