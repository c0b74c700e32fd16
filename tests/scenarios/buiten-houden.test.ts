import { describe, expect, it } from "vitest";
import { makeCode } from "../../src/domain/code.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import * as a from "../support/acties.js";
import { brengtIn, gepland, maakRouteCasus } from "../support/agenda.js";
import { laatste, prive, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Mens, type Wereld } from "../support/wereld.js";

const ruben = "Ruben Hoekstra (Gemeente Rivierstede)";
const bas = "Bas Verhoeven (Zorg- en Veiligheidshuis Oeverland)";
const wie = "Wie mag hier niets van weten?";
const onbekend = "Deze code kennen wij niet";
const vervallen = "Deze kaart is vervallen";

/** Through the meldpunt to the aandachtsfunctionaris, who took it on: the analist knows of it. */
const doorgegeven = async (wereld: Wereld): Promise<{ readonly code: string; readonly af: Mens; readonly analist: Mens; readonly melder: Mens }> => {
  const { code, analist, melder } = await s.inVerrijking(wereld);
  await s.kliktOpKaart(wereld, analist, "meldpunt", "Leg verrijking vast");
  await analist.vult({ Adres: "ja", "Is het signaal versterkt?": "Ja" });
  return { code, analist, melder, af: await s.opgepakt(wereld, "aandachtsfunctionaris", "P01") };
};

/** From the card of one's own: `casus`, Meer, and the form. */
const houdtBuiten = async (af: Mens, code: string, namen: string, reden = "Kent de familie Kanarie."): Promise<void> => {
  await af.typt(`casus ${code}`);
  await af.klikt("Meer");
  await af.klikt("Houd iemand erbuiten");
  await af.vult({ [wie]: namen, "Waarom?": reden });
};

const alleKanalen = (wereld: Wereld): readonly string[] => [...wereld.kanaalTeksten("meldpunt"), ...wereld.kanaalTeksten("aandachtsfunctionaris")];

describe.each(beide)("iemand buiten een signaal houden op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("de kaarten in de kanalen vervallen, en voor wie erbuiten blijft bestaat het niet meer", async () => {
    const wereld = nu();
    const { code, af, analist } = await doorgegeven(wereld);
    for (const tekst of alleKanalen(wereld)) expect(tekst).toContain(code);
    await houdtBuiten(af, code, ruben);
    expect(af.ziet()).toContain(`Opgeslagen. ${code} staat in geen enkel kanaal meer.`);
    for (const tekst of alleKanalen(wereld)) {
      expect(tekst).toContain(vervallen);
      expect(tekst).not.toContain(code);
    }
    expect((await spoor(wereld, code)).at(-1)).toBe("P01 signaal.buiten_houden gedaan");

    for (const gevraagd of [`casus ${code}`, `casus ${makeCode("SG", Math.random)}`]) {
      await analist.sluit().catch(() => undefined);
      await analist.typt(gevraagd);
      expect(analist.ziet()).toContain(onbekend);
    }
    expect((await spoor(wereld, code)).at(-1)).toBe("P05 casus.tonen geweigerd");
    await analist.opent("home");
    expect(analist.zietHome()).not.toContain(code);
    expect(prive(analist)).not.toContain("Alleen nog hier");

    await af.opent("home");
    expect(af.zietHome()).toContain(code);
    await af.typt(`casus ${code}`);
    await af.klikt("Bekijk");
    expect(af.ziet()).toContain("Buiten gehouden: Ruben Hoekstra. Praat hier niet over met deze persoon.");
    expect(af.ziet()).toContain("Wie erbuiten blijft, is veranderd");
    expect(af.ziet()).toContain("Kent de familie Kanarie.");

    // What would go to the channel goes to who handles it, on the day that was promised to the melder.
    await wereld.wordt("2026-12-07T09:30:00+01:00");
    expect(laatste(af)).toContain("De melder wacht op bericht");
    for (const tekst of alleKanalen(wereld)) expect(tekst).not.toContain(code);
    expect(prive(analist)).not.toContain("De melder wacht op bericht");
  });

  it("het wordt opgeheven: de kaart staat weer in het kanaal", async () => {
    const wereld = nu();
    const { code, af, analist } = await doorgegeven(wereld);
    await houdtBuiten(af, code, ruben);
    await houdtBuiten(af, code, ruben);
    expect(af.fouten()).toEqual({ [wie]: expect.stringContaining("Er verandert niets.") });
    await af.vult({ [wie]: "", "Waarom?": "Het was iemand anders met die naam." });
    expect(af.ziet()).toContain(`Niemand wordt nog buiten ${code} gehouden`);
    for (const tekst of alleKanalen(wereld)) {
      expect(tekst).toContain(code);
      expect(tekst).not.toContain(vervallen);
    }
    await analist.typt(`casus ${code}`);
    expect(analist.ziet()).toContain(code);
  });

  it("een oude knop vindt niets meer, en wie het behandelt kan er niet buiten als er niemand overblijft", async () => {
    const wereld = nu();
    const { code, af, analist } = await doorgegeven(wereld);
    await analist.typt(`casus ${code}`);
    await houdtBuiten(af, code, ruben);
    await analist.klikt("Bekijk");
    expect(analist.ziet()).toContain(onbekend);
    expect((await spoor(wereld, code)).at(-1)).toBe("P05 signaal.bekijken geweigerd");
    await houdtBuiten(af, code, "Marit Oosterveld (Gemeente Rivierstede)");
    expect(af.fouten()).toEqual({ [wie]: expect.stringContaining("Dan kan niemand dit signaal nog behandelen.") });
    expect((await wereld.signaal(code)).uitgesloten).toEqual(["P05"]);
  });

  it("het gaat naar andere handen zonder kaart: wie het op kan pakken leest het privé", async () => {
    const wereld = nu();
    const { code, af, analist } = await doorgegeven(wereld);
    const vervanger = await wereld.mens("P02");
    await houdtBuiten(af, code, "Niels Terpstra (Gemeente Rivierstede)");
    await af.typt(`casus ${code}`);
    await af.klikt("Meer");
    await af.klikt("Vraag de analist");
    await af.vult({ "Wat wilt u weten?": "Is de kanarieschuur verhuurd?" });
    expect(laatste(analist)).toContain("Een signaal wacht op u");
    await analist.klikt("Ik pak dit op", { in: "prive" });
    await analist.typt(`casus ${code}`);
    await analist.klikt("Leg verrijking vast");
    await analist.vult({ Adres: "ja", "Is het signaal versterkt?": "Ja" });
    for (const mens of [af, vervanger]) expect(laatste(mens)).toContain("Een signaal wacht op u");
    for (const tekst of alleKanalen(wereld)) expect(tekst).not.toContain(code);
  });

  it("een gevraagde partner: zijn vraag gaat weg, hij kan niet meer gevraagd worden", async () => {
    const wereld = nu();
    const { code, af, partner } = await s.inAfstemming(wereld);
    expect(prive(partner)).toContain(code);
    await houdtBuiten(af, code, s.partners.politie);
    expect(prive(partner)).toContain(vervallen);
    expect(prive(partner)).not.toContain(code);
    await partner.opent("home");
    expect(partner.zietHome()).not.toContain(code);
    await af.typt(`casus ${code}`);
    await af.klikt("Meer");
    await af.klikt("Vraag nog een partner");
    expect(af.keuzes("Aan wie stelt u de vraag?")).not.toContain(s.partners.politie);
    expect(af.keuzes("Aan wie stelt u de vraag?")).toContain(s.partners.om);
    await wereld.wordt("2026-11-30T12:00:00+01:00");
    expect(prive(partner)).not.toContain(code);
  });
});

describe.each(beide)("iemand buiten een casus houden op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("de actiehouder leest niets meer van de casus, en de secretaris legt vast wat er met zijn actie gebeurt", async () => {
    const wereld = nu();
    const { casus, signaal, casusId } = await maakRouteCasus(wereld.store);
    const actie = await a.maakActiepunt(wereld.store, { casusId, actiehouderId: "P08" as never });
    const open = await a.maakActiepunt(wereld.store, { actiehouderId: "P08" as never });
    const [af, politie, secretaris] = [await wereld.mens("P01"), await wereld.mens("P08"), await wereld.mens("P07")];
    await politie.typt("acties");
    expect(politie.ziet()).toContain(actie.code);
    await houdtBuiten(af, signaal, s.partners.politie);
    expect((await wereld.store.store.readCasus(casusId)).uitgesloten).toEqual(["P08"]);
    await politie.typt("acties");
    expect(politie.ziet()).toContain(open.code);
    expect(politie.ziet()).not.toContain(actie.code);
    expect(politie.ziet()).toContain("1 open");
    for (const code of [`acties ${casus}`, `acties ${actie.code}`, `casus ${casus}`]) {
      await politie.sluit().catch(() => undefined);
      await politie.typt(code);
      expect(politie.ziet(), code).toContain(onbekend);
    }
    await secretaris.typt("acties");
    expect(secretaris.ziet()).toContain(actie.code);
    await a.ochtendenTot(wereld, "2026-12-01T09:30:00+01:00");
    for (const bundel of a.berichten(politie, "Acties voor vandaag")) expect(bundel).not.toContain(actie.code);
  });

  it("de regiehouder: de regie gaat terug, zijn kaart vervalt, en hij kan de regie niet opnieuw krijgen", async () => {
    const wereld = nu();
    const { code, af } = await s.opRoute(wereld, s.zorgStraf);
    const regie = await wereld.mens("P06");
    const casus = s.codeIn(prive(regie), "C");
    await houdtBuiten(af, code, "Ilse Dekkers (Zorg- en Veiligheidshuis Oeverland)");
    await s.heeftStatus(wereld, code, "vermoeden");
    expect(prive(regie)).toContain(vervallen);
    expect(a.berichten(regie, "Neemt u de regie?")).toEqual([]);
    await regie.opent("home");
    expect(regie.zietHome()).not.toContain(casus);
    await af.typt(`casus ${code}`);
    await af.klikt("Meer");
    await af.klikt("Kies de route");
    const namen = af.keuzes("Wie krijgt de regie?").join(" ");
    expect(namen).toContain("Bas Verhoeven");
    expect(namen).not.toContain("Ilse Dekkers");
  });

  it("een punt dat al op de agenda staat wordt voor iedereen een besloten punt, en inbrengen weet het al", async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    const { casus, signaal } = await maakRouteCasus(wereld.store);
    const [af, politie] = [await wereld.mens("P01"), await wereld.mens("P08")];
    await wereld.mens("P06");
    await brengtIn(af, signaal);
    await wereld.wordt("2026-12-02T10:00:00+01:00");
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).toContain(`4 Casus ${casus}`);
    await houdtBuiten(af, signaal, s.partners.politie);
    for (const tekst of wereld.tafelTeksten("mdo")) {
      expect(tekst).toContain("4 Besloten punt");
      expect(tekst).not.toContain(casus);
    }
    await politie.opent("home");
    expect(politie.zietHome()).not.toContain("voor u");
    const [punt] = await wereld.store.store.agendapuntenVan(mdo.id);
    expect(punt?.inhoud.uitgesloten).toEqual(["P08"]);
    expect(punt?.inhoud.genodigden.map(({ persoonId }) => persoonId)).not.toContain("P08");
  });

  it("bij inbrengen staat wie erbuiten blijft al klaar, en wie daar bij komt blijft overal buiten", async () => {
    const wereld = nu();
    await gepland(wereld);
    const { signaal, casusId } = await maakRouteCasus(wereld.store);
    const af = await wereld.mens("P01");
    await houdtBuiten(af, signaal, s.partners.politie);
    await af.typt(`casus ${signaal}`);
    await af.klikt("Meer");
    await af.klikt("Breng in bij een tafel");
    expect(af.waarden()[wie]).toBe(s.partners.politie);
    expect(af.keuzes("Wie nodigt u uit?")).not.toContain(s.partners.politie);
    const velden = { "Wat vraagt u aan de tafel?": "Is de kanarieopvang veilig?", "Wat moet de tafel doen?": "Besluiten", "Mag iedereen dit weten?": "ja" };
    await af.vult({ ...velden, "Wie nodigt u uit?": "Marit Oosterveld (Gemeente Rivierstede)", [wie]: "" });
    expect(af.fouten()).toEqual({ [wie]: expect.stringContaining("haalt u hier niet weg") });
    await af.vult({ [wie]: `${s.partners.politie}, ${bas}` });
    expect(af.fouten()).toEqual({ [wie]: expect.stringContaining("heeft de regie") });
    await af.vult({ [wie]: `${s.partners.politie}, Kemal Aydin (Nederlandse Arbeidsinspectie)` });
    expect(af.ziet()).toContain("Uw punt gaat naar");
    expect((await wereld.store.store.readCasus(casusId)).uitgesloten).toEqual(["P08", "P10"]);
    expect((await wereld.signaal(signaal)).uitgesloten).toEqual(["P08", "P10"]);
    expect(await wereld.store.store.komendeOverleggen("mdo" as TafelId, wereld.nu, 1)).toHaveLength(1);
  });
});
