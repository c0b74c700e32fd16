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
