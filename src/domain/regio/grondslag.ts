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
