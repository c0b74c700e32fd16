import { randomBytes } from "node:crypto";
import type { SignaalCode } from "../../src/domain/code.js";
import { FakeSlack } from "../support/slack/fake-slack.js";
import { formBody, formType, signed } from "../support/slack/sign.js";
import { fillField } from "../support/slack/slack-form.js";
import { SlackPerson } from "../support/slack/slack-person.js";
import type { OpenView } from "../support/slack/slack-shapes.js";
import { FakeTeams } from "../support/teams/fake-teams.js";
import { TeamsPerson } from "../support/teams/teams-person.js";
import type { DoorOptions } from "./doors.js";
import type { Delivery } from "./load.js";
import { slackTenant, slackUser } from "./region/fill.js";

/** Both chats, standing in on this computer. */
export type Chats = {
  readonly slack: FakeSlack;
  readonly teams: FakeTeams;
  doorOptions(door: DoorOptions["door"], databaseUrl: string): DoorOptions;
  stop(): Promise<void>;
};

export const signingSecret = "een-geheim-voor-de-meting";
const melder = "P15";
const melding = {
  "Wat zag u?": "Verzonnen: zes mensen slapen achter een schuur en krijgen geen loon.",
  "Waar merkte u het?": "Bij een controle",
  "Werkt u met de meldcode?": "Nee",
};

export const startChats = async (): Promise<Chats> => {
  const [slack, teams] = await Promise.all([FakeSlack.start(slackTenant), FakeTeams.start()]);
  slack.triggerLivesMs = 60_000;
  return {
    slack,
    teams,
    doorOptions: (door, databaseUrl) => ({
      door,
      databaseUrl,
      slack: { botToken: "xoxb-test", signingSecret, teamId: slack.teamId, apiUrl: slack.apiUrl },
      teams: teams.config,
    }),
    stop: async () => {
      await Promise.all([slack.stop(), teams.stop()]);
    },
  };
};

const WAIT_MS = 10_000;
const until = async (holds: () => boolean): Promise<void> => {
  const started = Date.now();
  while (!holds()) {
    if (Date.now() - started > WAIT_MS) throw new Error("the bot opened no form");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** The form that the bot itself opened in Slack, filled in as a person does. */
const openForm = async (slack: FakeSlack, url: string): Promise<OpenView> => {
  const userId = slackUser(melder);
  slack.addUser({ id: userId, naam: "Melder", email: "p15@rivierstede.example" });
  const settled = (): Promise<void> => until(() => slack.stack(userId).length > 0);
  await new SlackPerson(slack, { url: `${url}/slack/events`, signingSecret, settled }, userId).typt("signaal");
  const open = slack.stack(userId).at(-1) as OpenView;
  for (const [label, text] of Object.entries(melding)) fillField(open, label, text);
  return open;
};

/** Deliveries of that form as Slack sends them, each a new act: its nonce is its own. @param from who sends the next one. */
export const slackIntake = async (slack: FakeSlack, url: string, from = (): string => slackUser(melder)): Promise<() => Delivery> => {
  const { id, view, state } = await openForm(slack, url);
  const press = JSON.parse(view.private_metadata ?? "{}") as { verb: string; data: Record<string, string> };
  return () => {
    const who = { team: { id: slack.teamId, domain: "x" }, user: { id: from(), team_id: slack.teamId }, api_app_id: "A1" };
    const private_metadata = JSON.stringify({ ...press, data: { ...press.data, n: randomBytes(16).toString("base64url") } });
    const payload = {
      type: "view_submission",
      ...who,
      trigger_id: "1.trigger",
      view: { ...view, id, private_metadata, state: { values: state }, hash: "1.h" },
      response_urls: [],
    };
    const body = formBody({ payload });
    return { path: "/slack/events", headers: { "content-type": formType, ...signed(signingSecret, body) }, body };
  };
};

/** "Ik pak dit op" on cards in a channel of Teams, each on the card of another signaal. */
export const teamsPickUp = async (teams: FakeTeams, codes: readonly SignaalCode[]): Promise<() => Delivery> => {
  const person = new TeamsPerson(teams, { name: "Marit Oosterveld", email: "p01@rivierstede.example" });
  const channel = teams.addConversation("channel", "19:rivierstede@thread.tacv2");
  const authorization = `Bearer ${await teams.issuer.sign({ expires: "30m" })}`;
  let n = 0;
  return () => {
    const code = codes[n % codes.length] as SignaalCode;
    n += 1;
    const verb = "signaal.oppakken";
    const action = { type: "Action.Execute", title: "Ik pak dit op", verb, data: { k: { verb, data: { s: code } } } };
    const body = JSON.stringify(
      person.activity(channel, { type: "invoke", name: "adaptiveCard/action", value: { action, trigger: "manual" }, replyToId: `m${n}` }),
    );
    return { path: "/api/messages", headers: { "content-type": "application/json", authorization }, body };
  };
};
