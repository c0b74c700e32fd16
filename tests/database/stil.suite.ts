import { beforeEach, describe, expect, it } from "vitest";
import type { Casus } from "../../src/domain/casus/casus.js";
import type { GemeenteId, PersoonId } from "../../src/domain/persoon/persoon.js";
import type { Change } from "../../src/ports/store.js";
import type { TestStore } from "../support/database.js";
import { at, fresh, makeCasus, makeSignaal, makeStap } from "./sample.js";

const voor = at("2026-06-01T00:00:00Z");
const [eerder, toen, kort] = [at("2026-02-01T08:00:00Z"), at("2026-03-29T01:30:00.123Z"), at("2026-06-02T08:00:00Z")];
const lezer = "anna" as PersoonId;

/** What somebody should look at again, since nobody did for a long time. */
export const stilSuite = (open: () => TestStore) =>
  describe("what lies still", () => {
    let db: TestStore;
    beforeEach(async () => {
      db = open();
      await fresh(db);
    });

    const stored = async (...changes: readonly Change[]): Promise<void> => {
      const result = await db.store.commit({ changes });
      if (!result.ok) throw new Error(result.error);
    };
    const signaal = async (more: Parameters<typeof makeSignaal>[0] = {}, ...stappen: readonly Date[]): Promise<string> => {
      const nieuw = makeSignaal(more);
      await stored({ soort: "signaal_nieuw", signaal: nieuw }, ...stappen.map((op) => ({ soort: "stap" as const, stap: makeStap(nieuw, { op }) })));
      return nieuw.code;
    };
    const casus = async (more: Parameters<typeof makeCasus>[0] = {}): Promise<Casus> => {
      const nieuw = makeCasus(more);
      await stored({ soort: "casus_nieuw", casus: nieuw });
      return nieuw;
    };
    const stille = async (limit = 50, gemeenten = ["waterrijk"]) => db.store.stille(voor, gemeenten as GemeenteId[], lezer, limit);
    const codes = async (...more: Parameters<typeof stille>): Promise<readonly string[]> => (await stille(...more)).map(({ code }) => code);

    it("is a signaal without a step for so long, with its last step or when it came in, the longest first", async () => {
      const zonder = await signaal({ ontvangenOp: toen });
      const met = await signaal({ ontvangenOp: eerder }, at("2026-05-01T08:00:00Z"), at("2026-04-01T08:00:00Z"));
      await signaal({ ontvangenOp: eerder }, toen, kort);
      await signaal({ ontvangenOp: kort });
      expect(await stille()).toEqual([
        { soort: "signaal", code: zonder, gemeenteId: "waterrijk", sinds: toen },
        { soort: "signaal", code: met, gemeenteId: "waterrijk", sinds: at("2026-05-01T08:00:00Z") },
      ]);
    });

    it("is not what is closed, waits on purpose, or is of another gemeente", async () => {
      await signaal({ status: "vervallen" }, toen);
      await signaal({ status: "niet_versterkt" }, toen);
      const elders = await signaal({ gemeenteId: "duinstad" }, toen);
      expect(await codes()).toEqual([]);
      expect(await codes(50, ["duinstad"])).toEqual([elders]);
      expect(await codes(50, [])).toEqual([]);
    });

    it("is nothing of which this person is kept out, the casus of such a signaal included", async () => {
      await signaal({ uitgesloten: [lezer] }, toen);
      const dicht = await casus({ geopendOp: toen, uitgesloten: [lezer] });
      await signaal({ status: "casus_actief", casusId: dicht.id }, toen);
      const half = await casus({ geopendOp: toen });
      await signaal({ status: "casus_actief", casusId: half.id, uitgesloten: [lezer] }, toen);
      expect(await codes()).toEqual([]);
    });

    it("is a casus in the place of its signalen, since the last thing that happened in any of them or at a tafel", async () => {
      const stil = await casus({ geopendOp: eerder });
      for (const op of [eerder, toen]) await signaal({ status: "casus_actief", casusId: stil.id, ontvangenOp: eerder }, op);
      const levend = await casus({ geopendOp: eerder });
      for (const op of [toen, kort]) await signaal({ status: "casus_actief", casusId: levend.id, ontvangenOp: eerder }, op);
      const besproken = await casus({ geopendOp: eerder });
      await signaal({ status: "casus_actief", casusId: besproken.id, ontvangenOp: eerder }, toen);
      await db.pool.query(
        "INSERT INTO overleg (id, version, tafel_id, soort, begin, eind, status, aangepast) VALUES ('o1', 1, 't-mdo', 'regulier', $1, $1, 'gehouden', false)",
        [kort],
      );
      await db.pool.query(
        `INSERT INTO agendapunt (id, version, tafel_id, overleg_id, soort, doel, minuten, volgorde, status, besloten, inbrenger_id, ingebracht_op, behandeld_op, casus_id, genodigden, inhoud)
         VALUES ('ap', 1, 't-mdo', 'o1', 'casus', 'bespreken', 10, 1, 'behandeld', false, 'x', $1, $1, $2, '{}', '\\x')`,
        [kort, besproken.id],
      );
      const gesloten = await casus({ geopendOp: eerder, afgeslotenOp: toen });
      await signaal({ status: "casus_actief", casusId: gesloten.id, ontvangenOp: eerder }, toen);
      expect(await stille()).toEqual([{ soort: "casus", code: stil.code, gemeenteId: "waterrijk", sinds: toen }]);
    });

    it("is told up to as many as are wanted, of each gemeente its oldest", async () => {
      // Older still, but somebody did something about it: it takes nobody's place.
      await signaal({ ontvangenOp: at("2026-01-01T08:00:00Z") }, kort);
      const [oud, ouder] = [await signaal({ ontvangenOp: toen }), await signaal({ ontvangenOp: eerder })];
      const elders = await signaal({ gemeenteId: "duinstad", ontvangenOp: at("2026-03-01T08:00:00Z") });
      expect(await codes(1)).toEqual([ouder]);
      expect(await codes(2, ["waterrijk", "duinstad"])).toEqual([ouder, elders]);
      expect(await codes(50, ["waterrijk", "duinstad"])).toEqual([ouder, elders, oud]);
    });
  });
