import { describe, expect, it } from "vitest";
import { type Veldgroep, veldgroepen, visibleFields } from "../../src/domain/delen/visible-fields.js";
import { type OrganisatieId, type OrganisatieSoort, organisatieSoorten, type Persoon, type PersoonId } from "../../src/domain/persoon/persoon.js";
import { type Relatie, relaties, type SignaalStatus, signaalStatussen } from "../../src/domain/signaal/signaal.status.js";

const van = (organisatieSoort: OrganisatieSoort): Persoon => ({
  id: "P" as PersoonId,
  naam: "Naam",
  functie: "functie",
  organisatieId: "o" as OrganisatieId,
  organisatieSoort,
  organisatieNaam: "Organisatie",
  email: "p@o.example",
  actief: true,
  inRegio: true,
  rollen: [],
});
const zichtbaar = (soort: OrganisatieSoort, wie: readonly Relatie[], status: SignaalStatus = "in_afstemming"): readonly Veldgroep[] => {
  const zicht = visibleFields(van(soort), wie, status);
  return veldgroepen.filter((groep) => zicht[groep].zichtbaar);
};
const reden = (soort: OrganisatieSoort, wie: readonly Relatie[], groep: Veldgroep, status: SignaalStatus = "in_afstemming"): string => {
  const one = visibleFields(van(soort), wie, status)[groep];
  return one.zichtbaar ? "zichtbaar" : one.reden;
};

describe("wat iemand van een signaal ziet", () => {
  it("is everything for the aandachtsfunctionaris", () => {
    expect(zichtbaar("gemeente", ["aandachtsfunctionaris"])).toEqual(veldgroepen);
  });
  it("is for the analist everything but the judgement and what partners say", () => {
    expect(zichtbaar("gemeente", ["analist"])).toEqual(["melding", "kenmerken", "beschermd", "verrijking", "stappen", "melder"]);
  });
  it("is for the regiehouder what the casus needs, never who reported", () => {
    for (const relatie of ["regiehouder", "nieuwe_regiehouder"] as const)
      for (const soort of organisatieSoorten) {
        const zorg = ["politie", "nla", "riec"].includes(soort) ? [] : ["zorg"];
        expect(zichtbaar(soort, [relatie])).toEqual(["melding", "kenmerken", "beschermd", "verrijking", "oordeel", ...zorg, "besluiten"]);
      }
  });
  it.each(["politie", "nla", "riec"] as const)("is never care content for %s", (soort) => {
    for (const status of signaalStatussen) expect(zichtbaar(soort, relaties, status)).not.toContain("zorg");
  });
  it.each(["zorg", "veilig_thuis"] as const)("is for %s, asked for the regie of a casus under ondermijning, what it takes to say yes or no", (soort) => {
    expect(zichtbaar(soort, ["nieuwe_regiehouder"], "route_ondermijning")).toEqual(["melding", "kenmerken"]);
    expect(zichtbaar(soort, ["regiehouder"], "route_ondermijning")).toContain("oordeel");
  });
  it("is for the melder what he wrote, without the fields in which others write too", () => {
    expect(zichtbaar("gemeente", ["melder"])).toEqual(["melding", "kenmerken"]);
  });
  it.each(["politie", "nla", "om", "kmar", "veilig_thuis"] as const)("is for an asked partner of %s the report with who and where", (soort) => {
    expect(zichtbaar(soort, ["gevraagde_partner"])).toEqual(["melding", "kenmerken", "beschermd"]);
  });
  it.each(["zorg", "zvh", "riec", "ggd", "gemeente", "regio", "overig"] as const)("is for an asked partner of %s the report without who and where", (soort) => {
    expect(zichtbaar(soort, ["gevraagde_partner"])).toEqual(["melding", "kenmerken"]);
    expect(reden(soort, ["gevraagde_partner"], "beschermd")).toBe("geen_grondslag");
  });
  it.each(["zorg", "veilig_thuis"] as const)("is nothing for a partner of %s under a route ondermijning", (soort) => {
    expect(zichtbaar(soort, ["gevraagde_partner"], "route_ondermijning")).toEqual([]);
    expect(reden(soort, ["gevraagde_partner"], "melding", "route_ondermijning")).toBe("geen_grondslag");
  });
  it("is in an emergency what it takes to protect somebody, and under a route ondermijning for care bodies who and where alone", () => {
    for (const soort of organisatieSoorten) expect(zichtbaar(soort, ["noodtoegang"])).toEqual(["melding", "kenmerken", "beschermd", "verrijking", "besluiten"]);
    for (const soort of ["zorg", "veilig_thuis"] as const)
      expect(zichtbaar(soort, ["noodtoegang"], "route_ondermijning")).toEqual(["melding", "kenmerken", "beschermd"]);
  });
  it("is nothing by default", () => {
    for (const soort of organisatieSoorten)
      for (const wie of [[], ["geen"], ["ketenregisseur"], ["systeem"]] as const) expect(zichtbaar(soort, wie)).toEqual([]);
  });

  it("never holds the melder for anybody but meldpunt and aandachtsfunctionaris, whatever organisation and status", () => {
    for (const relatie of relaties.filter((one) => one !== "analist" && one !== "aandachtsfunctionaris"))
      for (const soort of organisatieSoorten)
        for (const status of signaalStatussen) expect(reden(soort, [relatie], "melder", status), `${relatie} ${soort} ${status}`).toBe("melder_beschermd");
  });
  it("gives a reason for everything it withholds", () => {
    for (const relatie of relaties)
      for (const groep of veldgroepen) expect(reden("zorg", [relatie], groep)).toMatch(/^(zichtbaar|geen_grondslag|melder_beschermd|niet_voor_uw_rol)$/);
  });
});
