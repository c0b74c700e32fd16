import { describe, expect, it } from "vitest";
import { audit, leest } from "../support/gevaren.js";
import {
  antwoordt,
  beschermd,
  bijAandachtsfunctionaris,
  gemeld,
  inAfstemming,
  inVerrijking,
  kiest,
  kliktOpKaart,
  melding,
  ondermijning,
  oordeeltJa,
  partners,
  stelt,
  wereldVoor,
  zorg,
} from "../support/stappen.js";
import { chats, type Mens } from "../support/wereld.js";

const inhoud = melding["Wat zag u?"];
const geenMelder = "Niet zichtbaar voor u: de naam van de melder. Alleen meldpunt en aandachtsfunctionaris zien die.";
const eerst = "Let op: een partner vraagt om eerst te overleggen.";

describe.each(chats)("Bekijk op $name", (chat) => {
  const wereld = wereldVoor(chat);
  /** Opens a signaal by its code, as who has no card of it. */
  const bekijkt = async (mens: Mens, code: string): Promise<string> => {
    await mens.sluit();
    await mens.typt(`casus ${code}`);
    await mens.klikt("Bekijk");
    return mens.ziet();
  };
  const vraagt = (af: Mens, wie: string): Promise<void> => stelt(wereld(), af, [wie]);
  const gezien = async (mens: Mens): Promise<number> => (await audit(wereld(), mens.id)).filter(({ resultaat }) => resultaat === "gezien").length;

  it("shows the aandachtsfunctionaris everything, the melder included", async () => {
    const { af, code, melder } = await bijAandachtsfunctionaris(wereld(), beschermd);
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Bekijk");
    for (const tekst of [inhoud, ...Object.values(beschermd), melder.id, "U bekijkt dit nu. Dit wordt vastgelegd."]) expect(af.ziet()).toContain(tekst);
    expect(af.ziet()).not.toContain("Niet zichtbaar");
    expect((await audit(wereld(), "P01")).at(-1)).toMatchObject({ actie: "signaal.bekijken", object: code, resultaat: "gezien" });
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Bekijk");
    expect(await gezien(af)).toBe(2);
  });

  it("shows the analist the report and who made it, and his form is a look too", async () => {
    const { analist } = await inVerrijking(wereld(), beschermd);
    await kliktOpKaart(wereld(), analist, "meldpunt", "Bekijk");
    for (const tekst of [inhoud, beschermd.Adres, "Niels Terpstra"]) expect(analist.ziet()).toContain(tekst);
    await kliktOpKaart(wereld(), analist, "meldpunt", "Leg verrijking vast");
    expect(Object.values(analist.waarden())).toContain(beschermd.Adres);
    expect((await audit(wereld(), "P05")).filter(({ resultaat }) => resultaat === "gezien").map(({ actie }) => actie)).toEqual([
      "signaal.bekijken",
      "signaal.verrijken",
    ]);
  });

  it("shows the politie who and where, not who reported, and names what is withheld", async () => {
    const { partner, code, melder } = await inAfstemming(wereld(), beschermd);
    await partner.klikt("Lees de vraag", { in: "prive" });
    for (const tekst of [inhoud, beschermd.Adres, geenMelder, "Is de kanarieschuur bij u bekend?"]) expect(partner.ziet()).toContain(tekst);
    expect(partner.ziet()).not.toContain(melder.id);
    expect((await audit(wereld(), "P08")).at(-1)).toMatchObject({ actie: "vraag.beantwoorden", object: code, resultaat: "gezien" });
    const gelezen = await bekijkt(partner, code);
    expect(gelezen).toContain(beschermd.Bedrijf);
    expect(gelezen).toContain(geenMelder);
    expect(gelezen).toContain("Niet zichtbaar voor u: vragen en antwoorden van anderen; de stappen. De grondslag waarop u dit leest, geeft dit niet.");
    expect(gelezen).not.toContain(melder.id);
  });

  it("shows a care partner the report without who and where, and says why", async () => {
    const zorgpartner = await wereld().mens("P03");
    const { af, code, melder } = await bijAandachtsfunctionaris(wereld(), beschermd);
    await vraagt(af, "Samira el Haddad (Stichting Havenlicht Oeverland)");
    const gelezen = await bekijkt(zorgpartner, code);
    expect(gelezen).toContain(inhoud);
    expect(gelezen).toContain(
      "Niet zichtbaar voor u: adres, bedrijf en personen; vragen en antwoorden van anderen; de stappen. De grondslag waarop u dit leest, geeft dit niet.",
    );
    for (const tekst of [...Object.values(beschermd), melder.id]) expect(gelezen).not.toContain(tekst);
  });

  it("shows a care partner nothing any more under a route ondermijning", async () => {
    const vt = await wereld().mens("P09");
    const { af, code } = await bijAandachtsfunctionaris(wereld(), beschermd);
    await vraagt(af, partners.veiligThuis);
    await antwoordt(vt, { "Uw antwoord": "Ja" });
    await oordeeltJa(wereld(), af, { ...ondermijning, slachtoffer: "Ja" });
    const gelezen = await bekijkt(vt, code);
    const alles = "de melding; adres, bedrijf en personen; vragen en antwoorden van anderen; oordeel en route; de stappen";
    expect(gelezen).toContain(`Niet zichtbaar voor u: ${alles}. De grondslag waarop u dit leest, geeft dit niet.`);
    for (const tekst of [inhoud, ...Object.values(beschermd)]) expect(gelezen).not.toContain(tekst);
    const zorgcoordinator = await wereld().mens("P03");
    await zorgcoordinator.typt(`casus ${code}`);
    expect(await leest(zorgcoordinator)).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
  });

  it("shows the regiehouder what the casus needs, never who reported", async () => {
    const { af, melder } = await inAfstemming(wereld(), beschermd);
    const regiehouder = await wereld().mens("P03");
    await oordeeltJa(wereld(), af, zorg);
    await regiehouder.klikt("Bekijk casus", { in: "prive" });
    const gelezen = regiehouder.ziet();
    for (const tekst of [inhoud, beschermd.Adres, "De kanarieschuur past bij het beeld.", geenMelder]) expect(gelezen).toContain(tekst);
    expect(gelezen).not.toContain(melder.id);
    expect((await audit(wereld(), "P03")).at(-1)).toMatchObject({ actie: "casus.bekijken", resultaat: "gezien" });
  });

  it("shows the melder what he wrote, and no step, judgement or answer", async () => {
    const { melder, partner, af } = await inAfstemming(wereld(), beschermd);
    await antwoordt(partner, { "Uw antwoord": "Ja", Toelichting: "kanarietoelichting" });
    await oordeeltJa(wereld(), af);
    await melder.typt("mijnsignalen");
    await melder.klikt("Bekijk");
    expect(melder.ziet()).toContain(inhoud);
    for (const tekst of [
      "kanarietoelichting",
      "Dennis Kramer",
      "Marit Oosterveld",
      "past bij het beeld",
      "Opgepakt",
      "ermoeden",
      "Route",
      ...Object.values(beschermd),
    ])
      expect(melder.ziet()).not.toContain(tekst);
  });

  it("is refused to others, and that is on record", async () => {
    const { code } = await gemeld(wereld());
    const accenthouder = await wereld().mens("P14");
    await accenthouder.typt(`casus ${code}`);
    expect(await leest(accenthouder)).not.toMatch(/kanarie/i);
    expect((await audit(wereld(), "P14")).at(-1)).toMatchObject({ actie: "casus.tonen", object: code, resultaat: "geweigerd" });
  });

  it("warns everybody with access when a partner wants to be consulted first", async () => {
    const { af, partner, code, melder } = await inAfstemming(wereld());
    const om = await wereld().mens("P13");
    await antwoordt(partner, { "Uw antwoord": "Ik mag niets zeggen", "Eerst overleggen": "ja" });
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Bekijk");
    expect(af.ziet()).toContain(eerst);
    await kiest(wereld(), af, "aandachtsfunctionaris", "Vraag nog een partner");
    expect(af.ziet()).toContain(eerst);
    await af.vult({ "Aan wie stelt u de vraag?": partners.om, "Uw vraag": "Kanarie?", "Waarom mag dit? (grondslag)": "Kanariewet" });
    expect(await bekijkt(om, code)).toContain(eerst);
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Oordeel en route");
    expect(af.ziet()).toContain(eerst);
    await melder.typt("mijnsignalen");
    await melder.klikt("Bekijk");
    expect(melder.ziet()).not.toContain(eerst);
  });
});
