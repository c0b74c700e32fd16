import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIdentifiers } from "../../src/domain/delen/redactie.js";
import { verplaats, woordVan } from "../../src/domain/delen/redactie-verplaats.js";
import { ontwikkel, toegestaan } from "./redactie.zinnen.js";

const options = {
  allowed: toegestaan,
  max: { adres: 200, bedrijf: 200, personen: 500 },
  verwijzing: { adres: "(zie adres)", bedrijf: "(zie bedrijf)", personen: "(zie personen)" },
};

describe("what was refused moves to the protected field it belongs in", () => {
  it("an address, a business and a person each to their own", () => {
    expect(verplaats("Kerkstraat 5, 1234 AB: KvK 68750110, bel 0612345678.", {}, options)).toEqual({
      tekst: "(zie adres): KvK (zie bedrijf), bel (zie personen).",
      velden: { adres: "Kerkstraat 5, 1234 AB", bedrijf: "68750110", personen: "0612345678" },
    });
  });

  it("behind what stood there, and not twice", () => {
    expect(verplaats("Bel 0612345678", { personen: "Jan, 0612345678" }, options).velden.personen).toBe("Jan, 0612345678");
    expect(verplaats("Bel 0612345678", { personen: "Jan" }, options).velden.personen).toBe("Jan\n0612345678");
  });

  it("leaves what does not fit, so that nothing is lost", () => {
    const vol = { ...options, max: { ...options.max, adres: 8 } };
    expect(verplaats("Kerkstraat 5", { adres: "Dijk" }, vol)).toEqual({ tekst: "Kerkstraat 5", velden: { adres: "Dijk" } });
  });

  it("loses no sign of what was typed, and leaves a text that passes", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ontwikkel.map(({ zin }) => zin)), { maxLength: 4 }), (zinnen) => {
        const tekst = zinnen.join(". ");
        const na = verplaats(tekst, {}, { ...options, max: { adres: 9999, bedrijf: 9999, personen: 9999 } });
        const alles = `${na.tekst}${Object.values(na.velden).join("")}`;
        for (const { start, end } of findIdentifiers(tekst, options)) expect(alles).toContain(tekst.slice(start, end));
      }),
      { numRuns: 200 },
    );
  });

  it("counts words as people do", () => {
    expect(woordVan("Bel 0612345678", 4)).toBe(2);
    expect(woordVan("0612345678", 0)).toBe(1);
    expect(woordVan("  Zij woont\nop Kade 12", 15)).toBe(4);
  });
});
