import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Agendapunt, AgendapuntId } from "../../src/domain/overleg/agendapunt.js";
import type { Overleg, OverlegId } from "../../src/domain/overleg/overleg.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import { say } from "../../src/messages/messages.js";
import { bewaar } from "../support/acties.js";
import { maakRouteCasus } from "../support/agenda.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { geheim, geldigeVelden, Los } from "./los.js";

let store: TestStore;
let los: Los;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const overleg: Overleg = {
  id: "o1" as OverlegId,
  version: 0,
  tafelId: "mdo" as TafelId,
  soort: "extra",
  begin: new Date("2026-12-10T09:00:00Z"),
  eind: new Date("2026-12-10T10:30:00Z"),
  status: "gepland",
  aangepast: true,
};
const maakPunt = async (more: Partial<Agendapunt> = {}): Promise<Agendapunt> => {
  const { casusId } = await maakRouteCasus(los.store, { status: "op_tafel" });
  const punt: Agendapunt = {
    id: `punt-${casusId}` as AgendapuntId,
    version: 0,
    tafelId: "mdo" as TafelId,
    overlegId: overleg.id,
    soort: "casus",
    doel: "bespreken",
    minuten: 15,
    volgorde: 1,
    status: "op_agenda",
    casusId,
    besloten: false,
    inbrengerId: "P01" as PersoonId,
    ingebrachtOp: new Date("2026-11-23T08:00:00Z"),
    inhoud: { vraag: geheim, genodigden: [{ persoonId: "P08" as PersoonId, grondslag: "Convenant" }], uitgesloten: [] },
    ...more,
  };
  await bewaar(los.store, { soort: "agendapunt_nieuw", agendapunt: punt });
  return punt;
};
beforeEach(async () => {
  los = await Los.start(store);
  await bewaar(
    los.store,
    { soort: "overleg_nieuw", overleg },
    { soort: "agenda_nieuw", agenda: { overlegId: overleg.id, version: 0, status: "verstuurd", herinnerd: false, gewijzigd: [] } },
  );
});

const politie = "p08@politie.example";
const doen = async (email: string, verb: string, data: Record<string, string>) =>
  JSON.stringify(await los.actie(email, { verb, data, velden: geldigeVelden() }));

describe("wie mag wat met een agenda", () => {
  const beheer = ["agenda.versturen", "agenda.uitstellen", "agenda.tijd", "agenda.volgorde", "overleg.aanwezig_namens", "inbreng.toelaten"];
  const lezen = ["agenda.tonen", "agenda.bekijken", "agenda.meer", "overleg.kom", "overleg.kom_niet", "overleg.vervanger", "inbreng.punt"];

  it.each(["p10@nla.example", "p15@rivierstede.example", "p12@regio-oeverland.example"])(
    "%s heeft er niets mee te maken en wordt geweigerd, op schrift",
    async (email) => {
      const punt = await maakPunt();
      const verbs = [...beheer, ...lezen].flatMap((verb) => [verb, `${verb}/verstuur`]);
      const data = { m: overleg.id, t: "mdo", p: punt.id };
      await los.door(email, { soort: "home" });
      const voor = await los.audit();
      const stand = await los.stand();
      for (const verb of verbs) expect(await doen(email, verb, data), verb).toContain(say("nl", "error.geen_toegang"));
      const lines = (await los.audit()).slice(voor.length);
      expect(lines.map(({ resultaat }) => resultaat)).toEqual(verbs.map(() => "geweigerd"));
      expect(await los.stand()).toBe(stand);
    },
  );

  it("een deelnemer leest wie het wel mag", async () => {
    const punt = await maakPunt();
    for (const verb of beheer) expect(await doen(politie, verb, { m: overleg.id, p: punt.id }), verb).toContain(say("nl", "error.geen_recht_agenda"));
  });

  it("alleen wie is uitgenodigd leest de vraag, en wie is uitgesloten nooit", async () => {
    await maakPunt();
    expect(await doen(politie, "agenda.bekijken", { m: overleg.id })).toContain(geheim);
    for (const email of ["p09@veiligthuis.example", "p06@zvh-oeverland.example"]) {
      const answer = await doen(email, "agenda.bekijken", { m: overleg.id });
      expect(answer).toContain(say("nl", "error.geen_punten"));
      expect(answer).not.toContain(geheim);
    }
    const [punt] = await los.store.store.agendapuntenVan(overleg.id);
    if (punt === undefined) throw new Error("no point");
    await bewaar(los.store, { soort: "agendapunt", agendapunt: { ...punt, besloten: true, inhoud: { ...punt.inhoud, uitgesloten: ["P08" as PersoonId] } } });
    expect(await doen(politie, "agenda.bekijken", { m: overleg.id })).not.toContain(geheim);
    expect(los.bugs).toEqual([]);
  });
});

describe("de database", () => {
  it("houdt een casus op één agenda, en weigert wie een oude versie heeft", async () => {
    const punt = await maakPunt();
    const dubbel = await los.store.store.commit({ changes: [{ soort: "agendapunt_nieuw", agendapunt: { ...punt, id: "ander" as AgendapuntId } }] });
    expect(dubbel).toEqual({ ok: false, error: "eerder" });
    const wijzig = { soort: "agendapunt" as const, agendapunt: { ...punt, minuten: 20 } };
    const samen = await Promise.all([los.store.store.commit({ changes: [wijzig] }), los.store.store.commit({ changes: [wijzig] })]);
    expect(samen.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const [na] = await los.store.store.agendapuntenVan(overleg.id);
    expect(na).toEqual({ ...punt, minuten: 20, version: 1 });
  });

  it("een agenda op twee plaatsen tegelijk: het moment gebeurt één keer", async () => {
    await maakPunt();
    const moment = { soort: "agenda" as const, objectId: overleg.id, op: new Date("2026-11-23T07:00:00Z"), stap: 0 };
    await los.store.store.commit({ moments: [moment] });
    const [claimed] = await los.store.work.claimMoments(new Date("2026-11-23T08:00:00Z"), 1000, 1);
    if (claimed === undefined) throw new Error("no moment");
    const gedaan = await Promise.allSettled([los.app.handleMoment(claimed), los.app.handleMoment(claimed)]);
    expect(gedaan.some(({ status }) => status === "fulfilled")).toBe(true);
    const { rows } = await los.store.pool.query("SELECT count(*)::int AS n FROM due_moment WHERE object_id = 'o1' AND soort = 'agenda' AND done_op IS NULL");
    expect(rows[0].n).toBe(1);
  });
});

describe("wat niet is behandeld", () => {
  const wek = async (nu: string, stap = 0): Promise<void> => {
    await los.store.store.commit({ moments: [{ soort: "agenda", objectId: overleg.id, op: new Date(nu), stap }] });
    const claims = await los.store.work.claimMoments(new Date(nu), 1000, 50);
    const moment = claims.find(({ soort, objectId }) => soort === "agenda" && objectId === overleg.id);
    if (moment === undefined) throw new Error("no moment");
    await los.app.handleMoment(moment);
  };
  const vervallen = async (): Promise<void> => bewaar(los.store, { soort: "overleg", overleg: { ...overleg, status: "vervallen" } });
  const volgend: Overleg = { ...overleg, id: "o2" as OverlegId, begin: new Date("2027-01-14T09:00:00Z"), eind: new Date("2027-01-14T10:30:00Z") };
  const intents = async (): Promise<readonly string[]> =>
    (await los.store.pool.query<{ t: string }>("SELECT kind || ' ' || object_id || coalesce(' ' || variant, '') AS t FROM outgoing ORDER BY id")).rows.map(
      ({ t }) => t,
    );

  it("gaat van een vervallen overleg naar het volgende", async () => {
    const punt = await maakPunt();
    await bewaar(los.store, { soort: "overleg_nieuw", overleg: volgend });
    await vervallen();
    await wek("2026-11-23T08:00:00Z");
    expect(await los.store.store.agendapuntenVan(overleg.id)).toEqual([]);
    expect(await los.store.store.agendapuntenVan(volgend.id)).toMatchObject([{ id: punt.id, status: "doorgeschoven" }]);
    expect(await intents()).toContain("agendabericht o2 doorgeschoven");
  });

  it("wacht als er nog geen volgend overleg is, meldt dat één keer, en gaat dan vanzelf mee", async () => {
    const punt = await maakPunt();
    await vervallen();
    await wek("2026-11-23T08:00:00Z");
    await wek("2026-11-24T08:00:00Z", 1);
    expect((await intents()).filter((een) => een === "agendabericht o1 wacht_op_overleg")).toHaveLength(1);
    await bewaar(los.store, { soort: "overleg_nieuw", overleg: volgend });
    await wek("2026-11-25T08:00:00Z", 2);
    expect(await los.store.store.agendapuntenVan(volgend.id)).toMatchObject([{ id: punt.id }]);
  });

  it("vervalt als de casus al op een andere manier van tafel is", async () => {
    const punt = await maakPunt();
    const [signaal] = await los.store.store.signalenVanCasus(punt.casusId as NonNullable<Agendapunt["casusId"]>);
    if (signaal === undefined) throw new Error("no signaal");
    await bewaar(los.store, { soort: "signaal", signaal: { ...signaal, status: "vervallen" } });
    await vervallen();
    await wek("2026-11-23T08:00:00Z");
    expect(await los.store.store.findAgendapunt(punt.id)).toMatchObject({ status: "ingetrokken" });
  });

  it("weigert de regiehouder alsnog, dan gaat de casus van de agenda", async () => {
    const punt = await maakPunt();
    const casus = await los.store.store.readCasus(punt.casusId as NonNullable<Agendapunt["casusId"]>);
    await bewaar(los.store, { soort: "casus", casus: { ...casus, regieStatus: "gevraagd" } });
    const email = "p07@zvh-oeverland.example";
    await los.actie(email, { verb: "regie.weigeren/verstuur", data: { c: casus.code }, velden: geldigeVelden() });
    expect(await los.store.store.signalenVanCasus(casus.id)).toMatchObject([{ status: "vermoeden" }]);
    expect(await los.store.store.findAgendapunt(punt.id)).toMatchObject({ status: "ingetrokken" });
    expect(los.bugs).toEqual([]);
  });
});
