import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BotProcess, startBot } from "../support/bot-process.js";
import { beeld, card, choose, field, openBrowser, openChannel, openChat, openPrivate, press, text, type } from "../support/playground.js";

const inhoud = "Iemand slaapt op het werk en heeft geen paspoort.";
const kanaal = "Aandachtsfunctionaris Rivierstede";
const tafelVraag = "Welke plek is veilig?";
const besluit = "Er komt een veilige plek voor vrijdag.";
const actie = "Een veilige plek regelen";
const geheim = [inhoud, tafelVraag, besluit, actie];

/** Today in Amsterdam, some minutes from now, as people type it. */
const straks = (minuten: number): { readonly datum: string; readonly tijd: string; readonly dag: (dagen: number) => string } => {
  const moment = new Date(Date.now() + minuten * 60_000);
  const dag = (over: Date): string => over.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
  const tijd = moment.toLocaleTimeString("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit" }).replace(":", ".");
  return { datum: dag(moment), tijd, dag: (dagen) => dag(new Date(moment.getTime() + dagen * 86_400_000)) };
};

/** From inbreng to an actie that is done, each at a real local Teams client of his own. */
describe("a casus at its tafel, in the try-out", () => {
  let bot: BotProcess;
  let browser: Browser;
  let code = "";
  const wie = {} as Record<"af" | "partner" | "voorzitter" | "zorg", Page>;
  const pageOf = async (rol: string): Promise<Page> => openChat(browser, Number((await bot.waitFor(new RegExp(`localhost:(\\d+) .*, ${rol}`)))[1]));

  beforeAll(async () => {
    [bot, browser] = await Promise.all([startBot(), openBrowser()]);
    wie.af = await pageOf("aandachtsfunctionaris van Rivierstede");
    wie.partner = await pageOf("partner");
    wie.voorzitter = await pageOf("regiehouder");
    wie.zorg = await pageOf("zorgco");
    await openChannel(wie.af, kanaal);
    await Promise.all([wie.partner, wie.voorzitter, wie.zorg].map(openPrivate));
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
  });

  /** Opens a form from the card of the signaal; it comes in his own chat. */
  const opens = async (page: Page, knop: string, says: string): Promise<Locator> => {
    await openChannel(page, kanaal);
    await press(card(page, code), knop);
    await openPrivate(page);
    const opened = card(page, says);
    await opened.waitFor({ timeout: 20_000 });
    return opened;
  };
  const typeIn = (form: Locator, label: string, waarde: string): Promise<void> => field(form, label).locator("input, textarea").first().fill(waarde);
  const kies = (page: Page, form: Locator, label: string, optie: string | RegExp): Promise<void> =>
    choose(page, field(form, label).getByRole("combobox"), optie);
  /** The card from which the meeting is led. */
  const loopt = (): Locator =>
    card(wie.voorzitter, /Noteer een besluit of een actie|Ga verder als dit klaar is|Begin het overleg als iedereen er is|Het overleg is gesloten/);

  it("gets a signaal under a route", async () => {
    const { af, partner, voorzitter } = wie;
    await openPrivate(af);
    await type(af, "signaal");
    const form = card(af, "Wat zag u?");
    await typeIn(form, "Wat zag u?", inhoud);
    await kies(af, form, "Waar merkte u het?", "Bij een huisbezoek");
    await field(form, "Werkt u met de meldcode?").getByRole("radio", { name: "Nee" }).check({ force: true });
    await press(form, "Verstuur");
    await text(af.locator("body"), "Uw code is");
    code = /SG-[0-9A-Z]{5}-[0-9A-Z]/.exec((await af.locator("body").textContent()) ?? "")?.[0] ?? "";
    await openChannel(af, kanaal);
    await press(card(af, code), "Ik pak dit op");
    const vraag = await opens(af, "Vraag een partner", "Aan wie stelt u de vraag?");
    await vraag.getByRole("checkbox", { name: /Dennis Kramer/ }).check({ force: true });
    await typeIn(vraag, "Uw vraag", "Kent u dit adres?");
    await press(vraag, "Stel de vraag");
    await press(card(partner, "Er is een vraag voor u"), "Lees de vraag");
    const antwoord = card(partner, "Kent u dit adres?");
    await field(antwoord, "Uw antwoord").getByRole("radio", { name: "Ja" }).check({ force: true });
    await press(antwoord, "Geef antwoord");
    const oordeel = await opens(af, "Oordeel en route", "Is er een vermoeden van mensenhandel?");
    await field(oordeel, "Is er een vermoeden van mensenhandel?").getByRole("radio", { name: "Ja" }).check({ force: true });
    await typeIn(oordeel, "Leg uit waarom", "Het beeld past bij uitbuiting.");
    await kies(af, oordeel, "Bij ja: welke route?", "Zorg en strafrecht");
    await kies(af, oordeel, "Bij ja: wie krijgt de regie?", /Ilse Dekkers/);
    await press(oordeel, "Leg oordeel vast");
    await press(card(voorzitter, "Wilt u de regie nemen?"), "Bekijk casus");
    await press(card(voorzitter, "U bekijkt dit nu."), "Ik neem de regie");
    await text(voorzitter.locator("body"), "U heeft de regie.");
  }, 90_000);

  it("plans a spoedoverleg in one form", async () => {
    const { voorzitter } = wie;
    await type(voorzitter, "tafel");
    await card(voorzitter, "MDO mensenhandel").getByRole("button", { name: "Overleggen", exact: true }).first().click();
    const overleggen = card(voorzitter, "ZVH kamer 2 of online").filter({ hasText: "Mijn agenda-link" });
    await press(overleggen, "Extra overleg");
    const form = card(voorzitter, "Wie nodigt u uit?");
    const { datum, tijd } = straks(9);
    await field(form, "Wat voor overleg?").getByRole("radio", { name: /poed/ }).check({ force: true });
    await typeIn(form, "Welke dag?", datum);
    await typeIn(form, "Hoe laat?", tijd);
    await beeld(form, "overleg-spoed");
    await press(form, "Plan overleg");
    await text(voorzitter.locator("body"), "poedoverleg");
  }, 30_000);

  it("brings the casus in, with who may know it", async () => {
    const { af, voorzitter } = wie;
    await openPrivate(af);
    await type(af, `casus ${code}`);
    await press(card(af, code), "Meer");
    await press(card(af, "Breng in bij een tafel"), "Breng in bij een tafel");
    const form = card(af, "Wat vraagt u aan de tafel?");
    await form.waitFor();
    await field(form, "Bij welk overleg?").getByRole("combobox").click();
    await af.getByRole("option").first().click();
    await typeIn(form, "Wat vraagt u aan de tafel?", tafelVraag);
    await kies(af, form, "Wat moet de tafel doen?", "Besluiten");
    await field(form, "Mag iedereen dit weten?").getByRole("checkbox").check({ force: true });
    await beeld(form, "overleg-inbrengen");
    await press(form, "Breng in");
    await text(af.locator("body"), "Uw punt gaat naar MDO mensenhandel");
    // The agenda goes out when the bot next looks what is due: once a minute.
    await voorzitter.getByText("is voor u.").first().waitFor({ timeout: 90_000 });
    await beeld(card(voorzitter, "is voor u."), "overleg-uitnodiging");
  }, 150_000);

  it("is led from one card", async () => {
    const { voorzitter } = wie;
    await voorzitter.getByText("Begin het overleg als iedereen er is.").first().waitFor({ timeout: 90_000 });
    await beeld(loopt(), "overleg-klaar");
    await press(loopt(), "Agenda");
    await text(voorzitter.locator("body"), "besloten casus");
    await beeld(card(voorzitter, "besloten casus"), "overleg-agenda");
    await press(loopt(), "Begin het overleg");
    await text(voorzitter.locator("body"), "Ga verder als dit klaar is.");
    await beeld(loopt(), "overleg-opening");
    for (const titel of ["Privacycheck", "Besluiten en acties", "Casus"]) {
      await press(loopt(), "Volgend punt");
      await text(loopt(), titel);
    }
    await press(loopt(), "Besluit");
    const notitie = card(voorzitter, "Wat is besloten?");
    await typeIn(notitie, "Wat is besloten?", besluit);
    await press(notitie, "Noteer");
    await text(loopt(), "besluiten: 1");
    await press(loopt(), "Actie");
    const form = card(voorzitter, "Wat moet er gebeuren?");
    await typeIn(form, "Wat moet er gebeuren?", actie);
    await kies(voorzitter, form, "Wie doet het?", /Samira el Haddad/);
    await typeIn(form, "Wanneer is het klaar?", straks(0).dag(7));
    await press(form, "Noteer");
    await text(loopt(), "acties: 1");
    await beeld(loopt(), "overleg-casus");
    await press(loopt(), "Conclusie en verder");
    const conclusie = card(voorzitter, "Wat is de conclusie?");
    await typeIn(conclusie, "Wat is de conclusie?", "De tafel steunt dit.");
    await typeIn(conclusie, "Wanneer komt de casus terug?", straks(0).dag(20));
    await beeld(conclusie, "overleg-conclusie");
    await press(conclusie, "Sluit dit punt");
    await text(loopt(), "Rondvraag");
    await press(loopt(), "Sluit het overleg");
    const sluiten = card(voorzitter, "Alle punten zijn behandeld.");
    await press(sluiten, "Sluit het overleg");
    await text(voorzitter.locator("body"), "De besluitenlijst gaat als concept naar de deelnemers.");
  }, 200_000);

  it("follows the actie until the tafel accepts it", async () => {
    const { zorg, voorzitter } = wie;
    await text(zorg.locator("body"), /A-[0-9A-Z]{5}-[0-9A-Z]/);
    await type(zorg, "acties");
    const lijst = card(zorg, "Uw acties");
    await beeld(lijst, "overleg-acties");
    expect(await lijst.textContent()).not.toContain(actie);
    await press(lijst, "Klaar");
    const form = card(zorg, "Wat is het resultaat?");
    await typeIn(form, "Wat is het resultaat?", "De plek is geregeld.");
    await press(form, "Meld klaar");
    await text(voorzitter.locator("body"), "Akkoord");
    await press(card(voorzitter, "Akkoord"), "Akkoord");
    await text(zorg.locator("body"), /afgerond/i);
  }, 60_000);

  it("never showed content in a channel", async () => {
    await openChannel(wie.af, kanaal);
    const shown = (await wie.af.locator("body").textContent()) ?? "";
    expect(shown).toContain(code);
    for (const tekst of geheim) expect(shown).not.toContain(tekst);
  });
});
