import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actiepunt } from "../../src/domain/actiepunt/actiepunt.js";
import type { CasusId } from "../../src/domain/casus/casus.js";
import type { AgendapuntId } from "../../src/domain/overleg/agendapunt.js";
import type { OrganisatieId, PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { Signaal } from "../../src/domain/signaal/signaal.js";
import { say } from "../../src/messages/messages.js";
import { bewaar, leesActie, maakActiepunt, maakCasus } from "../support/acties.js";
import { maakRouteCasus } from "../support/agenda.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { maandag } from "../support/wereld.js";
import { geldigeVelden, Los } from "./los.js";

let store: TestStore;
let los: Los;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  los = await Los.start(store);
});

const id = (naam: string): PersoonId => naam as PersoonId;
const samira = "p03@havenlicht.example";
/** P10, of the NLA, is no party to the convenant of the MDO. */
const nla = "P10";

const draagtOver = (code: string, naar: string) =>
  los.actie(samira, { verb: "actie.overdragen/verstuur", data: { a: code }, velden: { ...geldigeVelden(), naar } });
const actieVan = async (casusId: CasusId): Promise<Actiepunt> => maakActiepunt(los.store, { casusId });

/** P10 stands on the agenda with this casus, invited where he works. */
const genodigd = async (casusId: CasusId, organisatieId: string): Promise<void> => {
  const overleg = {
    id: "o1" as never,
    version: 0,
    tafelId: "mdo" as TafelId,
    soort: "extra" as const,
    begin: maandag,
    eind: maandag,
    status: "gepland" as const,
    aangepast: true,
  };
  const agendapunt = {
    id: "p1" as AgendapuntId,
    version: 0,
    tafelId: "mdo" as TafelId,
    overlegId: overleg.id,
    soort: "casus" as const,
    doel: "besluiten" as const,
    minuten: 10,
    volgorde: 1,
    status: "op_agenda" as const,
    casusId,
    besloten: false,
    inbrengerId: id("P01"),
    ingebrachtOp: maandag,
    inhoud: { vraag: "?", genodigden: [{ persoonId: id(nla), grondslag: "grond", organisatieId: organisatieId as OrganisatieId }], uitgesloten: [] },
  };
  await bewaar(los.store, { soort: "overleg_nieuw", overleg }, { soort: "agendapunt_nieuw", agendapunt });
};

describe("wie werk in een casus kan krijgen", () => {
  it("somebody without a place in the casus cannot be asked: the field says why, and nothing happens", async () => {
    const casus = await maakCasus(los.store);
    const { code } = await actieVan(casus.id);
    expect(await draagtOver(code, nla)).toMatchObject({ soort: "fouten", fouten: { naar: say("nl", "error.actiehouder_kent_casus_niet") } });
    expect((await leesActie(los.store, code)).overdrachtAanId).toBeUndefined();
    const form = await los.actie(samira, { verb: "actie.overdragen", data: { a: code } });
    expect(JSON.stringify(form)).toContain("Dennis Kramer");
    expect(JSON.stringify(form)).not.toContain("Kemal Aydin");
    const velden = { ...geldigeVelden(casus.code), wat: "Bellen", tafel: "mdo", actiehouder: nla };
    const noteert = await los.actie("p06@zvh-oeverland.example", { verb: "actie.noteren/verstuur", velden });
    expect(noteert).toMatchObject({ soort: "fouten", fouten: { actiehouder: say("nl", "error.actiehouder_kent_casus_niet") } });
    // The same person can get what belongs to no casus.
    expect((await draagtOver((await maakActiepunt(los.store)).code, nla)).soort).toBe("vervang");
  });

  it("a party to the convenant, and who is invited or was asked where he works, can", async () => {
    const { casusId, signaal } = await maakRouteCasus(los.store);
    expect((await draagtOver((await actieVan(casusId)).code, "P08")).soort).toBe("vervang");
    const { id: signaalId } = (await los.store.store.findSignaal(signaal)) as Signaal;
    const vraag = {
      id: "v1" as never,
      version: 0,
      soort: "afstemming" as const,
      signaalId,
      aanId: id(nla),
      aanOrganisatieId: "nla" as OrganisatieId,
      vanId: id("P01"),
      gesteldOp: maandag,
      antwoordVoor: "2026-11-30" as never,
      status: "beantwoord" as const,
      eerstOverleggen: false,
      inhoud: { vraag: "?", doel: "", grondslag: "" },
    };
    await bewaar(los.store, { soort: "vraag_nieuw", vraag });
    expect((await draagtOver((await actieVan(casusId)).code, nla)).soort).toBe("vervang");
  });

  it("an invitation counts as long as he works where he was invited", async () => {
    const een = await maakCasus(los.store);
    await genodigd(een.id, "riec");
    expect((await draagtOver((await actieVan(een.id)).code, nla)).soort).toBe("fouten");
    await los.store.pool.query("DELETE FROM agendapunt");
    await los.store.pool.query("DELETE FROM overleg");
    await genodigd(een.id, "nla");
    expect((await draagtOver((await actieVan(een.id)).code, nla)).soort).toBe("vervang");
  });

  it("nobody who is kept out, also when his organisatie is a party", async () => {
    const casus = await maakCasus(los.store, { uitgesloten: [id("P08")] });
    const { code } = await actieVan(casus.id);
    expect(await draagtOver(code, "P08")).toMatchObject({ soort: "fouten", fouten: { naar: say("nl", "error.actiehouder_kent_casus_niet") } });
  });
});
