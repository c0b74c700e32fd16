import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documents } from "../../src/adapters/document/documents.js";
import { randomIds } from "../../src/adapters/system.js";
import { interactions } from "../../src/app.js";
import { bekijkKaart } from "../../src/cards/cards.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import { ok, refuse } from "../../src/domain/result.js";
import type { SignaalStatus } from "../../src/domain/signaal/signaal.status.js";
import { makeDispatch } from "../../src/interactions/dispatch.js";
import { interaction } from "../../src/interactions/interaction.js";
import { beginAct } from "../../src/use-cases/trace.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { maandag } from "../support/wereld.js";
import { Los } from "./los.js";
import { acties } from "./verboden.js";

let store: TestStore;
let los: Los;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  los = await Los.start(store);
});

/** Who handles a signaal in this status. */
const behandelaars: readonly (readonly [string, SignaalStatus])[] = [
  ["p15@rivierstede.example", "bij_meldpunt"],
  ["p05@rivierstede.example", "in_verrijking"],
  ["p01@rivierstede.example", "in_afstemming"],
  ["p08@politie.example", "in_afstemming"],
  ["p03@havenlicht.example", "route_zorg"],
];

/** Every change and every look passes the two guards below; here whatever these people can do passes them for real. */
describe("every act", () => {
  it("leaves a line: each look, each change and each refusal, by whoever may", { timeout: 300_000 }, async () => {
    const opSpoor = new Set<string>();
    for (const [email, status] of behandelaars) {
      await los.door(email, { soort: "home" });
      let dossier = await los.signaal(status);
      for (const { id } of interactions)
        for (const actie of acties(id, dossier)) {
          const voor = (await los.audit()).length;
          const answer = await los.actie(email, actie);
          const regels = await los.audit(voor);
          const label = `${email} ${status} ${actie.verb}`;
          if ("card" in answer && answer.card.vertrouwelijk) expect(regels, label).toContainEqual(expect.objectContaining({ resultaat: "gezien", actie: id }));
          for (const regel of regels) expect([regel.wie, regel.object], label).not.toContain("");
          if (regels.some(({ resultaat }) => resultaat !== "geweigerd")) opSpoor.add(id);
          if (regels.some(({ resultaat }) => resultaat === "gedaan")) dossier = await los.signaal(status);
        }
    }
    expect(los.bugs).toEqual([]);
    expect(opSpoor.size).toBeGreaterThan(20);
  });
});

describe("what would not be on record", () => {
  const bugs: unknown[] = [];
  const dispatchMet = (planted: ReturnType<typeof interaction>) =>
    makeDispatch({
      ports: { store: los.store.store, clock: { now: () => maandag }, ids: randomIds, documents },
      interactions: [planted],
      taal: "nl",
      onBug: (_referentie, error) => bugs.push(error),
      kick: () => undefined,
    });
  const drukt = (planted: ReturnType<typeof interaction>) =>
    dispatchMet(planted)({
      delivery: randomIds.nonce(),
      account: { platform: "slack", tenant: "T0OEVER", userId: "p01@rivierstede.example" },
      place: { soort: "dialoog", conversationId: "D1" },
      event: { soort: "actie", verb: planted.id, data: {}, velden: {} },
      canShow: true,
      profiel: async () => ({ naam: "Marit", email: "p01@rivierstede.example", soort: "lid" }),
    });
  const details = bekijkKaart({ kop: "geheim", status: "agenda", groepen: [], nietZichtbaar: [], knoppen: [] }, "nl");
  beforeEach(() => bugs.splice(0));

  it("is not shown: details from an interaction that is no look", async () => {
    expect(await drukt(interaction({ id: "planted", run: async () => ok({ soort: "toon", card: details }) }))).toMatchObject({ soort: "melding" });
    expect(String(bugs[0])).toContain("details without a line");
  });

  it("is not shown: details of nobody knows what", async () => {
    expect(await drukt(interaction({ id: "planted", look: async () => ok({ card: details, object: "" }) }))).toMatchObject({ soort: "melding" });
    expect(String(bugs[0])).toContain("details without a line");
  });

  it("is not made: a change without a line", async () => {
    const planted = interaction({
      id: "planted",
      run: async (ctx) => {
        await ctx.ports.store.commit({ changes: [{ soort: "taal", persoonId: ctx.actor.persoon.id, taal: "en" }] });
        return ok({ soort: "niets" });
      },
    });
    expect(await drukt(planted)).toMatchObject({ soort: "melding" });
    expect(String(bugs[0])).toContain("taal without a line in the audit trail");
    expect((await los.store.store.readPersoon("P01" as PersoonId)).taal).toBeUndefined();
  });

  it("gets its line from the dispatcher: a refusal that said nothing itself", async () => {
    await drukt(interaction({ id: "planted", run: async () => refuse({ code: "niet_gevonden" }) }));
    expect((await los.audit()).at(-1)).toEqual({ wie: "P01", actie: "planted", object: "onbekend", resultaat: "geweigerd" });
    expect(bugs).toEqual([]);
  });

  it("carries one trace per act, another for the next", async () => {
    const act = beginAct({ store: los.store.store, clock: { now: () => maandag }, ids: randomIds, documents });
    const regel = { wie: "systeem", actie: "a", object: "o", resultaat: "gedaan", herkomst: "systeem" } as const;
    await act.ports.store.commit({ audit: [regel] });
    await act.ports.store.commit({ audit: [regel] });
    await beginAct({ store: los.store.store, clock: { now: () => maandag }, ids: randomIds, documents }).ports.store.commit({ audit: [regel] });
    const { rows } = await los.store.pool.query<{ trace_id: string }>("SELECT trace_id FROM audit_line WHERE object = 'o' ORDER BY id");
    expect(rows[0]?.trace_id).toMatch(/^[0-9a-f]{32}$/);
    expect([rows[1]?.trace_id, rows[0]?.trace_id === rows[2]?.trace_id]).toEqual([rows[0]?.trace_id, false]);
  });
});
