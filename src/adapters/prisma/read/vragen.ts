import type { Casus, CasusId } from "../../../domain/casus/casus.js";
import type { CasusCode } from "../../../domain/code.js";
import type { GemeenteId, PersoonId } from "../../../domain/persoon/persoon.js";
import type { Overdracht, SignaalId, Vraag, VraagId } from "../../../domain/signaal/signaal.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { PrismaClient } from "../generated/client.js";
import { rowToCasus } from "../rows/casus-rows.js";
import { rowToOverdracht, rowToVraag } from "../rows/signaal-rows.js";

/** Reads questions to partners. */
export const vragenReader = (db: PrismaClient, crypto: Crypto) => ({
  readVraag: async (id: VraagId): Promise<Vraag> => rowToVraag(crypto, await db.vraagRow.findUniqueOrThrow({ where: { id } })),
  findVraag: async (id: string): Promise<Vraag | undefined> => {
    const row = await db.vraagRow.findUnique({ where: { id } });
    return row === null ? undefined : rowToVraag(crypto, row);
  },
  vragenVan: async (signaalId: SignaalId) => {
    const rows = await db.vraagRow.findMany({ where: { signaalId }, orderBy: [{ gesteldOp: "asc" }, { id: "asc" }] });
    return rows.map((row) => rowToVraag(crypto, row));
  },
  openVragenAan: async (persoonIds: readonly PersoonId[]) => {
    const rows = await db.vraagRow.findMany({ where: { status: "open", aanId: { in: [...persoonIds] } }, orderBy: [{ gesteldOp: "asc" }, { id: "asc" }] });
    return rows.map((row) => rowToVraag(crypto, row));
  },
});

/** Reads requests that another gemeente takes a signaal over. */
export const overdrachtenReader = (db: PrismaClient, crypto: Crypto) => ({
  findOverdracht: async (id: string): Promise<Overdracht | undefined> => {
    const row = await db.overdrachtRow.findUnique({ where: { id } });
    return row === null ? undefined : rowToOverdracht(crypto, row);
  },
  openOverdrachtenNaar: async (gemeenteIds: readonly GemeenteId[]) => {
    const rows = await db.overdrachtRow.findMany({
      where: { status: "open", naarGemeenteId: { in: [...gemeenteIds] } },
      orderBy: [{ gevraagdOp: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => rowToOverdracht(crypto, row));
  },
  openOverdrachtVan: async (signaalId: SignaalId): Promise<Overdracht | undefined> => {
    const row = await db.overdrachtRow.findFirst({ where: { signaalId, status: "open" } });
    return row === null ? undefined : rowToOverdracht(crypto, row);
  },
});

/** Reads casussen. */
export const casussenReader = (db: PrismaClient, crypto: Crypto) => ({
  findCasus: async (code: CasusCode): Promise<Casus | undefined> => {
    const row = await db.casusRow.findUnique({ where: { code } });
    return row === null ? undefined : rowToCasus(crypto, row);
  },
  readCasus: async (id: CasusId): Promise<Casus> => rowToCasus(crypto, await db.casusRow.findUniqueOrThrow({ where: { id } })),
  casussenMetRegie: async (persoonIds: readonly PersoonId[]) => {
    const where = { regiehouderId: { in: [...persoonIds] }, afgeslotenOp: null };
    const rows = await db.casusRow.findMany({ where, orderBy: [{ geopendOp: "asc" }, { id: "asc" }] });
    return rows.map((row) => rowToCasus(crypto, row));
  },
});
