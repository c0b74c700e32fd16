import type { Card, PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { zegDag, zegDagVoluit, zegTijd } from "./datum.js";
import { escapeText } from "./escape.js";
import type { BesluitenGegevens, BesluitenlijstGegevens, BestandGegevens, DocumentLinkGegevens } from "./gegevens-besluiten.js";
import { geplaatsteKaart, kaart, knoppen, punten, rijKnoppen, zeg } from "./woorden.js";

type Moment = { readonly begin: Date; readonly eind: Date };
const wanneer = ({ begin, eind }: Moment, taal: Taal, now: Date): string =>
  `${zegDagVoluit(dagVan(begin), taal, now)}, ${zegTijd(begin, taal)}–${zegTijd(eind, taal)}`;

/** The besluitenlijsten of one person, on the template of a list. */
export const besluitenKaart = (g: BesluitenGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, "besluiten.titel");
  const rijen = g.rijen.map((rij) => ({
    kop: escapeText(rij.tafel),
    status: zeg(taal, `lijst_stand.${rij.stand}`),
    feiten: wanneer(rij, taal, g.now),
    intrekking: "",
    heeftKnoppen: rij.knoppen.length > 0,
    knoppen: rijKnoppen(rij.knoppen, taal),
  }));
  const leeg = rijen.length === 0 ? zeg(taal, "besluiten.leeg") : "";
  return geplaatsteKaart("mijn-signalen", { titel, tekst: titel, taal }, { kop: titel, leeg, rijen, knoppen: knoppen(g.knoppen, taal) });
};

/** The private card that a besluitenlijst is there; nothing of what it says. */
export const besluitenlijstKaart = (g: BesluitenlijstGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, "besluitenlijst.titel");
  const status = zeg(taal, `lijst_stand.${g.stand}`);
  const regels = [escapeText(g.tafel), wanneer(g, taal, g.now)].map((tekst) => ({ tekst }));
  const vast = g.stand === "vastgesteld" && g.vastgesteldOp !== undefined;
  const tekst = vast
    ? zeg(taal, "besluitenlijst.vastgesteld", { datum: zegDag(dagVan(g.vastgesteldOp), taal, g.now) })
    : zeg(taal, `besluitenlijst.${g.stand}`);
  const kop = { titel: zeg(taal, "bericht.venster"), tekst: punten(titel, escapeText(g.tafel), status), taal };
  return geplaatsteKaart("bericht", kop, { kop: titel, status, regels, tekst, knoppen: knoppen(g.knoppen, taal) });
};

/** Goes with a file: what to do when it does not come. */
export const bestandKaart = (g: BestandGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, "bestand.titel");
  const regels = [escapeText(g.tafel), wanneer(g, taal, g.now)].map((tekst) => ({ tekst }));
  const kop = { titel: zeg(taal, "bericht.venster"), tekst: punten(titel, escapeText(g.tafel)), taal };
  return geplaatsteKaart("bericht", kop, { kop: titel, status: "", regels, tekst: zeg(taal, "bestand.mislukt"), knoppen: knoppen(g.knoppen, taal) });
};

/** A link that works once, behind a button; also in words for a client that shows no buttons. */
export const documentLinkKaart = (g: DocumentLinkGegevens, taal: Taal): Card => {
  const titel = zeg(taal, "document_link.titel");
  const data = { kop: titel, tekst: zeg(taal, "document_link.tekst", { minuten: g.minuten }), link: g.link, open: zeg(taal, "document_link.open") };
  return kaart("document-link", { titel, tekst: titel, taal }, false, data);
};
