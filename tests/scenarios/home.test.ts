import { describe, expect, it } from "vitest";
import type { Dag } from "../../src/domain/tijd/dag.js";
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

  it("de ketenregisseur en de privacy officer: welk convenant afloopt, zestig dagen ervoor, en welk voorbij is, tot er een ander is", async () => {
    const wereld = nu();
    const { regio } = wereld.regio;
    const [zvh, riec] = [regio.convenanten.find(({ id }) => id === "zvh"), regio.convenanten.find(({ id }) => id === "riec")];
    if (zvh === undefined || riec === undefined) throw new Error("the fictional region has two convenanten");
    const met = (...convenanten: readonly (typeof zvh)[]) => wereld.store.importRegio({ ...wereld.regio, regio: { ...regio, convenanten } });
    const home = async (id: string): Promise<string> => {
      const mens = await wereld.mens(id);
      await mens.opent("home");
      return mens.zietHome();
    };
    const [kop, loopt, voorbij] = ["Convenanten", "loopt af, regel op tijd een nieuw convenant", "voorbij, wat hierop werd gedeeld is dicht"];

    await met({ ...zvh, geldigTot: "2027-01-23" as Dag }, riec);
    expect(await home("P12")).not.toContain(kop);
    await met({ ...zvh, geldigTot: "2027-01-22" as Dag }, { ...riec, geldigTot: "2026-11-22" as Dag });
    for (const id of ["P12", "P18"]) {
      const gezien = await home(id);
      expect(gezien).toMatch(new RegExp(`${kop}[^]*RIEC-convenant[^]*${voorbij}[^]*zo 22 november[^]*Veiligheidshuisconvenant[^]*${loopt}[^]*vr 22 januari`));
    }
    for (const id of ["P01", "P07", "P15"]) expect(await home(id)).not.toContain(kop);

    // The next one is there, and holds from the day after.
    const volgend = { ...zvh, id: "zvh-2027" as typeof zvh.id, naam: "Veiligheidshuisconvenant 2027", geldigVan: "2027-01-23" as Dag };
    await met({ ...zvh, geldigTot: "2027-01-22" as Dag }, volgend, riec);
    expect(await home("P12")).not.toContain(kop);
    // It has a gap, or leaves a partner out.
    await met({ ...zvh, geldigTot: "2027-01-22" as Dag }, { ...volgend, geldigVan: "2027-01-24" as Dag }, riec);
    expect(await home("P12")).toContain(kop);
    await met({ ...zvh, geldigTot: "2027-01-22" as Dag }, { ...volgend, partijen: volgend.partijen.slice(1) }, riec);
    expect(await home("P12")).toContain(kop);
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
