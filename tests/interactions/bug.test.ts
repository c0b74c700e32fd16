import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { harmless } from "../../src/adapters/observe/log.js";
import type { Store } from "../../src/ports/store.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { geheim, Los } from "./los.js";

let database: TestStore;
beforeAll(async () => {
  database = await openTestStore();
});
afterAll(() => database.close());

/** The store, but one of its methods breaks and quotes what it was given. */
const kapot =
  (method: keyof Store) =>
  ({ store }: TestStore): { store: Store } => ({
    store: {
      ...store,
      [method]: async (...args: unknown[]) => {
        throw new Error(`cannot store ${JSON.stringify(args)} ${geheim} of p01@rivierstede.example`);
      },
    },
  });

describe.each(["readRegio", "vragenVan", "findSignaal", "stappenVan", "readPersonen"] as const)("een fout in %s", (method) => {
  it("gives one apology with a reference that stands in the log, and nothing of what went wrong", async () => {
    const los = await Los.start(database, kapot(method));
    const { signaal } = await los.signaal("in_afstemming");
    const answer = await los.actie("p01@rivierstede.example", { verb: "signaal.bekijken", data: { s: signaal.code } });
    expect(los.bugs).toHaveLength(1);
    const [bug] = los.bugs;
    expect(answer).toEqual({
      soort: "melding",
      tekst: `Er ging iets mis. Onze excuses. Probeer het opnieuw. Lukt het niet? Noem dan dit nummer: ${bug?.referentie}.`,
    });
    expect(bug?.referentie).toMatch(/^[\w-]{8}$/);
    expect(bug?.verb).toBe("signaal.bekijken");
  });
});

describe("een fout", () => {
  it("is told in the language of the client", async () => {
    const los = await Los.start(database, kapot("readOpening"));
    const answer = await los.door("p01@rivierstede.example", { soort: "home" }, { taal: "en" });
    expect(answer).toMatchObject({ soort: "melding", tekst: expect.stringContaining(los.bugs[0]?.referentie ?? "geen") });
    expect(JSON.stringify(answer)).not.toContain("Onze excuses");
  });

  it("leaves no content and no person in the log", async () => {
    const los = await Los.start(database, kapot("findSignaal"));
    await los.actie("p01@rivierstede.example", { verb: "signaal.bekijken", data: { s: "SG-33333-3" } });
    await los.actie("p01@rivierstede.example", { verb: "signaal.bekijken", data: { s: (await los.signaal("in_afstemming")).signaal.code } });
    const line = JSON.stringify(los.bugs.map(({ referentie, error, verb }) => harmless({ referentie, verb, err: error })));
    expect(line).toContain(los.bugs[0]?.referentie);
    expect(line).not.toContain(geheim);
    expect(line).not.toContain("p01@");
  });

  it("is not what a press becomes that carries what no database stores", async () => {
    const los = await Los.start(database);
    const place = { soort: "channel" as const, conversationId: "C1", messageId: "1.1" };
    const answer = await los.actie("p01@rivierstede.example", { verb: "signaal.oppakken", data: { s: "SG-33333-3\u0000" } }, { place });
    expect(los.bugs).toEqual([]);
    expect(JSON.stringify(answer)).not.toContain("Onze excuses");
  });

  it("stores nothing: the same act can be done again", async () => {
    const los = await Los.start(database, kapot("vragenVan"));
    const { signaal } = await los.signaal("bij_aandachtsfunctionaris");
    const act = { verb: "signaal.oppakken", data: { s: signaal.code } };
    await los.actie("p01@rivierstede.example", act, { delivery: "een" });
    expect((await los.store.pool.query("SELECT * FROM delivery")).rows).toEqual([]);
    expect((await los.store.store.readSignaal(signaal.id)).behandelaarId).toBeUndefined();
  });
});
