import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestStore, type TestStore } from "../support/database.js";
import { geheim, Los } from "./los.js";

let database: TestStore;
beforeAll(async () => {
  database = await openTestStore();
});
afterAll(() => database.close());

const analist = "p01@rivierstede.example";

describe("what the log and the figures hear of a delivery", () => {
  it("is chat, kind, interaction and result, with the trace that stands in the audit trail and the request it came with", async () => {
    const los = await Los.start(database);
    const { signaal } = await los.signaal("in_afstemming");
    await los.actie(analist, { verb: "signaal.bekijken", data: { s: signaal.code } }, { requestId: "r-1" });
    expect(los.handled).toEqual([
      { requestId: "r-1", traceId: expect.any(String), platform: expect.any(String), soort: "actie", verb: "signaal.bekijken", uitkomst: "toon", ms: 0 },
    ]);
    const { rows } = await los.store.pool.query("SELECT trace_id FROM audit_line WHERE actie = 'signaal.bekijken'");
    expect(rows).toEqual([{ trace_id: los.handled[0]?.traceId }]);
  });

  it("is never what a client made up", async () => {
    const los = await Los.start(database);
    await los.actie(analist, { verb: geheim, data: { s: geheim } });
    await los.door(analist, { soort: "commando", woord: geheim, rest: geheim });
    expect(los.handled.map(({ verb }) => verb)).toEqual(["onbekend", "onbekend"]);
    expect(JSON.stringify(los.handled)).not.toContain(geheim);
  });

  it("says that something went wrong, also where the verb was made up", async () => {
    const los = await Los.start(database, ({ store }) => ({
      store: { ...store, readRegio: () => Promise.reject(new Error("no")), findLinked: () => Promise.reject(new Error("no")) },
    }));
    await los.actie(analist, { verb: geheim, data: {} });
    expect(los.handled).toMatchObject([{ uitkomst: "fout", verb: "onbekend" }]);
    expect(los.bugs).toMatchObject([{ verb: "onbekend" }]);
  });
});
