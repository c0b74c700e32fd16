import { randomInt } from "node:crypto";
import type { RegioChange } from "../../ports/regio-store.js";
import type { Prisma, PrismaClient } from "./generated/client.js";
import { channelToRow, tafelToRow } from "./rows/regio-rows.js";

type Statement = Prisma.PrismaPromise<unknown>;

/** Behind everything that the region file names. */
const NA_HET_BESTAND = 100_000;

const change = (db: PrismaClient, wat: RegioChange, now: Date): readonly Statement[] => {
  switch (wat.soort) {
    case "tafel_nieuw":
      return [db.tafelRow.create({ data: tafelToRow(wat.tafel, NA_HET_BESTAND), select: { id: true } })];
    case "tafel_einde": {
      const { id, beeindigdOp = null } = wat.tafel;
      const was = beeindigdOp === null ? { not: null } : null;
      return [db.tafelRow.update({ where: { id, beeindigdOp: was }, data: { beeindigdOp }, select: { id: true } })];
    }
    case "channel_nieuw":
      return [db.channelRow.create({ data: { ...channelToRow(wat.channel, NA_HET_BESTAND), serviceUrl: wat.serviceUrl ?? null }, select: { id: true } })];
    case "channel_weg": {
      const recipient = `channel:${wat.channelId}`;
      return [
        db.channelRow.delete({ where: { id: wat.channelId, uitChat: true }, select: { id: true } }),
        db.channelPubliekRow.deleteMany({ where: { channelId: wat.channelId } }),
        db.outgoingRow.updateMany({ where: { recipient, status: "wacht" }, data: { status: "gestopt", klaarOp: now } }),
      ];
    }
  }
};

/** The statements of a change of the region; every instance reads the region again, and an import that runs meanwhile starts over. */
export const regioChangeOperations = (db: PrismaClient, wat: RegioChange, now: Date): readonly Statement[] => [
  ...change(db, wat, now),
  db.regioRow.update({ where: { id: 1 }, data: { version: randomInt(2 ** 31 - 1) }, select: { id: true } }),
];
