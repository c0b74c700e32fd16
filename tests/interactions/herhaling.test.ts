import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Verloop } from "../../src/domain/overleg/verloop.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import { say } from "../../src/messages/messages.js";
import type { Answer } from "../../src/ports/chat.js";
import { bewaar } from "../support/acties.js";
import { maakCasusPunt, maakOverleg, maakRouteCasus } from "../support/agenda.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { maandag } from "../support/wereld.js";
import { Los } from "./los.js";

let database: TestStore;
beforeAll(async () => {
  database = await openTestStore();
});
afterAll(() => database.close());

const verrijking = async (los: Los) => {
  const { signaal } = await los.signaal("bij_meldpunt", { behandelaarId: "P05" as PersoonId });
  const event = { verb: "signaal.start_verrijking/verstuur", data: { s: signaal.code }, velden: { grondslag: "Kanariewet" } };
  return { signaal, begint: (delivery: string, email = "p05@rivierstede.example"): Promise<Answer> => los.actie(email, event, { delivery }) };
};

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
    const { signaal, begint } = await verrijking(los);
    const answers: Answer[] = [];
    between = async () => void answers.push(await begint("een"));
    answers.push(await begint("een"), await begint("een"));
    const [eerste, tegelijk, later] = answers;
    expect(eerste).toMatchObject({ soort: "vervang", zin: expect.stringContaining(signaal.code) });
    expect(tegelijk).toEqual(eerste);
    expect(later).toEqual(eerste);
    expect(await begint("ander")).not.toEqual(eerste);
    expect((await los.store.store.readSignaal(signaal.id)).status).toBe("in_verrijking");
  });

  it("wacht op het antwoord van de eerste, als die net iets heeft opgeslagen", async () => {
    let opgeslagen: () => void = () => undefined;
    const isOpgeslagen = new Promise<void>((resolve) => {
      opgeslagen = resolve;
    });
    const los = await Los.start(database, ({ store }) => ({
      store: {
        ...store,
        commit: async (plan) => {
          if (plan.changes?.some(({ soort }) => soort === "beantwoord")) await new Promise((resolve) => setTimeout(resolve, 150));
          const stored = await store.commit(plan);
          if (plan.delivery?.key === "in:een") opgeslagen();
          return stored;
        },
      },
    }));
    const { begint } = await verrijking(los);
    const eerste = begint("een");
    await isOpgeslagen;
    expect(await begint("een")).toEqual(await eerste);
  });

  it("hoort de eerste dat het gelukt is, ook als zijn antwoord niet te bewaren was", async () => {
    const los = await Los.start(database, ({ store }) => ({
      store: {
        ...store,
        commit: async (plan) => {
          if (plan.changes?.some(({ soort }) => soort === "beantwoord")) throw new Error("the database fell away");
          return store.commit(plan);
        },
      },
    }));
    const { begint, signaal } = await verrijking(los);
    expect(await begint("een")).toMatchObject({ soort: "vervang", zin: expect.stringContaining(signaal.code) });
    expect(await begint("een")).toEqual({ soort: "melding", tekst: say("nl", "error.al_behandeld") });
    expect(los.bugs.map(({ verb }) => verb)).toEqual(["signaal.start_verrijking"]);
  });

  it("zegt dat het al gedaan is, als de bot stopte voordat hij iets kon zeggen", async () => {
    const los = await Los.start(database, ({ store }) => ({
      store: {
        ...store,
        commit: async (plan) => (plan.changes?.some(({ soort }) => soort === "beantwoord") ? { ok: true, value: undefined } : store.commit(plan)),
      },
    }));
    const { begint } = await verrijking(los);
    await begint("een");
    expect(await begint("een")).toEqual({ soort: "melding", tekst: say("nl", "error.al_behandeld") });
  });

  it("vertelt een ander niet wat de eerste hoorde", async () => {
    const los = await Los.start(database);
    const { begint, signaal } = await verrijking(los);
    await begint("een");
    const ander = await begint("een", "p08@politie.example");
    expect(ander).toEqual({ soort: "melding", tekst: say("nl", "error.al_behandeld") });
    expect(JSON.stringify(ander)).not.toContain(signaal.code);
  });

  it("een regiehouder die een besluit noteert gaat ook de tweede keer verder op de kaart, en er staat geen weigering van hem", async () => {
    const los = await Los.start(database);
    const { casusId } = await maakRouteCasus(los.store, { status: "op_tafel" }, { regiehouderId: "P03" as PersoonId });
    const overleg = await maakOverleg(los.store, "mdo", "2026-11-23T08:30:00+01:00", { status: "bezig" });
    const punt = maakCasusPunt(casusId, overleg);
    await bewaar(los.store, { soort: "agendapunt_nieuw", agendapunt: punt });
    const verloop = { overlegId: overleg.id, version: 0, nu: punt.id, puntOp: maandag, begonnenOp: maandag, gedaan: [], lijst: "geen" } as const;
    await bewaar(los.store, { soort: "verloop_nieuw", verloop: { ...verloop, inhoud: { vast: {}, correcties: [] } } as unknown as Verloop });
    const actie = { verb: "overleg.besluit/verstuur", data: { m: overleg.id, p: punt.id }, velden: { besluit: "De kanarieopvang blijft." } };
    const druk = () => los.actie("p03@havenlicht.example", actie, { delivery: "een" });
    const eerste = await druk();
    expect(eerste).toMatchObject({ soort: "vervang", card: expect.anything() });
    expect(await druk()).toEqual(eerste);
    expect((await los.audit()).filter(({ resultaat }) => resultaat === "geweigerd")).toEqual([]);
  });

  it("Er is nu gevaar heeft het nummer van het formulier niet: wie daarna het oude formulier nog verstuurt, meldt gewoon", async () => {
    const los = await Los.start(database);
    const gevonden: Record<string, unknown>[] = [];
    const zoek = (deel: unknown): void => {
      if (typeof deel !== "object" || deel === null) return;
      if ("verb" in deel) gevonden.push(deel as Record<string, unknown>);
      for (const kind of Object.values(deel)) zoek(kind);
    };
    zoek(await los.door("p15@havenlicht.example", { soort: "commando", woord: "signaal", rest: "" }));
    const data = (verb: string) => gevonden.find((een) => een["verb"] === verb)?.["data"];
    expect(data("signaal.melden/verstuur")).toHaveProperty("n");
    expect(data("signaal.acuut")).not.toHaveProperty("n");
  });

  it("na Er is nu gevaar houdt wie meldt zijn formulier, met wat hij had getypt, en er is één moment", async () => {
    const los = await Los.start(database);
    const druk = () => los.actie("p15@havenlicht.example", { verb: "signaal.acuut", velden: { omschrijving: "De kanarie is weg" } }, { delivery: "een" });
    const zonderNonce = (answer: Answer): string => JSON.stringify(answer).replace(/"n":"[^"]*"/g, "");
    const eerste = await druk();
    expect(zonderNonce(eerste)).toContain("De kanarie is weg");
    expect(zonderNonce(await druk())).toBe(zonderNonce(eerste));
    expect((await los.store.pool.query("SELECT 1 FROM due_moment WHERE soort = 'acuut_nagaan'")).rows).toHaveLength(1);
  });
});
