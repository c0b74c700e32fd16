import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beeld, openBrowser } from "../support/playground.js";
import { root } from "../support/source.js";

/** Runs in the page. What runs out of its card: wider than its place, so that words are cut or a phone scrolls sideways. */
const teBreed = `[...document.querySelectorAll('[data-taal="nl"] :is(.teams, .slack), [data-taal="nl"] :is(button, .knop)')]
  .filter((een) => een.scrollWidth > een.clientWidth + 1 || een.offsetWidth > window.innerWidth)
  .map((een) => een.closest(".voorbeeld").id + ": " + een.textContent.slice(0, 60))`;

/** The page of `npm run kaarten`, as wide as a phone and as a desk. */
describe("every sample of a card", () => {
  const folder = mkdtempSync(join(tmpdir(), "kaarten-"));
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const file = join(folder, "kaarten.html");
    execFileSync(process.execPath, [join(root, "scripts/kaarten.mjs"), file]);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    await page.goto(`file://${file}`);
    // It stays in sight, also in front of a card.
    await page.addStyleTag({ content: "header { display: none !important }" });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const teams = (id: string): Locator => page.locator(`[id="${id}.nl"] .teams`);

  it("is taken by both chats", async () => {
    expect(await page.locator(".fout").allTextContents()).toEqual([]);
    expect(await page.locator('[data-taal="nl"] .teams').count()).toBeGreaterThan(250);
  });

  it("has pictures for who is in no chat of the try-out", async () => {
    await beeld(teams("bekijk.bewaren"), "privacy-bewaren");
    await beeld(teams("bericht.rechten:noodmelding"), "privacy-nood");
    await beeld(teams("bekijk.casusexport"), "privacy-export");
    await beeld(teams("bekijk.bezorging"), "regie-niet-bezorgd");
    expect(await teams("bekijk.casusexport").textContent()).toContain("U ziet hier niets van de casus zelf.");
  });

  it("fits a phone, no word cut off", async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(teBreed)).toEqual([]);
  });
});
