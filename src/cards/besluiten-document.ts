import type { DocumentTekst } from "../domain/document.js";
import type { Taal } from "../domain/persoon/persoon.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { zegDagVoluit, zegTijd } from "./datum.js";
import type { LijstStand } from "./gegevens-besluiten.js";
import { punten, zeg } from "./woorden.js";

/** Who does what, named by organisatie and functie: a file holds no names. */
export type DocumentActie = { readonly wat: string; readonly houder: string; readonly termijn: Dag };
/** @property besloten of a casus: its title says the code, or not even that, and nothing stands under it. */
export type DocumentPunt = {
  readonly titel: string;
  readonly besloten: "nee" | "ja" | "zonder_code";
  readonly conclusie?: string;
  readonly besluiten: readonly string[];
  readonly acties: readonly DocumentActie[];
};
export type BesluitenDocument = {
  readonly tafel: string;
  readonly begin: Date;
  readonly eind: Date;
  readonly stand: LijstStand;
  readonly op?: Date;
  readonly aanwezig: readonly string[];
  readonly punten: readonly DocumentPunt[];
  readonly acties: readonly DocumentActie[];
};

type Regel = DocumentTekst["delen"][number]["regels"][number];

const actieRegel = (taal: Taal, { wat, houder, termijn }: DocumentActie): Regel => ({
  naam: zeg(taal, "besluiten.actie"),
  waarde: punten(wat, houder, zeg(taal, "besluiten.voor", { datum: zegDagVoluit(termijn, taal) })),
});

const puntRegels = (taal: Taal, { besloten, conclusie, besluiten, acties }: DocumentPunt): readonly Regel[] => {
  if (besloten === "zonder_code") return [];
  if (besloten === "ja") return [{ naam: "", waarde: zeg(taal, "besluiten.besloten") }];
  return [
    ...(conclusie === undefined || conclusie === "" ? [] : [{ naam: zeg(taal, "besluiten.conclusie"), waarde: conclusie }]),
    ...besluiten.map((waarde) => ({ naam: zeg(taal, "besluiten.besluit"), waarde })),
    ...acties.map((actie) => actieRegel(taal, actie)),
  ];
};

/** The besluitenlijst as a text for a file: the same for everybody who may have it, without casus content or names [domein 4]. */
export const besluitenDocument = (g: BesluitenDocument, taal: Taal): DocumentTekst => {
  const dag = dagVan(g.begin);
  const datum = `${zegDagVoluit(dag, taal)} ${dag.slice(0, 4)}`;
  const stand =
    g.op === undefined
      ? zeg(taal, `lijst_stand.${g.stand}`)
      : zeg(taal, "besluiten.stand_op", { stand: zeg(taal, `lijst_stand.${g.stand}`), datum: zegDagVoluit(dagVan(g.op), taal) });
  const deel = (kop: string, regels: readonly Regel[]) => (regels.length === 0 ? [] : [{ kop, regels }]);
  return {
    taal,
    naam: `${zeg(taal, "besluiten.bestandsnaam")}-${dag}`,
    titel: zeg(taal, "besluiten.document", { tafel: g.tafel }),
    onder: [`${datum}, ${zegTijd(g.begin, taal)}–${zegTijd(g.eind, taal)}`, stand, zeg(taal, "besluiten.document_uitleg")],
    delen: [
      ...deel(
        zeg(taal, "besluiten.aanwezig"),
        g.aanwezig.map((waarde) => ({ naam: "", waarde })),
      ),
      ...g.punten.map((punt, i) => ({ kop: `${i + 1}. ${punt.titel}`, regels: puntRegels(taal, punt) })),
      ...deel(
        zeg(taal, "besluiten.andere_acties"),
        g.acties.map((actie) => actieRegel(taal, actie)),
      ),
    ],
  };
};
