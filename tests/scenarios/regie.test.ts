import { describe, expect, it } from "vitest";
import { laatste, prive, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { chats, type Mens, type Wereld } from "../support/wereld.js";

const leest = async (mens: Mens, knop: string): Promise<string> => {
  await mens.klikt(knop, { in: "prive" });
  return mens.ziet();
};
const casusVan = async (wereld: Wereld, code: string) => {
  const { casusId } = await wereld.signaal(code);
  if (casusId === undefined) throw new Error(`${code} has no casus`);
  return wereld.store.store.readCasus(casusId);
};

describe.each(chats)("oordeel, route en regie in één formulier op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("zorg: de zorgcoördinator kijkt, neemt de regie, en leest de vraag over CoMensha", async () => {
    const wereld = nu();
    const coordinator = await wereld.mens("P03");
    const { code, melder, af } = await s.opRoute(wereld, s.zorg, { ...s.beschermd, Leeftijd: "Jonger dan 18 jaar" });
    await s.heeftStatus(wereld, code, "route_zorg");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("verder besproken");
    expect(laatste(melder)).toContain("Wij bespreken uw signaal verder.");
    const casus = await casusVan(wereld, code);
    expect(casus).toMatchObject({ route: "zorg", regiehouderId: "P03", regieStatus: "gevraagd", tafelId: "ctz" });
    expect(prive(coordinator)).toContain("Wilt u de regie nemen?");
    expect(prive(coordinator)).toContain("tafel: Casustafel zorg");

    const bekeken = await leest(coordinator, "Bekijk casus");
    for (const tekst of ["Zes mensen slapen", "Kanarielaan 12", "De kanarieschuur past bij het beeld.", "Niet zichtbaar voor u: de naam van de melder"])
      expect(bekeken).toContain(tekst);
    expect(await spoor(wereld, casus.code)).toContain("P03 casus.bekijken gezien");
    await coordinator.klikt("Ik neem de regie", { in: "venster" });
    expect(coordinator.ziet()).toContain("Gedaan.");
    await coordinator.sluit();
    expect((await casusVan(wereld, code)).regieStatus).toBe("aanvaard");
    expect(prive(coordinator)).toContain("U heeft de regie.");
    expect(laatste(af)).toContain("Regie aanvaard");

    await coordinator.klikt("Lees de vraag", { in: "prive" });
    await coordinator.vult({ "Weet CoMensha hiervan?": "Nee", "Is Veilig Thuis erbij?": "Ja" });
    expect(Object.values(coordinator.fouten())).toEqual([expect.stringContaining("Leg uit waarom.")]);
    await coordinator.vult({ "Bij nee: waarom niet?": "De kanarie wil dat niet." });
    const vragen = await wereld.store.store.vragenVan((await wereld.signaal(code)).id);
    expect(vragen.find((vraag) => vraag.soort === "comensha")).toMatchObject({ status: "beantwoord", inhoud: { antwoord: "nee", veiligThuisBetrokken: "ja" } });
  });

  it("zorg en straf: de regie ligt bij het Zorg- en Veiligheidshuis, de zorgcoördinator leest alleen de vraag over CoMensha", async () => {
    const wereld = nu();
    const [regisseur, coordinator] = [await wereld.mens("P06"), await wereld.mens("P03")];
    const { code } = await s.opRoute(wereld, s.zorgStraf);
    await s.heeftStatus(wereld, code, "route_zorg_straf");
    expect(laatste(regisseur)).toContain("Wilt u de regie nemen?");
    expect(prive(coordinator)).not.toContain("Wilt u de regie nemen?");
    await coordinator.klikt("Lees de vraag", { in: "prive" });
    expect(coordinator.ziet()).not.toContain("Zes mensen");
    await coordinator.vult({ "Weet CoMensha hiervan?": "Ja" });
    expect(prive(coordinator)).toContain("Dank u wel voor uw antwoord.");
  });

  it("ondermijning met mogelijk slachtoffer: een zorgvraag zonder inhoud", async () => {
    const wereld = nu();
    const [riec, coordinator] = [await wereld.mens("P11"), await wereld.mens("P03")];
    const behandeld = await s.inAfstemming(wereld);
    await s.oordeeltJa(wereld, behandeld.af, { route: s.ondermijning.route, regie: s.ondermijning.regie });
    expect(Object.values(behandeld.af.fouten())).toEqual([expect.stringContaining("Is er een mogelijk slachtoffer? Kies een antwoord.")]);
    await behandeld.af.vult({ "Bij ondermijning: is er mogelijk een slachtoffer?": "Ja" });
    await s.heeftStatus(wereld, behandeld.code, "route_ondermijning");
    expect(laatste(riec)).toContain("Wilt u de regie nemen?");
    expect(laatste(coordinator)).toContain("Er is een verzoek voor u");
    expect(prive(coordinator)).not.toContain("Een korte vraag voor u");
    await coordinator.typt(`casus ${behandeld.code}`);
    expect(coordinator.ziet()).not.toContain("Bekijk");
    await coordinator.klikt("Ik pak dit op", { in: "prive" });
    expect(prive(coordinator)).toContain("U pakt dit op. Neem contact op met de aandachtsfunctionaris.");
    expect(laatste(behandeld.af)).toContain("Er is een antwoord");
  });

  it("eerst het oordeel, later de route", async () => {
    const wereld = nu();
    await wereld.mens("P09");
    const { code, af } = await s.inAfstemming(wereld);
    await s.oordeeltJa(wereld, af);
    await s.heeftStatus(wereld, code, "vermoeden");
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Kies de route");
    await af.vult({
      "Welke route?": "Zorg en strafrecht",
      "Wie krijgt de regie?": s.keuze(af, "Wie krijgt de regie?", "Lotte Wiersma"),
      "Leg uit waarom": "Kanarie.",
    });
    expect(Object.values(af.fouten())).toEqual([expect.stringContaining("Deze persoon kan bij deze route geen regie hebben.")]);
    await af.vult({ "Welke route?": "Alleen zorg" });
    await s.heeftStatus(wereld, code, "route_zorg");
    expect((await casusVan(wereld, code)).regiehouderId).toBe("P09");
  });
});

describe.each(chats)("regie geweigerd en teruggegeven op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("geweigerd: terug naar vermoeden, de aandachtsfunctionaris hoort het en kiest een andere route", async () => {
    const wereld = nu();
    const [riec, regisseur] = [await wereld.mens("P11"), await wereld.mens("P06")];
    const { code, melder, af } = await s.opRoute(wereld, s.ondermijning);
    const vóór = melder.priveBerichten().length;
    await riec.klikt("Ik weiger", { in: "prive" });
    await riec.vult({ "Waarom weigert u de regie?": "Te weinig kanarie." });
    await s.heeftStatus(wereld, code, "vermoeden");
    expect(prive(riec)).toContain("De vraag om regie is vervallen.");
    expect(laatste(af)).toContain("Iemand weigerde de regie. Kies een andere regiehouder.");
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Bekijk");
    expect(af.ziet()).toContain("Te weinig kanarie.");
    await af.sluit();

    await s.kiest(wereld, af, "aandachtsfunctionaris", "Kies de route");
    await af.vult({
      "Welke route?": "Zorg en strafrecht",
      "Wie krijgt de regie?": s.keuze(af, "Wie krijgt de regie?", "Ilse Dekkers"),
      "Leg uit waarom": "Kanarie.",
    });
    await s.heeftStatus(wereld, code, "route_zorg_straf");
    expect(laatste(regisseur)).toContain("Wilt u de regie nemen?");
    expect(melder.priveBerichten().length).toBe(vóór);
  });

  it("teruggegeven na aanvaarding", async () => {
    const wereld = nu();
    const regisseur = await wereld.mens("P06");
    const { code, af } = await s.opRoute(wereld, s.zorgStraf);
    await regisseur.klikt("Ik neem de regie", { in: "prive" });
    await regisseur.klikt("Bekijk casus", { in: "prive" });
    await regisseur.klikt("Meer", { in: "venster" });
    await regisseur.klikt("Geef regie terug", { in: "venster" });
    await regisseur.vult({ "Waarom geeft u de regie terug?": "De kanarie is gevlogen." });
    expect(regisseur.ziet()).toContain("ligt weer bij de aandachtsfunctionaris");
    await s.heeftStatus(wereld, code, "vermoeden");
    expect((await casusVan(wereld, code)).regieStatus).toBe("geen");
    expect(prive(af)).toContain("Regie teruggegeven");
  });
});

describe.each(chats)("koppelen aan een casus op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("het signaal volgt de casus, de melder houdt zijn eigen bericht, en het kan er weer af", async () => {
    const wereld = nu();
    await wereld.mens("P03");
    const eerste = await s.opRoute(wereld, s.zorg);
    const casus = await casusVan(wereld, eerste.code);
    const tweede = await s.bijAandachtsfunctionaris(wereld);
    await s.kiest(wereld, tweede.af, "aandachtsfunctionaris", "Koppel aan casus");
    await tweede.af.vult({ "Code van de casus": "C-AAAAA-A" });
    expect(Object.values(tweede.af.fouten())).toHaveLength(1);
    await tweede.af.vult({ "Code van de casus": casus.code.toLowerCase() });
    await s.heeftStatus(wereld, tweede.code, "route_zorg");
    expect((await casusVan(wereld, tweede.code)).id).toBe(casus.id);
    expect(laatste(tweede.melder)).toContain("Wij bespreken uw signaal verder.");
    expect(tweede.melder.id).not.toBe(eerste.melder.id);

    await s.kiest(wereld, tweede.af, "aandachtsfunctionaris", "Koppel los");
    await tweede.af.vult({ "Waarom koppelt u dit los?": "Andere kanarie." });
    await s.heeftStatus(wereld, tweede.code, "bij_aandachtsfunctionaris");
    await s.heeftStatus(wereld, eerste.code, "route_zorg");
    expect((await wereld.signaal(tweede.code)).casusId).toBeUndefined();
    await tweede.af.typt(`casus ${eerste.code}`);
    await tweede.af.klikt("Meer");
    await tweede.af.klikt("Koppel los");
    await tweede.af.vult({ "Waarom koppelt u dit los?": "Ook kanarie." });
    expect(tweede.af.ziet()).toContain("Dit is het enige signaal van de casus.");
  });
});
