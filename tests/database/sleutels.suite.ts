import { beforeEach, describe, expect, it } from "vitest";
import { inhoudTabellen } from "../../src/adapters/prisma/sleutels/plek.js";
import type { Change } from "../../src/ports/store.js";
import type { TestStore } from "../support/database.js";
import { makeActiepunt as actie, fresh, makeCasus, makeOverdracht, makeSignaal, makeStap, makeVraag } from "./sample.js";

const flip = (bytes: Uint8Array, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] as number) ^ 1;
  return changed;
};

export const sleutelsSuite = (open: () => TestStore) =>
  describe("keys of content", () => {
    let db: TestStore;
    beforeEach(async () => {
      db = open();
      await fresh(db);
    });

    const stored = async (...changes: readonly Change[]): Promise<void> => {
      const result = await db.store.commit({ changes });
      if (!result.ok) throw new Error(result.error);
    };
    const bytes = async (tabel: string, id: string): Promise<Buffer> =>
      (await db.pool.query<{ inhoud: Buffer }>(`SELECT inhoud FROM ${tabel} WHERE id = $1`, [id])).rows[0]?.inhoud as Buffer;
    const put = (tabel: string, id: string, inhoud: Uint8Array) => db.pool.query(`UPDATE ${tabel} SET inhoud = $2 WHERE id = $1`, [id, Buffer.from(inhoud)]);

    it("seal every content field there is, with one key per signaal and casus", async () => {
      const { rows } = await db.pool.query<{ naam: string }>(
        "SELECT table_name AS naam FROM information_schema.columns WHERE column_name = 'inhoud' ORDER BY 1",
      );
      expect(rows.map(({ naam }) => naam)).toEqual(Object.keys(inhoudTabellen).sort());
      const casus = makeCasus();
      const signaal = makeSignaal({ casusId: casus.id });
      const punt = actie({ casusId: casus.id });
      const los = actie();
      await stored(
        { soort: "casus_nieuw", casus },
        { soort: "signaal_nieuw", signaal },
        { soort: "stap", stap: makeStap(signaal) },
        { soort: "vraag_nieuw", vraag: makeVraag(signaal) },
        { soort: "overdracht_nieuw", overdracht: makeOverdracht(signaal) },
        { soort: "actiepunt_nieuw", actiepunt: punt },
        { soort: "actiepunt_nieuw", actiepunt: los },
      );
      for (const tabel of ["signaal", "stap", "vraag", "overdracht", "actiepunt"]) {
        const found = await db.pool.query<{ inhoud: Buffer }>(`SELECT inhoud FROM ${tabel}`);
        for (const { inhoud } of found.rows) expect([inhoud[0], inhoud.includes("schuur")]).toEqual([1, false]);
      }
      const owners = await db.pool.query<{ owner: string }>("SELECT owner FROM sleutel ORDER BY owner");
      expect(owners.rows.map(({ owner }) => owner)).toEqual([casus.id, signaal.id, los.id].sort());
      expect((await db.store.readSignaal(signaal.id)).inhoud).toEqual(signaal.inhoud);
      expect((await db.store.readActiepunt(punt.id)).inhoud).toEqual(punt.inhoud);
    });

    it("make one flipped byte an error that names the place, wherever it is", async () => {
      const signaal = makeSignaal();
      await stored({ soort: "signaal_nieuw", signaal });
      const sealed = await bytes("signaal", signaal.id);
      for (const at of [0, 1, 12, 13, sealed.length - 17, sealed.length - 16, sealed.length - 1]) {
        await put("signaal", signaal.id, flip(sealed, at));
        await expect(db.store.readSignaal(signaal.id), `byte ${at}`).rejects.toThrow(`content of signaal ${signaal.id}`);
      }
      await put("signaal", signaal.id, sealed.subarray(0, sealed.length - 1));
      await expect(db.store.readSignaal(signaal.id)).rejects.toThrow("geschonden");
      await put("signaal", signaal.id, new Uint8Array());
      await expect(db.store.readSignaal(signaal.id)).rejects.toThrow("niet_verzegeld");
      await put("signaal", signaal.id, Buffer.from(JSON.stringify(signaal.inhoud)));
      await expect(db.store.readSignaal(signaal.id)).rejects.toThrow("niet_verzegeld");
      await put("signaal", signaal.id, sealed);
      const { rows } = await db.pool.query<{ wrapped: Buffer }>("SELECT wrapped FROM sleutel WHERE owner = $1", [signaal.id]);
      await db.pool.query("UPDATE sleutel SET wrapped = $2 WHERE owner = $1", [signaal.id, flip(rows[0]?.wrapped as Buffer, 20)]);
      await expect(db.store.readSignaal(signaal.id)).rejects.toThrow("geschonden");
      await db.pool.query("DELETE FROM sleutel WHERE owner = $1", [signaal.id]);
      await expect(db.store.readSignaal(signaal.id)).rejects.toThrow("sleutel_ontbreekt");
    });

    it("open content nowhere but where it was written", async () => {
      const [een, twee] = [makeSignaal(), makeSignaal()];
      const [eerste, tweede] = [makeStap(een, { inhoud: { reden: "eerste" } }), makeStap(een, { inhoud: { reden: "tweede" } })];
      await stored(
        { soort: "signaal_nieuw", signaal: een },
        { soort: "signaal_nieuw", signaal: twee },
        { soort: "stap", stap: eerste },
        { soort: "stap", stap: tweede },
      );
      await put("stap", tweede.id, await bytes("stap", eerste.id));
      await expect(db.store.stappenVan(een.id)).rejects.toThrow(`content of stap ${tweede.id}`);
      await put("signaal", een.id, await bytes("signaal", twee.id));
      await expect(db.store.readSignaal(een.id)).rejects.toThrow("geschonden");
      // With the key of the other too: a wrapped key belongs to its owner.
      await db.pool.query("UPDATE sleutel SET wrapped = (SELECT wrapped FROM sleutel WHERE owner = $2) WHERE owner = $1", [een.id, twee.id]);
      await expect(db.store.readSignaal(een.id)).rejects.toThrow("geschonden");
      expect((await db.store.readSignaal(twee.id)).inhoud).toEqual(twee.inhoud);
    });

    it("are made once when many seal for one casus for the first time, on two instances", async () => {
      const casus = makeCasus();
      await stored({ soort: "casus_nieuw", casus });
      const other = await db.another();
      const acties = Array.from({ length: 12 }, () => actie({ casusId: casus.id }));
      const results = await Promise.all(
        acties.map((actiepunt, nr) => (nr % 2 ? db : other).store.commit({ changes: [{ soort: "actiepunt_nieuw", actiepunt }] })),
      );
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
      for (const { id, inhoud } of acties) expect((await db.store.readActiepunt(id)).inhoud).toEqual(inhoud);
      expect((await db.pool.query("SELECT 1 FROM sleutel WHERE owner = $1", [casus.id])).rows).toHaveLength(1);
      await other.close();
    });

    it("seal again when another made the key in the meantime, and leave nothing of the first try", async () => {
      const punt = actie();
      await stored({ soort: "actiepunt_nieuw", actiepunt: punt });
      // The same id, taken for new, so that its key is not looked up at first.
      const signaal = makeSignaal({ id: punt.id });
      expect(await db.store.commit({ delivery: { key: "eens" }, changes: [{ soort: "signaal_nieuw", signaal }] })).toMatchObject({ ok: true });
      expect((await db.store.readActiepunt(punt.id)).inhoud).toEqual(punt.inhoud);
      expect((await db.store.readSignaal(signaal.id)).inhoud).toEqual(signaal.inhoud);
    });

    it("that are destroyed open nothing on any instance, and nothing new is written", async () => {
      const [weg, blijft] = [makeCasus(), makeCasus()];
      const [punt, ander] = [actie({ casusId: weg.id }), actie({ casusId: blijft.id })];
      const other = await db.another();
      await stored(
        { soort: "casus_nieuw", casus: weg },
        { soort: "casus_nieuw", casus: blijft },
        { soort: "actiepunt_nieuw", actiepunt: punt },
        { soort: "actiepunt_nieuw", actiepunt: ander },
      );
      const read = await other.store.readActiepunt(punt.id);
      expect(await db.store.findSleutelBewijs(weg.id)).toBeUndefined();
      await stored({ soort: "sleutel_weg", owner: weg.id });
      for (const { store } of [db, other]) {
        expect(await store.readActiepunt(punt.id)).toMatchObject({ inhoud: { wat: "", stappen: [] }, vernietigdOp: expect.any(Date) });
        expect(await store.commit({ changes: [{ soort: "actiepunt", actiepunt: read }] })).toMatchObject({ ok: false, error: "eerder" });
        expect(await store.commit({ changes: [{ soort: "actiepunt_nieuw", actiepunt: actie({ casusId: weg.id }) }] })).toMatchObject({ ok: false });
        expect((await store.readActiepunt(ander.id)).inhoud).toEqual(ander.inhoud);
      }
      const bewijs = await db.store.findSleutelBewijs(weg.id);
      expect(bewijs).toEqual({ owner: weg.id, vernietigdOp: expect.any(Date) });
      await stored({ soort: "sleutel_weg", owner: weg.id });
      expect(await db.store.findSleutelBewijs(weg.id)).toEqual(bewijs);
      await other.close();
    });

    it("that are destroyed between reading the key and storing keep the whole plan out", async () => {
      const signaal = makeSignaal();
      await stored({ soort: "signaal_nieuw", signaal });
      const { pool } = db;
      const query = pool.query;
      pool.query = (async (...args: Parameters<typeof query>) => {
        const result = await query.apply(pool, args);
        if (!JSON.stringify(args[0]).includes("FROM sleutel WHERE owner")) return result;
        pool.query = query;
        await stored({ soort: "sleutel_weg", owner: signaal.id });
        return result;
      }) as unknown as typeof query;
      const result = await db.store.commit({ delivery: { key: "laat" }, changes: [{ soort: "signaal", signaal }] });
      expect(pool.query).toBe(query);
      expect(result).toMatchObject({ ok: false, error: "eerder" });
      expect(await db.store.findDelivery("laat")).toBeUndefined();
    });

    it("that are destroyed belong to one transaction with the rest of the plan", async () => {
      const signaal = makeSignaal();
      await stored({ soort: "signaal_nieuw", signaal });
      const stale = { ...signaal, version: 7 };
      const result = await db.store.commit({
        changes: [
          { soort: "sleutel_weg", owner: signaal.id },
          { soort: "casus", casus: makeCasus() },
        ],
      });
      expect(result).toMatchObject({ ok: false, error: "eerder" });
      expect((await db.store.readSignaal(signaal.id)).inhoud).toEqual(signaal.inhoud);
      expect(await db.store.commit({ changes: [{ soort: "signaal", signaal: stale }] })).toMatchObject({ ok: false });
    });
  });
