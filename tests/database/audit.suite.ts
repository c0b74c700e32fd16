import { beforeEach, describe, expect, it } from "vitest";
import { removeAuditBefore } from "../../src/adapters/prisma/audit/retain.js";
import { oldestUnsealed, sealAudit } from "../../src/adapters/prisma/audit/seal.js";
import { verifyAudit } from "../../src/adapters/prisma/audit/verify.js";
import { makeZegels } from "../../src/adapters/prisma/audit/zegel.js";
import type { GrondSoort } from "../../src/domain/regio/grondslag.js";
import type { AuditLine } from "../../src/ports/store.js";
import { langsDeWachters, zegelAlles } from "../support/audit.js";
import type { TestStore } from "../support/database.js";

const nu = new Date("2026-11-23T08:00:00Z");
const dagen = (n: number): Date => new Date(nu.getTime() + n * 24 * 3_600_000);
const sleutel = makeZegels(["een geheim van de regio"]);
const zonder = makeZegels([]);

const regel = (n: number): AuditLine => ({
  wie: "systeem",
  actie: `stap_${n}`,
  object: `SG-${n}`,
  resultaat: "gedaan",
  herkomst: "systeem",
  grondslag: 'artikel "6"' as GrondSoort,
});

/** The audit trail on a database: whatever somebody does to a sealed line is named. */
export const auditSuite = (open: () => TestStore) =>
  describe("audit trail", () => {
    let db: TestStore;
    const schrijf = async (n: number): Promise<void> => {
      for (let i = 1; i <= n; i++) await db.store.commit({ audit: [regel(i)], trace: { id: "0af7651916cd43dd8448eb211c80319c", begonOp: nu } });
    };
    const keur = () => verifyAudit(db.pool, sleutel);
    const bedrieg = (sql: string): Promise<void> => langsDeWachters(db.pool, sql);
    beforeEach(async () => {
      db = open();
      await db.truncate();
      await schrijf(8);
    });

    it("is sealed in order and verifies", async () => {
      expect(await oldestUnsealed(db.pool, dagen(400))).toBeGreaterThan(0);
      expect(await sealAudit(db.pool, sleutel, nu)).toMatchObject({ sealed: 8, more: false, checkpoint: { nr: "8" } });
      expect(await sealAudit(db.pool, sleutel, nu)).toEqual({ sealed: 0, more: false });
      expect(await oldestUnsealed(db.pool, dagen(400))).toBe(0);
      expect(await keur()).toMatchObject({ regels: 8, breuken: [], onverzegeld: 0, zonderSleutel: 0, kop: { nr: "8" } });
      const { rows } = await db.pool.query("SELECT nr::int, trace_id FROM audit_line ORDER BY id");
      expect(rows.map(({ nr }) => nr)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(rows[0]).toMatchObject({ trace_id: "0af7651916cd43dd8448eb211c80319c" });
    });

    it("is sealed once when instances seal side by side while lines are written", async () => {
      await Promise.all([schrijf(20), ...Array.from({ length: 6 }, () => sealAudit(db.pool, sleutel, nu))]);
      await zegelAlles(db.pool, sleutel, nu);
      expect(await keur()).toMatchObject({ regels: 28, breuken: [], onverzegeld: 0 });
    });

    it.each([
      ["changed", "UPDATE audit_line SET wie = 'P01' WHERE nr = 4", { soort: "gewijzigd", nr: "4", id: "4" }],
      ["given another time", "UPDATE audit_line SET op = op + interval '1 day' WHERE nr = 2", { soort: "gewijzigd", nr: "2" }],
      ["robbed of its ground", "UPDATE audit_line SET grondslag = NULL WHERE nr = 7", { soort: "gewijzigd", nr: "7" }],
      ["removed", "DELETE FROM audit_line WHERE nr = 5", { soort: "verwijderd", nr: "5", tot: "5" }],
      ["cut off at the end", "DELETE FROM audit_line WHERE nr > 6", { soort: "verwijderd", nr: "7", tot: "8" }],
      [
        "inserted",
        "INSERT INTO audit_line (op, wie, actie, object, resultaat, herkomst, nr, hash) SELECT op, 'P09', 'x', 'y', 'gedaan', 'z', 9, hash FROM audit_line WHERE nr = 8",
        { soort: "ingevoegd", nr: "9" },
      ],
    ])("names a line that was %s", async (_wat, sql, breuk) => {
      await sealAudit(db.pool, sleutel, nu);
      await bedrieg(sql);
      const { breuken } = await keur();
      expect(breuken).toHaveLength(1);
      expect(breuken[0]).toMatchObject(breuk);
      expect(breuken[0]?.op).toBeInstanceOf(Date);
    });

    it("names two lines that changed places, and one that took the place of another", async () => {
      await sealAudit(db.pool, sleutel, nu);
      await bedrieg("UPDATE audit_line SET nr = -3 WHERE nr = 3; UPDATE audit_line SET nr = 3 WHERE nr = 6; UPDATE audit_line SET nr = 6 WHERE nr = -3");
      expect((await keur()).breuken.map(({ nr }) => nr)).toEqual(expect.arrayContaining(["3", "6"]));
      await bedrieg("DROP INDEX audit_line_nr_key; UPDATE audit_line SET nr = 2 WHERE nr = 3");
      expect((await keur()).breuken).toEqual(expect.arrayContaining([expect.objectContaining({ soort: "ingevoegd", nr: "2" })]));
      await bedrieg("UPDATE audit_line SET nr = 3 WHERE id = 6; CREATE UNIQUE INDEX audit_line_nr_key ON audit_line (nr) WHERE (nr IS NOT NULL)");
    });

    it("does not believe a chain that was calculated again, nor a head that was set back with it", async () => {
      await sealAudit(db.pool, sleutel, nu);
      await bedrieg("UPDATE audit_line SET wie = 'P01' WHERE nr = 4; UPDATE audit_line SET nr = NULL, hash = NULL WHERE nr >= 4");
      await bedrieg("UPDATE audit_seal SET nr = 3, hash = (SELECT hash FROM audit_line WHERE nr = 3), op = now(), sleutel = NULL, mac = NULL");
      await sealAudit(db.pool, zonder, nu);
      expect((await keur()).breuken).toEqual(expect.arrayContaining([expect.objectContaining({ soort: "punt", nr: "8" })]));
      await bedrieg("DELETE FROM audit_checkpoint");
      expect((await verifyAudit(db.pool, sleutel, { nr: "8", hash: "00" })).breuken).toEqual([expect.objectContaining({ soort: "punt", nr: "8" })]);
    });

    it("does not believe a signature of somebody without the key, and says when it has no key itself", async () => {
      await sealAudit(db.pool, sleutel, nu);
      expect(await verifyAudit(db.pool, zonder)).toMatchObject({ breuken: [], zonderSleutel: 2 });
      expect(await verifyAudit(db.pool, makeZegels(["nieuwer", "een geheim van de regio"]))).toMatchObject({ breuken: [], zonderSleutel: 0 });
      await bedrieg("UPDATE audit_checkpoint SET op = op + interval '1 day'");
      expect((await keur()).breuken).toEqual([expect.objectContaining({ soort: "punt", nr: "8" })]);
    });

    it("works without a key as well", async () => {
      await sealAudit(db.pool, zonder, nu);
      expect(await verifyAudit(db.pool, zonder)).toMatchObject({ regels: 8, breuken: [] });
      await bedrieg("UPDATE audit_line SET object = 'SG-X' WHERE nr = 8");
      expect((await verifyAudit(db.pool, zonder)).breuken).toMatchObject([{ soort: "gewijzigd", nr: "8" }]);
    });

    it.each([
      ["UPDATE audit_line SET wie = 'P01' WHERE id = 1"],
      ["UPDATE audit_line SET nr = 99 WHERE id = 1"],
      ["UPDATE audit_line SET hash = NULL, nr = NULL WHERE nr = 1"],
      ["DELETE FROM audit_line WHERE id = 1"],
      ["TRUNCATE audit_line"],
      ["INSERT INTO audit_line (op, wie, actie, object, resultaat, herkomst, nr, hash) VALUES (now(), 'x', 'x', 'x', 'x', 'x', 99, '\\x00')"],
      ["UPDATE audit_checkpoint SET nr = 1"],
      ["DELETE FROM audit_checkpoint"],
      ["UPDATE audit_seal SET nr = 1"],
      ["DELETE FROM audit_seal"],
      ["CREATE TEMP TABLE audit_checkpoint AS SELECT 'begin'::text AS soort, 99::bigint AS nr; DELETE FROM audit_line WHERE id = 1"],
    ])("is refused by the database: %s", async (sql) => {
      await sealAudit(db.pool, sleutel, nu);
      await expect(db.pool.query(`BEGIN; ${sql}`).finally(() => db.pool.query("ROLLBACK"))).rejects.toThrow(/refused/);
    });

    it("lets an unsealed line be sealed only, and never removed", async () => {
      await expect(db.pool.query("DELETE FROM audit_line WHERE nr IS NULL")).rejects.toThrow(/refused/);
      await expect(db.pool.query("UPDATE audit_line SET nr = 1, hash = '\\x00', wie = 'P01' WHERE id = 1")).rejects.toThrow(/refused/);
    });

    it("lets its old part go at a checkpoint, and verifies from there on", async () => {
      await sealAudit(db.pool, sleutel, nu);
      await schrijf(3);
      await sealAudit(db.pool, sleutel, dagen(2));
      await schrijf(2);
      await sealAudit(db.pool, sleutel, dagen(2.1));
      expect(await removeAuditBefore(db.pool, sleutel, nu, dagen(3))).toBe(0);
      expect(await removeAuditBefore(db.pool, sleutel, dagen(1), dagen(3))).toBe(8);
      expect(await keur()).toMatchObject({ regels: 5, breuken: [] });
      expect(await removeAuditBefore(db.pool, sleutel, dagen(1), dagen(4))).toBe(0);
      await bedrieg("DELETE FROM audit_line WHERE nr = 9");
      expect((await keur()).breuken).toMatchObject([{ soort: "verwijderd", nr: "9", tot: "9" }]);
    });

    it("keeps lines that the Logboek still has to be told", async () => {
      await sealAudit(db.pool, sleutel, nu);
      await db.pool.query("INSERT INTO logboek_stand (doel, nr) VALUES ('bestand', 7)");
      expect(await removeAuditBefore(db.pool, sleutel, dagen(1), dagen(3))).toBe(0);
      await db.pool.query("UPDATE logboek_stand SET nr = 8");
      expect(await removeAuditBefore(db.pool, sleutel, dagen(1), dagen(3))).toBe(8);
    });

    it("does not believe retention that was made up", async () => {
      await sealAudit(db.pool, sleutel, nu);
      await db.pool.query("INSERT INTO audit_checkpoint (soort, nr, hash, op) SELECT 'begin', nr, hash, op FROM audit_line WHERE nr = 5");
      await db.pool.query("DELETE FROM audit_line WHERE nr <= 5");
      expect((await keur()).breuken).toMatchObject([{ soort: "punt", nr: "5" }]);
    });

    it("does not believe retention under a key that nobody knows, after one that we know", async () => {
      await sealAudit(db.pool, sleutel, nu);
      expect(await removeAuditBefore(db.pool, makeZegels(["van een dief"]), dagen(1), dagen(3))).toBe(8);
      expect((await keur()).breuken).toEqual([expect.objectContaining({ soort: "punt", nr: "8" })]);
    });
  });
