import { describe, expect, it } from "vitest";
import type { SignaalCode } from "../../src/domain/code.js";
import { berichten, richtIn } from "../support/acties.js";
import { brengtIn, brengtPuntIn, gepland, maakRouteCasus } from "../support/agenda.js";
import { prive, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Wereld } from "../support/wereld.js";

const status = async (wereld: Wereld, code: SignaalCode) => (await wereld.store.store.findSignaal(code))?.status;
const later = (wereld: Wereld, moment: string): Promise<void> => {
  wereld.slaaptTot(moment);
  return wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
};

describe.each(beide)("inbreng, agenda en aanwezigheid op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("een casus gaat naar tafel, het concept naar de tafelbeheerder, de agenda naar iedereen", async () => {
    const wereld = nu();
    // At one tafel only: buttons of rows carry no name.
    await richtIn(wereld.store, "ctz", { deelnemers: [] });
    const mdo = await gepland(wereld);
    const { casus, signaal } = await maakRouteCasus(wereld.store);
    const [af, politie, beheerder, deelnemer] = [await wereld.mens("P01"), await wereld.mens("P08"), await wereld.mens("P06"), await wereld.mens("P09")];
    await brengtIn(af, signaal, { "Mag iedereen dit weten?": "nee" });
    expect(af.fouten()).toEqual({ "Mag iedereen dit weten?": expect.stringContaining("iedere genodigde") });
    await af.vult({
      "Mag iedereen dit weten?": "ja",
      "Wie nodigt u uit?": "Dennis Kramer (Politie, eenheid Oeverland), Marit Oosterveld (Gemeente Rivierstede)",
    });
    expect(af.ziet()).toContain("Uw punt gaat naar MDO mensenhandel op donderdag 3 december.");
    expect(await status(wereld, signaal)).toBe("op_tafel");
    await af.opnieuw();
    expect(await wereld.store.store.agendapuntenVan(mdo.id)).toHaveLength(1);
    await af.typt(`casus ${signaal}`);
    await af.klikt("Meer");
    expect(af.knoppen(af.knoppen("venster").length > 0 ? "venster" : "prive")).not.toContain("Breng in bij een tafel");
    await brengtPuntIn(deelnemer, { Titel: "Bellen met 06-12345678" });
    expect(deelnemer.fouten()).toEqual({ Titel: expect.stringContaining("persoon") });
    await deelnemer.vult({ Titel: "Gesprek met Fatima el Amrani" });
    expect(deelnemer.fouten()).toEqual({ "Iedereen leest de titel": expect.stringContaining("misschien een naam") });
    await deelnemer.vult({ Titel: "Bereikbaarheid rond Kerst", "Hoeveel minuten?": "5" });
    expect(deelnemer.ziet()).toContain("Uw punt gaat naar MDO mensenhandel op donderdag 3 december");

    await later(wereld, "2026-12-01T10:00:00+01:00");
    expect(prive(beheerder)).toContain("concept");
    expect(prive(beheerder)).toContain(`4 Casus ${casus} · besluiten · 15 min`);
    expect(prive(beheerder)).toContain("5 Bereikbaarheid rond Kerst · vaststellen · 5 min");
    expect(prive(beheerder)).toContain("45 van 90 minuten");
    await beheerder.klikt("Verstuur nu", { in: "prive" });
    for (const tekst of wereld.tafelTeksten("mdo")) {
      expect(tekst).toContain("MDO mensenhandel · donderdag 3 december, 10.00–11.30");
      expect(tekst).toContain(`4 Casus ${casus} · besluiten · 15 min`);
      expect(tekst).toContain("besloten casus");
      expect(tekst).toContain("0 van 7 komen");
      expect(tekst).not.toContain("voor u");
    }
    expect(prive(politie)).toContain("Punt 4 is voor u.");
    expect(prive(deelnemer)).not.toContain("is voor u");
    await politie.klikt("Lees mijn punten", { in: "prive" });
    expect(politie.ziet()).toContain("Is de kanarieopvang veilig?");
    expect(politie.ziet()).toContain("veiligheidshuisconvenant");
    expect(politie.ziet()).toContain("Een kanarieschuur.");
    expect((await spoor(wereld, casus)).filter((regel) => regel.startsWith("P08 agenda.bekijken gezien"))).toHaveLength(1);
    await politie.opent("home");
    expect(politie.zietHome()).toContain("punt 4 voor u");

    await politie.klikt("Ik kom niet", wereld.plekTafel(politie, "mdo"));
    await politie.opnieuw();
    expect(prive(beheerder)).toContain("Politie, eenheid Oeverland is er niet · rechercheur AVIM · uitgenodigd bij punt 4");
    await af.klikt("Ik kom", wereld.plekTafel(af, "mdo"));
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).toContain("1 van 7 komen");
    await brengtPuntIn(deelnemer, { Titel: "Nog een voorstel", "Bij welk overleg?": "MDO mensenhandel · do 3 december, 10.00 · inbreng gesloten" });
    expect(deelnemer.ziet()).toContain("De inbreng was gesloten. Uw punt gaat naar MDO mensenhandel op donderdag 7 januari 2027.");
    await beheerder.klikt("Laat toe", { in: "prive" });
    for (const tekst of wereld.tafelTeksten("mdo")) {
      expect(tekst).toContain("agenda gewijzigd");
      expect(tekst).toContain("6 Nog een voorstel · vaststellen · 15 min · gewijzigd");
    }
    expect(prive(deelnemer)).toContain("Uw punt is toegelaten");
    await later(wereld, "2026-12-03T09:50:00+01:00");
    expect(prive(af)).toMatch(/Het overleg begint zo[\s\S]*https:\/\/overleg\.example\/mdo/);
    expect(prive(politie)).not.toContain("Het overleg begint zo");

    await later(wereld, "2026-12-04T05:00:00+01:00");
    expect(prive(beheerder)).toContain("Punten doorgeschoven");
    const [januari] = await wereld.store.store.komendeOverleggen(mdo.tafelId, wereld.nu, 1);
    expect((await wereld.store.store.agendapuntenVan(januari?.id ?? mdo.id)).map((punt) => punt.status)).toEqual([
      "doorgeschoven",
      "doorgeschoven",
      "doorgeschoven",
    ]);
    expect(await status(wereld, signaal)).toBe("op_tafel");
  });

  it("is iemand uitgesloten, dan staat er voor iedereen alleen een besloten punt", async () => {
    const wereld = nu();
    await gepland(wereld);
    const { casus, signaal } = await maakRouteCasus(wereld.store);
    const [af, politie, beheerder] = [await wereld.mens("P01"), await wereld.mens("P08"), await wereld.mens("P06")];
    await brengtIn(af, signaal, {
      "Wie nodigt u uit?": "Dennis Kramer (Politie, eenheid Oeverland)",
      "Wie mag hier niets van weten?": "Ilse Dekkers (Zorg- en Veiligheidshuis Oeverland)",
    });
    await later(wereld, "2026-12-02T10:00:00+01:00");
    for (const tekst of [...wereld.tafelTeksten("mdo"), prive(beheerder), prive(politie)]) expect(tekst).not.toContain(casus);
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).toContain("4 Besloten punt · 15 min");
    await politie.klikt("Lees mijn punten", { in: "prive" });
    expect(politie.ziet()).toContain(casus);
    await beheerder.klikt("Agenda", { in: "prive" }).catch(() => undefined);
    const knoppen = [...beheerder.knoppen("prive"), ...beheerder.knoppen("venster")];
    expect(knoppen).not.toContain("Lees mijn punten");
  });

  it("twee die dezelfde casus tegelijk inbrengen: het gebeurt één keer, en de ander leest waar hij staat; terug van tafel met een reden", async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    const { casus, signaal } = await maakRouteCasus(wereld.store);
    const [af, rg] = [await wereld.mens("P01"), await wereld.mens("P07")];
    for (const mens of [af, rg]) {
      await mens.typt(`casus ${signaal}`);
      await mens.klikt("Meer");
      await mens.klikt("Breng in bij een tafel");
    }
    const velden = { "Wat vraagt u aan de tafel?": "Is de kanarieopvang veilig?", "Wat moet de tafel doen?": "Bespreken", "Mag iedereen dit weten?": "ja" };
    await Promise.all([af.vult(velden), rg.vult(velden)]);
    expect(await wereld.store.store.agendapuntenVan(mdo.id)).toHaveLength(1);
    expect((await spoor(wereld, casus)).filter((regel) => regel.includes("inbreng.casus gedaan"))).toHaveLength(1);
    await rg.typt(`casus ${signaal}`);
    await rg.klikt("Meer");
    await rg.klikt("Haal van de tafel");
    await rg.vult({ "Waarom gaat de casus van de tafel?": "De kanariezaak wacht op politie." });
    expect(await status(wereld, signaal)).toBe("route_zorg_straf");
    expect(await wereld.store.store.agendapuntenVan(mdo.id)).toEqual([]);
    expect((await spoor(wereld, signaal)).at(-1)).toBe("P07 van_tafel_naar_zorg_straf gedaan");
    await brengtIn(af, signaal);
    expect(await wereld.store.store.agendapuntenVan(mdo.id)).toHaveLength(1);
  });

  it("wie een casus inbrengt die al op de agenda staat, leest waar hij staat", async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    const { signaal } = await maakRouteCasus(wereld.store);
    const [af, rg] = [await wereld.mens("P01"), await wereld.mens("P07")];
    for (const mens of [af, rg]) {
      await mens.typt(`casus ${signaal}`);
      await mens.klikt("Meer");
      await mens.klikt("Breng in bij een tafel");
    }
    const velden = { "Wat vraagt u aan de tafel?": "Is de kanarieopvang veilig?", "Wat moet de tafel doen?": "Bespreken", "Mag iedereen dit weten?": "ja" };
    await af.vult(velden);
    await rg.vult(velden);
    expect(rg.ziet()).toContain("Dit staat al op de agenda van donderdag 3 december.");
    expect(await wereld.store.store.agendapuntenVan(mdo.id)).toHaveLength(1);
  });

  it("een signaal in afstemming, uitstellen, een vervanger, en wie geen account heeft", async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    const { af, code } = await s.inAfstemming(wereld);
    await brengtIn(af, code, { "Bij welk overleg?": "MDO mensenhandel · do 3 december, 10.00" });
    expect(af.ziet()).toContain("Uw punt gaat naar MDO mensenhandel");
    await s.heeftStatus(wereld, code, "in_afstemming");
    const [beheerder, zorg, vervanger, secretaris] = [await wereld.mens("P06"), await wereld.mens("P03"), await wereld.mens("P04"), await wereld.mens("P07")];
    await later(wereld, "2026-12-02T10:00:00+01:00");
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).toContain(`4 Signaal ${code} · besluiten`);
    await zorg.klikt("Meer", wereld.plekTafel(zorg, "mdo"));
    await zorg.klikt("Mijn vervanger komt");
    await zorg.vult({ "Wie komt er voor u?": "Tess Boonstra (Stichting Havenlicht Oeverland)" });
    expect(prive(vervanger)).toContain("U bent vervanger");
    await secretaris.klikt("Meer", wereld.plekTafel(secretaris, "mdo"));
    await secretaris.klikt("Aanwezigheid noteren");
    await secretaris.vult({ "Wie?": "Lotte Wiersma (Veilig Thuis Oeverland)", "Komt deze persoon?": "Komt" });
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).toContain("2 van 7 komen");
    for (const mens of [af, vervanger, secretaris, beheerder]) await mens.klikt("Ik kom niet", wereld.plekTafel(mens, "mdo"));
    expect(prive(beheerder)).toContain("Er kunnen nog 3 mensen komen. Er zijn er 4 nodig.");
    await beheerder.klikt("Meer", wereld.plekTafel(beheerder, "mdo"));
    await beheerder.klikt("Uitstellen");
    await beheerder.vult({});
    expect(beheerder.ziet()).toContain("Het punt gaat naar het overleg van donderdag 7 januari 2027.");
    expect(prive(af)).toContain("Uw punt is uitgesteld");
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).not.toContain(code);
    expect(await wereld.store.store.agendapuntenVan(mdo.id)).toEqual([]);
  });

  it("drie dagen stil: de agenda komt één keer, zonder concept; daarna geen storm", async () => {
    const wereld = nu();
    await gepland(wereld);
    const [politie, beheerder] = [await wereld.mens("P08"), await wereld.mens("P06")];
    const { signaal } = await maakRouteCasus(wereld.store);
    await brengtIn(await wereld.mens("P01"), signaal);
    await later(wereld, "2026-12-03T08:00:00+01:00");
    expect(berichten(politie, "Punt 4 is voor u.")).toHaveLength(1);
    expect(prive(beheerder)).not.toContain("concept");
    const voor = politie.priveBerichten().length;
    await later(wereld, "2026-12-05T12:00:00+01:00");
    expect(politie.priveBerichten()).toHaveLength(voor);
    await later(wereld, "2027-03-08T12:00:00+01:00");
    expect(berichten(beheerder, "Agenda niet verstuurd").length).toBeLessThanOrEqual(1);
  });
});
