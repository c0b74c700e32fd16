import { describe, expect, it } from "vitest";
import { leest } from "../support/gevaren.js";
import { bijAandachtsfunctionaris, gemeld, heeftStatus, inAfstemming, kaart, kiest, kliktOpKaart, wereldVoor } from "../support/stappen.js";
import { beide } from "../support/wereld.js";

const voor = /Iemand was u net voor|Dit kan nu niet meer|Dit is al gedaan/;

describe.each(beide)("twee tegelijk op $name", (chat) => {
  const wereld = wereldVoor(chat);
  const stappen = async (code: string, name: string): Promise<number> => {
    const { id } = await wereld().signaal(code);
    return (await wereld().store.store.stappenVan(id)).filter((stap) => stap.name === name).length;
  };

  it("pick it up: one has it, the other reads who", async () => {
    const { code } = await gemeld(wereld(), { "In welke gemeente?": "Rivierstede" }, await wereld().vreemde("getuige@om.example"));
    const [marit, joris] = [await wereld().mens("P01"), await wereld().mens("P02")];
    await Promise.all([marit, joris].map((mens) => kliktOpKaart(wereld(), mens, "aandachtsfunctionaris", "Ik pak dit op")));
    const { behandelaarId } = await wereld().signaal(code);
    const [wint, verliest] = behandelaarId === "P01" ? [marit, joris] : [joris, marit];
    expect(behandelaarId).toBe(wint.id);
    const naam = wint.id === "P01" ? "Marit Oosterveld" : "Joris van Linden";
    expect(await leest(verliest)).toContain(`${naam} heeft dit signaal opgepakt.`);
    expect(await stappen(code, "oppakken")).toBe(1);
    expect(kaart(wereld(), "aandachtsfunctionaris")).toContain(`Opgepakt door ${naam}`);
  });

  it("judge: one judgement stands", async () => {
    const { af, code } = await inAfstemming(wereld());
    const ander = await wereld().mens("P02");
    for (const mens of [af, ander]) await kliktOpKaart(wereld(), mens, "aandachtsfunctionaris", "Oordeel en route");
    const oordeel = { "Leg uit waarom": "Kanarie", "Met wie heeft u overlegd?": "Politie, over kanaries" };
    await Promise.all([
      af.vult({ ...oordeel, "Is er een vermoeden van mensenhandel?": "Ja" }),
      ander.vult({ ...oordeel, "Is er een vermoeden van mensenhandel?": "Nee", "Bij nee: wie pakt het op?": "Reguliere hulp" }),
    ]);
    const ja = await stappen(code, "vermoeden_vaststellen");
    const nee = await stappen(code, "gemeentelijk_oppakken");
    expect(ja + nee).toBe(1);
    await heeftStatus(wereld(), code, ja === 1 ? "vermoeden" : "gemeentelijk_opgepakt");
    expect((ja === 1 ? ander : af).ziet()).toMatch(voor);
    expect((ja === 1 ? af : ander).ziet()).toContain("Uw oordeel over");
  });

  it("take a signaal over for another gemeente: it moves once", async () => {
    const { af, code } = await bijAandachtsfunctionaris(wereld());
    await kiest(wereld(), af, "aandachtsfunctionaris", "Andere gemeente");
    await af.vult({ "Welke gemeente?": "Wilgenwaard", "Waarom hoort het daar?": "Kanarie" });
    // P01 is the deputy of P17.
    const [jelle, marit] = [await wereld().mens("P17"), af];
    await Promise.all([jelle, marit].map((mens) => kliktOpKaart(wereld(), mens, "aandachtsfunctionaris", "Wij nemen dit over", "wilgenwaard")));
    expect(await stappen(code, "overdragen_aan_gemeente")).toBe(1);
    expect((await wereld().signaal(code)).gemeenteId).toBe("wilgenwaard");
    expect([await leest(jelle), await leest(marit)].filter((tekst) => voor.test(tekst))).toHaveLength(1);
  });

  it("answer one question, the partner and his deputy: one answer", async () => {
    const zorg = await wereld().mens("P03");
    const plaatsvervanger = await wereld().mens("P04");
    const { af, code } = await bijAandachtsfunctionaris(wereld());
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Vraag een partner");
    await af.vult({
      "Aan wie stelt u de vraag?": "Samira el Haddad (Stichting Havenlicht Oeverland)",
      "Uw vraag": "Kanarie?",
      "Waarom mag dit? (grondslag)": "Kanariewet",
    });
    await plaatsvervanger.opent("home");
    await zorg.klikt("Lees de vraag", { in: "prive" });
    await plaatsvervanger.klikt("Lees de vraag", { in: "home" });
    await Promise.all([zorg.vult({ "Uw antwoord": "Ja" }), plaatsvervanger.vult({ "Uw antwoord": "Nee" })]);
    expect(await stappen(code, "antwoord")).toBe(1);
    expect([zorg.ziet(), plaatsvervanger.ziet()].filter((tekst) => voor.test(tekst))).toHaveLength(1);
  });
});

describe.each(beide)("overnemen op $name", (chat) => {
  const wereld = wereldVoor(chat);

  it("asks once, and both see who has it", async () => {
    const { af: marit, code } = await bijAandachtsfunctionaris(wereld());
    const joris = await wereld().mens("P02");
    await kiest(wereld(), joris, "aandachtsfunctionaris", "Ik neem dit over");
    expect(joris.ziet()).toContain("Marit Oosterveld heeft dit signaal opgepakt.");
    expect((await wereld().signaal(code)).behandelaarId).toBe("P01");
    await joris.vult({});
    expect(joris.ziet()).toContain(`U behandelt nu ${code}.`);
    expect((await wereld().signaal(code)).behandelaarId).toBe("P02");
    for (const tekst of wereld().kanaalTeksten("aandachtsfunctionaris")) expect(tekst).toContain("Opgepakt door Joris van Linden");
    expect(marit.priveBerichten().join("\n")).toMatch(new RegExp(`${code}[^]*Een collega heeft dit signaal van u overgenomen`));
  });
});
