import type { Platform } from "../../../domain/persoon/persoon.js";
import type { ChannelId, Regio } from "../../../domain/regio/regio.js";
import type { Address } from "../../../ports/chat.js";
import type { PrismaClient } from "../generated/client.js";
import { present } from "../rows/present.js";
import { rowsToRegio } from "../rows/regio-rows.js";

const order = { orderBy: [{ nr: "asc" as const }, { id: "asc" as const }] };

const readRows = async (db: PrismaClient): Promise<{ version: number; regio: Regio }> => {
  const [regio, organisaties, gemeenten, channels, tafels, convenanten] = await db.$transaction(
    [
      db.regioRow.findFirst(),
      db.organisatieRow.findMany(order),
      db.gemeenteRow.findMany(order),
      db.channelRow.findMany(order),
      db.tafelRow.findMany(order),
      db.convenantRow.findMany(order),
    ],
    { isolationLevel: "RepeatableRead" },
  );
  if (regio === null) throw new Error("no region was imported yet");
  return { version: regio.version, regio: rowsToRegio(regio, organisaties, gemeenten, channels, tafels, convenanten) };
};

/** The region of a version. It is kept in memory, and read again only when an import, here or on another instance, changed the version. */
export const regioBij = (db: PrismaClient) => {
  let kept: { version: number; regio: Regio } | undefined;
  return async (version: number | undefined): Promise<Regio> => {
    if (kept === undefined || kept.version !== version) kept = await readRows(db);
    return kept.regio;
  };
};
export type RegioBij = ReturnType<typeof regioBij>;

/** Reads the region and its channels. */
export const regioReader = (db: PrismaClient, bij: RegioBij) => ({
  readRegio: async (): Promise<Regio> => {
    const [current] = await db.$queryRaw<{ version: number }[]>`SELECT version FROM regio`;
    return bij(current?.version);
  },
  /** A Slack channel is reached by its id alone; a Teams channel once its service is known. */
  channelAddress: async (id: ChannelId): Promise<Address | undefined> => {
    const row = await db.channelRow.findUnique({ where: { id } });
    if (row === null || (row.platform === "teams" && row.serviceUrl === null)) return undefined;
    const { platform, tenant, conversationId, serviceUrl } = row;
    return present({ platform, tenant, conversationId, serviceUrl }) as Address;
  },
  findMetChannel: async (platform: Platform, tenant: string, conversationId: string): Promise<Address | undefined> => {
    const row = await db.metChannelRow.findUnique({ where: { platform_tenant_conversationId: { platform, tenant, conversationId } } });
    return row === null ? undefined : (present(row) as Address);
  },
});
