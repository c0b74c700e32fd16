import { describe, expect, it } from "vitest";
import { prive } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide } from "../support/wereld.js";

describe.each(beide)("Home op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("de melder: wat hij meldde, en een knop om aan te vullen", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    expect(melder.zietHome()).toContain("U heeft nog niets gemeld.");
    const { code } = await s.gemeld(wereld, {}, melder);
    await melder.sluit();
    await melder.opent("home");
    expect(melder.zietHome()).toContain(code);
    await melder.klikt("Vul aan", { in: "home" });
    await melder.vult({ "Wat is er nieuw?": "Weer een kanarie." });
    expect(melder.ziet()).toContain(`Uw aanvulling staat bij ${code}.`);
  });

  it("de analist: pakt op vanuit Home, en ziet niet meer wat hij doorgaf", async () => {
    const wereld = nu();
    const { code } = await s.gemeld(wereld);
    const analist = await wereld.mens("P05");
    expect(analist.zietHome()).toMatch(new RegExp(`Nieuw[^]*${code}[^]*Bij u in behandeling`));
    await analist.klikt("Ik pak dit op", { in: "home" });
    expect((await wereld.signaal(code)).behandelaarId).toBe("P05");
    await analist.opent("home");
    expect(analist.zietHome()).toMatch(new RegExp(`Bij u in behandeling[^]*${code}`));
    await analist.klikt("Start verrijking", { in: "home" });
    await analist.vult({});
    await analist.sluit();
    await analist.opent("home");
    await analist.klikt("Leg verrijking vast", { in: "home" });
    await analist.vult({ Adres: "ja", "Is het signaal versterkt?": "Ja" });
    await analist.sluit();
    await analist.opent("home");
    expect(analist.zietHome()).not.toContain(code);
  });

  it("de aandachtsfunctionaris, zijn partner en de regiehouder", async () => {
    const wereld = nu();
    const regiehouder = await wereld.mens("P06");
    const { code, af, partner } = await s.inAfstemming(wereld);
    await partner.opent("home");
    expect(partner.zietHome()).toMatch(new RegExp(`Vragen aan u[^]*${code}[^]*vóór ma 30 november`));
    await partner.klikt("Lees de vraag", { in: "home" });
    await partner.vult({ "Uw antwoord": "Weet ik niet" });
    await partner.sluit();
    await partner.opent("home");
    expect(partner.zietHome()).not.toContain("Vragen aan u");

    await af.sluit();
    await af.opent("home");
    expect(af.zietHome()).toMatch(new RegExp(`Bij u in behandeling[^]*${code}`));
    await s.oordeeltJa(wereld, af, s.zorgStraf);
    await regiehouder.opent("home");
    expect(regiehouder.zietHome()).toMatch(/Uw regie.*C-/s);
    await regiehouder.klikt("Ik neem de regie", { in: "home" });
    expect(prive(regiehouder)).toContain("U heeft de regie.");
    await regiehouder.opent("home");
    await regiehouder.klikt("Bekijk casus", { in: "home" });
    expect(regiehouder.ziet()).toContain("Zes mensen slapen");
  });
});

describe.each(beide)("woorden op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("hulp en een woord dat wij niet kennen tonen wat iemand kan doen", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    await melder.typt("hulp");
    expect(melder.ziet()).toContain("Is er nu gevaar? Bel 112.");
    expect(melder.ziet()).toContain("U heeft nog niets gemeld.");
    if (melder.platform === "slack") return;
    await melder.typt("kanarie");
    expect(melder.ziet()).toContain("Dit woord ken ik niet.");
    expect(melder.ziet()).toContain("Is er nu gevaar? Bel 112.");
  });

  it("de wijzer noemt wie er te bellen is", async () => {
    const melder = await nu().mens("P15");
    await melder.typt("wijzer");
    for (const tekst of ["0900-8844", "0800-2000", "Meld Misdaad Anoniem"]) expect(melder.ziet()).toContain(tekst);
  });

  it("casus met een code: de kaart voor wie erbij mag, voor een ander bestaat hij niet", async () => {
    const wereld = nu();
    const { code, melder } = await s.gemeld(wereld);
    await melder.sluit();
    await melder.typt(`casus ${code.toLowerCase().replaceAll("-", " ")}`);
    expect(melder.ziet()).toContain(code);
    const ander = await wereld.mens("P14");
    await ander.typt(`casus ${code}`);
    expect(ander.ziet()).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
    await ander.typt("casus SG-12345-6");
    expect(ander.ziet()).toContain("Dit is geen geldige code.");
  });
});
