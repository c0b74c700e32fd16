import type { Card } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { formulierBasis, type Groep, groepView, laterGroep, type VeldView, velden } from "./formulier.js";
import type { FormulierGegevens } from "./gegevens.js";
import { kaart, zeg } from "./woorden.js";

const isBeschermd = (view: VeldView): boolean => ["adres", "bedrijf", "personen"].includes(view.veld);

const groepen = (g: FormulierGegevens, acuut: boolean, taal: Taal): Groep[] => {
  const { nu, later } = velden("signaal_melden", g, taal);
  return [
    ...(acuut ? [{ id: "belde112", velden: velden("belde112", g, taal).nu }] : []),
    { id: "velden", velden: nu.filter((view) => !isBeschermd(view)) },
    {
      id: "meldcode",
      velden: [],
      openTitel: zeg(taal, "melden.meldcode.knop"),
      teksten: ["wie", "stappen", "overleg"].map((deel) => zeg(taal, `melden.meldcode.${deel}`)),
    },
    { id: "beschermd", velden: nu.filter(isBeschermd), kop: zeg(taal, "melden.beschermd.kop"), teksten: [zeg(taal, "melden.beschermd.uitleg")] },
    ...laterGroep(later, taal),
  ];
};

/** The form of the melder. `acuut`: after "Er is nu gevaar", which also asks who called 112. */
export const signaalMeldenKaart = (g: FormulierGegevens & { readonly acuut: boolean }, taal: Taal): Card => {
  const basis = formulierBasis(g, taal);
  // An act of its own: with the number of the form it would use up what the form itself is sent with.
  const { n: _, ...gevaarData } = basis.data;
  const data = {
    ...basis,
    gevaarData,
    bel112: zeg(taal, g.acuut ? "melden.acuut" : "melden.112"),
    bel112Maat: g.acuut ? "Large" : "Medium",
    gevaarKnop: g.acuut ? "" : zeg(taal, "knop.signaal.acuut"),
    werkdagen: zeg(taal, "melden.werkdagen"),
    groepen: groepen(g, g.acuut, taal).map(groepView),
  };
  return kaart("signaal-melden", { titel: zeg(taal, "formulier.signaal_melden.titel"), tekst: basis.kop, taal }, g.vertrouwelijk, data);
};
