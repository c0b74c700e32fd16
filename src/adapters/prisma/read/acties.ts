import type { Actiepunt, ActiepuntId } from "../../../domain/actiepunt/actiepunt.js";
import { isOnafgedaan } from "../../../domain/actiepunt/actiepunt.status.js";
import type { ActiepuntCode } from "../../../domain/code.js";
import type { PersoonId } from "../../../domain/persoon/persoon.js";
import type { ActieStore, ActieZoek } from "../../../ports/actie-store.js";
import type { Prisma, PrismaClient } from "../generated/client.js";
import { rowToActiepunt } from "../rows/actie-rows.js";
import type { Kluis } from "../sleutels/kluis.js";

type Voorwaarde = Omit<ActieZoek, "statussen" | "of">;

const voorwaarde = ({
  van,
  overdrachtAan,
  tafels,
  casusId,
  overlegId,
  binnen,
  tijdGevraagd,
  overdrachtGevraagd,
  voor,
}: Voorwaarde): Prisma.ActiepuntRowWhereInput => ({
  ...(van === undefined ? {} : { actiehouderId: { in: [...van] } }),
  ...(overdrachtAan === undefined ? {} : { overdrachtAanId: { in: [...overdrachtAan] } }),
  ...(tafels === undefined ? {} : { tafelId: { in: [...tafels] } }),
  ...(casusId === undefined ? {} : { casusId }),
  ...(overlegId === undefined ? {} : { overlegId }),
  ...(binnen === undefined ? {} : { NOT: { casus: { uitgesloten: { hasSome: [...binnen] } } } }),
  ...(overdrachtGevraagd === undefined ? {} : { overdrachtAanId: { not: null } }),
  ...(tijdGevraagd === undefined ? {} : { gevraagdeTermijn: { not: null } }),
  ...(voor === undefined ? {} : { termijn: { lt: voor } }),
});

/** `open` is what the partial indexes stand on. */
const where = ({ statussen, of, ...zoek }: ActieZoek): Prisma.ActiepuntRowWhereInput => ({
  ...voorwaarde(zoek),
  status: { in: [...statussen] },
  ...(statussen.every(isOnafgedaan) ? { open: true } : {}),
  ...(of === undefined ? {} : { OR: of.map(voorwaarde) }),
});

/** Reads actiepunten, and who can be told about them. */
export const actiesReader = (db: PrismaClient, kluis: Kluis): ActieStore => ({
  findActiepunt: async (code: ActiepuntCode): Promise<Actiepunt | undefined> => {
    const row = await db.actiepuntRow.findUnique({ where: { code } });
    return row === null ? undefined : kluis.read((crypto) => rowToActiepunt(crypto, row));
  },
  readActiepunt: async (id: ActiepuntId) => {
    const row = await db.actiepuntRow.findUniqueOrThrow({ where: { id } });
    return kluis.read((crypto) => rowToActiepunt(crypto, row));
  },
  actiepunten: async (zoek, limit, vanaf = 0) => {
    const rows = await db.actiepuntRow.findMany({ where: where(zoek), orderBy: [{ termijn: "asc" }, { id: "asc" }], take: limit, skip: vanaf });
    return kluis.read((crypto) => rows.map((row) => rowToActiepunt(crypto, row)));
  },
  telActiepunten: (zoek) => db.actiepuntRow.count({ where: where(zoek) }),
  wieVervangt: async (persoonId) => {
    const rows = await db.persoonRow.findMany({ where: { plaatsvervangerId: persoonId, actief: true }, select: { id: true }, orderBy: { id: "asc" } });
    return rows.map(({ id }) => id as PersoonId);
  },
  bereikbaar: async (ids) => {
    if (ids.length === 0) return [];
    const address = { OR: [{ platform: "slack" }, { conversationId: { not: null } }] };
    const rows = await db.accountRow.findMany({
      where: { persoonId: { in: [...ids] }, persoon: { actief: true }, linkedOp: { not: null }, ...address },
      select: { persoonId: true },
      distinct: ["persoonId"],
    });
    return rows.flatMap(({ persoonId }) => (persoonId === null ? [] : [persoonId as PersoonId]));
  },
});
