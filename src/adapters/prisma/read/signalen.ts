import type { CasusId } from "../../../domain/casus/casus.js";
import type { SignaalCode } from "../../../domain/code.js";
import type { GemeenteId, PersoonId } from "../../../domain/persoon/persoon.js";
import type { Signaal, SignaalId } from "../../../domain/signaal/signaal.js";
import type { PrismaClient } from "../generated/client.js";
import { rowToSignaal, rowToStap } from "../rows/signaal-rows.js";
import type { Kluis } from "../sleutels/kluis.js";

/** Reads signalen and their path. */
export const signalenReader = (db: PrismaClient, kluis: Kluis) => ({
  findSignaal: async (code: SignaalCode): Promise<Signaal | undefined> => {
    const row = await db.signaalRow.findUnique({ where: { code } });
    return row === null ? undefined : kluis.read((crypto) => rowToSignaal(crypto, row));
  },
  readSignaal: async (id: SignaalId): Promise<Signaal> => {
    const row = await db.signaalRow.findUniqueOrThrow({ where: { id } });
    return kluis.read((crypto) => rowToSignaal(crypto, row));
  },
  signalenVanMelder: async (melderId: PersoonId, limit: number) => {
    const rows = await db.signaalRow.findMany({ where: { melderId }, orderBy: { ontvangenOp: "desc" }, take: limit });
    return kluis.read((crypto) => rows.map((row) => rowToSignaal(crypto, row)));
  },
  openSignalen: async (gemeenteIds: readonly GemeenteId[], limit: number) => {
    const rows = await db.signaalRow.findMany({ where: { open: true, gemeenteId: { in: [...gemeenteIds] } }, orderBy: { ontvangenOp: "asc" }, take: limit });
    return kluis.read((crypto) => rows.map((row) => rowToSignaal(crypto, row)));
  },
  signalenVanCasus: async (casusId: CasusId) => {
    const rows = await db.signaalRow.findMany({ where: { casusId }, orderBy: { ontvangenOp: "asc" } });
    return kluis.read((crypto) => rows.map((row) => rowToSignaal(crypto, row)));
  },
  stappenVan: async (signaalId: SignaalId) => {
    const rows = await db.stapRow.findMany({ where: { signaalId }, orderBy: { nr: "asc" } });
    return kluis.read((crypto) => rows.map((row) => rowToStap(crypto, row)));
  },
});
