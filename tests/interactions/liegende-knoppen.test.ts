import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { interactions } from "../../src/app.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { type Dossier, geldigeVelden, Los } from "./los.js";
import { metObject } from "./verboden.js";

let store: TestStore;
let los: Los;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  los = await Los.start(store);
});

const af = "p01@rivierstede.example";
const verzonnen: Readonly<Record<string, string>> = {
  leeg: "",
  rommel: "rommel",
  "een teken dat geen database bewaart": "\u0000SG\u0000",
  "een half teken": "\ud800",
  "veel te lang": "💥x".repeat(50_000),
  "een code die niet bestaat": "SG-33333-3",
  "de naam van een prototype": "__proto__",
  sql: "'; DROP TABLE signaal; --",
  markup: "<!channel> [klik](http://x.example) {{s}} ${s}",
};

/** Presses and sends every interaction with this in its button; what was answered with an apology. */
const bugsMet = async (data: Readonly<Record<string, string>>, velden: Readonly<Record<string, string>>, email = af): Promise<readonly string[]> => {
  for (const { id } of interactions)
    for (const verb of [id, `${id}/verstuur`]) {
      const answer = await los.actie(email, { verb, data, velden });
      expect(["toon", "vervang", "fouten", "melding", "home", "bestand", "niets"], verb).toContain(answer.soort);
    }
  return los.bugs.map(({ verb, error }) => `${verb}: ${String(error).slice(0, 200)}`);
};

const overal = (waarde: string, namen: readonly string[]): Record<string, string> => Object.fromEntries(namen.map((naam) => [naam, waarde]));
const dataNamen = ["s", "v", "c", "o", "rest", "acuut"];

describe("een knop die liegt", () => {
  it.each(Object.entries(verzonnen))("with %s in its data is refused politely", async (_, waarde) => {
    await los.signaal("in_afstemming");
    const before = (await store.pool.query("SELECT * FROM signaal")).rows;
    expect(await bugsMet(overal(waarde, dataNamen), geldigeVelden())).toEqual([]);
    const after = (await store.pool.query("SELECT * FROM signaal WHERE id = $1", [before[0]?.id])).rows;
    expect(after).toEqual(before);
  });

  it("without any data is refused politely", async () => {
    expect(await bugsMet({}, {})).toEqual([]);
  });

  it.each(Object.entries(verzonnen))("with %s in every field is refused politely", async (_, waarde) => {
    const { signaal } = await los.signaal("in_afstemming");
    expect(await bugsMet({ s: signaal.code }, overal(waarde, Object.keys(geldigeVelden())))).toEqual([]);
  });

  it("with a key of the bot itself cannot use that key up", async () => {
    const { signaal } = await los.signaal("bij_aandachtsfunctionaris");
    await los.actie(af, { verb: "signaal.oppakken", data: { s: signaal.code } }, { delivery: "moment:1" });
    expect(await store.store.findDelivery("moment:1")).toBeUndefined();
    expect((await store.store.readSignaal(signaal.id)).behandelaarId).toBe("P01");
  });

  it("with an object of another kind is refused", async () => {
    const eigen = await los.signaal("route_zorg");
    const { signaal, vraag, casus, overdracht } = eigen as Dossier & { casus: NonNullable<Dossier["casus"]> };
    const before = await los.stand();
    // A tafelbeheerder may see what does not arrive; it starts from no object.
    for (const [s, v, c, o] of [
      [casus.code, signaal.code, overdracht.id, vraag.id],
      [vraag.id, overdracht.id, signaal.code, casus.id],
      [signaal.id, signaal.id, casus.id, signaal.id],
    ] as const)
      for (const id of metObject.filter((one) => !one.startsWith("bezorging."))) {
        const answer = await los.actie("p06@zvh-oeverland.example", { verb: `${id}/verstuur`, data: { s, v, c, o, rest: v }, velden: geldigeVelden() });
        // `casus` takes both kinds of codes; what starts from no object has its fields refused.
        if (id !== "casus.tonen")
          expect(answer.soort, id).toBe(["actie.noteren", "tafel.nieuw", "tafel.kanaal_los", "noodtoegang.openen"].includes(id) ? "fouten" : "melding");
      }
    expect(JSON.parse(await los.stand())).toEqual(changedOnly(before, ["persoon", "account"], await los.stand()));
    expect(los.bugs).toEqual([]);
  });

  it("with the question or casus of somebody else is refused", async () => {
    const vreemd = await los.signaal("route_zorg");
    for (const email of ["p09@veiligthuis.example", "p11@riec.example"])
      for (const id of ["vraag.beantwoorden", "vraag.niet_voor_mij", "casus.bekijken", "regie.aanvaarden", "regie.weigeren"]) {
        const data = { v: vreemd.vraag.id, c: vreemd.casus?.code ?? "" };
        const answer = await los.actie(email, { verb: id, data });
        expect(answer, `${email} ${id}`).toMatchObject({ soort: "melding", tekst: expect.stringContaining("Dit mag u niet zien of doen") });
      }
  });

  it("cannot name who acts, what he may, or what was answered before", async () => {
    const { signaal } = await los.signaal("in_afstemming");
    const data = { s: signaal.code, persoonId: "P01", actor: "P01", rol: "aandachtsfunctionaris", wie: "P01" };
    const answer = await los.actie("p14@rivierstede.example", { verb: "signaal.bekijken", data, velden: { ...data } });
    expect(answer.soort).toBe("melding");
    const [line] = (await los.audit()).slice(-1);
    expect(line).toMatchObject({ wie: "P14", actie: "signaal.bekijken", resultaat: "geweigerd" });
  });

  it("shows nobody the receipt of somebody else's form", async () => {
    const velden = {
      ...geldigeVelden(),
      omschrijving: "Er slapen mensen in een loods.",
      gezienOp: "2026-11-20",
      opgemerkt: "balie",
      gemeente: "rivierstede",
      meldcode: "nee",
    };
    const zelfde = { delivery: "nonce-1" };
    const eigen = await los.actie("p15@rivierstede.example", { verb: "signaal.melden/verstuur", velden }, zelfde);
    const ander = await los.actie("p14@rivierstede.example", { verb: "signaal.melden/verstuur", velden }, zelfde);
    expect(JSON.stringify(eigen)).toMatch(/SG-\w{5}-\w/);
    expect(JSON.stringify(ander)).not.toMatch(/SG-\w{5}-\w/);
  });

  it("with a delivery key that no database takes is handled all the same", async () => {
    for (const delivery of ["x".repeat(100_000), "a\u0000b", "\ud800"]) {
      const { signaal } = await los.signaal("bij_aandachtsfunctionaris");
      const answer = await los.actie(af, { verb: "signaal.oppakken", data: { s: signaal.code } }, { delivery });
      expect(answer.soort).toBe("vervang");
    }
    expect(los.bugs).toEqual([]);
  });

  it.each(["\ud800", "half \udc00 teken", "\u0000"])("as a command with %j behind it is answered in words", async (rest) => {
    for (const woord of ["casus", "signaal", "acties", "hulp"]) await los.door(af, { soort: "commando", woord, rest });
    expect(los.bugs).toEqual([]);
  });

  it("leaves the reminder about danger of somebody else alone", async () => {
    await los.actie("p15@rivierstede.example", { verb: "signaal.acuut" });
    const [moment] = (await store.pool.query("SELECT object_id FROM due_moment WHERE soort = 'acuut_nagaan'")).rows;
    const velden = {
      ...geldigeVelden(),
      omschrijving: "Er slapen mensen in een loods.",
      gezienOp: "2026-11-20",
      opgemerkt: "balie",
      gemeente: "rivierstede",
      meldcode: "nee",
    };
    await los.actie("p14@rivierstede.example", { verb: "signaal.melden/verstuur", data: { acuut: `${moment.object_id}@0` }, velden });
    expect((await store.pool.query("SELECT done_op FROM due_moment WHERE soort = 'acuut_nagaan'")).rows).toEqual([{ done_op: null }]);
  });
});

/** The state of before, but for tables that a first contact writes. */
const changedOnly = (before: string, tables: readonly string[], after: string): unknown => {
  const now = JSON.parse(after) as { t: string; h: string }[];
  return (JSON.parse(before) as { t: string; h: string }[]).map((row) => (tables.includes(row.t) ? now.find((one) => one.t === row.t) : row));
};
