import { describe, expect, it } from "vitest";
import type { TafelId } from "../../src/domain/regio/regio.js";
import { brengtIn, gepland, maakRouteCasus } from "../support/agenda.js";
import { prive, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Mens, type Wereld } from "../support/wereld.js";

const ctz = "ctz" as TafelId;
const later = async (wereld: Wereld, moment: string): Promise<void> => {
  wereld.slaaptTot(moment);
  await wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
};
/** A region file that names this tafel only, so that lists are of one tafel. */
const alleen = async (wereld: Wereld, tafel: string): Promise<void> => {
  const { regio, inrichtingen } = wereld.regio;
  const tafels = regio.tafels.filter(({ id }) => id === tafel);
  const channels = regio.channels.filter(({ tafelId }) => tafelId === undefined);
  await wereld.store.importRegio({
    ...wereld.regio,
    regio: { ...regio, channels, tafels },
    inrichtingen: inrichtingen.filter(({ tafelId }) => tafelId === tafel),
  });
};
const open = (mens: Mens): readonly string[] => [...mens.knoppen("prive"), ...mens.knoppen("venster")];
const stelt = { "Wat voor punt is het?": "Voorstel", "Wat moet de tafel doen?": "Vaststellen", Titel: "Bereikbaarheid" };

describe.each(beide)("een tafel op verzoek op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("wie een punt inbrengt stelt een dag voor; de tafelbeheerder plant die met één klik, en de inbrenger hoort het", async () => {
    const wereld = nu();
    await gepland(wereld);
    await alleen(wereld, "ctz");
    const [deelnemer, beheerder, ander] = [await wereld.mens("P09"), await wereld.mens("P03"), await wereld.mens("P04")];
    await deelnemer.typt("tafel");
    await deelnemer.klikt("Breng een punt in");
    expect(deelnemer.keuzes("Bij welk overleg?")).toEqual(["Casustafel zorg · stel een dag voor"]);
    await deelnemer.vult(stelt);
    expect(deelnemer.fouten()).toEqual({ "Welke dag stelt u voor?": expect.stringContaining("Stel een dag voor.") });
    for (const [dag, woord] of [
      ["2026-11-20", "Kies een dag na vandaag."],
      ["2026-12-25", "feestdag"],
      ["2036-01-02", "te ver weg"],
    ] as const) {
      await deelnemer.vult({ ...stelt, "Welke dag stelt u voor?": dag, "Hoe laat?": "10.00" });
      expect(deelnemer.fouten()).toEqual({ "Welke dag stelt u voor?": expect.stringContaining(woord) });
    }
    await deelnemer.vult({ ...stelt, "Welke dag stelt u voor?": "2026-12-10", "Hoe laat?": "straks" });
    expect(deelnemer.fouten()).toEqual({ "Hoe laat?": expect.stringContaining("Dit is geen tijd.") });
    await deelnemer.vult({ ...stelt, "Welke dag stelt u voor?": "2026-12-10", "Hoe laat?": "10.00" });
    expect(deelnemer.ziet()).toContain("Uw punt wacht op een overleg van Casustafel zorg.");
    await deelnemer.opnieuw();
    const [wacht, ...meer] = await wereld.store.store.voorgesteldeOverleggen(ctz);
    expect(meer).toEqual([]);
    expect(await wereld.store.store.komendeOverleggen(ctz, wereld.nu, 5)).toEqual([]);
    expect(prive(beheerder)).toMatch(/Plant u dit overleg\?[\s\S]*Casustafel zorg[\s\S]*donderdag 10 december, 10.00/);
    expect(prive(beheerder)).not.toContain("Bereikbaarheid");
    expect(prive(ander)).not.toContain("10 december");

    await deelnemer.typt("tafel");
    await deelnemer.klikt("Mijn agenda-link");
    await deelnemer.klikt("Nieuwe link");
    const link = /https:\/\/bot\.example\/agenda\/[\w-]+\.ics/.exec(deelnemer.ziet().replaceAll("\\", ""))?.[0] ?? "";
    const agenda = async (): Promise<string> => (await (await wereld.haalt(link)).text()).replaceAll("\r\n ", "");
    expect(await agenda()).not.toContain("VEVENT");

    await beheerder.typt("tafel");
    await beheerder.klikt("Breng een punt in");
    expect(beheerder.keuzes("Bij welk overleg?")).toEqual(["Casustafel zorg · do 10 december, 10.00 · voorgesteld"]);
    await beheerder.vult({ ...stelt, Titel: "Nog een punt" });
    expect((await wereld.store.store.agendapuntenVan(wacht?.id as never)).length).toBe(2);

    await beheerder.klikt("Plan dit overleg", { in: "prive" });
    await beheerder.opnieuw();
    const [overleg] = await wereld.store.store.komendeOverleggen(ctz, wereld.nu, 5);
    expect(overleg).toMatchObject({ id: wacht?.id, status: "gepland", begin: new Date("2026-12-10T09:00:00Z") });
    expect(prive(beheerder)).toContain("Dit overleg is gepland. U hoeft niets meer te doen.");
    expect(prive(deelnemer)).toMatch(/Uw punt heeft een dag[\s\S]*donderdag 10 december/);
    expect(prive(ander)).toMatch(/Extra overleg[\s\S]*do 10 december/);
    expect(await agenda()).toContain("DTSTART:20261210T090000Z");
    const namen = wereld.regio.personen.flatMap(({ naam, email, functie }) => [naam, email, functie]);
    for (const geheim of [...namen, "Bereikbaarheid", "Nog een punt"]) expect(await agenda()).not.toContain(geheim);
    expect((await spoor(wereld, wacht?.id ?? "")).slice(0, 2)).toEqual(["P09 overleg.voorstellen gedaan", "P03 overleg.plannen gedaan"]);
    await later(wereld, "2026-12-09T10:00:00+01:00");
    expect(prive(deelnemer)).toContain("De agenda staat klaar.");
    expect(prive(beheerder)).not.toContain("Een punt wacht op een dag");
  });

  it("doet niemand iets, dan hoort de tafelbeheerder het na twee werkdagen en daarna de voorzitter; een andere dag in één formulier", async () => {
    const wereld = nu();
    await gepland(wereld);
    await alleen(wereld, "mdo");
    await wereld.store.pool.query("UPDATE tafel_inrichting SET rooster = '{\"soort\": \"op_verzoek\"}', voorzitter_id = 'P09' WHERE tafel_id = 'mdo'");
    await wereld.store.pool.query("UPDATE overleg SET status = 'vervallen', aangepast = true WHERE tafel_id = 'mdo'");
    const { signaal } = await maakRouteCasus(wereld.store);
    const [af, beheerder, voorzitter] = [await wereld.mens("P01"), await wereld.mens("P06"), await wereld.mens("P09")];
    await brengtIn(af, signaal, { "Welke dag stelt u voor?": "2026-12-02", "Hoe laat?": "9.30" });
    expect(af.ziet()).toContain("Uw punt wacht op een overleg van MDO mensenhandel.");
    await s.heeftStatus(wereld, signaal, "op_tafel");
    await later(wereld, "2026-11-25T10:00:00+01:00");
    expect(prive(beheerder)).toContain("Een punt wacht op een dag");
    expect(prive(voorzitter)).not.toContain("Een punt wacht op een dag");
    await later(wereld, "2026-11-27T10:00:00+01:00");
    expect(prive(voorzitter)).toContain("Een punt wacht op een dag");
    await later(wereld, "2026-12-03T10:00:00+01:00");
    expect(prive(beheerder).match(/Een punt wacht op een dag/g)?.length).toBeGreaterThan(1);
    await voorzitter.klikt("Plan dit overleg", { in: "prive" });
    expect(voorzitter.ziet()).toContain("De voorgestelde dag is voorbij. Kies een andere dag.");
    await beheerder.klikt("Andere dag", { in: "prive" });
    await beheerder.vult({ "Welke dag?": "2026-12-25", "Hoe laat?": "11.00" });
    expect(beheerder.fouten()).toEqual({ "Welke dag?": expect.stringContaining("feestdag") });
    await beheerder.vult({ "Welke dag?": "2026-12-15", "Hoe laat?": "11.00" });
    expect(beheerder.ziet()).toContain("Het overleg staat op dinsdag 15 december.");
    expect(prive(af)).toMatch(/Uw punt heeft een dag[\s\S]*dinsdag 15 december/);
    await later(wereld, "2026-12-14T11:00:00+01:00");
    for (const { punt } of (
      await wereld.store.store.agendapuntenVan((await wereld.store.store.komendeOverleggen("mdo" as TafelId, wereld.nu, 1))[0]?.id as never)
    ).map((punt) => ({ punt })))
      expect(punt.status).toBe("op_agenda");
  });

  it("gaat het punt van de tafel, dan is er niets meer te plannen", async () => {
    const wereld = nu();
    await gepland(wereld);
    await alleen(wereld, "mdo");
    await wereld.store.pool.query("UPDATE tafel_inrichting SET rooster = '{\"soort\": \"op_verzoek\"}' WHERE tafel_id = 'mdo'");
    await wereld.store.pool.query("UPDATE overleg SET status = 'vervallen', aangepast = true WHERE tafel_id = 'mdo'");
    const { signaal } = await maakRouteCasus(wereld.store);
    const [rg, beheerder] = [await wereld.mens("P07"), await wereld.mens("P06")];
    await brengtIn(rg, signaal, { "Welke dag stelt u voor?": "2026-12-10", "Hoe laat?": "9.30" });
    await rg.typt(`casus ${signaal}`);
    await rg.klikt("Meer");
    await rg.klikt("Haal van de tafel");
    await rg.vult({ "Waarom gaat de casus van de tafel?": "Toch niet nodig." });
    await later(wereld, "2026-11-25T10:00:00+01:00");
    expect(prive(beheerder)).toContain("Dit overleg is niet meer nodig.");
    expect(prive(beheerder)).not.toContain("Een punt wacht op een dag");
    expect(open(beheerder)).not.toContain("Plan dit overleg");
  });
});
