import type { SleutelBewijs } from "../../../ports/store.js";
import type { Prisma, PrismaClient } from "../generated/client.js";
import { present } from "../rows/present.js";

/** Takes the key of this owner away for good, also when it never had one; the first time counts. */
export const destroySleutel = (db: PrismaClient, owner: string, now: Date): Prisma.PrismaPromise<unknown> => db.$executeRaw`
  INSERT INTO sleutel (owner, gemaakt_op, vernietigd_op) VALUES (${owner}, ${now}, ${now})
  ON CONFLICT (owner) DO UPDATE SET key_id = NULL, wrapped = NULL, vernietigd_op = coalesce(sleutel.vernietigd_op, excluded.vernietigd_op)`;

/** What can be told about a destroyed key. */
export const bewijzenReader = (db: PrismaClient) => ({
  findSleutelBewijs: async (owner: string): Promise<SleutelBewijs | undefined> => {
    const row = await db.sleutelRow.findUnique({ where: { owner }, select: { owner: true, vernietigdOp: true, kopieOp: true } });
    return row === null || row.vernietigdOp === null ? undefined : (present(row) as SleutelBewijs);
  },
});
