import { describe, expect, it } from "vitest";
import { vertrekt } from "../support/gevaren.js";
import {
  bijAandachtsfunctionaris,
  gemeld,
  inAfstemming,
  kaart,
  kiest,
  kliktOpKaart,
  oordeeltJa,
  opRoute,
  partners,
  stelt,
  wereldVoor,
  zorg,
} from "../support/stappen.js";
import { chats } from "../support/wereld.js";

const namen = ["Marit Oosterveld", "Joris van Linden", "Ruben Hoekstra"];

describe.each(chats)("een recht dat ophield voor het versturen, op $name", (chat) => {
  const wereld = wereldVoor(chat);

  it("a partner who left gets nothing", async () => {
    const partner = await wereld().mens("P08");
    const { af } = await bijAandachtsfunctionaris(wereld());
    const before = partner.priveBerichten().length;
    await wereld().zonderVerzenden(() => stelt(wereld(), af, [partners.politie]));
    await vertrekt(wereld(), "P08");
    await wereld().klaar();
    expect(partner.priveBerichten()).toHaveLength(before);
  });

  it("a question that was withdrawn is sent as not needed any more, without a button", async () => {
    const partner = await wereld().mens("P08");
    const { af, code } = await bijAandachtsfunctionaris(wereld());
    await wereld().zonderVerzenden(async () => {
      await stelt(wereld(), af, [partners.politie]);
      await kiest(wereld(), af, "aandachtsfunctionaris", "Laat vervallen");
      await af.vult({ "Wat is er aan de hand?": "Het is een vergissing", "Leg uit waarom": "Kanarie" });
    });
    await wereld().klaar();
    const gelezen = partner
      .priveBerichten()
      .filter((tekst) => tekst.includes(code))
      .join("\n");
    expect(gelezen).not.toContain("Wilt u de vraag lezen");
    expect(partner.knoppen("prive")).not.toContain("Lees de vraag");
  });

  it("a reminder about a question that was answered meanwhile is not sent", async () => {
    const { partner } = await inAfstemming(wereld());
    await wereld().zonderVerzenden(async () => {
      await wereld().wordt("2026-12-01T10:00:00+01:00");
      await partner.klikt("Lees de vraag", { in: "prive" });
      await partner.vult({ "Uw antwoord": "Nee" });
    });
    await wereld().klaar();
    expect(partner.priveBerichten().join("\n")).not.toContain("Er wacht een vraag op u");
  });

  it("a handler who lost his role is not told what comes in", async () => {
    const { af, partner, code } = await inAfstemming(wereld());
    const before = af.priveBerichten().length;
    await wereld().zonderVerzenden(async () => {
      await partner.klikt("Lees de vraag", { in: "prive" });
      await partner.vult({ "Uw antwoord": "Ja" });
    });
    const { store, regio } = wereld();
    await store.importRegio({ ...regio, personen: regio.personen.map((one) => (one.id === "P01" ? { ...one, rollen: [] } : one)) });
    await wereld().klaar();
    expect(
      af
        .priveBerichten()
        .slice(before)
        .filter((tekst) => tekst.includes(code)),
    ).toEqual([]);
  });

  it("everybody reads in his own language, channels in that of the region", async () => {
    const partner = await wereld().mens("P08");
    await partner.typt("taal");
    await partner.vult({ "In welke taal wilt u lezen?": "English" });
    const { af } = await bijAandachtsfunctionaris(wereld());
    await stelt(wereld(), af, [partners.politie]);
    expect(partner.knoppen("prive")).not.toContain("Lees de vraag");
    expect(partner.priveBerichten().at(-1)).toContain("There is a question for you");
    expect(kaart(wereld(), "aandachtsfunctionaris")).toContain("vraag uitgezet");
  });
});

describe.each(chats)("namen en codes in berichten op $name", (chat) => {
  const wereld = wereldVoor(chat);

  it("names who handles it only in the channels of that gemeente", async () => {
    const { code, melder } = await opRoute(wereld(), zorg);
    const regiehouder = await wereld().mens("P03");
    const partner = await wereld().mens("P08");
    expect(kaart(wereld(), "aandachtsfunctionaris")).toContain("Marit Oosterveld");
    for (const gemeente of ["dijkveld", "wilgenwaard"])
      for (const naam of namen) expect(kaart(wereld(), "aandachtsfunctionaris", gemeente)).not.toContain(naam);
    for (const mens of [melder, partner, regiehouder]) {
      await mens.typt(`casus ${code}`);
      const gelezen = [mens.ziet(), mens.zietHome(), ...mens.priveBerichten()].join("\n");
      for (const naam of namen) expect(gelezen, mens.id).not.toContain(naam);
    }
  });

  it("takes the name away when the signaal moves to another gemeente", async () => {
    const { af, code } = await bijAandachtsfunctionaris(wereld());
    await kiest(wereld(), af, "aandachtsfunctionaris", "Andere gemeente");
    await af.vult({ "Welke gemeente?": "Dijkveld", "Waarom hoort het daar?": "Kanarie" });
    await kliktOpKaart(wereld(), await wereld().mens("P02"), "aandachtsfunctionaris", "Wij nemen dit over", "dijkveld");
    for (const gemeente of ["rivierstede", "dijkveld"]) {
      expect(kaart(wereld(), "aandachtsfunctionaris", gemeente)).toContain(code);
      for (const naam of namen) expect(kaart(wereld(), "aandachtsfunctionaris", gemeente)).not.toContain(naam);
    }
  });

  it("gives the ketenregisseur the code and nothing to open", async () => {
    const keten = await wereld().mens("P12");
    await wereld().mens("P05");
    const { code } = await gemeld(wereld());
    await wereld().wordt("2026-12-01T12:00:00+01:00");
    const bericht = keten
      .priveBerichten()
      .filter((tekst) => tekst.includes(code))
      .join("\n");
    expect(bericht).toContain(code);
    expect(bericht).not.toMatch(/Rivierstede|Bekijk|Ik pak dit op/);
    for (const naam of [...namen, "Niels Terpstra"]) expect(bericht).not.toContain(naam);
    await keten.typt(`casus ${code}`);
    expect(keten.ziet()).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
  });

  it("leaves a judgement out of every channel and message", async () => {
    const { af } = await inAfstemming(wereld());
    await oordeeltJa(wereld(), af);
    expect(kaart(wereld(), "aandachtsfunctionaris")).toContain("verder besproken");
  });
});
