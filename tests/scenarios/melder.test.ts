import { describe, expect, it } from "vitest";
import { laatste, prive, spoor, wacht } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { chats } from "../support/wereld.js";

describe.each(chats)("de melder volgt zijn signaal op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("mijn signalen: code, waar het is, en wat hij kan doen; bekijken toont alleen wat van hem is", async () => {
    const wereld = nu();
    const { code, melder } = await s.gemeld(wereld, s.beschermd);
    await s.opgepakt(wereld, "meldpunt", "P05");
    await melder.sluit();
    await melder.typt("mijnsignalen");
    expect(melder.ziet()).toContain(code);
    expect(melder.ziet()).toContain("gemeld ma 23 november");
    expect(melder.ziet()).toContain("u hoort van ons vóór ma 7 december");
    expect(melder.ziet()).not.toContain("Ruben Hoekstra");
    await melder.klikt("Bekijk");
    expect(melder.ziet()).toContain("Zes mensen slapen");
    for (const tekst of ["Stappen", "Kanarielaan 12"]) expect(melder.ziet()).not.toContain(tekst);
    expect(await spoor(wereld, code)).toContain("P15 signaal.bekijken gezien");
    await melder.sluit();
    expect(await (await wereld.mens("P14")).zietHome()).not.toContain(code);
  });

  it("aanvullen: wat er stond blijft staan, een nummer hoort er niet in, en de behandelaar hoort het", async () => {
    const wereld = nu();
    const { code, melder } = await s.gemeld(wereld, s.beschermd);
    const analist = await s.opgepakt(wereld, "meldpunt", "P05");
    await melder.sluit();
    await melder.typt("mijnsignalen");
    await melder.klikt("Vul aan");
    await melder.vult({ "Wat is er nieuw?": "Bel de kanarie op 06-12345678." });
    expect(melder.fouten()).toEqual({ "Wat is er nieuw?": expect.stringContaining("Hier staat een telefoonnummer.") });
    expect(melder.fouten()["Wat is er nieuw?"]).not.toContain("12345678");
    await melder.vult({ "Wat is er nieuw?": "Nu ook een tweede kanarie.", "Personen (beschermd)": "Mevrouw Kanarie" });
    expect(melder.ziet()).toContain(`Uw aanvulling staat bij ${code}.`);
    expect(laatste(analist)).toContain("Iemand vulde dit signaal aan.");
    await s.kliktOpKaart(wereld, analist, "meldpunt", "Bekijk");
    for (const tekst of ["Zes mensen slapen", "Nu ook een tweede kanarie.", "Meneer Kanarie", "Mevrouw Kanarie"]) expect(analist.ziet()).toContain(tekst);
  });

  it("een bericht wordt uitgesteld: de melder leest dat we bezig zijn, en op de dag zelf hoort hij het", async () => {
    const wereld = nu();
    const { code, melder, af } = await s.inAfstemming(wereld);
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Stel bericht uit");
    expect(af.waarden()["Tot welke dag?"]).toBe("2026-12-03");
    await af.vult({ "Tot welke dag?": "2026-11-30" });
    expect(laatste(melder)).toContain("We zijn er nog mee bezig. U hoort uiterlijk maandag 30 november meer.");
    await s.oordeeltJa(wereld, af);
    await s.heeftStatus(wereld, code, "vermoeden");
    expect(prive(melder)).not.toContain("verder");
    await melder.typt("mijnsignalen");
    expect(melder.ziet()).not.toContain("verder besproken");
    await wereld.wordt("2026-11-30T09:00:00+01:00");
    expect(laatste(melder)).toContain("Wij bespreken uw signaal verder.");
    expect(prive(melder)).toContain("We zijn er nog mee bezig.");
    expect((await wereld.signaal(code)).aangehoudenTot).toBeUndefined();
    expect(await wacht(wereld, code)).toEqual(["volgende_stap 2026-12-01T08:00"]);
  });

  it("tweemaal uitgesteld: wat in de tussentijd werd besloten, hoort de melder op de laatste dag", async () => {
    const wereld = nu();
    const { melder, af } = await s.inAfstemming(wereld);
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Stel bericht uit");
    await af.vult({ "Tot welke dag?": "2026-11-30" });
    await s.oordeeltJa(wereld, af);
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Stel bericht uit");
    await af.vult({ "Tot welke dag?": "2026-12-04" });
    await wereld.wordt("2026-12-03T12:00:00+01:00");
    expect(prive(melder)).not.toContain("Wij bespreken uw signaal verder.");
    await wereld.wordt("2026-12-04T09:00:00+01:00");
    expect(laatste(melder)).toContain("Wij bespreken uw signaal verder.");
  });

  it("wat hij aanvult als niemand het signaal behandelt, leest het kanaal", async () => {
    const wereld = nu();
    const { code, melder } = await s.gemeld(wereld);
    await melder.sluit();
    await melder.typt("mijnsignalen");
    await melder.klikt("Vul aan");
    await melder.vult({ "Wat is er nieuw?": "Nu ook een tweede kanarie." });
    expect(s.kaart(wereld, "meldpunt")).toMatch(new RegExp(`Er is iets nieuws[^]*${code}`));
  });

  it("de politie die is gevraagd, kan het bericht uitstellen; een andere partner niet", async () => {
    const wereld = nu();
    const zorg = await wereld.mens("P09");
    const { code, melder, af, partner } = await s.inAfstemming(wereld);
    await s.stelt(wereld, af, [s.partners.veiligThuis], {}, "Vraag nog een partner");
    for (const mens of [partner, zorg]) {
      await mens.typt(`casus ${code}`);
      await mens.klikt("Bekijk");
      await mens.klikt("Meer", { in: "venster" });
    }
    expect(zorg.knoppen("venster")).not.toContain("Stel bericht uit");
    await partner.klikt("Stel bericht uit", { in: "venster" });
    await partner.vult({ "Tot welke dag?": "2026-12-01" });
    expect(laatste(melder)).toContain("We zijn er nog mee bezig. U hoort uiterlijk dinsdag 1 december meer.");
    expect((await wereld.signaal(code)).aangehoudenTot).toBe("2026-12-01");
  });

  it("in het Engels voor wie Engels kiest; het kanaal blijft Nederlands", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    await melder.typt("taal");
    await melder.vult({ "In welke taal wilt u lezen?": "English" });
    await melder.sluit();
    await melder.typt("signaal");
    expect(melder.ziet()).toContain("What did you see?");
    await melder.vult({
      "What did you see?": "A canary shed.",
      "Where did you notice it?": "During an inspection",
      "Do you work with the meldcode (reporting code)?": "No",
    });
    const code = s.codeIn(melder.ziet());
    expect(laatste(melder)).toContain("7 December");
    expect(s.kaart(wereld, "meldpunt")).toContain("Niemand heeft dit opgepakt");
    const analist = await s.opgepakt(wereld, "meldpunt", "P05");
    await s.kliktOpKaart(wereld, analist, "meldpunt", "Start verrijking");
    await analist.vult({});
    await s.kliktOpKaart(wereld, analist, "meldpunt", "Leg verrijking vast");
    await analist.vult({ Adres: "ja", "Is het signaal versterkt?": "Ja" });
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect(laatste(melder)).toMatch(/passed .*on/i);
  });
});
