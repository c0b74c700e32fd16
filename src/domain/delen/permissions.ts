import {
  findTransition,
  leesbareStatussen,
  openStatussen,
  type Relatie,
  type SignaalStatus,
  signaalStatussen,
  type TransitionName,
} from "../signaal/signaal.status.js";

/**
 * What can be done with a signaal, in the order in which buttons show it. A row with `transitions` takes status and
 * relatie from the state machine; the others name them here, `beurt` a status per relatie.
 */
type Row =
  | { readonly action: string; readonly beurt: Readonly<Partial<Record<Relatie, readonly SignaalStatus[]>>> }
  | { readonly action: string; readonly transitions: readonly TransitionName[] }
  | { readonly action: string; readonly relaties: readonly Relatie[]; readonly statussen: readonly SignaalStatus[] };

/** Whose turn it is to handle a signaal. */
export const beurt = {
  analist: ["bij_meldpunt", "in_verrijking"],
  aandachtsfunctionaris: ["bij_aandachtsfunctionaris", "in_afstemming", "vermoeden"],
} as const satisfies Readonly<Partial<Record<Relatie, readonly SignaalStatus[]>>>;

export const signaalActions = [
  { action: "signaal.oppakken", beurt },
  { action: "signaal.start_verrijking", transitions: ["start_verrijking"] },
  { action: "signaal.verrijken", transitions: ["versterken", "niet_versterken"] },
  { action: "signaal.terughalen", transitions: ["terughalen"] },
  { action: "signaal.vraag_partners", transitions: ["afstemmen", "nog_een_partner"] },
  { action: "signaal.beoordelen", transitions: ["gemeentelijk_oppakken", "vermoeden_vaststellen"] },
  { action: "signaal.route_kiezen", transitions: ["route_zorg", "route_zorg_straf", "route_ondermijning"] },
  { action: "signaal.inbrengen", transitions: ["op_tafel_brengen", "aan_tafel_voorleggen"] },
  { action: "signaal.van_tafel", transitions: ["van_tafel_naar_zorg", "van_tafel_naar_zorg_straf", "van_tafel_naar_ondermijning"] },
  { action: "signaal.tafel_besluit", transitions: ["activeren", "sluiten_aan_tafel"] },
  { action: "casus.andere_route", transitions: ["andere_route_zorg", "andere_route_zorg_straf", "andere_route_ondermijning"] },
  { action: "casus.afsluiten", transitions: ["afsluiten"] },
  { action: "regie.teruggeven", transitions: ["regie_teruggeven"] },
  { action: "signaal.heropenen", transitions: ["heropenen"] },
  { action: "signaal.vervallen_ongedaan", transitions: ["vervallen_ongedaan"] },
  {
    action: "signaal.bekijken",
    relaties: ["melder", "analist", "aandachtsfunctionaris", "regiehouder", "nieuwe_regiehouder", "gevraagde_partner", "noodtoegang"],
    statussen: leesbareStatussen,
  },
  { action: "signaal.meer", relaties: ["analist", "aandachtsfunctionaris", "regiehouder", "gevraagde_partner"], statussen: leesbareStatussen },
  { action: "signaal.aanvullen", relaties: ["melder", "analist", "aandachtsfunctionaris"], statussen: leesbareStatussen },
  { action: "signaal.vastleggen", relaties: ["aandachtsfunctionaris"], statussen: ["in_afstemming"] },
  { action: "signaal.naar_analist", transitions: ["naar_analist"] },
  { action: "signaal.overdragen", beurt },
  { action: "signaal.koppelen", transitions: ["koppelen_zorg", "koppelen_zorg_straf", "koppelen_ondermijning", "koppelen_actief"] },
  { action: "signaal.ontkoppelen", transitions: ["ontkoppelen"] },
  { action: "signaal.andere_gemeente", transitions: ["overdragen_aan_gemeente"] },
  { action: "signaal.acuut_markeren", relaties: ["melder", "analist", "aandachtsfunctionaris", "regiehouder", "gevraagde_partner"], statussen: openStatussen },
  { action: "signaal.aanhouden", relaties: ["aandachtsfunctionaris", "regiehouder", "gevraagde_politie"], statussen: openStatussen },
  { action: "signaal.buiten_houden", relaties: ["aandachtsfunctionaris"], statussen: leesbareStatussen },
  { action: "signaal.laten_vervallen", transitions: ["laten_vervallen"] },
  { action: "signaal.intrekken", relaties: ["melder"], statussen: openStatussen },
] as const satisfies readonly Row[];
export type SignaalAction = (typeof signaalActions)[number]["action"];

const allows = (row: Row, relatie: Relatie, status: SignaalStatus): boolean => {
  if ("transitions" in row) return row.transitions.some((name) => findTransition(name, status)?.by.includes(relatie) === true);
  if ("beurt" in row) return row.beurt[relatie]?.includes(status) === true;
  return row.statussen.includes(status) && row.relaties.includes(relatie);
};

/** May somebody with these relaties do this to a signaal in this status? Default no. */
export const may = (mijn: readonly Relatie[], action: SignaalAction, status: SignaalStatus): boolean => {
  const row = signaalActions.find((candidate) => candidate.action === action);
  return row !== undefined && mijn.some((relatie) => allows(row, relatie, status));
};

/** Could they do this in some other status? Tells "not any more" from "you may not". */
export const mayAtSomeMoment = (mijn: readonly Relatie[], action: SignaalAction): boolean => signaalStatussen.some((status) => may(mijn, action, status));

/** All actions for these relaties in this status, in button order. */
export const possibleActions = (mijn: readonly Relatie[], status: SignaalStatus): readonly SignaalAction[] =>
  signaalActions.filter((row) => mijn.some((relatie) => allows(row, relatie, status))).map((row) => row.action);
