import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { slackClient } from "../../../src/adapters/slack/slack-client.js";
import { slackRoster } from "../../../src/adapters/slack/slack-profiel.js";
import { slackSender } from "../../../src/adapters/slack/slack-sender.js";
import type { Sender } from "../../../src/ports/chat.js";
import { cardOf, text } from "../../support/slack/cards.js";
import { type Failure, FakeSlack } from "../../support/slack/fake-slack.js";

let slack: FakeSlack;
let sender: Sender;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const client = () => slackClient({ botToken: "xoxb-test", teamId: slack.teamId, apiUrl: slack.apiUrl, taal: "nl" }, silent);
const card = cardOf([text("Signaal SG-1")], [], { tekst: "Signaal <SG-1> & meer" });
const to = (conversationId: string) => ({ platform: "slack" as const, tenant: slack.teamId, conversationId });

beforeAll(async () => {
  slack = await FakeSlack.start();
  slack.addUser({ id: "U1", naam: "Anna", email: "anna@example.org" });
  slack.addChannel("C1");
  slack.addChannel("C2", { bot: false });
  slack.addChannel("C3", { archived: true });
  sender = slackSender(client());
});
afterAll(() => slack.stop());

describe("a file", () => {
  const bestand = { naam: "lijst.md", mime: "text/markdown", inhoud: new TextEncoder().encode("# Lijst"), ophalen: { verb: "x", data: {} } };
  const metBestand = { ...card, bestand };
  const stand = () => ({ files: slack.files.length, messages: slack.messages.length });

  it("goes to one person by his id, and to a conversation by its own", async () => {
    expect(await sender.send(to("U1"), metBestand)).toMatchObject({ ok: true });
    expect(slack.files.at(-1)).toEqual({ channel: slack.dm("U1"), naam: "lijst.md", inhoud: Buffer.from("# Lijst") });
    expect(slack.calls.at(-1)?.args).toMatchObject({ channels: "U1", initial_comment: "Signaal &lt;SG-1&gt; &amp; meer" });
    expect(await sender.send(to("D1"), metBestand)).toMatchObject({ ok: true });
    expect(slack.calls.at(-1)?.args).toMatchObject({ channel_id: "D1" });
  });

  it.each<[string, string, Failure]>([
    ["no connection for the address", "files.getUploadURLExternal", { drop: true }],
    ["the address is too busy", "files.getUploadURLExternal", { status: 429, headers: { "retry-after": "7" } }],
    ["sharing is too busy", "files.completeUploadExternal", { status: 429, headers: { "retry-after": "7" } }],
    ["sharing is too busy, in the body", "files.completeUploadExternal", { error: "ratelimited" }],
  ])("is tried again later when nothing was shown: %s", async (_, method, failure) => {
    const before = stand();
    slack.failNext(method, failure);
    expect(await sender.send(to("U1"), metBestand)).toMatchObject({ ok: false, gone: false });
    expect(stand()).toEqual(before);
  });

  it.each<[string, string, Failure]>([
    ["the workspace has not allowed files yet", "files.getUploadURLExternal", { error: "missing_scope" }],
    ["Slack refuses to share it", "files.completeUploadExternal", { error: "channel_not_found" }],
    ["nobody knows whether it was shared", "files.completeUploadExternal", { drop: true }],
    ["nobody knows, after a fault of Slack", "files.completeUploadExternal", { status: 500 }],
  ])("makes place for the card that says what to do, and is not sent twice: %s", async (_, method, failure) => {
    const before = stand();
    slack.failNext(method, failure);
    expect(await sender.send(to("U1"), metBestand)).toMatchObject({ ok: true, conversationId: slack.dm("U1") });
    expect(stand()).toEqual({ files: before.files, messages: before.messages + 1 });
  });
});

describe("sending", () => {
  it("posts to a person and names the private channel, without previews of links", async () => {
    const sent = await sender.send(to("U1"), card);
    expect(sent).toMatchObject({ ok: true, conversationId: slack.dm("U1") });
    expect(slack.calls.at(-1)?.args).toMatchObject({ text: "Signaal &lt;SG-1&gt; &amp; meer", unfurl_links: "false", unfurl_media: "false" });
  });

  it.each<[string, Failure, object]>([
    ["429 with Retry-After", { status: 429, headers: { "retry-after": "7" } }, { gone: false, retryAfterMs: 7000, reason: "ratelimited" }],
    ["429 without", { status: 429 }, { gone: false }],
    ["rate limit in the body", { error: "ratelimited" }, { gone: false, reason: "ratelimited" }],
    ["500", { status: 500 }, { gone: false, reason: "http_500" }],
    ["a dropped connection", { drop: true }, { gone: false, reason: "connection" }],
    ["a refused token", { error: "invalid_auth" }, { gone: false, reason: "invalid_auth" }],
    ["our own workspace gone", { error: "account_inactive" }, { gone: false }],
    ["a person gone", { error: "user_not_found" }, { gone: true }],
  ])("tries once: %s", async (_, failure, expected) => {
    const before = slack.messages.length;
    slack.failNext("chat.postMessage", failure);
    expect(await sender.send(to("C1"), card)).toMatchObject({ ok: false, ...expected });
    expect(slack.messages).toHaveLength(before);
  });

  it.each([
    ["C0", "channel_not_found"],
    ["C2", "not_in_channel"],
    ["C3", "is_archived"],
  ])("gives up on %s: %s", async (channel, reason) => {
    expect(await sender.send(to(channel), card)).toEqual({ ok: false, gone: true, reason });
  });

  it("gives up on a message that was removed", async () => {
    expect(await sender.send(to("C1"), card, "1.1")).toEqual({ ok: false, gone: true, messageOnly: true, absent: true, reason: "message_not_found" });
  });

  it("never posts what is vertrouwelijk", async () => {
    const before = slack.calls.length;
    await expect(sender.send(to("C1"), cardOf([], [], { vertrouwelijk: true }))).rejects.toThrow("vertrouwelijk");
    expect(slack.calls).toHaveLength(before);
  });
});

it("learns every member, page by page, bots apart", async () => {
  for (let i = 100; i < 350; i++) slack.addUser({ id: `U${i}`, naam: `Lid ${i}`, email: `lid${i}@example.org` });
  slack.addUser({ id: "U400", naam: "Robot", bot: true });
  slack.addUser({ id: "U401", naam: "Weg", gestopt: true });
  const learned: { account: { userId: string }; profiel: { soort: string }; address?: object }[] = [];
  const conversations = {
    rememberPrivate: async () => undefined,
    channelChanged: async () => undefined,
    rememberChannel: async () => undefined,
    rememberRoster: async (page: readonly (typeof learned)[number][]) => void learned.push(...page),
  };
  expect(await slackRoster(client(), { teamId: slack.teamId }, conversations)).toBe(252);
  expect(learned).toHaveLength(252);
  expect(learned.at(-1)).toMatchObject({ account: { userId: "U401" }, profiel: { soort: "extern" } });
  expect(learned.at(-1)?.address).toBeUndefined();
});
