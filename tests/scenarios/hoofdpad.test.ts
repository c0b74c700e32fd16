import { describe, expect, it } from "vitest";
import { laatste, prive, spoor, wacht } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { chats } from "../support/wereld.js";

describe.each(chats)("van melding naar oordeel op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("de melder leest zijn code en datum, en het meldpunt ziet een kaart zonder inhoud", async () => {
    const wereld = nu();
    const { code, melder } = await s.gemeld(wereld, { ...s.beschermd, "Waar lijkt het op?": "In de landbouw", Leeftijd: "18 jaar of ouder" });
    expect(laatste(melder)).toContain(`We hebben uw signaal ontvangen. Uw code is ${code}. U hoort uiterlijk maandag 7 december van ons.`);
    await s.heeftStatus(wereld, code, "bij_meldpunt");
    for (const tekst of wereld.kanaalTeksten("meldpunt")) {
      expect(tekst).toContain(code);
      expect(tekst).toContain("nieuw");
      expect(tekst).toContain("Rivierstede · vandaag 9.00 · eerste reactie vóór wo 25 november");
      expect(tekst).not.toContain("Niels Terpstra");
    }
    expect(s.kaart(wereld, "aandachtsfunctionaris")).not.toContain(code);
    expect(await wacht(wereld, code)).toEqual(["eerste_reactie 2026-11-25T08:00", "bericht_melder 2026-12-07T08:00"]);
    expect(await spoor(wereld, code)).toEqual(["P15 melden_bij_meldpunt gedaan"]);
  });

  it("de analist pakt op, zoekt onder een grondslag, en geeft door", async () => {
    const wereld = nu();
    const { code, melder } = await s.gemeld(wereld, s.beschermd);
    const analist = await s.opgepakt(wereld, "meldpunt", "P05");
    expect(s.kaart(wereld, "meldpunt")).toContain("Opgepakt door Ruben Hoekstra · vandaag 9.00");
    expect(await wacht(wereld, code)).toEqual(["bericht_melder 2026-12-07T08:00"]);

    await s.kliktOpKaart(wereld, analist, "meldpunt", "Start verrijking");
    expect(analist.waarden()["Waarom mag dit? (grondslag)"]).toContain("RIEC-convenant");
    await analist.vult({});
    expect(analist.ziet()).toContain(`U kunt nu gegevens opzoeken voor ${code}`);
    await s.heeftStatus(wereld, code, "in_verrijking");
    expect((await spoor(wereld, code)).at(-1)).toMatch(/^P05 start_verrijking gedaan convenant:riec$/);

    await s.kliktOpKaart(wereld, analist, "meldpunt", "Leg verrijking vast");
    expect(analist.waarden()).toMatchObject({ "Adres (beschermd)": "Kanarielaan 12", "Bedrijf (beschermd)": "Kanariebouw bv" });
    await analist.vult({ Adres: "nee", "Is het signaal versterkt?": "Ja" });
    expect(analist.fouten()).toEqual({ Adres: expect.stringContaining("Vul dit in.") });
    await analist.vult({ Adres: "ja", "Eerdere controles of hulp": "Eerder een kanariecontrole.", "Personen (beschermd)": "Mevrouw Kanarie" });

    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect((await wereld.signaal(code)).inhoud).toMatchObject({ personen: "Mevrouw Kanarie", verrijking: { adresGecontroleerd: true } });
    expect(laatste(melder)).toContain("We hebben uw signaal doorgegeven. Iemand anders kijkt nu verder. U hoort uiterlijk maandag 7 december meer.");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toMatch(new RegExp(`${code}[^]*Niemand heeft dit opgepakt`));
    expect(s.kaart(wereld, "meldpunt")).toContain("Dit ligt nu bij de aandachtsfunctionaris.");
    expect(analist.knoppen("kanaal", wereld.plek(analist, "meldpunt").kanaal)).not.toContain("Ik pak dit op");
    expect(await wacht(wereld, code)).toEqual(["eerste_reactie 2026-11-25T08:00", "bericht_melder 2026-12-07T08:00"]);
  });

  it("twee partners: één antwoordt zelf, voor de ander legt de aandachtsfunctionaris het antwoord vast", async () => {
    const wereld = nu();
    const politie = await wereld.mens("P08");
    const { code, af } = await s.bijAandachtsfunctionaris(wereld, s.beschermd);
    await s.stelt(wereld, af, [s.partners.politie, s.partners.om]);
    expect(af.ziet()).toContain("Olaf Brandsma: 088-0000013");
    await s.heeftStatus(wereld, code, "in_afstemming");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("0 van 2 antwoorden binnen");

    expect(laatste(politie)).toContain("Er is een vraag voor u");
    expect(laatste(politie)).toContain(`${code} · Antwoord vóór ma 30 november`);
    await politie.klikt("Lees de vraag", { in: "prive" });
    for (const tekst of [
      "Is de kanarieschuur bij u bekend?",
      "Waarom mag dit? Kanarieconvenant artikel 3",
      "Zes mensen slapen",
      "Kanarielaan 12",
      "Niet zichtbaar voor u: de naam van de melder",
    ])
      expect(politie.ziet()).toContain(tekst);
    expect(politie.ziet()).not.toContain("melder1");
    await politie.vult({ "Uw antwoord": "Ja", Toelichting: "Kanarie is bekend.", "Eerst overleggen": "ja" });
    expect(politie.ziet()).toContain("Uw antwoord is verstuurd");
    expect(prive(politie)).toContain("U hoeft niets meer te doen.");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("1 van 2 antwoorden binnen");
    expect(laatste(af)).toContain("Er is een antwoord");

    await s.kiest(wereld, af, "aandachtsfunctionaris", "Leg antwoord vast");
    await af.vult({
      "Van wie is het antwoord?": s.keuze(af, "Van wie is het antwoord?", s.partners.om),
      "Het antwoord": "Bel mij",
      Toelichting: "Gebeld over de kanarie.",
    });
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("2 van 2 antwoorden binnen");
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Bekijk");
    for (const tekst of ["Namens de partner vastgelegd door: Marit Oosterveld", "Kanarie is bekend.", "Let op: een partner vraagt om eerst te overleggen."])
      expect(af.ziet()).toContain(tekst);
    expect(await spoor(wereld, code)).toEqual(
      expect.arrayContaining(["P08 vraag_beantwoorden gedaan", "P01 vraag_vastleggen gedaan", "P01 signaal.bekijken gezien"]),
    );
  });

  it("geen vermoeden: de melder leest de vaste tekst, en op nieuwe informatie gaat het weer open", async () => {
    const wereld = nu();
    const { code, melder, af, partner } = await s.inAfstemming(wereld);
    await s.antwoordt(partner, { "Uw antwoord": "Nee" });
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Oordeel en route");
    expect(af.waarden()["Met wie heeft u overlegd?"]).toBe("Politie, eenheid Oeverland");
    await af.vult({ "Is er een vermoeden van mensenhandel?": "Nee", "Leg uit waarom": "De kanarie klopt niet." });
    expect(Object.values(af.fouten())).toEqual([expect.stringContaining("Kies wie het oppakt: reguliere hulp of het Zorg- en Veiligheidshuis.")]);
    await af.vult({ "Bij nee: wie pakt het op?": "Reguliere hulp" });
    await s.heeftStatus(wereld, code, "gemeentelijk_opgepakt");
    expect(laatste(melder)).toContain("We hebben naar uw signaal gekeken. We pakken het op een andere manier op. Dank u wel.");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("klaar");
    expect(await wacht(wereld, code)).toEqual([]);

    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Heropen");
    await af.vult({ "Wat is er nieuw?": "Er is weer een kanarie." });
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect(laatste(melder)).toContain("We kijken opnieuw naar uw signaal. U hoort uiterlijk maandag 7 december meer.");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("Opgepakt door Marit Oosterveld");
    expect(await wacht(wereld, code)).toEqual(["bericht_melder 2026-12-07T08:00"]);
  });
});

describe.each(chats)("recht naar de aandachtsfunctionaris op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("een gemeente zonder meldpunt", async () => {
    const wereld = nu();
    const balie = await wereld.vreemde("balie@dijkveld.example");
    const { code } = await s.gemeld(wereld, {}, balie);
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect((await wereld.signaal(code)).gemeenteId).toBe("dijkveld");
    expect(s.kaart(wereld, "aandachtsfunctionaris", "dijkveld")).toContain(`eerste reactie vóór do 26 november`);
    await s.opgepakt(wereld, "aandachtsfunctionaris", "P02", "dijkveld");
    expect(s.kaart(wereld, "aandachtsfunctionaris", "dijkveld")).toContain("Opgepakt door Joris van Linden");
    expect(await spoor(wereld, code)).toEqual([expect.stringMatching(/ melden_bij_aandachtsfunctionaris gedaan$/), "P02 oppakken gedaan"]);
  });

  it("uit het netwerk, ook bij een gemeente met meldpunt", async () => {
    const wereld = nu();
    const { code, melder } = await s.gemeld(wereld, { "In welke gemeente?": "Rivierstede" }, "P10");
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect(s.kaart(wereld, "meldpunt")).not.toContain(code);
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain(code);
    expect(laatste(melder)).toContain(`Uw code is ${code}`);
  });

  it("van de aandachtsfunctionaris zelf", async () => {
    const wereld = nu();
    const { code, melder: af } = await s.gemeld(wereld, {}, "P01");
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Ik pak dit op");
    expect((await wereld.signaal(code)).behandelaarId).toBe("P01");
  });
});
