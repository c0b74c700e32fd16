import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelOf, chatOf, people, tryOutRegio, userIdOf } from "../../src/adapters/tryout/people.js";
import { type TryOut, tryOut } from "../../src/adapters/tryout/tryout.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import { oeverland as bestand } from "../support/oeverland.js";
import { deafBot, openBrowser, openChat } from "../support/playground.js";

const parsed = parseRegioBestand(bestand());
if (!parsed.ok) throw new Error("the fictional region is not valid");
const oeverland = parsed.value;

describe("local try-out", () => {
  const folder = mkdtempSync(join(tmpdir(), "tryout-"));
  const printed: string[] = [];
  let bot: Awaited<ReturnType<typeof deafBot>>;
  let local: TryOut;
  let browser: Browser;

  beforeAll(async () => {
    bot = await deafBot();
    local = tryOut({
      regio: tryOutRegio(oeverland),
      dataDir: folder,
      taal: "nl",
      sleutelbestand: join(folder, "sleutels"),
      print: (line) => printed.push(line),
      firstPort: 56_450,
    });
    await Promise.all([local.start(bot.url), openBrowser().then((opened) => (browser = opened))]);
  });
  afterAll(async () => {
    local?.stop();
    await browser?.close();
    bot?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const portOf = (id: string): number => Number(new RegExp(`http://localhost:(\\d+) .*${nameOf(id)}`).exec(printed.join("\n"))?.[1]);
  const nameOf = (id: string): string => oeverland.personen.find((persoon) => persoon.id === id)?.naam ?? "?";

  it("gives everybody an address and says what to do", () => {
    for (const { id } of people) expect(portOf(id)).toBeGreaterThan(0);
    expect(printed.join("\n")).toContain("1. ");
    expect(printed.join("\n")).toContain(`De sleutel staat in ${join(folder, "sleutels")}`);
  });

  it("puts its own accounts and channels in the place of real ones", () => {
    const own = tryOutRegio(oeverland);
    expect(own.accounts).toHaveLength(people.length);
    expect(own.regio.channels.map((channel) => [channel.conversationId, channel.soort, channel.gemeenteId])).toEqual([
      ["kanaal-P05", "meldpunt", "rivierstede"],
      ["kanaal-P01", "aandachtsfunctionaris", "rivierstede"],
      ["kanaal-P02", "aandachtsfunctionaris", "dijkveld"],
    ]);
  });

  it("leaves out a gemeente where a signaal would reach nobody, and who works there", () => {
    const own = tryOutRegio(oeverland);
    expect(own.regio.gemeenten.map(({ id }) => id)).toEqual(["rivierstede", "dijkveld"]);
    expect(own.personen.map(({ id }) => id)).not.toContain("P17");
    expect(own.personen).toHaveLength(oeverland.personen.length - 1);
  });

  it("tells the bot of the personal chat and the channel once a page opens, and knows what an earlier page lost", async () => {
    const address = { platform: "teams", tenant: "t", conversationId: channelOf("P05"), serviceUrl: `http://localhost:${portOf("P05")}/_connector` } as const;
    const card = { template: "x", body: {}, titel: "", tekst: "", vertrouwelijk: false };
    const sender = local.guard({ send: async (to) => ({ ok: true, messageId: "m1", conversationId: to.conversationId }) });
    expect(bot.heard).toEqual([]);
    expect(local.isOpen(address)).toBe(false);
    expect(await sender.send(address, card)).toMatchObject({ ok: false, gone: false });

    const page = await openChat(browser, portOf("P05"));
    await expect
      .poll(() => bot.heard.map((activity) => activity.conversation.id), { timeout: 10_000 })
      .toEqual(expect.arrayContaining([channelOf("P05"), chatOf("P05")]));
    expect(new Set(bot.heard.map((activity) => activity.from.aadObjectId))).toEqual(new Set([userIdOf("P05")]));
    expect(bot.heard[0]?.serviceUrl).toBe(address.serviceUrl);
    expect(await sender.send(address, card)).toMatchObject({ ok: true });
    expect(await sender.send(address, card, "m1")).toMatchObject({ ok: true });

    await page.reload();
    await page.getByText("Connected.").waitFor();
    await expect.poll(() => local.isOpen(address)).toBe(true);
    expect(await sender.send(address, card, "m1")).toMatchObject({ ok: false, gone: true });
    await page.close();
    await expect.poll(() => local.isOpen(address)).toBe(false);
  });
});
