import type { Casus } from "../../../domain/casus/casus.js";
import type { CasusRow, Prisma } from "../generated/client.js";
import { present } from "./present.js";

export const casusToRow = (casus: Casus): Prisma.CasusRowUncheckedCreateInput => ({
  id: casus.id,
  code: casus.code,
  version: casus.version,
  gemeenteId: casus.gemeenteId,
  geopendOp: casus.geopendOp,
  route: casus.route ?? null,
  regieOrganisatieId: casus.regieOrganisatieId ?? null,
  regiehouderId: casus.regiehouderId ?? null,
  regieStatus: casus.regieStatus,
  tafelId: casus.tafelId ?? null,
});

export const rowToCasus = (row: CasusRow): Casus => present(row) as Casus;
