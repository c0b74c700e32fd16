import type { TafelChange } from "../../ports/tafel-store.js";
import { Prisma, type PrismaClient } from "./generated/client.js";
import { inrichtingToRow, overlegToRow, tokenHash } from "./rows/tafel-rows.js";
import { lookAgain } from "./work/intents.js";

type Statement = Prisma.PrismaPromise<unknown>;

/** The statements of one change to a tafel; a change of what exists only goes through at the version that was read. */
export const tafelOperations = (db: PrismaClient, change: TafelChange, now: Date): readonly Statement[] => {
  switch (change.soort) {
    case "inrichting_nieuw":
      return [db.tafelInrichtingRow.create({ data: inrichtingToRow(change.inrichting), select: { tafelId: true } })];
    case "inrichting": {
      const { tafelId, version } = change.inrichting;
      const data = { ...inrichtingToRow(change.inrichting), version: version + 1 };
      const anders = db.tafelInrichtingRow.update({ where: { tafelId, version }, data, select: { tafelId: true } });
      // Somebody may sit there now who did not, or no more.
      return [anders, ...lookAgain(db, Prisma.sql`tafel_id = ${tafelId}`, now)];
    }
    case "inrichting_concept": {
      const { tafelId, doorId, id, velden } = change.concept;
      const data = { id, velden, op: now };
      return [db.inrichtingConceptRow.upsert({ where: { tafelId_doorId: { tafelId, doorId } }, create: { tafelId, doorId, ...data }, update: data })];
    }
    case "inrichting_concept_weg":
      return [db.inrichtingConceptRow.deleteMany({ where: { tafelId: change.concept.tafelId, doorId: change.concept.doorId } })];
    case "overleg_nieuw":
      return [db.overlegRow.create({ data: overlegToRow(change.overleg), select: { id: true } })];
    case "overleg": {
      const { id, version } = change.overleg;
      return [db.overlegRow.update({ where: { id, version }, data: { ...overlegToRow(change.overleg), version: version + 1 }, select: { id: true } })];
    }
    case "agenda_feed": {
      const { persoonId, tafelId, gemaaktOp } = change.feed;
      const data = { tokenHash: tokenHash(change.token), gemaaktOp };
      return [db.agendaFeedRow.upsert({ where: { persoonId_tafelId: { persoonId, tafelId } }, create: { persoonId, tafelId, ...data }, update: data })];
    }
    case "agenda_feed_weg":
      return [db.agendaFeedRow.deleteMany({ where: { persoonId: change.feed.persoonId, tafelId: change.feed.tafelId } })];
  }
};
