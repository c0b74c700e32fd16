import { describe, expect, it } from "vitest";
import type { Casus } from "../../src/domain/casus/casus.js";
import { verborgenOm } from "../../src/domain/delen/lezen.js";
import type { Agendapunt } from "../../src/domain/overleg/agendapunt.js";
import { CONCLUSIE, type LijstLezer, magWijzigen, NIEUW_BESLUIT, verbeter } from "../../src/domain/overleg/besluitenlijst.js";
import type { OverlegId } from "../../src/domain/overleg/overleg.js";
import type { OrganisatieSoort, PersoonId } from "../../src/domain/persoon/persoon.js";

const id = (naam: string): PersoonId => naam as PersoonId;
type Wie = {
  readonly rollen?: LijstLezer["rollen"];
  readonly zitErbij?: boolean;
  readonly namens?: readonly string[];
  readonly soort?: OrganisatieSoort;
  readonly actief?: boolean;
};
const lezer = (naam: string, { rollen = [], zitErbij = true, namens = [], soort = "politie", actief = true }: Wie = {}): LijstLezer => ({
  persoon: { id: id(naam), actief, organisatieSoort: soort } as unknown as LijstLezer["persoon"],
  namens: [id(naam), ...namens.map(id)],
  rollen,
  zitErbij,
  convenanten: [],
});
const punt = (more: object = {}, inhoud: object = {}): Agendapunt =>
  ({
    soort: "casus",
    casusId: "c",
    inbrengerId: "anna",
    besloten: false,
    ...more,
    inhoud: { genodigden: [{ persoonId: "bram", grondslag: "g" }], uitgesloten: [], ...inhoud },
  }) as never;
const casus = (route: Casus["route"], regieStatus: Casus["regieStatus"] = "aanvaard"): Casus =>
  ({ id: "c", route, regiehouderId: "rosa", regieStatus }) as Casus;
const zorg = casus("zorg");

describe("wie een punt van de besluitenlijst leest", () => {
  it.each<[string, LijstLezer]>([
    ["who was invited", lezer("bram")],
    ["who is his deputy", lezer("cees", { namens: ["bram"] })],
    ["who brought it in", lezer("anna", { zitErbij: false })],
    ["who directs it", lezer("rosa")],
    ["the deputy of who directs it", lezer("cees", { namens: ["rosa"] })],
  ])("a casus: %s", (_, wie) => {
    expect(verborgenOm(punt(), zorg, wie)).toBeUndefined();
  });

  it.each<[string, LijstLezer]>([
    ["who chairs", lezer("vera", { rollen: ["voorzitter"] })],
    ["who records", lezer("sanne", { rollen: ["secretaris"] })],
    ["a participant who was not invited", lezer("dirk", { rollen: ["deelnemer"] })],
    ["the tafelbeheerder", lezer("dirk", { rollen: ["tafelbeheerder"] })],
    ["somebody of elsewhere", lezer("dirk", { zitErbij: false })],
    ["who was invited and left", lezer("bram", { actief: false })],
  ])("a casus, not: %s", (_, wie) => {
    expect(verborgenOm(punt(), zorg, wie)).toBe("niet_uitgenodigd");
  });

  it("not who was asked to direct it and did not accept", () => {
    expect(verborgenOm(punt(), casus("zorg", "gevraagd"), lezer("rosa"))).toBe("niet_uitgenodigd");
  });

  it("never who is kept out of it, whatever he is", () => {
    const wie = lezer("bram", { rollen: ["voorzitter", "secretaris"] });
    expect(verborgenOm(punt({}, { uitgesloten: ["bram"] }), zorg, wie)).toBe("besloten");
    expect(verborgenOm(punt({}, { uitgesloten: ["bram"] }), zorg, lezer("cees", { namens: ["bram"] }))).toBe("niet_uitgenodigd");
    expect(verborgenOm(punt({}, { uitgesloten: ["rosa"] }), zorg, lezer("cees", { namens: ["rosa"] }))).toBe("niet_uitgenodigd");
    expect(verborgenOm(punt({ inbrengerId: "bram" }, { uitgesloten: ["bram"] }), zorg, wie)).toBe("besloten");
  });

  it("of a besloten punt nobody else is told even the code", () => {
    expect(verborgenOm(punt({ besloten: true }), zorg, lezer("dirk"))).toBe("besloten");
    expect(verborgenOm(punt({ besloten: true }), zorg, lezer("bram"))).toBeUndefined();
  });

  it.each(["zorg", "veilig_thuis"] as const)("%s reads nothing of a casus under ondermijning, also when he was invited", (soort) => {
    expect(verborgenOm(punt(), casus("ondermijning"), lezer("bram", { soort }))).toBe("geen_grondslag");
  });

  it("another point is for who sits there; a signaal as a casus", () => {
    const vrij = punt({ soort: "voorstel", casusId: undefined });
    expect(verborgenOm(vrij, undefined, lezer("dirk"))).toBeUndefined();
    expect(verborgenOm(vrij, undefined, lezer("dirk", { zitErbij: false }))).toBe("niet_uitgenodigd");
    const signaal = punt({ soort: "signaal", casusId: undefined, signaalId: "s" });
    expect(verborgenOm(signaal, undefined, lezer("dirk"))).toBe("niet_uitgenodigd");
    expect(verborgenOm(signaal, undefined, lezer("bram"))).toBeUndefined();
  });
});

describe("verbeteren", () => {
  const door = { id: "v1", op: "2026-12-04T09:00:00Z", doorId: id("sanne") };
  const was = { conclusie: "oud", besluiten: [{ id: "b1", tekst: "twee", op: "x", doorId: id("vera") }] };

  it("keeps what stood there, who changed it and when", () => {
    expect(verbeter(was, CONCLUSIE, "nieuw", door)).toMatchObject({
      conclusie: "nieuw",
      verbeteringen: [{ deel: CONCLUSIE, was: "oud", doorId: "sanne", op: door.op }],
    });
    const twee = verbeter(verbeter(was, "b1", "drie", door) ?? {}, "b1", "vier", door);
    expect(twee?.besluiten).toMatchObject([{ id: "b1", tekst: "vier", doorId: "vera" }]);
    expect(twee?.verbeteringen?.map((een) => een.was)).toEqual(["twee", "drie"]);
  });
  it("adds a besluit that is missing", () => {
    const met = verbeter(was, NIEUW_BESLUIT, "extra", door);
    expect(met?.besluiten?.map(({ tekst }) => tekst)).toEqual(["twee", "extra"]);
    expect(met?.verbeteringen).toEqual([{ op: door.op, doorId: "sanne", deel: "v1" }]);
  });
  it("refuses a part that is not there", () => {
    expect(verbeter(was, "b9", "x", door)).toBeUndefined();
    expect(verbeter({}, "b1", "x", door)).toBeUndefined();
  });
  it.each([
    ["concept", undefined, true],
    ["vastgesteld", undefined, false],
    ["vastgesteld", "o2", true],
    ["geen", "o2", false],
  ] as const)("a list that is %s, with a later overleg %s: %s", (lijst, bij, mag) => {
    expect(magWijzigen(lijst, bij as OverlegId | undefined)).toBe(mag);
  });
});
