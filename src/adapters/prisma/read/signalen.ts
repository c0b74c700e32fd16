import type { CasusId } from "../../../domain/casus/casus.js";
import type { SignaalCode } from "../../../domain/code.js";
import type { GemeenteId, PersoonId } from "../../../domain/persoon/persoon.js";
import type { Signaal, SignaalId } from "../../../domain/signaal/signaal.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { PrismaClient } from "../generated/client.js";
import { rowToSignaal, rowToStap } from "../rows/signaal-rows.js";

/** Reads signalen and their path. */
export const signalenReader = (db: PrismaClient, crypto: Crypto) => ({
  findSignaal: async (code: SignaalCode): Promise<Signaal | undefined> => {
    const row = await db.signaalRow.findUnique({ where: { code } });
    return row === null ? undefined : rowToSignaal(crypto, row);
  },
  readSignaal: async (id: SignaalId): Promise<Signaal> => rowToSignaal(crypto, await db.signaalRow.findUniqueOrThrow({ where: { id } })),
  signalenVanMelder: async (melderId: PersoonId, limit: number) => {
    const rows = await db.signaalRow.findMany({ where: { melderId }, orderBy: { ontvangenOp: "desc" }, take: limit });
    return rows.map((row) => rowToSignaal(crypto, row));
  },
  openSignalen: async (gemeenteIds: readonly GemeenteId[], limit: number) => {
    const rows = await db.signaalRow.findMany({ where: { open: true, gemeenteId: { in: [...gemeenteIds] } }, orderBy: { ontvangenOp: "asc" }, take: limit });
    return rows.map((row) => rowToSignaal(crypto, row));
  },
  signalenVanCasus: async (casusId: CasusId) => {
    const rows = await db.signaalRow.findMany({ where: { casusId }, orderBy: { ontvangenOp: "asc" } });
    return rows.map((row) => rowToSignaal(crypto, row));
  },
  stappenVan: async (signaalId: SignaalId) => {
    const rows = await db.stapRow.findMany({ where: { signaalId }, orderBy: { nr: "asc" } });
    return rows.map((row) => rowToStap(crypto, row));
  },
});
