import type { GemeenteId, OrganisatieId, Persoon, PersoonId } from "../persoon/persoon.js";

/**
 * Whose looks one person may see: an FG those of people of his organisatie, a privacy officer those on what belongs to the
 * gemeenten that he was assigned, or to the whole region [domein 4]. A role as deputy counts for the privacy officer only:
 * the deputy of an FG may work elsewhere.
 */
export type InzageZicht = { readonly organisatieId?: OrganisatieId; readonly gemeenten: "alle" | readonly GemeenteId[] };

/** Of whom it counts that they are kept out: the person, and who he reads for when he is privacy officer as deputy alone. */
export const lezersVan = ({ id, rollen }: Persoon): readonly PersoonId[] => {
  const officer = rollen.filter(({ rol }) => rol === "privacy_officer");
  return [id, ...(officer.some(({ namens }) => namens === undefined) ? [] : officer.flatMap(({ namens }) => namens ?? []))];
};

export const inzageZicht = (persoon: Persoon): InzageZicht | undefined => {
  if (!persoon.actief) return undefined;
  const fg = persoon.rollen.some(({ rol, namens }) => rol === "fg" && namens === undefined);
  const officer = persoon.rollen.filter(({ rol }) => rol === "privacy_officer");
  if (!fg && officer.length === 0) return undefined;
  const gemeenten = officer.some(({ gemeenteId }) => gemeenteId === undefined) ? "alle" : officer.flatMap(({ gemeenteId }) => gemeenteId ?? []);
  return fg ? { organisatieId: persoon.organisatieId, gemeenten } : { gemeenten };
};
