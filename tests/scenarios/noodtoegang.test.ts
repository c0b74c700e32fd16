import { describe, expect, it } from "vitest";
import { makeCode } from "../../src/domain/code.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { maakRouteCasus } from "../support/agenda.js";
import { laatste, prive, spoor } from "../support/bewijs.js";
import { audit, leest, vertrekt } from "../support/gevaren.js";
import { wereldVoor } from "../support/stappen.js";
import { beide, chats, type Mens } from "../support/wereld.js";

const [slack, teams] = chats;
const velden = (casus: string) => ({ "Code van de casus": casus, "Waarom kan dit niet wachten?": "Zij belt vanuit de kanarieschuur, de regie neemt niet op." });
const onbekend = "Deze code kennen wij niet, of u mag hem niet zien.";

/** From Home; the form is in front of him. */
const vraagtNood = async (mens: Mens, casus: string): Promise<void> => {
  await mens.klikt("Noodtoegang", { in: "home" });
  await mens.vult(velden(casus));
};

describe.each(beide)("noodtoegang op $name", (chat) => {
  const nu = wereldVoor(chat);

  it("opent één casus, een uur lang, en de privacy officer en de regie lezen het meteen", async () => {
    const wereld = nu();
    const { casus, signaal } = await maakRouteCasus(wereld.store);
    const [agent, officer, af, regie] = [await wereld.mens("P08"), await wereld.mens("P18"), await wereld.mens("P01"), await wereld.mens("P07")];
    await agent.typt(`casus ${casus}`);
    expect(await leest(agent)).toContain(onbekend);

    await vraagtNood(agent, casus);
    expect(agent.ziet()).toContain(`U mag casus ${casus} zien tot 10.00 uur.`);
    await agent.sluit();
    for (const mens of [officer, af, regie]) {
      const bericht = laatste(mens);
      for (const woord of ["Iemand opende een casus in nood", casus, "vandaag 9.00", "rechercheur AVIM · Politie, eenheid Oeverland"])
        expect(bericht).toContain(woord);
      expect(bericht).not.toMatch(/Dennis|kanarie/i);
    }
    await officer.klikt("Wie en waarom", { in: "prive" });
    for (const woord of ["Dennis Kramer", "Zij belt vanuit de kanarieschuur", "10.00"]) expect(officer.ziet()).toContain(woord);

    await agent.klikt("Bekijk casus", { in: "prive" });
    for (const woord of ["Een kanarieschuur.", "Kanarielaan 12"]) expect(agent.ziet()).toContain(woord);
    for (const woord of ["Niels Terpstra", "Bas Verhoeven"]) expect(agent.ziet()).not.toContain(woord);
    await agent.sluit();

    await officer.sluit();
    await officer.klikt("Inzagelog", { in: "home" });
    for (const woord of ["Dennis Kramer (Politie, eenheid Oeverland)", `Noodtoegang · ${casus}`, `Bekijk casus · ${casus}`])
      expect(officer.ziet()).toContain(woord);
    expect(await spoor(wereld, casus)).toEqual([
      "P08 casus.bekijken geweigerd",
      "P08 noodtoegang.openen gedaan noodtoegang",
      "P18 noodtoegang.bekijken gezien",
      "P08 casus.bekijken gezien noodtoegang",
    ]);
    expect(await spoor(wereld, signaal)).toContain("P08 casus.bekijken gezien noodtoegang");

    await wereld.wordt("2026-11-23T09:59:00+01:00");
    await agent.typt(`casus ${casus}`);
    expect(await leest(agent)).toContain("Kies ‘Bekijk casus’ om te lezen wat u mag zien.");
    // The card is still out, with its button.
    wereld.slaaptTot("2026-11-23T10:00:00+01:00");
    await agent.klikt("Bekijk casus", { in: "prive" });
    expect(await leest(agent)).toContain("Dit mag u niet zien of doen.");
    await wereld.wordt("2026-11-23T10:00:01+01:00");
    expect(prive(agent)).toContain("Het uur is voorbij.");
    await agent.typt(`casus ${casus}`);
    expect(await leest(agent)).toContain(onbekend);
  });
});

describe("wie noodtoegang niet krijgt", () => {
  const nu = wereldVoor(slack as (typeof chats)[number]);

  it("een onbekende code, en een casus waar hij buiten gehouden wordt: hetzelfde antwoord, en niemand hoort het", async () => {
    const wereld = nu();
    const besloten = await maakRouteCasus(wereld.store, { uitgesloten: ["P08" as PersoonId] }, { uitgesloten: ["P08" as PersoonId] });
    const agent = await wereld.mens("P08");
    const officer = await wereld.mens("P18");
    const antwoorden: unknown[] = [];
    for (const code of [besloten.casus, makeCode("C", Math.random)]) {
      await vraagtNood(agent, code);
      antwoorden.push([agent.fouten(), agent.ziet().replaceAll(code, "…")]);
      await agent.sluit();
    }
    expect(antwoorden[0]).toEqual(antwoorden[1]);
    expect(antwoorden[0]).toEqual([{ "Code van de casus": expect.stringContaining(onbekend) }, expect.anything()]);
    expect((await wereld.store.pool.query("SELECT 1 FROM noodtoegang")).rows).toEqual([]);
    expect(officer.priveBerichten().join()).not.toContain("in nood");
    expect((await audit(wereld, "P08")).filter(({ actie }) => actie === "noodtoegang.openen").map(({ resultaat }) => resultaat)).toEqual([
      "geweigerd",
      "geweigerd",
    ]);
  });

  it("wie er geen rol voor heeft, ook niet met een knop van een ander", async () => {
    const wereld = nu();
    const { casus } = await maakRouteCasus(wereld.store);
    for (const id of ["P05", "P10", "P11", "P12", "P13", "P15"]) {
      const mens = await wereld.mens(id);
      const mag = id === "P11";
      expect([id, mens.knoppen("home").includes("Noodtoegang")]).toEqual([id, mag]);
    }
    await (await wereld.mens("P12")).typt(`casus ${casus}`);
    expect((await wereld.store.pool.query("SELECT 1 FROM noodtoegang")).rows).toEqual([]);
  });

  it("wie de casus al mag zien, hoeft niet; wie erbuiten komt te staan of vertrekt, verliest het meteen", async () => {
    const wereld = nu();
    const { casus, casusId } = await maakRouteCasus(wereld.store);
    const af = await wereld.mens("P01");
    await vraagtNood(af, casus);
    expect(Object.values(af.fouten())).toEqual([expect.stringContaining("U mag deze casus al zien.")]);

    const [agent, veiligThuis] = [await wereld.mens("P08"), await wereld.mens("P09")];
    for (const mens of [agent, veiligThuis]) {
      await vraagtNood(mens, casus);
      await mens.sluit();
    }
    const { store } = wereld.store;
    const was = await store.readCasus(casusId);
    const signalen = await store.signalenVanCasus(casusId);
    const uitgesloten = ["P08" as PersoonId];
    await store.commit({
      changes: [
        { soort: "casus", casus: { ...was, uitgesloten } },
        ...signalen.map((signaal) => ({ soort: "signaal" as const, signaal: { ...signaal, uitgesloten } })),
      ],
    });
    await vertrekt(wereld, "P09");
    await agent.klikt("Bekijk casus", { in: "prive" });
    expect(await leest(agent)).toContain(onbekend);
    await veiligThuis.klikt("Bekijk casus", { in: "prive" });
    expect(await leest(veiligThuis)).toContain("Wij kennen uw account niet.");
    await wereld.wordt("2026-11-23T10:00:00+01:00");
    expect(prive(agent)).toContain("Deze kaart is vervallen");
  });
});

describe("zonder venster in de chat", () => {
  const nu = wereldVoor(teams as (typeof chats)[number], { dialogs: false });

  it("verdwijnt wat er staat als het uur om is, niet een kwartier later", async () => {
    const wereld = nu();
    const inhoud = {
      gezienOp: "2026-11-01" as Dag,
      opgemerkt: "controle",
      omschrijving: "Een schuur.",
      meldcode: "nee",
      adres: "Schuurlaan 12",
      aanvullingen: [],
    } as const;
    const { casus } = await maakRouteCasus(wereld.store, { inhoud });
    const agent = await wereld.mens("P08");
    await vraagtNood(agent, casus);
    await wereld.wordt("2026-11-23T09:55:00+01:00");
    await agent.klikt("Bekijk casus", { in: "prive" });
    expect(prive(agent)).toContain("Schuurlaan 12");
    await wereld.wordt("2026-11-23T10:00:00+01:00");
    expect(prive(agent)).not.toContain("Schuurlaan 12");
  });
});
