import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/ports/chat.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { Los } from "./los.js";

let database: TestStore;
beforeAll(async () => {
  database = await openTestStore();
});
afterAll(() => database.close());

describe("een bezorging die de chat herhaalt", () => {
  it("krijgt hetzelfde antwoord, ook als zij begon voordat de eerste klaar was", async () => {
    let between: (() => Promise<void>) | undefined;
    const los = await Los.start(database, ({ store }) => ({
      store: {
        ...store,
        readOpening: async (...args) => {
          const opening = await store.readOpening(...args);
          const first = between;
          between = undefined;
          await first?.();
          return opening;
        },
      },
    }));
    const { signaal } = await los.signaal("bij_aandachtsfunctionaris");
    const oppakken = (): Promise<Answer> => los.actie("p01@rivierstede.example", { verb: "signaal.oppakken", data: { s: signaal.code } }, { delivery: "een" });
    const answers: Answer[] = [];
    between = async () => void answers.push(await oppakken());
    answers.push(await oppakken());
    expect(answers[0]).toMatchObject({ soort: "vervang", card: { tekst: "Gedaan." } });
    expect(answers[1]).toEqual(answers[0]);
    expect((await los.store.store.readSignaal(signaal.id)).behandelaarId).toBe("P01");
  });
});
