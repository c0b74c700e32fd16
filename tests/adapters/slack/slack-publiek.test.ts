import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { slackClient } from "../../../src/adapters/slack/slack-client.js";
import { scopes } from "../../../src/adapters/slack/slack-features.js";
import { slackPubliek } from "../../../src/adapters/slack/slack-publiek.js";
import { FakeSlack } from "../../support/slack/fake-slack.js";
import { deliver } from "../../support/slack/sign.js";
import { signingSecret, startSlackBot } from "../../support/slack/slack-bot.js";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let slack: FakeSlack;
beforeAll(async () => {
  slack = await FakeSlack.start();
});
afterAll(() => slack.stop());
beforeEach(() => {
  slack.calls.length = 0;
});

const read = (channel: string, known: readonly string[] = []) => {
  const client = slackClient({ botToken: "xoxb-test", teamId: slack.teamId, apiUrl: slack.apiUrl, taal: "nl" }, log);
  const to = { platform: "slack" as const, tenant: slack.teamId, conversationId: channel };
  return slackPubliek(client, () => ({ teamId: slack.teamId })).read(to, async (ids) => new Set(ids.filter((id) => known.includes(id))));
};
const called = (method: string) => slack.calls.filter((call) => call.method === method);

it("reads every page of members, asks only about those whom we do not know, and leaves itself out", async () => {
  const leden = Array.from({ length: 450 }, (_, i) => `U${i}`);
  slack.pageSize = 200;
  slack.addUser({ id: "U449", naam: "Vreemd", email: "vreemd@elders.example", gast: true });
  slack.addChannel("CVEEL", { leden });
  const found = await read("CVEEL", leden.slice(0, 449));
  if (!found.ok) throw new Error(found.reason);
  expect(found.publiek).toMatchObject({ gedeeld: false, openbaar: false });
  expect(found.publiek.leden).toHaveLength(450);
  expect(found.publiek.leden.at(-1)).toEqual({ userId: "U449", profiel: { naam: "Vreemd", soort: "gast", email: "vreemd@elders.example" } });
  expect(called("conversations.members")).toHaveLength(3);
  expect(called("users.info")).toHaveLength(1);
});

it("counts another app as a reader, somebody of another workspace as unknown, and who was deactivated not at all", async () => {
  slack.addUser({ id: "UAPP", naam: "Andere app", bot: true });
  slack.addUser({ id: "UWEG", naam: "Weg", gestopt: true });
  slack.addChannel("CAPP", { leden: ["UAPP", "UWEG", "UONBEKEND"] });
  expect(await read("CAPP")).toEqual({
    ok: true,
    publiek: { gedeeld: false, openbaar: false, leden: [{ userId: "UAPP", profiel: { naam: "Andere app", soort: "extern" } }, { userId: "UONBEKEND" }] },
  });
});

it.each([
  [{ gedeeld: true }, { gedeeld: true, openbaar: false }],
  [{ gedeeld: "gevraagd" }, { gedeeld: true, openbaar: false }],
  [{ prive: false }, { gedeeld: false, openbaar: true }],
] as const)("asks for no members of a channel that is not fit: %o", async (channel, expected) => {
  slack.addChannel("CMIS", channel);
  expect(await read("CMIS")).toEqual({ ok: true, publiek: { ...expected, leden: [] } });
  expect(called("conversations.members")).toEqual([]);
});

it("takes a channel with too many members for public", async () => {
  slack.pageSize = 1;
  slack.addChannel("CLANG", { leden: Array.from({ length: 12 }, (_, i) => `U${i}`) });
  expect(await read("CLANG")).toMatchObject({ publiek: { openbaar: true } });
});

it.each([
  ["conversations.info", { error: "missing_scope" }, { gone: false, reason: "missing_scope" }],
  ["conversations.info", { status: 429, headers: { "retry-after": "7" } }, { gone: false, reason: "ratelimited", retryAfterMs: 7_000 }],
  ["conversations.members", { status: 429, headers: { "retry-after": "30" } }, { gone: false, reason: "ratelimited", retryAfterMs: 30_000 }],
  ["users.info", { status: 503 }, { gone: false, reason: "http_503" }],
  ["conversations.members", { error: "not_in_channel" }, { gone: true, reason: "not_in_channel" }],
  ["conversations.info", { drop: true as const }, { gone: false, reason: "connection" }],
])("does not know who reads along when %s fails with %o", async (method, failure, expected) => {
  slack.pageSize = 200;
  slack.addChannel("CFOUT", { leden: ["U1"] });
  slack.failNext(method, failure);
  expect(await read("CFOUT")).toEqual({ ok: false, ...expected });
});

it("starts only with every right, and says which it lacks", async () => {
  const bot = await startSlackBot(slack.apiUrl, slack.teamId, async () => ({ soort: "niets" }));
  try {
    slack.scopes = [...scopes, "identify"];
    await bot.front.start();
    slack.scopes = scopes.filter((scope) => !["channels:read", "groups:read"].includes(scope));
    await expect(bot.front.start()).rejects.toThrow("De Slack-app mist rechten: channels:read, groups:read.");
  } finally {
    slack.scopes = undefined;
    await bot.stop();
  }
});

it.each(["channel_shared", "channel_unshared", "member_joined_channel", "member_left_channel"])("tells that a channel changed: %s", async (type) => {
  const bot = await startSlackBot(slack.apiUrl, slack.teamId, async () => ({ soort: "niets" }));
  const send = (teamId: string, event: object) =>
    deliver(bot.url, signingSecret, JSON.stringify({ type: "event_callback", team_id: teamId, event_id: "Ev1", event }), "application/json");
  try {
    await send(slack.teamId, { type, channel: "C1", user: "U1" });
    await send("TELDERS", { type, channel: "C2" });
    await send(slack.teamId, { type, channel: null });
    await bot.settled();
    expect(bot.remembered).toEqual([[{ platform: "slack", tenant: slack.teamId, conversationId: "C1" }]]);
  } finally {
    await bot.stop();
  }
});
