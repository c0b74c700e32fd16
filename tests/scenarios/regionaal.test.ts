import { describe, expect, it } from "vitest";
import type { Agendapunt, AgendapuntId } from "../../src/domain/overleg/agendapunt.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import { behandelingVan } from "../../src/use-cases/put-through.js";
import { bewaar, richtIn } from "../support/acties.js";
import { gepland, maakRouteCasus } from "../support/agenda.js";
import { prive } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Mens, type Wereld } from "../support/wereld.js";

const opTijd = (wereld: Wereld, moment: Date): Promise<void> => {
  wereld.slaaptTot(moment.toISOString());
  return wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
};
const klikt = (mens: Mens, knop: string): Promise<void> => mens.klikt(knop, { in: "prive" });
const minuten = (moment: Date, aantal: number): Date => new Date(moment.getTime() + aantal * 60_000);
const komend = async (wereld: Wereld, tafel: string) => {
  const [overleg] = await wereld.store.store.komendeOverleggen(tafel as TafelId, wereld.nu, 1);
  if (overleg === undefined) throw new Error(`no overleg of ${tafel}`);
  return overleg;
};

describe.each(beide)("de regionale tafel op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("een knelpunt uit het MDO komt zonder casus op de agenda; RIEC krijgt een vraag; een voorstel gaat verder", { timeout: 90_000 }, async () => {
    const wereld = nu();
    for (const tafel of ["ctz", "bo", "je", "lz"]) await richtIn(wereld.store, tafel, { deelnemers: [], rooster: { soort: "op_verzoek" } });
    const mdo = await gepland(wereld);
    const { casus } = await maakRouteCasus(wereld.store);
    const [voorzitter, regisseur] = [await wereld.mens("P06"), await wereld.mens("P12")];
    await opTijd(wereld, minuten(mdo.begin, -10));
    await klikt(voorzitter, "Begin het overleg");
    await klikt(voorzitter, "Knelpunt doorzetten");
    await voorzitter.vult({ "Wat is het knelpunt?": `Geen plek voor ${casus}` });
    expect(voorzitter.fouten()).toEqual({ "Wat is het knelpunt?": expect.stringContaining("casus") });
    await voorzitter.vult({ "Wat is het knelpunt?": "Te weinig noodopvang in het weekend" });
    expect(voorzitter.ziet()).toContain("Het punt gaat naar Regionale tafel op");

    const rt = await komend(wereld, "rt");
    const voorstel: Agendapunt = {
      id: "voorstel1" as AgendapuntId,
      version: 0,
      tafelId: rt.tafelId,
      overlegId: rt.id,
      soort: "voorstel",
      doel: "vaststellen",
      minuten: 10,
      volgorde: 9,
      status: "ingebracht",
      besloten: false,
      inbrengerId: regisseur.id,
      ingebrachtOp: wereld.nu,
      inhoud: { titel: "Eén loket voor meldingen", genodigden: [], uitgesloten: [] },
    };
    await bewaar(wereld.store, { soort: "agendapunt_nieuw", agendapunt: voorstel });
    await opTijd(wereld, minuten(rt.begin, -60 * 24));
    await opTijd(wereld, minuten(rt.begin, -10));
    for (const tekst of wereld.tafelTeksten("rt")) {
      expect(tekst).toContain("Te weinig noodopvang in het weekend · bespreken");
      expect(tekst).toContain("3 Cijfers · 10 min");
      expect(tekst).not.toContain(casus);
      expect(tekst).not.toContain("Privacycheck");
    }
    await klikt(regisseur, "Begin het overleg");
    for (const _ of [1, 2]) await klikt(regisseur, "Volgend punt");
    await klikt(regisseur, "Cijfers");
    expect(regisseur.ziet()).toMatch(/Casussen die nu lopen[\s\S]*Kleine aantallen staan hier niet/);
    await regisseur.sluit();
    await klikt(regisseur, "Vraag RIEC");
    await regisseur.vult({ "Wat vraagt u?": "Kijk naar leegstaande panden langs de haven", "Wanneer hoort de tafel meer?": "2027-06-01" });
    expect(regisseur.ziet()).toContain("De vraag staat als actie bij RIEC.");
    expect(prive(await wereld.mens("P11"))).toContain("Regionale tafel");
    await klikt(regisseur, "Volgend punt");
    await klikt(regisseur, "Conclusie en verder");
    await regisseur.vult({ "Wat is de conclusie?": "De Taskforce hoort dit." });
    await klikt(regisseur, "Naar een andere tafel");
    const [anders] = regisseur.keuzes("Bij welk overleg?");
    await regisseur.vult({ "Bij welk overleg?": anders ?? "", "Wat moet die tafel doen?": "Adviseren" });
    expect(regisseur.ziet()).toContain("Het punt gaat naar");
    await klikt(regisseur, "Conclusie en verder");
    await regisseur.vult({ "Wat is de conclusie?": "Positief advies." });
    const { rows } = await wereld.store.pool.query<{ id: string }>("SELECT id FROM agendapunt WHERE van_punt_id = 'voorstel1'");
    const verder = await wereld.store.store.findAgendapunt(rows[0]?.id ?? "");
    expect(verder).toMatchObject({ soort: "voorstel", doel: "adviseren", inhoud: { titel: "Eén loket voor meldingen" } });
    const reeks = await behandelingVan(wereld.store.store, verder as Agendapunt);
    expect(reeks.map(({ inhoud }) => inhoud.conclusie)).toEqual(["Positief advies.", undefined]);
    expect(wereld.bugs).toEqual([]);
  });
});
