import { describe, expect, it } from "vitest";
import { alGeplaatst } from "../support/onschuldig.js";
import { codeIn, gemeld, melding, wereldVoor } from "../support/stappen.js";
import { beide } from "../support/wereld.js";

const tekst = (wat: string): string => `Bij de kanarieschuur zag ik ${wat} staan.`;
const gevallen = [
  ["een BSN", "111222333"],
  ["een telefoonnummer", "06-12345678"],
  ["een kenteken", "12-ABC-3"],
  ["een adres", "Dorpsstraat 12"],
  ["een postcode", "1234 AB"],
  ["een e-mailadres", "jan@voorbeeld.nl"],
  ["een rekeningnummer", "NL91ABNA0417164300"],
  ["een geboortedatum", "geboren op 3 mei 1999"],
] as const;

describe.each(beide)("wat niet in de omschrijving hoort op $name", (chat) => {
  const wereld = wereldVoor(chat);

  it("is named by its kind beside the field, never repeated, and what was typed stays", { timeout: 60_000 }, async () => {
    const melder = await wereld().mens("P15");
    await melder.typt("signaal");
    await melder.vult({ ...melding, Bedrijf: "Kanariebouw bv", "Wat zag u?": tekst(gevallen[0][1]) });
    for (const [soort, waarde] of gevallen) {
      await melder.vult({ "Wat zag u?": tekst(waarde) });
      const fout = melder.fouten()["Wat zag u?"] ?? "";
      expect(fout).toContain(`Hier staat ${soort}.`);
      expect(fout).not.toContain(waarde);
      expect(melder.waarden()).toMatchObject({
        "Wat zag u?": tekst(waarde),
        Bedrijf: "Kanariebouw bv",
        "Waar merkte u het?": "Bij een controle",
        "Werkt u met de meldcode?": "Nee",
      });
    }
    expect((await wereld().store.pool.query("SELECT 1 FROM signaal")).rows).toEqual([]);

    await melder.vult({ "Wat zag u?": melding["Wat zag u?"], Adres: "Dorpsstraat 12, 1234 AB", Personen: "Jan, 06-12345678, 111222333" });
    const { inhoud } = await wereld().signaal(codeIn(melder.ziet()));
    expect(inhoud).toMatchObject({
      adres: "Dorpsstraat 12, 1234 AB",
      personen: "Jan, 06-12345678, 111222333",
      bedrijf: "Kanariebouw bv",
      omschrijving: melding["Wat zag u?"],
    });
  });

  it("moves to the protected fields by one press, and the text stays as it was typed", { timeout: 60_000 }, async () => {
    const melder = await wereld().mens("P15");
    await melder.typt("signaal");
    await melder.vult({ ...melding, "Wat zag u?": tekst("111222333 op Dorpsstraat 12, 1234 AB"), Personen: "Een begeleider" });
    expect(melder.fouten()["Wat zag u?"]).toContain("Kijk bij woord 6.");
    await melder.klikt("Zet dit bij 'Adres, bedrijf en personen'");
    expect(melder.waarden()).toMatchObject({
      "Wat zag u?": tekst("(zie personen) op (zie adres)"),
      Adres: "Dorpsstraat 12, 1234 AB",
      Personen: "Een begeleider\n111222333",
      "Waar merkte u het?": "Bij een controle",
    });
    expect(melder.fouten()).toEqual({});
    expect(melder.ziet()).toContain("Lees uw tekst nog eens na");
    expect(melder.knoppen("venster")).not.toContain("Zet dit bij 'Adres, bedrijf en personen'");

    await melder.vult({});
    const { inhoud } = await wereld().signaal(codeIn(melder.ziet()));
    expect(inhoud).toMatchObject({ adres: "Dorpsstraat 12, 1234 AB", personen: "Een begeleider\n111222333" });
    expect(inhoud.omschrijving).not.toContain("Dorpsstraat");
    expect(alGeplaatst(wereld()).join()).not.toContain("111222333");
  });

  it("is refused in what is added later too", async () => {
    const { melder, code } = await gemeld(wereld());
    await melder.typt("mijnsignalen");
    await melder.klikt("Vul aan");
    await melder.vult({ "Wat is er nieuw?": tekst("06-12345678") });
    expect(melder.fouten()["Wat is er nieuw?"]).toContain("Hier staat een telefoonnummer.");
    expect(melder.fouten()["Wat is er nieuw?"]).not.toContain("06-12345678");
    expect(melder.waarden()["Wat is er nieuw?"]).toBe(tekst("06-12345678"));
    expect((await wereld().signaal(code)).inhoud.aanvullingen).toEqual([]);

    await melder.vult({ "Wat is er nieuw?": "Ik weet nu wie er belde, kanarie.", "Personen (beschermd)": "06-12345678" });
    const { inhoud } = await wereld().signaal(code);
    expect(inhoud.aanvullingen).toHaveLength(1);
    expect(inhoud.personen).toBe("06-12345678");
    expect(alGeplaatst(wereld()).join()).not.toContain("06-12345678");
  });

  it("lets public numbers and our own codes pass", async () => {
    const { code } = await gemeld(wereld(), { "Wat zag u?": "Ik belde 112 en 0900-8844 over de kanarieschuur, eerder was dat SG-7K3QA-9." });
    expect((await wereld().signaal(code)).inhoud.omschrijving).toContain("0900-8844");
  });
});
