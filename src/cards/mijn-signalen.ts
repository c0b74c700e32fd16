import type { PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { zegDag, zegDatum } from "./datum.js";
import type { MijnSignalenGegevens } from "./gegevens.js";
import { geplaatsteKaart, knoppen, punten, rijKnoppen, zeg } from "./woorden.js";

/** A melder's own signalen: where each stands, and by when he hears more. */
export const mijnSignalenKaart = (g: MijnSignalenGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, "mijn.titel");
  const rijen = g.rijen.map((rij) => ({
    kop: rij.code,
    status: zeg(taal, `melder_status.${rij.status}`),
    feiten: punten(
      zeg(taal, "mijn.gemeld", { datum: zegDatum(rij.ontvangenOp, taal) }),
      rij.beloofdVoor && zeg(taal, "mijn.beloofd", { datum: zegDag(rij.beloofdVoor, taal) }),
    ),
    intrekking: rij.intrekkingGevraagd ? zeg(taal, "mijn.intrekking") : "",
    heeftKnoppen: rij.knoppen.length > 0,
    knoppen: rijKnoppen(rij.knoppen, taal),
  }));
  const leeg = rijen.length === 0 ? zeg(taal, "mijn.leeg") : "";
  return geplaatsteKaart("mijn-signalen", { titel, tekst: titel, taal }, { kop: titel, leeg, rijen, knoppen: knoppen(g.knoppen, taal) });
};
