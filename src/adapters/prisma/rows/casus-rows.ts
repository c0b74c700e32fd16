import type { Casus } from "../../../domain/casus/casus.js";
import type { Crypto } from "../../../ports/crypto.js";
import { type CasusRow, Prisma } from "../generated/client.js";
import { plekVan } from "../sleutels/plek.js";
import { filled, present } from "./present.js";

export const casusToRow = (crypto: Crypto, casus: Casus) =>
  ({
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
    uitgesloten: [...(casus.uitgesloten ?? [])],
    voorstel: casus.voorstel ?? Prisma.DbNull,
    fase: casus.fase ?? null,
    terugOp: casus.terugOp ?? null,
    afgeslotenOp: casus.afgeslotenOp ?? null,
    sluitReden: casus.sluitReden ?? null,
    bewarenTot: casus.bewarenTot ?? null,
    inhoud: casus.inhoud === undefined ? null : crypto.seal(plekVan("casus", casus), casus.inhoud),
  }) satisfies Prisma.CasusRowUncheckedCreateInput;

export const rowToCasus = (crypto: Crypto, { inhoud, ...row }: CasusRow): Casus =>
  present({ ...row, uitgesloten: filled(row.uitgesloten), inhoud: inhoud === null ? null : crypto.open(plekVan("casus", row), inhoud) }) as unknown as Casus;
