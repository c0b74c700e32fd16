import { setTimeout } from "node:timers/promises";
import type { PersoonId } from "../../../domain/persoon/persoon.js";
import type { Antwoord, Earlier } from "../../../ports/store.js";
import { Prisma, type PrismaClient } from "../generated/client.js";

export type DeliveryColumns = { readonly object: string | null; readonly antwoordAan: string | null; readonly antwoord: string | null };

/** What a repeat asks of `delivery d`. */
export const deliveryColumns = Prisma.sql`d.object, d.antwoord_aan AS "antwoordAan", d.antwoord`;

export const rowToEarlier = ({ object, antwoordAan, antwoord }: DeliveryColumns): Earlier => ({
  ...(object === null ? {} : { object }),
  ...(antwoordAan === null || antwoord === null ? {} : { antwoord: { aanId: antwoordAan as PersoonId, zin: antwoord } }),
});

export const keepAnswer = (db: PrismaClient, key: string, { aanId, zin }: Antwoord) =>
  db.$executeRaw`UPDATE delivery SET antwoord_aan = ${aanId}, antwoord = ${zin} WHERE key = ${key}`;

const findDelivery = async (db: PrismaClient, key: string): Promise<Earlier | undefined> => {
  const [row] = await db.$queryRaw<DeliveryColumns[]>`SELECT ${deliveryColumns} FROM delivery d WHERE d.key = ${key}`;
  return row && rowToEarlier(row);
};

const KIJKEN = 6;
const KIJK_MS = 100;

export const deliveryReader = (db: PrismaClient) => ({
  findDelivery: (key: string): Promise<Earlier | undefined> => findDelivery(db, key),
  awaitAntwoord: async (key: string): Promise<Antwoord | undefined> => {
    for (let keer = 1; keer <= KIJKEN; keer += 1) {
      const antwoord = (await findDelivery(db, key))?.antwoord;
      if (antwoord !== undefined) return antwoord;
      if (keer < KIJKEN) await setTimeout(KIJK_MS);
    }
    return undefined;
  },
});
