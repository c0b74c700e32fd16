import type { OrganisatieId } from "../persoon/persoon.js";
import type { Convenant, Regio } from "./regio.js";

const withParties = (regio: Regio, organisaties: readonly OrganisatieId[]): Convenant | undefined =>
  regio.convenanten.find((convenant) => organisaties.every((id) => convenant.partijen.includes(id)));

/** Preset of "Waarom mag dit?" for sharing between organisations: the convenant to which all are party, else nothing. */
export const deelGrond = (regio: Regio, organisaties: readonly OrganisatieId[]): string | undefined => withParties(regio, organisaties)?.tekst;

/** Preset of the ground on which an analist consults records: the convenant of the RIEC, under which meldpunten work [003 2.2]. */
export const verrijkGrond = (regio: Regio): string | undefined => regio.convenanten.find((convenant) => convenant.soort === "riec")?.tekst;
