import { describe, expect, it } from "vitest";
import { findIdentifiers, findNames, findSensitiveWords } from "../../src/domain/delen/redactie.js";
import { ontwikkel, toegestaan } from "./redactie.zinnen.js";

const soorten = (text: string) => findIdentifiers(text, { allowed: toegestaan }).map((v) => v.soort);
const metIdentifier = ontwikkel.filter(({ soorten: verwacht }) => verwacht.length > 0 && !verwacht.includes("naam"));
const zonderIdentifier = ontwikkel.filter(({ soorten: verwacht }) => verwacht.length === 0);

describe("what points to one person is found", () => {
  it.each(metIdentifier)("$zin → $soorten", ({ zin, soorten: verwacht }) => {
    expect(soorten(zin)).toEqual(expect.arrayContaining([...verwacht]));
  });
});

describe("ordinary work passes", () => {
  it.each(zonderIdentifier)("$zin", ({ zin }) => {
    expect(findIdentifiers(zin, { allowed: toegestaan })).toEqual([]);
  });

  it("blocks a contact of the region once it is not allowed any more", () => {
    expect(findIdentifiers("CoMensha: 033-4481186", { allowed: [] })).toEqual([{ soort: "telefoon", start: 10, end: 21 }]);
  });
});

describe("every kind in a longer text, at its place", () => {
  it.each(metIdentifier)("$zin → $soorten", ({ zin, soorten: verwacht }) => {
    const tekst = `Let op: ${zin} (besproken op 3 december).`;
    expect(soorten(tekst)).toEqual(expect.arrayContaining([...verwacht]));
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
    for (const { zin } of ontwikkel) {
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
    ["Gesprek met mevrouw Jansen", ["naam"]],
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

describe("names of files are read as words", () => {
  it.each([
    ["intake_283746518_def.pdf", "bsn"],
    ["IMG_0612345678.jpg", "telefoon"],
    ["busje-GH-123-J.png", "kenteken"],
    ["Kerkstraat_5_rivierstede.docx", "adres"],
    ["geb_03-04-2009.docx", "geboortedatum"],
    ["paspoort_NPR4X7K92.pdf", "document"],
  ])("%s → %s", (naam, soort) => {
    expect(soorten(naam)).toContain(soort);
  });

  it("sees the name of a person in one", () => {
    expect(findNames("verslag_Fatima_El_Amrani.docx")).not.toEqual([]);
    expect(findNames("verslag_MDO_december_2026.docx")).toEqual([]);
  });
});

describe("names of people", () => {
  const namen = (tekst: string, bekend: readonly string[] = []) =>
    findNames(tekst, { bekend }).map(({ start, end, zeker }) => [tekst.slice(start, end), zeker] as const);

  it.each([
    ["Gesprek met mevr. A. Kowalska plannen", "mevr. A. Kowalska", true],
    ["Vervoer J.A. van den Berg", "J.A. van den Berg", true],
    ["Jan de Vries bellen", "Jan de Vries", true],
    ["jan de vries bellen", "jan de vries", false],
    ["Opvang Fatima", "Fatima", false],
    ["Vervolg Hassan B. bespreken", "Hassan B.", false],
    ["Dossier Van der Meulen", "Van der Meulen", false],
    ["Huis voor Chidimma Nwachukwu", "Chidimma Nwachukwu", false],
  ])("%s", (tekst, naam, zeker) => {
    expect(namen(tekst)).toEqual([[naam, zeker]]);
  });

  it("knows the words of the region", () => {
    expect(namen("Bezoek aan Ookmeer Aldenrode")).toHaveLength(1);
    expect(namen("Bezoek aan Ookmeer Aldenrode", ["Gemeente Ookmeer", "Aldenrode"])).toEqual([]);
  });
});

describe("hostile text of 100,000 characters", () => {
  const vul = (stuk: string, lengte: number): string => stuk.repeat(Math.ceil(lengte / stuk.length)).slice(0, lengte);
  const lees = (tekst: string): number => {
    const begin = process.cpuUsage();
    findIdentifiers(tekst, { allowed: toegestaan });
    findNames(tekst);
    findSensitiveWords(tekst);
    // Time of the processor: a busy machine is no finding here.
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  };
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
    "paspoort ",
    "paspoort AB",
    "V-nummer ",
    "instagram ",
    "instagram_",
    "A.",
    "A. ",
    "van de ",
    "Van Der ",
    "mevrouw ",
    "Jan ",
    "Jan-",
    "nul ",
    "een twee drie vier vijf zes ",
    "1.1.1.",
    "0:",
    "::",
    "00:1A:",
    "51,8426 ",
    "51.",
    "/",
    "///a.b.c",
    "kenteken AB ",
    "AB 12 ",
    "chalet ",
    "camping ",
    "rue A ",
    "nummer 1 in de ",
    "wordt 18 op ",
    "drie april ",
    "3-4-1999 ",
    "_",
    "o6 ",
    "О",
    "rekening 1 ",
  ];
  /** Five times the text takes about five times the steps; a pattern that looks back over it would take twenty-five times. */
  it.each(stukken)("%j is read in time that grows with its length alone", { timeout: 60_000 }, (stuk) => {
    const deel = lees(vul(stuk, 20_000));
    expect(lees(vul(stuk, 100_000))).toBeLessThan(Math.max(12 * deel, 1500));
  });
});
