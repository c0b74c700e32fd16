import { describe, expect, it } from "vitest";
import type { Overleg } from "../../src/domain/overleg/overleg.js";
import { berichten, richtIn } from "../support/acties.js";
import { brengtPuntIn, gepland } from "../support/agenda.js";
import { houdtOverleg, krijgtBestand, leestLijst, linkIn, metVeelPunten, ontzip } from "../support/besluiten.js";
import { prive, spoor } from "../support/bewijs.js";
import { audit } from "../support/gevaren.js";
import * as s from "../support/stappen.js";
import type { TeamsPerson } from "../support/teams/teams-person.js";
import { chats, type Mens, type Wereld } from "../support/wereld.js";

const lijst = async (wereld: Wereld, { id }: Overleg) => wereld.store.store.verloopVan(id);
/** The overleg of January runs. */
const januari = async (wereld: Wereld, { tafelId }: Overleg): Promise<Overleg> => {
  wereld.slaaptTot("2027-01-07T10:05:00+01:00");
  const [volgend] = await wereld.store.store.komendeOverleggen(tafelId, wereld.nu, 1);
  if (volgend === undefined) throw new Error("no next overleg");
  await wereld.store.store.commit({ changes: [{ soort: "overleg", overleg: { ...volgend, status: "bezig" } }] });
  return volgend;
};
const verbetert = async (mens: Mens, deel: string, tekst: string, meer: Readonly<Record<string, string>> = {}): Promise<void> => {
  await mens.klikt("Verbeter", { in: "prive" });
  await mens.vult({ "Wat wilt u verbeteren?": deel });
  await mens.vult({ "Hoe moet het zijn?": tekst, ...meer });
};

describe.each(chats)("besluitenlijst op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("iedereen krijgt het concept en leest alleen de casussen waarvoor hij is uitgenodigd", async () => {
    const wereld = nu();
    const [politie, veiligThuis, inspecteur, buiten] = [await wereld.mens("P08"), await wereld.mens("P09"), await wereld.mens("P10"), await wereld.mens("P17")];
    const { overleg, casus, ander, besloten } = await houdtOverleg(wereld);
    for (const mens of [politie, veiligThuis, inspecteur]) expect(prive(mens)).toContain("Besluitenlijst");
    expect(prive(buiten)).not.toContain("Besluitenlijst");

    const voorPolitie = await leestLijst(politie);
    for (const tekst of [
      "De kanarieopvang kan beginnen.",
      "Kanarieopvang voor twee weken.",
      "De kanarie ophalen",
      "Samira el Haddad",
      "De kanarielijst gaat rond.",
      "Niemand weet van de kanarie.",
      "Piketlijst rondsturen",
      "De kanarielijst van november klopt.",
      "Ilse Dekkers",
    ])
      expect(voorPolitie).toContain(tekst);
    expect(voorPolitie).toContain(`Casus ${ander}: u bent hiervoor niet uitgenodigd.`);
    expect(voorPolitie).not.toContain("kanariewinkel");

    const voorVeiligThuis = await leestLijst(veiligThuis);
    expect(voorVeiligThuis).toContain("De kanariewinkel is gesloten.");
    expect(voorVeiligThuis).toContain(`Casus ${casus}: u bent hiervoor niet uitgenodigd.`);
    expect(voorVeiligThuis).toContain("Besloten punt: dit is alleen voor wie is uitgenodigd.");
    for (const tekst of [besloten, "Kanarieopvang", "De kanarie ophalen", "Niemand weet"]) expect(voorVeiligThuis).not.toContain(tekst);

    const voorInspecteur = await leestLijst(inspecteur);
    expect(voorInspecteur).toContain("De kanariewinkel is gesloten.");
    for (const tekst of ["kanarielijst", "Piketlijst", "Kanarieopvang", besloten]) expect(voorInspecteur).not.toContain(tekst);
    await inspecteur.sluit();
    await inspecteur.typt("besluiten");
    await inspecteur.klikt("Bestand");
    expect(inspecteur.ziet()).toContain("Het bestand is voor wie aan deze tafel zit.");

    await buiten.typt("besluiten");
    expect(buiten.ziet()).toContain("Er is nog geen besluitenlijst voor u.");
    expect(
      (await audit(wereld, "P08"))
        .filter(({ actie }) => actie === "besluiten.lezen")
        .map(({ object }) => object)
        .sort(),
    ).toEqual([besloten, casus, overleg.id].sort());
  });

  it("een correctie gaat naar de secretaris, die verbetert; wat er stond blijft, en wie hem gaf hoort het", async () => {
    const wereld = nu();
    const [politie, secretaris, af] = [await wereld.mens("P08"), await wereld.mens("P07"), await wereld.mens("P01")];
    const { overleg, casus, signaal, casusId } = await houdtOverleg(wereld);
    await politie.klikt("Correctie doorgeven", { in: "prive" });
    await politie.vult({
      "Over welk punt gaat het?": s.keuze(politie, "Over welk punt gaat het?", `4 · Casus ${casus}`),
      "Wat klopt er niet?": "Bel 06-12345678",
    });
    expect(politie.fouten()["Wat klopt er niet?"]).toContain("telefoonnummer");
    await politie.vult({ "Wat klopt er niet?": "De kanarieopvang is voor vier weken." });
    expect(politie.ziet()).toContain("De secretaris krijgt bericht");
    await politie.opnieuw();
    expect(berichten(secretaris, "Correctie op de besluitenlijst")).toHaveLength(1);
    expect((await spoor(wereld, casus)).filter((regel) => regel.includes("besluiten.correctie gedaan"))).toHaveLength(1);

    const voorSecretaris = await leestLijst(secretaris);
    expect(voorSecretaris).toContain("De kanarieopvang is voor vier weken.");
    expect(voorSecretaris).toContain("nog niet bekeken");
    await secretaris.klikt("Verbeter");
    await secretaris.vult({ "Wat wilt u verbeteren?": s.keuze(secretaris, "Wat wilt u verbeteren?", `4 · Casus ${casus} · besluit 1`) });
    expect(secretaris.waarden()["Hoe moet het zijn?"]).toBe("Kanarieopvang voor twee weken.");
    await secretaris.vult({ "Hoe moet het zijn?": "Post aan 1234 AB Kanariestad" });
    expect(secretaris.fouten()["Hoe moet het zijn?"]).toContain("postcode");
    const [gegeven = ""] = secretaris.keuzes("Welke correctie is hiermee verwerkt?").filter((titel) => titel.includes("Dennis Kramer"));
    await secretaris.vult({ "Hoe moet het zijn?": "Kanarieopvang voor vier weken.", "Welke correctie is hiermee verwerkt?": gegeven });
    expect(secretaris.ziet()).toContain("De lijst is verbeterd.");
    expect(prive(politie)).toContain("Uw correctie is verwerkt");
    for (const mens of [politie, af]) expect(prive(mens)).toContain("concept, verbeterd");

    const nogmaals = await leestLijst(politie);
    expect(nogmaals).toContain("Kanarieopvang voor vier weken.");
    expect(nogmaals).toContain("er stond: Kanarieopvang voor twee weken.");
    expect(nogmaals).toContain("verwerkt");
    const [punt] = await wereld.store.store.agendapuntenOver(casusId);
    expect(punt?.inhoud).toMatchObject({
      verbeteringen: [{ deel: "b1", doorId: "P07", was: "Kanarieopvang voor twee weken." }],
      correcties: [{ doorId: "P08" }],
    });
    expect((await lijst(wereld, overleg))?.inhoud.correcties).toEqual([]);

    await af.typt(`casus ${signaal}`);
    await af.klikt("Bekijk");
    expect(af.ziet()).toContain("Besluiten aan tafel");
    expect(af.ziet()).toContain("Kanarieopvang voor vier weken.");
  });

  it("twee die tegelijk verbeteren: de tweede hoort dat iemand eerder was", async () => {
    const wereld = nu();
    const [voorzitter, secretaris] = [await wereld.mens("P06"), await wereld.mens("P07")];
    const { overleg } = await houdtOverleg(wereld);
    const deel = "3 · Besluiten en acties van de vorige keer · conclusie";
    for (const mens of [voorzitter, secretaris]) {
      await mens.klikt("Verbeter", { in: "prive" });
      await mens.vult({ "Wat wilt u verbeteren?": deel });
    }
    await voorzitter.vult({ "Hoe moet het zijn?": "De kanarielijst is aangevuld." });
    await secretaris.vult({ "Hoe moet het zijn?": "De kanarielijst is weg." });
    expect(secretaris.ziet()).toContain("Iemand was u net voor.");
    expect((await lijst(wereld, overleg))?.inhoud.vast.vorige).toMatchObject({
      conclusie: "De kanarielijst is aangevuld.",
      verbeteringen: [{ doorId: "P06", was: "De kanarielijst van november klopt." }],
    });
  });

  it("bij het volgende overleg wordt hij vastgesteld; daarna verandert hij alleen door wat een later overleg noteert", async () => {
    const wereld = nu();
    const [voorzitter, secretaris, deelnemer] = [await wereld.mens("P06"), await wereld.mens("P07"), await wereld.mens("P08")];
    const { overleg } = await houdtOverleg(wereld);
    await voorzitter.klikt("Stel vast", { in: "prive" });
    await voorzitter.vult({});
    expect(voorzitter.ziet()).toContain("De tafel stelt deze lijst vast bij het volgende overleg.");
    await voorzitter.sluit();
    const volgend = await januari(wereld, overleg);
    await voorzitter.klikt("Stel vast", { in: "prive" });
    await voorzitter.vult({});
    expect(voorzitter.ziet()).toContain("De lijst is vastgesteld.");
    expect((await lijst(wereld, overleg))?.lijst).toBe("vastgesteld");
    expect(prive(deelnemer)).toContain("De tafel heeft deze lijst vastgesteld op do 7 januari.");
    expect(deelnemer.knoppen("prive")).not.toContain("Correctie doorgeven");

    await verbetert(secretaris, "3 · Besluiten en acties van de vorige keer · conclusie", "De kanarielijst klopt toch niet.");
    expect((await lijst(wereld, overleg))?.inhoud.vast.vorige?.verbeteringen).toMatchObject([{ bijOverlegId: volgend.id }]);
    expect(await leestLijst(deelnemer)).toContain("bij een later overleg");
    const bezig = await wereld.store.store.findOverleg(volgend.id);
    await wereld.store.store.commit({ changes: [{ soort: "overleg", overleg: { ...(bezig as Overleg), status: "gehouden" } }] });
    await secretaris.sluit();
    await secretaris.klikt("Verbeter", { in: "prive" });
    expect(secretaris.ziet()).toContain("Deze lijst is vastgesteld.");
    expect((await lijst(wereld, overleg))?.inhoud.vast.vorige?.conclusie).toBe("De kanarielijst klopt toch niet.");
  });

  it("van sluiten tot vaststellen, zoals een overleg loopt", { timeout: 60_000 }, async () => {
    const wereld = nu();
    // At one tafel only: buttons of rows carry no name.
    await richtIn(wereld.store, "ctz", { deelnemers: [] });
    const mdo = await gepland(wereld);
    const [voorzitter, deelnemer] = [await wereld.mens("P06"), await wereld.mens("P09")];
    await brengtPuntIn(deelnemer, { Titel: "Bereikbaarheid rond Kerst" });
    const loopt = async (moment: string): Promise<void> => {
      wereld.slaaptTot(moment);
      await wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
      await voorzitter.klikt("Begin het overleg", { in: "prive" });
      for (const _ of [1, 2, 3]) await voorzitter.klikt("Volgend punt", { in: "prive" });
    };
    await loopt("2026-12-03T09:50:00+01:00");
    await voorzitter.klikt("Besluit", { in: "prive" });
    await voorzitter.vult({ "Wat is besloten?": "Een kanarielijst maken." });
    await voorzitter.klikt("Actie", { in: "prive" });
    const wie = (await wereld.store.store.readPersonen([deelnemer.id])).map(({ naam, organisatieNaam }) => `${naam} (${organisatieNaam})`);
    await voorzitter.vult({ "Wat moet er gebeuren?": "Rooster rondsturen", "Wie doet het?": wie[0] ?? "", "Wanneer is het klaar?": "2026-12-10" });
    await voorzitter.klikt("Conclusie en verder", { in: "prive" });
    await voorzitter.vult({ "Wat is de conclusie?": "De kanarielijst komt er.", "Hoe gaat het verder?": s.keuze(voorzitter, "Hoe gaat het verder?", "Klaar") });
    expect(prive(deelnemer)).not.toContain("Besluitenlijst");
    await voorzitter.klikt("Sluit het overleg", { in: "prive" });
    await voorzitter.vult({});
    expect(prive(deelnemer)).toContain("De lijst is klaar als concept.");
    const gelezen = await leestLijst(deelnemer);
    expect(gelezen).toMatch(
      /4 · Bereikbaarheid rond Kerst[\s\S]*De kanarielijst komt er.[\s\S]*Een kanarielijst maken.[\s\S]*Rooster rondsturen · Lotte Wiersma/,
    );
    await deelnemer.sluit();

    await loopt("2027-01-07T09:50:00+01:00");
    expect((await lijst(wereld, mdo))?.lijst).toBe("vastgesteld");
    expect(berichten(deelnemer, "Besluitenlijst")).toEqual([expect.stringContaining("De tafel heeft deze lijst vastgesteld op do 7 januari.")]);
    expect((await spoor(wereld, mdo.id)).filter((regel) => regel.includes("besluiten.vaststellen"))).toEqual(["P06 besluiten.vaststellen gedaan"]);
  });

  it("een lange lijst past, bladzijde voor bladzijde; niets valt weg", { timeout: 60_000 }, async () => {
    const wereld = nu();
    const politie = await wereld.mens("P08");
    const gehouden = await houdtOverleg(wereld);
    await metVeelPunten(wereld, gehouden, 24);
    let gelezen = await leestLijst(politie);
    for (let blad = 1; blad < 12 && politie.knoppen("venster").includes("Lees verder"); blad += 1) {
      await politie.klikt("Lees verder");
      gelezen += politie.ziet();
    }
    for (let nr = 1; nr <= 24; nr += 1) expect(gelezen).toContain(`einde kanarie ${nr}.`);
    expect(gelezen).toContain("Piketlijst rondsturen");
    expect(gelezen).not.toContain("ingekort");
    await politie.sluit();
    await politie.klikt("Bestand", { in: "prive" });
    await politie.vult({ "Welk soort bestand?": "Tekst (Markdown)" });
    await politie.sluit();
    expect(String(await krijgtBestand(wereld, politie))).toContain("einde kanarie 24.");
  });

  it("als bestand in de chat, zonder iets van een casus en zonder namen", async () => {
    const wereld = nu();
    const politie = await wereld.mens("P08");
    const { casus, ander, besloten } = await houdtOverleg(wereld);
    await politie.klikt("Bestand", { in: "prive" });
    await politie.vult({});
    await politie.sluit();
    const docx = ontzip((await krijgtBestand(wereld, politie)) as Buffer);
    const tekst = (docx["word/document.xml"] ?? "").replace(/<[^>]+>/g, " ");
    for (const deel of [
      "Besluitenlijst MDO mensenhandel",
      `Casus ${casus}`,
      `Casus ${ander}`,
      "Besloten punt",
      "De kanarielijst gaat rond.",
      "Iedereen is bereikbaar met een *kanarie*.",
      "Piketlijst rondsturen",
      "Politie, eenheid Oeverland (rechercheur AVIM)",
    ])
      expect(tekst).toContain(deel);
    const alles = Object.values(docx).join("\n");
    for (const deel of [besloten, "opvang", "kanariewinkel", "De kanarie ophalen", "Niemand weet", ...wereld.regio.personen.map(({ naam }) => naam)])
      expect(alles).not.toContain(deel);
    expect(docx["docProps/core.xml"]).toContain("<dc:creator>Ketentafel</dc:creator>");
    expect(docx["docProps/core.xml"]).toContain("<cp:lastModifiedBy>Ketentafel</cp:lastModifiedBy>");

    await politie.klikt("Bestand", { in: "prive" });
    await politie.vult({ "Welk soort bestand?": "Tekst (Markdown)" });
    await politie.sluit();
    const md = String(await krijgtBestand(wereld, politie));
    expect(md).toContain("# Besluitenlijst MDO mensenhandel");
    expect(md).toContain("- **Besluit:** Iedereen is bereikbaar met een \\*kanarie\\*.");
    expect(md).not.toContain("opvang");
  });

  it("met een link die één keer werkt, en die niemand door kijken verbruikt", async () => {
    const wereld = nu();
    const [politie, voorzitter] = [await wereld.mens("P08"), await wereld.mens("P06")];
    const { overleg } = await houdtOverleg(wereld);
    const vraagt = async (mens: Mens): Promise<string> => {
      await mens.klikt("Bestand", { in: "prive" });
      await mens.vult({ "Hoe wilt u het krijgen?": "Met een link die één keer werkt" });
      expect(mens.ziet()).toContain("Deze link werkt één keer, en niet langer dan 10 minuten.");
      expect(mens.knoppen("venster")).toContain("Open de link");
      return linkIn(wereld, mens);
    };
    const link = await vraagt(politie);
    for (const method of ["GET", "HEAD", "GET"]) expect((await wereld.haalt(link, method)).status).toBe(200);
    const [een, twee] = await Promise.all([wereld.haalt(link, "POST"), wereld.haalt(link, "POST")]);
    expect([een.status, twee.status].sort()).toEqual([200, 404]);
    const gekregen = een.status === 200 ? een : twee;
    expect(gekregen.headers.get("content-disposition")).toBe("attachment; filename=besluitenlijst-2026-12-03.docx");
    expect(ontzip(Buffer.from(await gekregen.arrayBuffer()))["word/document.xml"]).toContain("kanarielijst");
    const regels = (await audit(wereld, "P08"))
      .filter(({ object, actie }) => object === overleg.id && actie.startsWith("besluiten.link"))
      .map(({ actie }) => actie);
    expect(regels).toEqual(["besluiten.link", "besluiten.link_gebruikt"]);

    const oud = await vraagt(voorzitter);
    wereld.slaaptTot(new Date(wereld.nu.getTime() + 10 * 60_000).toISOString());
    const weg = await wereld.haalt(oud, "POST");
    expect(weg.status).toBe(404);
    expect(await weg.text()).toBe(await (await wereld.haalt("https://bot.example/document/zzzzzzzzzzzzzzzzzzzzzz", "POST")).text());
    const { rows } = await wereld.store.pool.query("SELECT * FROM document_link");
    expect(JSON.stringify(rows)).not.toContain(oud.split("/").at(-1));
  });

  it("komt het bestand niet aan, dan staat er wat te doen, en komt er geen tweede", async () => {
    const wereld = nu();
    const politie = await wereld.mens("P08");
    await houdtOverleg(wereld);
    await politie.klikt("Bestand", { in: "prive" });
    if (politie.platform === "slack") wereld.slack.failNext("files.completeUploadExternal", { drop: true });
    else wereld.teams.failures.push({ status: 400, code: "BadArgument" });
    await politie.vult({});
    await politie.sluit();
    await wereld.wordt(new Date(wereld.nu.getTime() + 10 * 60_000));
    expect(prive(politie)).toContain("Het bestand is misschien niet aangekomen.");
    expect(wereld.slack.files).toEqual([]);
    expect(berichten(politie, "Het bestand is misschien niet aangekomen.")).toHaveLength(1);
  });
});

describe.each(chats.filter(({ name }) => name === "Teams"))("een bestand op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("nee is nee; twee keer ja is één keer; en nergens anders heen dan naar de eigen bestanden", async () => {
    const wereld = nu();
    const politie = await wereld.mens("P08");
    const client = politie as unknown as TeamsPerson;
    await houdtOverleg(wereld);
    const vraagt = async (): Promise<void> => {
      await politie.klikt("Bestand", { in: "prive" });
      await politie.vult({});
      await politie.sluit();
    };
    await vraagt();
    await client.beantwoordtBestand(false);
    expect(prive(politie)).toContain("U heeft het bestand niet opgeslagen.");
    expect(wereld.teams.files.size).toBe(0);
    await vraagt();
    await client.beantwoordtBestand(true, "https://elders.example/files/");
    expect(prive(politie)).toContain("Het bestand is niet opgeslagen.");
    await vraagt();
    await client.beantwoordtBestand(true);
    await politie.opnieuw();
    expect(wereld.teams.files.size).toBe(1);
  });
});
