import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toHomeView, toMessageBlocks, toModalView } from "../../../src/adapters/slack/block-kit.js";
import * as kaarten from "../../../src/cards/cards.js";
import { formulierKaart } from "../../../src/cards/cards.js";
import { formulieren } from "../../../src/cards/formulieren.js";
import { kaartTemplates } from "../../../src/cards/render.js";
import type { Card } from "../../../src/domain/card.js";
import { blocksFaults, viewFaults } from "../../support/slack/block-rules.js";
import { blocksText, viewText } from "../../support/slack/block-text.js";
import type { Block, View } from "../../support/slack/slack-shapes.js";

/** Every real card on every surface it may come to. */
const moment = /^\d{4}-\d\d-\d\dT/;
const voorbeelden = (template: string): [string, unknown][] =>
  Object.entries(
    JSON.parse(readFileSync(new URL(`../../../adaptive-cards/${template}.voorbeeld.json`, import.meta.url), "utf8"), (_, value: unknown) =>
      typeof value === "string" && moment.test(value) ? new Date(value) : value,
    ) as object,
  );
const functieNaam = (template: string) => `${template.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Kaart`;
const make = kaarten as unknown as Record<string, (data: unknown, taal: "nl" | "en") => Card>;
const cases = kaartTemplates.flatMap((template) =>
  voorbeelden(template).flatMap(([naam, data]) => (["nl", "en"] as const).map((taal) => ({ template, naam, taal, data }))),
);

describe("real cards", () => {
  it.each(cases)("$template, $naam, $taal", ({ template, taal, data }) => {
    const card = make[functieNaam(template)]?.(data, taal);
    if (!card) throw new Error(`no function for ${template}`);
    const view = toModalView(card, { sluit: "Sluiten", stop: "Stop" }) as unknown as View;
    expect(viewFaults(view)).toEqual([]);
    if (template === "home") expect(viewFaults(toHomeView(card) as unknown as View)).toEqual([]);
    else if (!card.vertrouwelijk && !view.submit) expect(blocksFaults(toMessageBlocks(card) as unknown as Block[], 50)).toEqual([]);
    expect(viewText({ view, state: {}, errors: {} })).not.toMatch(/\\|undefined|\[object/);
  });

  it.each(Object.keys(formulieren) as (keyof typeof formulieren)[])("form %s: every field has its place, every error stands beside it", (formulier) => {
    if (formulier === "signaal_melden") return;
    const velden = formulieren[formulier].map((v) => v.veld);
    const keuzes = Object.fromEntries(velden.map((veld) => [veld, [{ titel: "{{Keuze}}", waarde: "x" }]]));
    const fouten = Object.fromEntries(velden.map((veld) => [veld, `Fout in ${veld}`]));
    const card = formulierKaart({ formulier, verb: "proef", data: { n: "1" }, keuzes, fouten, vertrouwelijk: true }, "nl");
    const view = toModalView(card, { sluit: "Sluiten", stop: "Stop" }) as unknown as View;
    expect(view.blocks.filter((b) => b.type === "input").map((b) => b.block_id)).toEqual(velden);
    expect(blocksText(view.blocks)).not.toContain("Fout in");
    expect(view).toMatchObject({ callback_id: "proef/verstuur", close: { text: "Stop" } });
  });

  it("shows what a person typed as it was typed", () => {
    const typed = "# *kop*\n- `x` <@U1> {{DATE(2026)}} & $\u007bgeheim}";
    const card = formulierKaart(
      { formulier: "aanvullen", verb: "proef", data: {}, waarden: { tekst: typed }, regels: [typed], fouten: { tekst: typed }, vertrouwelijk: true },
      "nl",
    );
    const view = toModalView(card, { sluit: "Sluiten", fouten: "toon" }) as unknown as View;
    for (const line of typed.split("\n")) expect(blocksText(view.blocks)).toContain(line);
    expect(view.blocks.find((b) => b.block_id === "tekst")?.element?.initial_value).toBe(typed);
  });
});
