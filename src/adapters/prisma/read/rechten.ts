import type { RechtenStore } from "../../../ports/rechten-store.js";
import type { PrismaClient } from "../generated/client.js";
import { rowToCasusexport, rowToInzageverzoek, rowToNoodtoegang } from "../rows/rechten-rows.js";
import { tokenHash } from "../rows/tafel-rows.js";
import type { Kluis } from "../sleutels/kluis.js";

/** Reads rights and exceptions: noodtoegang, exports and inzageverzoeken. */
export const rechtenReader = (db: PrismaClient, kluis: Kluis): RechtenStore => {
  const opened = async <Row, T>(row: Row | null, open: (crypto: Parameters<Parameters<Kluis["read"]>[0]>[0], row: Row) => T): Promise<T | undefined> =>
    row === null ? undefined : kluis.read((crypto) => open(crypto, row));
  return {
    findNoodtoegang: async (id) => opened(await db.noodtoegangRow.findUnique({ where: { id } }), rowToNoodtoegang),
    noodtoegangenTot: async (casusId, now) => {
      const rows = await db.noodtoegangRow.findMany({ where: { casusId, tot: { gt: now } }, orderBy: { op: "asc" } });
      return rows.length === 0 ? [] : kluis.read((crypto) => rows.map((row) => rowToNoodtoegang(crypto, row)));
    },
    noodtoegangenVan: async (persoonId, now) => {
      const rows = await db.noodtoegangRow.findMany({ where: { persoonId, tot: { gt: now } }, orderBy: { op: "asc" } });
      return rows.length === 0 ? [] : kluis.read((crypto) => rows.map((row) => rowToNoodtoegang(crypto, row)));
    },
    findCasusexport: async (id) => opened(await db.casusexportRow.findUnique({ where: { id } }), rowToCasusexport),
    openCasusexport: async (casusId, vanId) => opened(await db.casusexportRow.findFirst({ where: { casusId, vanId, status: "gevraagd" } }), rowToCasusexport),
    findCasusexportBij: async (token) => opened(await db.casusexportRow.findUnique({ where: { tokenHash: tokenHash(token) } }), rowToCasusexport),
    findInzageverzoek: async (id) => opened(await db.inzageverzoekRow.findUnique({ where: { id } }), rowToInzageverzoek),
    openInzageverzoekVan: async (vanId) => opened(await db.inzageverzoekRow.findFirst({ where: { vanId, status: "open" } }), rowToInzageverzoek),
    openInzageverzoekenBij: async (contactIds) => {
      const rows = await db.inzageverzoekRow.findMany({
        where: { contactId: { in: [...contactIds] }, status: "open" },
        orderBy: [{ termijn: "asc" }, { id: "asc" }],
      });
      return rows.length === 0 ? [] : kluis.read((crypto) => rows.map((row) => rowToInzageverzoek(crypto, row)));
    },
  };
};
