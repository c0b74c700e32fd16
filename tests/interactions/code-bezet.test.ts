import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomIds } from "../../src/adapters/system.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { Los } from "./los.js";

let database: TestStore;
beforeAll(async () => {
  database = await openTestStore();
});
afterAll(() => database.close());

const velden = {
  gemeente: "rivierstede",
  gezienOp: "2026-11-20",
  opgemerkt: "controle",
  omschrijving: "Zes mensen slapen achter een schuur.",
  meldcode: "nee",
};

describe("een code die al bestaat", () => {
  it("is drawn again: the melder notices nothing, and his signaal is there once", async () => {
    const eerste = randomIds.signaalCode();
    const tweede = randomIds.signaalCode();
    const trekkingen = [eerste, eerste, eerste, tweede];
    const los = await Los.start(database, () => ({ ids: { ...randomIds, signaalCode: () => trekkingen.shift() ?? tweede } }));
    const meld = (n: string) => los.actie("p15@rivierstede.example", { verb: "signaal.melden/verstuur", data: { n }, velden });
    expect(JSON.stringify(await meld("een"))).toContain(eerste);
    expect(JSON.stringify(await meld("twee"))).toContain(tweede);
    expect(los.bugs).toEqual([]);
    const { rows } = await database.pool.query("SELECT code FROM signaal ORDER BY ontvangen_op, id");
    expect(rows.map(({ code }) => code).sort()).toEqual([eerste, tweede].sort());
  });

  it("is drawn often enough for a million signalen, which take a sixth of all codes", async () => {
    const [bezet, vrij] = [randomIds.signaalCode(), randomIds.signaalCode()];
    const trekkingen = [bezet, ...Array.from({ length: 15 }, () => bezet), vrij];
    const los = await Los.start(database, () => ({ ids: { ...randomIds, signaalCode: () => trekkingen.shift() ?? vrij } }));
    const meld = (n: string) => los.actie("p15@rivierstede.example", { verb: "signaal.melden/verstuur", data: { n }, velden });
    await meld("een");
    expect(JSON.stringify(await meld("twee"))).toContain(vrij);
  });

  it("is not drawn for ever: it ends in a sentence, and nothing is half-done", async () => {
    const code = randomIds.signaalCode();
    const los = await Los.start(database, () => ({ ids: { ...randomIds, signaalCode: () => code } }));
    const meld = (n: string) => los.actie("p15@rivierstede.example", { verb: "signaal.melden/verstuur", data: { n }, velden });
    await meld("een");
    const voor = await los.stand();
    expect(await meld("twee")).toEqual({ soort: "melding", tekst: "Dit lukte net niet. Er is niets opgeslagen. Probeer het nog eens." });
    expect(await los.stand()).toBe(voor);
  });
});
