import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { signaalActions } from "../../src/domain/delen/permissions.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { Los } from "./los.js";
import { idsVoor, lekken, verboden } from "./verboden.js";

// A planted violation: from here on everybody may do everything.
vi.mock("../../src/domain/delen/permissions.js", async (original) => ({ ...(await original<object>()), may: () => true }));

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

describe("a permission table that allows everything", () => {
  it("is noticed at every action on a signaal", async () => {
    const los = await Los.start(store);
    const email = verboden.accenthouder;
    await los.door(email, { soort: "home" });
    for (const { action } of signaalActions.filter((row) => idsVoor("accenthouder").includes(row.action))) {
      const dossier = await los.signaal("route_zorg");
      expect(await lekken(los, "accenthouder", email, [action], dossier, "route_zorg"), action).not.toEqual([]);
    }
  });
});
