import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActieDossier, actieRelatiesVan, magNoteren } from "../../src/domain/actiepunt/actie-policy.js";
import { actieRelaties } from "../../src/domain/actiepunt/actiepunt.status.js";
import { magLezen, magVanCasusWeten } from "../../src/domain/delen/lezen.js";
import { binnen, isBesloten, isBuiten, namensBinnen, uitgeslotenVan } from "../../src/domain/delen/uitgesloten.js";
import { type OrganisatieId, type Persoon, type PersoonId, type Rol, rollen } from "../../src/domain/persoon/persoon.js";
import { type Dossier, relatiesVan } from "../../src/domain/signaal/dossier.js";
import { signaalStatussen } from "../../src/domain/signaal/signaal.status.js";

const id = (naam: string): PersoonId => naam as PersoonId;
const persoon = (naam: string, mijn: readonly Rol[] = [], organisatie = "o"): Persoon => ({
  id: id(naam),
  naam,
  functie: "functie",
  organisatieId: organisatie as OrganisatieId,
  organisatieSoort: "gemeente",
  organisatieNaam: "Organisatie",
  email: `${naam}@o.example`,
  actief: true,
  inRegio: true,
  rollen: mijn,
});
const casus = (uitgesloten: readonly PersoonId[] = []) =>
  ({ id: "c", gemeenteId: "g", regiehouderId: id("R"), regieStatus: "aanvaard", tafelId: "t", uitgesloten }) as never;
const dossier = (uitgesloten: readonly PersoonId[], status = "in_afstemming", melderId = "M", metCasus: readonly PersoonId[] = []): Dossier =>
  ({
    signaal: { gemeenteId: "g", melderId: id(melderId), status, bijMeldpunt: true, bijAandachtsfunctionaris: true, uitgesloten },
    vragen: [{ id: "v", soort: "afstemming", aanId: id("V"), status: "open" }],
    opPlek: ["v"],
    casus: casus(metCasus),
  }) as never;

const naam = fc.constantFrom("A", "B", "M", "R", "V");
const rol = fc
  .record({ rol: fc.constantFrom(...rollen), namens: fc.option(naam.map(id), { nil: undefined }) })
  .map(({ rol: een, namens }) => (namens === undefined ? { rol: een } : { rol: een, namens }));
const iemand = fc.record({ wie: naam, rollen: fc.array(rol, { maxLength: 5 }) }).map((een) => persoon(een.wie, een.rollen));
const inrichting = { tafelId: "t", voorzitterId: id("A"), secretarisId: id("B"), beheerderId: id("A"), deelnemers: [{ persoonId: id("V") }] } as never;
const actie = (buiten: readonly PersoonId[]): ActieDossier =>
  ({
    actiepunt: { casusId: "c", actiehouderId: id("B"), overdrachtAanId: id("V"), status: "open" },
    actiehouder: persoon("B"),
    inrichting,
    casus: casus(buiten),
    bereikbaar: [],
  }) as never;

describe("wie ergens buiten gehouden wordt", () => {
  it("is nobody to the signaal, whatever his roles, status and part: at most its melder", () => {
    fc.assert(
      fc.property(iemand, fc.constantFrom(...signaalStatussen), fc.boolean(), (wie, status, viaCasus) => {
        const relaties = relatiesVan(wie, viaCasus ? dossier([], status, "M", [wie.id]) : dossier([wie.id], status));
        expect(relaties).toEqual(wie.id === "M" ? ["melder"] : ["geen"]);
      }),
      { numRuns: 300 },
    );
  });

  it("is nobody to the actiepunten of the casus, may not read, note or take them", () => {
    fc.assert(
      fc.property(iemand, fc.subarray(["A", "B", "V", "R"].map(id)), (wie, namens) => {
        const gevraagd = actie([wie.id]);
        const relaties = actieRelatiesVan(wie, [wie.id, ...namens], gevraagd);
        expect(relaties).toEqual(["geen"]);
        expect(magLezen(wie, relaties, gevraagd)).toBe(false);
        expect(magNoteren(wie, [wie.id, ...namens], inrichting, gevraagd.casus)).toBe(false);
        expect(
          magVanCasusWeten(wie, { casus: casus([wie.id]), genodigden: [wie.id], gevraagden: [wie.id], partijen: [wie.organisatieId], convenanten: [] }),
        ).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("has nobody who acts there for him: a deputy keeps what is his own", () => {
    const vervanger = persoon("D", [{ rol: "aandachtsfunctionaris", namens: id("A") }]);
    expect(relatiesVan(vervanger, dossier([]))).toEqual(["aandachtsfunctionaris"]);
    expect(relatiesVan(vervanger, dossier([id("A")]))).toEqual(["geen"]);
    const ookZelf = persoon("D", [{ rol: "aandachtsfunctionaris", namens: id("A") }, { rol: "aandachtsfunctionaris" }]);
    expect(relatiesVan(ookZelf, dossier([id("A")]))).toEqual(["aandachtsfunctionaris"]);
    expect(actieRelatiesVan(persoon("D", [], "elders"), [id("D"), id("B")], actie([]))).toContain("actiehouder");
    expect(actieRelatiesVan(persoon("D", [], "elders"), [id("D"), id("B")], actie([id("B")]))).toEqual(["geen"]);
    expect(namensBinnen(id("D"), [id("D"), id("B")], casus([id("B")]))).toEqual(["D"]);
  });

  it("changes nothing for who is not kept out", () => {
    fc.assert(
      fc.property(iemand, (wie) => {
        const ander = { ...wie, rollen: wie.rollen.filter(({ namens }) => namens !== id("X")) };
        expect(relatiesVan(ander, dossier([id("X")]))).toEqual(relatiesVan(ander, dossier([])));
        expect(binnen(ander, { uitgesloten: [] })).toBe(ander);
      }),
      { numRuns: 100 },
    );
    expect(actieRelaties).toContain("geen");
  });

  it("stands in any part of the whole", () => {
    expect(uitgeslotenVan({ uitgesloten: [id("A")] }, undefined, {}, { uitgesloten: [id("A"), id("B")] })).toEqual(["A", "B"]);
    expect(isBesloten({}, undefined)).toBe(false);
    expect(isBuiten(id("B"), { uitgesloten: [id("A")] }, { uitgesloten: [id("B")] })).toBe(true);
  });
});

describe("een gevraagde partner", () => {
  it("is it as long as he works where he was asked", () => {
    const gevraagd = dossier([]);
    expect(relatiesVan(persoon("V"), gevraagd)).toEqual(["gevraagde_partner"]);
    expect(relatiesVan(persoon("V"), { ...gevraagd, opPlek: [] })).toEqual(["geen"]);
  });
});

describe("wie werk in een casus mag krijgen", () => {
  const leeg = { casus: casus(), genodigden: [], gevraagden: [], partijen: [], convenanten: [] };
  it.each([
    ["the regiehouder", persoon("R"), {}],
    ["the aandachtsfunctionaris", persoon("F", [{ rol: "aandachtsfunctionaris" }]), {}],
    ["who is invited", persoon("V"), { genodigden: [id("V")] }],
    ["who was asked", persoon("V"), { gevraagden: [id("V")] }],
    ["a party to the convenant", persoon("V"), { partijen: ["o" as OrganisatieId] }],
  ])("%s", (_, wie, kring) => {
    expect(magVanCasusWeten(wie, { ...leeg, ...kring })).toBe(true);
    expect(magVanCasusWeten({ ...wie, actief: false }, { ...leeg, ...kring })).toBe(false);
  });
  it("nobody else", () => {
    expect(magVanCasusWeten(persoon("V"), leeg)).toBe(false);
  });
});
