import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SleutelFout } from "../../src/adapters/prisma/open-store.js";
import { sealOldContent } from "../../src/adapters/prisma/sleutels/herverzegelen.js";
import { regiosleutels } from "../../src/adapters/prisma/sleutels/regiosleutels.js";
import { roteren } from "../../src/adapters/prisma/sleutels/roteren.js";
import type { Regiosleutel } from "../../src/ports/crypto.js";
import { openPostgres, openRealStore, type TestServer, type TestStore } from "../support/database.js";
import { alles, legeDatabase } from "../support/kopie.js";
import { makeSignaal, makeStap, melder, regioFile } from "./sample.js";

const sleutel = (id: string, n: number): Regiosleutel => ({ id, waarde: Buffer.alloc(32, n) });
const [oud, nieuw] = [sleutel("oud", 1), sleutel("nieuw", 2)];

describe("keys of the region", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openPostgres();
  });
  afterAll(() => server?.stop());

  const filled = async (signalen: number, keys: readonly Regiosleutel[] = [oud]): Promise<{ db: TestStore; databaseUrl: string; ids: readonly string[] }> => {
    const databaseUrl = await legeDatabase(server);
    const db = await openRealStore({ databaseUrl }, keys);
    await db.importRegio(regioFile());
    await db.store.commit({ changes: [{ soort: "persoon_nieuw", persoon: melder }] });
    const made = Array.from({ length: signalen }, () => makeSignaal());
    for (let at = 0; at < made.length; at += 100)
      await db.store.commit({
        changes: made.slice(at, at + 100).flatMap((signaal) => [
          { soort: "signaal_nieuw" as const, signaal },
          { soort: "stap" as const, stap: makeStap(signaal) },
        ]),
      });
    return { db, databaseUrl, ids: made.map(({ id }) => id) };
  };
  const read = async (db: TestStore, ids: readonly string[]): Promise<number> => {
    for (const id of ids) expect((await db.store.readSignaal(id as never)).inhoud).toMatchObject({ opgemerkt: "balie" });
    return ids.length;
  };

  it("stop the start when they are missing or others, before a migration or anything else is written", async () => {
    const { db, databaseUrl } = await filled(1);
    await db.close();
    const look = await openRealStore({ databaseUrl }, [oud]);
    const { rows } = await look.pool.query<{ naam: string }>(`SELECT max(migration_name) AS naam FROM "_prisma_migrations"`);
    await look.pool.query(`DELETE FROM "_prisma_migrations" WHERE migration_name = $1`, [rows[0]?.naam]);
    const before = await alles(look.pool);
    await expect(openRealStore({ databaseUrl }, [nieuw])).rejects.toEqual(new SleutelFout("ontbreekt", "oud"));
    await expect(openRealStore({ databaseUrl }, [sleutel("oud", 3)])).rejects.toEqual(new SleutelFout("anders", "oud"));
    await expect(openRealStore({ databaseUrl }, [nieuw, sleutel("oud", 3)])).rejects.toEqual(new SleutelFout("anders", "oud"));
    expect(await alles(look.pool)).toEqual(before);
    expect((await look.pool.query(`SELECT 1 FROM "_prisma_migrations" WHERE migration_name = $1`, [rows[0]?.naam])).rows).toEqual([]);
    await look.close();
  });

  it("are changed while two instances work, also when that was broken off half-way", { timeout: 60_000 }, async () => {
    const { db: een, databaseUrl, ids } = await filled(700);
    await een.close();
    // Both know the new key before one of them wraps with it.
    const twee = await openRealStore({ databaseUrl }, [oud, nieuw]);
    const drie = await openRealStore({ databaseUrl }, [nieuw, oud]);
    const keys = regiosleutels([nieuw, oud]);
    let transactions = 0;
    const ends = Object.assign(Object.create(drie.pool) as typeof drie.pool, {
      connect: async () => {
        transactions += 1;
        if (transactions === 2) throw new Error("broken off");
        return drie.pool.connect();
      },
    });
    await expect(roteren(ends, keys)).rejects.toThrow("broken off");
    const wrapped = () => drie.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM sleutel WHERE key_id = 'oud'").then(({ rows }) => rows[0]?.n);
    expect(await wrapped()).toBe(200);
    expect(await read(twee, ids.slice(0, 50))).toBe(50);

    const busy = { on: true };
    const writing = (async () => {
      const made: string[] = [];
      for (; busy.on; ) {
        const signaal = makeSignaal();
        expect((await twee.store.commit({ changes: [{ soort: "signaal_nieuw", signaal }] })).ok).toBe(true);
        const id = ids[made.length] as string;
        const now = await twee.store.readSignaal(id as never);
        expect((await twee.store.commit({ changes: [{ soort: "signaal", signaal: now }] })).ok).toBe(true);
        made.push(signaal.id);
      }
      return made;
    })();
    expect((await roteren(drie.pool, keys)).ingepakt).toBeGreaterThanOrEqual(200);
    busy.on = false;
    const later = await writing;
    // What was wrapped with the old key in the meantime is there to be read, and wrapped the next time.
    await read(drie, [...ids, ...later]);
    expect((await roteren(drie.pool, keys)).ingepakt).toBeLessThanOrEqual(later.length);
    expect(await wrapped()).toBe(0);
    // An instance that still wraps with the old key loses nothing: the old key is known again.
    const signaal = makeSignaal();
    expect((await twee.store.commit({ changes: [{ soort: "signaal_nieuw", signaal }] })).ok).toBe(true);
    await expect(openRealStore({ databaseUrl }, [nieuw])).rejects.toEqual(new SleutelFout("ontbreekt", "oud"));
    await twee.close();
    expect(await roteren(drie.pool, keys)).toEqual({ ingepakt: 1, vervallen: ["oud"] });
    await drie.close();
    const alone = await openRealStore({ databaseUrl }, [nieuw]);
    await read(alone, [...ids, ...later, signaal.id]);
    await alone.close();
  });

  it("come over a database from before: content is read as it was, sealed while the bot works, and then refused when it is readable", {
    timeout: 60_000,
  }, async () => {
    const { db, databaseUrl, ids } = await filled(600);
    const stap = await db.pool.query<{ id: string }>("SELECT id FROM stap LIMIT 1");
    const plain = JSON.stringify({ gezienOp: "2026-03-28", opgemerkt: "balie", omschrijving: "Zeven bedden", meldcode: "ja", aanvullingen: [] });
    await db.pool.query("UPDATE signaal SET inhoud = convert_to($1, 'utf8')", [plain]);
    await db.pool.query(`UPDATE stap SET inhoud = convert_to('{"reden":"gezien"}', 'utf8')`);
    await db.pool.query("DELETE FROM sleutel");
    await db.pool.query("DELETE FROM regiosleutel");
    await db.close();

    const upgraded = await openRealStore({ databaseUrl }, [oud]);
    await read(upgraded, ids.slice(0, 20));
    const busy = (async () => {
      for (const id of ids.slice(0, 40)) {
        const signaal = await upgraded.store.readSignaal(id as never);
        expect(
          (
            await upgraded.store.commit({
              changes: [{ soort: "signaal", signaal: { ...signaal, inhoud: { ...signaal.inhoud, omschrijving: `anders ${id}` } } }],
            })
          ).ok,
        ).toBe(true);
      }
    })();
    const [velden] = await Promise.all([upgraded.sealOldContent(), busy]);
    expect(velden).toBeGreaterThanOrEqual(600 + 560);
    await read(upgraded, ids);
    for (const id of ids.slice(0, 40)) expect((await upgraded.store.readSignaal(id as never)).inhoud.omschrijving).toBe(`anders ${id}`);
    expect((await upgraded.store.stappenVan(ids[7] as never)).map(({ inhoud }) => inhoud)).toEqual([{ reden: "gezien" }]);
    for (const tabel of ["signaal", "stap"]) expect((await upgraded.pool.query(`SELECT 1 FROM ${tabel} WHERE get_byte(inhoud, 0) <> 1`)).rows).toEqual([]);
    expect(await upgraded.sealOldContent()).toBe(0);
    await upgraded.pool.query("UPDATE signaal SET inhoud = convert_to($1, 'utf8') WHERE id = $2", [plain, ids[0]]);
    await expect(upgraded.store.readSignaal(ids[0] as never)).rejects.toThrow("niet_verzegeld");
    const next = await openRealStore({ databaseUrl }, [oud]);
    await expect(next.store.readSignaal(ids[0] as never)).rejects.toThrow("niet_verzegeld");
    expect(stap.rows).toHaveLength(1);
    await Promise.all([upgraded.close(), next.close()]);
  });

  it("leave what has a destroyed key alone when older content is sealed", async () => {
    const { db, ids } = await filled(2);
    await db.pool.query(`UPDATE signaal SET inhoud = convert_to('{"a":1}', 'utf8') WHERE id = $1`, [ids[0]]);
    await db.store.commit({ changes: [{ soort: "sleutel_weg", owner: ids[0] as string }] });
    expect(await sealOldContent(db.pool, regiosleutels([oud]), () => new Date())).toBe(0);
    await read(db, ids.slice(1));
    await db.close();
  });
});
