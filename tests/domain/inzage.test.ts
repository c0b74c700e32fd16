import { describe, expect, it } from "vitest";
import { inzageZicht } from "../../src/domain/delen/inzage.js";
import { type GemeenteId, type OrganisatieId, type Persoon, type PersoonId, type Rol, rollen } from "../../src/domain/persoon/persoon.js";

const met = (...alle: readonly Rol[]): Persoon => ({
  id: "P01" as PersoonId,
  naam: "Iemand",
  functie: "iets",
  organisatieId: "zvh" as OrganisatieId,
  organisatieSoort: "zvh",
  organisatieNaam: "ZVH",
  email: "p@zvh.example",
  actief: true,
  inRegio: true,
  rollen: alle,
});
const rivierstede = "rivierstede" as GemeenteId;

describe("whose looks somebody may see", () => {
  it("is of his own organisatie for an FG", () => {
    expect(inzageZicht(met({ rol: "fg" }))).toEqual({ organisatieId: "zvh", gemeenten: [] });
    expect(inzageZicht(met({ rol: "fg", namens: "P02" as PersoonId }))).toBeUndefined();
  });

  it("is of his gemeenten, or of all, for a privacy officer", () => {
    expect(inzageZicht(met({ rol: "privacy_officer", gemeenteId: rivierstede }))).toEqual({ gemeenten: [rivierstede] });
    expect(inzageZicht(met({ rol: "privacy_officer", gemeenteId: rivierstede }, { rol: "privacy_officer" }))).toEqual({ gemeenten: "alle" });
    expect(inzageZicht(met({ rol: "privacy_officer", gemeenteId: rivierstede }, { rol: "fg" }))).toEqual({ organisatieId: "zvh", gemeenten: [rivierstede] });
  });

  it("is of nobody for every other role, and for who left", () => {
    for (const rol of rollen.filter((one) => one !== "fg" && one !== "privacy_officer")) expect(inzageZicht(met({ rol }))).toBeUndefined();
    expect(inzageZicht({ ...met({ rol: "fg" }, { rol: "privacy_officer" }), actief: false })).toBeUndefined();
  });
});
