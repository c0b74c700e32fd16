import { describe, expect, it } from "vitest";
import { heeftZorg, sluitRedenen } from "../../src/domain/casus/casus.js";
import { bewaarMaanden, leesSluitReden, redenenPerRoute, voorwaarden } from "../../src/domain/casus/sluiten.js";
import { standaardBewaartermijnen } from "../../src/domain/regio/regio.js";
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
    const regio = { bewaartermijnen: standaardBewaartermijnen };
    for (const route of routes) {
      expect(bewaarMaanden(regio, route, "geen_mensenhandel")).toBe(12);
      expect(bewaarMaanden({ bewaartermijnen: { casusZorg: 1, casusOndermijning: 2, geenMensenhandel: 3 } }, route, "overleden")).toBe(
        heeftZorg(route) ? 1 : 2,
      );
    }
  });
});
