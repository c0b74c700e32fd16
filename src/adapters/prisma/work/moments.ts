import type { ClaimedMoment, DueMoment } from "../../../ports/work.js";
import type { PrismaClient } from "../generated/client.js";

/** Due moments: claimed with a lease by any instance, done once. */
export const momentStore = (db: PrismaClient, now: () => Date) => ({
  claimMoments: async (at: Date, leaseMs: number, limit: number): Promise<readonly ClaimedMoment[]> => {
    const rows = await db.$queryRaw<ClaimedMoment[]>`
      WITH due AS MATERIALIZED (
        SELECT id FROM due_moment WHERE done_op IS NULL AND op <= ${at} AND (lease_until IS NULL OR lease_until <= ${at})
        ORDER BY op, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
      )
      UPDATE due_moment u SET lease_until = ${new Date(at.getTime() + leaseMs)} FROM due WHERE u.id = due.id
      RETURNING u.id, u.soort, u.object_id AS "objectId", u.op, u.stap`;
    return rows.sort((a, b) => a.op.getTime() - b.op.getTime() || (a.id < b.id ? -1 : 1));
  },
  momentDone: async (id: bigint): Promise<void> => {
    await db.dueMomentRow.updateMany({ where: { id, doneOp: null }, data: { doneOp: now(), leaseUntil: null } });
  },
  ensureMoment: async ({ soort, objectId, op, stap }: DueMoment): Promise<void> => {
    await db.$executeRaw`
      INSERT INTO due_moment (soort, object_id, op, stap) VALUES (${soort}, ${objectId}, ${op}, ${stap}) ON CONFLICT (soort, object_id) WHERE done_op IS NULL DO NOTHING`;
  },
});
