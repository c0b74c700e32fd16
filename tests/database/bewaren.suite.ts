import { beforeEach, describe, expect, it } from "vitest";
import type { Vernietigingsstop } from "../../src/domain/bewaren/vernietiging.js";
import type { CasusId } from "../../src/domain/casus/casus.js";
import type { Agendapunt } from "../../src/domain/overleg/agendapunt.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { Change } from "../../src/ports/store.js";
import type { TestStore } from "../support/database.js";
import { fresh, makeActiepunt, makeCasus, makeOverdracht, makeSignaal, makeStap, makeVraag, melder } from "./sample.js";

export const bewarenSuite = (open: () => TestStore) =>
  describe("what is destroyed", () => {
    let db: TestStore;
    beforeEach(async () => {
      db = open();
      await fresh(db);
    });

    const stored = async (...changes: readonly Change[]): Promise<void> => {
      const result = await db.store.commit({ changes });
      if (!result.ok) throw new Error(result.error);
    };
    const stopOp = (objectId: string): Vernietigingsstop => ({
      id: `stop-${objectId}`,
      version: 0,
      soort: "casus",
      objectId,
      code: "C-4MRTX-D",
      gemeenteId: makeSignaal().gemeenteId,
      doorId: melder.id,
      op: new Date("2026-11-23T09:00:00Z"),
      inhoud: { reden: "De schuur komt voor de rechter." },
    });
    const punt = (casusId: CasusId): Agendapunt => ({
      id: `punt-${casusId}` as Agendapunt["id"],
      version: 0,
      tafelId: "t-mdo" as Agendapunt["tafelId"],
      overlegId: "o1" as Agendapunt["overlegId"],
      soort: "casus",
      doel: "bespreken",
      minuten: 10,
      volgorde: 1,
      status: "behandeld",
      casusId,
      besloten: false,
      inbrengerId: melder.id,
      ingebrachtOp: new Date("2026-11-23T09:00:00Z"),
      behandeldOp: new Date("2026-11-24T09:00:00Z"),
      inhoud: {
        vraag: "De schuur?",
        genodigden: [{ persoonId: melder.id, grondslag: "convenant" }],
        uitgesloten: [] as PersoonId[],
        conclusie: "De schuur gaat dicht.",
      },
    });
    const filled = async () => {
      const casus = makeCasus();
      const signaal = makeSignaal({ casusId: casus.id });
      const vraag = makeVraag(signaal);
      const actiepunt = makeActiepunt({ casusId: casus.id });
      await stored(
        {
          soort: "overleg_nieuw",
          overleg: {
            id: "o1" as never,
            version: 0,
            tafelId: "t-mdo" as never,
            soort: "extra",
            begin: new Date("2026-11-24T09:00:00Z"),
            eind: new Date("2026-11-24T10:00:00Z"),
            status: "gehouden",
            aangepast: true,
          },
        },
        { soort: "casus_nieuw", casus },
        { soort: "signaal_nieuw", signaal },
        { soort: "stap", stap: makeStap(signaal) },
        { soort: "vraag_nieuw", vraag },
        { soort: "overdracht_nieuw", overdracht: makeOverdracht(signaal) },
        { soort: "actiepunt_nieuw", actiepunt },
        { soort: "agendapunt_nieuw", agendapunt: punt(casus.id) },
        { soort: "stop_nieuw", stop: stopOp(casus.id) },
      );
      return { casus, signaal, vraag, actiepunt };
    };
    const weg = (...owners: readonly string[]): readonly Change[] => [
      ...owners.map((owner) => ({ soort: "sleutel_weg" as const, owner })),
      { soort: "inhoud_weg", owners },
    ];

    it.each([
      ["emptied with its key", true],
      ["as an old backup gives it back", false],
    ])("is read without content, %s: nothing throws and nothing of it is left", async (_, leeg) => {
      const { casus, signaal, vraag, actiepunt } = await filled();
      const owners = [casus.id, signaal.id];
      await stored(...(leeg ? weg(...owners) : owners.map((owner) => ({ soort: "sleutel_weg" as const, owner }))));
      const { store } = db;
      const vernietigdOp = expect.any(Date);
      expect(await store.readSignaal(signaal.id)).toMatchObject({ status: "vernietigd", vernietigdOp, inhoud: { omschrijving: "", aanvullingen: [] } });
      expect(await store.signalenVanCasus(casus.id)).toMatchObject([{ id: signaal.id, vernietigdOp }]);
      expect(await store.signalenVanMelder(melder.id, 9)).toMatchObject([{ code: signaal.code, vernietigdOp }]);
      expect(await store.stappenVan(signaal.id)).toMatchObject([{ inhoud: {} }]);
      expect(await store.readVraag(vraag.id)).toMatchObject({ inhoud: { vraag: "", doel: "", grondslag: "" } });
      expect(await store.readActiepunt(actiepunt.id)).toMatchObject({ vernietigdOp, inhoud: { wat: "", stappen: [] } });
      expect(await store.agendapuntenVan("o1" as never)).toMatchObject([{ status: "behandeld", vernietigdOp, inhoud: { genodigden: [], uitgesloten: [] } }]);
      expect(await store.openStoppen([signaal.gemeenteId])).toMatchObject([{ inhoud: { reden: "" } }]);
      expect(await store.halfVernietigd(9)).toEqual(leeg ? [] : [...owners].sort());
      const gelezen = await store.readCasus(casus.id);
      expect(gelezen.inhoud).toBeUndefined();
      if (!leeg) return;
      expect(gelezen).toMatchObject({ vernietigdOp, regieStatus: "geen", code: casus.code });
      for (const veld of ["route", "regiehouderId", "tafelId"] as const) expect(gelezen[veld], veld).toBeUndefined();
      for (const tabel of ["casus", "signaal", "stap", "vraag", "overdracht", "actiepunt", "agendapunt", "vernietigingsstop"])
        expect((await db.pool.query(`SELECT max(length(inhoud)) AS n FROM ${tabel}`)).rows, tabel).toEqual([{ n: 0 }]);
    });

    it("leaves what belongs to another alone, also when it hangs on the same overleg", async () => {
      const { casus, signaal } = await filled();
      const ander = makeCasus();
      const blijft = makeActiepunt({ casusId: ander.id });
      const eigen = makeActiepunt({ puntId: `punt-${casus.id}` as never });
      await stored({ soort: "casus_nieuw", casus: ander }, { soort: "actiepunt_nieuw", actiepunt: blijft }, { soort: "actiepunt_nieuw", actiepunt: eigen });
      const aanhang = await db.store.aanhangVan([signaal.id], casus.id);
      expect(aanhang.acties.map(({ id }) => id)).toContain(eigen.id);
      expect(aanhang.acties.map(({ id }) => id)).not.toContain(blijft.id);
      expect(aanhang.overlegIds).toEqual(["o1"]);
      await stored(...weg(casus.id, signaal.id, eigen.id));
      expect((await db.store.readActiepunt(eigen.id)).inhoud.wat).toBe("");
      expect((await db.store.readActiepunt(blijft.id)).inhoud).toEqual(blijft.inhoud);
    });

    it("stays when somebody stops it in the same moment: one of both is too late", async () => {
      const signaal = makeSignaal();
      await stored({ soort: "signaal_nieuw", signaal });
      const stop = { ...stopOp(signaal.id), soort: "signaal" as const };
      const results = await Promise.all([
        db.store.commit({
          changes: [
            { soort: "signaal", signaal },
            { soort: "stop_nieuw", stop },
          ],
        }),
        db.store.commit({ changes: [{ soort: "signaal", signaal: { ...signaal, status: "vernietigd" } }, ...weg(signaal.id)] }),
      ]);
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(results.find(({ ok }) => !ok)).toMatchObject({ error: "eerder" });
    });
  });
