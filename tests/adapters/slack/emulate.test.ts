import { createEmulator, type Emulator } from "emulate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scopes } from "../../../src/adapters/slack/slack-features.js";
import type { Answer, Inbound } from "../../../src/ports/chat.js";
import { cardOf, doe, text } from "../../support/slack/cards.js";
import { deliver, formBody, formType } from "../../support/slack/sign.js";
import { type RunningBot, signingSecret, startSlackBot } from "../../support/slack/slack-bot.js";

/** The adapter against a Slack that somebody else wrote. */
const token = "xoxb-test";
/** Looks over the shoulder; the bot itself may not read. */
const reader = "xoxb-reader";
const team = "T000000001";
const user = "U000000001";
let emulator: Emulator;
let bot: RunningBot;
let channel: string;
let answer: Answer = { soort: "niets" };
const got: Inbound[] = [];

type ApiAnswer = {
  readonly ok: boolean;
  readonly error?: string;
  readonly trigger_id?: string;
  readonly channels?: { id: string }[];
  readonly messages?: { text: string; ts: string; blocks?: { type: string }[] }[];
};
const api = async (method: string, args: object): Promise<ApiAnswer> => {
  const response = await fetch(`${emulator.url}/api/${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${reader}`, "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  return (await response.json()) as ApiAnswer;
};
const trigger = async () => (await api("views.generateTriggerId", { user_id: user })).trigger_id;
const send = async (fields: object) => {
  const delivered = await deliver(bot.url, signingSecret, formBody({ ...fields }), formType);
  await bot.settled();
  return delivered;
};
const interact = async (payload: object) =>
  send({ payload: { team: { id: team }, user: { id: user, team_id: team }, trigger_id: await trigger(), ...payload } });
const form = cardOf([{ type: "Input.Text", id: "tekst", label: "Wat zag u?", isRequired: true }], [doe("Verstuur", "signaal/verstuur", { n: "n1" })], {
  vertrouwelijk: true,
});

beforeAll(async () => {
  const seed = {
    slack: {
      strict_scopes: true,
      users: [
        { name: "anna", email: "anna@example.org" },
        { name: "bot", email: "bot@example.org" },
      ],
      channels: [{ name: "meldpunt", is_private: true }],
      tokens: [
        { token, type: "bot", user: "bot", scopes: [...scopes] },
        { token: reader, type: "bot", user: "bot", scopes: ["groups:read", "groups:history"] },
      ],
    },
  };
  emulator = await createEmulator({ service: "slack", port: 4741, seed } as unknown as Parameters<typeof createEmulator>[0]);
  channel = (await api("conversations.list", { types: "private_channel" })).channels?.[0]?.id ?? "";
  bot = await startSlackBot(`${emulator.url}/api/`, team, async (inbound) => {
    got.push(inbound);
    return answer;
  });
  await bot.front.start();
});
afterAll(async () => {
  await bot.stop();
  await emulator.close();
});

it("goes from command to window, field error, receipt, message, button and change", async () => {
  answer = { soort: "toon", card: form };
  const opened = await send({
    command: "/signaal",
    text: "",
    team_id: team,
    user_id: user,
    channel_id: channel,
    trigger_id: await trigger(),
    response_url: "https://example.org",
  });
  expect([opened, bot.log]).toEqual([{ status: 200, text: "" }, []]);

  const view = {
    id: "V1",
    type: "modal",
    callback_id: "signaal/verstuur",
    title: { text: "Proef" },
    private_metadata: '{"verb":"signaal/verstuur","data":{"n":"n1"}}',
    blocks: [{ type: "input", block_id: "tekst" }],
    state: { values: { tekst: { "veld:signaal/verstuur": { type: "plain_text_input", value: "Iets" } } } },
  };
  answer = { soort: "fouten", card: form, fouten: { tekst: "Vertel meer." } };
  expect(JSON.parse((await interact({ type: "view_submission", view })).text)).toEqual({ response_action: "errors", errors: { tekst: "Vertel meer." } });
  answer = { soort: "vervang", card: cardOf([text("Dank u wel.")]) };
  const receipt = JSON.parse((await interact({ type: "view_submission", view })).text) as { response_action: string; view: { submit?: unknown } };
  expect([receipt.response_action, receipt.view.submit]).toEqual(["update", undefined]);

  const to = { platform: "slack" as const, tenant: team, conversationId: channel };
  const sent = await bot.front.sender.send(to, cardOf([text("nieuw")], [doe("Ik pak dit op", "oppakken", { code: "SG-1" })], { tekst: "Signaal SG-1 nieuw" }));
  const messages = async () => (await api("conversations.history", { channel })).messages ?? [];
  const posted = (await messages()).find((m) => m.text === "Signaal SG-1 nieuw");
  expect([sent.ok, posted?.blocks?.map((b) => b.type)]).toEqual([true, ["rich_text", "actions"]]);

  answer = { soort: "niets" };
  const actions = [{ type: "button", action_id: "oppakken#1", value: '{"code":"SG-1"}', action_ts: "1.1" }];
  await interact({ type: "block_actions", container: { type: "message", message_ts: posted?.ts, channel_id: channel }, channel: { id: channel }, actions });
  expect((await got.at(-1)?.profiel())?.naam).toBeTruthy();
  expect(got.at(-1)?.event).toEqual({ soort: "actie", verb: "oppakken", data: { code: "SG-1" }, velden: {} });
  if (sent.ok)
    await bot.front.sender.send(
      { ...to, conversationId: sent.conversationId },
      cardOf([text("opgepakt")], [], { tekst: "Signaal SG-1 opgepakt" }),
      sent.messageId,
    );
  expect((await messages()).map((m) => m.text)).toContain("Signaal SG-1 opgepakt");
});

it("publishes Home", async () => {
  answer = { soort: "home", card: cardOf([text("Welkom")]) };
  const event = { type: "event_callback", team_id: team, event_id: "Ev1", event: { type: "app_home_opened", user, channel: "D1", tab: "home" } };
  expect((await deliver(bot.url, signingSecret, JSON.stringify(event), "application/json")).status).toBe(200);
  await bot.settled();
  expect(bot.log).toEqual([]);
});
