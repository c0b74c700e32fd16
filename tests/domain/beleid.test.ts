import { describe, expect, it } from "vitest";
import { type Blik, buitenCasus, magRegieVoeren, magZorgZien, type Veldgroep, veldgroepen, visibleFields } from "../../src/domain/delen/beleid.js";
import { geldig } from "../../src/domain/delen/convenant.js";
import { type OrganisatieId, type OrganisatieSoort, organisatieSoorten } from "../../src/domain/persoon/persoon.js";
import type { Convenant } from "../../src/domain/regio/regio.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import { type Relatie, type Route, relaties, routes } from "../../src/domain/signaal/signaal.status.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { oeverland } from "../support/oeverland.js";

const gelezen = parseRegioBestand(oeverland());
if (!gelezen.ok) throw new Error("the sample region does not parse");
const { convenanten, organisaties } = gelezen.value.regio;
const eigenaar = "gemeente-rivierstede" as OrganisatieId;
const dag = "2026-11-26" as Dag;

/** Somebody of an organisatie of the region; of a kind that it does not have, somebody of a body without convenant. */
const van = (wie: string): Blik["persoon"] => {
  const organisatie = organisaties.find(({ id, soort }) => id === wie || soort === wie);
  return { organisatieId: (organisatie?.id ?? wie) as OrganisatieId, organisatieSoort: organisatie?.soort ?? (wie as OrganisatieSoort) };
};
const blik = (wie: string, wat: readonly Relatie[], more: Partial<Blik> = {}): Blik => ({
  persoon: van(wie),
  relaties: wat,
  eigenaar,
  eigenGrond: false,
  toestemming: false,
  convenanten,
  dag,
  ...more,
});
const ziet = (...vraag: Parameters<typeof blik>): readonly Veldgroep[] => {
  const zicht = visibleFields(blik(...vraag));
  return veldgroepen.filter((groep) => zicht[groep].zichtbaar);
};
const reden = (groep: Veldgroep, ...vraag: Parameters<typeof blik>): string => {
  const een = visibleFields(blik(...vraag))[groep];
  return een.zichtbaar ? "zichtbaar" : een.reden;
};
const grond = (groep: Veldgroep, ...vraag: Parameters<typeof blik>): string => {
  const een = visibleFields(blik(...vraag))[groep];
  if (!een.zichtbaar) return "niets";
  return een.grond.soort === "convenant" ? een.grond.convenant.id : een.grond.soort;
};
const partner: readonly Relatie[] = ["gevraagde_partner"];
const regie: readonly Relatie[] = ["regiehouder"];
const anders = (wijzig: (convenant: Convenant) => Convenant): { readonly convenanten: readonly Convenant[] } => ({ convenanten: convenanten.map(wijzig) });
const verlopen = anders((een) => ({ ...een, geldigTot: "2026-11-25" as Dag }));
const regieGroepen = ["melding", "kenmerken", "beschermd", "verrijking", "oordeel", "zorg", "besluiten"];

describe("eigen werk", () => {
  it("is everything for the aandachtsfunctionaris", () => {
    expect(ziet("gemeente", ["aandachtsfunctionaris"])).toEqual(veldgroepen);
  });
  it("is for the analist everything but the judgement and what partners say", () => {
    expect(ziet("gemeente", ["analist"])).toEqual(["melding", "kenmerken", "beschermd", "verrijking", "stappen", "melder"]);
  });
  it("is for the melder what he wrote, without the fields in which others write too", () => {
    expect(ziet("gemeente", ["melder"])).toEqual(["melding", "kenmerken"]);
    expect(grond("melding", "politie", ["melder"])).toBe("eigen_melding");
  });
  it("does not stand on a convenant", () => {
    expect(ziet("gemeente", ["aandachtsfunctionaris"], verlopen)).toEqual(veldgroepen);
    expect(ziet("gemeente-rivierstede", regie, { route: "zorg", ...verlopen })).toEqual(regieGroepen);
  });
  it("is nothing by default", () => {
    for (const soort of organisatieSoorten)
      for (const wie of [[], ["geen"], ["ketenregisseur"], ["systeem"], ["tafelvoorzitter"], ["gevraagde_politie"]] as const)
        expect(ziet(soort, wie)).toEqual([]);
  });
});

describe("wie gevraagd of genodigd is", () => {
  it("sees what the convenant gives his organisatie, with that convenant as ground", () => {
    expect(ziet("politie", partner)).toEqual(["melding", "kenmerken", "beschermd"]);
    expect(ziet("zorg", partner)).toEqual(["melding", "kenmerken"]);
    expect(grond("beschermd", "veilig_thuis", partner)).toBe("zvh");
    expect(reden("beschermd", "zorg", partner)).toBe("geen_grondslag");
  });
  it("sees what another convenant gives, without a line of code", () => {
    const ruimer = anders((een) => ({ ...een, partijen: een.partijen.map((partij) => ({ ...partij, gegevens: ["oordeel"] as const })) }));
    expect(ziet("politie", partner, ruimer)).toEqual(["oordeel"]);
  });
  it("sees for a purpose that no convenant of his has, nothing", () => {
    expect(ziet("nla", partner, { route: "zorg" })).toEqual([]);
    expect(reden("melding", "nla", partner, { route: "zorg" })).toBe("geen_grondslag");
    expect(ziet("nla", partner, { route: "ondermijning" })).toEqual(["melding", "kenmerken", "beschermd"]);
  });
  it("sees on a ground that was typed for him what the question takes, and no more", () => {
    expect(ziet("kmar", partner)).toEqual([]);
    expect(ziet("kmar", partner, { eigenGrond: true })).toEqual(["melding", "kenmerken"]);
    expect(grond("melding", "kmar", partner, { eigenGrond: true })).toBe("eigen_grondslag");
  });
  it("sees care only when it is on record whether the victim agrees, and is told so", () => {
    expect(ziet("veilig_thuis", partner, { route: "zorg" })).toEqual(["melding", "kenmerken", "beschermd"]);
    expect(reden("zorg", "veilig_thuis", partner, { route: "zorg" })).toBe("geen_toestemming");
    expect(ziet("veilig_thuis", partner, { route: "zorg", toestemming: true })).toContain("zorg");
    expect(reden("zorg", "politie", partner, { route: "zorg_straf", toestemming: true })).toBe("geen_grondslag");
  });
  it("sees nothing from the day after the convenant ended, and is told so", () => {
    expect(ziet("politie", partner, { ...anders((een) => ({ ...een, geldigTot: dag })) })).toHaveLength(3);
    expect(ziet("politie", partner, verlopen)).toEqual([]);
    expect(reden("melding", "politie", partner, verlopen)).toBe("convenant_verlopen");
  });
});

describe("wie de regie heeft", () => {
  it("sees all of it under a convenant for that route", () => {
    expect(ziet("zvh", regie, { route: "zorg_straf" })).toEqual(regieGroepen);
    expect(ziet("riec", regie, { route: "ondermijning" })).toEqual(regieGroepen.filter((groep) => groep !== "zorg"));
  });
  it("sees nothing without one", () => {
    expect(ziet("zvh", regie, { route: "ondermijning" })).toEqual([]);
    expect(reden("melding", "zvh", regie, { route: "ondermijning" })).toBe("geen_convenant");
    expect(ziet("zvh", regie, { route: "zorg", ...verlopen })).toEqual([]);
    expect(reden("melding", "zvh", regie, { route: "zorg", ...verlopen })).toBe("convenant_verlopen");
  });
  it("cannot be asked without one", () => {
    const onder = { eigenaar, convenanten, dag };
    expect(routes.filter((route) => magRegieVoeren("zvh" as OrganisatieId, route, onder))).toEqual(["zorg", "zorg_straf"]);
    expect(routes.filter((route) => magRegieVoeren("riec" as OrganisatieId, route, onder))).toEqual(["ondermijning"]);
    expect(routes.filter((route) => magRegieVoeren(eigenaar, route, onder))).toEqual(routes);
    expect(magRegieVoeren("zvh" as OrganisatieId, "zorg", { ...onder, ...verlopen })).toBe(false);
  });
  it("or is asked for it, sees enough to say yes or no", () => {
    const nieuw: readonly Relatie[] = ["nieuwe_regiehouder"];
    expect(ziet("zvh", nieuw, { route: "zorg", voorstel: "zorg_straf" })).toEqual(regieGroepen);
    expect(ziet("veilig_thuis", nieuw, { route: "ondermijning", voorstel: "zorg" })).toEqual(["melding", "kenmerken"]);
    expect(ziet("riec", nieuw, { route: "zorg", voorstel: "zorg" })).toEqual([]);
  });
});

describe("in nood", () => {
  it("is what it takes to protect somebody, and of a casus that is closed to his organisatie who and where alone", () => {
    for (const soort of organisatieSoorten) expect(ziet(soort, ["noodtoegang"])).toEqual(["melding", "kenmerken", "beschermd", "verrijking", "besluiten"]);
    for (const soort of ["zorg", "veilig_thuis"])
      expect(ziet(soort, ["noodtoegang"], { route: "ondermijning" })).toEqual(["melding", "kenmerken", "beschermd"]);
    expect(grond("beschermd", "politie", ["noodtoegang"])).toBe("noodtoegang");
  });
});

describe("wat nooit gaat", () => {
  it("care bodies read nothing under a route ondermijning, unless a convenant names them for it", () => {
    for (const soort of ["zorg", "veilig_thuis"]) {
      for (const eigenGrond of [true, false]) expect(ziet(soort, partner, { route: "ondermijning", eigenGrond })).toEqual([]);
      expect(buitenCasus(van(soort), { route: "ondermijning" }, convenanten)).toBe(true);
      const erbij = anders((een) => (een.soort === "zvh" ? { ...een, doelen: [...een.doelen, "ondermijning"] } : een));
      expect(buitenCasus(van(soort), { route: "ondermijning" }, erbij.convenanten)).toBe(false);
      expect(ziet(soort, partner, { route: "ondermijning", ...erbij })).toContain("melding");
    }
    expect(routes.filter((route) => buitenCasus(van("politie"), { route }, convenanten))).toEqual([]);
  });
  it.each(["politie", "nla", "riec"])("%s reads nothing of the care, unless a convenant gives it", (soort) => {
    for (const wat of [regie, partner, ["nieuwe_regiehouder"] as const])
      for (const route of routes) expect(ziet(soort, wat, { route, voorstel: route, toestemming: true })).not.toContain("zorg");
    const alles = anders((een) => ({
      ...een,
      doelen: ["afstemmen", ...routes],
      partijen: een.partijen.map((partij) => ({ ...partij, gegevens: [...partij.gegevens, "zorg"] as const })),
    }));
    expect(ziet(soort, partner, { route: "zorg", toestemming: true, ...alles })).toContain("zorg");
  });
  it("nobody but meldpunt and aandachtsfunctionaris reads who the melder is, or what others answered", () => {
    const mogen: readonly Relatie[] = ["analist", "aandachtsfunctionaris"];
    const gul = anders((een) => ({ ...een, doelen: ["afstemmen", ...routes] }));
    for (const relatie of relaties.filter((een) => !mogen.includes(een)))
      for (const soort of organisatieSoorten)
        for (const route of [undefined, ...routes])
          for (const groep of ["melder", "vragen", "stappen"] as const)
            expect(
              ziet(soort, [relatie], { ...(route && { route, voorstel: route }), eigenGrond: true, toestemming: true, ...gul }),
              `${relatie} ${soort}`,
            ).not.toContain(groep);
  });
  it("the zorgcoördinator sees the care of a casus under a route with care alone", () => {
    const zorg = (wie: string, route?: Route): boolean => magZorgZien({ persoon: van(wie), eigenaar, ...(route && { route }), convenanten, dag });
    expect([undefined, ...routes].filter((route) => zorg("havenlicht", route))).toEqual([undefined, "zorg", "zorg_straf"]);
    expect(routes.some((route) => zorg("politie", route))).toBe(false);
  });
  it("a convenant that did not begin is none", () => {
    expect(geldig(convenanten, "2025-02-28" as Dag)).toEqual([]);
  });
});
