import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { say } from "../../../src/messages/messages.js";
import type { Answer, Inbound } from "../../../src/ports/chat.js";
import { cardOf, doe, text } from "../../support/slack/cards.js";
import { FakeSlack } from "../../support/slack/fake-slack.js";
import { deliver, formBody, formType } from "../../support/slack/sign.js";
import { type RunningBot, signingSecret, startSlackBot } from "../../support/slack/slack-bot.js";
import { requiredField } from "../../support/slack/slack-form.js";
import { SlackPerson } from "../../support/slack/slack-person.js";

let slack: FakeSlack;
let bot: RunningBot;
let anna: SlackPerson;
let got: Inbound[];
let answer: (inbound: Inbound) => Answer;
const niets: Answer = { soort: "niets" };
const melding = (tekst: string): Answer => ({ soort: "melding", tekst });

const velden = [
  { type: "Input.Text", id: "tekst", label: "Wat zag u?", isRequired: true, maxLength: 100 },
  { type: "Input.Date", id: "dag", label: "Wanneer?" },
  {
    type: "Input.ChoiceSet",
    id: "plek",
    label: "Waar?",
    choices: [
      { title: "Balie", value: "balie" },
      { title: "School", value: "school" },
    ],
  },
  {
    type: "Input.ChoiceSet",
    id: "wie",
    label: "Wie?",
    isMultiSelect: true,
    choices: [
      { title: "Politie", value: "p" },
      { title: "Zorg", value: "z" },
    ],
  },
  { type: "Input.Toggle", id: "ja", label: "Gezien?", title: "Ik zag het zelf" },
];
const formulier = (extra: readonly object[] = []) =>
  cardOf([...extra, ...velden], [doe("Verstuur", "signaal/verstuur", { n: "nonce-1" }), doe("Er is nu gevaar", "signaal.gevaar")], {
    titel: "Signaal melden",
    vertrouwelijk: true,
  });
const ontvangen = cardOf([text("Dank u wel. Uw code is SG-1.")], [], { titel: "Signaal" });
const triage = (status: string) =>
  cardOf(
    [text("Signaal SG-1"), text(status)],
    [
      doe("Ik pak dit op", "oppakken", { code: "SG-1" }),
      doe("Overdragen", "overdragen", { code: "SG-1" }, { mode: "secondary" }),
      doe("Aanvullen", "aanvullen", { code: "SG-1" }, { mode: "secondary" }),
    ],
  );

beforeEach(async () => {
  slack = await FakeSlack.start();
  slack.addUser({ id: "U1", naam: "Anna", email: "anna@example.org", locale: "nl-NL" });
  slack.addChannel("C1");
  got = [];
  answer = () => niets;
  bot = await startSlackBot(slack.apiUrl, slack.teamId, async (inbound) => {
    got.push(inbound);
    return answer(inbound);
  });
  anna = new SlackPerson(slack, bot, "U1");
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

describe("door", () => {
  const command = () =>
    formBody({ command: "/hulp", text: "", team_id: slack.teamId, user_id: "U1", channel_id: "C1", trigger_id: "1.1", response_url: "https://example.org" });
  const now = () => Math.floor(Date.now() / 1000);

  it.each([
    ["good", 0, 200, signingSecret],
    ["four minutes old", -240, 200, signingSecret],
    ["too old", -301, 401, signingSecret],
    ["from the future", 3600, 401, signingSecret],
    ["of another secret", 0, 401, "anders"],
  ])("a signature that is %s", async (_, offset, status, secret) => {
    expect((await deliver(bot.url, secret, command(), formType, {}, now() + offset)).status).toBe(status);
  });

  it("refuses without signature, and tells nothing", async () => {
    const response = await fetch(bot.url, { method: "POST", body: command(), headers: { "content-type": formType } });
    expect([response.status, await response.text()]).toEqual([401, ""]);
    const noSignature = await fetch(bot.url, {
      method: "POST",
      body: command(),
      headers: { "content-type": formType, "x-slack-request-timestamp": String(now()) },
    });
    expect(noSignature.status).toBe(401);
    expect(got).toEqual([]);
  });

  it("takes a content type with charset", async () => {
    expect((await deliver(bot.url, signingSecret, command(), `${formType}; charset=utf-8`)).status).toBe(200);
    expect(got).toHaveLength(1);
  });

  it("refuses two megabytes without a stack trace", async () => {
    expect(await deliver(bot.url, signingSecret, JSON.stringify({ pad: "x".repeat(2_000_000) }), "application/json")).toEqual({ status: 413, text: "" });
  });

  it("refuses what is no JSON, and answers Slack's own check", async () => {
    expect(await deliver(bot.url, signingSecret, "{", "application/json")).toEqual({ status: 400, text: "" });
    expect((await deliver(bot.url, signingSecret, JSON.stringify({ type: "url_verification", challenge: "abc" }), "application/json")).text).toBe(
      '{"challenge":"abc"}',
    );
  });

  it("refuses another workspace politely and asks the app nothing", async () => {
    const stranger = new SlackPerson(slack, bot, "U1", "T0ANDERS");
    await stranger.typt("/signaal");
    expect(stranger.ziet()).toBe(say("nl", "error.onbekende_gebruiker"));
    await stranger.opent("home");
    expect([got.length, stranger.zietHome()]).toEqual([0, ""]);
  });
});

describe("what comes in", () => {
  it("a command, with who and where", async () => {
    await new SlackPerson(slack, bot, "U1", slack.teamId, "C1").typt("/casus  C-4MZT-2 ");
    expect(got[0]).toMatchObject({
      account: { platform: "slack", tenant: slack.teamId, userId: "U1" },
      place: { soort: "channel", conversationId: "C1" },
      event: { soort: "commando", woord: "casus", rest: "C-4MZT-2" },
      canShow: true,
    });
    expect(bot.remembered).toHaveLength(2);
  });

  it("a shortcut on a message passes nothing of the message", async () => {
    await anna.snelkoppeling("signaal_bericht", "Jan Jansen zit opgesloten");
    await anna.snelkoppeling("signaal");
    expect(got.map((i) => i.event)).toEqual([
      { soort: "commando", woord: "signaal", rest: "van_bericht" },
      { soort: "commando", woord: "signaal", rest: "" },
    ]);
    expect(JSON.stringify(got)).not.toContain("Jansen");
  });

  it("Home, the same delivery when it comes again", async () => {
    answer = () => ({ soort: "home", card: cardOf([text("Welkom")], [doe("Melden", "signaal")]) });
    await anna.opent("home");
    await anna.opnieuw();
    expect(anna.zietHome()).toContain("Welkom");
    expect(got.map((i) => [i.delivery, i.canShow])).toEqual([
      [got[0]?.delivery, false],
      [got[0]?.delivery, false],
    ]);
    answer = () => melding("Dit kan nu niet.");
    await anna.klikt("Melden", { in: "home" });
    expect(got.at(-1)).toMatchObject({ place: { soort: "home" }, event: { soort: "actie", verb: "signaal" } });
    expect(anna.ziet()).toContain("Dit kan nu niet.");
  });

  it("who somebody is, as Slack says it", async () => {
    const people: [string, object, string][] = [
      ["U2", { gast: true }, "gast"],
      ["U3", { teamId: "T9" }, "extern"],
      ["U4", { gestopt: true }, "extern"],
      ["U5", { vreemd: true }, "extern"],
      ["U6", { bot: true }, "extern"],
    ];
    for (const [id, more, soort] of people) {
      slack.addUser({ id, naam: id, ...more });
      await new SlackPerson(slack, bot, id).typt("hulp");
      expect((await got.at(-1)?.profiel())?.soort).toBe(soort);
    }
    await anna.typt("hulp");
    expect(await got.at(-1)?.profiel()).toEqual({ naam: "Anna", email: "anna@example.org", soort: "lid", taal: "nl" });
  });
});

describe("a form", () => {
  beforeEach(async () => {
    answer = () => ({ soort: "toon", card: formulier() });
    await anna.typt("/signaal");
  });
  const goed = { "Wat zag u?": "Matrassen *overal*", "Wanneer?": "2026-11-20", "Waar?": "Balie", "Wie?": "Politie, Zorg", "Gezien?": "ja" };

  it("comes in a window and is sent with everything in it", async () => {
    expect(anna.ziet()).toContain("Signaal melden");
    answer = () => ({ soort: "vervang", card: ontvangen });
    await anna.vult(goed, "Verstuur");
    expect(got[1]).toMatchObject({
      delivery: "nonce-1",
      place: { soort: "dialoog" },
      event: {
        verb: "signaal/verstuur",
        data: { n: "nonce-1" },
        velden: { tekst: "Matrassen *overal*", dag: "2026-11-20", plek: "balie", wie: "p,z", ja: "true" },
      },
    });
    expect(anna.ziet()).toContain("Uw code is SG-1.");
    expect(anna.ziet()).not.toContain("Matrassen");
    expect(anna.knoppen("venster")).toEqual([]);
  });

  it("reads empty fields as empty, and lets Slack ask for what is required", async () => {
    await anna.vult({});
    expect([anna.fouten(), got.length]).toEqual([{ "Wat zag u?": requiredField }, 1]);
    answer = () => niets;
    await anna.vult({ "Wat zag u?": "x" });
    expect(got[1]?.event).toMatchObject({ velden: { tekst: "x", dag: "", plek: "", wie: "", ja: "false" } });
    expect(anna.knoppen("venster")).toEqual([]);
  });

  it("shows errors beside the fields", async () => {
    answer = () => ({ soort: "fouten", card: formulier(), fouten: { tekst: "Noem geen BSN." } });
    await anna.vult(goed);
    expect(anna.fouten()).toEqual({ "Wat zag u?": "Noem geen BSN." });
    expect(anna.waarden()["Waar?"]).toBe("Balie");
  });

  it("shows an error that belongs to no field by showing the form anew, with what was typed", async () => {
    answer = () => ({ soort: "fouten", card: formulier([text("X was eerder.")]), fouten: { anders: "X was eerder." } });
    await anna.vult(goed);
    expect(anna.ziet()).toContain("X was eerder.");
    expect(anna.waarden()).toEqual({
      "Wat zag u?": "Matrassen *overal*",
      "Wanneer?": "2026-11-20",
      "Waar?": "Balie",
      "Wie?": "Politie, Zorg",
      "Gezien?": "Ik zag het zelf",
    });
  });

  it("tells a sentence in its place, and the same delivery again is known as such", async () => {
    answer = () => melding("Dit is al verstuurd.");
    await anna.vult(goed);
    expect(anna.ziet()).toBe("Signaal melden\nDit is al verstuurd.\n[Sluiten]");
    await anna.opnieuw();
    expect(got.map((i) => i.delivery).slice(1)).toEqual(["nonce-1", "nonce-1"]);
  });

  it("has buttons that carry what was typed so far and change the window", async () => {
    answer = () => ({ soort: "toon", card: cardOf([text("Bel 112")], [], { titel: "Gevaar" }) });
    await anna.vult({ "Wat zag u?": "nu" }, "Er is nu gevaar");
    expect(got[1]?.event).toMatchObject({ verb: "signaal.gevaar", velden: { tekst: "nu" } });
    expect(anna.ziet()).toContain("Bel 112");
    expect(anna.ziet()).not.toContain("Wat zag u?");
  });

  it("keeps the window under a sentence", async () => {
    answer = () => melding("Dat mag u niet.");
    await anna.klikt("Er is nu gevaar");
    expect(anna.ziet()).toContain("Dat mag u niet.");
    await anna.sluit();
    expect(anna.ziet()).toContain("Wat zag u?");
  });
});

describe("a message", () => {
  const post = async (to: string) => bot.front.sender.send({ platform: "slack", tenant: slack.teamId, conversationId: to }, triage("nieuw"));

  it("is posted, pressed and changed", async () => {
    const sent = await post("C1");
    await anna.klikt("Ik pak dit op", { in: "kanaal" });
    expect(got[0]).toMatchObject({
      place: { soort: "channel", conversationId: "C1", messageId: sent.ok && sent.messageId },
      event: { verb: "oppakken", data: { code: "SG-1" }, velden: {} },
    });
    if (sent.ok)
      await bot.front.sender.send({ platform: "slack", tenant: slack.teamId, conversationId: sent.conversationId }, triage("opgepakt"), sent.messageId);
    expect(anna.zietKanaal("C1")).toContain("opgepakt");
    expect(anna.zietKanaal("C1")).not.toContain("nieuw");
  });

  it("has a menu whose choices open a window", async () => {
    await post("C1");
    answer = () => ({ soort: "toon", card: formulier() });
    await anna.klikt("Aanvullen", { in: "kanaal", kanaal: "C1" });
    expect(got[0]?.event).toMatchObject({ verb: "aanvullen", data: { code: "SG-1" } });
    expect(anna.ziet()).toContain("Wat zag u?");
  });

  it("tells a sentence and a receipt to the presser alone", async () => {
    await post("U1");
    const elders = anna.zietKanaal("C1");
    answer = () => melding("X & Y waren <eerder>.");
    await anna.klikt("Ik pak dit op", { in: "prive" });
    answer = () => ({ soort: "vervang", card: ontvangen });
    await anna.klikt("Ik pak dit op", { in: "prive" });
    expect(anna.priveBerichten().slice(1)).toEqual(["X & Y waren <eerder>.", "Dank u wel. Uw code is SG-1."]);
    expect(anna.zietKanaal("C1")).toBe(elders);
  });
});

describe("when something fails", () => {
  it("says sorry with a reference for a card that Slack cannot show, and logs where", async () => {
    answer = () => ({ soort: "toon", card: cardOf([{ type: "Image", url: "https://geheim" }]) });
    await anna.typt("/signaal");
    const referentie = bot.log.join().match(/"referentie":"(\w+)"/)?.[1];
    expect(anna.ziet()).toContain(referentie ?? "no reference");
    expect(bot.log.join()).not.toContain("geheim");
  });

  it("logs a refused window without personal data", async () => {
    slack.failNext("views.open", { error: "internal_error" });
    answer = () => ({ soort: "toon", card: formulier([text("Jan Jansen")]) });
    await anna.typt("/signaal");
    expect(bot.log).toEqual(['Slack did not take an answer {"wat":"views.open","reden":"internal_error"}']);
  });

  it("opens no route in Socket Mode", async () => {
    const socket = await startSlackBot(slack.apiUrl, slack.teamId, async () => niets, { appToken: "xapp-test" });
    expect((await deliver(socket.url, signingSecret, "{}", "application/json")).status).toBe(404);
    await socket.stop();
  });

  it("confirms what it cannot read, and asks the app nothing", async () => {
    const broken = {
      type: "block_actions",
      team: { id: slack.teamId },
      user: { id: "U1" },
      container: { type: "message" },
      actions: [{ type: "button", action_id: "a#1", action_ts: "1", value: "{" }],
    };
    expect((await deliver(bot.url, signingSecret, formBody({ payload: broken }), formType)).status).toBe(200);
    expect([got, bot.log]).toEqual([[], ['delivery could not be read {"reden":"SyntaxError"}']]);
    const value = JSON.stringify({ s: "SG-7K3Q-9" });
    const press = { ...broken, actions: [{ type: "button", action_id: "signaal.oppakken", action_ts: "1", value }] };
    const strange = [
      { ...press, user: { id: "U\ud800" } },
      { ...press, channel: { id: "C1" }, container: { type: "message", channel_id: "C1", message_ts: "1\u0000" } },
    ];
    for (const payload of strange) expect((await deliver(bot.url, signingSecret, formBody({ payload }), formType)).status).toBe(200);
    expect([got, bot.log.length]).toEqual([[], 3]);
  });

  it("refuses a signed event of a shape that Slack does not send, as something wrong with the sender", async () => {
    for (const event of [null, false, { type: "app_home_opened", user: "U1", channel: null }]) {
      const body = JSON.stringify({ type: "event_callback", team_id: slack.teamId, event_id: "Ev1", event });
      expect((await deliver(bot.url, signingSecret, body, "application/json")).status).toBe(400);
    }
    expect(got).toEqual([]);
  });

  it("stops a start with a token of another workspace", async () => {
    const other = await startSlackBot(slack.apiUrl, "T0ANDERS", async () => niets);
    await expect(other.front.start()).rejects.toThrow("SLACK_TEAM_ID");
    await other.stop();
    slack.failNext("auth.test", { error: "invalid_auth" }, { drop: true });
    await expect(bot.front.start()).rejects.toThrow("SLACK_BOT_TOKEN");
    await expect(bot.front.start()).resolves.toBeUndefined();
  });
});
