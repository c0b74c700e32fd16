import type { Card, PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import type { Dag } from "../domain/tijd/dag.js";
import { zegDag, zegDagVoluit } from "./datum.js";
import { escapeText } from "./escape.js";
import type { BerichtGegevens } from "./gegevens.js";
import { geplaatsteKaart, kaart, knoppen, punten, zeg } from "./woorden.js";

/** The casus of an actiepunt, and for whom it is recorded. */
const actieRegels = (g: BerichtGegevens, open: boolean, taal: Taal) => ({
  casus: "casus" in g && g.casus !== undefined ? zeg(taal, "bericht.actie_casus", { code: g.casus }) : undefined,
  namens: "namens" in g && g.namens !== undefined && open ? zeg(taal, "bericht.actie_namens", { functie: escapeText(g.namens) }) : "",
});

/** What somebody is and where he works, never who. */
const watIs = (g: BerichtGegevens): string =>
  g.variant === "bezorging_persoon" ? punten(...[g.functie, g.organisatie].map((naam) => naam && escapeText(naam))) : "";

/** The code with "Antwoord vóór …", and "Van: …", as far as the message has them and still asks something. */
const regels = (g: BerichtGegevens, taal: Taal): string[] => {
  const open = !("status" in g) || g.status === "open" || g.status === "gevraagd";
  const van =
    "gemeente" in g && g.gemeente !== undefined && g.variant !== "overgedragen" ? zeg(taal, "bericht.van", { gemeente: escapeText(g.gemeente) }) : undefined;
  const tafel = "tafel" in g && g.tafel !== undefined ? zeg(taal, "bericht.tafel", { tafel: escapeText(g.tafel) }) : undefined;
  const voor = open && "antwoordVoor" in g ? zeg(taal, "bericht.antwoord_voor", { datum: zegDag(g.antwoordVoor, taal) }) : undefined;
  const actie = g.variant.startsWith("actie");
  const dagZin = g.variant === "herinnering.casus_terug" || g.variant === "casus" ? "rij.op" : actie ? "rij.uiterlijk" : "bericht.voor_dag";
  const dag =
    "datum" in g && g.datum !== undefined && !g.variant.startsWith("terugkoppeling.") ? zeg(taal, dagZin, { datum: zegDag(g.datum, taal) }) : undefined;
  const code = "code" in g && g.variant !== "ontvangst" ? g.code : undefined;
  const { casus, namens } = actieRegels(g, open, taal);
  return [punten(code, casus, voor, dag), punten(van, tafel), watIs(g), namens].filter((regel) => regel !== "");
};

const dagVan = (g: BerichtGegevens): Dag | undefined => ("beloofdVoor" in g ? g.beloofdVoor : "datum" in g ? g.datum : undefined);
const gemeenteVan = (g: BerichtGegevens): string =>
  "vanGemeente" in g ? g.vanGemeente : "naarGemeente" in g ? g.naarGemeente : "gemeente" in g ? (g.gemeente ?? "") : "";

const tekst = (g: BerichtGegevens, taal: Taal): string => {
  const dag = dagVan(g);
  const gemeente = gemeenteVan(g);
  const params = {
    code: "code" in g && g.code !== undefined ? g.code : "",
    gemeente: escapeText(gemeente),
    aantal: "aantal" in g ? g.aantal : 0,
    datum: dag === undefined ? "" : zegDagVoluit(dag, taal),
  };
  const key = "status" in g && g.status !== "open" && g.status !== "gevraagd" ? `bericht.${g.variant}.${g.status}` : `bericht.${g.variant}.tekst`;
  const zin = zeg(taal, key, params);
  return g.variant.startsWith("terugkoppeling.") && dag !== undefined ? `${zin} ${zeg(taal, "bericht.terugkoppeling.datum", params)}` : zin;
};

const statusVan = (g: BerichtGegevens, taal: Taal): string =>
  "status" in g && g.status !== "open" && g.status !== "gevraagd" ? zeg(taal, `bericht_status.${g.status}`) : "";

/** A private message or notice: receipt, feedback, question, reminder. */
export const berichtKaart = (g: BerichtGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, `bericht.${g.variant}.titel`);
  const status = statusVan(g, taal);
  const data = { kop: titel, status, regels: regels(g, taal).map((regel) => ({ tekst: regel })), tekst: tekst(g, taal), knoppen: knoppen(g.knoppen, taal) };
  return geplaatsteKaart("bericht", { titel: zeg(taal, "bericht.venster"), tekst: punten(titel, "code" in g ? g.code : undefined, status), taal }, data);
};

/** In the place of a card that its readers may not see any more: no code, nothing to do. */
export const wegKaart = (taal: Taal): PostedCard => ({ ...berichtKaart({ variant: "kaart_weg", knoppen: [] }, taal), alleenVervangen: true });

/** One sentence; its window says what it is. */
export const meldingKaart = (zin: string, titel: string, taal: Taal): Card =>
  kaart("bericht", { titel, tekst: zin, taal }, false, { kop: "", status: "", regels: [], tekst: escapeText(zin), knoppen: [] });
