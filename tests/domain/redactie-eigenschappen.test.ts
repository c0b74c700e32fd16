import fc from "fast-check";
import { expect, it } from "vitest";
import { makeCode } from "../../src/domain/code.js";
import { findIdentifiers, findNames } from "../../src/domain/delen/redactie.js";
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

/** One value of each kind with a form of its own, as it stands in a sentence. */
const gevormd = {
  bsn: bsn.filter((nummer) => !nummer.startsWith("0")).map((nummer) => `bsn ${nummer}`),
  telefoon: cijfers(8).map((acht) => `06${acht.join("")}`),
  iban: fc.constantFrom("NL05RABO0312847566", "DE49500105173648209471", "BE68539007547034", "RO16BTRLRONCRT0123456701"),
  email: fc.constantFrom("jan.k@voorbeeld.nl", "maria_k99@sub.voorbeeld.com"),
  vnummer: cijfers(8).map((acht) => `V-nummer 28${acht.join("")}`),
  document: fc.constantFrom("paspoort NPR4X7K92", "rijbewijs 5123456789", "ID-kaart IX7K2M4P9"),
  postcode: fc.constantFrom("6511PP", "1234 AB", "9711 LN"),
  kenteken: fc.constantFrom("GH-123-J", "12-GHJ-3", "V-123-GH"),
  ip: fc.tuple(fc.integer({ min: 20, max: 223 }), fc.integer({ min: 0, max: 255 })).map(([a, b]) => `${a}.${b}.113.9`),
  mac: fc.constantFrom("00:1A:2B:3C:4D:5E", "a4-83-e7-12-9b-fe"),
  kvk: cijfers(7).map((zeven) => `KvK 6${zeven.join("")}`),
  geboortedatum: fc.constantFrom("geboren 03-04-2009", "geb. 3 april 2009"),
} as const;
type Gevormd = keyof typeof gevormd;
const ONZICHTBAAR = ["\u200B", "\u200C", "\u200D", "\u2060", "\u00AD", "\uFEFF"] as const;
const breed = (tekst: string): string => tekst.replace(/[!-~]/g, (teken) => String.fromCodePoint((teken.codePointAt(0) as number) + 0xfee0));

it.each(Object.keys(gevormd) as Gevormd[])("%s is seen whatever signs are put in it", (soort) => {
  fc.assert(
    fc.property(gevormd[soort], fc.array(fc.nat(40)), fc.constantFrom(...ONZICHTBAAR), fc.boolean(), (waarde, plekken, teken, inBreed) => {
      const verstopt = [...(inBreed ? breed(waarde) : waarde)].map((een, i) => (plekken.includes(i) ? een + teken : een)).join("");
      expect(soorten(`Gezien: ${verstopt} bij de loods`)).toContain(soort);
    }),
    { numRuns: 300 },
  );
});

it.each(["bsn", "telefoon", "iban", "vnummer", "kvk"] as const)("spaces in a %s do not hide it", (soort) => {
  fc.assert(
    fc.property(gevormd[soort], fc.array(fc.nat(24)), fc.constantFrom(" ", "\u00A0", "\u2009", "\n"), (waarde, plekken, teken) => {
      const begin = waarde.search(/(?:NL|DE|BE|RO)?\d/);
      const uit = [...waarde].map((een, i) => (i >= begin && i < waarde.length - 1 && plekken.includes(i) ? een + teken : een)).join("");
      expect(soorten(`Het gaat om ${uit}, zegt hij.`)).toContain(soort);
    }),
    { numRuns: 500 },
  );
});

it("words of the field never trip it, in any order", () => {
  const vak = fc.constantFrom(
    ..."signaal|casus|tafel|overleg|MDO|RIEC|ZVH|Rivierstede|Dijkveld|Oeverland|gemeente|politie|december|januari|Kerst|afspraak|besluit|opvang|controle|melder|meldpunt|om 10.00 uur|op 3 december|in 2026 was|van|de|het|en|met|voor|12 werkdagen|SG-7K3QA-9|€ 4.500,00|112|drie mannen|busje".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(vak, { maxLength: 30 }), (woorden) => {
      const tekst = woorden.join(" ");
      expect(findIdentifiers(tekst, { allowed: ["112"] })).toEqual([]);
      expect(findNames(tekst, { bekend: ["Rivierstede", "Dijkveld", "Oeverland"] })).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
