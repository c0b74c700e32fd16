import { beforeEach, describe, expect, it } from "vitest";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { Signaal } from "../../src/domain/signaal/signaal.js";
import type { AuditLine } from "../../src/ports/store.js";
import type { TestStore } from "../support/database.js";
import { at, fresh, makeCasus, makeOverdracht, makeSignaal, makeStap, makeVraag, melder, regio, toChannel } from "./sample.js";

const audit: AuditLine = { wie: "systeem", actie: "test", object: "x", resultaat: "gedaan", herkomst: "test" };
const count = async (db: TestStore, table: string): Promise<number> => Number((await db.pool.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);

/** What `Store.commit` and the reads promise. */
export const commitSuite = (open: () => TestStore) =>
  describe("commit and read", () => {
    let db: TestStore;
    const submit = async (signaal: Signaal): Promise<Signaal> => {
      expect(await db.store.commit({ changes: [{ soort: "signaal_nieuw", signaal }] })).toEqual({ ok: true, value: undefined });
      return signaal;
    };
    /** Lines beside that of the import. */
    const lines = async (): Promise<number> => (await count(db, "audit_line")) - 1;
    beforeEach(async () => {
      db = open();
      await fresh(db);
    });

    it("gives back what was stored, content and instants included", async () => {
      const casus = makeCasus({ route: "zorg", regiehouderId: "bram", regieStatus: "gevraagd", tafelId: "t-mdo" });
      const full = makeSignaal({
        acuut: { op: at("2026-10-25T00:30:00.001Z"), doorId: "anna", belde112: "ik" },
        behandelaarId: "anna",
        opgepaktOp: at("2026-10-25T01:30:00Z"),
        aangehoudenTot: "2026-05-01",
        herzienOp: "2026-06-01",
        intrekkingGevraagdOp: at("2026-04-02T00:00:00Z"),
        casusId: casus.id,
      });
      const [stap, vraag, overdracht] = [makeStap(full), makeVraag(full), makeOverdracht(full)];
      const committed = await db.store.commit({
        changes: [
          { soort: "vraag_nieuw", vraag },
          { soort: "overdracht_nieuw", overdracht },
          { soort: "stap", stap },
          { soort: "signaal_nieuw", signaal: full },
          { soort: "casus_nieuw", casus },
        ],
      });
      expect(committed.ok).toBe(true);
      const { store } = db;
      expect(await store.findSignaal(full.code)).toStrictEqual(full);
      expect(await store.readSignaal(full.id)).toStrictEqual(full);
      expect(await store.stappenVan(full.id)).toStrictEqual([stap]);
      expect(await store.vragenVan(full.id)).toStrictEqual([vraag]);
      expect(await store.openVragenAan(["anna" as PersoonId])).toStrictEqual([vraag]);
      expect(await store.openOverdrachtVan(full.id)).toStrictEqual(overdracht);
      expect(await store.openOverdrachtenNaar(regio.gemeenten.map((g) => g.id))).toStrictEqual([overdracht]);
      expect(await store.findCasus(casus.code)).toStrictEqual(casus);
      expect(await store.casussenMetRegie(["bram" as PersoonId])).toStrictEqual([casus]);
      expect(await store.signalenVanCasus(casus.id)).toStrictEqual([full]);
    });

    it("keeps instants in UTC, also in the hour that comes twice", async () => {
      const signaal = await submit(makeSignaal({ ontvangenOp: at("2026-10-25T00:30:00.250Z") }));
      const { rows } = await db.pool.query(
        `SELECT to_char(ontvangen_op AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') AS t, extract(epoch FROM ontvangen_op) AS e FROM signaal`,
      );
      expect(rows[0]).toMatchObject({ t: "2026-10-25 00:30:00.250", e: "1792888200.250000" });
      expect((await db.store.readSignaal(signaal.id)).ontvangenOp.toISOString()).toBe("2026-10-25T00:30:00.250Z");
    });

    it("stores nothing of a plan when one change lost its race", async () => {
      const [one, two] = [await submit(makeSignaal()), await submit(makeSignaal())];
      expect((await db.store.commit({ changes: [{ soort: "signaal", signaal: { ...two, status: "in_verrijking" } }] })).ok).toBe(true);
      const before = await count(db, "outgoing");
      const lost = await db.store.commit({
        delivery: { key: "d" },
        changes: [
          { soort: "signaal", signaal: { ...one, status: "vervallen" } },
          { soort: "stap", stap: makeStap(one) },
          { soort: "signaal", signaal: { ...two, status: "vervallen" } },
        ],
        audit: [audit],
        intents: [toChannel("triage", one.id)],
        moments: [{ soort: "herzien", objectId: one.id, op: at("2026-05-01T00:00:00Z"), stap: 0 }],
      });
      expect(lost).toEqual({ ok: false, error: "eerder" });
      expect(await db.store.readSignaal(one.id)).toStrictEqual(one);
      expect((await db.store.readSignaal(two.id)).version).toBe(2);
      expect([await count(db, "outgoing"), await lines(), await count(db, "stap"), await count(db, "due_moment")]).toEqual([before, 0, 0, 0]);
      expect(await db.store.findDelivery("d")).toBeUndefined();
    });

    it("lets one of twenty win", async () => {
      const signaal = await submit(makeSignaal());
      const other = await db.another();
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? db : other).store.commit({ changes: [{ soort: "signaal", signaal }], audit: [audit] })),
      );
      expect(results.filter((r) => r.ok)).toHaveLength(1);
      expect(results.filter((r) => !r.ok && r.error === "eerder")).toHaveLength(19);
      expect(await lines()).toBe(1);
      await other.close();
    });

    it("refuses a delivery that was handled, also when the object moved on", async () => {
      const signaal = makeSignaal();
      const plan = { delivery: { key: "act-1", object: signaal.id }, changes: [{ soort: "signaal_nieuw", signaal } as const], audit: [audit] };
      expect((await db.store.commit(plan)).ok).toBe(true);
      expect(await db.store.commit(plan)).toEqual({ ok: false, error: "herhaald" });
      expect(await db.store.commit({ ...plan, changes: [{ soort: "signaal", signaal: { ...signaal, version: 9 } }] })).toEqual({
        ok: false,
        error: "herhaald",
      });
      expect(await db.store.findDelivery("act-1")).toEqual({ object: signaal.id });
      expect(await lines()).toBe(1);
    });

    it("throws on a bug instead of calling it a race", async () => {
      const signaal = await submit(makeSignaal());
      await expect(db.store.commit({ changes: [{ soort: "signaal_nieuw", signaal: makeSignaal({ id: signaal.id }) }] })).rejects.toThrow();
      await expect(db.store.commit({ changes: [{ soort: "signaal_nieuw", signaal: makeSignaal({ melderId: "nobody" }) }] })).rejects.toThrow();
    });

    it("says that a code is taken, and stores nothing", async () => {
      const signaal = await submit(makeSignaal());
      const same = makeSignaal({ code: signaal.code });
      expect(await db.store.commit({ delivery: { key: "act-2" }, changes: [{ soort: "signaal_nieuw", signaal: same }] })).toEqual({
        ok: false,
        error: "code_bezet",
      });
      expect(await db.store.findDelivery("act-2")).toBeUndefined();
    });

    it("lists open signalen oldest first and those of a melder newest first", async () => {
      const older = await submit(makeSignaal({ ontvangenOp: at("2026-01-01T00:00:00Z") }));
      const newer = await submit(makeSignaal({ ontvangenOp: at("2026-02-01T00:00:00Z") }));
      await submit(makeSignaal({ status: "vervallen", ontvangenOp: at("2026-01-15T00:00:00Z") }));
      await submit(makeSignaal({ gemeenteId: "duinstad", ontvangenOp: at("2026-01-16T00:00:00Z") }));
      const waterrijk = regio.gemeenten.slice(0, 1).map((g) => g.id);
      expect((await db.store.openSignalen(waterrijk, 10)).map((s) => s.id)).toEqual([older.id, newer.id]);
      expect((await db.store.openSignalen(waterrijk, 1)).map((s) => s.id)).toEqual([older.id]);
      expect((await db.store.signalenVanMelder(melder.id, 1)).map((s) => s.id)).toEqual([newer.id]);
      expect((await db.store.signalenVanMelder(melder.id, 9)).map((s) => s.code)).toHaveLength(4);
    });
  });
