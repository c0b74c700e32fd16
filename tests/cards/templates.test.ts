import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { kaartTemplates, render } from "../../src/cards/render.js";
import { alleKaarten, file, type Node, ofType } from "./voorbeelden.js";

type Event = { readonly message: string };
type Library = {
  HostConfig: new (json: unknown) => unknown;
  AdaptiveCard: new () => { hostConfig: unknown; parse(json: unknown, context: unknown): void; validateProperties(): { validationEvents: readonly Event[] } };
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): Event };
};
const library = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js") as Library;

const complaints = (body: unknown): string[] => {
  const card = new library.AdaptiveCard();
  // Teams keeps secondary actions in a menu of its own; the three in sight have a test below.
  card.hostConfig = new library.HostConfig({ actions: { maxActions: 12 } });
  const context = new library.SerializationContext();
  card.parse(body, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const all = [...parsing, ...card.validateProperties().validationEvents.map((event) => event.message)];
  // The library tests `lang` with one regular expression that remembers its last match, so that it refuses every other card.
  return all.filter((message) => !message.endsWith('for property "lang".'));
};

const kaarten = alleKaarten();

it("has a template and samples for every card", () => {
  for (const name of kaartTemplates) expect([name, existsSync(file(`${name}.json`)), existsSync(file(`${name}.voorbeeld.json`))]).toEqual([name, true, true]);
  expect(new Set(kaarten.map((k) => k.kaart))).toEqual(new Set(kaartTemplates));
});

it("sees a card that is wrong", () => {
  expect(
    complaints({
      type: "AdaptiveCard",
      version: "1.5",
      body: [
        { type: "TextBlok", text: "x" },
        { type: "Input.Text", label: "l" },
      ],
    }).length,
  ).toBeGreaterThan(1);
});

it("refuses data that lacks a key of the template", () => {
  expect(() => render("wijzer", { taal: "nl" })).toThrow(/wijzer has no value for/);
});

describe.each(kaarten)("$naam", ({ card }) => {
  it("parses and validates", () => {
    expect(complaints(card.body)).toEqual([]);
  });

  it("stays under 25 KB", () => {
    expect(Buffer.byteLength(JSON.stringify(card.body))).toBeLessThan(25_000);
  });

  it("leaves no binding, except where a person typed one", () => {
    const typed = "${bedrag}";
    expect(JSON.stringify(card.body).replaceAll(typed, "")).not.toContain("${");
  });

  it("has a language, a fallback, a short title and words for the notification", () => {
    expect(card.body).toMatchObject({ version: "1.5", lang: expect.stringMatching(/^(nl|en)$/), fallbackText: card.tekst });
    expect(card.titel.length).toBeLessThanOrEqual(24);
    expect(card.tekst).not.toBe("");
  });

  it("labels every field, says what to fill in, and offers only what can be chosen", () => {
    const inputs = ofType(card, "Input.");
    for (const input of inputs) {
      expect(input).toMatchObject({
        id: expect.stringMatching(/\w/),
        label: expect.stringMatching(/\w/),
        errorMessage: expect.stringMatching(/\w/),
        isRequired: expect.any(Boolean),
      });
      if (input["type"] === "Input.ChoiceSet") expect((input["choices"] as unknown[]).length).toBeGreaterThan(0);
      expect(input["type"]).not.toBe("Input.Number");
    }
    expect(new Set(inputs.map((input) => input["id"])).size).toBe(inputs.length);
  });

  it("shows at most three buttons in a row, the others behind Meer", () => {
    const rows = [card.body, ...ofType(card, "ActionSet")] as Node[];
    for (const row of rows) {
      const actions = (row["actions"] ?? []) as Node[];
      expect(actions.filter((action) => action["mode"] !== "secondary").length).toBeLessThanOrEqual(3);
    }
  });
});

it("puts an error in words above its field", () => {
  const card = kaarten.find((k) => k.naam === "signaal-melden met_fouten nl")?.card;
  const texts = card ? ofType(card, "TextBlock") : [];
  expect(texts.find((text) => text["id"] === "fout.gezienOp")).toMatchObject({ color: "Attention", text: "Fout: Deze dag is nog niet geweest." });
});
