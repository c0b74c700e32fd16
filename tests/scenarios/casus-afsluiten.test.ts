import { describe, expect, it } from "vitest";
import type { SignaalCode } from "../../src/domain/code.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { berichten, bewaar, leesActie, maakActiepunt, momenten } from "../support/acties.js";
import { maakActieveCasus, maakCasusPunt, maakOverleg, maakRouteCasus } from "../support/agenda.js";
import { laatste, prive, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Mens, type Wereld } from "../support/wereld.js";

const opent = async (mens: Mens, signaal: string): Promise<void> => {
  await mens.typt(`casus ${signaal}`);
  await mens.klikt("Meer");
  await mens.klikt("Sluit de casus af");
};
const vier = {
  Strafzaak: "ja",
  Verblijf: "ja",
  Voorzieningen: "ja",
  Hulp: "ja",
} as const;
const casusVan = async (wereld: Wereld, signaal: SignaalCode) => {
  const { casusId } = await wereld.signaal(signaal);
  if (casusId === undefined) throw new Error("no casus");
  return wereld.store.store.readCasus(casusId);
};

describe.each(beide)("een casus afsluiten op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("met zorg: alle vier de voorwaarden, open acties geregeld, de melder hoort het en de casus wordt bewaard", async () => {
    const wereld = nu();
    const mdo = await maakOverleg(wereld.store, "mdo", "2026-12-03T10:00:00+01:00");
    const { casus, casusId, signaal } = await maakActieveCasus(wereld.store);
    const [rg, af, melder, coordinator] = [await wereld.mens("P07"), await wereld.mens("P01"), await wereld.mens("P15"), await wereld.mens("P03")];
    const open = await maakActiepunt(wereld.store, { casusId });
    const gereed = await maakActiepunt(wereld.store, { casusId, status: "gereedgemeld" });
    const { regio } = await wereld.regio;
    await bewaar(wereld.store, { soort: "agendapunt_nieuw", agendapunt: maakCasusPunt(casusId, mdo) });
    expect(regio.bewaartermijnen.casusZorg?.maanden).toBe(60);

    await opent(rg, signaal);
    expect(rg.ziet()).toContain(`Nog open: ${open.code}`);
    expect(rg.keuzes("Waarom sluit de casus?")).not.toContain("De aanpak is klaar");
    await rg.vult({ "Waarom sluit de casus?": "Aan alle voorwaarden is voldaan", Toelichting: "De kanarie is veilig.", Strafzaak: "ja", Hulp: "ja" });
    expect(rg.fouten()).toEqual({ Verblijf: expect.stringContaining("Vink alle vier de punten aan") });
    await rg.vult(vier);
    expect(rg.fouten()).toEqual({ "Wat gebeurt er met de open acties?": expect.stringContaining(`Deze acties lopen nog: ${open.code}.`) });
    await s.heeftStatus(wereld, signaal, "casus_actief");
    await rg.vult({ "Wat gebeurt er met de open acties?": "De actiehouders gaan er zelf mee door" });
    expect(rg.ziet()).toContain(`Casus ${casus} is afgesloten.`);
    await rg.opnieuw();

    await s.heeftStatus(wereld, signaal, "afgesloten");
    expect(await casusVan(wereld, signaal)).toMatchObject({
      sluitReden: "voorwaarden_vervuld",
      bewarenTot: "2031-11-23",
      inhoud: { sluiting: { toelichting: "De kanarie is veilig." } },
    });
    expect((await casusVan(wereld, signaal)).terugOp).toBeUndefined();
    // Why it ended tells of a victim: it stands nowhere but in the sealed content.
    expect((await wereld.store.pool.query("SELECT fase, sluit_reden FROM casus WHERE id = $1", [casusId])).rows).toEqual([{ fase: null, sluit_reden: null }]);
    expect((await leesActie(wereld.store, open.code)).status).toBe("vervallen");
    expect((await leesActie(wereld.store, gereed.code)).status).toBe("afgerond");
    expect(await wereld.store.store.openAgendapunten({ casusId })).toEqual([]);
    expect(laatste(melder)).toContain("Wij zijn klaar met uw signaal.");
    expect(laatste(af)).toContain("Casus afgesloten");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("klaar");
    expect(prive(coordinator)).toContain("U gaat hier zelf mee door");
    expect(berichten(coordinator, "Een korte vraag voor u")).toHaveLength(1);
    expect((await spoor(wereld, casus)).filter((regel) => regel.includes("casus.afsluiten"))).toEqual(["P07 casus.afsluiten gedaan"]);
    await af.typt(`casus ${casus}`);
    expect(af.ziet()).toContain("klaar");
  });

  it("onder ondermijning gelden andere redenen; zonder mensenhandel bewaren we korter", async () => {
    const wereld = nu();
    const { signaal } = await maakActieveCasus(wereld.store, {}, { route: "ondermijning", regiehouderId: "P11" as PersoonId, tafelId: "ctv" as TafelId });
    const [riec, coordinator] = [await wereld.mens("P11"), await wereld.mens("P03")];
    await opent(riec, signaal);
    expect(riec.keuzes("Waarom sluit de casus?")).toEqual(["Er was geen sprake van mensenhandel", "De aanpak is klaar", "Een ander pakt het verder op"]);
    await riec.vult({ "Waarom sluit de casus?": "Er was geen sprake van mensenhandel", Toelichting: "De kanarie werkt vrij." });
    expect(await casusVan(wereld, signaal)).toMatchObject({ sluitReden: "geen_mensenhandel", bewarenTot: "2027-11-23" });
    expect(prive(coordinator)).not.toContain("Een korte vraag voor u");
  });

  it("wie de regie niet heeft mag het niet; wat uitgesteld is hoort de melder later; wat later gekoppeld is gaat terug naar de aandachtsfunctionaris", async () => {
    const wereld = nu();
    const { casusId, signaal } = await maakActieveCasus(wereld.store);
    const [rg, af, melder] = [await wereld.mens("P07"), await wereld.mens("P01"), await wereld.mens("P15")];
    await bewaar(wereld.store, {
      soort: "signaal_nieuw",
      signaal: { ...(await wereld.signaal(signaal)), id: "later" as never, code: "SG-7K3QA-A" as SignaalCode, version: 0, status: "route_zorg_straf", casusId },
    });
    await af.typt(`casus ${signaal}`);
    await af.klikt("Meer");
    expect(af.knoppen(af.knoppen("venster").length > 0 ? "venster" : "prive")).not.toContain("Sluit de casus af");
    await af.klikt("Stel bericht uit");
    await af.vult({ "Tot welke dag?": "2026-12-01" });
    await opent(rg, signaal);
    await rg.vult({ "Waarom sluit de casus?": "De cliënt wil geen hulp", Toelichting: "De kanarie zegt nee." });
    await s.heeftStatus(wereld, signaal, "afgesloten");
    await s.heeftStatus(wereld, "SG-7K3QA-A", "bij_aandachtsfunctionaris");
    expect((await wereld.signaal("SG-7K3QA-A")).casusId).toBeUndefined();
    expect(prive(melder)).not.toContain("zijn klaar met uw signaal");
    await wereld.wordt("2026-12-01T09:30:00+01:00");
    expect(prive(melder)).toContain("Wij zijn klaar met uw signaal.");
    expect(await momenten(wereld, casusId)).toEqual([]);
  });

  it("een afgesloten casus neemt geen signaal en geen actie meer op; heropenen zet hem terug bij de aandachtsfunctionaris", async () => {
    const wereld = nu();
    const { casus, casusId, signaal } = await maakRouteCasus(
      wereld.store,
      { status: "afgesloten" },
      { afgeslotenOp: wereld.nu, sluitReden: "wil_geen_hulp", bewarenTot: "2031-11-23" as Dag, inhoud: { sluiting: { toelichting: "Kanarie" } } },
    );
    const nieuw = await s.bijAandachtsfunctionaris(wereld);
    await s.kiest(wereld, nieuw.af, "aandachtsfunctionaris", "Koppel aan casus");
    await nieuw.af.vult({ "Code van de casus": casus });
    expect(nieuw.af.fouten()).toEqual({ "Code van de casus": expect.stringContaining("Deze casus is afgesloten.") });
    await nieuw.af.sluit();
    await nieuw.af.typt(`casus ${signaal}`);
    await nieuw.af.klikt("Heropen");
    await nieuw.af.vult({ "Wat is er nieuw?": "De kanarie is terug." });
    await s.heeftStatus(wereld, signaal, "bij_aandachtsfunctionaris");
    const na = await wereld.store.store.readCasus(casusId);
    for (const veld of ["route", "regiehouderId", "tafelId", "afgeslotenOp", "sluitReden", "bewarenTot", "fase"] as const)
      expect(na[veld], veld).toBeUndefined();
    expect(na.regieStatus).toBe("geen");
    expect(na.inhoud?.sluiting).toBeUndefined();
  });
});
