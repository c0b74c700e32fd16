import type { Casus } from "../casus/casus.js";
import { binnen } from "../delen/uitgesloten.js";
import { heeftRol, type OrganisatieId, type Persoon, type PersoonId } from "../persoon/persoon.js";
import { zelfEnNamens } from "../signaal/dossier.js";
import { buitenCasus } from "./actie-policy.js";

/**
 * Who already has a place in a casus. @property genodigden invited to one of its agendapunten; @property gevraagden asked about one of its
 * signalen, and still where they were asked; @property partijen organisaties that are party to the convenant of the tafel.
 */
export type CasusKring = {
  readonly casus: Casus;
  readonly genodigden: readonly PersoonId[];
  readonly gevraagden: readonly PersoonId[];
  readonly partijen: readonly OrganisatieId[];
};

/** May this person be told something of the casus by giving him work in it [domein 4]? Default no. */
export const magVanCasusWeten = (persoon: Persoon, { casus, genodigden, gevraagden, partijen }: CasusKring): boolean => {
  const wie = binnen(persoon, casus);
  if (!wie.actief || buitenCasus(persoon.organisatieSoort, casus)) return false;
  const heeftPlek = zelfEnNamens(wie).some((id) => genodigden.includes(id) || gevraagden.includes(id) || casus.regiehouderId === id);
  return heeftPlek || heeftRol(wie, "aandachtsfunctionaris", casus.gemeenteId) || partijen.includes(persoon.organisatieId);
};
