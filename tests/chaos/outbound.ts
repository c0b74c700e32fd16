import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { Intent } from "../../src/ports/work.js";
import type { Chats } from "../bench/chats.js";
import { fill, slackTenant, slackUser } from "../bench/region/fill.js";
import { insertRows } from "../bench/region/rows.js";
import type { TestStore } from "../support/database.js";
import { type Count, counts } from "./count.js";
import { chatEnv, type Instance, startInstance } from "./instance.js";
import { joinTeams } from "./people.js";
import type { Run } from "./run.js";
import { mostPerSecond, type Post, shortestGap, stormy, type Weather } from "./weather.js";

const LANES = 8;
const CHUNK = 500;
const codeIn = (text: string): string => /SG-\w{5}-\w/.exec(text)?.[0] ?? "";

/** A conversation with the codes of its messages, in order. */
type Conversation = { readonly persoonId: string; readonly id: string; readonly codes: string[] };

/** So many people, half of them in each chat, each with a private conversation. */
const meetPeople = async (chats: Chats, { pool }: TestStore, count: number): Promise<readonly Conversation[]> => {
  const ids = Array.from({ length: count }, (_, n) => `M${n}`);
  const inTeams = joinTeams(
    chats,
    ids.filter((_, nr) => nr % 2 === 1),
  );
  const now = new Date();
  const linked = { linkedOp: now, laatstGebruiktOp: now, gast: false };
  const accounts = ids.map((persoonId, nr) => {
    const person = nr % 2 === 1 ? inTeams[(nr - 1) / 2] : undefined;
    if (person === undefined) {
      chats.slack.addUser({ id: slackUser(persoonId), naam: `Verzonnen ${persoonId}` });
      return { platform: "slack", tenant: slackTenant, userId: slackUser(persoonId), persoonId, ...linked };
    }
    const conversationId = chats.teams.privateOf(person.member.id).id;
    const where = { conversationId, serviceUrl: chats.teams.serviceUrl };
    return { platform: "teams", tenant: chats.teams.tenant, userId: person.userId, persoonId, ...linked, ...where };
  });
  for (const platform of ["slack", "teams"])
    await insertRows(
      pool,
      "account",
      accounts.filter((account) => account.platform === platform),
    );
  return accounts.map(({ persoonId, userId, ...rest }) => ({ persoonId, id: "conversationId" in rest ? rest.conversationId : userId, codes: [] }));
};

/** Each message is about a signaal of its own, so that it can be told from the others. */
const intend = async ({ store, pool }: TestStore, conversations: readonly Conversation[], messages: number): Promise<void> => {
  const { rows } = await pool.query<{ id: string; code: string }>("SELECT id, code FROM signaal ORDER BY id LIMIT $1", [messages]);
  const intents = rows.map(({ id, code }, nr): Intent => {
    const conversation = conversations[nr % conversations.length] as Conversation;
    conversation.codes.push(code);
    return { kind: "ontvangst", objectId: id, to: { persoonId: conversation.persoonId as PersoonId } };
  });
  for (let from = 0; from < intents.length; from += CHUNK) await store.commit({ intents: intents.slice(from, from + CHUNK) });
};

const waiting = async ({ pool }: TestStore, conversations: readonly Conversation[]): Promise<number> => {
  const recipients = conversations.map(({ persoonId }) => `persoon:${persoonId}`);
  const { rows } = await pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM outgoing WHERE status = 'wacht' AND kind = 'ontvangst' AND recipient = ANY ($1)",
    [recipients],
  );
  return rows[0]?.n ?? 0;
};

const untilSent = async (store: TestStore, conversations: readonly Conversation[], withinMs: number): Promise<number> => {
  const started = Date.now();
  let left = await waiting(store, conversations);
  while (left > 0 && Date.now() - started < withinMs) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    left = await waiting(store, conversations);
  }
  return left;
};

/** Ends the bot in the middle of its work, again and again, and starts it anew. */
const killing = async ({ random, amount }: Run, { pool }: TestStore, env: Readonly<Record<string, string>>, bot: { now: Instance }): Promise<void> => {
  const { kills, everyMs, waitForLeases } = amount.outbound;
  for (let n = 0; n < kills; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, everyMs / 2 + random.below(everyMs)));
    await bot.now.kill();
    // What it had in hand is free again after its lease; the short run does not wait for that.
    if (!waitForLeases) await pool.query("UPDATE outgoing SET lease_until = now() - interval '1 minute' WHERE status = 'wacht' AND lease_until IS NOT NULL");
    bot.now = await startInstance(env);
  }
};

const tally = (all: readonly Conversation[], { posts, unheard }: Weather, kills: number) => {
  const known = new Map(all.map((one) => [one.id, one]));
  const seen = new Map<string, string[]>(all.map(({ id }) => [id, []]));
  for (const post of posts) if (post.accepted && known.has(post.conversation)) seen.get(post.conversation)?.push(codeIn(post.text));
  const firsts = (id: string): readonly string[] => [...new Set(seen.get(id))];
  const shown = [...seen.values()].reduce((sum, codes) => sum + codes.length, 0);
  const once = all.reduce((sum, { id }) => sum + firsts(id).length, 0);
  return {
    lost: all.reduce((sum, { id, codes }) => sum + codes.filter((code) => !seen.get(id)?.includes(code)).length, 0),
    twice: shown - once,
    unexplained: Math.max(0, shown - once - unheard - kills * LANES),
    outOfOrder: all.filter(({ id, codes }) => firsts(id).join() !== codes.join()).length,
  };
};

const paces = function* (posts: readonly Post[]): Iterable<Count> {
  const of = (chat: Post["chat"]): readonly Post[] => posts.filter((post) => post.chat === chat);
  const conversations = [...new Set(of("teams").map(({ conversation }) => conversation))];
  const busiest = Math.max(0, ...conversations.map((id) => mostPerSecond(of("teams").filter(({ conversation }) => conversation === id))));
  const raw = "of every call, refused ones too";
  yield { name: "uit_slack_tussen", value: Math.min(60_000, shortestGap(of("slack"))), unit: "ms", goal: 950, better: "higher", raw };
  yield { name: "uit_teams_gesprek", value: busiest, goal: 7, better: "lower", raw: `most in one second, ${raw}` };
  yield { name: "uit_teams_tenant", value: mostPerSecond(of("teams")), goal: 30, better: "lower", raw: `most in one second, ${raw}` };
};

export const outboundNames = counts("uit", [
  ...["verstuurd", "opgeslagen", "geplaatst", "verloren", "dubbel", "dubbel_zonder_reden", "volgorde", "opgehouden", "verteld"],
  ...["slack_tussen", "teams_gesprek", "teams_tenant"],
]);

/** Many messages through two failing chats while the bot is killed: each arrives, in order, within the pace; a closed conversation holds up no other. */
export const outbound = async function* (run: Run): AsyncIterable<Count> {
  const { messages, conversations: many, kills, withinMs } = run.amount.outbound;
  const chats = await run.chats();
  const size = { signalen: messages, actiepunten: 0, overleggen: 0, groot: 0 };
  const { store, databaseUrl } = await run.postgres("outbound", (opened) => fill(opened, size));
  const all = await meetPeople(chats, store, many);
  await intend(store, all, messages);
  const weather = stormy(chats, run.random);
  const closed = all.slice(0, Math.max(2, Math.floor(many / 50)));
  for (const { id } of closed) weather.forbidden.add(id);
  for (const { id } of all.slice(-2)) weather.slow.add(id);
  const env = { ...chatEnv(chats), DATABASE_URL: databaseUrl };
  const bot = { now: await startInstance(env) };
  try {
    const killed = killing(run, store, env, bot);
    const heldUp = await untilSent(store, all.slice(closed.length), withinMs);
    await killed;
    const { rows: told } = await store.pool.query("SELECT DISTINCT object_id FROM outgoing WHERE kind = 'bezorging'");
    // They are opened to us again, and the time to look is there.
    weather.forbidden.clear();
    await store.pool.query("UPDATE recipient_wait SET until = now() WHERE reden = 'dicht'");
    await untilSent(store, all, withinMs);
    const { rows } = await store.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM outgoing WHERE kind = 'ontvangst' AND status = 'verstuurd'");
    const stored = rows[0]?.n ?? 0;
    const { lost, twice, unexplained, outOfOrder } = tally(all, weather, kills);
    const raw = `over ${many} conversations in two chats, ${weather.posts.length} calls, ${kills} times kill -9`;
    yield { name: "uit_verstuurd", value: messages, goal: messages, better: "higher", raw };
    yield { name: "uit_opgeslagen", value: stored, goal: messages, better: "higher", raw: "noted as sent" };
    yield { name: "uit_geplaatst", value: messages - lost, goal: messages, better: "higher", raw: "stand in their conversation" };
    yield { name: "uit_verloren", value: lost, goal: 0, better: "lower", raw: "stand nowhere" };
    yield {
      name: "uit_dubbel",
      value: twice,
      goal: messages,
      better: "lower",
      raw: `stand twice; the bot was not told of ${weather.unheard} that were accepted`,
    };
    yield { name: "uit_dubbel_zonder_reden", value: unexplained, goal: 0, better: "lower", raw: "stand twice without a lost answer or a kill" };
    yield { name: "uit_volgorde", value: outOfOrder, goal: 0, better: "lower", raw: "conversations out of order" };
    yield { name: "uit_opgehouden", value: heldUp, goal: 0, better: "lower", raw: `messages waiting behind ${closed.length} closed and 2 slow conversations` };
    yield { name: "uit_verteld", value: told.length, goal: closed.length, better: "higher", raw: "closed conversations that somebody was told about" };
    yield* paces(weather.posts);
  } finally {
    await bot.now.kill();
  }
};
