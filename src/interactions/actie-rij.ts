import type { ActieSectie, Knop, RegioNaam, Rij } from "../cards/gegevens.js";
import { type ActieDossier, mogelijkeDaden } from "../domain/actiepunt/actie-policy.js";
import { isTeLaat, openTitel } from "../domain/actiepunt/actiepunt.js";
import type { ActieDaad, ActieRelatie } from "../domain/actiepunt/actiepunt.status.js";
import { magLezen } from "../domain/delen/lezen.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { ActieLijst, ActieRegel } from "../use-cases/find-acties.js";

/** What one can say to a question, the yes before the no. */
const antwoorden: readonly (readonly [ActieDaad, ActieDaad])[] = [
  ["overdracht_aanvaarden", "overdracht_weigeren"],
  ["geef_tijd", "weiger_tijd"],
  ["afronden", "terugsturen"],
];

type Gezien = Pick<ActieDossier, "actiepunt" | "casus" | "convenanten"> & { readonly relaties: readonly ActieRelatie[] };

const knop = ({ actiepunt }: Gezien, wat: string, plek: Knop["plek"], more: Readonly<Record<string, string>> = {}): Knop => ({
  verb: `actie.${wat}`,
  data: { a: actiepunt.code, ...more },
  plek,
});

/** At most three: the thing to do now, Lees, Meer. @param more what an answer needs to know about where the button stood. */
export const actieKnoppen = (persoon: Persoon, gezien: Gezien, more: Readonly<Record<string, string>> = {}): readonly Knop[] => {
  const daden = mogelijkeDaden(gezien.relaties, gezien.actiepunt);
  const lezen = magLezen(persoon, gezien.relaties, gezien) ? [knop(gezien, "lezen", "naast")] : [];
  const meer = daden.length > 0 ? [knop(gezien, "meer", "naast")] : [];
  const vraag = antwoorden.find(([ja]) => daden.includes(ja));
  if (vraag !== undefined) return [knop(gezien, vraag[0], "eerst", more), ...lezen, knop(gezien, vraag[1], "naast")];
  if (!daden.includes("gereedmelden")) return [...lezen, ...meer];
  return [knop(gezien, "gereedmelden", "eerst"), ...lezen, ...meer];
};

/** Everything this one person may do with it now, for the window behind "Meer". */
export const alleActieKnoppen = (persoon: Persoon, gezien: Gezien): readonly Knop[] => {
  const [eerste, ...rest] = mogelijkeDaden(gezien.relaties, gezien.actiepunt);
  return [
    ...(eerste === undefined ? [] : [knop(gezien, eerste, "eerst")]),
    ...rest.map((daad) => knop(gezien, daad, "naast")),
    ...(magLezen(persoon, gezien.relaties, gezien) ? [knop(gezien, "lezen", "naast")] : []),
  ];
};

export const tafelNaam = (regio: Regio, { actiepunt }: Pick<ActieDossier, "actiepunt">): RegioNaam =>
  (regio.tafels.find((tafel) => tafel.id === actiepunt.tafelId)?.naam ?? actiepunt.tafelId) as RegioNaam;

/** What the readers of a tafel may see of its title stands with the policy: a colleague of the organisatie sees the code only. */
export const actieRij = (persoon: Persoon, regio: Regio, now: Date, regel: ActieRegel, more: Readonly<Record<string, string>> = {}): Rij => {
  const { actiepunt, actiehouder, casus, relaties } = regel;
  const titel = magLezen(persoon, relaties, regel) ? openTitel(actiepunt) : undefined;
  return {
    code: actiepunt.code,
    soort: `actie_${actiepunt.status}`,
    tafel: tafelNaam(regio, regel),
    datum: actiepunt.termijn,
    teLaat: isTeLaat(actiepunt, dagVan(now)),
    ...(actiepunt.doorgezet === 0 ? {} : { doorgezet: actiepunt.doorgezet }),
    knoppen: actieKnoppen(persoon, regel, more),
    ...(casus === undefined ? {} : { casus: casus.code }),
    ...(titel === undefined ? {} : { titel }),
    ...(relaties.includes("actiehouder") ? {} : { functie: actiehouder.functie as RegioNaam }),
  };
};

/** A section that shows what there is room for. */
export const actieSectie = (naam: ActieSectie, { regels, totaal }: ActieLijst, aantal: number, rij: (regel: ActieRegel) => Rij) => ({
  naam,
  rijen: regels.slice(0, aantal).map(rij),
  meer: Math.max(0, totaal - Math.min(regels.length, aantal)),
});
