import { describe, expect, it } from "vitest";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import { maakRouteCasus } from "../support/agenda.js";
import { linkIn, ontzip } from "../support/besluiten.js";
import { laatste, prive, spoor } from "../support/bewijs.js";
import { leest } from "../support/gevaren.js";
import { wereldVoor } from "../support/stappen.js";
import { beide, chats, type Mens, type Wereld } from "../support/wereld.js";

const [slack] = chats as readonly [(typeof chats)[number]];

const opentCasus = async (mens: Mens, casus: string): Promise<void> => {
  await mens.typt(`casus ${casus}`);
  await mens.klikt("Bekijk casus");
};
const vraagt = async (mens: Mens, casus: string, grond = "Kanarieconvenant artikel 7"): Promise<void> => {
  await opentCasus(mens, casus);
  await mens.klikt("Neem mee als document");
  await mens.vult({ "Waarvoor heeft u het nodig?": "Voor een rechter of een procedure", "Waarom mag dit? (grondslag)": grond });
};
const zegtJa = async (mens: Mens): Promise<void> => {
  await mens.klikt("Bekijk de vraag", { in: "prive" });
  await mens.klikt("Ja, dit mag", { in: "venster" });
  await mens.sluit();
};
/** Fetches the link in his chat. */
const haaltLink = async (wereld: Wereld, mens: Mens): Promise<string> => {
  await mens.klikt("Haal het document", { in: "prive" });
  const link = linkIn(wereld, mens);
  await mens.sluit();
  return link;
};
/** What Word reads, without its marks, and what stands on every page. */
const gelezen = async (antwoord: Response) => {
  const delen = ontzip(Buffer.from(await antwoord.arrayBuffer()));
  const kaal = (naam: RegExp): string =>
    Object.entries(delen)
      .filter(([deel]) => naam.test(deel))
      .map(([, xml]) => xml.replaceAll(/<[^>]+>/g, " "))
      .join("\n");
  return { tekst: kaal(/word\/document\.xml/), boven: kaal(/word\/header\d*\.xml/), onder: kaal(/word\/footer\d*\.xml/) };
};

describe.each(beide)("een casus als document op $name", (chat) => {
  const nu = wereldVoor(chat);
  const wacht = "Een vraag om een document wacht";

  it("herinnert na een werkdag wie ja of nee mag zeggen, één keer, en niet wie het vroeg", async () => {
    const wereld = nu();
    const { casus } = await maakRouteCasus(wereld.store);
    const [regie, officer, af] = [await wereld.mens("P07"), await wereld.mens("P18"), await wereld.mens("P01")];
    await vraagt(regie, casus);
    await regie.sluit();
    await wereld.wordt("2026-11-24T08:59:00+01:00");
    for (const mens of [officer, af]) expect(prive(mens)).not.toContain(wacht);
    await wereld.wordt("2026-11-24T09:00:00+01:00");
    for (const mens of [officer, af]) {
      for (const woord of [wacht, casus, "procesregisseur", "Nog niemand zei ja of nee."]) expect(laatste(mens)).toContain(woord);
      expect(laatste(mens)).not.toMatch(/Bas|kanarie/i);
    }
    expect(prive(regie)).not.toContain(wacht);
    await wereld.wordt("2026-11-26T09:00:00+01:00");
    expect(prive(officer).split(wacht)).toHaveLength(2);
    await zegtJa(officer);
    expect(laatste(regie)).toContain("U mag het document halen");
  });

  it("herinnert niemand als er al een antwoord is", async () => {
    const wereld = nu();
    const { casus } = await maakRouteCasus(wereld.store);
    const [regie, officer, af] = [await wereld.mens("P07"), await wereld.mens("P18"), await wereld.mens("P01")];
    await vraagt(regie, casus);
    await regie.sluit();
    await zegtJa(af);
    await wereld.wordt("2026-11-25T09:00:00+01:00");
    for (const mens of [officer, af]) expect(prive(mens)).not.toContain(wacht);
    expect((await spoor(wereld, casus)).join()).not.toContain("export.herinnering");
  });

  it("vraagt de regiehouder met doel en grondslag; een tweede persoon leest alleen die en zegt ja; dan werkt één link, één keer", async () => {
    const wereld = nu();
    const { casus, signaal } = await maakRouteCasus(wereld.store);
    const [regie, officer, af] = [await wereld.mens("P07"), await wereld.mens("P18"), await wereld.mens("P01")];
    await vraagt(regie, casus);
    expect(regie.ziet()).toContain(`Uw vraag over ${casus} is gesteld.`);
    await regie.sluit();
    for (const mens of [officer, af]) {
      for (const woord of ["Mag dit document gemaakt worden?", casus, "procesregisseur · Zorg- en Veiligheidshuis Oeverland"])
        expect(laatste(mens)).toContain(woord);
      expect(laatste(mens)).not.toMatch(/Bas|kanarie/i);
    }
    expect(prive(regie)).not.toContain("Mag dit document");

    await officer.klikt("Bekijk de vraag", { in: "prive" });
    for (const woord of ["Bas Verhoeven", "Voor een rechter of een procedure", "Kanarieconvenant artikel 7"]) expect(officer.ziet()).toContain(woord);
    for (const woord of ["Een kanarieschuur", "Kanarielaan"]) expect(officer.ziet()).not.toContain(woord);
    await officer.klikt("Ja, dit mag", { in: "venster" });
    await officer.sluit();
    for (const mens of [officer, af]) expect(prive(mens)).toContain("Deze vraag is beantwoord.");

    expect(laatste(regie)).toContain("U mag het document halen");
    const link = await haaltLink(wereld, regie);
    expect((await wereld.haalt(link)).status).toBe(200);
    const [een, twee] = await Promise.all([wereld.haalt(link, "POST"), wereld.haalt(link, "POST")]);
    expect([een.status, twee.status].sort()).toEqual([200, 404]);
    const { tekst, boven, onder } = await gelezen(een.ok ? een : twee);
    for (const woord of [`Casus ${casus}`, "Een kanarieschuur.", "Kanarielaan 12"]) expect(tekst).toContain(woord);
    // What he may not see does not stand in it either.
    expect(tekst).not.toContain("Niels Terpstra");
    expect(tekst).toContain("de naam van de melder");
    for (const rand of [boven, onder])
      for (const woord of ["Bas Verhoeven", "ma 23 november 2026", casus, "niet verder verspreiden"]) expect(rand).toContain(woord);

    await wereld.klaar();
    expect(prive(regie)).toContain("U heeft het document gehaald.");
    expect((await spoor(wereld, casus)).map((regel) => regel.replace(/ eigen_grondslag$/, ""))).toEqual([
      "P07 casus.bekijken gezien",
      "P07 export.vragen gedaan",
      "P18 export.bekijken gezien",
      "P18 export.toestaan gedaan",
      "P07 export.link gedaan",
      "P07 export.gehaald gezien",
    ]);
    expect(await spoor(wereld, signaal)).toContain("P07 export.gehaald gezien");
    await officer.klikt("Inzagelog", { in: "home" });
    expect(officer.ziet()).toContain(`Document gehaald · ${casus}`);
  });
});

describe("een casus als document", () => {
  const nu = wereldVoor(slack);

  it("zegt wie het vraagt nooit zelf ja tegen, ook niet als aandachtsfunctionaris; zijn plaatsvervanger mag het wel", async () => {
    const wereld = nu();
    const { casus } = await maakRouteCasus(wereld.store);
    const [af, joris, partner] = [await wereld.mens("P01"), await wereld.mens("P02"), await wereld.mens("P08")];
    await vraagt(af, casus);
    await af.sluit();
    expect(prive(af)).not.toContain("Mag dit document");
    expect(prive(partner)).not.toContain("Mag dit document");
    await opentCasus(af, casus);
    await af.klikt("Neem mee als document");
    await af.vult({ "Waarvoor heeft u het nodig?": "Voor een rechter of een procedure", "Waarom mag dit? (grondslag)": "Nog eens" });
    expect(await leest(af)).toContain("U vroeg dit al.");
    await zegtJa(joris);
    expect(laatste(af)).toContain("U mag het document halen");
  });

  it("gaat niet door na een nee; de reden staat in een venster", async () => {
    const wereld = nu();
    const { casus } = await maakRouteCasus(wereld.store);
    const [regie, officer] = [await wereld.mens("P07"), await wereld.mens("P18")];
    await vraagt(regie, casus);
    await regie.sluit();
    await officer.klikt("Bekijk de vraag", { in: "prive" });
    await officer.klikt("Nee", { in: "venster" });
    await officer.vult({ "Waarom mag dit niet?": "De kanarierechter vroeg er niet om." });
    expect(laatste(regie)).toContain("U krijgt geen document");
    expect(regie.knoppen("prive")).not.toContain("Haal het document");
    await regie.klikt("Waarom", { in: "prive" });
    expect(regie.ziet()).toContain("De kanarierechter vroeg er niet om.");
    expect((await spoor(wereld, casus)).at(-2)).toContain("P18 export.weigeren gedaan");
    const { rows } = await wereld.store.pool.query("SELECT encode(inhoud, 'escape') AS inhoud FROM casusexport");
    expect(JSON.stringify(rows)).not.toContain("anarie");
  });

  it("geeft niets als het recht intussen ophield, de link te oud is, of een nieuwere er is", async () => {
    const wereld = nu();
    const { casus, casusId } = await maakRouteCasus(wereld.store);
    const [regie, officer] = [await wereld.mens("P07"), await wereld.mens("P18")];
    await vraagt(regie, casus);
    await regie.sluit();
    await zegtJa(officer);
    const eerste = await haaltLink(wereld, regie);
    const tweede = await haaltLink(wereld, regie);
    expect((await wereld.haalt(eerste, "POST")).status).toBe(404);
    wereld.slaaptTot("2026-11-23T09:10:00+01:00");
    expect((await wereld.haalt(tweede, "POST")).status).toBe(404);

    const derde = await haaltLink(wereld, regie);
    const { store } = wereld.store;
    const was = await store.readCasus(casusId);
    await store.commit({ changes: [{ soort: "casus", casus: { ...was, regiehouderId: "P03" as PersoonId } }] });
    expect((await wereld.haalt(derde, "POST")).status).toBe(404);
    await regie.klikt("Haal het document", { in: "prive" });
    expect(await leest(regie)).toContain("Dit mag u niet zien of doen.");

    // In an emergency he may look, and takes nothing along.
    await regie.klikt("Noodtoegang", { in: "home" });
    await regie.vult({ "Code van de casus": casus, "Waarom kan dit niet wachten?": "De kanarie is in gevaar." });
    await regie.sluit();
    expect((await wereld.haalt(derde, "POST")).status).toBe(404);

    const terug = await store.readCasus(casusId);
    await store.commit({ changes: [{ soort: "casus", casus: { ...terug, regiehouderId: "P07" as PersoonId } }] });
    expect((await wereld.haalt(derde, "POST")).status).toBe(200);
    const vierde = regie.knoppen("prive");
    await wereld.klaar();
    expect(vierde).toContain("Haal het document");
    expect(regie.knoppen("prive")).not.toContain("Haal het document");
  });

  it("komt na een dag niet meer, en nooit bij wie buiten de casus gehouden wordt", async () => {
    const wereld = nu();
    const uitgesloten = ["P18" as PersoonId];
    const { casus } = await maakRouteCasus(wereld.store, { uitgesloten }, { uitgesloten });
    const [regie, officer, af] = [await wereld.mens("P07"), await wereld.mens("P18"), await wereld.mens("P01")];
    await vraagt(regie, casus);
    await regie.sluit();
    expect(officer.priveBerichten().join()).not.toContain(casus);
    await zegtJa(af);
    await wereld.wordt("2026-11-24T09:00:00+01:00");
    await regie.klikt("Haal het document", { in: "prive" });
    expect(await leest(regie)).toContain("Vraag het document opnieuw.");
  });

  it("noemt in de grondslag geen persoon", async () => {
    const wereld = nu();
    const { casus } = await maakRouteCasus(wereld.store);
    const regie = await wereld.mens("P07");
    await vraagt(regie, casus, "Omdat 06-12345678 het vroeg");
    expect(Object.keys(regie.fouten())).toEqual(["Waarom mag dit? (grondslag)"]);
  });
});
