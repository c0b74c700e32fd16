import { describe, expect, it } from "vitest";
import { zonderInVerloop } from "../../src/domain/bewaren/resten.js";
import { bewaarRollen, type Geheel, magBevestigen, magVoorstellen, verlopenOp } from "../../src/domain/bewaren/vernietiging.js";
import type { Casus } from "../../src/domain/casus/casus.js";
import type { Verloop } from "../../src/domain/overleg/verloop.js";
import type { Persoon, PersoonId, Rol } from "../../src/domain/persoon/persoon.js";
import type { Gemeente } from "../../src/domain/regio/regio.js";
import type { Signaal } from "../../src/domain/signaal/signaal.js";
import type { Dag } from "../../src/domain/tijd/dag.js";

const dag = (tekst: string): Dag => tekst as Dag;
const signaal = (more: Partial<Signaal> = {}): Signaal =>
  ({ id: "s1", code: "SG-7K3QA-A", gemeenteId: "rivierstede", status: "niet_versterkt", bewarenTot: dag("2027-05-23"), ...more }) as Signaal;
const casus = (more: Partial<Casus> = {}): Casus =>
  ({
    id: "c1",
    code: "C-4MRTX-D",
    gemeenteId: "rivierstede",
    route: "zorg",
    afgeslotenOp: new Date(),
    sluitReden: "overleden",
    bewarenTot: dag("2031-05-23"),
    ...more,
  }) as Casus;

describe("wat vernietigd mag worden", () => {
  it.each<[string, Geheel, string, string | undefined]>([
    ["op de laatste dag nog niet", { signalen: [signaal()] }, "2027-05-23", undefined],
    ["de dag erna wel", { signalen: [signaal()] }, "2027-05-24", "nietVersterkt"],
    ["niet terwijl iemand ermee bezig is", { signalen: [signaal({ status: "in_verrijking" })] }, "2030-01-01", undefined],
    ["opgepakt door de gemeente", { signalen: [signaal({ status: "gemeentelijk_opgepakt" })] }, "2027-05-24", "gemeentelijkOpgepakt"],
    ["een afgesloten signaal niet zonder zijn casus", { signalen: [signaal({ status: "afgesloten" })] }, "2030-01-01", undefined],
    ["een casus met zorg", { casus: casus(), signalen: [signaal({ status: "afgesloten" })] }, "2031-05-24", "casusZorg"],
    ["een casus zonder mensenhandel", { casus: casus({ sluitReden: "geen_mensenhandel" }), signalen: [] }, "2031-05-24", "geenMensenhandel"],
    ["niet als een signaal ervan weer loopt", { casus: casus(), signalen: [signaal({ status: "bij_aandachtsfunctionaris" })] }, "2031-05-24", undefined],
    ["niet als de casus weer open is", { casus: { ...casus(), afgeslotenOp: undefined } as never, signalen: [] }, "2031-05-24", undefined],
    ["niet nog eens", { signalen: [signaal({ status: "vernietigd" })] }, "2030-01-01", undefined],
  ])("%s", (_, geheel, vandaag, categorie) => {
    expect(verlopenOp(geheel, dag(vandaag))?.categorie).toBe(categorie);
  });
});

describe("wie erover gaat", () => {
  const gemeente = { id: "rivierstede", organisatieId: "gemeente-rivierstede" } as Gemeente;
  const wie = (rol: Rol, more: Partial<Persoon> = {}): Persoon =>
    ({ id: "P1", actief: true, organisatieId: "gemeente-rivierstede", rollen: [rol], ...more }) as Persoon;
  const rollen = (persoon: Persoon) => bewaarRollen(persoon, gemeente, { signalen: [signaal({ uitgesloten: ["P9" as PersoonId] })] });

  it("alleen een privacy officer stelt voor; ook de FG van de gemeente en de aandachtsfunctionaris zijn tweede persoon", () => {
    const officer = rollen(wie({ rol: "privacy_officer" }));
    const fg = rollen(wie({ rol: "fg" }));
    const af = rollen(wie({ rol: "aandachtsfunctionaris", gemeenteId: gemeente.id }));
    expect([officer, fg, af].map(magVoorstellen)).toEqual([true, false, false]);
    for (const een of [officer, fg, af]) {
      expect(magBevestigen(een, "P1" as PersoonId, { voorgesteldDoorId: "P2" as PersoonId })).toBe(true);
      expect(magBevestigen(een, "P1" as PersoonId, { voorgesteldDoorId: "P1" as PersoonId })).toBe(false);
    }
  });

  it.each([
    ["de FG van een ander", wie({ rol: "fg" }, { organisatieId: "havenlicht" as never })],
    ["wie een FG vervangt", wie({ rol: "fg", namens: "P2" as PersoonId })],
    ["de aandachtsfunctionaris van een andere gemeente", wie({ rol: "aandachtsfunctionaris", gemeenteId: "dijkveld" as never })],
    ["de ketenregisseur", wie({ rol: "ketenregisseur" })],
    ["wie vertrok", wie({ rol: "privacy_officer" }, { actief: false })],
    ["wie erbuiten gehouden wordt", wie({ rol: "privacy_officer" }, { id: "P9" as PersoonId })],
  ])("niet: %s", (_, persoon) => {
    expect(rollen(persoon)).toEqual([]);
  });
});

describe("wat elders over een casus gezegd is", () => {
  const verloop = {
    inhoud: {
      vast: {
        opening: { conclusie: "Over c-4mrtx-d." },
        vorige: { conclusie: "Niets bijzonders.", verbeteringen: [{ op: "", doorId: "P1", deel: "conclusie", was: "C-4MRTX-D" }] },
      },
      correcties: [
        { id: "1", tekst: "Dat klopt niet.", doorId: "P1", op: "" },
        { id: "2", tekst: "De lijst klopt niet.", doorId: "P1", op: "", vast: "vorige" },
      ],
    },
  } as unknown as Verloop;
  const weg = { codes: ["C-4MRTX-D"], op: "2031-12-08T08:00:00.000Z" };

  it("gaat mee als het de code noemt; een opmerking over de hele lijst ook, als de casus daar besproken is", () => {
    expect(zonderInVerloop(verloop, weg, true)?.inhoud).toEqual({
      vast: {
        opening: { conclusie: "", vernietigdOp: weg.op },
        vorige: { conclusie: "Niets bijzonders.", verbeteringen: [{ op: "", doorId: "P1", deel: "conclusie", was: "", vernietigdOp: weg.op }] },
      },
      correcties: [
        { id: "1", tekst: "", doorId: "P1", op: "", vernietigdOp: weg.op },
        { id: "2", tekst: "De lijst klopt niet.", doorId: "P1", op: "", vast: "vorige" },
      ],
    });
    expect(zonderInVerloop(verloop, weg, false)?.inhoud.correcties[0]?.tekst).toBe("Dat klopt niet.");
    expect(zonderInVerloop(verloop, { ...weg, codes: ["C-9XKVP-H"] }, false)).toBeUndefined();
  });
});
