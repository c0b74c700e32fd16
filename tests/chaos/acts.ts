import { type Chats, signingSecret } from "../bench/chats.js";
import { slackUser } from "../bench/region/fill.js";
import { formBody, formType, signed } from "../support/slack/sign.js";
import type { TeamsPerson } from "../support/teams/teams-person.js";

/** Something that a person did, as the chat delivers it: the same body as often as it takes, freshly signed. */
export type Act = { readonly path: string; readonly body: string; readonly headers: () => Promise<Readonly<Record<string, string>>> };

const form = (body: string): Act => ({ path: "/slack/events", body, headers: async () => ({ "content-type": formType, ...signed(signingSecret, body) }) });
export const slackForm = form;
/** An event of Slack. */
export const slackJson = (body: string): Act => ({
  path: "/slack/events",
  body,
  headers: async () => ({ "content-type": "application/json", ...signed(signingSecret, body) }),
});

/** A press on a card in a channel of Slack. */
export const slackPress = ({ slack }: Chats, persoonId: string, verb: string, data: Readonly<Record<string, string>>): Act => {
  const user = { id: slackUser(persoonId), team_id: slack.teamId };
  const ts = `1700000000.${String(slack.next()).padStart(6, "0")}`;
  const action = { type: "button", action_id: verb, block_id: "b", value: JSON.stringify(data), action_ts: ts };
  // Nobody works in a channel with everybody at once.
  const channel = `CCHAOS${persoonId}`;
  const container = { type: "message", message_ts: "1.1", channel_id: channel, is_ephemeral: false };
  const who = { team: { id: slack.teamId, domain: "x" }, user, api_app_id: "A1", trigger_id: slack.trigger(user.id) };
  return form(formBody({ payload: { type: "block_actions", ...who, container, channel: { id: channel }, actions: [action] } }));
};

/** Fields by name, as a form in a window of Slack sends them. */
const slackState = (velden: Readonly<Record<string, string>>) => ({
  values: Object.fromEntries(Object.entries(velden).map(([veld, value]) => [veld, { [veld]: { type: "plain_text_input", value } }])),
});

/** A form in a window of Slack that is sent; each has a nonce of its own. */
export const slackSubmit = (
  { slack }: Chats,
  persoonId: string,
  verb: string,
  data: Readonly<Record<string, string>>,
  velden: Readonly<Record<string, string>>,
): Act => {
  const user = { id: slackUser(persoonId), team_id: slack.teamId };
  const callback_id = `${verb}/verstuur`;
  const private_metadata = JSON.stringify({ verb: callback_id, data: { ...data, n: `slack-${slack.next()}` } });
  const blocks = Object.keys(velden).map((block_id) => ({ type: "input", block_id }));
  const view = { id: `V${slack.next()}`, type: "modal", callback_id, private_metadata, blocks, state: slackState(velden), hash: "1.h" };
  const who = { team: { id: slack.teamId, domain: "x" }, user, api_app_id: "A1", trigger_id: slack.trigger(user.id) };
  return form(formBody({ payload: { type: "view_submission", ...who, view, response_urls: [] } }));
};

let token: { readonly value: Promise<string>; readonly until: number } | undefined;
const bearer = async ({ teams }: Chats): Promise<string> => {
  if (token === undefined || token.until < Date.now()) token = { value: teams.issuer.sign({ expires: "30m" }), until: Date.now() + 20 * 60_000 };
  return `Bearer ${await token.value}`;
};

/** An activity of Teams, whoever made it. */
export const teamsAct = (chats: Chats, body: string): Act => ({
  path: "/api/messages",
  body,
  headers: async () => ({ "content-type": "application/json", authorization: await bearer(chats) }),
});

/** A press on a card in a channel of Teams. */
export const teamsPress = (chats: Chats, person: TeamsPerson, verb: string, data: Readonly<Record<string, string>>): Act => {
  const channel = chats.teams.addConversation("channel", `19:chaos-${person.userId}@thread.tacv2`);
  const action = { type: "Action.Execute", title: "x", verb, data: { k: { verb, data } } };
  return teamsAct(
    chats,
    JSON.stringify(
      person.activity(channel, { type: "invoke", name: "adaptiveCard/action", value: { action, trigger: "manual" }, replyToId: `m${chats.slack.next()}` }),
    ),
  );
};

/** A form in a dialog of Teams that is sent; each has a nonce of its own. */
export const teamsSubmit = (
  chats: Chats,
  person: TeamsPerson,
  verb: string,
  data: Readonly<Record<string, string>>,
  velden: Readonly<Record<string, string>>,
): Act => {
  const channel = chats.teams.addConversation("channel", `19:chaos-${person.userId}@thread.tacv2`);
  const press = { verb: `${verb}/verstuur`, data: { ...data, n: `teams-${chats.slack.next()}` } };
  const value = { data: { k: press, ...velden }, context: { theme: "default" } };
  return teamsAct(chats, JSON.stringify(person.activity(channel, { type: "invoke", name: "task/submit", value, replyToId: `m${chats.slack.next()}` })));
};

export type Answer = { readonly status: number; readonly text: string; readonly ms: number };

const GIVE_UP_MS = 60_000;

/** Delivers once. @returns nothing when the connection fell away or no answer came in a minute. */
export const deliver = async (url: string, act: Act): Promise<Answer | undefined> => {
  const started = performance.now();
  try {
    const response = await fetch(`${url}${act.path}`, {
      method: "POST",
      body: act.body,
      headers: await act.headers(),
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    const text = await response.text();
    return { status: response.status, text, ms: performance.now() - started };
  } catch {
    return undefined;
  }
};

/** Runs all of them, so many at once. */
export const together = async <T>(all: readonly T[], width: number, run: (one: T, nr: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < all.length) {
      const nr = next++;
      await run(all[nr] as T, nr);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, lane));
};
