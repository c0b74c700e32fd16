import { describe, expect, it } from "vitest";
import { makeCode } from "../../src/domain/code.js";
import { checkOpenTekst } from "../../src/domain/delen/open-tekst.js";
import { leesLink, leesPlaats } from "../../src/domain/tafel/inrichting.js";

describe("texts that stand where everybody reads them", () => {
  it.each([
    ["titel", "Bel 06-12345678", "persoonsgegeven_punt"],
    ["titel", "Kerkstraat 12", "persoonsgegeven_punt"],
    ["wat", "Mail jan@voorbeeld.example", "persoonsgegeven_actie"],
    ["plaats", "Bij jan@voorbeeld.example", "plaats_onjuist"],
    ["grondslag", "Toestemming van 06-12345678", "persoonsgegeven_grondslag"],
    ["grondslag", "Hij woont Kerkstraat 12", "persoonsgegeven_grondslag"],
  ] as const)("%s may not hold an identifier: %s", (soort, tekst, code) => {
    expect(checkOpenTekst(soort, tekst)).toMatchObject({ code, veld: soort });
    expect(JSON.stringify(checkOpenTekst(soort, tekst))).not.toContain(tekst);
  });

  it("plaats may hold the address of a building, a title or an actiepunt may not", () => {
    expect(checkOpenTekst("plaats", "Stadhuis Rivierstede, Kerkstraat 12, 1234 AB")).toBeUndefined();
    expect(leesPlaats("ZVH kamer 2 of online").ok).toBe(true);
  });

  it("a ground may name the casus that it is about, the others may not", () => {
    for (const code of [makeCode("SG", Math.random), makeCode("C", Math.random)]) {
      expect(checkOpenTekst("grondslag", `Convenant artikel 3, bij ${code}`)).toBeUndefined();
      expect(checkOpenTekst("titel", `Over ${code}`)).toMatchObject({ code: "casus_in_punt" });
      expect(checkOpenTekst("wat", `${code} bellen`)).toMatchObject({ code: "casus_in_tekst" });
      expect(checkOpenTekst("plaats", `Kamer ${code}`)).toMatchObject({ code: "plaats_onjuist" });
    }
  });

  it("a name is refused where it is sure to be one, and asked about where it may be a word", () => {
    for (const soort of ["naam", "plaats", "grondslag"] as const)
      expect(checkOpenTekst(soort, "Afspraak met mevrouw Kowalczyk")).toMatchObject({ veld: soort, params: { soort: "naam" } });
    for (const soort of ["titel", "wat"] as const) expect(checkOpenTekst(soort, "Afspraak met mevrouw Kowalczyk")).toMatchObject({ veld: "gevoeligOk" });
  });

  it("sensitive words ask for a second look in lists, and only there", () => {
    expect(checkOpenTekst("wat", "Ziekenhuis bellen")).toEqual({ code: "gevoelig_actie", veld: "gevoeligOk" });
    expect(checkOpenTekst("titel", "Ziekenhuis bellen")).toEqual({ code: "gevoelig_punt", veld: "gevoeligOk" });
    expect(checkOpenTekst("wat", "Ziekenhuis bellen", { bekeken: true })).toBeUndefined();
    expect(checkOpenTekst("plaats", "Ziekenhuis Rivierstede, zaal 3")).toBeUndefined();
  });

  it("public numbers and contacts of the region may stand there", () => {
    expect(
      checkOpenTekst("titel", "Bereikbaarheid van 088-0000013", {
        regio: { contacten: [{ naam: "OM", telefoon: "088-0000013", uitleg: "" }], gemeenten: [], organisaties: [], tafels: [] },
      }),
    ).toBeUndefined();
  });
});

describe("the link of a meeting", () => {
  it.each([
    "https://overleg.example/mdo",
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZDk4MjQwNTctYzE2Yi00Nzhj%40thread.v2/0?context=%7b%22Tid%22%3a%225f8a1b7e-3c2d-4e5f-9a6b-0c1d2e3f4a5b%22%2c%22Oid%22%3a%220a9b8c7d-6e5f-4a3b-2c1d-0e9f8a7b6c5d%22%7d",
    "https://teams.microsoft.com/meet/23456789012345?p=aBcDeFgHiJ",
    "https://zoom.example/j/91234567890?pwd=TUVxYmNkZWZnaGlq",
    "https://meet.example/abc-defg-hij",
    "https://gemeente.webex.example/meet/mdo-oeverland",
  ])("is taken: %s", (link) => {
    expect(leesLink(link)).toEqual({ ok: true, value: link });
  });

  it.each([
    "https://overleg.example/mdo?email=jan@voorbeeld.example",
    "https://overleg.example/mdo?naam=Jan",
    "https://overleg.example/mdo?displayName=Jan%20de%20Vries",
    "https://overleg.example/jan%40voorbeeld.example",
    "https://overleg.example/0612345678",
    "https://overleg.example/%2B31612345678",
    "https://overleg.example/mdo?nr=06%2012%2034%2056%2078",
    "https://overleg.example/mdo#naam=Jan",
    "https://overleg.example/mdo#/kamer?user=jan",
    "https://jan.jansen:geheim@overleg.example/mdo",
    "https://overleg.example/mdo?bij=1980-02-31,jan@voorbeeld.example",
  ])("is refused because it names somebody: %s", (link) => {
    expect(leesLink(link)).toMatchObject({ ok: false, error: { code: "link_persoonsgegeven", veld: "link" } });
  });

  it.each(["http://overleg.example", "overleg.example/mdo", "https://", "javascript:alert(1)", "https://x.example:99999/"])("is no link: %s", (link) => {
    expect(leesLink(link)).toMatchObject({ ok: false, error: { code: "link_onjuist" } });
  });
});
