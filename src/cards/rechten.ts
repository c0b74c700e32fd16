import type { PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { zegDagVoluit, zegMoment, zegTijd } from "./datum.js";
import { escapeText } from "./escape.js";
import type { RechtenGegevens } from "./gegevens-rechten.js";
import { geplaatsteKaart, knoppen, punten, zeg, zegMisschien } from "./woorden.js";

/** When it was done; a day or hour by which something must be done or ends stands in the text, with what it is for. */
const wanneer = (g: RechtenGegevens, taal: Taal): string =>
  "datum" in g || g.soort === "noodtoegang" || g.soort === "noodtoegang_voorbij" ? "" : zegMoment(g.moment, taal, g.now);

/** A private message about noodtoegang, an export or an inzageverzoek: code, day, and what somebody is; no name and no content. */
export const rechtenKaart = (g: RechtenGegevens, taal: Taal): PostedCard => {
  const kop = zeg(taal, `rechten.${g.soort}.titel`);
  const status = zegMisschien(taal, `rechten.${g.soort}.status`);
  const wie = "functie" in g ? punten(escapeText(g.functie), escapeText(g.organisatie)) : "";
  const code = "code" in g ? g.code : "";
  const regels = [punten(code, wanneer(g, taal)), wie].filter((tekst) => tekst !== "").map((tekst) => ({ tekst }));
  const dag = "datum" in g ? zegDagVoluit(g.datum, taal, g.now) : "";
  const tekst = zeg(taal, `rechten.${g.soort}.tekst`, { datum: dag, tijd: "moment" in g ? zegTijd(g.moment, taal) : "" });
  return geplaatsteKaart(
    "bericht",
    { titel: zeg(taal, "bericht.venster"), tekst: punten(kop, code, status), taal },
    { kop, status, regels, tekst, knoppen: knoppen(g.knoppen, taal) },
  );
};
