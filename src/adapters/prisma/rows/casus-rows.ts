import type { Casus, CasusInhoud } from "../../../domain/casus/casus.js";
import type { Crypto } from "../../../ports/crypto.js";
import { type CasusRow, Prisma } from "../generated/client.js";
import { plekVan } from "../sleutels/plek.js";
import { readInhoud } from "./inhoud.js";
import { filled, present } from "./present.js";

type Dicht = CasusInhoud & Pick<Casus, "fase" | "sluitReden">;

/** How far the care is and why a casus ended tell of a victim: sealed with the reasons. */
const inhoudVan = ({ inhoud, fase, sluitReden }: Casus): Dicht => ({
  ...inhoud,
  ...(fase === undefined ? {} : { fase }),
  ...(sluitReden === undefined ? {} : { sluitReden }),
});

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
    voorstelAanId: casus.voorstel?.regiehouderId ?? null,
    terugOp: casus.terugOp ?? null,
    afgeslotenOp: casus.afgeslotenOp ?? null,
    bewarenTot: casus.bewarenTot ?? null,
    inhoud: Object.keys(inhoudVan(casus)).length === 0 ? null : crypto.seal(plekVan("casus", casus), inhoudVan(casus)),
  }) satisfies Prisma.CasusRowUncheckedCreateInput;

export const rowToCasus = (crypto: Crypto, { inhoud, voorstelAanId: _, ...row }: CasusRow): Casus => {
  const gelezen = inhoud === null ? { inhoud: {} } : readInhoud(crypto, plekVan("casus", row), inhoud, {});
  const { fase = null, sluitReden = null, ...rest } = gelezen.inhoud as Dicht;
  const open = { fase, sluitReden, inhoud: Object.keys(rest).length === 0 ? null : rest };
  return present({ ...row, ...gelezen, ...open, uitgesloten: filled(row.uitgesloten) }) as unknown as Casus;
};
