import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chats, slackIntake } from "../bench/chats.js";
import { slackUser } from "../bench/region/fill.js";
import { openRealStore } from "../support/database.js";
import { formBody } from "../support/slack/sign.js";
import type { TeamsPerson } from "../support/teams/teams-person.js";
import { type Act, type Answer, deliver, slackForm, slackJson, slackPress, teamsAct, teamsPress, together } from "./acts.js";
import { type Count, counts } from "./count.js";
import { chatEnv, type Instance, startInstance } from "./instance.js";
import { mutated } from "./mutate.js";
import { analistIds, fullRegio, joinSlack, joinTeams, melderIds } from "./people.js";
import type { Run } from "./run.js";
import { playTricks, slowLoris } from "./tricks.js";

/** Some of these are held for three seconds: what nobody in the bot listens to. */
const WIDTH = 24;
/** Below what the door takes from one address: what is refused there was not looked at. */
const PER_SECOND = 90;
const MEMORY_MB = 900;
/** Without an end of its own, the memory of the machine says when what is done with is cleared away. */
const BOUNDED = { NODE_OPTIONS: "--max-old-space-size=400" };
const LORIS = 20;
const STACK = /\bat .+:\d+:\d+|node_modules|Error:/;
const payloadOf = ({ body }: Act): object => JSON.parse(new URLSearchParams(body).get("payload") ?? "{}") as object;

/** Payloads as both chats send them; each is changed before it is sent. */
const shapes = async ({ slack }: Chats, chats: Chats, url: string, inTeams: readonly TeamsPerson[], people: number) => {
  let nr = 0;
  const melder = (): string => slackUser(melderIds(people)[nr++ % people] ?? "");
  const intake = await slackIntake(slack, url, melder);
  const analist = (): string => analistIds(people)[nr++ % people] ?? "";
  const person = (): TeamsPerson => inTeams[nr++ % inTeams.length] as TeamsPerson;
  const command = () => ({ command: "/casus", text: "SG-7K3QA-A", team_id: slack.teamId, user_id: melder(), channel_id: "C1", trigger_id: `${nr}.x` });
  const home = () => ({
    type: "event_callback",
    team_id: slack.teamId,
    event_id: `Ev${nr}`,
    event: { type: "app_home_opened", user: melder(), channel: "D1", tab: "home", event_ts: "1.1" },
  });
  const text = () => {
    const who = person();
    return who.activity(chats.teams.privateOf(who.member.id), { type: "message", text: "casus SG-7K3QA-A" });
  };
  const inSlack: readonly ((change: (payload: object) => object) => Act)[] = [
    (change) => slackForm(formBody({ payload: change(payloadOf({ body: intake().body } as Act)) })),
    (change) => slackForm(formBody({ payload: change(payloadOf(slackPress(chats, analist(), "signaal.oppakken", { s: "SG-7K3QA-A" }))) })),
    (change) => slackForm(formBody(change(command()) as Record<string, unknown>)),
    (change) => slackJson(JSON.stringify(change(home()))),
  ];
  const teams: typeof inSlack = [
    (change) => teamsAct(chats, JSON.stringify(change(JSON.parse(teamsPress(chats, person(), "signaal.oppakken", { s: "SG-7K3QA-A" }).body) as object))),
    (change) => teamsAct(chats, JSON.stringify(change(text()))),
  ];
  return [...inSlack, ...teams];
};

/** As somebody sends it who has no secret. */
const forged = (act: Act): Act => ({
  ...act,
  headers: async () => {
    const headers = await act.headers();
    return { ...headers, "x-slack-signature": "v0=00", ...(act.path === "/api/messages" ? { authorization: "Bearer x.y.z" } : {}) };
  },
});

type Seen = { readonly answers: Answer[]; dropped: number; letIn: number };

/** Turns so far apart; who comes late takes the next, none is made up for. */
const turns = (): (() => Promise<void>) => {
  let free = 0;
  return async () => {
    const mine = Math.max(performance.now(), free);
    free = mine + 1_000 / PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, mine - performance.now()));
  };
};

const send = async (run: Run, url: string, make: Awaited<ReturnType<typeof shapes>>): Promise<Seen> => {
  const seen: Seen = { answers: [], dropped: 0, letIn: 0 };
  const { random } = run;
  const turn = turns();
  await together(Array.from({ length: run.amount.input.payloads }), WIDTH, async (_, nr) => {
    await turn();
    const act = random.pick(make)((payload) => mutated(random, payload));
    const before = nr % 4 === 0;
    const answer = await deliver(url, before ? forged(act) : act);
    if (answer === undefined) seen.dropped += 1;
    else seen.answers.push(answer);
    if (before && answer?.status === 200) seen.letIn += 1;
  });
  return seen;
};

const memoryMb = ({ pid }: Instance): number => {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024);
  } catch {
    return 0;
  }
};

/** Somebody who presses without end gets a polite word, not an error. */
const wild = async (chats: Chats, url: string): Promise<number> => {
  const presses = Array.from({ length: 70 }, () => slackForm(formBody({ ...wildCommand(chats), trigger_id: `${chats.slack.next()}.x` })));
  const answers: string[] = [];
  await together(presses, WIDTH, async (act) => void answers.push((await deliver(url, act))?.text ?? ""));
  return answers.filter((text) => text.includes("Wacht een minuut")).length;
};
const wildCommand = ({ slack }: Chats) => ({ command: "/hulp", text: "", team_id: slack.teamId, user_id: slackUser("P05"), channel_id: "C1" });

export const inputNames = counts("invoer", [
  "verstuurd",
  "vijfhonderd",
  "afgebroken",
  "niet_bekeken",
  "stack",
  "ongetekend",
  "trucs_mis",
  "traag_mis",
  "geheugen_mb",
  "leeft",
  "afgeremd",
]);

/** Payloads that no chat sends, with and without a good signature, and requests that only cost. */
export const input = async function* (run: Run): AsyncIterable<Count> {
  const { payloads, people } = run.amount.input;
  const dataDir = mkdtempSync(join(tmpdir(), "ketentafel-invoer-"));
  const chats = await run.chats();
  const store = await openRealStore({ dataDir });
  await store.importRegio(fullRegio(chats, people, people));
  await store.close();
  joinSlack(chats, [...melderIds(people), ...analistIds(people), "P05"]);
  const bot = await startInstance({ ...chatEnv(chats), ...BOUNDED, DATA_DIR: dataDir });
  try {
    const slow = slowLoris(bot.url, LORIS);
    const seen = await send(run, bot.url, await shapes(chats, chats, bot.url, joinTeams(chats, analistIds(people)), people));
    const tricks = await playTricks(bot.url);
    const held = await wild(chats, bot.url);
    const all = [...seen.answers, ...tricks];
    const wrong = tricks.filter(({ status }) => status >= 500 || status === 200);
    const statuses = [...new Set(seen.answers.map(({ status }) => status))].sort().join(", ");
    yield { name: "invoer_verstuurd", value: payloads, goal: payloads, better: "higher", raw: `changed payloads at both doors; answered with ${statuses}` };
    yield {
      name: "invoer_vijfhonderd",
      value: seen.answers.filter(({ status }) => status >= 500).length,
      goal: 0,
      better: "lower",
      raw: "answers of 500 or more",
    };
    yield { name: "invoer_afgebroken", value: seen.dropped, goal: 0, better: "lower", raw: "without an answer" };
    yield {
      name: "invoer_niet_bekeken",
      value: seen.answers.filter(({ status }) => status === 429).length,
      goal: 0,
      better: "lower",
      raw: "refused unread, because too many came from one address",
    };
    yield { name: "invoer_stack", value: all.filter(({ text }) => STACK.test(text)).length, goal: 0, better: "lower", raw: "answers that tell about the code" };
    yield { name: "invoer_ongetekend", value: seen.letIn, goal: 0, better: "lower", raw: "let in without a good signature or token" };
    yield {
      name: "invoer_trucs_mis",
      value: wrong.length,
      goal: 0,
      better: "lower",
      raw: `of ${tricks.length}: ${wrong.map(({ name, status }) => `${name} ${status}`).join("; ") || "large, packed, deep and broken bodies"}`,
    };
    yield { name: "invoer_traag_mis", value: await slow, goal: 0, better: "lower", raw: `of ${LORIS} slow clients not cut off within 30 s` };
    yield {
      name: "invoer_geheugen_mb",
      value: memoryMb(bot),
      goal: MEMORY_MB,
      better: "lower",
      raw: "memory of the process afterwards, embedded database included",
    };
    yield {
      name: "invoer_leeft",
      value: Number(bot.alive() && (await fetch(`${bot.url}/readyz`)).ok),
      goal: 1,
      better: "higher",
      raw: "the same process, ready",
    };
    yield { name: "invoer_afgeremd", value: held, goal: 1, better: "higher", raw: "of 70 commands of one person in a moment, answered with a polite word" };
  } finally {
    await bot.kill();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
};
