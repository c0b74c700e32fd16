import { beforeEach, describe, expect, it } from "vitest";
import * as a from "../support/acties.js";
import { laatste, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Wereld } from "../support/wereld.js";

const wat = "Wat moet er gebeuren?";
const doet = "Wie doet het?";
const dag = "Voor welke dag is het klaar?";
const tafel = "Van welke tafel is deze actie?";
const casusVeld = "Code van de casus (mag leeg)";
const goed = { [wat]: "Convenant nalopen", [tafel]: "MDO mensenhandel", [doet]: a.samira, [dag]: "2026-12-04" };

describe.each(beide)("acties op $name", (chat) => {
  const nu = s.wereldVoor(chat);
  let wereld: Wereld;
  beforeEach(async () => {
    wereld = nu();
    await a.richtIn(wereld.store, "mdo", {});
  });

  it("een actie wordt genoteerd, gedaan en door de tafel aanvaard", async () => {
    const [voorzitter, samira] = [await wereld.mens("P06"), await wereld.mens("P03")];
    await a.noteert(voorzitter, goed);
    const code = a.actieIn(voorzitter.ziet());
    expect(voorzitter.ziet()).toContain("Uiterlijk vrijdag 4 december klaar.");
    expect(laatste(samira)).toContain("Nieuwe actie");
    expect(laatste(samira)).toContain(`${code} · uiterlijk vr 4 december`);
    expect(await a.momenten(wereld, (await a.leesActie(wereld.store, code)).id)).toEqual(["actie_herinneren 2026-12-01T05:00"]);

    await samira.typt("acties");
    expect(samira.ziet()).toContain("1 open · 0 te laat");
    expect(samira.ziet()).toContain(`${code} · Convenant nalopen`);
    expect(samira.ziet()).toContain("MDO mensenhandel · open · uiterlijk vr 4 december");
    await samira.klikt("Meer");
    await samira.klikt("Ik begin eraan", { in: "venster" });
    expect(samira.ziet()).toContain("staat op ‘bezig’");
    await samira.typt("acties");
    await samira.klikt("Klaar");
    await samira.vult({ "Wat is het resultaat?": "Nagelopen, het mag." });
    expect(samira.ziet()).toContain("klaar gemeld");
    expect(await a.momenten(wereld, (await a.leesActie(wereld.store, code)).id)).toEqual([]);

    expect(laatste(voorzitter)).toContain("Actie klaar gemeld");
    await voorzitter.klikt("Stuur terug", { in: "prive" });
    await voorzitter.vult({ "Wat moet er nog gebeuren?": "Ook de jongerenwerker noemen." });
    expect(laatste(samira)).toContain("Actie nog niet klaar");
    expect(await a.leesActie(wereld.store, code)).toMatchObject({ status: "in_uitvoering" });
    await samira.klikt("Lees", { in: "prive" });
    expect(samira.ziet()).toContain("Ook de jongerenwerker noemen.");
    await samira.typt("acties");
    await samira.klikt("Klaar");
    await samira.vult({ "Wat is het resultaat?": "Alles nagelopen." });
    await voorzitter.klikt("Akkoord", { in: "prive" });
    expect(await a.leesActie(wereld.store, code)).toMatchObject({ status: "afgerond" });
    expect(a.berichten(voorzitter, "Actie klaar gemeld").every((tekst) => tekst.includes("U hoeft niets meer te doen."))).toBe(true);
    expect(laatste(samira)).toContain("Actie afgerond");
    expect(await spoor(wereld, code)).toEqual([
      "P06 actie.noteren gedaan",
      "P03 actie.beginnen gedaan",
      "P03 actie.gereedmelden gedaan",
      "P06 actie.terugsturen gedaan",
      "P03 actie.lezen gezien",
      "P03 actie.gereedmelden gedaan",
      "P06 actie.afronden gedaan",
    ]);
  });

  it("wat niet klopt, staat bij het veld, en er is niets half gedaan", async () => {
    const voorzitter = await wereld.mens("P06");
    const casus = await a.maakCasus(wereld.store, { tafelId: "ctz" as never, regiehouderId: "P03" as never });
    const fout = async (velden: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> => {
      await a.noteert(voorzitter, velden);
      return voorzitter.fouten();
    };
    const { [doet]: _, ...zonder } = goed;
    expect(await fout(zonder)).toEqual({ [doet]: expect.stringContaining("Kies wie het doet.") });
    expect(await fout({ ...goed, [dag]: "2026-11-23" })).toEqual({ [dag]: expect.stringContaining("Kies een dag na vandaag.") });
    expect(await fout({ ...goed, [casusVeld]: "C-34679-A" })).toEqual({ [casusVeld]: expect.stringContaining("Deze code kennen wij niet") });
    expect(await fout({ ...goed, [casusVeld]: casus.code })).toEqual({ [casusVeld]: expect.stringContaining("Deze code kennen wij niet") });
    expect(await fout({ ...goed, [wat]: "Bel 06-12345678" })).toEqual({ [wat]: expect.stringContaining("Hier staat een telefoonnummer.") });
    expect(await fout({ ...goed, [wat]: `Bellen over ${casus.code}` })).toEqual({ [wat]: expect.stringContaining("Hier staat de code van een casus.") });
    expect(await wereld.store.store.telActiepunten({ statussen: ["open"] })).toBe(0);
    expect(await spoor(wereld, casus.code)).toEqual(["P06 actie.noteren geweigerd"]);
  });

  it("wat bij een casus hoort, leest alleen wie eraan werkt, na een controle die wordt vastgelegd", async () => {
    const [af, samira, politie, collega] = [await wereld.mens("P01"), await wereld.mens("P03"), await wereld.mens("P08"), await wereld.mens("P04")];
    const casus = await a.maakCasus(wereld.store);
    await af.typt(`acties ${casus.code}`);
    expect(af.ziet()).toContain("Bij deze casus staan geen acties.");
    await af.klikt("Noteer actie");
    expect(af.waarden()[casusVeld]).toBe(casus.code);
    // A casus may name a person: nobody reads this but behind Lees.
    await af.vult({ ...goed, [wat]: "Mevrouw Kanarie bellen op 06-12345678" });
    const code = a.actieIn(af.ziet());
    await samira.typt("acties");
    expect(samira.ziet()).toContain(`${code} · casus ${casus.code}`);
    await samira.klikt("Lees");
    expect(samira.ziet()).toContain("Mevrouw Kanarie bellen op 06-12345678");
    expect(samira.ziet()).toContain("U bekijkt dit nu. Dit wordt vastgelegd.");
    expect((await spoor(wereld, code)).at(-1)).toMatch(/^P03 actie\.lezen gezien convenant:zvh$/);

    await collega.typt("acties organisatie");
    expect(collega.ziet()).toContain(`${code} · casus ${casus.code}`);
    // Tess is the deputy of Samira, so she acts for her; Dennis sits at the tafel and has nothing to do with this casus.
    expect(collega.knoppen("venster").concat(collega.knoppen("prive"))).toContain("Lees");
    await politie.typt(`acties ${code}`);
    expect(politie.ziet()).toContain("Dit mag u niet zien of doen.");
    await politie.typt(`acties ${casus.code}`);
    expect(politie.ziet()).toContain("Deze code kennen wij niet");
    expect(await spoor(wereld, code)).toContain("P08 actie.meer geweigerd");
    expect(await spoor(wereld, casus.code)).toEqual(["P08 acties.casus geweigerd"]);
  });

  it("bij ondermijning leest een zorgorganisatie niet mee", async () => {
    const af = await wereld.mens("P01");
    const casus = await a.maakCasus(wereld.store, { route: "ondermijning" });
    await a.noteert(af, { ...goed, [casusVeld]: casus.code });
    expect(af.fouten()).toEqual({ [doet]: expect.stringContaining("Deze organisatie mag over deze casus niets lezen.") });
  });

  it("overdragen: de ander zegt nee, en daarna ja", async () => {
    const [samira, politie] = [await wereld.mens("P03"), await wereld.mens("P08")];
    const { code } = await a.maakActiepunt(wereld.store);
    const vraag = async (): Promise<void> => {
      await samira.typt(`acties ${code}`);
      await samira.klikt("Meer");
      await samira.klikt("Draag over", { in: "venster" });
      await samira.vult({ "Wie neemt het over?": s.partners.politie, "Waarom?": "U kent dit beter." });
    };
    await vraag();
    expect(laatste(politie)).toContain("Neemt u deze actie over?");
    await politie.klikt("Lees", { in: "prive" });
    expect(politie.ziet()).toContain("Convenant nalopen");
    await politie.sluit();
    await politie.klikt("Ik weiger", { in: "prive" });
    await politie.vult({ "Waarom niet?": "Geen tijd." });
    expect(laatste(samira)).toContain("Actie niet overgenomen");
    expect(await a.leesActie(wereld.store, code)).toMatchObject({ actiehouderId: "P03" });
    await vraag();
    expect(a.berichten(politie, "Neemt u deze actie over?")).toHaveLength(2);
    await politie.klikt("Ik neem dit over", { in: "prive" });
    expect(await a.leesActie(wereld.store, code)).toMatchObject({ actiehouderId: "P08" });
    expect(laatste(samira)).toContain("Actie overgenomen");
    await samira.typt(`acties ${code}`);
    expect(samira.ziet()).not.toContain("Klaar");
  });

  it("meer tijd: de voorzitter beslist, en zijn plaatsvervanger ook", async () => {
    const [samira, voorzitter, vervanger] = [await wereld.mens("P03"), await wereld.mens("P06"), await wereld.mens("P07")];
    const { code, id } = await a.maakActiepunt(wereld.store);
    await samira.typt("acties");
    await samira.klikt("Meer");
    await samira.klikt("Meer tijd", { in: "venster" });
    await samira.vult({ "Welke dag lukt wel?": "2026-12-15", "Waarom is er meer tijd nodig?": "Er is nog geen antwoord." });
    expect(laatste(voorzitter)).toContain("De actiehouder vraagt tijd tot dinsdag 15 december.");
    await vervanger.typt("acties");
    expect(vervanger.ziet()).toContain("Wacht op uw antwoord");
    await vervanger.klikt("Geef meer tijd");
    expect(vervanger.ziet()).not.toContain("Wacht op uw antwoord");
    expect(await a.leesActie(wereld.store, code)).toMatchObject({ termijn: "2026-12-15" });
    expect(laatste(voorzitter)).toContain("U hoeft niets meer te doen.");
    expect(laatste(samira)).toContain("De voorzitter gaf meer tijd");
    expect(await a.momenten(wereld, id)).toEqual(["actie_herinneren 2026-12-14T05:00"]);
  });

  it("wie geen account heeft: de secretaris legt het namens hem vast", async () => {
    const [secretaris, af] = [await wereld.mens("P12"), await wereld.mens("P01")];
    await a.noteert(await wereld.mens("P06"), { ...goed, [doet]: s.partners.veiligThuis });
    const code = a.actieIn((await wereld.mens("P06")).ziet());
    expect(laatste(secretaris)).toContain("Voor: medewerker Veilig Thuis. U legt dit voor diegene vast.");
    await secretaris.typt("acties");
    expect(secretaris.ziet()).toContain("Van mensen zonder account");
    await secretaris.klikt("Klaar");
    await secretaris.vult({ "Wat is het resultaat?": "Gebeld: het is gedaan." });
    expect((await a.leesActie(wereld.store, code)).inhoud.stappen.at(-1)).toMatchObject({ stap: "gereedmelden", doorId: "P12", namens: true });
    expect(await spoor(wereld, code)).toContain("P12 actie.gereedmelden_namens gedaan");
    await af.typt(`acties ${code}`);
    expect(af.knoppen("venster").concat(af.knoppen("prive"))).not.toContain("Akkoord");
  });

  it("heeft de voorzitter geen account, dan legt de secretaris zijn besluit vast", async () => {
    await a.richtIn(wereld.store, "mdo", { voorzitterId: "P13" as never });
    const [samira, secretaris] = [await wereld.mens("P03"), await wereld.mens("P12")];
    const { code } = await a.maakActiepunt(wereld.store);
    await samira.typt("acties");
    await samira.klikt("Meer");
    await samira.klikt("Meer tijd", { in: "venster" });
    await samira.vult({ "Welke dag lukt wel?": "2026-12-15", "Waarom is er meer tijd nodig?": "Er is nog geen antwoord." });
    await secretaris.klikt("Geef meer tijd", { in: "prive" });
    const { termijn, inhoud } = await a.leesActie(wereld.store, code);
    expect([termijn, inhoud.stappen.at(-1)]).toEqual(["2026-12-15", expect.objectContaining({ stap: "geef_tijd", doorId: "P12", namens: true })]);
  });

  it("een tweede keer bezorgd of twee tegelijk: het gebeurt één keer", async () => {
    const [samira, voorzitter, secretaris] = [await wereld.mens("P03"), await wereld.mens("P06"), await wereld.mens("P12")];
    const { code } = await a.maakActiepunt(wereld.store);
    await samira.typt("acties");
    await samira.klikt("Klaar");
    await samira.vult({ "Wat is het resultaat?": "Gedaan." });
    await samira.opnieuw();
    expect(await a.leesActie(wereld.store, code)).toMatchObject({ status: "gereedgemeld" });
    expect((await a.leesActie(wereld.store, code)).inhoud.stappen).toHaveLength(1);
    await Promise.all([voorzitter.klikt("Akkoord", { in: "prive" }), secretaris.klikt("Akkoord", { in: "prive" })]);
    const { status, inhoud } = await a.leesActie(wereld.store, code);
    expect([status, inhoud.stappen.map(({ stap }) => stap)]).toEqual(["afgerond", ["gereedmelden", "afronden"]]);
  });
});
