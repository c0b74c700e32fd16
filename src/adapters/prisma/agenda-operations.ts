import type { AgendaChange } from "../../ports/agenda-store.js";
import type { Crypto } from "../../ports/crypto.js";
import type { Prisma, PrismaClient } from "./generated/client.js";
import { agendapuntToRow, agendaToRow, verloopToRow } from "./rows/agenda-rows.js";
import { tokenHash } from "./rows/tafel-rows.js";

/** The statements of one change to an agenda; a change of what exists only goes through at the version that was read. */
export const agendaOperations = (db: PrismaClient, crypto: Crypto, change: AgendaChange): readonly Prisma.PrismaPromise<unknown>[] => {
  switch (change.soort) {
    case "agendapunt_nieuw":
      return [db.agendapuntRow.create({ data: agendapuntToRow(crypto, change.agendapunt), select: { id: true } })];
    case "agendapunt": {
      const { id, version } = change.agendapunt;
      const data = { ...agendapuntToRow(crypto, change.agendapunt), version: version + 1 };
      return [db.agendapuntRow.update({ where: { id, version }, data, select: { id: true } })];
    }
    case "agenda_nieuw":
      return [db.agendaRow.create({ data: agendaToRow(change.agenda), select: { overlegId: true } })];
    case "agenda": {
      const { overlegId, version } = change.agenda;
      return [
        db.agendaRow.update({ where: { overlegId, version }, data: { ...agendaToRow(change.agenda), version: version + 1 }, select: { overlegId: true } }),
      ];
    }
    case "verloop_nieuw":
      return [db.verloopRow.create({ data: verloopToRow(crypto, change.verloop), select: { overlegId: true } })];
    case "verloop": {
      const { overlegId, version } = change.verloop;
      const data = { ...verloopToRow(crypto, change.verloop), version: version + 1 };
      return [db.verloopRow.update({ where: { overlegId, version }, data, select: { overlegId: true } })];
    }
    case "aanwezigheid": {
      const { overlegId, persoonId, antwoord, doorId } = change.aanwezigheid;
      const data = { antwoord, doorId };
      return [db.aanwezigheidRow.upsert({ where: { overlegId_persoonId: { overlegId, persoonId } }, create: { overlegId, persoonId, ...data }, update: data })];
    }
    case "aanwezigheid_weg":
      return [db.aanwezigheidRow.deleteMany({ where: { overlegId: change.overlegId } })];
    case "document_link": {
      const { persoonId, overlegId, vorm, verlooptOp } = change.link;
      const data = { tokenHash: tokenHash(change.token), vorm, verlooptOp };
      return [db.documentLinkRow.upsert({ where: { persoonId_overlegId: { persoonId, overlegId } }, create: { persoonId, overlegId, ...data }, update: data })];
    }
    case "document_link_gebruikt":
      return [db.documentLinkRow.delete({ where: { tokenHash: tokenHash(change.token) }, select: { persoonId: true } })];
  }
};
