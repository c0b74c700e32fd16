import { describe, expect, it } from "vitest";
import { richtIn } from "../support/acties.js";
import { brengtIn, brengtPuntIn, gepland, maakRouteCasus } from "../support/agenda.js";
import { prive, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Mens, type Wereld } from "../support/wereld.js";

const later = async (wereld: Wereld, moment: string): Promise<void> => {
  wereld.slaaptTot(moment);
  await wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
};
/** A region file that names the MDO only, so that lists are of one tafel. */
const alleenMdo = async (wereld: Wereld): Promise<void> => {
  const { regio, inrichtingen } = wereld.regio;
  const tafels = regio.tafels.filter(({ id }) => id === "mdo");
  await wereld.store.importRegio({ ...wereld.regio, regio: { ...regio, tafels }, inrichtingen: inrichtingen.filter(({ tafelId }) => tafelId === "mdo") });
};
const opent = async (mens: Mens, knop: string): Promise<void> => {
  await mens.typt("tafel");
  await mens.klikt(knop);
};

describe.each(beide)("de agenda van een tafel op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("de tafelbeheerder kiest de vaste punten; de privacycheck blijft, en de herinnering komt op zijn tijd", async () => {
    const wereld = nu();
    await gepland(wereld);
    await alleenMdo(wereld);
    const [beheerder, af] = [await wereld.mens("P06"), await wereld.mens("P01")];
    await brengtPuntIn(af, { Titel: "Bereikbaarheid rond Kerst", "Hoeveel minuten?": "5" });
    await opent(beheerder, "Vaste punten");
    expect(beheerder.waarden()).toMatchObject({ "Opening en aanwezigen": "5", Privacycheck: "5" });
    expect(Object.keys(beheerder.waarden())).not.toContain("Nieuwe signalen");
    await beheerder.vult({ Privacycheck: "0" });
    expect(beheerder.fouten()).toEqual({ Privacycheck: expect.stringContaining("blijft de privacycheck op de agenda") });
    await beheerder.vult({ Privacycheck: "200" });
    expect(beheerder.fouten()).toEqual({ Privacycheck: expect.stringContaining("van 1 tot en met 120") });
    await beheerder.vult({ "Opening en aanwezigen": "0", Privacycheck: "15" });
    expect(beheerder.ziet()).toContain("De vaste punten zijn opgeslagen.");
    expect(await spoor(wereld, "mdo")).toContain("P06 tafel.punten gedaan");

    await opent(beheerder, "Inrichten");
    await beheerder.vult({ "Minuten vooraf: herinnering": "2000" });
    expect(beheerder.fouten()).toEqual({ "Minuten vooraf: herinnering": expect.stringContaining("van 5 tot en met 1440") });
    await beheerder.vult({ "Minuten vooraf: herinnering": "45" });
    await beheerder.klikt("Opslaan");

    await later(wereld, "2026-12-02T10:00:00+01:00");
    for (const tekst of wereld.tafelTeksten("mdo")) {
      expect(tekst).not.toContain("Opening en aanwezigen");
      expect(tekst).toContain("1 Privacycheck: wie zit waarvoor aan tafel? · 15 min");
      expect(tekst).toContain("3 Bereikbaarheid rond Kerst · vaststellen · 5 min");
      expect(tekst).toContain("35 van 90 minuten");
    }
    await wereld.wordt("2026-12-03T09:14:00+01:00");
    expect(prive(af)).not.toContain("Het overleg begint zo");
    await wereld.wordt("2026-12-03T09:16:00+01:00");
    expect(prive(af)).toMatch(/Het overleg begint zo[\s\S]*Dit overleg begint om 10.00 uur./);
    await wereld.wordt("2026-12-03T09:55:00+01:00");
    expect(prive(af).match(/Het overleg begint zo/g)).toHaveLength(1);
  });

  it("twee punten worden één met één titel; een casus blijft apart", async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    await alleenMdo(wereld);
    const { casus, signaal } = await maakRouteCasus(wereld.store);
    const [beheerder, af, partner] = [await wereld.mens("P06"), await wereld.mens("P01"), await wereld.mens("P09")];
    await brengtIn(af, signaal);
    await brengtPuntIn(af, { Titel: "Bereikbaarheid rond Kerst", "Hoeveel minuten?": "5" });
    await brengtPuntIn(partner, { Titel: "Rooster januari", "Hoeveel minuten?": "10" });
    await later(wereld, "2026-12-01T10:00:00+01:00");
    await beheerder.klikt("Samenvoegen", { in: "prive" });
    expect(beheerder.keuzes("Welk punt?").join()).not.toContain(casus);
    const [eerste = "", tweede = ""] = beheerder.keuzes("Welk punt?");
    const velden = { "Welk punt?": eerste, "Samen met welk punt?": tweede, "Nieuwe titel": "Bellen met 06-12345678" };
    await beheerder.vult({ ...velden, "Samen met welk punt?": eerste });
    expect(beheerder.fouten()).toEqual({ "Samen met welk punt?": expect.stringContaining("twee keer hetzelfde punt") });
    await beheerder.vult(velden);
    expect(beheerder.fouten()).toEqual({ "Nieuwe titel": expect.stringContaining("persoon") });
    await beheerder.vult({ ...velden, "Nieuwe titel": "Kerst en januari" });
    await beheerder.opnieuw();
    expect((await wereld.store.store.agendapuntenVan(mdo.id)).map(({ inhoud, minuten }) => [inhoud.titel, minuten])).toEqual([
      [undefined, 15],
      ["Kerst en januari", 15],
    ]);
    expect(prive(beheerder)).toContain("5 Kerst en januari · vaststellen · 15 min");
    expect(prive(partner)).toContain("Uw punt is samengevoegd");
    await later(wereld, "2026-12-02T10:00:00+01:00");
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).not.toContain("Rooster januari");
  });

  it("een tafel zonder casussen heeft geen privacycheck om te kiezen", async () => {
    const wereld = nu();
    await gepland(wereld);
    await richtIn(wereld.store, "rt", {});
    const { regio, inrichtingen } = wereld.regio;
    const tafels = regio.tafels.filter(({ id }) => id === "rt");
    const channels = regio.channels.filter(({ tafelId }) => tafelId === undefined);
    await wereld.store.importRegio({ ...wereld.regio, regio: { ...regio, channels, tafels }, inrichtingen });
    const beheerder = await wereld.mens("P12");
    await opent(beheerder, "Vaste punten");
    expect(Object.keys(beheerder.waarden())).toEqual([
      "Opening en aanwezigen",
      "Besluiten en acties van de vorige keer",
      "Cijfers",
      "Rondvraag, terugkoppeling en volgende datum",
    ]);
    await beheerder.vult({ "Rondvraag, terugkoppeling en volgende datum": "" });
    expect((await wereld.store.store.inrichtingVan("rt" as never))?.vastePunten).toEqual({ opening: 5, vorige: 10, cijfers: 10 });
  });
});
