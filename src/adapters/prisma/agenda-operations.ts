import type { AgendaChange } from "../../ports/agenda-store.js";
import type { Crypto } from "../../ports/crypto.js";
import type { Prisma, PrismaClient } from "./generated/client.js";
import { agendapuntToRow, agendaToRow, verloopToRow } from "./rows/agenda-rows.js";
import { tokenHash } from "./rows/tafel-rows.js";
import { change, insert, type Write } from "./write.js";

/** What a change to an agenda is to the database: rows, or statements of its own. */
export const agendaOperations = (db: PrismaClient, crypto: Crypto, one: AgendaChange): readonly (Write | Prisma.PrismaPromise<unknown>)[] => {
  switch (one.soort) {
    case "agendapunt_nieuw":
      return [insert("agendapunt", agendapuntToRow(crypto, one.agendapunt))];
    case "agendapunt":
      return [change("agendapunt", agendapuntToRow(crypto, one.agendapunt))];
    case "agenda_nieuw":
      return [insert("agenda", agendaToRow(one.agenda))];
    case "agenda":
      return [change("agenda", agendaToRow(one.agenda), "overlegId")];
    case "verloop_nieuw":
      return [insert("verloop", verloopToRow(crypto, one.verloop))];
    case "verloop":
      return [change("verloop", verloopToRow(crypto, one.verloop), "overlegId")];
    case "aanwezigheid": {
      const { overlegId, persoonId, antwoord, doorId } = one.aanwezigheid;
      const data = { antwoord, doorId };
      return [db.aanwezigheidRow.upsert({ where: { overlegId_persoonId: { overlegId, persoonId } }, create: { overlegId, persoonId, ...data }, update: data })];
    }
    case "aanwezigheid_weg":
      return [db.aanwezigheidRow.deleteMany({ where: { overlegId: one.overlegId } })];
    case "document_link": {
      const { persoonId, overlegId, vorm, verlooptOp } = one.link;
      const data = { tokenHash: tokenHash(one.token), vorm, verlooptOp };
      return [db.documentLinkRow.upsert({ where: { persoonId_overlegId: { persoonId, overlegId } }, create: { persoonId, overlegId, ...data }, update: data })];
    }
    case "document_link_gebruikt":
      return [db.documentLinkRow.delete({ where: { tokenHash: tokenHash(one.token) }, select: { persoonId: true } })];
  }
};
