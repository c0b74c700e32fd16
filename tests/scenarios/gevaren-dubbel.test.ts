import { describe, expect, it } from "vitest";
import { stand, verandertNiets } from "../support/gevaren.js";
import {
  antwoordt,
  bijAandachtsfunctionaris,
  codeIn,
  inAfstemming,
  inVerrijking,
  kiest,
  kliktOpKaart,
  melding,
  oordeeltJa,
  partners,
  stelt,
  wereldVoor,
  zorg,
} from "../support/stappen.js";
import { beide, type Mens } from "../support/wereld.js";

describe.each(beide)("twee keer hetzelfde op $name", (chat) => {
  const wereld = wereldVoor(chat);

  /** Delivered again, at once and by a bot that was started anew: nothing changes, and he reads the same. */
  const eenmaal = async (mens: Mens): Promise<void> => {
    const eerst = mens.ziet();
    const weer = async (): Promise<void> => {
      await verandertNiets(wereld(), () => mens.opnieuw());
      expect(mens.ziet()).toBe(eerst);
    };
    await weer();
    await wereld().herstart();
    await weer();
  };
  const signalen = async (): Promise<number> => (await wereld().store.pool.query("SELECT 1 FROM signaal")).rows.length;

  it("melden: one signaal, and the same answer with the same code", async () => {
    const melder = await wereld().mens("P15");
    await melder.typt("signaal");
    await melder.vult(melding);
    const eerst = melder.ziet();
    await eenmaal(melder);
    expect(await signalen()).toBe(1);
    expect(melder.ziet()).toContain(codeIn(eerst));
    expect(melder.priveBerichten().filter((tekst) => tekst.includes("We hebben uw signaal ontvangen"))).toHaveLength(1);
  });

  it("melden with two quick presses: one signaal, and both answers name it", async () => {
    const melder = await wereld().mens("P15");
    await melder.typt("signaal");
    await Promise.all([melder.vult(melding), melder.vult({})]);
    expect(await signalen()).toBe(1);
    expect(melder.ziet()).toMatch(/Uw code is SG-/);
  });

  it("oppakken and verrijken", async () => {
    const { analist } = await inVerrijking(wereld());
    await eenmaal(analist);
    await kliktOpKaart(wereld(), analist, "meldpunt", "Leg verrijking vast");
    await analist.vult({ Adres: "ja", "Is het signaal versterkt?": "Ja" });
    await eenmaal(analist);
  });

  it("the buttons on the card itself, pressed twice", async () => {
    const { af } = await bijAandachtsfunctionaris(wereld());
    await eenmaal(af);
    for (const knop of ["Bekijk", "Meer", "Vraag een partner"]) {
      await verandertNiets(wereld(), () => kliktOpKaart(wereld(), af, "aandachtsfunctionaris", knop));
      await verandertNiets(wereld(), () => kliktOpKaart(wereld(), af, "aandachtsfunctionaris", knop));
      await af.sluit();
    }
  });

  it("the way from question to route", { timeout: 60_000 }, async () => {
    const { af, partner } = await inAfstemming(wereld());
    await eenmaal(af);
    await antwoordt(partner, { "Uw antwoord": "Ja", Toelichting: "Kanarie" });
    await eenmaal(partner);
    await stelt(wereld(), af, [partners.om], {}, "Vraag nog een partner");
    await eenmaal(af);
    await kiest(wereld(), af, "aandachtsfunctionaris", "Leg antwoord vast");
    await af.vult({ "Van wie is het antwoord?": af.keuzes("Van wie is het antwoord?")[0] ?? "", "Het antwoord": "Nee" });
    await eenmaal(af);
    const regiehouder = await wereld().mens("P03");
    await oordeeltJa(wereld(), af, zorg);
    await eenmaal(af);
    await regiehouder.klikt("Ik neem de regie", { in: "prive" });
    await eenmaal(regiehouder);
  });

  it("what the melder does later", async () => {
    const { melder } = await bijAandachtsfunctionaris(wereld());
    await melder.typt("mijnsignalen");
    await melder.klikt("Vul aan");
    await melder.vult({ "Wat is er nieuw?": "Er staat nu ook een kanariebus." });
    await eenmaal(melder);
    await melder.typt("mijnsignalen");
    await melder.klikt("Trek in");
    await melder.vult({ "Waarom trekt u dit in?": "Kanarie" });
    await eenmaal(melder);
  });

  it.each([
    ["Er is nu gevaar", { "Wie belde 112?": "Ik heb gebeld" }],
    ["Stel bericht uit", {}],
    ["Vraag de analist", { "Wat wilt u weten?": "Kanarie" }],
    ["Draag over", undefined],
    ["Andere gemeente", { "Welke gemeente?": "Dijkveld", "Waarom hoort het daar?": "Kanarie" }],
    ["Laat vervallen", { "Wat is er aan de hand?": "Het is een vergissing", "Leg uit waarom": "Kanarie" }],
  ] as const)("%s", async (knop, velden) => {
    const { af } = await bijAandachtsfunctionaris(wereld());
    const before = await stand(wereld());
    await kiest(wereld(), af, "aandachtsfunctionaris", knop);
    await af.vult(velden ?? { "Aan wie draagt u over?": af.keuzes("Aan wie draagt u over?")[0] ?? "" });
    expect(await stand(wereld())).not.toEqual(before);
    await eenmaal(af);
  });
});
