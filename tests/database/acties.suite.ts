import { beforeEach, describe, expect, it } from "vitest";
import type { Actiepunt } from "../../src/domain/actiepunt/actiepunt.js";
import { actiepuntStatussen } from "../../src/domain/actiepunt/actiepunt.status.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import type { ActieZoek } from "../../src/ports/actie-store.js";
import { maakActiepunt } from "../support/acties.js";
import type { TestStore } from "../support/database.js";
import { makeCasus, regioFile } from "./sample.js";

/** What the reads of actiepunten promise. */
export const actiesSuite = (open: () => TestStore) =>
  describe("actiepunten", () => {
    let db: TestStore;
    const casus = makeCasus();
    const maak = (more: object): Promise<Actiepunt> => maakActiepunt(db, { actiehouderId: "anna" as never, ...more } as Partial<Actiepunt>);
    const zoek = async (more: Partial<ActieZoek>): Promise<readonly string[]> =>
      (await db.store.actiepunten({ statussen: actiepuntStatussen, ...more }, 50)).map(({ code }) => code);
    beforeEach(async () => {
      db = open();
      await db.truncate();
      await db.importRegio(regioFile());
      await db.store.commit({ changes: [{ soort: "casus_nieuw", casus }] });
    });

    it("come back as they were stored, and change only from the version that was read", async () => {
      const { store } = db;
      const vol = await maak({ casusId: casus.id, overdrachtAanId: "bram", gevraagdeTermijn: "2027-01-04", version: 1 });
      expect(await store.findActiepunt(vol.code)).toStrictEqual(vol);
      expect(await store.readActiepunt(vol.id)).toStrictEqual(vol);
      const { overdrachtAanId: _, gevraagdeTermijn: __, ...kaal } = vol;
      expect(await store.commit({ changes: [{ soort: "actiepunt", actiepunt: kaal }] })).toEqual({ ok: true, value: undefined });
      expect(await store.readActiepunt(vol.id)).toStrictEqual({ ...kaal, version: 2 });
      expect(await store.commit({ changes: [{ soort: "actiepunt", actiepunt: vol }] })).toEqual({ ok: false, error: "eerder" });
    });

    it("are found by who, where, when and what was asked, the first termijn first", async () => {
      const laat = await maak({ termijn: "2026-11-01", tafelId: "t-mdo" });
      const later = await maak({ termijn: "2026-12-01", actiehouderId: "bram", overdrachtAanId: "cees" });
      const klaar = await maak({ termijn: "2026-10-01", status: "afgerond", casusId: casus.id, gevraagdeTermijn: "2027-01-01" });
      expect(await zoek({})).toEqual([klaar.code, laat.code, later.code]);
      expect(await zoek({ statussen: ["open", "in_uitvoering"] })).toEqual([laat.code, later.code]);
      expect(await zoek({ van: ["anna"] as never })).toEqual([klaar.code, laat.code]);
      expect(await zoek({ overdrachtAan: ["cees"] as never })).toEqual([later.code]);
      expect(await zoek({ tafels: ["t-mdo"] as never })).toEqual([laat.code]);
      expect(await zoek({ casusId: casus.id })).toEqual([klaar.code]);
      expect(await zoek({ voor: "2026-11-01" as Dag })).toEqual([klaar.code]);
      expect(await zoek({ tijdGevraagd: true })).toEqual([klaar.code]);
      expect(await zoek({ overdrachtGevraagd: true })).toEqual([later.code]);
      expect(await zoek({ of: [{ tafels: ["t-mdo"] as never }, { van: ["bram"] as never }] })).toEqual([laat.code, later.code]);
      expect((await db.store.actiepunten({ statussen: actiepuntStatussen }, 1, 1)).map(({ code }) => code)).toEqual([laat.code]);
      expect(await db.store.telActiepunten({ statussen: actiepuntStatussen, voor: "2026-11-02" as Dag })).toBe(2);
    });

    it("know whom a message reaches, and whose deputy somebody is", async () => {
      expect(await db.store.bereikbaar(["anna", "bram", "cees"] as never)).toEqual(["anna"]);
      expect(await db.store.bereikbaar([])).toEqual([]);
      expect(await db.store.wieVervangt("bram" as never)).toEqual(["anna"]);
    });

    it("keep the casus they belong to: without it a title would be open", async () => {
      await maak({ casusId: casus.id });
      await expect(db.pool.query("DELETE FROM casus")).rejects.toThrow();
    });
  });
