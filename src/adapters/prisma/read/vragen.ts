import type { Casus, CasusId } from "../../../domain/casus/casus.js";
import type { CasusCode } from "../../../domain/code.js";
import type { GemeenteId, PersoonId } from "../../../domain/persoon/persoon.js";
import type { Overdracht, SignaalId, Vraag, VraagId } from "../../../domain/signaal/signaal.js";
import type { PrismaClient } from "../generated/client.js";
import { rowToCasus } from "../rows/casus-rows.js";
import { rowToOverdracht, rowToVraag } from "../rows/signaal-rows.js";
import type { Kluis } from "../sleutels/kluis.js";

/** Reads questions to partners. */
export const vragenReader = (db: PrismaClient, kluis: Kluis) => ({
  readVraag: async (id: VraagId): Promise<Vraag> => {
    const row = await db.vraagRow.findUniqueOrThrow({ where: { id } });
    return kluis.read((crypto) => rowToVraag(crypto, row));
  },
  findVraag: async (id: string): Promise<Vraag | undefined> => {
    const row = await db.vraagRow.findUnique({ where: { id } });
    return row === null ? undefined : kluis.read((crypto) => rowToVraag(crypto, row));
  },
  vragenVan: async (signaalId: SignaalId) => {
    const rows = await db.vraagRow.findMany({ where: { signaalId }, orderBy: [{ gesteldOp: "asc" }, { id: "asc" }] });
    return kluis.read((crypto) => rows.map((row) => rowToVraag(crypto, row)));
  },
  openVragenAan: async (persoonIds: readonly PersoonId[]) => {
    const rows = await db.vraagRow.findMany({ where: { status: "open", aanId: { in: [...persoonIds] } }, orderBy: [{ gesteldOp: "asc" }, { id: "asc" }] });
    return kluis.read((crypto) => rows.map((row) => rowToVraag(crypto, row)));
  },
});

/** Reads requests that another gemeente takes a signaal over. */
export const overdrachtenReader = (db: PrismaClient, kluis: Kluis) => ({
  findOverdracht: async (id: string): Promise<Overdracht | undefined> => {
    const row = await db.overdrachtRow.findUnique({ where: { id } });
    return row === null ? undefined : kluis.read((crypto) => rowToOverdracht(crypto, row));
  },
  openOverdrachtenNaar: async (gemeenteIds: readonly GemeenteId[]) => {
    const rows = await db.overdrachtRow.findMany({
      where: { status: "open", naarGemeenteId: { in: [...gemeenteIds] } },
      orderBy: [{ gevraagdOp: "asc" }, { id: "asc" }],
    });
    return kluis.read((crypto) => rows.map((row) => rowToOverdracht(crypto, row)));
  },
  openOverdrachtVan: async (signaalId: SignaalId): Promise<Overdracht | undefined> => {
    const row = await db.overdrachtRow.findFirst({ where: { signaalId, status: "open" } });
    return row === null ? undefined : kluis.read((crypto) => rowToOverdracht(crypto, row));
  },
});

/** Reads casussen. */
export const casussenReader = (db: PrismaClient, kluis: Kluis) => ({
  findCasus: async (code: CasusCode): Promise<Casus | undefined> => {
    const row = await db.casusRow.findUnique({ where: { code } });
    return row === null ? undefined : kluis.read((crypto) => rowToCasus(crypto, row));
  },
  readCasus: async (id: CasusId): Promise<Casus> => {
    const row = await db.casusRow.findUniqueOrThrow({ where: { id } });
    return kluis.read((crypto) => rowToCasus(crypto, row));
  },
  casussenMetRegie: async (persoonIds: readonly PersoonId[]) => {
    const wie = { in: [...persoonIds] };
    const where = { afgeslotenOp: null, OR: [{ regiehouderId: wie }, { voorstelAanId: wie }] };
    const rows = await db.casusRow.findMany({ where, orderBy: [{ geopendOp: "asc" }, { id: "asc" }] });
    return kluis.read((crypto) => rows.map((row) => rowToCasus(crypto, row)));
  },
});
