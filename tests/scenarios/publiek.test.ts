import { describe, expect, it } from "vitest";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { TafelInrichting } from "../../src/domain/tafel/tafel.js";
import { richtIn } from "../support/acties.js";
import { gepland } from "../support/agenda.js";
import { spoor } from "../support/bewijs.js";
import { gemeld, wereldVoor } from "../support/stappen.js";
import { beide, type Mens, maandag, type Wereld } from "../support/wereld.js";

const minuten = (aantal: number): Date => new Date(maandag.getTime() + aantal * 60_000);
const verteld = (mens: Mens, zin: string) => mens.priveBerichten().filter((tekst) => tekst.includes(zin));
const meldpunt = (wereld: Wereld) => {
  const [channel] = wereld.kanalen("meldpunt");
  if (channel === undefined) throw new Error("no channel");
  return channel;
};
const elders = (wereld: Wereld, more: { readonly gast?: boolean } = {}) => wereld.vreemde("bezoeker@elders.example", more);

const stuurAgenda = async (wereld: Wereld, beheerder: Mens): Promise<void> => {
  await gepland(wereld);
  wereld.slaaptTot("2026-12-01T10:00:00+01:00");
  await wereld.wordt("2026-12-01T10:01:00+01:00");
  await beheerder.klikt("Verstuur nu", { in: "prive" });
};

/** Where it is shown counts too: before something is posted, the bot looks who can read along. */
describe.each(beide)("wie in een kanaal meeleest, op $name", (chat) => {
  const nu = wereldVoor(chat);

  it("iemand die niet bij de tafel hoort: de agenda wacht, de tafelbeheerder hoort het één keer, en daarna komt alles vanzelf", async () => {
    const wereld = nu();
    const [beheerder, deelnemer, buiten] = [await wereld.mens("P06"), await wereld.mens("P09"), await wereld.mens("P11")];
    const kanaal = wereld.tafelkanaal("mdo");
    await wereld.inKanaal(kanaal, [beheerder, deelnemer, buiten]);
    await stuurAgenda(wereld, beheerder);
    expect(wereld.tafelTeksten("mdo").join()).not.toContain("donderdag 3 december");
    expect(verteld(beheerder, "niet bij de tafel hoort")).toHaveLength(1);
    expect(verteld(beheerder, "Aantal: 1")).toHaveLength(1);
    expect(verteld(beheerder, "Femke")).toHaveLength(0);
    wereld.nu = new Date("2026-12-01T10:30:00+01:00");
    await wereld.klaar();
    expect(verteld(beheerder, "niet bij de tafel hoort")).toHaveLength(1);

    const regisseur = await wereld.mens("P12");
    await regisseur.klikt("Niet bezorgd");
    expect(regisseur.ziet()).toContain("Kanaal van MDO mensenhandel");
    expect(regisseur.ziet()).toContain("Lezers die niet bij de tafel horen: 1.");

    await wereld.inKanaal(kanaal, [beheerder, deelnemer]);
    expect(wereld.tafelTeksten("mdo").join()).toContain("donderdag 3 december");
    expect(await spoor(wereld, kanaal.id)).toEqual([
      expect.stringContaining("systeem publiek.buiten_tafel geweigerd"),
      expect.stringContaining("systeem publiek.goed gedaan"),
    ]);
  });

  it("een kanaal dat met een andere organisatie wordt gedeeld: de kaart wordt een neutrale regel, en komt terug na het delen", async () => {
    const wereld = nu();
    const kanaal = meldpunt(wereld);
    const [analist, af] = [await wereld.mens("P05"), await wereld.mens("P01")];
    await wereld.inKanaal(kanaal, [analist, af]);
    const { code } = await gemeld(wereld);
    expect(wereld.kanaal("meldpunt")).toContain(code);

    await wereld.inKanaal(kanaal, [analist, af], { gedeeld: true });
    expect(wereld.kanaal("meldpunt")).not.toContain(code);
    expect(wereld.kanaal("meldpunt")).toContain("Deze kaart is vervallen");
    expect(verteld(af, "wordt gedeeld met een andere organisatie")).toHaveLength(1);
    const later = await gemeld(wereld);
    expect(wereld.kanaal("meldpunt")).not.toContain(later.code);

    await wereld.inKanaal(kanaal, [analist, af]);
    expect(wereld.kanaal("meldpunt")).toContain(code);
    expect(wereld.kanaal("meldpunt")).toContain(later.code);
    await analist.klikt("Ik pak dit op", { in: "kanaal", kanaal: kanaal.conversationId });
    expect(verteld(af, "wordt gedeeld met een andere organisatie")).toHaveLength(1);
  });

  it("een gast die het regiobestand niet noemt leest niets; een gast met een naam hoort erbij", async () => {
    const wereld = nu();
    const kanaal = meldpunt(wereld);
    const [analist, af, gast] = [await wereld.mens("P05"), await wereld.mens("P01"), await elders(wereld, { gast: true })];
    await wereld.inKanaal(kanaal, [analist, gast]);
    const { code } = await gemeld(wereld);
    expect(wereld.kanaal("meldpunt")).not.toContain(code);
    expect(verteld(af, "die de bot niet kent")).toHaveLength(1);

    const tenant = gast.platform === "slack" ? wereld.slack.teamId : wereld.teams.tenant;
    const account = { platform: gast.platform, tenant, userId: gast.userId, persoonId: "P14" as Mens["id"], gast: true };
    await wereld.store.importRegio({ ...wereld.regio, accounts: [account] });
    await wereld.klaar();
    expect(wereld.kanaal("meldpunt")).toContain(code);
  });

  it("wie deelnemer wordt, mag meteen meelezen; wie het niet meer is, niet meer", async () => {
    const wereld = nu();
    const [beheerder, nieuw] = [await wereld.mens("P06"), await wereld.mens("P11")];
    const kanaal = wereld.tafelkanaal("mdo");
    const neutraal = () => wereld.tafelTeksten("mdo").join().includes("Deze kaart is vervallen");
    await wereld.inKanaal(kanaal, [beheerder, nieuw]);
    expect(verteld(beheerder, "niet bij de tafel hoort")).toHaveLength(1);
    const { deelnemers, ...was } = (await wereld.store.store.inrichtingVan(kanaal.tafelId as TafelId)) as TafelInrichting;
    await richtIn(wereld.store, "mdo", { ...was, deelnemers: [...deelnemers, { persoonId: nieuw.id }] });
    await wereld.klaar();
    expect(await wereld.store.store.ongeschikteKanalen()).toEqual([]);
    await stuurAgenda(wereld, beheerder);
    expect(wereld.tafelTeksten("mdo").join()).toContain("donderdag 3 december");
    const { version: _, ...nuWas } = (await wereld.store.store.inrichtingVan(kanaal.tafelId as TafelId)) as TafelInrichting;
    await richtIn(wereld.store, "mdo", { ...nuWas, deelnemers });
    await wereld.klaar();
    expect(neutraal()).toBe(true);
    expect(verteld(beheerder, "niet bij de tafel hoort")).toHaveLength(2);
  });

  it("iemand van een andere gemeente leest niet mee in het kanaal van het meldpunt", async () => {
    const wereld = nu();
    const [analist, af, andere] = [await wereld.mens("P05"), await wereld.mens("P01"), await wereld.mens("P17")];
    await wereld.inKanaal(meldpunt(wereld), [analist, af, andere]);
    const { code } = await gemeld(wereld);
    expect(wereld.kanaal("meldpunt")).not.toContain(code);
    expect(verteld(af, "niet bij de gemeente hoort")).toHaveLength(1);
  });

  it("wie erbij kwam zonder dat de chat het meldde, ziet de bot de volgende nacht", async () => {
    const wereld = nu();
    const [kanaal, af] = [meldpunt(wereld), await wereld.mens("P01")];
    const { code } = await gemeld(wereld);
    expect(wereld.kanaal("meldpunt")).toContain(code);
    await wereld.inKanaal(kanaal, [await elders(wereld)], { stil: true });
    expect(wereld.kanaal("meldpunt")).toContain(code);
    await wereld.store.work.ensureMoment({ soort: "bewaren", objectId: "regio", op: minuten(60), stap: 0 });
    await wereld.wordt(minuten(61));
    expect(wereld.kanaal("meldpunt")).not.toContain(code);
    expect(verteld(af, "die de bot niet kent")).toHaveLength(1);
  });

  it("een commando of knop in een kanaal krijgt alleen antwoord voor wie het deed", async () => {
    const wereld = nu();
    const { conversationId } = meldpunt(wereld);
    const [analist, af] = [await wereld.mens("P05"), await wereld.mens("P01")];
    const { code } = await gemeld(wereld);
    const [kanaal, ander] = [wereld.kanaal("meldpunt"), af.priveBerichten()];
    await analist.typtInKanaal(conversationId, "acties");
    expect(analist.ziet()).toContain("acties");
    await analist.sluit();
    await analist.klikt("Bekijk", { in: "kanaal", kanaal: conversationId });
    expect(analist.ziet()).toContain("kanarieschuur");
    expect(analist.ziet()).toContain(code);
    // Teams has no answer that one person alone reads in a channel: there it says no more than this.
    expect(wereld.kanaal("meldpunt").replace("\n\nIk heb u een privébericht gestuurd.", "")).toBe(kanaal);
    expect(af.priveBerichten()).toEqual(ander);
  });

  it("veel kaarten gaan in stappen weg, en wat klaar is komt niet terug", async () => {
    const wereld = nu();
    const kanaal = meldpunt(wereld);
    for (let i = 0; i < 3; i++) await gemeld(wereld);
    await wereld.store.pool.query(`INSERT INTO posted_message (kind, object_id, recipient, platform, tenant, conversation_id, service_url, message_id, op)
      SELECT 'herinnering', 'oud' || n, recipient, platform, tenant, conversation_id, service_url, 'weg' || n, op FROM posted_message, generate_series(1, 45) n
      WHERE id = (SELECT min(id) FROM posted_message WHERE kind = 'triage')`);
    await wereld.store.pool.query("UPDATE signaal SET status = 'gemeentelijk_opgepakt', open = false WHERE id = (SELECT min(id) FROM signaal)");
    await wereld.inKanaal(kanaal, [await elders(wereld)]);
    expect(wereld.kanaal("meldpunt")).not.toContain("SG-");
    const { rows } = await wereld.store.pool.query("SELECT 1 FROM posted_message WHERE recipient = $1 AND weg_op IS NULL", [`channel:${kanaal.id}`]);
    expect(rows).toEqual([]);
    await wereld.inKanaal(kanaal, []);
    expect(wereld.kanaal("meldpunt").match(/SG-/g)).toHaveLength(2);
  });
});
