import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Overleg } from "../../src/domain/overleg/overleg.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import { tafelActions } from "../../src/domain/tafel/tafel-rechten.js";
import { say } from "../../src/messages/messages.js";
import type { ClaimedMoment } from "../../src/ports/work.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { maandag } from "../support/wereld.js";
import { Los } from "./los.js";

let store: TestStore;
let los: Los;
let overleg: Overleg;
const mdo = "mdo" as TafelId;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  los = await Los.start(store);
  await los.door("p06@zvh-oeverland.example", { soort: "home" });
  await planAlles();
  overleg = (await los.store.store.komendeOverleggen(mdo, maandag, 1))[0] as Overleg;
});

/** Two instances at once: what falls due happens once. */
const planAlles = async (): Promise<readonly ClaimedMoment[]> => {
  const ander = await los.store.another();
  const morgen = new Date(Date.now() + 1_000);
  const claims = await Promise.all([los.store.work.claimMoments(morgen, 60_000, 50), ander.work.claimMoments(morgen, 60_000, 50)]);
  const moments = claims.flat();
  for (const moment of moments) await los.app.handleMoment(moment);
  return moments;
};

const veranderen = ["tafel.inrichten", "tafel.vervanger", "overleg.verzetten", "overleg.laten_vervallen", "overleg.toevoegen", "overleg.gaat_door"] as const;
const knop = (verb: string) => ({ verb, data: { t: "mdo", m: overleg.id as string, k: "x" }, velden: velden() });
const velden = () => ({
  ritme: "eerste",
  weekdag: "4",
  tijd: "10.00",
  vanaf: "2026-12-01",
  feestdag: "week_later",
  duur: "90",
  voorzitter: "P06",
  secretaris: "P07",
  beheerder: "P06",
  deelnemers: "P06,P07,P08",
  genodigden: "P06,P08",
  overlegSoort: "extra",
  datum: "2027-02-10",
  deelnemer: "P08",
});
const tekst = async (email: string, verb: string): Promise<string> => {
  const answer = await los.actie(email, knop(verb));
  return answer.soort === "melding" ? answer.tekst : answer.soort;
};

describe("who may change a tafel", () => {
  it("a participant is told who may, nobody else anything, and every refusal is on record", async () => {
    const lid = "p08@politie.example";
    const buiten = "p12@regio-oeverland.example";
    for (const email of [lid, buiten]) await los.door(email, { soort: "home" });
    const voor = await los.stand();
    const regels = (await los.audit()).length;
    for (const id of [...veranderen, "tafel.opslaan"]) {
      for (const verb of [id, `${id}/verstuur`]) {
        expect([verb, await tekst(lid, verb)]).toEqual([verb, say("nl", "error.geen_tafelbeheerder")]);
        expect([verb, await tekst(buiten, verb)]).toEqual([verb, say("nl", "error.geen_toegang")]);
      }
    }
    expect(await los.stand()).toBe(voor);
    const geweigerd = await los.audit(regels);
    expect(geweigerd).toHaveLength((veranderen.length + 1) * 4);
    expect(new Set(geweigerd.map((regel) => regel.resultaat))).toEqual(new Set(["geweigerd"]));
  });

  it("the deputy of the tafelbeheerder may, and the table of rights names every action", async () => {
    expect(await tekst("p07@zvh-oeverland.example", "overleg.verzetten")).toBe("toon");
    expect(tafelActions.map((row) => row.action)).toEqual(expect.arrayContaining([...veranderen]));
  });

  it("the planning moments of two instances were handled once", async () => {
    const { rows } = await los.store.pool.query("SELECT count(*)::int AS n, count(DISTINCT (tafel_id, gepland))::int AS d FROM overleg");
    expect(rows[0].n).toBe(rows[0].d);
    expect(rows[0].n).toBeGreaterThan(50);
    expect(await planAlles()).toEqual([]);
  });
});

describe("what is wrong stands on its field", () => {
  const fouten = async (verb: string, anders: Record<string, string>) => {
    const answer = await los.actie("p06@zvh-oeverland.example", { ...knop(verb), velden: { ...velden(), ...anders } });
    return answer.soort === "fouten" ? Object.keys(answer.fouten) : answer.soort;
  };

  it.each([
    [{ voorzitter: "P06,P07" }, "voorzitter"],
    [{ voorzitter: "P99" }, "voorzitter"],
    [{ deelnemers: "P06,P99" }, "deelnemers"],
    [{ ritme: "soms" }, "ritme"],
    [{ weekdag: "7" }, "weekdag"],
    [{ tijd: "25.00" }, "tijd"],
    [{ ritme: "cron", cron: "0 10 31 2 *" }, "cron"],
    [{ ritme: "cron" }, "cron"],
    [{ ritme: "cron", cron: "0 10 15 4 ?", elke: "0" }, "elke"],
    [{ link: "http://onveilig.example" }, "link"],
    [{ agenda: "70" }, "agenda"],
    [{ minimaal: "12" }, "minimaal"],
    [{ vanaf: "2027-02-30" }, "vanaf"],
  ])("inrichten %j", async (anders, veld) => {
    const voor = await los.stand();
    expect(await fouten("tafel.inrichten/verstuur", anders)).toEqual([veld]);
    expect(await los.stand()).toBe(voor);
  });

  it.each([
    [{ datum: "2026-11-20" }, "datum"],
    [{ datum: "2027-03-26" }, "datum"],
    [{ datum: "2036-01-01" }, "datum"],
    [{ datum: "2027-01-07" }, "datum"],
    [{ tijd: "tien" }, "tijd"],
    [{ genodigden: "P06,P99" }, "genodigden"],
    [{ duur: "5" }, "duur"],
  ])("extra overleg %j", async (anders, veld) => {
    expect(await fouten("overleg.toevoegen/verstuur", anders)).toEqual([veld]);
  });

  it("two who move one overleg: the second is told", async () => {
    const [een, twee] = await Promise.all(
      ["2027-02-10", "2027-02-11"].map((datum) =>
        los.actie("p06@zvh-oeverland.example", { ...knop("overleg.verzetten/verstuur"), velden: { datum, tijd: "9.00" } }),
      ),
    );
    expect([een?.soort, twee?.soort].sort()).toEqual(["melding", "vervang"]);
    expect(los.bugs).toEqual([]);
  });

  it("a form that was looked at by somebody else in between is not saved", async () => {
    expect(await tekst("p06@zvh-oeverland.example", "tafel.opslaan")).toBe(say("nl", "error.concept_verlopen"));
  });
});

describe("who sits in the chair", () => {
  const voorzitter = "p06@zvh-oeverland.example";
  const secretaris = "p07@zvh-oeverland.example";
  const beheerder = "p12@regio-oeverland.example";
  /** P12 is tafelbeheerder of the MDO, P06 its voorzitter, P07 its secretaris. */
  const vul = (email: string, anders: Record<string, string>) =>
    los.actie(email, { ...knop("tafel.inrichten/verstuur"), velden: { ...velden(), beheerder: "P12", ...anders } });
  const slaOp = async (email: string, anders: Record<string, string>): Promise<string> => {
    const proef = await vul(email, anders);
    if (proef.soort !== "toon") return proef.soort === "fouten" ? JSON.stringify(proef.fouten) : proef.soort;
    const k = /"k":"([^"]+)"/.exec(JSON.stringify(proef.card))?.[1] ?? "";
    return (await los.actie(email, { verb: "tafel.opslaan", data: { t: "mdo", k } })).soort;
  };
  const zit = async () => {
    const { voorzitterId, secretarisId } = (await los.store.store.inrichtingVan(mdo)) ?? {};
    return [voorzitterId, secretarisId];
  };
  const berichten = async (): Promise<readonly string[]> =>
    (
      await los.store.pool.query<{ r: string }>("SELECT recipient || ' ' || variant AS r FROM outgoing WHERE variant ~ '^(voorzitter|secretaris)_' ORDER BY id")
    ).rows.map(({ r }) => r);
  beforeEach(async () => {
    for (const email of [voorzitter, secretaris, beheerder]) await los.door(email, { soort: "home" });
    expect(await slaOp(voorzitter, {})).toBe("vervang");
    await los.store.pool.query("DELETE FROM outgoing");
  });

  it("a tafelbeheerder or secretaris does not put himself in it: the field says who may, and nothing is saved", async () => {
    for (const [email, anders, veld] of [
      [beheerder, { voorzitter: "P12" }, "voorzitter"],
      [beheerder, { secretaris: "P12" }, "secretaris"],
      [secretaris, { voorzitter: "P07" }, "voorzitter"],
      [secretaris, { secretaris: "P08" }, "secretaris"],
    ] as const) {
      const regels = (await los.audit()).length;
      expect(JSON.parse(await slaOp(email, anders))).toEqual({ [veld]: say("nl", "error.voorzitter_wijst_aan") });
      expect(await los.audit(regels)).toEqual([{ wie: email.slice(0, 3).toUpperCase(), actie: "tafel.stoel", object: "mdo", resultaat: "geweigerd" }]);
    }
    expect(await zit()).toEqual(["P06", "P07"]);
    expect(await slaOp(beheerder, { duur: "60" })).toBe("vervang");
    expect(await berichten()).toEqual([]);
  });

  it("the voorzitter gives it away, and both hear so; then it is no longer his", async () => {
    expect(await slaOp(voorzitter, { voorzitter: "P09", secretaris: "P12" })).toBe("vervang");
    expect(await zit()).toEqual(["P09", "P12"]);
    expect(await berichten()).toEqual([
      "persoon:P09 voorzitter_erbij",
      "persoon:P06 voorzitter_af",
      "persoon:P12 secretaris_erbij",
      "persoon:P07 secretaris_af",
    ]);
    const kaart = await los.app.render({ kind: "overlegbericht", objectId: "mdo", to: { persoonId: "P09" as never }, variant: "voorzitter_erbij" });
    expect(kaart?.tekst).toContain("U bent voorzitter");
    expect(await los.app.render({ kind: "overlegbericht", objectId: "mdo", to: { persoonId: "P06" as never }, variant: "voorzitter_erbij" })).toBeUndefined();
    expect(await slaOp(voorzitter, { voorzitter: "P06", secretaris: "P12" })).not.toBe("vervang");
  });

  it("when he is gone, who organises the tafels of the region fills it, nobody else", async () => {
    await slaOp(voorzitter, { voorzitter: "P09" });
    await los.zonder("P09");
    expect(await zit()).toEqual(["P09", "P07"]);
    // P07 may start a tafel as procesregisseur; the deelnemer may not.
    expect(await tekst("p08@politie.example", "tafel.inrichten")).toBe(say("nl", "error.geen_tafelbeheerder"));
    expect(await slaOp(beheerder, { voorzitter: "P12" })).toBe("vervang");
    expect(await zit()).toEqual(["P12", "P07"]);
  });
});
