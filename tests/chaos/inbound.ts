import { slackIntake } from "../bench/chats.js";
import { slackUser } from "../bench/region/fill.js";
import type { TestStore } from "../support/database.js";
import { type Act, deliver, slackForm, slackPress, slackSubmit, teamsPress, teamsSubmit, together } from "./acts.js";
import { type Count, counts } from "./count.js";
import { chatEnv, type Instance, startInstance } from "./instance.js";
import { analistIds, fullRegio, joinSlack, joinTeams, melderIds } from "./people.js";
import type { Run } from "./run.js";

/** How often each chat delivers what it got no answer to in time. */
const SLACK_TIMES = 4;
const TEAMS_TIMES = 3;
const WIDTH = 12;
const codeIn = (text: string): string | undefined => /SG-[A-Z0-9]{5}-[A-Z0-9]|SG-[A-Z0-9]{4}-[A-Z0-9]/.exec(text)?.[0];

type Delivered = { readonly act: Act; readonly answers: string[] };
type Bots = { readonly all: Instance[]; readonly env: Readonly<Record<string, string>> };

/** Delivers until somebody answers, as a chat does that got none. */
const untilAnswered = async ({ random }: Run, bots: Bots, { act, answers }: Delivered): Promise<void> => {
  for (;;) {
    const answer = await deliver(random.pick(bots.all).url, act);
    if (answer?.status === 200) {
      answers.push(answer.text);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20 + random.below(80)));
  }
};

const timesFor = ({ path }: Act): number => (path === "/api/messages" ? TEAMS_TIMES : SLACK_TIMES);

/** Each act as often as its chat may deliver it, out of order; half-way an instance ends, as told, and comes back. */
const storm = async (run: Run, bots: Bots, acts: readonly Act[], end: (instance: Instance) => Promise<unknown>): Promise<readonly Delivered[]> => {
  const all = acts.map((act): Delivered => ({ act, answers: [] }));
  const order = run.random.shuffled(all.flatMap((one) => Array.from({ length: timesFor(one.act) }, () => one)));
  const renew = async (): Promise<void> => {
    await end(bots.all[0] as Instance);
    bots.all[0] = await startInstance(bots.env);
  };
  let renewed: Promise<void> | undefined;
  await together(order, WIDTH, async (one, nr) => {
    if (nr === Math.floor(order.length / 2)) renewed = renew();
    await untilAnswered(run, bots, one);
  });
  await renewed;
  bots.all.reverse();
  return all;
};

/** An answer without what is made anew each time, e.g. the id of a block. */
const asSaid = (text: string): string => text.replace(/"(block_id|nonce|n)":"[^"]*"/g, "").replace(/\\"n\\":\\"[^"\\]*\\"/g, "");
const different = (all: readonly Delivered[]): readonly Delivered[] => all.filter(({ answers }) => new Set(answers.map(asSaid)).size > 1);
/** The ways in which the first of them was answered, for who looks for the cause. */
const waysOf = ([first]: readonly Delivered[]): string =>
  first === undefined ? "" : `; the first: ${[...new Set(first.answers.map(asSaid))].map((way) => way.slice(0, 600)).join(" AND ")}`;

export const inboundNames = [...counts("in", ["verstuurd", "bevestigd", "opgeslagen", "verloren", "dubbel"]), "in_ander_antwoord"] as const;

/** Once or never: how often it was picked up, how often its verrijking began, how many receipts went out. */
type Stored = { readonly code: string; readonly opgepakt: number; readonly verrijkt: number; readonly ontvangsten: number };
const readStored = async ({ pool }: TestStore): Promise<readonly Stored[]> =>
  (
    await pool.query<Stored>(
      `SELECT s.code, (SELECT count(*)::int FROM stap t WHERE t.signaal_id = s.id AND t.name = 'oppakken') AS opgepakt,
        (SELECT count(*)::int FROM stap t WHERE t.signaal_id = s.id AND t.name = 'start_verrijking') AS verrijkt,
        (SELECT count(*)::int FROM outgoing o WHERE o.object_id = s.id AND o.kind = 'ontvangst') AS ontvangsten FROM signaal s`,
    )
  ).rows;

const weigh = function* (rows: readonly Stored[], codes: readonly string[], delivered: readonly Delivered[]): Iterable<Count> {
  const stored = new Map(rows.map((row) => [row.code, row]));
  const sent = delivered.length;
  const without = (what: "opgepakt" | "verrijkt"): number => codes.filter((code) => (stored.get(code)?.[what] ?? 0) === 0).length;
  const lost = codes.filter((code) => !stored.has(code)).length + without("opgepakt") + without("verrijkt");
  const tooMany = rows.filter(({ opgepakt, verrijkt, ontvangsten }) => opgepakt > 1 || verrijkt > 1 || ontvangsten !== 1).length;
  const total = (what: "opgepakt" | "verrijkt"): number => rows.reduce((sum, row) => sum + row[what], 0);
  const [pickedUp, begun] = [total("opgepakt"), total("verrijkt")];
  const answers = delivered.reduce((sum, one) => sum + one.answers.length, 0);
  const answered = delivered.filter((one) => one.answers.length > 0).length;
  const raw = `${answers} deliveries of ${sent} acts, two instances, killed and stopped in turn`;
  yield { name: "in_verstuurd", value: sent, goal: sent, better: "higher", raw };
  yield { name: "in_bevestigd", value: answered, goal: sent, better: "higher", raw: "acts with an answer" };
  yield {
    name: "in_opgeslagen",
    value: rows.length + pickedUp + begun,
    goal: sent,
    better: "higher",
    raw: `${rows.length} signalen, ${pickedUp} times picked up, ${begun} forms`,
  };
  yield { name: "in_verloren", value: lost, goal: 0, better: "lower", raw: "acknowledged and not there" };
  yield { name: "in_dubbel", value: rows.length - new Set(codes).size + tooMany, goal: 0, better: "lower", raw: "signalen, steps or receipts too many" };
  const other = different(delivered);
  yield { name: "in_ander_antwoord", value: other.length, goal: 0, better: "lower", raw: `acts that were answered in two ways${waysOf(other)}` };
};

/** Every act is delivered several times, out of order, over two instances that restart: it happens once, with one answer. */
export const inbound = async function* (run: Run): AsyncIterable<Count> {
  const { acts: amount, people } = run.amount.inbound;
  const chats = await run.chats();
  const { store, databaseUrl } = await run.postgres("inbound", (opened) => opened.importRegio(fullRegio(chats, people, people)));
  const [melders, analisten] = [melderIds(people), analistIds(people)];
  joinSlack(chats, [...melders, ...analisten]);
  const inTeams = joinTeams(chats, analisten);
  const env = { ...chatEnv(chats), DATABASE_URL: databaseUrl };
  const bots: Bots = { env, all: await Promise.all([startInstance(env), startInstance(env)]) };
  try {
    let melder = 0;
    const next = await slackIntake(chats.slack, bots.all[0]?.url ?? "", () => slackUser(melders[melder++ % melders.length] ?? ""));
    const meldingen = Array.from({ length: Math.ceil(amount / 3) }, () => slackForm(next().body));
    const signalen = await storm(run, bots, meldingen, (instance) => instance.kill());
    const codes = signalen.map(({ answers }) => codeIn(answers[0] ?? "") ?? "");
    const oppakken = (code: string, nr: number): Act =>
      nr % 2 === 0
        ? teamsPress(chats, inTeams[nr % inTeams.length] as (typeof inTeams)[number], "signaal.oppakken", { s: code })
        : slackPress(chats, analisten[nr % analisten.length] ?? "", "signaal.oppakken", { s: code });
    const opgepakt = await storm(run, bots, codes.map(oppakken), (instance) => instance.stop());
    const gronden = { grondslag: "Verzonnen grondslag" };
    const verrijken = (code: string, nr: number): Act =>
      nr % 2 === 0
        ? teamsSubmit(chats, inTeams[nr % inTeams.length] as (typeof inTeams)[number], "signaal.start_verrijking", { s: code }, gronden)
        : slackSubmit(chats, analisten[nr % analisten.length] ?? "", "signaal.start_verrijking", { s: code }, gronden);
    const begonnen = await storm(run, bots, codes.map(verrijken), (instance) => instance.kill());
    const delivered = [...signalen, ...opgepakt, ...begonnen];
    yield* weigh(await readStored(store), codes, delivered);
  } finally {
    await Promise.all(bots.all.map((bot) => bot.kill()));
  }
};
