import type { Card } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { escapeRun, escapeText } from "./escape.js";
import { type FormulierNaam, formulieren, type Veld } from "./formulieren.js";
import type { FormulierGegevens } from "./gegevens.js";
import { vasteKeuzesVan } from "./keuzes.js";
import { kopView, regelView } from "./regels.js";
import { kaart, punten, zeg, zegMisschien } from "./woorden.js";

/** A field as the templates bind it. */
const veldView = (naam: FormulierNaam, veld: Veld, g: FormulierGegevens, taal: Taal) => {
  const key = `veld.${naam}.${veld.veld}`;
  const fout = g.fouten?.[veld.veld] ?? "";
  return {
    veld: veld.veld,
    soort: veld.soort,
    verplicht: veld.verplicht,
    max: veld.max ?? 200,
    label: zeg(taal, key),
    vink: zegMisschien(taal, `${key}.vink`),
    hulp: zegMisschien(taal, `${key}.hulp`),
    hulpId: `hulp.${veld.veld}`,
    waarde: g.waarden?.[veld.veld] ?? (veld.soort === "vinkje" ? "false" : ""),
    keuzes: (g.keuzes?.[veld.veld] ?? vasteKeuzesVan(veld.veld, taal)).map(({ titel, waarde }) => ({ titel: escapeRun(titel), waarde })),
    kies: zeg(taal, "invoer.kies"),
    vulIn: zeg(taal, `invoer.verplicht.${veld.soort}`),
    fout: fout === "" ? "" : zeg(taal, "invoer.fout", { fout: escapeText(fout) }),
    foutId: `fout.${veld.veld}`,
    verplaatsVerb: g.verplaats?.veld === veld.veld ? g.verplaats.verb : "",
    verplaatsKnop: zeg(taal, "knop.verplaats"),
  };
};
export type VeldView = ReturnType<typeof veldView>;

/** The fields of a form: those in sight and those behind "Meer vertellen". A list with nothing to choose is left out, unless it is asked. */
export const velden = (naam: FormulierNaam, g: FormulierGegevens, taal: Taal): { nu: VeldView[]; later: VeldView[] } => {
  const alle = (formulieren[naam] as readonly Veld[])
    .filter(({ veld }) => g.zonder?.includes(veld) !== true)
    .map((veld) => ({ later: veld.later === true, view: veldView(naam, veld, g, taal) }))
    .filter(({ view }) => view.verplicht || view.keuzes.length > 0 || !["keuze", "knoppen", "meerkeuze"].includes(view.soort));
  return { nu: alle.filter((v) => !v.later).map((v) => v.view), later: alle.filter((v) => v.later).map((v) => v.view) };
};

/** Fields under one heading, or behind a button that opens them. */
export type Groep = {
  readonly id: string;
  readonly velden: readonly VeldView[];
  readonly kop?: string;
  readonly teksten?: readonly string[];
  readonly openTitel?: string;
};

/** A group as the templates bind it: open when it has no button, or when something stands in it. */
export const groepView = ({ id, velden, kop = "", teksten = [], openTitel = "" }: Groep) => ({
  id: `groep.${id}`,
  velden,
  kop,
  teksten: teksten.map((tekst) => ({ tekst })),
  openTitel,
  zichtbaar: openTitel === "" || velden.some((view) => view.waarde !== "" || view.fout !== ""),
});

export const laterGroep = (velden: readonly VeldView[], taal: Taal): Groep[] =>
  velden.length === 0 ? [] : [{ id: "later", velden, openTitel: zeg(taal, "formulier.meer_vertellen") }];

/** What every form template binds beside its fields. */
export const formulierBasis = (g: FormulierGegevens, taal: Taal) => {
  const titel = zeg(taal, `formulier.${g.formulier}.titel`);
  const alleFouten = Object.keys(g.fouten ?? {}).length;
  return {
    kop: punten(titel, g.code),
    intro: zegMisschien(taal, `formulier.${g.formulier}.intro`),
    foutKop: alleFouten > 0 ? zeg(taal, "invoer.fout_kop") : "",
    regels: (g.regels ?? [])
      .map((regel) => (typeof regel === "string" ? { naam: "", waarde: regel } : regel))
      .flatMap((regel) => (regel.waarde === "" ? [kopView(regel.naam)] : regelView(regel))),
    waarschuwing: escapeRun(g.waarschuwing ?? ""),
    verstuurVerb: `${g.verb}/verstuur`,
    verstuur: zeg(taal, `formulier.${g.formulier}.verstuur`),
    data: g.data,
  };
};

/** Any form of the table, on the one generic template. */
export const formulierKaart = (g: FormulierGegevens, taal: Taal): Card => {
  const { nu, later } = velden(g.formulier, g, taal);
  const basis = formulierBasis(g, taal);
  const groepen = [{ id: "velden", velden: nu }, ...laterGroep(later, taal)].map(groepView);
  return kaart("formulier", { titel: zeg(taal, `formulier.${g.formulier}.titel`), tekst: basis.kop, taal }, g.vertrouwelijk, { ...basis, groepen });
};
