import { describe, expect, it } from "vitest";
import { makeCode } from "../../src/domain/code.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import { dagVan } from "../../src/domain/tijd/tijd.js";
import { maakActiepunt } from "../support/acties.js";
import { brengtIn, brengtPuntIn, gepland, maakRouteCasus } from "../support/agenda.js";
import { prive, spoor } from "../support/bewijs.js";
import { blijftOnschuldig } from "../support/onschuldig.js";
import * as s from "../support/stappen.js";
import { beide, type Mens, type Wereld } from "../support/wereld.js";

const later = async (wereld: Wereld, moment: string): Promise<void> => {
  wereld.slaaptTot(moment);
  await wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
};
const tafelMetNaam = async (wereld: Wereld, naam: string) => (await wereld.store.store.readRegio()).tafels.find((tafel) => tafel.naam === naam);
const dagen = async (wereld: Wereld, id: TafelId | undefined): Promise<readonly string[]> =>
  id === undefined ? [] : (await wereld.store.store.komendeOverleggen(id, wereld.nu, 400)).map(({ begin }) => dagVan(begin));

/** A region file that names this tafel only: lists are short, and rows need no telling apart. */
const alleen = async (wereld: Wereld, tafel: string) => {
  const { regio, inrichtingen } = wereld.regio;
  const channels = regio.channels.filter(({ tafelId }) => tafelId === undefined || tafelId === tafel);
  const tafels = regio.tafels.filter(({ id }) => id === tafel);
  return wereld.store.importRegio({
    ...wereld.regio,
    regio: { ...regio, channels, tafels },
    inrichtingen: inrichtingen.filter(({ tafelId }) => tafelId === tafel),
  });
};

/** A channel in which the bot was invited, that stands in no file. */
const nieuwKanaal = (wereld: Wereld, mens: Mens, naam: string): string =>
  mens.platform === "slack" ? wereld.slack.addChannel(`C${naam.toUpperCase()}`) : wereld.teams.addConversation("channel", `19:${naam}@thread.tacv2`).id;

const inrichting = {
  "Hoe vaak?": "Eerste van de maand",
  "Op welke dag?": "donderdag",
  "Hoe laat?": "10.00",
  "Vanaf welke dag?": "2027-03-01",
  Voorzitter: "Ilse Dekkers (Zorg- en Veiligheidshuis Oeverland)",
  Secretaris: "Bas Verhoeven (Zorg- en Veiligheidshuis Oeverland)",
  "Vaste deelnemers": "Dennis Kramer (Politie, eenheid Oeverland)",
};

const maaktTafel = async (wereld: Wereld, naam: string): Promise<Mens> => {
  const regisseur = await wereld.mens("P12");
  await regisseur.typt("tafel");
  await regisseur.klikt("Nieuwe tafel");
  await regisseur.vult({ "Naam van de tafel": naam, "Wat voor tafel is het?": "MDO", "Welk niveau?": "Micro: over casussen en signalen" });
  return regisseur;
};
const maaktEnRichtIn = async (wereld: Wereld, naam: string, anders: Readonly<Record<string, string>> = {}): Promise<Mens> => {
  const regisseur = await maaktTafel(wereld, naam);
  await regisseur.vult({ ...inrichting, ...anders });
  await regisseur.klikt("Opslaan");
  return regisseur;
};

describe.each(beide)("een tafel vanuit de chat op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("de ketenregisseur maakt een tafel, ziet de data, en een nieuw regiobestand laat haar staan", async () => {
    const wereld = nu();
    const partner = await wereld.mens("P08");
    const regisseur = await maaktTafel(wereld, "MDO van Ilse Dekkers");
    expect(regisseur.fouten()).toEqual({ "Naam van de tafel": expect.stringContaining("Noem geen persoon") });
    await regisseur.vult({ "Naam van de tafel": `MDO over ${makeCode("C", Math.random)}` });
    expect(regisseur.fouten()).toEqual({ "Naam van de tafel": expect.stringContaining("Noem geen persoon") });
    await regisseur.vult({ "Naam van de tafel": "Bel 06-12345678" });
    expect(regisseur.fouten()).toEqual({ "Naam van de tafel": expect.stringContaining("Noem geen persoon") });
    await regisseur.vult({ "Naam van de tafel": "mdo Mensenhandel" });
    expect(regisseur.fouten()).toEqual({ "Naam van de tafel": expect.stringContaining("Er is al een tafel met deze naam.") });
    await regisseur.vult({ "Naam van de tafel": "MDO Havengebied" });
    await regisseur.opnieuw();
    await regisseur.vult(inrichting);
    expect(regisseur.ziet()).toContain("eerste donderdag van de maand, 10.00 uur");
    expect(regisseur.ziet()).toContain("donderdag 4 maart 2027, 10.00 uur");
    await regisseur.klikt("Opslaan");
    const tafel = await tafelMetNaam(wereld, "MDO Havengebied");
    expect(tafel).toMatchObject({ uitChat: true, soort: "mdo" });
    expect((await dagen(wereld, tafel?.id)).slice(0, 2)).toEqual(["2027-03-04", "2027-04-01"]);
    expect(prive(partner)).toMatch(/Nieuw rooster[\s\S]*MDO Havengebied/);
    expect(await spoor(wereld, tafel?.id ?? "")).toContain("P12 tafel.nieuw gedaan");

    const gedaan = await wereld.store.importRegio(wereld.regio);
    expect(gedaan.uitChat).toMatchObject({ tafels: [{ id: tafel?.id, naam: "MDO Havengebied" }] });
    expect(await tafelMetNaam(wereld, "MDO Havengebied")).toEqual(tafel);
    expect((await wereld.store.store.readRegio()).tafels.filter(({ naam }) => naam === "MDO Havengebied")).toHaveLength(1);

    const { regio } = wereld.regio;
    const overgenomen = {
      ...wereld.regio,
      regio: { ...regio, tafels: [...regio.tafels, { id: tafel?.id as TafelId, naam: "MDO Haven", soort: "mdo", niveau: "micro" } as const] },
    };
    expect((await wereld.store.importRegio(overgenomen)).uitChat).toMatchObject({ tafels: [], overgenomen: 1 });
    expect(await tafelMetNaam(wereld, "MDO Haven")).toEqual({ id: tafel?.id, naam: "MDO Haven", soort: "mdo", niveau: "micro" });
  });

  it("een deelnemer maakt geen tafel", async () => {
    const wereld = nu();
    await gepland(wereld);
    const partner = await wereld.mens("P08");
    await partner.typt("tafel");
    const knoppen = [...partner.knoppen("venster"), ...partner.knoppen("prive")];
    for (const knop of ["Nieuwe tafel", "Stop deze tafel", "Iemand zonder account"]) expect(knoppen).not.toContain(knop);
    await partner.typtInKanaal(nieuwKanaal(wereld, partner, "vreemd"), "tafel");
    expect([...partner.knoppen("venster"), ...partner.knoppen("prive")]).not.toContain("Koppel dit kanaal");
  });

  it("een kanaal hoort bij één tafel: koppelen in het kanaal zelf, losmaken, en het bestand laat het staan", async () => {
    const wereld = nu();
    const regisseur = await maaktEnRichtIn(wereld, "MDO Havengebied");
    const tafel = await tafelMetNaam(wereld, "MDO Havengebied");
    const kanaal = nieuwKanaal(wereld, regisseur, "haven");
    await regisseur.typtInKanaal(kanaal, "tafel");
    await regisseur.klikt("Koppel dit kanaal");
    await regisseur.vult({ "Welke tafel?": "MDO Havengebied" });
    expect(regisseur.ziet()).toContain("Dit kanaal hoort nu bij MDO Havengebied.");
    expect(regisseur.zietKanaal(kanaal)).toMatch(/Kanaal gekoppeld[\s\S]*MDO Havengebied/);
    await regisseur.opnieuw();
    expect((await wereld.store.store.readRegio()).channels.filter(({ tafelId }) => tafelId === tafel?.id)).toHaveLength(1);

    expect((await wereld.store.importRegio(wereld.regio)).uitChat).toMatchObject({ kanalen: 1 });
    expect((await wereld.store.store.readRegio()).channels.filter(({ tafelId }) => tafelId === tafel?.id)).toHaveLength(1);
    await later(wereld, "2027-03-03T10:01:00+01:00");
    expect(regisseur.zietKanaal(kanaal)).toContain("MDO Havengebied · donderdag 4 maart");

    const vanMdo = wereld.regio.regio.channels.find((channel) => channel.tafelId === "mdo" && channel.platform === regisseur.platform)?.conversationId ?? "";
    await regisseur.typtInKanaal(vanMdo, "tafel");
    await regisseur.klikt("Maak kanaal los");
    await regisseur.vult({});
    expect(Object.values(regisseur.fouten()).join()).toContain("Dit kanaal staat in het regiobestand.");

    await regisseur.typtInKanaal(kanaal, "tafel");
    await regisseur.klikt("Maak kanaal los");
    await regisseur.vult({});
    expect(regisseur.ziet()).toContain("Het kanaal is losgemaakt van MDO Havengebied.");
    expect((await wereld.store.store.readRegio()).channels.filter(({ tafelId }) => tafelId === tafel?.id)).toEqual([]);
    expect(await spoor(wereld, tafel?.id ?? "")).toEqual(expect.arrayContaining(["P12 tafel.kanaal gedaan", "P12 tafel.kanaal_los gedaan"]));
    await blijftOnschuldig(wereld);
  });

  it("een tafel stopt: eerst staat er wat nog open is, dan gaan de overleggen niet door, en ze kan opnieuw beginnen", async () => {
    const wereld = nu();
    const [partner, voorzitter] = [await wereld.mens("P09"), await wereld.mens("P08")];
    const regisseur = await maaktEnRichtIn(wereld, "MDO Havengebied", {
      Voorzitter: "Dennis Kramer (Politie, eenheid Oeverland)",
      "Vaste deelnemers": "Lotte Wiersma (Veilig Thuis Oeverland)",
    });
    const tafel = await tafelMetNaam(wereld, "MDO Havengebied");
    const id = tafel?.id as TafelId;
    const actie = await maakActiepunt(wereld.store, { tafelId: id });
    const stop = async (): Promise<void> => {
      await voorzitter.typt("tafel");
      await voorzitter.klikt("Stop deze tafel");
    };
    await alleen(wereld, "rt");
    await stop();
    expect(voorzitter.ziet()).toContain("Overleggen die niet doorgaan:");
    expect(voorzitter.ziet()).toContain(`Open acties: 1 (${actie.code})`);
    await voorzitter.vult({});
    expect(voorzitter.fouten()).toEqual({ "Naar welke tafel gaan de acties?": expect.stringContaining("Kies naar welke tafel ze gaan.") });
    expect((await dagen(wereld, id)).length).toBeGreaterThan(5);
    await voorzitter.vult({ "Naar welke tafel gaan de acties?": "Regionale tafel" });
    expect(voorzitter.ziet()).toContain("MDO Havengebied is gestopt.");
    expect(await dagen(wereld, id)).toEqual([]);
    expect((await wereld.store.store.readActiepunt(actie.id)).tafelId).toBe("rt");
    expect(prive(partner)).toMatch(/Tafel stopt[\s\S]*MDO Havengebied/);
    expect(prive(partner).match(/Tafel stopt/g)).toHaveLength(1);
    await later(wereld, "2027-03-10T08:00:00+01:00");
    expect(await dagen(wereld, id)).toEqual([]);
    expect(prive(partner)).not.toContain("Agenda niet verstuurd");
    await partner.typt("tafel");
    expect(partner.ziet()).not.toContain("MDO Havengebied");

    await regisseur.typt("tafel");
    expect(regisseur.ziet()).toContain("Gestopt op");
    await regisseur.klikt("Begin opnieuw");
    await regisseur.vult({});
    await regisseur.klikt("Opslaan");
    expect((await dagen(wereld, id)).slice(0, 2)).toEqual(["2027-04-01", "2027-05-07"]);
  });

  it("een tafel met een casus stopt niet", async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    await alleen(wereld, "mdo");
    const { signaal } = await maakRouteCasus(wereld.store);
    await brengtIn(await wereld.mens("P01"), signaal);
    await brengtPuntIn(await wereld.mens("P09"), { Titel: "Bereikbaarheid" });
    const voorzitter = await wereld.mens("P06");
    await voorzitter.typt("tafel");
    await voorzitter.klikt("Stop deze tafel");
    expect(voorzitter.ziet()).toContain("Punten die van de agenda gaan: 1. Casussen en signalen op de agenda: 1");
    await voorzitter.vult({});
    expect(voorzitter.ziet()).toContain("Er lopen hier nog casussen: 1 op de agenda en 0 acties.");
    expect(await wereld.store.store.agendapuntenVan(mdo.id)).toHaveLength(2);
  });

  it("de secretaris voegt iemand zonder account toe, en noteert later dat hij komt", async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    await alleen(wereld, "mdo");
    const secretaris = await wereld.mens("P07");
    await secretaris.typt("tafel");
    await secretaris.klikt("Iemand zonder account");
    const velden = { Naam: "Berend Postma", Functie: "bestuurder", Organisatie: "Stichting Havenlicht Oeverland" };
    await secretaris.vult({ ...velden, Functie: "bel 06-12345678" });
    expect(secretaris.fouten()).toEqual({ Functie: expect.stringContaining("telefoonnummer") });
    await secretaris.vult(velden);
    expect(secretaris.ziet()).toContain("Opgeslagen bij MDO mensenhandel.");
    await secretaris.opnieuw();
    await secretaris.typt("tafel");
    await secretaris.klikt("Iemand zonder account");
    await secretaris.vult({ ...velden, Naam: "berend postma" });
    expect(secretaris.fouten()).toEqual({ Naam: expect.stringContaining("Deze persoon staat al in de lijst.") });

    expect((await wereld.store.importRegio(wereld.regio)).uitChat).toMatchObject({ mensen: 1 });
    await later(wereld, "2026-12-02T10:01:00+01:00");
    await secretaris.klikt("Meer", wereld.plekTafel(secretaris, "mdo"));
    await secretaris.klikt("Aanwezigheid noteren");
    await secretaris.vult({ "Wie?": "Berend Postma (Stichting Havenlicht Oeverland)", "Komt deze persoon?": "Komt" });
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).toContain("1 van 8 komen");
    expect((await wereld.store.store.aanwezigheidVan(mdo.id)).map(({ doorId }) => doorId)).toEqual(["P07"]);
    const vreemde = await wereld.vreemde("");
    await vreemde.typt("tafel");
    expect(vreemde.ziet()).not.toContain("MDO mensenhandel");
  });
});
