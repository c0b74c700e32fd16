import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BotProcess, startBot } from "../support/bot-process.js";
import { beeld, card, choose, field, openBrowser, openChannel, openChat, openPrivate, overzicht, press, text, type } from "../support/playground.js";

const inhoud = "Meerdere mensen slapen in een loods en mogen niet weg.";
const bsn = "999990019";
const vraag = "Kent u dit adres?";
const antwoord = "Bekend van een eerdere controle.";
const geheim = [inhoud, bsn, vraag, antwoord, "Havenweg"];

/** Each at a real local Teams client of his own, in front of the bot as `npm start` runs it. */
describe("from the melder to the regiehouder and back, in the try-out", () => {
  let bot: BotProcess;
  let browser: Browser;
  let code = "";
  const wie = {} as Record<"melder" | "analist" | "af" | "partner" | "regiehouder", Page>;

  const pageOf = async (rol: string): Promise<Page> => openChat(browser, Number((await bot.waitFor(new RegExp(`localhost:(\\d+) .*, ${rol}`)))[1]));

  beforeAll(async () => {
    [bot, browser] = await Promise.all([startBot(), openBrowser()]);
    wie.melder = await pageOf("melder");
    wie.analist = await pageOf("analist");
    wie.af = await pageOf("aandachtsfunctionaris van Rivierstede");
    wie.partner = await pageOf("partner");
    wie.regiehouder = await pageOf("regiehouder");
    await Promise.all([openChannel(wie.analist, "Meldpunt Rivierstede"), openChannel(wie.af, "Aandachtsfunctionaris Rivierstede")]);
    await Promise.all([wie.melder, wie.partner, wie.regiehouder].map(openPrivate));
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
  });

  /** Presses on the card in the channel; what opens is for this person alone, in his own chat. */
  const opens = async (page: Page, kanaal: string, knop: string, says: string): Promise<Locator> => {
    await openChannel(page, kanaal);
    await press(card(page, code), knop);
    await openPrivate(page);
    const opened = card(page, says);
    await opened.waitFor({ timeout: 20_000 });
    return opened;
  };

  it("is ready, and says where everybody is", async () => {
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    expect(bot.output()).toContain("ketenregisseur");
  });

  it("lets the melder start, says what is wrong, and keeps what he typed", async () => {
    const { melder } = wie;
    await type(melder, "signaal");
    const form = card(melder, "Wat zag u?");
    const omschrijving = field(form, "Wat zag u?").locator("textarea");
    await omschrijving.fill(inhoud);
    await choose(melder, field(form, "Waar merkte u het?").getByRole("combobox"), "Bij een huisbezoek");
    await field(form, "Werkt u met de meldcode?").getByRole("radio", { name: "Nee" }).check({ force: true });
    await beeld(form, "melden");
    await omschrijving.fill(`${inhoud} Het BSN is ${bsn}.`);
    await press(form, "Verstuur");
    await text(form, "Fout: Hier staat een BSN.");
    expect(await omschrijving.inputValue()).toContain(inhoud);
    await beeld(form, "melden-fout");
    await omschrijving.fill(inhoud);
    await field(form, "Adres").locator("input").fill("Havenweg 7");
    await field(form, "Personen").locator("textarea").fill(`Mevrouw met BSN ${bsn}`);
    await press(form, "Verstuur");
    await text(melder.locator("body"), "Uw code is");
    code = /SG-[0-9A-Z]{5}-[0-9A-Z]/.exec((await melder.locator("body").textContent()) ?? "")?.[0] ?? "";
    expect(code).not.toBe("");
    expect(await melder.locator(".ac-adaptiveCard").filter({ hasText: "Wat zag u?" }).count()).toBe(0);
    await beeld(card(melder, "We hebben uw signaal ontvangen."), "ontvangst");
  }, 30_000);

  it("lets the analist pick up, start and record the verrijking", async () => {
    const { analist } = wie;
    const kanaal = "Meldpunt Rivierstede";
    const triage = card(analist, code);
    await text(triage, "Niemand heeft dit opgepakt. Pakt u het op?");
    await beeld(triage, "triage-nieuw");
    await press(triage, "Ik pak dit op");
    await text(triage, "Opgepakt door Ruben Hoekstra");
    await beeld(triage, "triage-opgepakt");
    const start = await opens(analist, kanaal, "Start verrijking", "Waarom mag dit?");
    await beeld(start, "start-verrijking");
    await press(start, "Start verrijking");
    await text(analist.locator("body"), "U kunt nu gegevens opzoeken");
    const verrijken = await opens(analist, kanaal, "Leg verrijking vast", "Is het signaal versterkt?");
    expect(await field(verrijken, "Adres (beschermd)").locator("input").inputValue()).toBe("Havenweg 7");
    await field(verrijken, "Adres").getByRole("checkbox").check({ force: true });
    await field(verrijken, "Is het signaal versterkt?").getByRole("radio", { name: "Ja" }).check({ force: true });
    await beeld(verrijken, "verrijken");
    await press(verrijken, "Leg vast");
    await text(analist.locator("body"), "is opgeslagen");
    await openChannel(analist, kanaal);
    await text(triage, "Dit ligt nu bij de aandachtsfunctionaris.");
  }, 30_000);

  it("lets the aandachtsfunctionaris pick up and ask the politie", async () => {
    const { af } = wie;
    const triage = card(af, code);
    await press(triage, "Ik pak dit op");
    await text(triage, "Opgepakt door Marit Oosterveld");
    const form = await opens(af, "Aandachtsfunctionaris Rivierstede", "Vraag een partner", "Aan wie stelt u de vraag?");
    await form.getByRole("checkbox", { name: /Dennis Kramer/ }).check({ force: true });
    await field(form, "Uw vraag").locator("textarea").fill(vraag);
    await beeld(form, "vraag-partner");
    await press(form, "Stel de vraag");
    await text(af.locator("body"), `Uw vraag over ${code} is verstuurd.`);
    await openChannel(af, "Aandachtsfunctionaris Rivierstede");
    await text(triage, "0 van 1 antwoorden binnen");
    await beeld(triage, "triage-vraag");
  }, 30_000);

  it("lets the partner read and answer", async () => {
    const { partner } = wie;
    const bericht = card(partner, "Er is een vraag voor u");
    await beeld(bericht, "vraag");
    expect(await bericht.textContent()).not.toContain(vraag);
    await press(bericht, "Lees de vraag");
    const form = card(partner, vraag);
    await form.waitFor();
    expect(await form.textContent()).toContain(inhoud);
    await field(form, "Uw antwoord").getByRole("radio", { name: "Ja" }).check({ force: true });
    await field(form, "Toelichting").locator("textarea").fill(antwoord);
    await beeld(form, "antwoord");
    await press(form, "Geef antwoord");
    await text(partner.locator("body"), "Uw antwoord is verstuurd.");
    await text(partner.locator("body"), "U hoeft niets meer te doen.");
  }, 30_000);

  it("lets the aandachtsfunctionaris look and judge", async () => {
    const { af } = wie;
    await text(card(af, code), "1 van 1 antwoorden binnen");
    const bekijk = await opens(af, "Aandachtsfunctionaris Rivierstede", "Bekijk", "U bekijkt dit nu. Dit wordt vastgelegd.");
    await text(bekijk, antwoord);
    await beeld(bekijk, "bekijk");
    const form = await opens(af, "Aandachtsfunctionaris Rivierstede", "Oordeel en route", "Is er een vermoeden van mensenhandel?");
    await field(form, "Is er een vermoeden van mensenhandel?").getByRole("radio", { name: "Ja" }).check({ force: true });
    await field(form, "Leg uit waarom").locator("textarea").fill("Het beeld past bij uitbuiting.");
    await choose(af, field(form, "Bij ja: welke route?").getByRole("combobox"), "Zorg en strafrecht");
    await choose(af, field(form, "Bij ja: wie krijgt de regie?").getByRole("combobox"), /Ilse Dekkers/);
    await beeld(form, "oordeel");
    await press(form, "Leg oordeel vast");
    await text(af.locator("body"), `Uw oordeel over ${code} is opgeslagen.`);
    await openChannel(af, "Aandachtsfunctionaris Rivierstede");
    await text(card(af, code), "verder besproken");
    await beeld(card(af, code), "triage-besproken");
  }, 30_000);

  it("lets the regiehouder accept, and tells the melder", async () => {
    const { regiehouder, melder } = wie;
    const bericht = card(regiehouder, "Wilt u de regie nemen?");
    await beeld(bericht, "regie");
    await press(bericht, "Bekijk casus");
    const casus = card(regiehouder, "U bekijkt dit nu.");
    await text(casus, inhoud);
    await beeld(casus, "casus");
    await press(casus, "Ik neem de regie");
    await text(regiehouder.locator("body"), "U heeft de regie.");
    await beeld(bericht, "regie-aanvaard");
    await text(melder.locator("body"), "Wij bespreken uw signaal verder.");
    await beeld(card(melder, "Wij bespreken uw signaal verder."), "terugkoppeling");
    await overzicht(browser, "overzicht", [
      { wie: "De melder meldt", wat: ["melden"] },
      { wie: "Het kanaal ziet alleen hoe ver het is", wat: ["triage-nieuw", "triage-opgepakt", "triage-vraag", "triage-besproken"] },
      { wie: "Ieder krijgt wat voor hem is", wat: ["vraag", "regie", "terugkoppeling"] },
    ]);
  }, 30_000);

  it("never showed content in a channel", async () => {
    for (const page of [wie.analist, wie.af]) {
      await openChannel(page, page === wie.af ? "Aandachtsfunctionaris Rivierstede" : "Meldpunt Rivierstede");
      const shown = await page.locator("body").textContent();
      expect(shown).toContain(code);
      for (const tekst of geheim) expect(shown).not.toContain(tekst);
    }
  });
});
