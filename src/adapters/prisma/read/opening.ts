import type { AccountRef } from "../../../domain/persoon/persoon.js";
import type { Opening } from "../../../ports/store.js";
import type { AccountRow, PrismaClient } from "../generated/client.js";
import { type DeliveryColumns, deliveryColumns, rowToEarlier } from "./delivery.js";
import { accountOf, type PersoonMetRollen, persoonOf, rowToGelinkt } from "./personen.js";
import type { RegioBij } from "./regio.js";

type Row = PersoonMetRollen & AccountRow & DeliveryColumns & { readonly version: number; readonly handled: boolean };

/** Reads in one statement what everything that comes in asks. */
export const openingReader = (db: PrismaClient, regioBij: RegioBij) => ({
  readOpening: async ({ platform, tenant, userId }: AccountRef, delivery: string): Promise<Opening> => {
    const [row] = await db.$queryRaw<Row[]>`
      SELECT r.version, d.key IS NOT NULL AS handled, ${deliveryColumns}, ${accountOf}, ${persoonOf} FROM regio r
        LEFT JOIN delivery d ON d.key = ${delivery}
        LEFT JOIN account a ON a.platform = ${platform} AND a.tenant = ${tenant} AND a.user_id = ${userId}
        LEFT JOIN persoon p ON p.id = a.persoon_id`;
    const regio = await regioBij(row?.version);
    if (row === undefined) return { regio };
    const { version: _, handled, object, antwoordAan, antwoord, ...account } = row;
    const gelinkt = rowToGelinkt(account);
    return {
      regio,
      ...(gelinkt === undefined ? {} : { gelinkt }),
      ...(handled ? { earlier: rowToEarlier({ object, antwoordAan, antwoord }) } : {}),
    };
  },
});
