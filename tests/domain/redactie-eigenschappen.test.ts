import fc from "fast-check";
import { expect, it } from "vitest";
import { makeCode } from "../../src/domain/code.js";
import { findIdentifiers } from "../../src/domain/delen/redactie.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { plusDagen } from "../../src/domain/tijd/tijd.js";

const soorten = (tekst: string) => findIdentifiers(tekst, { allowed: [] }).map((v) => v.soort);
const cijfers = (n: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n });
const random = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 5, maxLength: 5 }).map((getallen) => {
  let i = 0;
  return () => getallen[i++ % getallen.length] as number;
});
/** Eight digits with the ninth that makes the 11-proef right, where there is one. */
const bsn = cijfers(8)
  .map((acht) => [...acht, acht.reduce((som, c, i) => som + c * (9 - i), 0) % 11])
  .filter((negen) => (negen[8] as number) < 10 && negen.some((c) => c !== 0))
  .map((negen) => negen.join(""));

it("none of our codes is held back, in capitals or not", () => {
  fc.assert(
    fc.property(random, fc.constantFrom("SG" as const, "C" as const), (r, prefix) => {
      const code = makeCode(prefix, r);
      expect(findIdentifiers(`${code} staat op tafel`, { allowed: [] })).toEqual([]);
      expect(findIdentifiers(`Wilt u ${code.toLowerCase()} bekijken?`, { allowed: [] })).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

it("every BSN is held back, however it is grouped", () => {
  fc.assert(
    fc.property(bsn, fc.constantFrom("", " ", "-", "."), (nummer, teken) => {
      expect(soorten(`Over ${[nummer.slice(0, 3), nummer.slice(3, 6), nummer.slice(6)].join(teken)} is gebeld.`).length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

it("every mobile number is held back, whatever invisible signs are put in it", () => {
  fc.assert(
    fc.property(cijfers(8), fc.constantFrom("", "\u200B", "\u2060", "\u00AD", " ", "-", "\uFE0F"), (acht, teken) => {
      expect(soorten(`bel ${["0", "6", ...acht].join(teken)}`)).toContain("telefoon");
    }),
    { numRuns: 500 },
  );
});

it("dates and times of meetings pass", () => {
  const dag = fc.integer({ min: 0, max: 5000 }).map((n) => plusDagen("2026-01-01" as Dag, n));
  fc.assert(
    fc.property(dag, fc.integer({ min: 8, max: 19 }), fc.constantFrom("00", "15", "30", "45"), (d, uur, minuut) => {
      const [jaar, maand, dagnummer] = d.split("-") as [string, string, string];
      for (const datum of [
        d,
        `${dagnummer}-${maand}-${jaar}`,
        `${Number(dagnummer)}-${Number(maand)}-${jaar}`,
        `${dagnummer}/${maand}/${jaar}`,
        `${dagnummer}.${maand}.${jaar}`,
      ]) {
        expect(findIdentifiers(`Overleg ${datum} ${uur}.${minuut}-${uur + 1}.${minuut} uur`, { allowed: [] })).toEqual([]);
        expect(findIdentifiers(`Op ${datum} om ${uur}:${minuut}.`, { allowed: [] })).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

it("any text at all gives places inside it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (tekst) => {
      for (const v of findIdentifiers(tekst, { allowed: [] })) expect(v.start >= 0 && v.start < v.end && v.end <= tekst.length).toBe(true);
    }),
    { numRuns: 500 },
  );
});
