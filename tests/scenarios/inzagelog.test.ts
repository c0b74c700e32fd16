import { describe, expect, it } from "vitest";
import { audit } from "../support/gevaren.js";
import { bijAandachtsfunctionaris, codeIn, gemeld, inAfstemming, kliktOpKaart, opRoute, wereldVoor, zorg } from "../support/stappen.js";
import { beide } from "../support/wereld.js";

describe.each(beide)("inzagelog op $name", (chat) => {
  const wereld = wereldVoor(chat);

  it("shows the FG who of his own organisatie looked, when, at what and why; that look is on record too", async () => {
    const { af, partner, code } = await inAfstemming(wereld());
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Bekijk");
    await partner.klikt("Lees de vraag", { in: "prive" });
    const fg = await wereld().mens("P16");
    await fg.klikt("Inzagelog", { in: "home" });
    expect(fg.ziet()).toContain("vandaag 9.00 · Marit Oosterveld (Gemeente Rivierstede)");
    expect(fg.ziet()).toContain(`Bekijk · ${code}`);
    expect(fg.ziet()).toContain("U ziet alleen wat mensen van uw eigen organisatie bekeken.");
    expect(fg.ziet()).toContain("U bekijkt dit nu. Dit wordt vastgelegd.");
    for (const ander of ["Dennis Kramer", "Kanarie", "kanarie"]) expect(fg.ziet()).not.toContain(ander);
    expect((await audit(wereld(), "P16")).at(-1)).toMatchObject({ actie: "inzagelog.tonen", object: "gemeente-rivierstede", resultaat: "gezien" });
  });

  it("shows the FG of another organisatie nothing of it", async () => {
    const { af, code } = await bijAandachtsfunctionaris(wereld());
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Bekijk");
    const fg = await wereld().mens("P19");
    await fg.typt(`casus ${code}`);
    expect(fg.knoppen("venster").concat(fg.knoppen("prive"))).toContain("Inzagelog");
    await fg.klikt("Inzagelog");
    expect(fg.ziet()).toContain(`Inzagelog ${code}`);
    expect(fg.ziet()).toContain("Niemand heeft hier tot nu toe gekeken.");
    expect(fg.ziet()).not.toContain("Marit");
  });

  it("shows the privacy officer everybody who looked at one signaal, with the ground, and a page at a time", async () => {
    const { af, partner, code } = await inAfstemming(wereld());
    await partner.klikt("Lees de vraag", { in: "prive" });
    await partner.sluit();
    for (let keer = 0; keer < 8; keer++) {
      await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Bekijk");
      await af.sluit();
    }
    const officer = await wereld().mens("P18");
    await officer.typt(`casus ${code.toLowerCase()}`);
    expect(officer.ziet()).not.toContain("kanarie");
    await officer.klikt("Inzagelog");
    expect(officer.ziet().match(/Marit Oosterveld/g)).toHaveLength(7);
    expect(officer.ziet()).not.toContain("U ziet alleen");
    await officer.klikt("Toon ouder");
    expect(officer.ziet().match(/Marit Oosterveld/g)).toHaveLength(1);
    expect(officer.ziet()).toContain("Dennis Kramer (Politie, eenheid Oeverland)");
    expect(officer.ziet()).toContain(`Lees de vraag · ${code} · grondslag: Kanarieconvenant artikel 3`);
    expect((await audit(wereld(), "P18")).map(({ actie, object }) => `${actie} ${object}`)).toEqual(expect.arrayContaining([`inzagelog.tonen ${code}`]));
  });

  it("shows of a casus who looked at its signalen as well", async () => {
    const { af, code } = await opRoute(wereld(), zorg);
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Bekijk");
    const casus = codeIn(af.ziet(), "C");
    const officer = await wereld().mens("P18");
    await officer.typt(`casus ${casus}`);
    await officer.klikt("Inzagelog");
    expect(officer.ziet()).toContain(`Inzagelog ${casus}`);
    expect(officer.ziet()).toContain(`Bekijk · ${code}`);
  });

  it("is not there for anybody else, and his try is on record", async () => {
    const { code, melder } = await gemeld(wereld());
    const af = await wereld().mens("P01");
    for (const mens of [melder, af]) expect(mens.knoppen("home")).not.toContain("Inzagelog");
    const partner = await wereld().mens("P10");
    await partner.typt(`casus ${code}`);
    expect(partner.ziet()).toContain("niet");
    expect(partner.knoppen("prive").concat(partner.knoppen("venster"))).not.toContain("Inzagelog");
    expect((await audit(wereld(), "P10")).at(-1)).toMatchObject({ actie: "casus.tonen", object: code, resultaat: "geweigerd" });
  });
});
