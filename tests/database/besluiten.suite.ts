import { beforeEach, describe, expect, it } from "vitest";
import type { CasusId } from "../../src/domain/casus/casus.js";
import type { Agendapunt } from "../../src/domain/overleg/agendapunt.js";
import type { Overleg, OverlegId } from "../../src/domain/overleg/overleg.js";
import type { Verloop } from "../../src/domain/overleg/verloop.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { LijstZoek } from "../../src/ports/agenda-store.js";
import type { Change } from "../../src/ports/store.js";
import type { TestStore } from "../support/database.js";
import { makeCasus, regioFile } from "./sample.js";

/** What the reads of besluitenlijsten and the links to files promise. */
export const besluitenSuite = (open: () => TestStore) =>
  describe("besluitenlijsten", () => {
    let db: TestStore;
    const casus = makeCasus();
    const dag = (nr: number): Date => new Date(`2026-12-0${nr}T09:00:00Z`);
    const overleg = (id: string, nr: number, more: Partial<Overleg> = {}): Overleg => ({
      id: id as OverlegId,
      version: 0,
      tafelId: "t-mdo" as TafelId,
      soort: "extra",
      begin: dag(nr),
      eind: dag(nr),
      status: "gehouden",
      aangepast: false,
      ...more,
    });
    const punt = (id: string, overlegId: string, more: object = {}, inhoud: object = {}): Agendapunt =>
      ({
        id,
        version: 0,
        tafelId: "t-mdo",
        overlegId,
        soort: "casus",
        doel: "besluiten",
        minuten: 10,
        volgorde: 1,
        status: "behandeld",
        besloten: false,
        inbrengerId: "anna",
        ingebrachtOp: dag(1),
        ...more,
        inhoud: { genodigden: [], uitgesloten: [], ...inhoud },
      }) as unknown as Agendapunt;
    const verloop = (overlegId: string, lijst: Verloop["lijst"]): Verloop => ({
      overlegId: overlegId as OverlegId,
      version: 0,
      puntOp: dag(1),
      begonnenOp: dag(1),
      gedaan: ["opening"],
      lijst,
      inhoud: { vast: { vorige: { conclusie: "goed" } }, correcties: [] },
    });
    const bewaar = async (...changes: Change[]): Promise<void> => expect(await db.store.commit({ changes })).toMatchObject({ ok: true });
    const zoek = async (more: Partial<LijstZoek>, limit = 10, vanaf = 0): Promise<readonly string[]> =>
      (await db.store.besluitenlijsten({ leidt: [], zit: [], personen: [], zelf: "niemand" as PersoonId, ...more }, limit, vanaf)).map(
        (een) => `${een.overleg.id} ${een.lijst}`,
      );
    beforeEach(async () => {
      db = open();
      await db.truncate();
      await db.importRegio(regioFile());
      await bewaar(
        { soort: "casus_nieuw", casus },
        { soort: "overleg_nieuw", overleg: overleg("o1", 1) },
        { soort: "overleg_nieuw", overleg: overleg("o2", 2, { genodigden: ["bram"] as unknown as PersoonId[] }) },
        { soort: "overleg_nieuw", overleg: overleg("o3", 3, { status: "gepland" }) },
        { soort: "overleg_nieuw", overleg: overleg("o4", 4) },
        { soort: "verloop_nieuw", verloop: verloop("o1", "vastgesteld") },
        { soort: "verloop_nieuw", verloop: verloop("o2", "concept") },
        { soort: "verloop_nieuw", verloop: verloop("o4", "concept") },
        {
          soort: "agendapunt_nieuw",
          agendapunt: punt("p1", "o1", { casusId: casus.id, behandeldOp: dag(1) }, { genodigden: [{ persoonId: "cees", grondslag: "g" }] }),
        },
        {
          soort: "agendapunt_nieuw",
          agendapunt: punt("p4", "o4", { casusId: casus.id, status: "op_agenda" }, { genodigden: [{ persoonId: "cees", grondslag: "g" }] }),
        },
      );
    });

    it("are those of held overleggen, the last first, for who leads, who sits there, and who was invited", async () => {
      const t = ["t-mdo"] as unknown as TafelId[];
      expect(await zoek({ leidt: t })).toEqual(["o4 concept", "o2 concept", "o1 vastgesteld"]);
      expect(await zoek({ zit: t })).toEqual(["o4 concept", "o1 vastgesteld"]);
      expect(await zoek({ personen: ["bram"] as unknown as PersoonId[] })).toEqual(["o2 concept"]);
      expect(await zoek({ personen: ["cees"] as unknown as PersoonId[] })).toEqual(["o1 vastgesteld"]);
      expect(await zoek({ zelf: "anna" as PersoonId })).toEqual(["o1 vastgesteld"]);
      expect(await zoek({})).toEqual([]);
      expect(await zoek({ leidt: t }, 1, 1)).toEqual(["o2 concept"]);
    });

    it("keep the points of a casus, treated ones first, without what was withdrawn", async () => {
      await bewaar({ soort: "agendapunt", agendapunt: { ...punt("p4", "o4", { casusId: casus.id, status: "ingetrokken" }) } as Agendapunt });
      await bewaar({ soort: "agendapunt_nieuw", agendapunt: punt("p5", "o4", { casusId: casus.id, status: "op_agenda" }) });
      await bewaar({ soort: "agendapunt_nieuw", agendapunt: punt("p6", "o4", { casusId: casus.id, behandeldOp: dag(4) }) });
      expect((await db.store.agendapuntenOver(casus.id as CasusId)).map(({ id }) => id)).toEqual(["p6", "p1", "p5"]);
    });

    it("give a link that works once; a later one of the same person takes its place, and the token is not kept", async () => {
      const link = { persoonId: "anna" as PersoonId, overlegId: "o1" as OverlegId, vorm: "docx" as const, verlooptOp: dag(9) };
      await bewaar({ soort: "document_link", link, token: "eerste-token" });
      expect(await db.store.findDocumentLink("eerste-token")).toStrictEqual(link);
      await bewaar({ soort: "document_link", link: { ...link, vorm: "md" }, token: "tweede-token" });
      expect(await db.store.findDocumentLink("eerste-token")).toBeUndefined();
      expect(JSON.stringify((await db.pool.query("SELECT * FROM document_link")).rows)).not.toContain("token-");
      const gebruik = () =>
        db.store.commit({
          changes: [{ soort: "document_link_gebruikt", token: "tweede-token" }],
          audit: [{ wie: "anna" as PersoonId, actie: "besluiten.link_gebruikt", object: "o1", resultaat: "gedaan", herkomst: "link" }],
        });
      const uitkomsten = await Promise.all([gebruik(), gebruik(), gebruik()]);
      expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1);
      expect(uitkomsten.filter(({ ok }) => !ok)).toEqual([
        { ok: false, error: "eerder" },
        { ok: false, error: "eerder" },
      ]);
      expect((await db.pool.query("SELECT 1 FROM audit_line WHERE actie = 'besluiten.link_gebruikt'")).rows).toHaveLength(1);
      expect(await db.store.findDocumentLink("tweede-token")).toBeUndefined();
    });
  });
