import { describe, expect, it } from "vitest";
import type { SignaalCode } from "../../src/domain/code.js";
import type { OverlegId } from "../../src/domain/overleg/overleg.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import { berichten, leesActie, maakActiepunt, richtIn } from "../support/acties.js";
import { brengtIn, brengtPuntIn, gepland, maakRouteCasus } from "../support/agenda.js";
import { prive, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { chats, type Mens, type Wereld } from "../support/wereld.js";

const status = async (wereld: Wereld, code: SignaalCode) => (await wereld.store.store.findSignaal(code))?.status;
const opTijd = (wereld: Wereld, moment: string): Promise<void> => {
  wereld.slaaptTot(moment);
  return wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
};
/** The card from which the meeting is led, as it stands now. */
const kaart = (mens: Mens): string =>
  mens
    .priveBerichten()
    .filter((tekst) => /klaar om te beginnen|loopt|gesloten/.test(tekst))
    .at(-1) ?? "";
const klikt = (mens: Mens, knop: string): Promise<void> => mens.klikt(knop, { in: "prive" });

describe.each(chats)("een overleg leiden op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("van begin tot besluitenlijst, vanaf één kaart", { timeout: 60_000 }, async () => {
    const wereld = nu();
    await richtIn(wereld.store, "ctz", { deelnemers: [] });
    const mdo = await gepland(wereld);
    const { casus, signaal, casusId } = await maakRouteCasus(wereld.store);
    const [af, politie, voorzitter, secretaris] = [await wereld.mens("P01"), await wereld.mens("P08"), await wereld.mens("P06"), await wereld.mens("P07")];
    await brengtIn(af, signaal, {
      "Wie nodigt u uit?": (await namen(wereld, ["P01", "P08", "P06", "P07"])).join(", "),
    });
    await brengtPuntIn(await wereld.mens("P09"), { Titel: "Bereikbaarheid rond Kerst", "Hoeveel minuten?": "5" });
    await opTijd(wereld, "2026-12-03T09:50:00+01:00");
    expect(kaart(voorzitter)).toContain("klaar om te beginnen");
    expect(kaart(secretaris)).toContain("klaar om te beginnen");
    expect(kaart(politie)).toBe("");

    await klikt(voorzitter, "Begin het overleg");
    expect(kaart(secretaris)).toMatch(/Opening en aanwezigen[\s\S]*punt 1 van 6/);
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).toContain("nu bezig");
    await klikt(secretaris, "Wie is er?");
    await secretaris.vult({ Aanwezig: (await namen(wereld, ["P01", "P06", "P07", "P09"])).join(", ") });
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).toContain("4 van 7 komen");
    await klikt(secretaris, "Volgend punt");
    await klikt(voorzitter, "Volgend punt");
    await klikt(voorzitter, "Volgend punt");
    expect(kaart(voorzitter)).toMatch(/punt 4 van 6/);
    expect(kaart(voorzitter)).toContain(`Casus ${casus} · besluiten`);
    expect(kaart(voorzitter)).toContain("Let op: Politie, eenheid Oeverland is er niet");

    await klikt(secretaris, "Besluit");
    await secretaris.vult({ "Wat is besloten?": "Bellen met 06-12345678" });
    expect(secretaris.fouten()).toEqual({ "Wat is besloten?": expect.stringContaining("persoon") });
    await secretaris.vult({ "Wat is besloten?": "De kanarieopvang blijft tot na Kerst." });
    await klikt(secretaris, "Conclusie en verder");
    const conclusie = { "Wat is de conclusie?": "De kanariezaak gaat verder.", "Wanneer komt de casus terug?": "2027-01-05" };
    await secretaris.vult(conclusie);
    expect(secretaris.fouten()).toEqual({ "Waarom toch besproken?": expect.any(String) });
    await secretaris.vult({ ...conclusie, "Waarom toch besproken?": "De politie gaf haar mening vooraf." });
    expect(secretaris.fouten()).toEqual({ "Actie, als u die nog niet noteerde": expect.stringContaining("actie") });
    expect(await status(wereld, signaal)).toBe("op_tafel");
    await secretaris.sluit();
    await klikt(secretaris, "Actie");
    await secretaris.vult({
      "Wat moet er gebeuren?": "Kanarieplek regelen",
      "Wie doet het?": (await namen(wereld, ["P03"]))[0] ?? "",
      "Wanneer is het klaar?": "2026-12-18",
    });
    expect(prive(await wereld.mens("P03"))).not.toContain("Kanarieplek");
    await klikt(secretaris, "Conclusie en verder");
    await secretaris.vult({ ...conclusie, "Waarom toch besproken?": "De politie gaf haar mening vooraf." });
    expect(secretaris.fouten()).toEqual({});
    expect(await status(wereld, signaal)).toBe("casus_actief");
    expect((await wereld.store.store.readCasus(casusId)).terugOp).toBe("2027-01-05");
    expect(kaart(voorzitter)).toMatch(/Bereikbaarheid rond Kerst[\s\S]*punt 5 van 6/);
    expect((await spoor(wereld, casus)).filter((regel) => regel.includes("overleg.conclusie gedaan"))).toHaveLength(1);

    await klikt(voorzitter, "Conclusie en verder");
    await voorzitter.vult({ "Wat is de conclusie?": "Volgt na overleg met de directie.", "Hoe gaat het verder?": "Volgt: iemand zoekt het uit" });
    expect(voorzitter.fouten()).toEqual({ "Actie, als u die nog niet noteerde": expect.stringContaining("actie") });
    await voorzitter.vult({
      "Actie, als u die nog niet noteerde": "Rooster rondsturen",
      "Wie doet het?": (await namen(wereld, ["P09"]))[0] ?? "",
      "Wanneer is het klaar?": "2026-12-10",
    });
    expect(kaart(voorzitter)).toMatch(/punt 6 van 6/);
    await klikt(voorzitter, "Sluit het overleg");
    expect(voorzitter.ziet()).toContain("Alle punten zijn behandeld.");
    await voorzitter.vult({});
    expect(voorzitter.ziet()).toContain("De besluitenlijst gaat als concept naar de deelnemers");
    expect(kaart(secretaris)).toContain("gesloten");
    const verloop = await wereld.store.store.verloopVan(mdo.id);
    expect(verloop).toMatchObject({ lijst: "concept", gedaan: ["opening", "privacycheck", "vorige"] });
    expect((await wereld.store.store.findOverleg(mdo.id))?.status).toBe("gehouden");

    await opTijd(wereld, "2026-12-04T05:10:00+01:00");
    const [januari] = await wereld.store.store.komendeOverleggen(mdo.tafelId, wereld.nu, 1);
    const terug = await wereld.store.store.agendapuntenVan(januari?.id as OverlegId);
    expect(terug).toEqual([expect.objectContaining({ soort: "casus", casusId, status: "ingebracht" })]);
    // The same question to the same people; what was decided stays with the point that was treated.
    expect(terug[0]?.inhoud).toMatchObject({ vraag: "Is de kanarieopvang veilig?", genodigden: expect.any(Array), uitgesloten: [] });
    expect(Object.keys(terug[0]?.inhoud ?? {})).not.toEqual(expect.arrayContaining(["besluiten"]));
    expect(terug[0]?.inhoud).not.toHaveProperty("conclusie");
  });

  it("twee die tegelijk verdergaan: het gebeurt één keer; wie niet is uitgenodigd, noteert geen casus", async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    const { signaal } = await maakRouteCasus(wereld.store);
    const [af, voorzitter, secretaris] = [await wereld.mens("P01"), await wereld.mens("P06"), await wereld.mens("P07")];
    await brengtIn(af, signaal, { "Wie nodigt u uit?": (await namen(wereld, ["P01", "P07"])).join(", ") });
    await opTijd(wereld, "2026-12-03T09:50:00+01:00");
    await Promise.all([klikt(voorzitter, "Begin het overleg"), klikt(secretaris, "Begin het overleg")]);
    await Promise.all([klikt(voorzitter, "Volgend punt"), klikt(secretaris, "Volgend punt")]);
    expect((await wereld.store.store.verloopVan(mdo.id))?.gedaan).toEqual(["opening"]);
    for (const _ of [1, 2]) await klikt(voorzitter, "Volgend punt");
    await klikt(voorzitter, "Besluit");
    expect(voorzitter.ziet()).toContain("U bent niet uitgenodigd bij dit punt");
    await klikt(secretaris, "Conclusie en verder");
    await secretaris.vult({ "Wat is de conclusie?": "Eerst meer weten over de kanarie.", "Hoe gaat het verder?": "Terug naar de route" });
    expect(secretaris.fouten()).toEqual({});
    expect(await status(wereld, signaal)).toBe("route_zorg_straf");
    expect(wereld.bugs).toEqual([]);
  });

  it("de tafel sluit een casus in één formulier, alleen zoals dat bij zorg mag; de melder hoort het", { timeout: 60_000 }, async () => {
    const wereld = nu();
    await gepland(wereld);
    const { signaal, casusId } = await maakRouteCasus(wereld.store);
    const [af, secretaris, melder] = [await wereld.mens("P01"), await wereld.mens("P07"), await wereld.mens("P15")];
    await brengtIn(af, signaal, { "Wie nodigt u uit?": (await namen(wereld, ["P01", "P07"])).join(", ") });
    await opTijd(wereld, "2026-12-03T09:50:00+01:00");
    await klikt(secretaris, "Begin het overleg");
    for (const _ of [1, 2, 3]) await klikt(secretaris, "Volgend punt");
    await klikt(secretaris, "Sluit de casus");
    await secretaris.vult({ "Waarom sluit de casus?": "Aan alle voorwaarden is voldaan", Toelichting: "De kanariezaak is klaar." });
    expect(Object.keys(secretaris.fouten())).toHaveLength(1);
    await secretaris.vult({ "Waarom sluit de casus?": "De cliënt wil geen hulp" });
    expect(await status(wereld, signaal)).toBe("afgesloten");
    expect(await wereld.store.store.readCasus(casusId)).toMatchObject({ sluitReden: "wil_geen_hulp", bewarenTot: expect.any(String) });
    expect(prive(melder)).toContain("Wij zijn klaar met uw signaal");
    expect(kaart(secretaris)).toContain("Rondvraag");
  });

  it("wie begint, is de voorzitter of de secretaris, en niet te vroeg; niet gesloten sluit het in de nacht", async () => {
    const wereld = nu();
    await richtIn(wereld.store, "ctz", { deelnemers: [] });
    const mdo = await gepland(wereld);
    const actie = await maakActiepunt(wereld.store);
    const [voorzitter, deelnemer] = [await wereld.mens("P06"), await wereld.mens("P09")];
    await brengtPuntIn(deelnemer, { Titel: "Bereikbaarheid rond Kerst" });
    await opTijd(wereld, "2026-12-02T10:00:00+01:00");
    await voorzitter.klikt("Meer", wereld.plekTafel(voorzitter, "mdo"));
    await voorzitter.klikt("Leid het overleg");
    await voorzitter.klikt("Begin het overleg");
    expect(voorzitter.ziet()).toContain("te vroeg");
    await deelnemer.klikt("Meer", wereld.plekTafel(deelnemer, "mdo"));
    expect(deelnemer.knoppen(deelnemer.knoppen("venster").length > 0 ? "venster" : "prive")).not.toContain("Leid het overleg");
    await opTijd(wereld, "2026-12-03T09:50:00+01:00");
    await klikt(voorzitter, "Begin het overleg");
    await opTijd(wereld, "2026-12-04T05:00:00+01:00");
    expect(await wereld.store.store.verloopVan(mdo.id)).toMatchObject({ lijst: "concept", geslotenOp: expect.any(Date) });
    const [januari] = await wereld.store.store.komendeOverleggen("mdo" as TafelId, wereld.nu, 1);
    expect(await wereld.store.store.agendapuntenVan(januari?.id as OverlegId)).toHaveLength(1);
    expect((await leesActie(wereld.store, actie.code)).doorgezet).toBe(1);
  });

  it("een actie die twee keer is doorgezet, krijgt een eigen punt en houdt haar geschiedenis", async () => {
    const wereld = nu();
    await gepland(wereld);
    const actie = await maakActiepunt(wereld.store, { doorgezet: 1 });
    const casus = await maakRouteCasus(wereld.store);
    const stil = await maakActiepunt(wereld.store, { doorgezet: 1, casusId: casus.casusId });
    await opTijd(wereld, "2026-12-04T05:00:00+01:00");
    await opTijd(wereld, "2027-01-06T10:30:00+01:00");
    for (const tekst of wereld.tafelTeksten("mdo")) {
      expect(tekst).toContain(`Actie ${actie.code} blijft liggen · Convenant nalopen`);
      expect(tekst).toContain(`Actie ${stil.code} blijft liggen`);
      expect(tekst).not.toContain("Kanarie");
    }
    const gelezen = await leesActie(wereld.store, actie.code);
    expect(gelezen.doorgezet).toBe(2);
    expect(gelezen.inhoud.stappen.filter(({ stap }) => stap === "doorgezet")).toHaveLength(1);
    expect(berichten(await wereld.mens("P06"), "agenda").length).toBeGreaterThan(0);
  });
});

/** Titles of people as the forms show them. */
const namen = async (wereld: Wereld, ids: readonly string[]): Promise<readonly string[]> =>
  ids.map((id) => {
    const persoon = wereld.regio.personen.find((een) => een.id === id);
    const organisatie = wereld.regio.regio.organisaties.find((een) => een.id === persoon?.organisatieId);
    return `${persoon?.naam} (${organisatie?.naam})`;
  });
