import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { interactions } from "../../src/app.js";
import { signaalStatussen } from "../../src/domain/signaal/signaal.status.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { Los } from "./los.js";
import { acties, idsVoor, lekken, metObject, type Verboden, verboden, vrij } from "./verboden.js";

let store: TestStore;
let los: Los;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  los = await Los.start(store);
  for (const email of Object.values(verboden)) await los.door(email, { soort: "home" });
});

describe("wie niets met een signaal te maken heeft", () => {
  it("is tried with every interaction there is", () => {
    expect([...metObject, ...vrij].sort()).toEqual(interactions.map(({ id }) => id).sort());
  });

  it.each(Object.keys(verboden) as Verboden[])("%s is refused everything, in every status, and reads nothing", { timeout: 120_000 }, async (wie) => {
    for (const status of signaalStatussen) {
      const dossier = await los.signaal(status);
      expect(await lekken(los, wie, verboden[wie], idsVoor(wie), dossier, status)).toEqual([]);
    }
    expect(los.bugs).toEqual([]);
  });

  it("somebody who left is refused everything, also what is free to others", async () => {
    const email = "p01@rivierstede.example";
    await los.door(email, { soort: "home" });
    await los.zonder("P01");
    const dossier = await los.signaal("in_afstemming");
    expect(await lekken(los, "vertrokken", email, [...metObject, ...vrij], dossier, "in_afstemming")).toEqual([]);
  });
});

describe("wie er wel bij hoort", () => {
  it.each([
    ["p08@politie.example", "in_afstemming", ["vraag.beantwoorden", "vraag.niet_voor_mij", "signaal.bekijken"]],
    ["p06@zvh-oeverland.example", "route_zorg", ["regie.aanvaarden", "regie.weigeren", "casus.bekijken", "signaal.bekijken"]],
    ["p02@dijkveld.example", "bij_aandachtsfunctionaris", ["overdracht.aanvaarden", "overdracht.weigeren"]],
    ["p05@rivierstede.example", "in_verrijking", ["signaal.verrijken", "signaal.bekijken", "signaal.meer"]],
  ] as const)("%s is let in with the same made actions in %s", async (email, status, ids) => {
    for (const id of ids) {
      const [press = { verb: id }] = acties(id, await los.signaal(status));
      expect(["toon", "niets", "vervang"], id).toContain((await los.actie(email, press)).soort);
    }
  });
});
