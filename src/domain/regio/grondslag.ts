import type { Brand } from "../brand.js";
import type { OrganisatieId } from "../persoon/persoon.js";
import type { Convenant, Regio } from "./regio.js";

const withParties = (regio: Regio, organisaties: readonly OrganisatieId[]): Convenant | undefined =>
  regio.convenanten.find((convenant) => organisaties.every((id) => convenant.partijen.includes(id)));

/** Preset of "Waarom mag dit?" for sharing between organisations: the convenant to which all are party, else nothing. */
export const deelGrond = (regio: Regio, organisaties: readonly OrganisatieId[]): string | undefined => withParties(regio, organisaties)?.tekst;

/** Preset of the ground on which an analist consults records: the convenant of the RIEC, under which meldpunten work [003 2.2]. */
export const verrijkGrond = (regio: Regio): string | undefined => regio.convenanten.find((convenant) => convenant.soort === "riec")?.tekst;

/** What the audit trail says of a ground: which convenant, that it was somebody's own, or an emergency. The words themselves are content. */
export type GrondSoort = Brand<string, "GrondSoort">;

const CONVENANT = "convenant:";
const eigenGrond = "eigen_grondslag" as GrondSoort;
export const noodGrond = "noodtoegang" as GrondSoort;

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
