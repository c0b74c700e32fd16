import { type Chats, slackIntake } from "../bench/chats.js";
import { slackUser } from "../bench/region/fill.js";
import { openPostgres, openRealStore, type TestServer, type TestStore } from "../support/database.js";
import { deliver, slackForm } from "./acts.js";
import { type Count, counts } from "./count.js";
import { chatEnv, type Instance, startInstance } from "./instance.js";
import { fullRegio, joinSlack, melderIds } from "./people.js";
import type { Run } from "./run.js";

const PROCESSES = 3;
const STOP_WITHIN_MS = 10_000;
const DRAIN_MS = 1_200_000;
const codeIn = (text: string): string | undefined => /SG-\w{5}-\w/.exec(text)?.[0];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Env = Readonly<Record<string, string>>;
/** @property all those that run or start now; undefined in the place of one that is away. */
type Park = { readonly env: Env; readonly all: (Instance | undefined)[]; readonly stops: number[]; kills: number };

/** Ends one and starts it again, as a platform does that moves them about. */
const renew = async (park: Park, nr: number, kill: boolean): Promise<void> => {
  const instance = park.all[nr];
  if (instance === undefined) return;
  if (kill) park.kills += 1;
  if (kill) await instance.kill();
  else park.stops.push(await instance.stop());
  park.all[nr] = undefined;
  // While the database is away a start fails; the platform starts it again.
  for (let tries = 0; park.all[nr] === undefined && tries < 20; tries += 1) park.all[nr] = await startInstance(park.env).catch(() => undefined);
};

const moving = async ({ random, amount }: Run, park: Park, until: () => boolean): Promise<void> => {
  const busy: Promise<void>[] = [];
  for (let nr = 0; !until(); nr += 1) {
    await pause(amount.instances.everyMs / 2 + random.below(amount.instances.everyMs));
    busy.push(renew(park, nr % PROCESSES, random.next() < 0.5));
  }
  await Promise.all(busy);
};

/** What fell due, moved up: time passes faster for moments. */
const moveUp = ({ pool }: TestStore) =>
  pool.query("UPDATE due_moment SET op = now() WHERE soort = 'eerste_reactie' AND stap = 0 AND done_op IS NULL AND op > now()").catch(() => undefined);

/** One signaal, to whichever instance answers; its code. */
const report = async ({ random }: Run, park: Park, body: string): Promise<string> => {
  for (;;) {
    const alive = park.all.filter((one) => one?.alive() === true);
    const answer = alive.length === 0 ? undefined : await deliver(random.pick(alive)?.url ?? "", slackForm(body));
    const code = answer?.status === 200 ? codeIn(answer.text) : undefined;
    if (code !== undefined) return code;
    await pause(100);
  }
};

const load = async (run: Run, chats: Chats, park: Park, until: () => boolean): Promise<readonly string[]> => {
  const { people, perSecond } = run.amount.instances;
  const melders = melderIds(people);
  let nr = 0;
  const next = await slackIntake(chats.slack, park.all[0]?.url ?? "", () => slackUser(melders[nr++ % people] ?? ""));
  const going: Promise<string>[] = [];
  while (!until()) {
    going.push(report(run, park, next().body));
    await pause(1_000 / perSecond);
  }
  return Promise.all(going);
};

const left = async ({ pool }: TestStore): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM outgoing WHERE status = 'wacht' AND kind IN ('ontvangst', 'triage'))::int
      + (SELECT count(*) FROM due_moment WHERE done_op IS NULL AND op <= now() AND soort = 'eerste_reactie')::int AS n`,
  );
  return rows[0]?.n ?? 0;
};

const weigh = async function* (chats: Chats, store: TestStore, park: Park, codes: readonly string[]): AsyncIterable<Count> {
  const { rows } = await store.pool.query<{ code: string; herinnerd: number }>(
    `SELECT s.code, (SELECT count(*)::int FROM audit_line a WHERE a.object = s.code AND a.actie = 'herinnering_0') AS herinnerd FROM signaal s`,
  );
  const stored = new Map(rows.map((row) => [row.code, row]));
  const shown = (code: string): number => chats.slack.messages.filter(({ text, ephemeral }) => !ephemeral && text.includes(code)).length;
  // The card in the channel and the receipt in private.
  const posted = rows.filter(({ code }) => shown(code) >= 2).length;
  const twice = rows.reduce((sum, { code }) => sum + Math.max(0, shown(code) - 3), 0);
  const raw = `three processes, ${park.kills} times kill -9, ${park.stops.length} times SIGTERM, the database restarted`;
  yield { name: "inst_bevestigd", value: codes.length, goal: codes.length, better: "higher", raw };
  yield { name: "inst_opgeslagen", value: rows.length, goal: codes.length, better: "higher", raw: "signalen in the database" };
  yield { name: "inst_verloren", value: codes.filter((code) => !stored.has(code)).length, goal: 0, better: "lower", raw: "acknowledged and not there" };
  yield { name: "inst_dubbel", value: rows.length - new Set(codes).size, goal: 0, better: "lower", raw: "signalen too many" };
  yield { name: "inst_geplaatst", value: posted, goal: rows.length, better: "higher", raw: "signalen with card and receipt in the chat" };
  yield { name: "inst_kaart_dubbel", value: twice, goal: park.kills * 8, better: "lower", raw: "messages too many, at most what a kill interrupted" };
  const moments = rows.filter(({ herinnerd }) => herinnerd !== 1).length;
  yield { name: "inst_momenten_mis", value: moments, goal: 0, better: "lower", raw: `of ${rows.length} due moments not exactly once` };
  const slowest = Math.max(0, ...park.stops);
  yield { name: "inst_stop", value: slowest, unit: "ms", goal: STOP_WITHIN_MS, better: "lower", raw: `slowest of ${park.stops.length} stops by SIGTERM` };
};

/** Three that start at once on an empty database. */
const migrateAtOnce = async (databaseUrl: string): Promise<number> => {
  const opened = await Promise.allSettled(Array.from({ length: PROCESSES }, () => openRealStore({ databaseUrl })));
  for (const one of opened) if (one.status === "fulfilled") await one.value.close();
  return opened.filter(({ status }) => status === "rejected").length;
};

export const instancesNames = counts("inst", [
  ...["migratie_mis", "bevestigd", "opgeslagen", "verloren", "dubbel", "geplaatst", "kaart_dubbel", "momenten_mis", "stop"],
]);

const storm = async (run: Run, server: TestServer, chats: Chats, store: TestStore, park: Park): Promise<readonly string[]> => {
  const { forMs, databaseRestarts } = run.amount.instances;
  const started = Date.now();
  const until = (): boolean => Date.now() - started > forMs;
  const restarts = async (): Promise<void> => {
    for (let nr = 0; nr < databaseRestarts; nr += 1) {
      await pause(forMs / (databaseRestarts + 1));
      await server.restart();
    }
  };
  const moments = setInterval(() => void moveUp(store), 1_000);
  const [codes] = await Promise.all([load(run, chats, park, until), moving(run, park, until), restarts()]);
  clearInterval(moments);
  return codes;
};

/** Everything that waits goes out; a new start looks at what is due at once. */
const settle = async (park: Park, store: TestStore): Promise<void> => {
  await moveUp(store);
  await store.pool.query("UPDATE outgoing SET lease_until = NULL WHERE status = 'wacht'");
  await store.pool.query("UPDATE due_moment SET lease_until = NULL WHERE done_op IS NULL");
  await Promise.all(park.all.map((_, nr) => renew(park, nr, false)));
  const started = Date.now();
  while ((await left(store)) > 0 && Date.now() - started < DRAIN_MS) await pause(200);
};

/** Three processes on one PostgreSQL, ended at random under load while the database restarts. */
export const instances = async function* (run: Run): AsyncIterable<Count> {
  const { people } = run.amount.instances;
  const chats = await run.chats();
  const server = await openPostgres({ durable: true });
  const failed = await migrateAtOnce(server.databaseUrl);
  yield { name: "inst_migratie_mis", value: failed, goal: 0, better: "lower", raw: "of three that started at once on an empty database" };
  const store = await openRealStore(server);
  store.pool.on("error", () => undefined);
  const park: Park = { env: { ...chatEnv(chats), DATABASE_URL: server.databaseUrl }, all: [], stops: [], kills: 0 };
  try {
    await store.importRegio(fullRegio(chats, people, 1));
    joinSlack(chats, melderIds(people));
    park.all.push(...(await Promise.all(Array.from({ length: PROCESSES }, () => startInstance(park.env)))));
    const codes = await storm(run, server, chats, store, park);
    await settle(park, store);
    yield* weigh(chats, store, park, codes);
  } finally {
    await Promise.all(park.all.map((one) => one?.kill()));
    await store.close();
    await server.stop();
  }
};
