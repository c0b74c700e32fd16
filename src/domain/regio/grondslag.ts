import type { Brand } from "../brand.js";
import { gedeeldOnder, geldig } from "../delen/convenant.js";
import type { OrganisatieId } from "../persoon/persoon.js";
import type { Dag } from "../tijd/dag.js";
import type { Convenant, Regio } from "./regio.js";

type Convenanten = Pick<Regio, "convenanten">;

/** The convenant under which these organisaties may find out together whether there is a vermoeden, on this day. */
export const afstemConvenant = ({ convenanten }: Convenanten, organisaties: readonly OrganisatieId[], dag: Dag): Convenant | undefined =>
  gedeeldOnder(geldig(convenanten, dag), "afstemmen", organisaties);

/** Preset of the ground on which an analist consults records: the convenant of the RIEC, under which meldpunten work [003 2.2]. */
export const verrijkGrond = ({ convenanten }: Convenanten, dag: Dag): string | undefined =>
  geldig(convenanten, dag).find(({ soort }) => soort === "riec")?.tekst;

/** What the audit trail says of a ground: which convenant, that it was somebody's own, or an emergency. The words themselves are content. */
export type GrondSoort = Brand<string, "GrondSoort">;

const CONVENANT = "convenant:";
const eigenGrond = "eigen_grondslag" as GrondSoort;
export const noodGrond = "noodtoegang" as GrondSoort;
/** The term and its source stand in the region file and with the proof. */
export const termijnGrond = "bewaartermijn" as GrondSoort;

/** The kind of a ground that somebody typed or left as it stood ready; nothing where no ground was given. */
export const grondSoort = ({ convenanten }: Pick<Regio, "convenanten">, tekst: string | undefined): GrondSoort | undefined => {
  const getypt = tekst?.trim() ?? "";
  if (getypt === "") return undefined;
  const convenant = convenanten.find((een) => een.tekst === getypt);
  return convenant === undefined ? eigenGrond : (`${CONVENANT}${convenant.id}` as GrondSoort);
};

/** The convenant that a line of the audit trail names. */
export const convenantIn = (soort: string, { convenanten }: Pick<Regio, "convenanten">): Convenant | undefined =>
  convenanten.find(({ id }) => soort === `${CONVENANT}${id}`);
