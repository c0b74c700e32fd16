import { describe, expect, it } from "vitest";
import type { Persoon, PersoonId, Rol } from "../../src/domain/persoon/persoon.js";
import { herinnerOp, type Inzageverzoek, kanVerlengen, magAfhandelen, termijnVan, verleng } from "../../src/domain/rechten/inzageverzoek.js";
import type { Dag } from "../../src/domain/tijd/dag.js";

const op = (tekst: string): Date => new Date(`${tekst}T09:00:00+01:00`);
const verzoek = (gevraagd: string): Inzageverzoek => ({
  id: "iv1",
  version: 0,
  vanId: "vraagt" as PersoonId,
  contactId: "fg" as PersoonId,
  gevraagdOp: op(gevraagd),
  termijn: termijnVan(op(gevraagd)),
  status: "open",
  inhoud: {},
});
const mens = (id: string, rollen: readonly Rol[] = []): Persoon => ({ id: id as PersoonId, actief: true, rollen }) as unknown as Persoon;

describe("de termijn van een inzageverzoek", () => {
  it.each([
    ["2026-11-23", "2026-12-23", "2027-02-23"],
    ["2027-01-31", "2027-02-28", "2027-04-30"],
    ["2026-11-30", "2026-12-30", "2027-02-28"],
  ])("van %s is %s, en verlengd %s", (gevraagd, termijn, verlengd) => {
    expect(termijnVan(op(gevraagd))).toBe(termijn);
    expect(verleng(verzoek(gevraagd), "veel", op(gevraagd)).termijn).toBe(verlengd);
  });

  it("wordt één keer verlengd, en niet als de eerste maand voorbij is", () => {
    const open = verzoek("2026-11-23");
    expect(kanVerlengen(open, op("2026-12-23"))).toBe(true);
    expect(kanVerlengen(open, op("2026-12-24"))).toBe(false);
    expect(kanVerlengen(verleng(open, "veel", op("2026-12-01")), op("2026-12-02"))).toBe(false);
    expect(kanVerlengen({ ...open, status: "afgehandeld" }, op("2026-12-02"))).toBe(false);
  });

  it("geeft een week ervoor een herinnering", () => {
    expect(herinnerOp("2026-12-23" as Dag)).toBe("2026-12-16");
  });
});

describe("wie een inzageverzoek afhandelt", () => {
  const open = verzoek("2026-11-23");
  it("is het contactpunt, zijn plaatsvervanger of een privacy officer", () => {
    for (const wie of [mens("fg"), mens("deputy", [{ rol: "fg", namens: "fg" as PersoonId }]), mens("po", [{ rol: "privacy_officer" }])])
      expect(magAfhandelen(wie, open)).toBe(true);
  });
  it("is nooit wie het zelf vroeg, en niemand die weg is of er niets mee te maken heeft", () => {
    expect(magAfhandelen(mens("vraagt", [{ rol: "privacy_officer" }]), open)).toBe(false);
    expect(magAfhandelen({ ...mens("fg"), actief: false }, open)).toBe(false);
    expect(magAfhandelen(mens("af", [{ rol: "aandachtsfunctionaris" }, { rol: "fg" }]), open)).toBe(false);
  });
});
