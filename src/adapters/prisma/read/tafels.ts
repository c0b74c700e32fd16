import type { PersoonId } from "../../../domain/persoon/persoon.js";
import type { TafelId } from "../../../domain/regio/regio.js";
import type { Dag } from "../../../domain/tijd/dag.js";
import type { TafelStore } from "../../../ports/tafel-store.js";
import type { OverlegRow, PrismaClient } from "../generated/client.js";
import { rowToConcept, rowToFeed, rowToInrichting, rowToOverleg, tokenHash } from "../rows/tafel-rows.js";

const bySoonest = [{ begin: "asc" as const }, { id: "asc" as const }];

/** Reads how tafels work and when they meet. */
export const tafelsReader = (db: PrismaClient): TafelStore => ({
  inrichtingVan: async (tafelId: TafelId) => {
    const row = await db.tafelInrichtingRow.findUnique({ where: { tafelId } });
    return row === null ? undefined : rowToInrichting(row);
  },
  inrichtingen: async () => (await db.tafelInrichtingRow.findMany({ orderBy: { tafelId: "asc" } })).map(rowToInrichting),
  findInrichtingConcept: async (tafelId: TafelId, doorId: PersoonId) => {
    const row = await db.inrichtingConceptRow.findUnique({ where: { tafelId_doorId: { tafelId, doorId } } });
    return row === null ? undefined : rowToConcept(row);
  },
  findOverleg: async (id: string) => {
    const row = await db.overlegRow.findUnique({ where: { id } });
    return row === null ? undefined : rowToOverleg(row);
  },
  komendeOverleggen: async (tafelId: TafelId, vanaf: Date, limit: number) =>
    (
      await db.overlegRow.findMany({
        where: { tafelId, eind: { gt: vanaf }, status: { notIn: ["vervallen", "voorgesteld"] } },
        orderBy: bySoonest,
        take: limit,
      })
    ).map(rowToOverleg),
  voorgesteldeOverleggen: async (tafelId: TafelId) =>
    (await db.overlegRow.findMany({ where: { tafelId, status: "voorgesteld" }, orderBy: bySoonest })).map(rowToOverleg),
  eersteOverleggen: async (tafelIds: readonly TafelId[], vanaf: Date) => {
    const first = (tafelId: TafelId): Promise<OverlegRow | null> =>
      db.overlegRow.findFirst({ where: { tafelId, eind: { gt: vanaf }, status: "gepland" }, orderBy: bySoonest });
    return (await Promise.all(tafelIds.map(first))).flatMap((row) => (row === null ? [] : [rowToOverleg(row)]));
  },
  geplandeOverleggen: async (tafelId: TafelId, vanaf: Dag) =>
    (await db.overlegRow.findMany({ where: { tafelId, gepland: { gte: vanaf } }, orderBy: { gepland: "asc" } })).map(rowToOverleg),
  findAgendaFeed: async (token: string) => {
    const row = await db.agendaFeedRow.findUnique({ where: { tokenHash: tokenHash(token) } });
    return row === null ? undefined : rowToFeed(row);
  },
  agendaFeedVan: async (persoonId: PersoonId, tafelId: TafelId) => {
    const row = await db.agendaFeedRow.findUnique({ where: { persoonId_tafelId: { persoonId, tafelId } } });
    return row === null ? undefined : rowToFeed(row);
  },
});
