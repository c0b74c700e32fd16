import { beforeEach, describe, expect, it } from "vitest";
import { statementNames } from "../../src/adapters/prisma/statement-names.js";
import type { TestStore } from "../support/database.js";
import { fresh, makeSignaal, makeStap, makeVraag, melder, toChannel } from "./sample.js";

/** More often than PostgreSQL plans a named statement for its values before it keeps one plan [ADR 23]. */
const OFTEN = 8;

/** What is read again and again is read once and kept in the connection. */
export const statementsSuite = (open: () => TestStore) =>
  describe("statements that a connection keeps", () => {
    let db: TestStore;
    beforeEach(async () => {
      db = open();
      await fresh(db);
    });
    const kept = async (): Promise<number> => {
      // Every connection of the pool, as each keeps its own.
      const clients = await Promise.all(Array.from({ length: db.pool.options.max }, () => db.pool.connect()));
      try {
        const counts = await Promise.all(clients.map((client) => client.query<{ n: string }>("SELECT count(*) AS n FROM pg_prepared_statements")));
        return counts.reduce((all, { rows }) => all + Number(rows[0]?.n), 0);
      } finally {
        for (const client of clients) client.release();
      }
    };
    const everything = async (): Promise<unknown> => {
      const { store, work } = db;
      const signaal = makeSignaal();
      const [stap, vraag] = [makeStap(signaal), makeVraag(signaal)];
      const changes = [
        { soort: "signaal_nieuw" as const, signaal },
        { soort: "stap" as const, stap },
        { soort: "vraag_nieuw" as const, vraag },
      ];
      const done = await store.commit({ changes, intents: [toChannel("bericht", signaal.id, "c-slack")] });
      expect(done.ok).toBe(true);
      for (const intent of await work.claimIntents(new Date(), 1_000, 8)) await work.intentSent(intent, undefined);
      return Promise.all([
        store.readSignaal(signaal.id),
        store.stappenVan(signaal.id),
        store.vragenVan(signaal.id),
        store.readRegio(),
        store.readPersoon(melder.id),
        store.openSignalen([signaal.gemeenteId], 2),
        store.signalenVanMelder(signaal.melderId, 1),
      ]);
    };

    it("go on while a newer version adds a column to every table", async () => {
      for (let n = 0; n < OFTEN; n += 1) await everything();
      expect(await kept()).toBeGreaterThan(10);
      const { rows } = await db.pool.query<{ name: string }>(
        "SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
      );
      const every = (what: string): Promise<unknown> => db.pool.query(rows.map(({ name }) => `ALTER TABLE ${name} ${what}`).join("; "));
      await every("ADD COLUMN van_morgen text");
      try {
        for (let n = 0; n < OFTEN; n += 1) await everything();
      } finally {
        await every("DROP COLUMN van_morgen");
      }
    });

    it("go on in the connection that comes in the place of one that failed", async () => {
      for (let n = 0; n < OFTEN; n += 1) await everything();
      const clients = await Promise.all(Array.from({ length: db.pool.options.max }, () => db.pool.connect()));
      for (const client of clients) client.release(true);
      for (let n = 0; n < OFTEN; n += 1) await everything();
    });

    it("have one name for one text, and no more than fit in every connection", () => {
      const name = statementNames();
      const names = Array.from({ length: 600 }, (_none, n) => name({ sql: `SELECT ${n}` }));
      expect(name({ sql: "SELECT 7" })).toBe(names[7]);
      expect(new Set(names).size).toBe(501);
      expect(names.at(-1)).toBe("");
    });
  });
