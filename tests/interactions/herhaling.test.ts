import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { Answer } from "../../src/ports/chat.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { Los } from "./los.js";

let database: TestStore;
beforeAll(async () => {
  database = await openTestStore();
});
afterAll(() => database.close());

describe("een bezorging die de chat herhaalt", () => {
  it("die begon voordat de eerste klaar was, hoort hetzelfde als een die daarna komt: niet dat er niets meer kan", async () => {
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
    const { signaal } = await los.signaal("bij_meldpunt", { behandelaarId: "P05" as PersoonId });
    const event = { verb: "signaal.start_verrijking/verstuur", data: { s: signaal.code }, velden: { grondslag: "Kanariewet" } };
    const begint = (delivery: string): Promise<Answer> => los.actie("p05@rivierstede.example", event, { delivery });
    const answers: Answer[] = [];
    between = async () => void answers.push(await begint("een"));
    answers.push(await begint("een"), await begint("een"));
    const [eerste, tegelijk, later] = answers;
    expect(eerste).toMatchObject({ soort: "vervang" });
    expect(tegelijk).toEqual(later);
    expect(tegelijk).not.toEqual(await begint("ander"));
    expect((await los.store.store.readSignaal(signaal.id)).status).toBe("in_verrijking");
  });
});
