import pg from "pg";
import { slackIntake } from "../bench/chats.js";
import { percentile } from "../bench/measure.js";
import { slackUser } from "../bench/region/fill.js";
import { deliver, slackForm } from "./acts.js";
import { type Count, counts } from "./count.js";
import { chatEnv, startInstance } from "./instance.js";
import { fullRegio, joinSlack, melderIds } from "./people.js";
import type { Run } from "./run.js";

const STALL_MS = 2_000;
const EVERY_MS = 200;
const ACTS = 40;
/** Slack shows a failure after this, and delivers again. */
const SLACK_WAITS_MS = 3_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const codeIn = (text: string): string | undefined => /SG-\w{5}-\w/.exec(text)?.[0];

/** The database answers nobody for a while. */
const stall = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("BEGIN; LOCK TABLE delivery, outgoing, audit_line IN ACCESS EXCLUSIVE MODE");
  await pause(STALL_MS);
  await client.query("COMMIT");
  await client.end();
};

export const stallNames = counts("stil", ["bevestigd", "verloren", "langste", "verder_p99"]);

/** The database stands still for two seconds under a steady load: answers come later, and what is confirmed is there. */
export const stalled = async function* (run: Run): AsyncIterable<Count> {
  const chats = await run.chats();
  const people = melderIds(10);
  const { store, databaseUrl } = await run.postgres("stall", (opened) => opened.importRegio(fullRegio(chats, people.length, 1)));
  joinSlack(chats, people);
  const bot = await startInstance({ ...chatEnv(chats), DATABASE_URL: databaseUrl });
  try {
    let nr = 0;
    const next = await slackIntake(chats.slack, bot.url, () => slackUser(people[nr++ % people.length] ?? ""));
    const answers: Promise<{ readonly at: number; readonly ms: number; readonly code: string | undefined }>[] = [];
    const started = performance.now();
    let still: Promise<void> | undefined;
    for (let n = 0; n < ACTS; n += 1) {
      if (n === ACTS / 4) still = stall(databaseUrl);
      const at = performance.now() - started;
      answers.push(deliver(bot.url, slackForm(next().body)).then((answer) => ({ at, ms: answer?.ms ?? Number.NaN, code: codeIn(answer?.text ?? "") })));
      await pause(EVERY_MS);
    }
    await still;
    const all = await Promise.all(answers);
    const codes = all.flatMap(({ code }) => code ?? []);
    const { rows } = await store.pool.query<{ code: string }>("SELECT code FROM signaal");
    const there = new Set(rows.map(({ code }) => code));
    const stallAt = (ACTS / 4) * EVERY_MS;
    const outside = all.filter(({ at }) => at > EVERY_MS * 5 && (at < stallAt - EVERY_MS || at > stallAt + 2 * STALL_MS));
    const lost = codes.filter((code) => !there.has(code)).length;
    yield { name: "stil_bevestigd", value: codes.length, goal: ACTS, better: "higher", raw: `signalen while the database stood still for ${STALL_MS} ms` };
    yield { name: "stil_verloren", value: lost, goal: 0, better: "lower", raw: "confirmed and not there" };
    yield {
      name: "stil_langste",
      value: Math.max(...all.map(({ ms }) => ms)),
      unit: "ms",
      goal: SLACK_WAITS_MS,
      better: "lower",
      raw: "longest answer, within what Slack waits",
    };
    yield {
      name: "stil_verder_p99",
      value: percentile(
        outside.map(({ ms }) => ms),
        0.99,
      ),
      unit: "ms",
      goal: 500,
      better: "lower",
      raw: "p99 before and after it",
    };
  } finally {
    await bot.kill();
  }
};
