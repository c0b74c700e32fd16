import { describe, expect, it } from "vitest";
import { laatste, prive, spoor, wacht } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Mens, type Wereld } from "../support/wereld.js";

const versterktNiet = async (wereld: Wereld, analist: Mens, velden: Readonly<Record<string, string>> = {}): Promise<void> => {
  await s.kliktOpKaart(wereld, analist, "meldpunt", "Leg verrijking vast");
  await analist.vult({ "Is het signaal versterkt?": "Nee", ...velden });
};

describe.each(beide)("een signaal dat niet sterker wordt op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("blijft liggen met reden en datum, de aandachtsfunctionaris ziet het, en komt die dag vanzelf terug", async () => {
    const wereld = nu();
    const { code, melder, analist } = await s.inVerrijking(wereld);
    await versterktNiet(wereld, analist);
    expect(analist.fouten()).toEqual({ "Bij nee: waarom niet?": expect.stringContaining("Leg uit waarom.") });
    expect(analist.waarden()["Bij nee: wanneer kijkt u opnieuw?"]).toBe("2027-02-21");
    await analist.vult({ "Bij nee: waarom niet?": "De kanarie is gewoon een vogel.", "Bij nee: wanneer kijkt u opnieuw?": "2026-11-23" });
    expect(analist.fouten()).toEqual({ "Bij nee: wanneer kijkt u opnieuw?": expect.stringContaining("Kies een dag na vandaag.") });
    await analist.vult({ "Bij nee: wanneer kijkt u opnieuw?": "2027-01-18" });

    await s.heeftStatus(wereld, code, "niet_versterkt");
    expect(laatste(melder)).toContain("Voor nu is er niet genoeg om verder te gaan. We bewaren het.");
    expect(s.kaart(wereld, "meldpunt")).toContain("klaar");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain(code);
    expect(await wacht(wereld, code)).toEqual(["herzien 2027-01-18T08:00"]);
    const af = await wereld.mens("P01");
    expect(af.zietHome()).toMatch(new RegExp(`Later opnieuw bekijken[^]*${code}`));

    await wereld.wordt("2027-01-18T09:00:00+01:00");
    await s.heeftStatus(wereld, code, "in_verrijking");
    expect((await wereld.signaal(code)).herzienOp).toBeUndefined();
    expect(s.kaart(wereld, "meldpunt")).toContain("De dag is er om dit signaal opnieuw te bekijken.");
    expect(await wacht(wereld, code)).toEqual(["eerste_reactie 2027-01-20T08:00", "bericht_melder 2027-02-01T08:00"]);
    expect(await spoor(wereld, code)).toContain("systeem herzien gedaan");
    await s.kliktOpKaart(wereld, analist, "meldpunt", "Ik pak dit op");
    expect((await wereld.signaal(code)).behandelaarId).toBe("P05");
  });

  it("de aandachtsfunctionaris haalt het terug en behandelt het zelf", async () => {
    const wereld = nu();
    const { code, melder, analist } = await s.inVerrijking(wereld);
    await versterktNiet(wereld, analist, { "Bij nee: waarom niet?": "Geen kanarie." });
    const gehoord = melder.priveBerichten().length;
    const af = await wereld.mens("P01");
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Bekijk");
    expect(af.ziet()).toContain("Geen kanarie.");
    await af.sluit();
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Haal terug");
    await af.vult({ "Waarom haalt u dit terug?": "Ik ken de kanarie." });
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect((await wereld.signaal(code)).behandelaarId).toBe("P01");
    expect(melder.priveBerichten().length).toBe(gehoord);
    expect(await wacht(wereld, code)).toEqual(["bericht_melder 2026-12-07T08:00"]);
    await wereld.wordt("2026-11-24T09:00:00+01:00");
    expect(prive(af)).not.toContain("Niemand heeft dit opgepakt");
  });

  it("een minderjarige gaat altijd door, met de reden van de analist erbij", async () => {
    const wereld = nu();
    const { code, melder, analist } = await s.inVerrijking(wereld, { Leeftijd: "Jonger dan 18 jaar" });
    await s.kliktOpKaart(wereld, analist, "meldpunt", "Leg verrijking vast");
    expect(analist.ziet()).toContain("Dit signaal gaat altijd door naar de aandachtsfunctionaris.");
    await analist.vult({ "Is het signaal versterkt?": "Nee", "Bij nee: waarom niet?": "Nog geen kanarie." });
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect(laatste(melder)).toContain("We hebben uw signaal doorgegeven.");
    const af = await s.opgepakt(wereld, "aandachtsfunctionaris", "P01");
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Bekijk");
    expect(af.ziet()).toContain("Nog geen kanarie.");
  });

  it("de aandachtsfunctionaris vraagt de analist om meer, en krijgt het terug", async () => {
    const wereld = nu();
    const { code, melder, af } = await s.bijAandachtsfunctionaris(wereld);
    await s.kiest(wereld, af, "aandachtsfunctionaris", "Vraag de analist");
    await af.vult({ "Wat wilt u weten?": "Wie verhuurt de kanarieschuur?" });
    await s.heeftStatus(wereld, code, "in_verrijking");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("Dit ligt nu bij de analist.");
    const gehoord = melder.priveBerichten().length;
    const analist = await s.opgepakt(wereld, "meldpunt", "P05");
    await s.kliktOpKaart(wereld, analist, "meldpunt", "Bekijk");
    expect(analist.ziet()).toContain("Wie verhuurt de kanarieschuur?");
    await analist.sluit();
    await s.kliktOpKaart(wereld, analist, "meldpunt", "Leg verrijking vast");
    await analist.vult({ Adres: "ja", "Andere informatie": "Een kanarieverhuurder.", "Is het signaal versterkt?": "Ja" });
    await s.heeftStatus(wereld, code, "bij_aandachtsfunctionaris");
    expect(melder.priveBerichten().length).toBeGreaterThanOrEqual(gehoord);
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Ik pak dit op");
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Bekijk");
    expect(af.ziet()).toContain("Een kanarieverhuurder.");
  });
});
