import type { Genodigde } from "../overleg/agendapunt.js";
import type { GemeenteId, OrganisatieId, Persoon } from "../persoon/persoon.js";
import { type Regio, readGemeente } from "../regio/regio.js";
import { type Dossier, vragenAan } from "../signaal/dossier.js";
import type { Relatie } from "../signaal/signaal.status.js";
import type { Dag } from "../tijd/dag.js";
import type { Blik } from "./beleid.js";

/** A dossier as one person looks at it. @property genodigd the invitation by which he reads it at a tafel. */
export type Bekeken = Dossier & { readonly relaties: readonly Relatie[]; readonly regio: Regio; readonly genodigd?: Genodigde | undefined };

/** Was one of the questions that he may read asked on a ground that was typed? */
const opEigenGrond = (persoon: Persoon, dossier: Dossier): boolean => vragenAan(persoon, dossier).some(({ inhoud }) => inhoud.convenantId === undefined);

/** The organisatie of the gemeente that has the signaal or casus. */
export const eigenaarVan = (regio: Regio, { gemeenteId }: { readonly gemeenteId: GemeenteId }): OrganisatieId => readGemeente(regio, gemeenteId).organisatieId;

/** Everything by which the policy decides what this person may see of it today. */
export const blikVan = (persoon: Persoon, bekeken: Bekeken, dag: Dag): Blik => {
  const { signaal, casus, relaties, regio, genodigd } = bekeken;
  return {
    persoon,
    relaties,
    eigenaar: eigenaarVan(regio, signaal),
    ...(casus?.route === undefined ? {} : { route: casus.route }),
    ...(casus?.voorstel === undefined ? {} : { voorstel: casus.voorstel.route }),
    eigenGrond: genodigd === undefined ? opEigenGrond(persoon, bekeken) : genodigd.convenantId === undefined,
    toestemming: casus?.inhoud?.toestemming !== undefined,
    convenanten: regio.convenanten,
    dag,
  };
};
