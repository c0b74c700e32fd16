import { describe, expect, it } from "vitest";
import { toHomeView, toMessageBlocks, toModalView } from "../../../src/adapters/slack/block-kit.js";
import { formulierKaart } from "../../../src/cards/cards.js";
import { formulieren } from "../../../src/cards/formulieren.js";
import { alleKaarten } from "../../cards/voorbeelden.js";
import { blocksFaults, viewFaults } from "../../support/slack/block-rules.js";
import { blocksText, viewText } from "../../support/slack/block-text.js";
import type { Block, View } from "../../support/slack/slack-shapes.js";

/** Every real card on every surface it may come to. */
const cases = alleKaarten();

describe("real cards", () => {
  it.each(cases)("$naam", ({ kaart: template, card }) => {
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
