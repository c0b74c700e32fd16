import { describe, expect, it } from "vitest";
import { randomIds } from "../../src/adapters/system.js";
import type { Casus } from "../../src/domain/casus/casus.js";
import type { Agendapunt, AgendapuntId } from "../../src/domain/overleg/agendapunt.js";
import type { Change } from "../../src/ports/store.js";
import { houdtOverleg, krijgtBestand, leestLijst } from "../support/besluiten.js";
import { spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { chats, type Mens, type Wereld } from "../support/wereld.js";

type Gehouden = Awaited<ReturnType<typeof houdtOverleg>>;

/** The casus closed; a correction about the list as a whole, and what was said about it under other keys. Five years later. */
const gesloten = async (wereld: Wereld, { overleg, casus, signaal, casusId }: Gehouden): Promise<void> => {
  const { store } = wereld.store;
  const [actie] = await store.actiepunten({ statussen: ["open"], casusId }, 1);
  const verloop = await store.verloopVan(overleg.id);
  if (verloop === undefined || actie === undefined) throw new Error("nothing was held");
  const zegt = (id: string, tekst: string, meer: object = {}) => ({ id, tekst, doorId: "P08" as never, op: wereld.nu.toISOString(), ...meer });
  const overActie: Agendapunt = {
    id: randomIds.id() as AgendapuntId,
    version: 0,
    tafelId: overleg.tafelId,
    overlegId: overleg.id,
    soort: "actie",
    doel: "bespreken",
    minuten: 5,
    volgorde: 9,
    status: "behandeld",
    actiepuntId: actie.id,
    besloten: false,
    inbrengerId: "P06" as never,
    ingebrachtOp: wereld.nu,
    behandeldOp: wereld.nu,
    inhoud: { genodigden: [{ persoonId: "P08" as never, grondslag: "kanarieconvenant" }], uitgesloten: [], conclusie: "De kanarie is te laat opgehaald." },
  };
  const dicht: Casus = { ...(await store.readCasus(casusId)), afgeslotenOp: wereld.nu, sluitReden: "wil_geen_hulp", bewarenTot: "2031-12-03" as never };
  const changes: Change[] = [
    { soort: "signaal", signaal: { ...(await wereld.signaal(signaal)), status: "afgesloten" } },
    { soort: "casus", casus: dicht },
    { soort: "actiepunt", actiepunt: { ...actie, status: "afgerond" } },
    { soort: "agendapunt_nieuw", agendapunt: overActie },
    {
      soort: "verloop",
      verloop: {
        ...verloop,
        inhoud: {
          vast: {
            ...verloop.inhoud.vast,
            opening: { conclusie: `Iedereen is er voor ${casus}, met de kanarie.`, besluiten: [] },
            afsluiting: {
              conclusie: "Tot ziens.",
              besluiten: [{ id: "b9", tekst: `De kanarie van ${signaal.toLowerCase()} gaat mee.`, op: wereld.nu.toISOString(), doorId: "P06" as never }],
            },
          },
          correcties: [zegt("c1", "Het was een andere kanarie."), zegt("c2", "De lijst van november is groen.", { vast: "vorige" })],
        },
      },
    },
  ];
  const stored = await store.commit({ changes });
  if (!stored.ok) throw new Error(stored.error);
  wereld.slaaptTot("2031-12-08T09:00:00+01:00");
};
const opent = async (mens: Mens, knop: string): Promise<void> => {
  await mens.opent("home");
  await mens.klikt("Bewaartermijnen", { in: "home" });
  await mens.klikt(knop, { in: "venster" });
};

describe("een casus vernietigen die aan tafel was", () => {
  const nu = s.wereldVoor(chats[1] as (typeof chats)[number]);

  it("neemt alles mee wat erover gezegd is, en alles wat ernaar verwijst leest nog: vernietigd op die dag", async () => {
    const wereld = nu();
    const [politie, voorzitter] = [await wereld.mens("P08"), await wereld.mens("P06")];
    const gehouden = await houdtOverleg(wereld);
    const { overleg, casus, signaal, casusId, ander } = gehouden;
    await gesloten(wereld, gehouden);
    const [officer, af] = [await wereld.mens("P18"), await wereld.mens("P01")];

    await opent(officer, "Stel voor te vernietigen");
    expect(officer.ziet()).toContain("casus met zorg · bewaren tot en met woensdag 3 december 2031 · WGS");
    expect(officer.ziet()).not.toMatch(/kanarie|geen hulp/i);
    await officer.vult({ "Wat mag weg?": s.keuze(officer, "Wat mag weg?", casus) });
    await opent(af, "Beslis over vernietigen");
    await af.vult({ "Waarover beslist u?": s.keuze(af, "Waarover beslist u?", casus), "Mag dit weg?": "Ja, vernietig dit voorgoed" });
    expect(af.ziet()).toContain("Vernietigd: 1.");

    // Nothing that was said about it can be opened any more, whichever key it stood under.
    const { store } = wereld.store;
    await s.heeftStatus(wereld, signaal, "vernietigd");
    const punten = await store.agendapuntenVan(overleg.id);
    expect(
      punten
        .filter(({ vernietigdOp }) => vernietigdOp !== undefined)
        .map(({ soort }) => soort)
        .sort(),
    ).toEqual(["actie", "casus"]);
    const verloop = await store.verloopVan(overleg.id);
    expect(verloop?.inhoud.vast.opening?.conclusie).toBe("");
    expect(verloop?.inhoud.vast.afsluiting).toMatchObject({ conclusie: "Tot ziens.", besluiten: [{ tekst: "", vernietigdOp: expect.any(String) }] });
    expect(verloop?.inhoud.correcties.map(({ tekst }) => tekst).sort()).toEqual(["", "De lijst van november is groen."]);
    expect(await store.readCasus(casusId)).toMatchObject({ code: casus, regieStatus: "geen", vernietigdOp: expect.any(Date) });

    // The besluitenlijst, its file and the lists are there for what is left.
    const lijst = await leestLijst(voorzitter);
    expect(lijst).toContain("Vernietigd op maandag 8 december 2031");
    for (const tekst of ["De kanarielijst gaat rond.", "Tot ziens.", "vernietigd op maandag 8 december 2031"]) expect(lijst).toContain(tekst);
    for (const tekst of [casus, signaal, "kanarieopvang", "andere kanarie", "te laat opgehaald", "De kanarie ophalen"]) expect(lijst).not.toContain(tekst);
    expect(lijst).toContain(ander);
    await voorzitter.klikt("Bestand", { in: "venster" });
    await voorzitter.vult({ "Welk soort bestand?": "Tekst (Markdown)" });
    await voorzitter.sluit();
    const bestand = String(await krijgtBestand(wereld, voorzitter));
    expect(bestand).toContain("Vernietigd op maandag 8 december 2031");
    expect(bestand).not.toMatch(new RegExp(`${casus}|andere kanarie|ophalen`));
    await politie.typt("acties");
    expect(politie.ziet()).not.toMatch(/ophalen/);
    for (const typed of [casus, signaal]) {
      await af.typt(`casus ${typed}`);
      expect(af.ziet()).toContain("Dit is vernietigd op maandag 8 december 2031.");
    }
    expect(await spoor(wereld, casus)).toContainEqual(expect.stringContaining("P01 vernietigen gedaan bewaartermijn"));
    expect((await store.findSleutelBewijs(casusId))?.vernietigdOp).toBeInstanceOf(Date);
  });
});
