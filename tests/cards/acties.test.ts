import { describe, expect, it } from "vitest";
import { toHomeView, toMessageBlocks, toModalView } from "../../src/adapters/slack/block-kit.js";
import { homeKaart } from "../../src/cards/cards.js";
import type { ActieSectie, HomeGegevens, RegioNaam, Rij } from "../../src/cards/gegevens.js";
import type { ActieTitel } from "../../src/domain/actiepunt/actiepunt.js";
import type { ActiepuntCode } from "../../src/domain/code.js";
import type { Dag } from "../../src/domain/tijd/dag.js";

const rij = (nr: number): Rij => ({
  code: `A-3467${nr % 10}-A` as ActiepuntCode,
  soort: "actie_in_uitvoering",
  titel: "Een titel van tweehonderd tekens ".repeat(6).slice(0, 200) as ActieTitel,
  tafel: "Landelijk overleg zorgcoördinatoren mensenhandel" as RegioNaam,
  functie: "zorgcoördinator mensenhandel" as RegioNaam,
  datum: "2026-12-04" as Dag,
  teLaat: true,
  knoppen: ["gereedmelden", "lezen", "meer"].map((wat) => ({ verb: `actie.${wat}`, data: { a: "A-34679-A", l: "mijn" }, plek: "naast" })),
});
const secties = (lijst: readonly (readonly [ActieSectie, number])[]): HomeGegevens["secties"] =>
  lijst.map(([naam, aantal]) => ({ naam, rijen: Array.from({ length: aantal }, (_, nr) => rij(nr)), meer: 99 }));
const knoppen: HomeGegevens["knoppen"] = [
  { verb: "actie.noteren", data: {}, plek: "naast" },
  ...["acties.meer", "acties.te_laat", "acties.organisatie"].map((label) => ({
    verb: "acties.tonen",
    label,
    data: { l: "x", v: "700" },
    plek: "naast" as const,
  })),
];
const bytes = (body: unknown): number => Buffer.byteLength(JSON.stringify(body));

describe("a full list of actiepunten", () => {
  it("fits a window and a message of both chats", () => {
    const card = homeKaart(
      {
        lijst: { soort: "acties", open: 99, teLaat: 99 },
        secties: secties([
          ["acties_vragen", 5],
          ["acties", 7],
          ["acties_namens", 4],
        ]),
        knoppen,
      },
      "nl",
    );
    expect(bytes(card.body)).toBeLessThan(25_000);
    expect(toModalView(card, { stop: "Stop", sluit: "Sluit" }).blocks.length).toBeLessThanOrEqual(100);
    expect(toHomeView(card).blocks.length).toBeLessThanOrEqual(100);
  });

  it("fits one message as the daily bundle", () => {
    const card = homeKaart(
      {
        lijst: { soort: "bundel", aantal: 99, teLaat: 99 },
        secties: secties([
          ["acties", 7],
          ["acties_namens", 1],
          ["acties_tafel", 1],
        ]),
        knoppen: knoppen.slice(0, 1),
      },
      "nl",
    );
    expect(bytes(card.body)).toBeLessThan(25_000);
    expect(toMessageBlocks(card).length).toBeLessThanOrEqual(50);
  });
});
