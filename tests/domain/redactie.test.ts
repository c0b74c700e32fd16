import { describe, expect, it } from "vitest";
import { findIdentifiers, findSensitiveWords } from "../../src/domain/delen/redactie.js";
import { doorlaten, tegenhouden, toegestaan } from "./redactie.zinnen.js";

const soorten = (text: string) => findIdentifiers(text, { allowed: toegestaan }).map((v) => v.soort);

describe("what points to one person is found", () => {
  it.each(tegenhouden)("%s → %s", (zin, soort) => {
    expect(soorten(zin)).toContain(soort);
  });
});

describe("ordinary work passes", () => {
  it.each(doorlaten)("%s", (zin) => {
    expect(findIdentifiers(zin, { allowed: toegestaan })).toEqual([]);
  });

  it("blocks a contact of the region once it is not allowed any more", () => {
    expect(findIdentifiers("CoMensha: 033-4481186", { allowed: [] })).toEqual([{ soort: "telefoon", start: 10, end: 21 }]);
  });
});

describe("every kind in a longer text, at its place", () => {
  it.each(tegenhouden)("%s → %s", (zin, soort) => {
    const tekst = `Let op: ${zin} (besproken op 3 december).`;
    expect(soorten(tekst)).toContain(soort);
  });

  it("gives the positions of the text as it was typed", () => {
    const tekst = "Bel\u200B haar ｏｐ 0\u200B6-12345678!";
    const [vondst] = findIdentifiers(tekst, { allowed: [] });
    expect(tekst.slice(vondst?.start, vondst?.end)).toBe("0\u200B6-12345678");
  });

  it("finds several at once, in order", () => {
    expect(soorten("BSN 999990019, Kade 12, 1234 AB, 06-12345678, jan@voorbeeld.example, XX-999-X, geboren 03-04-2009")).toEqual([
      "bsn",
      "adres",
      "postcode",
      "telefoon",
      "email",
      "kenteken",
      "geboortedatum",
    ]);
  });

  it("never gives a place outside the text", () => {
    for (const [zin] of tegenhouden) {
      for (const v of findIdentifiers(zin, { allowed: [] })) {
        expect(v.start).toBeGreaterThanOrEqual(0);
        expect(v.end).toBeGreaterThan(v.start);
        expect(v.end).toBeLessThanOrEqual(zin.length);
      }
    }
  });
});

describe("sensitive words warn", () => {
  it.each([
    ["zij is zwanger en ziek", ["gezondheid"]],
    ["hij heeft een strafblad", ["strafrechtelijk"]],
    ["Zij werkt in de prostitutie", ["seksueel"]],
    ["Twee Roemeense mannen", ["etnisch"]],
    ["huidskleur en ras", ["etnisch"]],
    ["verslaafd en verdacht", ["gezondheid", "strafrechtelijk"]],
    ["psychische klachten", ["gezondheid"]],
    ["she is pregnant", ["gezondheid"]],
    ["hij is veroordeeld", ["strafrechtelijk"]],
    ["zwan\u200Bger", ["gezondheid"]],
    ["Het signaal staat op de agenda", []],
    ["Terras dicht, straat open", []],
    ["Het agendapunt is aangehouden", []],
    ["Ik geloof dat het overleg om 10.00 uur is", []],
    ["Jonge mannen slapen in een loods", []],
    ["Voor de politie en de zorgcoördinator", []],
  ] as const)("%s", (zin, verwacht) => {
    expect(findSensitiveWords(zin)).toEqual(verwacht);
  });
});

describe("hostile text of 20,000 characters is read in reasonable time", () => {
  const LENGTE = 20_000;
  const vul = (stuk: string): string => stuk.repeat(Math.ceil(LENGTE / stuk.length)).slice(0, LENGTE);
  const stukken = [
    "1",
    "0 ",
    "00 ",
    "0031",
    "a",
    "a.",
    "a@",
    "@",
    "1-",
    "A-",
    "NL91",
    "NL91 ",
    "12-AB-",
    "geboren ",
    "geb. 3 ",
    "3 april ",
    "Laan van ",
    "woont ",
    "straat",
    "Kade 12 ",
    " ",
    "\u200B",
    "e\u0301",
    "\u0301",
    "€ 1.",
    "(at) ",
    "1234 A",
    "+3",
    "Kerkstraat nr ",
    "a\u0001",
    "((((",
    "bsn ",
  ];
  it.each(stukken)("%j", (stuk) => {
    const begin = process.cpuUsage();
    findIdentifiers(vul(stuk), { allowed: toegestaan });
    findSensitiveWords(vul(stuk));
    // Time of the processor: a busy machine is no finding here.
    expect((process.cpuUsage(begin).user + process.cpuUsage(begin).system) / 1000).toBeLessThan(4000);
  });
});
