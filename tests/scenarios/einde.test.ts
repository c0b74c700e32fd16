import { describe, expect, it } from "vitest";
import { laatste, prive, spoor, wacht } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide } from "../support/wereld.js";

describe.each(beide)("naar een andere gemeente op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("gevraagd en geweigerd: het blijft, met de reden", async () => {
    const wereld = nu();
    const { code, melder, af } = await s.bijAandachtsfunctionaris(wereld);
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Andere gemeente");
    expect(af.keuzes("Welke gemeente?")).toEqual(["Dijkveld", "Wilgenwaard"]);
    await af.vult({ "Welke gemeente?": "Dijkveld", "Waarom hoort het daar?": "De kanarie woont daar." });
    expect(s.kaart(wereld, "aandachtsfunctionaris", "dijkveld")).toContain("Rivierstede vraagt uw gemeente om dit signaal over te nemen.");
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Andere gemeente");
    await af.vult({ "Welke gemeente?": "Wilgenwaard", "Waarom hoort het daar?": "Of daar, kanarie." });
    expect(af.ziet()).toContain("Er is al een gemeente gevraagd.");

    const ander = await wereld.mens("P02");
    await s.kliktOpKaart(wereld, ander, "aandachtsfunctionaris", "Wij weigeren", "dijkveld");
    await ander.vult({ "Waarom neemt u het niet over?": "Bij ons geen kanarie." });
    expect((await wereld.signaal(code)).gemeenteId).toBe("rivierstede");
    expect(s.kaart(wereld, "aandachtsfunctionaris", "dijkveld")).toContain("Uw gemeente neemt dit signaal niet over. Het blijft bij Rivierstede.");
    expect(laatste(af)).toContain("Dijkveld neemt dit signaal niet over. Het blijft bij u.");
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Bekijk");
    expect(af.ziet()).toContain("Bij ons geen kanarie.");
    expect(prive(melder)).not.toContain("doorgegeven");
  });

  it("gevraagd en aanvaard: de oude kanalen lezen waar het is, de nieuwe hebben de kaart, de melder hoort het", async () => {
    const wereld = nu();
    const { code, melder, af } = await s.bijAandachtsfunctionaris(wereld, s.beschermd);
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Andere gemeente");
    await af.vult({ "Welke gemeente?": "Dijkveld", "Waarom hoort het daar?": "De kanarie woont daar." });
    const ander = await wereld.mens("P02");
    expect(ander.zietHome()).toMatch(new RegExp(`Van een andere gemeente[^]*${code}`));
    await s.kliktOpKaart(wereld, ander, "aandachtsfunctionaris", "Wij nemen dit over", "dijkveld");

    expect(await wereld.signaal(code)).toMatchObject({ gemeenteId: "dijkveld", status: "bij_aandachtsfunctionaris", bijMeldpunt: false });
    expect(s.kaart(wereld, "aandachtsfunctionaris", "dijkveld")).toContain("Uw gemeente heeft dit signaal overgenomen van Rivierstede.");
    expect(s.kaart(wereld, "aandachtsfunctionaris", "dijkveld")).toContain("Niemand heeft dit opgepakt");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("Dit signaal ligt nu bij Dijkveld.");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).not.toContain("Opgepakt");
    expect(laatste(melder)).toContain("We hebben uw signaal doorgegeven.");
    expect(await wacht(wereld, code)).toEqual(["eerste_reactie 2026-11-26T08:00", "bericht_melder 2026-12-07T08:00"]);

    await af.sluit();
    await af.typt(`casus ${code}`);
    expect(af.ziet()).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
    await s.kliktOpKaart(wereld, ander, "aandachtsfunctionaris", "Ik pak dit op", "dijkveld");
    await s.kliktOpKaart(wereld, ander, "aandachtsfunctionaris", "Bekijk", "dijkveld");
    expect(ander.ziet()).toContain("Kanarielaan 12");
  });

  it("vanaf het meldpunt kan het alleen naar een gemeente met een meldpunt", async () => {
    const wereld = nu();
    await s.gemeld(wereld);
    const analist = await s.opgepakt(wereld, "meldpunt", "P05");
    await s.kiest(wereld, analist, "meldpunt", "Andere gemeente");
    expect(analist.ziet()).toContain("Deze gemeente heeft geen meldpunt. Stuur het signaal eerst naar de aandachtsfunctionaris.");
  });
});

describe.each(beide)("ingetrokken, dubbel en teruggezet op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("de melder vraagt om intrekken, de behandelaar ziet dat en laat het vervallen", async () => {
    const wereld = nu();
    const { code, melder, af } = await s.bijAandachtsfunctionaris(wereld);
    await melder.typt("mijnsignalen");
    await melder.klikt("Trek in");
    await melder.vult({ "Waarom trekt u dit in?": "Het was een kanarie." });
    expect(melder.ziet()).toContain(`We hebben uw verzoek over ${code}.`);
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("De melder vraagt om dit in te trekken.");
    expect(laatste(af)).toContain("De melder wil intrekken");
    await melder.typt("mijnsignalen");
    expect(melder.ziet()).toContain("U vroeg om dit in te trekken. Wij kijken ernaar.");

    await s.kiest(wereld, af, "aandachtsfunctionaris", "Laat vervallen");
    await af.vult({ "Wat is er aan de hand?": "De melder trekt het in", "Leg uit waarom": "Er is geen kanarie." });
    await s.heeftStatus(wereld, code, "vervallen");
    expect(laatste(melder)).toContain("We zijn gestopt met uw signaal.");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("klaar");
    expect(await wacht(wereld, code)).toEqual([]);
    expect(await spoor(wereld, code)).toContain("P01 laten_vervallen gedaan");
  });

  it("met het laatste signaal vervalt ook de vraag om regie", async () => {
    const wereld = nu();
    const { code, af } = await s.opRoute(wereld, s.zorgStraf);
    const regiehouder = await wereld.mens("P06");
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Laat vervallen");
    await af.vult({ "Wat is er aan de hand?": "Het is een vergissing", "Leg uit waarom": "Kanarie." });
    await s.heeftStatus(wereld, code, "vervallen");
    expect(prive(regiehouder)).toContain("De vraag om regie is vervallen.");
    await wereld.wordt("2026-11-30T12:00:00+01:00");
    expect(prive(regiehouder)).not.toContain("Neemt u de regie?");
  });

  it("dubbel, met verwijzing; open vragen vervallen; en het kan worden teruggezet", async () => {
    const wereld = nu();
    const eerste = await s.gemeld(wereld, { "In welke gemeente?": "Rivierstede" }, "P10");
    const { code, melder, af, partner } = await s.inAfstemming(wereld);
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Laat vervallen");
    await af.vult({ "Wat is er aan de hand?": "Dit signaal is dubbel", "Leg uit waarom": "Zelfde kanarie." });
    expect(Object.values(af.fouten())).toEqual([expect.stringContaining("Vul de code in van het signaal dat hetzelfde is")]);
    await af.vult({ "Bij dubbel: code van het andere signaal": code });
    expect(Object.values(af.fouten())).toEqual([expect.stringContaining("Dit is de code van dit signaal zelf.")]);
    await af.vult({ "Bij dubbel: code van het andere signaal": eerste.code });
    await s.heeftStatus(wereld, code, "vervallen");
    expect((await wereld.signaal(code)).dubbelVanId).toBe((await wereld.signaal(eerste.code)).id);
    await s.heeftStatus(wereld, eerste.code, "bij_aandachtsfunctionaris");
    expect(prive(partner)).toContain("De vraag is niet meer nodig.");
    expect(partner.knoppen("prive")).not.toContain("Lees de vraag");

    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Zet terug");
    await af.vult({ "Waarom zet u dit terug?": "Toch een andere kanarie." });
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect((await wereld.signaal(code)).dubbelVanId).toBeUndefined();
    expect(laatste(melder)).toContain("We kijken opnieuw naar uw signaal.");
    expect(await wacht(wereld, code)).toEqual(["eerste_reactie 2026-11-25T08:00", "bericht_melder 2026-12-07T08:00"]);
  });
});
