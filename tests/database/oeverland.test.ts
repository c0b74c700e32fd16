import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import { openTestStore, type TestStore } from "../support/database.js";

let db: TestStore;
beforeAll(async () => {
  db = await openTestStore();
});
afterAll(() => db.close());

it("stores the fictional region whole, and the second import changes nothing", async () => {
  const parsed = parseRegioBestand(JSON.parse(readFileSync("prisma/regio-oeverland.json", "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { regio, personen } = parsed.value;
  expect((await db.importRegio(parsed.value)).nieuw).toBeGreaterThan(personen.length);
  expect(await db.store.readRegio()).toEqual(regio);
  const stored = await db.store.readPersonen(personen.map((p) => p.id));
  expect(stored.map(({ id }) => id).sort()).toEqual(personen.map(({ id }) => id).sort());
  expect(await db.importRegio(parsed.value)).toEqual({ nieuw: 0, gewijzigd: 0, gestopt: 0, overgedragen: 0, blijftLiggen: 0 });
});
