import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bekijkKaart, formulierKaart, meldingKaart } from "../../src/cards/cards.js";
import { escapeRun, escapeText, unescapeText } from "../../src/cards/escape.js";
import type { BekijkGegevens } from "../../src/cards/gegevens.js";
import { makeCode } from "../../src/domain/code.js";
import { ofType } from "./voorbeelden.js";

const nasty =
  "**vet** _schuin_ [klik](https://voorbeeld.example) <b>x</b> `code` &amp; ~weg~ | tabel\n# kop\n- punt\n1. een\n> citaat\n+ plus\n===\n\n    vier spaties {{DATE(2026-11-25T13:05:00Z)}} ${1 + 1} \\n <@U123> <!channel> :smile:";
const code = makeCode("SG", () => 0.5);
const typed = fc
  .string({ unit: "grapheme" })
  .filter((text) => !/[\r\t\u00A0\u2060\v\f]/.test(text) && !/(?! )\s/.test(text.replaceAll("\n", "")) && !/^ +$/m.test(text));
/** What stands there when every escaped character is taken as itself. */
const bare = (text: string): string => text.replace(/\\[!-/:-@[-`{-~]/g, "x");

describe("escapeText", () => {
  it("leaves nothing that Markdown would read", () => {
    for (const line of bare(escapeText(nasty)).split("\n\n")) {
      expect(line).not.toMatch(/[*_[\]()`~|<>&\\]/);
      expect(line).not.toMatch(/^(#|[-+=]|\d+[.)]| {4})/);
    }
  });

  it("stops the functions of the card", () => {
    expect(escapeText("{{DATE(2026-11-25T13:05:00Z)}}")).not.toContain("{{");
    expect(escapeRun("{{TIME(2026-11-25T13:05:00Z)}}")).not.toContain("{{");
  });

  it("shows as typed when it is undone", () => {
    expect(unescapeText(escapeText(nasty))).toBe(nasty);
    fc.assert(fc.property(typed, (text) => unescapeText(escapeText(text)) === text));
  });

  it("leaves ordinary sentences alone", () => {
    expect(escapeText("Bel 112. Het is 3-4 km verder, zei hij.")).toBe("Bel 112. Het is 3-4 km verder, zei hij.");
  });
});

describe("text of people on a card", () => {
  const look: BekijkGegevens = {
    code,
    status: "in_afstemming",
    groepen: [{ kop: "Melding", regels: [{ naam: "Wat er is gezien", waarde: nasty }] }],
    nietZichtbaar: [],
    knoppen: [],
  };

  it("shows in Bekijk as it was typed, without Markdown", () => {
    const shown = ofType(bekijkKaart(look, "nl"), "TextRun").map((run) => String(run["text"]).replaceAll("\u2060", ""));
    for (const line of nasty.split("\n").filter((text) => text !== "")) expect(shown).toContain(line);
  });

  it("comes back in the form as it was typed", () => {
    const card = formulierKaart(
      {
        formulier: "aanvullen",
        verb: "signaal.aanvullen",
        data: { code },
        code,
        waarden: { tekst: nasty },
        regels: [nasty],
        waarschuwing: nasty,
        vertrouwelijk: true,
      },
      "nl",
    );
    expect(ofType(card, "Input.Text").find((input) => input["id"] === "tekst")?.["value"]).toBe(nasty);
  });

  it("is escaped in a sentence in a window", () => {
    const texts = ofType(meldingKaart("**Marit** was u voor.", "Ketentafel", "nl"), "TextBlock").map((block) => block["text"]);
    expect(texts).toContain("\\*\\*Marit\\*\\* was u voor.");
  });

  it("is cut, and says so, when it is too long for the chats", () => {
    const long = { ...look, groepen: [{ kop: "Melding", regels: Array.from({ length: 20 }, () => ({ naam: "Aanvulling", waarde: "x".repeat(2000) })) }] };
    const body = JSON.stringify(bekijkKaart(long, "nl").body);
    expect(Buffer.byteLength(body)).toBeLessThan(25_000);
    expect(body).toContain("(ingekort)");
  });
});
