import { describe, expect, it } from "vitest";
import { toHomeView, toMessageBlocks, toModalView } from "../../../src/adapters/slack/block-kit.js";
import { decodeOption } from "../../../src/adapters/slack/block-kit-actions.js";
import { blocksFaults, viewFaults } from "../../support/slack/block-rules.js";
import { blocksText, pressables } from "../../support/slack/block-text.js";
import { cardOf, doe, text } from "../../support/slack/cards.js";
import type { Block, View } from "../../support/slack/slack-shapes.js";

const seen = (blocks: unknown) => blocksText(blocks as Block[]);
const modal = (body: readonly object[], actions: readonly object[] = [doe("Verstuur", "proef/verstuur", { n: "1" })], fouten?: "toon") =>
  toModalView(cardOf(body, actions), { sluit: "Stop", ...(fouten ? { fouten } : {}) });
const input = (id: string, more: object = {}) => ({ type: "Input.Text", id, label: `Veld ${id}`, ...more });
const choices = (count: number) => Array.from({ length: count }, (_, i) => ({ title: `Keuze ${i + 1}`, value: `k${i + 1}` }));
const firstElement = (view: View) => view.blocks[0]?.element;
const asView = (view: unknown) => view as View;

describe("text", () => {
  it("shows markup characters as they were typed", () => {
    const typed = "*vet* _schuin_ ~weg~ `code` <@U1> <!channel> & > :smile: [x](https://y) &lt;";
    const escaped = typed.replace(/[*_~`[\]()]/g, "\\$&");
    const blocks = toMessageBlocks(cardOf([text(escaped), text(escaped, { isSubtle: true }), text(escaped, { weight: "Bolder" })]));
    expect(seen(blocks)).toBe([typed, typed, typed].join("\n"));
    expect(JSON.stringify(blocks)).not.toContain("mrkdwn");
    expect(JSON.stringify(blocks)).not.toContain('"emoji":true');
  });

  it("takes bold from weight, headings from style", () => {
    expect(toMessageBlocks(cardOf([text("Kop", { style: "heading" }), text("Vet", { weight: "Bolder" }), text("")]))).toEqual([
      { type: "header", text: { type: "plain_text", text: "Kop", emoji: false } },
      { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "Vet", style: { bold: true } }] }] },
    ]);
  });

  it("keeps text runs literal and facts on a line each", () => {
    const blocks = toMessageBlocks(
      cardOf([
        { type: "RichTextBlock", inlines: ["a\\*b ", { type: "TextRun", text: "c", weight: "Bolder" }] },
        {
          type: "FactSet",
          facts: [
            { title: "Gemeente", value: "Oever\\*stede" },
            { title: "Leeg", value: "" },
          ],
        },
      ]),
    );
    expect(seen(blocks)).toBe("a\\*b c\nGemeente: Oever*stede\nLeeg: –");
  });

  it("joins columns on one line, and shows what is folded", () => {
    const columns = { type: "ColumnSet", columns: [{ items: [text("Signaal SG-1", { style: "heading" })] }, { items: [text("nieuw")] }] };
    const folded = { type: "Container", id: "meer", isVisible: false, separator: true, items: [text("Meer vertellen"), columns] };
    expect(seen(toMessageBlocks(cardOf([columns, folded])))).toBe("Signaal SG-1 · nieuw\n---\nMeer vertellen\nSignaal SG-1 · nieuw");
  });
});

describe("fields", () => {
  it.each([
    [
      "a line",
      input("a", { maxLength: 20, value: "x", placeholder: "Typ" }),
      { type: "plain_text_input", multiline: false, max_length: 20, initial_value: "x" },
    ],
    ["a date", { type: "Input.Date", id: "d", label: "Dag", value: "2026-12-01" }, { type: "datepicker", initial_date: "2026-12-01" }],
    [
      "a list",
      { type: "Input.ChoiceSet", id: "c", label: "Kies", choices: choices(3), value: "k2" },
      { type: "static_select", initial_option: { value: "k2" } },
    ],
    ["buttons", { type: "Input.ChoiceSet", id: "c", label: "Kies", style: "expanded", choices: choices(3) }, { type: "radio_buttons" }],
    ["many buttons", { type: "Input.ChoiceSet", id: "c", label: "Kies", style: "expanded", choices: choices(11) }, { type: "static_select" }],
    [
      "several",
      { type: "Input.ChoiceSet", id: "c", label: "Kies", isMultiSelect: true, choices: choices(10), value: "k1,k3" },
      { type: "checkboxes", initial_options: [{ value: "k1" }, { value: "k3" }] },
    ],
    ["several of many", { type: "Input.ChoiceSet", id: "c", label: "Kies", isMultiSelect: true, choices: choices(11) }, { type: "multi_static_select" }],
    ["a tick", { type: "Input.Toggle", id: "t", label: "Gedaan?", title: "Ja", value: "true" }, { type: "checkboxes", initial_options: [{ value: "true" }] }],
  ])("shows %s", (_, element, expected) => {
    const view = asView(modal([element]));
    expect(firstElement(view)).toMatchObject(expected);
    expect(viewFaults(view)).toEqual([]);
    expect(view.blocks[0]).toMatchObject({ type: "input", block_id: element.id, optional: true });
  });

  it("cuts what was typed before only where Slack would refuse it", () => {
    expect(firstElement(asView(modal([input("a", { maxLength: 5, value: "123456" })])))?.initial_value).toBe("1234…");
    expect(firstElement(asView(modal([input("a", { value: "x".repeat(3000) })])))?.initial_value).toHaveLength(3000);
  });

  it("gives fields of another form another action id, so that Slack does not carry text over", () => {
    const other = modal([input("reden")], [doe("Verstuur", "anders/verstuur")]);
    expect(firstElement(asView(other))?.action_id).not.toBe(firstElement(asView(modal([input("reden")])))?.action_id);
  });

  it("leaves errors beside a field to Slack, unless the form is shown anew", () => {
    const body = [text("Vul dit in", { id: "fout.a" }), text("Niet van een veld", { id: "fout.b" }), input("a")];
    expect(seen(modal(body).blocks)).not.toContain("Vul dit in");
    expect(seen(modal(body).blocks)).toContain("Niet van een veld");
    expect(seen(modal(body, undefined, "toon").blocks)).toContain("Vul dit in");
  });
});

describe("actions", () => {
  const knoppen = [
    doe("Ja", "a.ja", { code: "SG-1", n: 3 }, { style: "positive" }),
    doe("Nee", "a.nee", {}, { style: "destructive" }),
    { type: "Action.OpenUrl", title: "Lees", url: "https://example.org/" },
  ];
  const meer = (count: number) => Array.from({ length: count }, (_, i) => doe(`Meer ${i}`, "a.meer", { code: `SG & ${i}?` }, { mode: "secondary" }));

  it("makes buttons with verb and data", () => {
    const [block] = toMessageBlocks(cardOf([], [...knoppen, { type: "Action.ToggleVisibility", title: "Open", targetElements: ["x"] }]));
    expect(block).toMatchObject({
      elements: [
        { action_id: "a.ja#1", value: '{"code":"SG-1","n":"3"}', style: "primary" },
        { action_id: "a.nee#2", value: "{}", style: "danger" },
        { action_id: "url#3", url: "https://example.org/" },
      ],
    });
  });

  it.each([
    [1, ["button"]],
    [5, ["overflow"]],
    [6, ["overflow", "button"]],
    [8, ["overflow", "overflow"]],
  ])("puts %i less important ones behind menus", (count, types) => {
    const blocks = toMessageBlocks(cardOf([], meer(count))) as unknown as Block[];
    expect(blocks[0]?.elements?.map((e) => e.type)).toEqual(types);
    expect(blocksFaults(blocks, 50)).toEqual([]);
    const option = pressables(blocks).find((p) => p.option)?.option;
    if (option) expect(decodeOption(option.value)).toEqual({ verb: "a.meer", data: { code: "SG & 0?" } });
  });

  it("makes the form's own action the submit of a modal", () => {
    const view = modal([{ type: "ActionSet", actions: [doe("Verstuur", "x/verstuur", { n: "7" }), doe("Anders", "x.anders")] }], []);
    expect(view).toMatchObject({
      callback_id: "x/verstuur",
      submit: { text: "Verstuur" },
      close: { text: "Stop" },
      private_metadata: '{"verb":"x/verstuur","data":{"n":"7"}}',
    });
    expect(pressables(view.blocks as unknown as Block[]).map((p) => p.label)).toEqual(["Anders"]);
  });
});

describe("refusals", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => text(`${i}`));
  it.each<[string, () => unknown]>([
    ["an unknown element", () => toMessageBlocks(cardOf([{ type: "Image", url: "https://x" }]))],
    ["an unknown element inside", () => toMessageBlocks(cardOf([{ type: "Container", items: [{ type: "Table" }] }]))],
    ["an unknown action", () => toMessageBlocks(cardOf([], [{ type: "Action.ShowCard", title: "x" }]))],
    ["an action without verb", () => toMessageBlocks(cardOf([], [{ type: "Action.Execute", title: "x" }]))],
    ["a field without label", () => modal([{ type: "Input.Text", id: "a" }])],
    ["a field in a message", () => toMessageBlocks(cardOf([input("a")]))],
    ["a field in Home", () => toHomeView(cardOf([input("a")]))],
    ["fields without submit", () => modal([input("a")], [])],
    ["51 blocks in a message", () => toMessageBlocks(cardOf(many(51)))],
    ["101 blocks in Home", () => toHomeView(cardOf(many(101)))],
    ["a long heading", () => toMessageBlocks(cardOf([text("x".repeat(151), { style: "heading" })]))],
    ["a long button", () => toMessageBlocks(cardOf([], [doe("x".repeat(76), "a")]))],
    ["long data", () => toMessageBlocks(cardOf([], [doe("x", "a", { d: "x".repeat(2000) })]))],
    [
      "a long menu value",
      () => toMessageBlocks(cardOf([], [doe("x", "a", { d: "x".repeat(150) }, { mode: "secondary" }), doe("y", "b", {}, { mode: "secondary" })])),
    ],
    ["a long choice", () => modal([{ type: "Input.ChoiceSet", id: "c", label: "c", choices: [{ title: "x".repeat(76), value: "x" }] }])],
    ["no choices", () => modal([{ type: "Input.ChoiceSet", id: "c", label: "c", choices: [] }])],
    ["a long title", () => toModalView(cardOf([], [], { titel: "x".repeat(25) }), { sluit: "Stop" })],
    ["a long submit", () => modal([], [doe("x".repeat(25), "a/verstuur")])],
    ["a vertrouwelijk message", () => toMessageBlocks(cardOf([], [], { vertrouwelijk: true }))],
    ["a vertrouwelijk Home", () => toHomeView(cardOf([], [], { vertrouwelijk: true }))],
  ])("throws on %s", (_, convert) => expect(convert).toThrow());

  it("takes what is just within the limits", () => {
    expect(toMessageBlocks(cardOf(many(50)))).toHaveLength(50);
    expect(toHomeView(cardOf(many(100))).blocks).toHaveLength(100);
    expect(() => toMessageBlocks(cardOf([text("x".repeat(150), { style: "heading" })], [doe("x".repeat(75), "a")]))).not.toThrow();
  });

  it("never repeats a person's text in its error", () => {
    expect(() => toMessageBlocks(cardOf([{ type: "Image", altText: "geheim" }]))).toThrow(/^(?!.*geheim).*$/s);
  });
});
