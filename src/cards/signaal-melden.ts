import type { Card } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { formulierBasis, heeftInhoud, velden } from "./formulier.js";
import type { FormulierGegevens } from "./gegevens.js";
import { kaart, zeg } from "./woorden.js";

const beschermd = ["adres", "bedrijf", "personen"];

/** The form of the melder. `acuut`: after "Er is nu gevaar", which also asks who called 112. */
export const signaalMeldenKaart = (g: FormulierGegevens & { readonly acuut: boolean }, taal: Taal): Card => {
  const { nu, later } = velden("signaal_melden", g, taal);
  const basis = formulierBasis(g, taal);
  const data = {
    ...basis,
    acuut: g.acuut,
    bel112: zeg(taal, g.acuut ? "melden.acuut" : "melden.112"),
    werkdagen: zeg(taal, "melden.werkdagen"),
    gevaarKnop: zeg(taal, "knop.signaal.acuut"),
    belde112: g.acuut ? velden("belde112", g, taal).nu : [],
    velden: nu.filter((view) => !beschermd.includes(view.veld)),
    beschermdKop: zeg(taal, "melden.beschermd.kop"),
    beschermdUitleg: zeg(taal, "melden.beschermd.uitleg"),
    beschermd: nu.filter((view) => beschermd.includes(view.veld)),
    meldcodeKnop: zeg(taal, "melden.meldcode.knop"),
    meldcode: ["wie", "stappen", "overleg"].map((deel) => ({ tekst: zeg(taal, `melden.meldcode.${deel}`) })),
    later,
    laterZichtbaar: heeftInhoud(later),
  };
  return kaart("signaal-melden", { titel: zeg(taal, "formulier.signaal_melden.titel"), tekst: basis.kop, taal }, g.vertrouwelijk, data);
};
