import { describe, expect, it } from "vitest";
import { heeftZorg, sluitRedenen } from "../../src/domain/casus/casus.js";
import { casusCategorie, leesSluitReden, redenenPerRoute, voorwaarden } from "../../src/domain/casus/sluiten.js";
import { bronVan, maandenVan, zonderTermijn } from "../../src/domain/regio/bewaartermijnen.js";
import { routes } from "../../src/domain/signaal/signaal.status.js";

/** Read from [000 Bijlage 3] and the rules of the domain, apart from the table in the code. */
const mag: Readonly<Record<(typeof sluitRedenen)[number], readonly (typeof routes)[number][]>> = {
  voorwaarden_vervuld: ["zorg", "zorg_straf"],
  onbekend_vertrokken: ["zorg", "zorg_straf"],
  wil_geen_hulp: ["zorg", "zorg_straf"],
  teruggekeerd: ["zorg", "zorg_straf"],
  overleden: ["zorg", "zorg_straf"],
  geen_mensenhandel: ["zorg", "zorg_straf", "ondermijning"],
  afgerond: ["ondermijning"],
  elders_opgepakt: ["ondermijning"],
};
const alles = { geenStrafzaak: "true", weetVerblijf: "true", weetRechten: "true", weetHulp: "true" };

describe("waarom een casus mag sluiten", () => {
  it.each(routes.flatMap((route) => sluitRedenen.map((reden) => [route, reden] as const)))("%s, %s", (route, reden) => {
    expect(leesSluitReden(route, { sluitReden: reden, ...alles }).ok).toBe(mag[reden].includes(route));
    expect(redenenPerRoute[route].includes(reden)).toBe(mag[reden].includes(route));
    if (reden !== "voorwaarden_vervuld" && mag[reden].includes(route)) expect(leesSluitReden(route, { sluitReden: reden }).ok).toBe(true);
  });

  it.each([...voorwaarden])("alle vier de voorwaarden zijn nodig: zonder %s niet", (mist) => {
    const zonder = { sluitReden: "voorwaarden_vervuld", ...alles, [mist]: "false" };
    expect(leesSluitReden("zorg", zonder)).toEqual({ ok: false, error: { code: "voorwaarde_mist", veld: mist } });
  });

  it("een andere reden, of een casus zonder route, niet", () => {
    expect(leesSluitReden("zorg", { sluitReden: "zomaar", ...alles }).ok).toBe(false);
    expect(leesSluitReden(undefined, { sluitReden: "geen_mensenhandel" }).ok).toBe(false);
  });

  it("bewaart zo lang als de regio zegt, korter als er niets was", () => {
    for (const route of routes) {
      expect(casusCategorie(route, "geen_mensenhandel")).toBe("geenMensenhandel");
      expect(casusCategorie(route, "overleden")).toBe(heeftZorg(route) ? "casusZorg" : "casusOndermijning");
    }
    const eigen = { bewaartermijnen: { casusZorg: { maanden: 7, bron: "Besluit" } } };
    expect(maandenVan(eigen, "casusZorg")).toBe(7);
    expect(maandenVan(eigen, "geenMensenhandel")).toBe(12);
    expect(bronVan(eigen, "casusZorg")).toBe("Besluit");
    expect(zonderTermijn(eigen)).not.toContain("casusZorg");
    expect(zonderTermijn(eigen)).toContain("chatkaarten");
  });
});
