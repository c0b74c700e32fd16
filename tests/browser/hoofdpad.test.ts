import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BotProcess, startBot } from "../support/bot-process.js";
import { beeld, bericht, card, choose, field, openBrowser, openChannel, openChat, openPrivate, overzicht, press, text, type } from "../support/playground.js";

const inhoud = "Meerdere mensen slapen in een loods en mogen niet weg.";
const bsn = "999990019";
const vraag = "Kent u dit adres?";
const antwoord = "Bekend van een eerdere controle.";
const zorgAntwoord = "Wij kunnen haar vandaag ontvangen.";
const contact = "Bel alleen via de wijkverpleegkundige.";
const geheim = [inhoud, bsn, vraag, antwoord, zorgAntwoord, contact, "Havenweg"];

/** Each at a real local Teams client of his own, in front of the bot as `npm start` runs it. */
describe("from the melder to the regiehouder and back, in the try-out", () => {
  let bot: BotProcess;
  let browser: Browser;
  let code = "";
  const wie = {} as Record<"melder" | "analist" | "af" | "partner" | "zorg" | "regiehouder" | "buitenstaander", Page>;

  const pageOf = async (rol: string): Promise<Page> => openChat(browser, Number((await bot.waitFor(new RegExp(`localhost:(\\d+) .*, ${rol}`)))[1]));

  beforeAll(async () => {
    [bot, browser] = await Promise.all([startBot(), openBrowser()]);
    wie.melder = await pageOf("melder");
    wie.analist = await pageOf("analist");
    wie.af = await pageOf("aandachtsfunctionaris van Rivierstede");
    wie.partner = await pageOf("partner");
    wie.zorg = await pageOf("zorgco");
    wie.regiehouder = await pageOf("regiehouder");
    wie.buitenstaander = await pageOf("ketenregisseur");
    await Promise.all([openChannel(wie.analist, "Meldpunt Rivierstede"), openChannel(wie.af, "Aandachtsfunctionaris Rivierstede")]);
    await Promise.all([wie.melder, wie.partner, wie.zorg, wie.regiehouder, wie.buitenstaander].map(openPrivate));
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

  it("lets the aandachtsfunctionaris pick up and ask the politie and care", async () => {
    const { af } = wie;
    const triage = card(af, code);
    await press(triage, "Ik pak dit op");
    await text(triage, "Opgepakt door Marit Oosterveld");
    const form = await opens(af, "Aandachtsfunctionaris Rivierstede", "Vraag een partner", "Aan wie stelt u de vraag?");
    await form.getByRole("checkbox", { name: /Dennis Kramer/ }).check({ force: true });
    await form.getByRole("checkbox", { name: /Samira el Haddad/ }).check({ force: true });
    await field(form, "Uw vraag").locator("textarea").fill(vraag);
    await beeld(form, "vraag-partner");
    await press(form, "Stel de vraag");
    await text(af.locator("body"), `Uw vraag over ${code} is verstuurd.`);
    await openChannel(af, "Aandachtsfunctionaris Rivierstede");
    await text(triage, "0 van 2 antwoorden binnen");
    await beeld(triage, "triage-vraag");
  }, 30_000);

  it("lets the politie and care read and answer", async () => {
    const { partner, zorg } = wie;
    const melding = card(partner, "Er is een vraag voor u");
    await beeld(melding, "vraag");
    expect(await melding.textContent()).not.toContain(vraag);
    await press(melding, "Lees de vraag");
    const form = card(partner, vraag);
    await form.waitFor();
    expect(await form.textContent()).toContain(inhoud);
    await field(form, "Uw antwoord").getByRole("radio", { name: "Ja" }).check({ force: true });
    await field(form, "Toelichting").locator("textarea").fill(antwoord);
    await beeld(form, "antwoord");
    await press(form, "Geef antwoord");
    await text(partner.locator("body"), "Uw antwoord is verstuurd.");
    await text(partner.locator("body"), "U hoeft niets meer te doen.");
    await press(card(zorg, "Er is een vraag voor u"), "Lees de vraag");
    const zorgForm = card(zorg, vraag);
    await field(zorgForm, "Uw antwoord").getByRole("radio", { name: "Ja" }).check({ force: true });
    await field(zorgForm, "Toelichting").locator("textarea").fill(zorgAntwoord);
    await press(zorgForm, "Geef antwoord");
    await text(zorg.locator("body"), "Uw antwoord is verstuurd.");
  }, 30_000);

  it("lets the aandachtsfunctionaris look and judge", async () => {
    const { af } = wie;
    await text(card(af, code), "2 van 2 antwoorden binnen");
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
    const melding = card(regiehouder, "Wilt u de regie nemen?");
    await beeld(melding, "regie");
    await press(melding, "Bekijk casus");
    const casus = card(regiehouder, "U bekijkt dit nu.");
    await text(casus, inhoud);
    await beeld(casus, "casus");
    await press(casus, "Ik neem de regie");
    await text(regiehouder.locator("body"), "U heeft de regie.");
    await beeld(melding, "regie-aanvaard");
    await text(melder.locator("body"), "Wij bespreken uw signaal verder.");
    await beeld(card(melder, "Wij bespreken uw signaal verder."), "terugkoppeling");
    await overzicht(browser, "overzicht", [
      { wie: "De melder meldt", wat: ["melden"] },
      { wie: "Het kanaal ziet alleen hoe ver het is", wat: ["triage-nieuw", "triage-opgepakt", "triage-vraag", "triage-besproken"] },
      { wie: "Ieder krijgt wat voor hem is", wat: ["vraag", "regie", "terugkoppeling"] },
    ]);
  }, 30_000);

  it("takes on record that the victim agrees that her care is shared", async () => {
    const { regiehouder } = wie;
    const casusCode = /C-[0-9A-Z]{5}-[0-9A-Z]/.exec((await regiehouder.locator("body").textContent()) ?? "")?.[0] ?? "";
    await type(regiehouder, `casus ${casusCode}`);
    await press(card(regiehouder, "Kies ‘Bekijk casus’"), "Bekijk casus");
    await press(card(regiehouder, "U bekijkt dit nu."), "Toestemming");
    const form = card(regiehouder, "Hoe is het slachtoffer veilig te bereiken?");
    await form.getByRole("radio", { name: /Ja/ }).check({ force: true });
    await field(form, "Leg uit").locator("textarea").fill("Zij wil dat de zorg meekijkt.");
    await field(form, "Hoe is het slachtoffer veilig te bereiken?").locator("textarea").fill(contact);
    await beeld(form, "toestemming");
    await press(form, "Leg vast");
    await text(regiehouder.locator("body"), `Vastgelegd bij casus ${casusCode}.`);
  }, 30_000);

  it("shows the politie, care and an outsider each his own part of it, and what is withheld", async () => {
    const bekijkt = async (page: Page): Promise<Locator> => {
      await type(page, `casus ${code}`);
      await press(card(page, code), "Bekijk");
      const bekijk = card(page, "U bekijkt dit nu.");
      await bekijk.waitFor({ timeout: 20_000 });
      return bekijk;
    };
    const verborgen = (wat: string): string => `Niet zichtbaar voor u: ${wat}.`;
    const anderen = "de verrijking; vragen en antwoorden van anderen; oordeel en route; de stappen";
    const grondslag = "De grondslag waarop u dit leest, geeft dit niet.";
    const [politie, zorg] = await Promise.all([bekijkt(wie.partner), bekijkt(wie.zorg)]);
    const [leestPolitie, leestZorg] = [(await politie.textContent()) ?? "", (await zorg.textContent()) ?? ""];
    for (const leest of [leestPolitie, leestZorg]) {
      for (const tekst of [inhoud, "Veiligheidshuisconvenant", verborgen("de naam van de melder")]) expect(leest).toContain(tekst);
      for (const tekst of [antwoord, zorgAntwoord, "Niels Terpstra", "Ruben Hoekstra"]) expect(leest).not.toContain(tekst);
    }
    for (const tekst of ["Havenweg 7", bsn, `${verborgen(anderen)} ${grondslag}`]) expect(leestPolitie).toContain(tekst);
    for (const tekst of ["Zorg", "Toestemming", contact]) expect(leestPolitie).not.toContain(tekst);
    for (const tekst of ["Ja, toestemming gegeven", contact, `${verborgen(`adres, bedrijf en personen; ${anderen}`)} ${grondslag}`])
      expect(leestZorg).toContain(tekst);
    for (const tekst of ["Havenweg", bsn]) expect(leestZorg).not.toContain(tekst);

    await type(wie.buitenstaander, `casus ${code}`);
    const antwoordAan = bericht(wie.buitenstaander, "Deze code kennen wij niet, of u mag hem niet zien.");
    await antwoordAan.waitFor({ timeout: 20_000 });
    for (const tekst of geheim) expect(await wie.buitenstaander.locator("body").textContent()).not.toContain(tekst);
    await beeld(politie, "casus-politie");
    await beeld(zorg, "casus-zorg");
    await beeld(bericht(wie.buitenstaander, `casus ${code}`), "casus-buitenstaander-vraagt");
    await beeld(antwoordAan, "casus-buitenstaander");
    await overzicht(browser, "casus-drie-mensen", [
      { wie: "Politie, om afstemming gevraagd", wat: ["casus-politie"] },
      { wie: "Zorg, met toestemming", wat: ["casus-zorg"] },
      { wie: "Wie er geen deel aan heeft", wat: ["casus-buitenstaander-vraagt", "casus-buitenstaander"] },
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
