import { describe, expect, it } from "vitest";
import type { SignaalCode } from "../../src/domain/code.js";
import type { OrganisatieId, PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { SignaalId } from "../../src/domain/signaal/signaal.js";
import { berichten, bewaar, leesActie, maakActiepunt, momenten } from "../support/acties.js";
import { maakActieveCasus, maakCasusPunt, maakOverleg } from "../support/agenda.js";
import { laatste, prive, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Mens, type Wereld } from "../support/wereld.js";

const vraagt = async (mens: Mens, signaal: string, route: string, regie: string, velden: Readonly<Record<string, string>> = {}): Promise<void> => {
  await mens.typt(`casus ${signaal}`);
  await mens.klikt("Meer");
  await mens.klikt("Naar een andere route");
  await mens.vult({
    "Welke route?": route,
    "Wie krijgt de regie?": s.keuze(mens, "Wie krijgt de regie?", regie),
    "Leg uit waarom": "De kanarie hoort daar.",
    ...velden,
  });
};
const aanTafel = (mens: Mens, begin: string): string => s.keuze(mens, "Aan welke tafel?", begin);
const naarOndermijning = async (mens: Mens, signaal: string): Promise<void> => {
  await vraagt(mens, signaal, "Aanpak van ondermijning", "Femke Rademaker");
  await mens.vult({ "Bij ondermijning: is er mogelijk een slachtoffer?": "Ja", "Aan welke tafel?": aanTafel(mens, "Casustafel veiligheid") });
};
const casusVan = async (wereld: Wereld, signaal: string) => {
  const { casusId } = await wereld.signaal(signaal);
  if (casusId === undefined) throw new Error("no casus");
  return wereld.store.store.readCasus(casusId);
};
const opent = async (mens: Mens, casus: string): Promise<string> => {
  await mens.typt(`casus ${casus}`);
  await mens.klikt("Bekijk casus");
  return mens.ziet();
};

describe.each(beide)("een casus naar een andere route op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("alles blijft tot de nieuwe regiehouder ja zegt; dan gaan signalen, acties en regie samen mee en blijft de melder stil", async () => {
    const wereld = nu();
    const mdo = await maakOverleg(wereld.store, "mdo", "2026-12-03T10:00:00+01:00");
    const { casus, casusId, signaal } = await maakActieveCasus(wereld.store);
    const [af, rg, riec, melder] = [await wereld.mens("P01"), await wereld.mens("P07"), await wereld.mens("P11"), await wereld.mens("P15")];
    await wereld.mens("P03");
    const zorgactie = await maakActiepunt(wereld.store, { casusId });
    await bewaar(wereld.store, { soort: "agendapunt_nieuw", agendapunt: maakCasusPunt(casusId, mdo) });

    await vraagt(af, signaal, "Zorg en strafrecht", "Bas Verhoeven", {});
    expect(af.fouten()).toEqual({ "Welke route?": expect.stringContaining("heeft deze route, regie en tafel al") });
    await af.vult({ "Welke route?": "Aanpak van ondermijning" });
    expect(Object.keys(af.fouten())).toEqual(["Wie krijgt de regie?"]);
    await af.vult({
      "Wie krijgt de regie?": s.keuze(af, "Wie krijgt de regie?", "Femke Rademaker"),
      "Aan welke tafel?": aanTafel(af, "Casustafel veiligheid"),
      "Bij ondermijning: is er mogelijk een slachtoffer?": "Ja",
    });
    expect(af.fouten()).toEqual({ "Welke route?": expect.stringContaining(zorgactie.code) });
    const overgedragen = await leesActie(wereld.store, zorgactie.code);
    await bewaar(wereld.store, { soort: "actiepunt", actiepunt: { ...overgedragen, actiehouderId: "P08" as PersoonId } });
    await af.vult({});
    expect(af.ziet()).toContain(`De vraag voor casus ${casus} is gesteld.`);

    expect(await casusVan(wereld, signaal)).toMatchObject({
      route: "zorg_straf",
      regiehouderId: "P07",
      voorstel: { route: "ondermijning", regiehouderId: "P11" },
    });
    await s.heeftStatus(wereld, signaal, "casus_actief");
    expect(laatste(rg)).toContain("Andere regiehouder gevraagd");
    expect(laatste(riec)).toContain("Wilt u de regie nemen?");
    expect(laatste(riec)).toContain("tafel: Casustafel veiligheid");
    await riec.klikt("Bekijk casus", { in: "prive" });
    for (const tekst of ["De kanarie hoort daar.", "Een kanarieschuur.", "Kanarielaan 12"]) expect(riec.ziet()).toContain(tekst);
    expect(riec.knoppen("venster")).toEqual(expect.arrayContaining(["Ik neem de regie", "Ik weiger"]));
    expect(riec.knoppen("venster")).not.toContain("Meer");
    expect(await spoor(wereld, casus)).toContain("P11 casus.bekijken gezien");

    await riec.klikt("Ik neem de regie", { in: "venster" });
    await s.heeftStatus(wereld, signaal, "route_ondermijning");
    const na = await casusVan(wereld, signaal);
    expect(na).toMatchObject({ route: "ondermijning", regiehouderId: "P11", regieOrganisatieId: "riec", regieStatus: "aanvaard", tafelId: "ctv" });
    for (const veld of ["voorstel", "terugOp", "fase"] as const) expect(na[veld]).toBeUndefined();
    const actie = await leesActie(wereld.store, zorgactie.code);
    expect(actie).toMatchObject({ id: zorgactie.id, tafelId: "ctv", status: "open" });
    expect(actie.inhoud.stappen.at(-1)).toMatchObject({ stap: "naar_tafel", doorId: "P11" });
    expect(await wereld.store.store.openAgendapunten({ casusId })).toEqual([]);
    expect(await momenten(wereld, casusId)).toEqual([]);
    expect(laatste(rg)).toContain("Een ander heeft de regie");
    expect(laatste(af)).toContain("Regie aanvaard");
    expect(melder.priveBerichten().filter((tekst) => tekst.includes(signaal) && !tekst.includes("Mijn signalen ·"))).toEqual([]);
    expect(laatste(await wereld.mens("P03"))).toContain("Er is een verzoek voor u");
    await rg.typt(`casus ${casus}`);
    expect(rg.ziet()).toContain("Deze code kennen wij niet");
    await riec.opent("home");
    expect(riec.zietHome()).toContain(casus);
  });

  it("weigeren of intrekken verandert niets, en wie niet antwoordt wordt herinnerd", async () => {
    const wereld = nu();
    const { casus, casusId, signaal } = await maakActieveCasus(wereld.store);
    const [af, rg, riec] = [await wereld.mens("P01"), await wereld.mens("P07"), await wereld.mens("P11")];
    await naarOndermijning(rg, signaal);
    expect(laatste(af)).toContain("Andere regiehouder gevraagd");
    await vraagt(af, signaal, "Alleen zorg", "Samira").catch(() => undefined);
    expect(af.ziet()).toContain("Er is al een andere route gevraagd.");
    await wereld.wordt("2026-11-25T09:30:00+01:00");
    expect(berichten(riec, "Neemt u de regie?")).toHaveLength(1);
    await riec.klikt("Ik weiger", { in: "prive" });
    await riec.vult({ "Waarom weigert u de regie?": "De kanarie is niet van ons." });
    expect(riec.ziet()).toContain("Er verandert niets aan de casus.");
    for (const mens of [af, rg]) expect(laatste(mens)).toContain("Nieuwe regie geweigerd");
    const na = await casusVan(wereld, signaal);
    expect(na).toMatchObject({ route: "zorg_straf", regiehouderId: "P07", regieStatus: "aanvaard", tafelId: "mdo", terugOp: "2027-01-07" });
    expect(na.voorstel).toBeUndefined();
    expect(await momenten(wereld, casusId)).toEqual([]);
    await riec.sluit();
    await riec.typt(`casus ${casus}`);
    expect(riec.ziet()).toContain("Deze code kennen wij niet");

    await naarOndermijning(rg, signaal);
    await opent(af, casus);
    expect(af.ziet()).toContain("De kanarie is niet van ons.");
    await af.klikt("Trek de vraag in", { in: "venster" });
    await af.vult({ "Waarom trekt u dit in?": "De kanarie blijft hier." });
    expect(laatste(rg)).toContain("Vraag ingetrokken");
    expect(prive(riec)).toContain("De vraag om regie is vervallen.");
    expect((await casusVan(wereld, signaal)).voorstel).toBeUndefined();
    await s.heeftStatus(wereld, signaal, "casus_actief");
    await wereld.wordt("2026-12-01T09:30:00+01:00");
    expect(berichten(riec, "Neemt u de regie?")).toHaveLength(1);
  });

  it("van ondermijning naar zorg: de zorgcoördinator leest vooraf wat nodig is, daarna begint de intake en komt de vraag over CoMensha", async () => {
    const wereld = nu();
    const riecCasus = {
      route: "ondermijning",
      regiehouderId: "P11" as PersoonId,
      regieOrganisatieId: "riec" as OrganisatieId,
      tafelId: "ctv" as TafelId,
    } as const;
    const { signaal } = await maakActieveCasus(wereld.store, {}, riecCasus);
    const [af, coordinator] = [await wereld.mens("P01"), await wereld.mens("P03")];
    await vraagt(af, signaal, "Alleen zorg", "Samira el Haddad");
    await coordinator.klikt("Bekijk casus", { in: "prive" });
    expect(coordinator.ziet()).toContain("Een kanarieschuur.");
    expect(coordinator.ziet()).toContain("De kanarie hoort daar.");
    expect(coordinator.ziet()).not.toContain("Kanarielaan 12");
    await coordinator.klikt("Ik neem de regie", { in: "venster" });
    expect(await casusVan(wereld, signaal)).toMatchObject({ route: "zorg", fase: "intake", regiehouderId: "P03" });
    expect(berichten(coordinator, "Een korte vraag voor u")).toHaveLength(1);
    await s.heeftStatus(wereld, signaal, "route_zorg");
  });

  it("wie gevraagd is en erbuiten gehouden wordt, vindt niets meer: de vraag vervalt en de casus blijft zoals hij is", async () => {
    const wereld = nu();
    const { casus, signaal } = await maakActieveCasus(wereld.store);
    const [af, rg, riec] = [await wereld.mens("P01"), await wereld.mens("P07"), await wereld.mens("P11")];
    await naarOndermijning(rg, signaal);
    expect(prive(riec)).toContain(casus);
    await af.typt(`casus ${signaal}`);
    await af.klikt("Meer");
    await af.klikt("Houd iemand erbuiten");
    await af.vult({ "Wie mag hier niets van weten?": "Femke Rademaker (RIEC Oeverland)", "Waarom?": "Zij kent de kanarie." });
    const na = await casusVan(wereld, signaal);
    expect(na).toMatchObject({ regiehouderId: "P07", regieStatus: "aanvaard", route: "zorg_straf", uitgesloten: ["P11"] });
    expect(na.voorstel).toBeUndefined();
    expect(prive(riec)).not.toContain(casus);
    await riec.typt(`casus ${casus}`);
    expect(riec.ziet()).toContain("Deze code kennen wij niet");
    await riec.opent("home");
    expect(riec.zietHome()).not.toContain(casus);
  });

  it("wie gevraagd is of de regie heeft en vertrekt, wordt opgevolgd door zijn vervanger", async () => {
    const wereld = nu();
    const riecCasus = {
      route: "ondermijning",
      regiehouderId: "P11" as PersoonId,
      regieOrganisatieId: "riec" as OrganisatieId,
      tafelId: "ctv" as TafelId,
    } as const;
    const gevraagd = await maakActieveCasus(wereld.store, {}, riecCasus);
    const lopend = await maakActieveCasus(wereld.store, {}, { regiehouderId: "P06" as PersoonId });
    const [af, vervanger] = [await wereld.mens("P01"), await wereld.mens("P07")];
    await vraagt(af, gevraagd.signaal, "Zorg en strafrecht", "Ilse Dekkers");
    await wereld.store.importRegio({ ...wereld.regio, personen: wereld.regio.personen.filter(({ id }) => id !== "P06") });
    await wereld.klaar();
    expect(await casusVan(wereld, lopend.signaal)).toMatchObject({ regiehouderId: "P07", regieStatus: "aanvaard", route: "zorg_straf" });
    expect(await casusVan(wereld, gevraagd.signaal)).toMatchObject({ regiehouderId: "P11", voorstel: { regiehouderId: "P07", route: "zorg_straf" } });
    expect(prive(vervanger)).toContain(lopend.casus);
    await vervanger.klikt("Ik neem de regie", { in: "prive" });
    expect(await casusVan(wereld, gevraagd.signaal)).toMatchObject({ regiehouderId: "P07", route: "zorg_straf" });
    await s.heeftStatus(wereld, gevraagd.signaal, "route_zorg_straf");
  });
});

describe.each(beide)("een casus bekijken op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("regiehouder en aandachtsfunctionaris lezen de casus en elk signaal; Home noemt de dag", async () => {
    const wereld = nu();
    const { casus, casusId, signaal } = await maakActieveCasus(wereld.store, {}, { fase: "hulpverlening" });
    const eerste = await wereld.signaal(signaal);
    const tweede: SignaalCode = "SG-7K3QA-A" as SignaalCode;
    const inhoud = { ...eerste.inhoud, omschrijving: "Nog een kanarie." };
    await bewaar(wereld.store, { soort: "signaal_nieuw", signaal: { ...eerste, id: "tweede" as SignaalId, version: 0, code: tweede, casusId, inhoud } });
    const [rg, af] = [await wereld.mens("P07"), await wereld.mens("P01")];
    for (const mens of [rg, af]) {
      const gelezen = await opent(mens, casus);
      for (const tekst of [
        "Zorg en strafrecht",
        "Bas Verhoeven",
        "donderdag 7 januari 2027",
        "Hulpverlening",
        "Een kanarieschuur.",
        "Nog een kanarie.",
        tweede,
      ])
        expect(gelezen).toContain(tekst);
    }
    for (const code of [casus, signaal, tweede]) expect(await spoor(wereld, code)).toContain("P07 casus.bekijken gezien");
    await rg.opent("home");
    expect(rg.zietHome()).toMatch(new RegExp(`${casus}[\\s\\S]*op do 7 januari`));
    const partner = await wereld.mens("P10");
    await partner.typt(`casus ${casus}`);
    expect(partner.ziet()).toContain("Deze code kennen wij niet");
    expect(await spoor(wereld, casus)).toContain("P10 casus.bekijken geweigerd");
  });

  it("de fase: de zorgcoördinator legt hem vast zonder meer te lezen, terug gaat met een reden", async () => {
    const wereld = nu();
    const coordinator = await wereld.mens("P03");
    const { code } = await s.opRoute(wereld, s.zorgStraf);
    const regisseur = await wereld.mens("P06");
    await regisseur.klikt("Ik neem de regie", { in: "prive" });
    const { code: casus, id } = await casusVan(wereld, code);
    expect((await casusVan(wereld, code)).fase).toBe("intake");

    await coordinator.typt(`casus ${code}`);
    await coordinator.klikt("Bekijk casus");
    expect(coordinator.ziet()).toContain("Intake");
    for (const tekst of ["Zes mensen", "kanarieschuur", "Ilse"]) expect(coordinator.ziet()).not.toContain(tekst);
    await coordinator.klikt("Fase", { in: "venster" });
    await coordinator.vult({ "Welke fase?": "Hulpverlening" });
    expect(coordinator.ziet()).toContain(`De fase van casus ${casus} is vastgelegd.`);
    await opent(regisseur, casus);
    expect(regisseur.ziet()).toContain("Hulpverlening");
    await regisseur.klikt("Fase", { in: "venster" });
    await regisseur.vult({ "Welke fase?": "Intake" });
    expect(regisseur.fouten()).toEqual({ "Gaat u terug? Leg uit waarom": expect.stringContaining("Leg uit waarom.") });
    await regisseur.vult({ "Gaat u terug? Leg uit waarom": "De kanarie begint opnieuw." });
    expect((await wereld.store.store.readCasus(id)).fase).toBe("intake");
    expect((await spoor(wereld, casus)).filter((regel) => regel.includes("casus.fase gedaan"))).toEqual(["P03 casus.fase gedaan", "P06 casus.fase gedaan"]);
    const stappen = await wereld.store.store.stappenVan((await wereld.signaal(code)).id);
    expect(stappen.filter(({ name }) => name === "fase").map(({ inhoud }) => inhoud)).toEqual([
      { fase: "hulpverlening" },
      { fase: "intake", reden: "De kanarie begint opnieuw." },
    ]);
    const politie = await wereld.mens("P08");
    await politie.typt(`casus ${code}`);
    await politie.klikt("Bekijk");
    expect(politie.ziet()).not.toContain("Hulpverlening");
    expect(politie.ziet()).not.toContain("begint opnieuw");
  });
});
