import { describe, expect, it } from "vitest";
import type { TafelId } from "../../src/domain/regio/regio.js";
import { dagVan } from "../../src/domain/tijd/tijd.js";
import { prive } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Mens, type Wereld } from "../support/wereld.js";

const t = (id: string): TafelId => id as TafelId;
const komend = async (wereld: Wereld, tafel: string, limit = 400) => wereld.store.store.komendeOverleggen(t(tafel), wereld.nu, limit);
const dagen = async (wereld: Wereld, tafel: string, limit = 400) => (await komend(wereld, tafel, limit)).map((overleg) => dagVan(overleg.begin) as string);
const wachtOp = async (wereld: Wereld, soort: string): Promise<number> =>
  Number((await wereld.store.pool.query("SELECT count(*)::int AS n FROM due_moment WHERE soort = $1 AND done_op IS NULL", [soort])).rows[0].n);
const audit = async (wereld: Wereld): Promise<readonly string[]> =>
  (
    await wereld.store.pool.query(
      "SELECT wie || ' ' || actie || ' ' || resultaat AS r FROM audit_line WHERE actie LIKE 'overleg.%' OR actie LIKE 'tafel.%' OR actie LIKE 'agenda.%' ORDER BY id",
    )
  ).rows.map((row: { r: string }) => row.r);
/** The import has planned what it set up. */
const gepland = (wereld: Wereld): Promise<void> => wereld.wordt(new Date(wereld.nu.getTime() + 60_000));

/** Time passed, in one leap: what fell due meanwhile happens now. */
const later = (wereld: Wereld, moment: string): Promise<void> => {
  wereld.slaaptTot(moment);
  return gepland(wereld);
};

/** From the list of tafels to the overleggen of this one; buttons of rows carry no name, so the list is of one tafel. */
const opent = async (mens: Mens, knop: string): Promise<void> => {
  await mens.typt("tafel");
  await mens.klikt(knop);
};

describe.each(beide)("tafels op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("de overleggen van een jaar staan klaar, en opnieuw plannen verandert niets", async () => {
    const wereld = nu();
    await gepland(wereld);
    const mdo = await dagen(wereld, "mdo");
    expect(mdo.slice(0, 2)).toEqual(["2026-12-03", "2027-01-07"]);
    expect(mdo).toContain("2027-05-13");
    expect(mdo).not.toContain("2027-05-06");
    expect(mdo.at(-1)?.slice(0, 7)).toBe("2027-12");
    expect(await dagen(wereld, "ctz")).toEqual([]);
    const voor = JSON.stringify(await komend(wereld, "mdo"));
    expect(await wachtOp(wereld, "plannen")).toBe(10);
    await later(wereld, "2026-12-01T08:00:00+01:00");
    expect(JSON.stringify(await komend(wereld, "mdo"))).toBe(voor);
    expect(await wachtOp(wereld, "plannen")).toBe(10);
  });

  it("een deelnemer ziet zijn tafels en mag niets veranderen", async () => {
    const wereld = nu();
    await gepland(wereld);
    const deelnemer = await wereld.mens("P09");
    await deelnemer.typt("tafel");
    expect(deelnemer.ziet()).toContain("MDO mensenhandel");
    expect(deelnemer.ziet()).toContain("eerste donderdag van de maand, 10.00 uur");
    expect(deelnemer.ziet()).toContain("Volgend overleg: do 3 december, 10.00");
    expect(deelnemer.ziet()).not.toContain("Signaleringsoverleg");
    const waar = deelnemer.knoppen("venster").length > 0 ? "venster" : "prive";
    expect(deelnemer.knoppen(waar)).not.toContain("Inrichten");
    expect(deelnemer.knoppen(waar)).not.toContain("Extra overleg");
  });

  it("wie aan geen tafel zit, leest wat hij kan doen", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    await melder.typt("tafel");
    expect(melder.ziet()).toContain("U zit aan geen tafel.");
  });

  it("de tafelbeheerder verzet een overleg, en iedereen aan tafel krijgt bericht", async () => {
    const wereld = nu();
    await gepland(wereld);
    const [deelnemer, beheerder] = [await wereld.mens("P09"), await wereld.mens("P05")];
    await opent(beheerder, "Overleggen");
    expect(beheerder.ziet()).toContain("ma 4 januari 2027, 9.30–10.30");
    await beheerder.klikt("Verzet");
    await beheerder.vult({ "Nieuwe dag": "2026-11-20" });
    expect(beheerder.fouten()).toEqual({ "Nieuwe dag": expect.stringContaining("Kies een dag na vandaag.") });
    await beheerder.vult({ "Nieuwe dag": "2026-12-25" });
    expect(beheerder.fouten()).toEqual({ "Nieuwe dag": expect.stringContaining("feestdag") });
    await beheerder.vult({ "Nieuwe dag": "2027-06-02", "Hoe laat?": "tien uur" });
    expect(beheerder.fouten()).toEqual({ "Hoe laat?": expect.stringContaining("Dit is geen tijd.") });
    await beheerder.vult({ "Nieuwe dag": "2027-06-02", "Hoe laat?": "14.00" });
    expect(beheerder.ziet()).toContain("Het overleg is verzet naar woensdag 2 juni 2027.");
    const verzet = await dagen(wereld, "sig");
    expect(verzet).toContain("2027-06-02");
    await beheerder.opnieuw();
    await later(wereld, "2026-12-02T08:00:00+01:00");
    expect((await dagen(wereld, "sig")).slice(0, verzet.length)).toEqual(verzet);
    expect((await audit(wereld)).filter((regel) => regel === "P05 overleg.verzetten gedaan")).toHaveLength(1);
    expect(prive(deelnemer)).not.toContain("Overleg verzet");
    const partner = await wereld.mens("P08");
    await wereld.klaar();
    expect(prive(partner)).toMatch(/Overleg verzet[\s\S]*Signaleringsoverleg[\s\S]*wo 2 juni 2027, 14.00–15.00[\s\S]*Dit overleg was op/);
  });

  it("een overleg vervalt, en plannen brengt het niet terug", async () => {
    const wereld = nu();
    await gepland(wereld);
    const [partner, beheerder] = [await wereld.mens("P08"), await wereld.mens("P05")];
    await opent(beheerder, "Overleggen");
    const voor = await dagen(wereld, "sig");
    await beheerder.klikt("Laat vervallen");
    await beheerder.vult({});
    expect(beheerder.ziet()).toContain("Het overleg gaat niet door.");
    const na = await dagen(wereld, "sig");
    expect(na).toHaveLength(voor.length - 1);
    expect(prive(partner)).toContain("Overleg gaat niet door");
    await later(wereld, "2026-12-02T08:00:00+01:00");
    expect((await dagen(wereld, "sig")).slice(0, na.length)).toEqual(na);
  });

  it("een spoedoverleg in één formulier, alleen voor wie gekozen is", async () => {
    const wereld = nu();
    await gepland(wereld);
    const [gekozen, ander, beheerder] = [await wereld.mens("P08"), await wereld.mens("P10"), await wereld.mens("P05")];
    await opent(beheerder, "Extra overleg");
    const spoed = {
      "Wat voor overleg?": "Spoedoverleg, mag ook op een vrije dag",
      "Welke dag?": "2026-11-24",
      "Hoe laat?": "8.30",
      "Wie nodigt u uit?": "Dennis Kramer (Politie, eenheid Oeverland), Ruben Hoekstra (Gemeente Rivierstede)",
    };
    await beheerder.vult({ ...spoed, Plaats: "Bel 06-12345678" });
    expect(beheerder.fouten()).toEqual({ Plaats: expect.stringContaining("geen gegevens van een persoon") });
    await beheerder.vult({ ...spoed, Plaats: "Kamer 9" });
    expect(beheerder.ziet()).toContain("Het overleg staat op dinsdag 24 november.");
    expect(prive(gekozen)).toMatch(/Spoedoverleg[\s\S]*di 24 november, 8.30–9.30[\s\S]*Kamer 9/);
    expect(prive(ander)).not.toContain("Spoedoverleg");
    const [eerste] = await komend(wereld, "sig", 1);
    expect(eerste).toMatchObject({ soort: "spoed", genodigden: ["P08", "P05"].sort((a, b) => (a === "P08" ? -1 : b === "P08" ? 1 : 0)) });
    await beheerder.opnieuw();
    expect((await komend(wereld, "sig", 5)).filter((overleg) => overleg.soort === "spoed")).toHaveLength(1);
  });

  it("inrichten: eerst de data in woorden, dan opslaan; wat niet klopt staat bij het veld", async () => {
    const wereld = nu();
    await gepland(wereld);
    const [partner, beheerder] = [await wereld.mens("P08"), await wereld.mens("P05")];
    await opent(beheerder, "Inrichten");
    expect(beheerder.waarden()).toMatchObject({ "Hoe vaak?": "Om de week", "Op welke dag?": "maandag", "Hoe laat?": "9.30" });
    await beheerder.vult({ "Hoe vaak?": "Anders", "Ander ritme (cron)": "61 10 * * 4" });
    expect(beheerder.fouten()).toEqual({ "Ander ritme (cron)": expect.stringContaining("geen geldig ritme") });
    await beheerder.vult({ "Hoe vaak?": "Anders", "Ander ritme (cron)": "0 10 31 2 *" });
    expect(beheerder.fouten()).toEqual({ "Ander ritme (cron)": expect.stringContaining("komt niet voor") });
    await beheerder.vult({
      "Hoe vaak?": "Eerste van de maand",
      "Op welke dag?": "donderdag",
      "Hoe laat?": "10.00",
      "Vanaf welke dag?": "2027-03-01",
      "Hoe lang, in minuten?": "5",
    });
    expect(beheerder.fouten()).toEqual({ "Hoe lang, in minuten?": expect.stringContaining("Vul een heel getal in") });
    await beheerder.vult({ "Hoe lang, in minuten?": "60" });
    expect(beheerder.ziet()).toContain("Kloppen deze data?");
    expect(beheerder.ziet()).toContain("eerste donderdag van de maand, 10.00 uur");
    expect(beheerder.ziet()).toContain("vrijdag 7 mei 2027, 10.00 uur · in plaats van do 6 mei 2027");
    expect(beheerder.ziet()).toContain("donderdag 5 augustus 2027, 10.00 uur · schoolvakantie");
    expect(await dagen(wereld, "sig")).toContain("2027-01-04");
    await beheerder.klikt("Terug");
    expect(beheerder.waarden()).toMatchObject({ "Hoe vaak?": "Eerste van de maand", "Op welke dag?": "donderdag", "Hoe lang, in minuten?": "60" });
    await beheerder.vult({});
    await beheerder.klikt("Opslaan");
    expect(beheerder.ziet()).toContain("De tafel is ingericht.");
    expect((await dagen(wereld, "sig")).slice(0, 3)).toEqual(["2027-03-04", "2027-04-01", "2027-05-07"]);
    expect(prive(partner)).toContain("Nieuw rooster");
    expect(await audit(wereld)).toContain("P05 tafel.inrichten gedaan");
    await wereld.store.importRegio(wereld.regio);
    await gepland(wereld);
    expect((await dagen(wereld, "sig")).slice(0, 2)).toEqual(["2027-03-04", "2027-04-01"]);
  });

  it("een agenda-link toont alleen tafel, tijd en plaats, en stopt wanneer de deelnemer dat wil", async () => {
    const wereld = nu();
    await gepland(wereld);
    const deelnemer = await wereld.mens("P05");
    await opent(deelnemer, "Mijn agenda-link");
    expect(deelnemer.ziet()).toContain("U heeft er nog geen.");
    await deelnemer.klikt("Nieuwe link");
    const linkIn = (tekst: string): string => /https:\/\/bot\.example\/agenda\/[\w-]+\.ics/.exec(tekst.replaceAll("\\", ""))?.[0] ?? "";
    const link = linkIn(deelnemer.ziet());
    const agenda = await wereld.haalt(link);
    expect([agenda.status, agenda.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    const tekst = (await agenda.text()).replaceAll("\r\n ", "");
    expect(tekst).toContain("SUMMARY:Overleg Signaleringsoverleg");
    expect(tekst).toContain("DTSTART:20270104T083000Z");
    expect(tekst).toContain("DTSTART:20270607T073000Z");
    expect(tekst).toContain("LOCATION:Stadhuis Rivierstede\\, kamer 4");
    for (const { naam, email } of wereld.regio.personen) for (const geheim of [naam, email]) expect(tekst).not.toContain(geheim);
    const { rows } = await wereld.store.pool.query("SELECT token_hash FROM agenda_feed");
    expect(JSON.stringify(rows)).not.toContain(link.slice(29, 45));

    await opent(deelnemer, "Mijn agenda-link");
    expect(deelnemer.ziet()).toContain("U heeft een link sinds");
    await deelnemer.klikt("Nieuwe link");
    expect((await wereld.haalt(link)).status).toBe(404);
    const nieuwe = linkIn(deelnemer.ziet());
    expect((await wereld.haalt(nieuwe)).status).toBe(200);
    await opent(deelnemer, "Mijn agenda-link");
    await deelnemer.klikt("Stop de link");
    expect((await wereld.haalt(nieuwe)).status).toBe(404);
    expect((await wereld.haalt("https://bot.example/agenda/nietsdatbestaat123456.ics")).status).toBe(404);
  });

  it("een schoolvakantie vraagt de tafelbeheerder, ook als de bot drie dagen stilstond, en maar één keer", async () => {
    const wereld = nu();
    await gepland(wereld);
    const beheerder = await wereld.mens("P05");
    await later(wereld, "2027-01-30T12:00:00+01:00");
    expect(prive(beheerder)).not.toContain("Gaat dit overleg door?");
    wereld.slaaptTot("2027-02-02T12:00:00+01:00");
    const ander = await wereld.store.another();
    const claims = await Promise.all([wereld.store.work.claimMoments(wereld.nu, 1, 50), ander.work.claimMoments(wereld.nu, 1, 50)]);
    expect(claims.flat().filter(({ soort }) => soort === "bezetting").length).toBeLessThanOrEqual(2);
    await gepland(wereld);
    expect(prive(beheerder).match(/Gaat dit overleg door\?/g)).toHaveLength(1);
    expect(prive(beheerder)).toContain("ma 15 februari, 9.30–10.30");
    await beheerder.klikt("Het gaat door", { in: "prive" });
    expect(prive(beheerder)).toContain("Dit overleg gaat door. U hoeft niets meer te doen.");
    expect(await audit(wereld)).toContain("P05 overleg.gaat_door gedaan");
    await later(wereld, "2027-02-04T12:00:00+01:00");
    expect(await dagen(wereld, "sig", 2)).toEqual(["2027-02-15", "2027-03-01"]);
  });
});
