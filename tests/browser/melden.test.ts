import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BotProcess, startBot } from "../support/bot-process.js";
import { choose, chooseToday, openBrowser, openChat, type } from "../support/playground.js";

describe("the local try-out, as somebody sees it for the first time", () => {
  let bot: BotProcess;
  let browser: Browser;
  let melder: Page;
  let analist: Page;
  const portOf = async (rol: string): Promise<number> => Number((await bot.waitFor(new RegExp(`localhost:(\\d+) .*${rol}`)))[1]);

  beforeAll(async () => {
    [bot, browser] = await Promise.all([startBot(), openBrowser()]);
    [melder, analist] = await Promise.all([openChat(browser, await portOf("melder")), openChat(browser, await portOf("analist"))]);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
  });

  it("is ready, and says where everybody is", async () => {
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    expect(bot.output()).toContain("ketenregisseur");
  });

  it("carries a signaal from the melder to the channel of the meldpunt", async () => {
    await analist.getByText("Meldpunt Rivierstede").first().click();
    await melder.getByRole("treeitem", { name: "Personal Chat" }).click();
    await type(melder, "signaal");
    const card = melder.locator(".ac-adaptiveCard").last();
    await card.getByText("Wat zag u?").waitFor();
    await card.locator("textarea").first().fill("Meerdere mensen slapen in een loods en mogen niet weg.");
    await chooseToday(melder, card.getByRole("combobox").nth(0));
    await choose(melder, card.getByRole("combobox").nth(1), "Balie");
    await card.getByRole("radio", { name: "Nee" }).check({ force: true });
    await card.getByRole("button", { name: "Verstuur" }).click();
    await expect.poll(() => melder.locator("body").textContent(), { timeout: 15_000 }).toMatch(/SG-[0-9A-Z]{5}-[0-9A-Z]/);
    const code = /SG-[0-9A-Z]{5}-[0-9A-Z]/.exec((await melder.locator("body").textContent()) ?? "")?.[0] ?? "";
    await analist.getByText(code).first().waitFor({ timeout: 15_000 });
    expect(await analist.locator("body").textContent()).not.toContain("loods");
  }, 60_000);
});
