import { describe, expect, it } from "vitest";
import * as a from "../support/acties.js";
import { brengtIn, gepland, maakRouteCasus } from "../support/agenda.js";
import * as s from "../support/stappen.js";
import { chats, type Mens, type Wereld } from "../support/wereld.js";

const aantal = async (wereld: Wereld, tabel: string, waar = "true"): Promise<number> =>
  Number((await wereld.store.pool.query(`SELECT count(*)::int AS n FROM ${tabel} WHERE ${waar}`)).rows[0].n);
const namen = async (wereld: Wereld, ids: readonly string[]): Promise<string> =>
  (await Promise.all(ids.map((id) => wereld.store.store.readPersoon(id as never))))
    .map(({ naam, organisatieNaam }) => `${naam} (${organisatieNaam})`)
    .join(", ");
const opTijd = (wereld: Wereld, moment: string): Promise<void> => {
  wereld.slaaptTot(moment);
  return wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
};
const klikt = (mens: Mens, knop: string): Promise<void> => mens.klikt(knop, { in: "prive" });

// That the repeat is answered in the same words is looked at after each of these, see `wereldVoor`.
describe.each(chats)("alles komt twee keer binnen op $name", (chat) => {
  const nu = s.wereldVoor(chat, { tweemaal: true });

  it("van signaal tot regie: alles gebeurt één keer", { timeout: 60_000 }, async () => {
    const wereld = nu();
    const { code, af } = await s.inAfstemming(wereld);
    await s.stelt(wereld, af, [s.partners.om], {}, "Vraag nog een partner");
    await s.oordeeltJa(wereld, af, s.zorg);
    await (await wereld.mens("P03")).klikt("Ik neem de regie", { in: "prive" });
    await s.heeftStatus(wereld, code, "route_zorg");
    expect(await aantal(wereld, "signaal")).toBe(1);
    expect((await wereld.store.pool.query("SELECT aan_id FROM vraag GROUP BY aan_id HAVING count(*) > 1")).rows).toEqual([]);
    const { rows } = await wereld.store.pool.query("SELECT name, count(*)::int AS n FROM stap GROUP BY name HAVING count(*) > 1 AND name <> 'vraag_partners'");
    expect(rows).toEqual([]);
  });

  it("acties: noteren, beginnen, klaar, terug en akkoord", { timeout: 60_000 }, async () => {
    const wereld = nu();
    await a.richtIn(wereld.store, "mdo", {});
    const [voorzitter, samira] = [await wereld.mens("P06"), await wereld.mens("P03")];
    await a.noteert(voorzitter, {
      "Wat moet er gebeuren?": "Convenant nalopen",
      "Van welke tafel is deze actie?": "MDO mensenhandel",
      "Wie doet het?": a.samira,
      "Voor welke dag is het klaar?": "2026-12-04",
    });
    const code = a.actieIn(voorzitter.ziet());
    await samira.typt("acties");
    await samira.klikt("Meer");
    await samira.klikt("Ik begin eraan", { in: "venster" });
    await samira.typt("acties");
    await samira.klikt("Klaar");
    await samira.vult({ "Wat is het resultaat?": "Nagelopen." });
    await klikt(voorzitter, "Stuur terug");
    await voorzitter.vult({ "Wat moet er nog gebeuren?": "Ook de jongerenwerker noemen." });
    await samira.typt("acties");
    await samira.klikt("Klaar");
    await samira.vult({ "Wat is het resultaat?": "Alles nagelopen." });
    await klikt(voorzitter, "Akkoord");
    expect(await a.leesActie(wereld.store, code)).toMatchObject({ status: "afgerond" });
    expect(await aantal(wereld, "actiepunt")).toBe(1);
    expect(a.berichten(samira, "Actie afgerond")).toHaveLength(1);
  });

  it("een tafel inrichten, en het overleg leiden", { timeout: 60_000 }, async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    const [af, voorzitter, analist] = [await wereld.mens("P01"), await wereld.mens("P06"), await wereld.mens("P05")];
    await analist.typt("tafel");
    await analist.klikt("Inrichten");
    await analist.vult({ "Hoe vaak?": "Eerste van de maand", "Op welke dag?": "donderdag", "Hoe laat?": "10.00", "Vanaf welke dag?": "2027-03-01" });
    await analist.klikt("Opslaan");
    expect(analist.ziet()).toContain("De tafel is ingericht.");

    const { signaal } = await maakRouteCasus(wereld.store);
    await brengtIn(af, signaal, { "Wie nodigt u uit?": await namen(wereld, ["P01", "P06", "P07"]) });
    await opTijd(wereld, "2026-12-03T09:50:00+01:00");
    await klikt(voorzitter, "Begin het overleg");
    await klikt(voorzitter, "Wie is er?");
    await voorzitter.vult({ Aanwezig: await namen(wereld, ["P01", "P06", "P07"]) });
    for (const _ of [1, 2, 3]) await klikt(voorzitter, "Volgend punt");
    await klikt(voorzitter, "Besluit");
    await voorzitter.vult({ "Wat is besloten?": "De kanarieopvang blijft tot na Kerst." });
    await klikt(voorzitter, "Actie");
    await voorzitter.vult({
      "Wat moet er gebeuren?": "Kanarieplek regelen",
      "Wie doet het?": await namen(wereld, ["P07"]),
      "Wanneer is het klaar?": "2026-12-18",
    });
    await klikt(voorzitter, "Conclusie en verder");
    await voorzitter.vult({ "Wat is de conclusie?": "Eerst meer weten over de kanarie.", "Hoe gaat het verder?": "Terug naar de route" });
    expect(voorzitter.fouten()).toEqual({});
    await klikt(voorzitter, "Sluit het overleg");
    await voorzitter.vult({});
    expect((await wereld.store.store.findOverleg(mdo.id))?.status).toBe("gehouden");
    expect(await aantal(wereld, "actiepunt")).toBe(1);
    const [punt] = (await wereld.store.store.agendapuntenVan(mdo.id)).filter(({ soort }) => soort === "casus");
    expect(punt?.inhoud.besluiten).toHaveLength(1);
  });
});
