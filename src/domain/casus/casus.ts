import type { Brand } from "../brand.js";
import type { CasusCode } from "../code.js";
import type { GemeenteId, OrganisatieId, PersoonId } from "../persoon/persoon.js";
import type { TafelId } from "../regio/regio.js";
import type { Route } from "../signaal/signaal.status.js";

export type CasusId = Brand<string, "CasusId">;

/** One or more signalen with vermoeden ja under a route. After a refused regie it has no route until the next T7. */
export type Casus = {
  readonly id: CasusId;
  readonly code: CasusCode;
  readonly version: number;
  readonly gemeenteId: GemeenteId;
  readonly geopendOp: Date;
  readonly route?: Route;
  readonly regieOrganisatieId?: OrganisatieId;
  readonly regiehouderId?: PersoonId;
  readonly regieStatus: "geen" | "gevraagd" | "aanvaard";
  readonly tafelId?: TafelId;
};
