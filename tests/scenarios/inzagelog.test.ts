import { describe, expect, it } from "vitest";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import { maakActiepunt } from "../support/acties.js";
import { maakRouteCasus } from "../support/agenda.js";
import { audit, leest } from "../support/gevaren.js";
import { bijAandachtsfunctionaris, codeIn, gemeld, inAfstemming, kliktOpKaart, opRoute, wereldVoor, zorg } from "../support/stappen.js";
import { beide, type Mens } from "../support/wereld.js";

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
    expect(officer.ziet()).toContain(`Lees de vraag · ${code} · grondslag: eigen grondslag`);
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

describe("wie buiten een casus gehouden wordt", () => {
  const wereld = wereldVoor(beide[0] as (typeof beide)[number]);

  /** Everything that leaves a line about a casus: looks at it, its signaal and its actiepunt, at who looked, in an emergency, and before it goes out as a document. */
  const wordtBekeken = async (uitgesloten: readonly PersoonId[]): Promise<readonly string[]> => {
    const casus = await maakRouteCasus(wereld().store, { uitgesloten }, { uitgesloten });
    const actie = await maakActiepunt(wereld().store, {
      casusId: casus.casusId,
      actiehouderId: "P01" as PersoonId,
      inhoud: { wat: "De kanarie ophalen", stappen: [] },
    });
    const [af, regie, agent] = [await wereld().mens("P01"), await wereld().mens("P07"), await wereld().mens("P08")];
    const kijkt = async (mens: Mens, typt: string, ...knoppen: readonly string[]): Promise<void> => {
      await mens.typt(typt);
      for (const knop of knoppen) await mens.klikt(knop);
      await mens.sluit();
    };
    await kijkt(af, `casus ${casus.signaal}`, "Bekijk");
    await kijkt(af, `casus ${casus.casus}`, "Bekijk casus");
    await kijkt(af, `acties ${actie.code}`, "Lees");
    await kijkt(regie, `casus ${casus.casus}`, "Bekijk casus");
    await agent.klikt("Noodtoegang", { in: "home" });
    await agent.vult({ "Code van de casus": casus.casus, "Waarom kan dit niet wachten?": "De kanarie is in gevaar." });
    await agent.sluit();
    await kijkt(agent, `casus ${casus.casus}`, "Bekijk casus");
    return [casus.casus, casus.signaal, actie.code];
  };

  const leestAlles = async (lezer: Mens): Promise<string> => {
    await lezer.klikt("Inzagelog", { in: "home" });
    let gelezen = lezer.ziet();
    for (let blad = 0; blad < 5 && lezer.knoppen("venster").includes("Toon ouder"); blad++) {
      await lezer.klikt("Toon ouder");
      gelezen += lezer.ziet();
    }
    await lezer.sluit();
    return gelezen;
  };

  it("vindt er in het inzagelog niets van, als FG, als privacy officer en als plaatsvervanger; van een andere casus wel", async () => {
    const { store, regio } = wereld();
    await store.importRegio({ ...regio, personen: regio.personen.map((one) => (one.id === "P18" ? { ...one, plaatsvervangerId: "P12" as PersoonId } : one)) });
    const verborgen = await wordtBekeken(["P16", "P18"].map((id) => id as PersoonId));
    const open = await wordtBekeken([]);
    for (const id of ["P16", "P18", "P12"]) {
      const lezer = await wereld().mens(id);
      const gelezen = await leestAlles(lezer);
      for (const code of open) expect([id, gelezen]).toEqual([id, expect.stringContaining(code)]);
      for (const code of verborgen) expect([id, gelezen]).toEqual([id, expect.not.stringContaining(code)]);
      for (const code of verborgen.slice(0, 2)) {
        await lezer.typt(`casus ${code}`);
        expect(await leest(lezer)).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
      }
    }
  });
});
