import type { OrganisatieId } from "../persoon/persoon.js";
import type { Route } from "../signaal/signaal.status.js";
import type { Dag } from "../tijd/dag.js";
import { plusDagen } from "../tijd/tijd.js";

/** What something is shared for: to find out together whether there is a vermoeden, or the casus under its route [003 Privacy; domein 4]. */
export const deelDoelen = ["afstemmen", "zorg", "zorg_straf", "ondermijning"] as const;
export type DeelDoel = (typeof deelDoelen)[number];

/** What a convenant can open to a party. Who the melder is, and what other partners said, is in no convenant [domein 2]. */
export const gegevensSoorten = ["melding", "kenmerken", "beschermd", "verrijking", "oordeel", "zorg", "besluiten"] as const;
export type GegevensSoort = (typeof gegevensSoorten)[number];

/** What an organisatie is to the data that is shared under a convenant [AVG art. 4, 26, 28]. */
export const verantwoordelijkheden = ["verantwoordelijk", "gezamenlijk_verantwoordelijk", "verwerker"] as const;

/** @property gegevens what it may read of a signaal or casus of another, when it is asked or invited. */
export type Partij = {
  readonly organisatieId: OrganisatieId;
  readonly rol: (typeof verantwoordelijkheden)[number];
  readonly gegevens: readonly GegevensSoort[];
};

/** The agreement under which partners share. @property bron the law it stands on. @property geldigTot the last day. */
export type Afspraak = {
  readonly bron: string;
  readonly doelen: readonly DeelDoel[];
  readonly geldigVan: Dag;
  readonly geldigTot?: Dag;
  readonly partijen: readonly Partij[];
};

export const doelVan = (route: Route | undefined): DeelDoel => route ?? "afstemmen";

/** Those that hold on this day. */
export const geldig = <A extends Afspraak>(convenanten: readonly A[], dag: Dag): readonly A[] =>
  convenanten.filter(({ geldigVan, geldigTot }) => geldigVan <= dag && (geldigTot === undefined || dag <= geldigTot));

/** Days before its end at which whoever keeps the convenanten reads it: time for a new one to be signed by all. */
const AFLOPEND_DAGEN = 60;

/** Another one takes its place: for the same purposes, with the same parties, from the day after or, when that is past, today. */
const heeftOpvolger = <A extends Afspraak>(een: A, geldigTot: Dag, dag: Dag, alle: readonly A[]): boolean => {
  const daarna = plusDagen(geldigTot, 1);
  return geldig(alle, daarna < dag ? dag : daarna).some(
    (ander) =>
      een.doelen.every((doel) => ander.doelen.includes(doel)) && een.partijen.every(({ organisatieId }) => partijIn(ander, organisatieId) !== undefined),
  );
};

/** Those that end soon or did already and that nothing takes the place of, the first one first. */
export const aflopend = <A extends Afspraak>(convenanten: readonly A[], dag: Dag): readonly (A & { readonly geldigTot: Dag })[] =>
  convenanten
    .flatMap((een) => (een.geldigTot === undefined ? [] : [{ ...een, geldigTot: een.geldigTot }]))
    .filter((een) => een.geldigTot <= plusDagen(dag, AFLOPEND_DAGEN) && !heeftOpvolger<Afspraak>(een, een.geldigTot, dag, convenanten))
    .sort((a, b) => (a.geldigTot < b.geldigTot ? -1 : 1));

export const partijIn = ({ partijen }: Afspraak, organisatieId: OrganisatieId): Partij | undefined =>
  partijen.find((een) => een.organisatieId === organisatieId);

export const organisatiesIn = (convenant: Afspraak | undefined): readonly OrganisatieId[] =>
  convenant?.partijen.map(({ organisatieId }) => organisatieId) ?? [];

/** The first one for this purpose to which all of them are party. */
export const gedeeldOnder = <A extends Afspraak>(convenanten: readonly A[], doel: DeelDoel, organisaties: readonly OrganisatieId[]): A | undefined =>
  convenanten.find((een) => een.doelen.includes(doel) && organisaties.every((id) => partijIn(een, id) !== undefined));
