import { beforeEach, describe, expect, it } from "vitest";
import { readStand } from "../../src/adapters/prisma/work/stand.js";
import type { TestStore } from "../support/database.js";
import { regioFile, toChannel, toPerson } from "./sample.js";

/** What the figures say about work that waits. */
export const standSuite = (open: () => TestStore) =>
  describe("what waits", () => {
    let db: TestStore;
    beforeEach(async () => {
      db = open();
      await db.truncate();
      await db.importRegio(regioFile());
    });

    it("is counted by chat and by why, with the age of the oldest", async () => {
      const began = Date.now();
      await db.conversations.rememberPrivate(
        { platform: "teams", tenant: "tenant", userId: "u-anna" },
        { platform: "teams", tenant: "tenant", conversationId: "a:1" },
      );
      await db.pool.query("UPDATE account SET persoon_id = 'anna', laatst_gebruikt_op = now() WHERE user_id = 'u-anna'");
      await db.store.commit({
        intents: [toChannel("bericht", "1", "c-slack"), toChannel("bericht", "2", "c-slack"), toPerson("bericht", "3"), toPerson("bericht", "4", "bram")],
        moments: [{ soort: "herzien", objectId: "x", op: new Date(began - 400_000), stap: 0 }],
      });
      for (const intent of await db.work.claimIntents(new Date(began + 1_000), 1_000, 10)) {
        if (intent.objectId === "3") await db.work.intentFailed(intent, "x", new Date(began + 90_000_000));
        if (intent.objectId === "4") await db.work.intentWaits(intent, new Date(began + 90_000_000));
      }
      const { uitgaand, momenten } = await readStand(db.pool, new Date(began + 120_000));
      expect(uitgaand.map(({ platform, reden, aantal }) => `${platform} ${reden} ${aantal}`).sort()).toEqual([
        "onbekend adres 1",
        "slack beurt 2",
        "teams opnieuw 1",
      ]);
      for (const { oudsteMs } of uitgaand) expect(Math.round(oudsteMs / 10_000)).toBe(12);
      expect(momenten.aantal).toBe(1);
      expect(Math.round(momenten.oudsteMs / 10_000)).toBe(52);
    });

    it("says how many lines of the audit trail are late, and how old the oldest is", async () => {
      await db.audit.seal();
      await db.store.commit({ audit: [{ wie: "systeem", actie: "x", object: "y", resultaat: "gedaan", herkomst: "slack" }] });
      const fresh = await readStand(db.pool, new Date(Date.now() + 59_000));
      expect(fresh.audit.laat).toBe(0);
      expect(fresh.audit.oudsteMs).toBeGreaterThan(55_000);
      expect((await readStand(db.pool, new Date(Date.now() + 62_000))).audit.laat).toBe(1);
      await db.audit.seal();
      expect((await readStand(db.pool, new Date(Date.now() + 62_000))).audit).toEqual({ laat: 0, oudsteMs: 0 });
    });

    it("says how busy the connections are", async () => {
      const client = await db.pool.connect();
      expect(db.verbindingen()).toMatchObject({ bezig: 1, wachtend: 0 });
      client.release();
      expect(db.verbindingen()).toMatchObject({ bezig: 0 });
    });
  });
