import { describe, expect, it } from "vitest";
import { laatste, prive, spoor, wacht } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { chats } from "../support/wereld.js";

describe.each(chats)("er is nu gevaar op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("in het formulier: 112 staat eerst, wat getypt is blijft staan, en wie belde wordt gevraagd", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    await melder.typt("signaal");
    expect(melder.ziet().indexOf("Bel 112")).toBeLessThan(melder.ziet().indexOf("Wat zag u?"));
    await melder.vult({ ...s.melding, ...s.beschermd }, "Er is nu gevaar");
    expect(melder.ziet()).toContain("Bel nu 112.");
    expect(melder.waarden()).toMatchObject({ "Wat zag u?": s.melding["Wat zag u?"], Adres: "Kanarielaan 12", "Waar merkte u het?": "Bij een controle" });

    await wereld.wordt("2026-11-23T09:10:00+01:00");
    await melder.vult({ "Wie belde 112?": "Ik heb gebeld" });
    const code = s.codeIn(melder.ziet());
    const { acuut } = await wereld.signaal(code);
    expect(acuut).toEqual({ op: new Date("2026-11-23T08:00:00Z"), doorId: "P15", belde112: "ik" });
    expect(s.kaart(wereld, "meldpunt")).toContain("Spoed. Bekijk dit nu.");
    expect(await wacht(wereld, code)).toEqual(["eerste_reactie 2026-11-23T08:40", "bericht_melder 2026-12-07T08:00"]);
    await wereld.wordt("2026-11-23T09:20:00+01:00");
    expect(prive(melder)).not.toContain("Is alles nu veilig?");

    const analist = await s.opgepakt(wereld, "meldpunt", "P05");
    await s.kliktOpKaart(wereld, analist, "meldpunt", "Bekijk");
    expect(analist.ziet()).toContain("Ik heb gebeld");
  });

  it("ook met een half ingevuld formulier", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    await melder.typt("signaal");
    await melder.vult({ "Wat zag u?": "Iemand roept om een kanarie." }, "Er is nu gevaar");
    expect(melder.ziet()).toContain("Bel nu 112.");
    expect(melder.waarden()["Wat zag u?"]).toBe("Iemand roept om een kanarie.");
  });

  it("wie niets meer stuurt, wordt na een kwartier gevraagd of het veilig is", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    await melder.typt("signaal");
    await melder.vult(s.melding, "Er is nu gevaar");
    await melder.sluit();
    await wereld.wordt("2026-11-23T09:14:00+01:00");
    expect(prive(melder)).not.toContain("Is alles nu veilig?");
    await wereld.wordt("2026-11-23T09:15:00+01:00");
    expect(laatste(melder)).toContain("U gaf aan dat er gevaar was, maar u stuurde nog geen signaal. Is er nog gevaar? Bel 112.");
    await wereld.wordt("2026-11-23T10:00:00+01:00");
    expect(melder.priveBerichten().filter((tekst) => tekst.includes("Is alles nu veilig?"))).toHaveLength(1);
    await melder.klikt("Signaal melden", { in: "prive" });
    await melder.vult(s.melding);
    expect(melder.ziet()).toContain("Uw code is");
  });

  it("later: gemarkeerd door wie het behandelt, en zolang niemand oppakt na een half uur herinnerd", async () => {
    const wereld = nu();
    const { code, melder } = await s.gemeld(wereld);
    await wereld.wordt("2026-11-23T11:00:00+01:00");
    await melder.typt(`casus ${code}`);
    const analist = await wereld.mens("P05");
    await s.kiest(wereld, analist, "meldpunt", "Er is nu gevaar");
    expect(analist.ziet()).toContain("Bel nu 112.");
    await analist.vult({ "Wie belde 112?": "Iemand anders heeft gebeld" });
    expect(analist.ziet()).toContain(`${code} staat nu op acuut.`);
    expect((await wereld.signaal(code)).acuut).toMatchObject({ doorId: "P05", belde112: "ander" });
    expect(s.kaart(wereld, "meldpunt")).toContain("Spoed. Bekijk dit nu.");

    await wereld.wordt("2026-11-23T11:30:00+01:00");
    expect(s.kaart(wereld, "meldpunt")).toContain("Wacht op een reactie");
    expect(await spoor(wereld, code)).toContain("systeem herinnering_0 gedaan");
    await wereld.mens("P12");
    await wereld.wordt("2026-11-23T12:30:00+01:00");
    expect(prive(await wereld.mens("P12"))).toContain("Te laat: eerste reactie");
  });
});
