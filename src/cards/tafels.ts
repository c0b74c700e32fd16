import type { Card, PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { zegDag, zegDatum, zegTijd } from "./datum.js";
import { escapeText } from "./escape.js";
import type {
  AgendaLinkGegevens,
  KanaalBerichtGegevens,
  OverlegGegevens,
  OverleggenGegevens,
  RoosterProefGegevens,
  TafelsGegevens,
} from "./gegevens-tafels.js";
import { zegRooster, zegRoosterDag } from "./rooster.js";
import { geplaatsteKaart, kaart, knoppen, punten, rijKnoppen, zeg } from "./woorden.js";

const plek = (tekst: string | undefined): string | undefined => tekst && escapeText(tekst);
const tijden = (begin: Date, eind: Date, taal: Taal): string => `${zegTijd(begin, taal)}–${zegTijd(eind, taal)}`;
/** "do 3 december, 10.00–11.30". */
const wanneer = ({ begin, eind }: { readonly begin: Date; readonly eind: Date }, taal: Taal, now: Date): string =>
  `${zegDag(dagVan(begin), taal, now)}, ${tijden(begin, eind, taal)}`;

type TafelRij = TafelsGegevens["rijen"][number];
const tafelFeit = ({ beeindigdOp, rooster }: TafelRij, taal: Taal, now: Date): string => {
  if (beeindigdOp !== undefined) return zeg(taal, "tafels.gestopt", { datum: zegDag(dagVan(beeindigdOp), taal, now) });
  return rooster === undefined ? zeg(taal, "tafels.niet_ingericht") : zegRooster(rooster, taal);
};
const tafelVolgende = ({ volgende, rooster, plaats }: TafelRij, taal: Taal, now: Date): string => {
  if (volgende === undefined) return rooster === undefined ? "" : zeg(taal, "tafels.geen_volgende");
  return punten(zeg(taal, "tafels.volgende", { datum: zegDag(dagVan(volgende), taal, now), tijd: zegTijd(volgende, taal) }), plek(plaats));
};

/** The tafels of one person, on the template of a list. */
export const tafelsKaart = (g: TafelsGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, "tafels.titel");
  const rijen = g.rijen.map((rij) => ({
    kop: escapeText(rij.tafel),
    status: rij.rollen.map((rol) => zeg(taal, `tafel_rol.${rol}`)).join(", "),
    feiten: tafelFeit(rij, taal, g.now),
    intrekking: rij.beeindigdOp === undefined ? tafelVolgende(rij, taal, g.now) : "",
    heeftKnoppen: rij.knoppen.length > 0,
    knoppen: rijKnoppen(rij.knoppen, taal),
  }));
  const leeg = rijen.length === 0 ? zeg(taal, "tafels.leeg") : "";
  return geplaatsteKaart("mijn-signalen", { titel, tekst: titel, taal }, { kop: titel, leeg, rijen, knoppen: knoppen(g.knoppen, taal) });
};

/** The coming overleggen of one tafel. */
export const overleggenKaart = (g: OverleggenGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, "overleggen.titel");
  const rijen = g.rijen.map((rij) => ({
    kop: wanneer(rij, taal, g.now),
    status: rij.soort === "regulier" ? "" : zeg(taal, `overleg_soort.${rij.soort}`),
    feiten: plek(rij.plaats) ?? zeg(taal, "overleggen.geen_plaats"),
    intrekking: punten(
      rij.van === undefined ? undefined : zeg(taal, "rooster.dag.verzet", { dag: zegDag(rij.van, taal, g.now) }),
      rij.schoolvakantie ? zeg(taal, "rooster.dag.schoolvakantie") : undefined,
    ),
    heeftKnoppen: rij.knoppen.length > 0,
    knoppen: rijKnoppen(rij.knoppen, taal),
  }));
  const kop = punten(titel, escapeText(g.tafel));
  const leeg = rijen.length === 0 ? zeg(taal, "overleggen.leeg") : "";
  return geplaatsteKaart("mijn-signalen", { titel, tekst: kop, taal }, { kop, leeg, rijen, knoppen: knoppen(g.knoppen, taal) });
};

const overlegRegels = (g: OverlegGegevens, taal: Taal): readonly (string | undefined)[] => {
  if (g.variant === "rooster")
    return [
      escapeText(g.tafel),
      zegRooster(g.rooster, taal),
      g.begin && zeg(taal, "tafels.volgende", { datum: zegDag(dagVan(g.begin), taal, g.now), tijd: zegTijd(g.begin, taal) }),
    ];
  if (!("begin" in g) || !("eind" in g)) return [escapeText(g.tafel)];
  return [escapeText(g.tafel), wanneer(g, taal, g.now), punten(plek(g.plaats), plek(g.link))];
};

const overlegTekst = (g: OverlegGegevens, taal: Taal): string => {
  if (g.variant === "verzet") return zeg(taal, "overleg.verzet.tekst", { van: zegDag(g.van, taal, g.now) });
  return zeg(taal, g.variant === "bezetting" && g.status !== "open" ? `overleg.bezetting.${g.status}` : `overleg.${g.variant}.tekst`);
};

/** A private word about an overleg. */
export const overlegKaart = (g: OverlegGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, `overleg.${g.variant}.titel`);
  const regels = overlegRegels(g, taal).flatMap((tekst) => (tekst === undefined || tekst === "" ? [] : [{ tekst }]));
  const data = { kop: titel, status: "", regels, tekst: overlegTekst(g, taal), knoppen: knoppen(g.knoppen, taal) };
  return geplaatsteKaart("bericht", { titel: zeg(taal, "bericht.venster"), tekst: punten(titel, escapeText(g.tafel)), taal }, data);
};

/** In a channel: which tafel it belongs to. */
export const kanaalBerichtKaart = (g: KanaalBerichtGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, `kanaalbericht.${g.variant}.titel`);
  const data = {
    kop: titel,
    status: "",
    regels: [{ tekst: escapeText(g.tafel) }],
    tekst: zeg(taal, `kanaalbericht.${g.variant}.tekst`),
    knoppen: knoppen(g.knoppen, taal),
  };
  return geplaatsteKaart("bericht", { titel: zeg(taal, "bericht.venster"), tekst: punten(titel, escapeText(g.tafel)), taal }, data);
};

/** What a form leads to, before it is saved. */
export const roosterProefKaart = (g: RoosterProefGegevens, taal: Taal): Card => {
  const titel = zeg(taal, "rooster_proef.titel");
  const vast = g.rooster.soort === "vast";
  const regels = [escapeText(g.tafel), zegRooster(g.rooster, taal), ...g.dagen.map((dag) => zegRoosterDag(dag, taal, g.now))].map((tekst) => ({ tekst }));
  const tekst = zeg(taal, vast ? "rooster_proef.tekst" : "rooster_proef.op_verzoek");
  return kaart("bericht", { titel, tekst: titel, taal }, false, {
    kop: zeg(taal, "rooster_proef.kop"),
    status: "",
    regels,
    tekst,
    knoppen: knoppen(g.knoppen, taal),
  });
};

/** A person's calendar link for a tafel. */
export const agendaLinkKaart = (g: AgendaLinkGegevens, taal: Taal): Card => {
  const titel = zeg(taal, "agenda_link.titel");
  const tekst =
    g.link !== undefined
      ? zeg(taal, "agenda_link.nieuw")
      : g.sinds === undefined
        ? zeg(taal, "agenda_link.geen")
        : zeg(taal, "agenda_link.sinds", { datum: zegDatum(g.sinds, taal) });
  const regels = [escapeText(g.tafel), g.link === undefined ? "" : escapeText(g.link)].filter((regel) => regel !== "").map((regel) => ({ tekst: regel }));
  return kaart("bericht", { titel, tekst: titel, taal }, false, { kop: titel, status: "", regels, tekst, knoppen: knoppen(g.knoppen, taal) });
};
