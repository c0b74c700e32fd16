import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { laatste } from "../support/bewijs.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { bijAandachtsfunctionaris, gemeld, stelt } from "../support/stappen.js";
import { chats, maandag, Wereld, wereldklok } from "../support/wereld.js";

const [slack] = chats;
const minuten = (aantal: number): Date => new Date(maandag.getTime() + aantal * 60_000);

/** What does not arrive is told to somebody who can do something about it, waits in order, and comes by itself. */
describe("messages that do not arrive", () => {
  let database: TestStore;
  let wereld: Wereld;
  beforeAll(async () => {
    database = await openTestStore(wereldklok);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    if (slack === undefined) throw new Error("no Slack");
    wereld = await Wereld.start(slack, database);
  });
  afterEach(async () => {
    expect(wereld.bugs).toEqual([]);
    await wereld.stop();
  });

  const kanaal = () => wereld.kanalen("meldpunt")[0]?.conversationId ?? "";
  const archiveer = (archived: boolean) => void wereld.slack.addChannel(kanaal(), { archived });

  it("wait for a channel that was archived, while somebody of the gemeente is told once", async () => {
    const af = await wereld.mens("P01");
    archiveer(true);
    const { code } = await gemeld(wereld);
    await gemeld(wereld);
    expect(wereld.kanaal("meldpunt")).toBe("");
    const verteld = () => af.priveBerichten().filter((tekst) => tekst.includes("Berichten komen niet aan"));
    expect(verteld()).toHaveLength(1);
    expect(verteld()[0]).toContain("Rivierstede");
    expect(verteld()[0]).not.toContain(code);
    wereld.nu = minuten(6);
    await wereld.klaar();
    expect(verteld()).toHaveLength(1);

    const regisseur = await wereld.mens("P12");
    await regisseur.klikt("Niet bezorgd");
    expect(regisseur.ziet()).toContain("Kanaal van Rivierstede");
    expect(regisseur.ziet()).toContain("Wachten: 2");
    expect(regisseur.ziet()).not.toMatch(/P15|Niels/);

    archiveer(false);
    wereld.nu = minuten(60);
    await wereld.klaar();
    expect(wereld.kanaal("meldpunt")).toContain(code);
    expect(wereld.kanaal("meldpunt").split(code)[1]).toContain("SG-");
    await regisseur.klikt("Sluiten").catch(() => regisseur.sluit());
    await regisseur.klikt("Niet bezorgd");
    expect(regisseur.ziet()).toContain("Alle berichten komen aan");
  });

  it("of somebody who takes none are told to his deputy: what he is, not who", async () => {
    await wereld.mens("P03");
    const vervanger = await wereld.mens("P04");
    wereld.slack.addChannel(wereld.slack.dm("UP03"), { archived: true });
    const { af, code } = await bijAandachtsfunctionaris(wereld);
    await stelt(wereld, af, ["Samira el Haddad (Stichting Havenlicht Oeverland)"]);
    const bericht = laatste(vervanger);
    for (const woord of ["Berichten komen niet aan", "zorgcoördinator mensenhandel · Stichting Havenlicht Oeverland", "Deze collega"])
      expect(bericht).toContain(woord);
    expect(bericht).not.toMatch(new RegExp(`Samira|${code}`));
  });

  it("are sent at once when the ketenregisseur asks for it", async () => {
    const regisseur = await wereld.mens("P12");
    archiveer(true);
    const { code } = await gemeld(wereld);
    archiveer(false);
    await regisseur.klikt("Niet bezorgd");
    await regisseur.klikt("Stuur opnieuw");
    expect(regisseur.ziet()).toContain("opnieuw");
    expect(wereld.kanaal("meldpunt")).toContain(code);
  });

  it("that stand twice after a crash become one when somebody presses the one that is not known", async () => {
    const { code } = await gemeld(wereld);
    const analist = await wereld.mens("P05");
    // It was posted, the bot fell before it could note that, and posted it again.
    await wereld.store.pool.query("DELETE FROM posted_message WHERE kind = 'triage'");
    await wereld.store.pool.query("UPDATE outgoing SET status = 'wacht' WHERE kind = 'triage'");
    await wereld.klaar();
    const kaarten = () => wereld.slack.inChannel(kanaal());
    expect(kaarten()).toHaveLength(2);
    const [onbekend, bekend] = kaarten();
    const { messages } = wereld.slack;
    // He sees the older one only.
    messages.splice(messages.indexOf(bekend as (typeof messages)[number]), 1);
    const hersteld = { ...(bekend as (typeof messages)[number]) };
    messages.unshift(hersteld);
    await analist.klikt("Ik pak dit op", { in: "kanaal", kanaal: kanaal() });
    expect(onbekend?.text).toContain("vervallen");
    expect(hersteld.text).toContain(code);
    expect((await wereld.signaal(code)).behandelaarId).toBe("P05");
  });

  it("are not shown to who has nothing to do with it", async () => {
    const melder = await wereld.mens("P15");
    await expect(melder.klikt("Niet bezorgd")).rejects.toThrow("no button");
  });
});
