import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chats, slackIntake } from "../bench/chats.js";
import { slackUser } from "../bench/region/fill.js";
import { openRealStore } from "../support/database.js";
import { root } from "../support/source.js";
import { deliver, slackForm } from "./acts.js";
import { type Count, counts } from "./count.js";
import { chatEnv, startInstance } from "./instance.js";
import { fullRegio, joinSlack, melderIds } from "./people.js";
import type { Run } from "./run.js";

const MELDERS = 5;
/** A little more than a start writes. */
const DISK_ROOM = 2_000_000;
const FULL_WITHIN = 400;
const codeIn = (text: string): string | undefined => /SG-\w{5}-\w/.exec(text)?.[0];

type Writer = { readonly child: ChildProcess; readonly said: string[]; readonly ended: Promise<void> };

/** Commits as fast as it can and says so after each. */
const startWriter = (dataDir: string): Writer => {
  const child = spawn(process.execPath, [join(root, "tests/database/writer.mjs"), dataDir], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  const said: string[] = [];
  let rest = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    said.push(...lines);
  });
  return { child, said, ended: new Promise((resolve) => child.once("close", () => resolve())) };
};
const kill = async ({ child, ended }: Writer): Promise<void> => {
  child.kill("SIGKILL");
  await ended;
};
const says = async ({ said, ended }: Writer, count: number): Promise<void> => {
  let over = false;
  void ended.then(() => (over = true));
  while (said.length < count && !over) await new Promise((resolve) => setTimeout(resolve, 10));
};
const commitsIn = (said: readonly string[]): readonly string[] => said.filter((line) => /^n\d/.test(line));

/** Killed again and again while it writes; the first time before the database is there. */
const killed = async ({ random, amount }: Run, dataDir: string): Promise<{ readonly acknowledged: readonly string[]; readonly failed: number }> => {
  const first = startWriter(dataDir);
  await new Promise((resolve) => setTimeout(resolve, 700));
  await kill(first);
  const acknowledged = new Set(commitsIn(first.said));
  let failed = 0;
  for (let n = 0; n < amount.embedded.kills; n += 1) {
    const writer = startWriter(dataDir);
    await says(writer, 2);
    await new Promise((resolve) => setTimeout(resolve, random.below(400)));
    await kill(writer);
    for (const key of commitsIn(writer.said)) acknowledged.add(key);
    if (writer.said[0] !== "open") failed += 1;
  }
  return { acknowledged: [...acknowledged], failed };
};

const lostOf = async (dataDir: string, acknowledged: readonly string[]): Promise<number> => {
  const store = await openRealStore({ dataDir });
  try {
    const { rows } = await store.pool.query<{ actie: string }>("SELECT actie FROM audit_line JOIN delivery ON key = actie");
    const there = new Set(rows.map(({ actie }) => actie));
    return acknowledged.filter((key) => !there.has(key)).length;
  } finally {
    await store.close();
  }
};

const refusedSecond = async (dataDir: string): Promise<boolean> => {
  const one = startWriter(dataDir);
  await says(one, 1);
  const other = startWriter(dataDir);
  await other.ended;
  await kill(one);
  return other.said.join() === "DataDirInUse";
};

const intakes = async (chats: Chats, url: string) => {
  let nr = 0;
  return slackIntake(chats.slack, url, () => slackUser(melderIds(MELDERS)[nr++ % MELDERS] ?? ""));
};

/** The disk is full while people report: the bot stops with a sentence, and what it confirmed is there. */
const fullDisk = async (chats: Chats, env: Readonly<Record<string, string>>, dataDir: string) => {
  const bot = await startInstance({ ...env, DISK_ROOM: String(DISK_ROOM) }, ["--import", join(root, "tests/chaos/full-disk.mjs")]);
  const next = await intakes(chats, bot.url);
  const codes: string[] = [];
  for (let n = 0; n < FULL_WITHIN && bot.alive(); n += 1) {
    const answer = await deliver(bot.url, slackForm(next().body));
    codes.push(...[codeIn(answer?.text ?? "")].filter((code) => code !== undefined));
  }
  await bot.kill();
  const store = await openRealStore({ dataDir });
  const { rows } = await store.pool.query<{ code: string }>("SELECT code FROM signaal");
  await store.close();
  const there = new Set(rows.map(({ code }) => code));
  return { told: /De schijf van .* is vol/.test(bot.output()), confirmed: codes.length, lost: codes.filter((code) => !there.has(code)).length };
};

/** A damaged copy is refused with a sentence. */
const damaged = async (env: Readonly<Record<string, string>>, dataDir: string): Promise<boolean> => {
  const copy = `${dataDir}-stuk`;
  cpSync(dataDir, copy, { recursive: true });
  truncateSync(join(copy, "pg/global/pg_control"), 100);
  try {
    await (await startInstance({ ...env, DATA_DIR: copy })).kill();
    return false;
  } catch (error) {
    return /De gegevens in .* zijn beschadigd/.test(String(error));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

export const embeddedNames = counts("emb", [
  ...["bevestigd", "verloren", "start_mis", "tweede_geweigerd", "schijf_vol_gezegd", "schijf_vol_verloren", "beschadigd_gezegd"],
]);

/** The embedded database: killed while it writes, opened twice, on a full disk, damaged. */
export const embedded = async function* (run: Run): AsyncIterable<Count> {
  const { kills } = run.amount.embedded;
  const dataDir = mkdtempSync(join(tmpdir(), "ketentafel-embedded-"));
  const chats = await run.chats();
  try {
    const { acknowledged, failed } = await killed(run, dataDir);
    const raw = `commits said to be done, ${kills + 1} times kill -9, the first before the database was there`;
    yield { name: "emb_bevestigd", value: acknowledged.length, goal: 1, better: "higher", raw };
    yield { name: "emb_verloren", value: await lostOf(dataDir, acknowledged), goal: 0, better: "lower", raw: "confirmed and not there" };
    yield { name: "emb_start_mis", value: failed, goal: 0, better: "lower", raw: "starts after a kill that failed" };
    yield { name: "emb_tweede_geweigerd", value: Number(await refusedSecond(dataDir)), goal: 1, better: "higher", raw: "second process on the directory" };
    const store = await openRealStore({ dataDir });
    await store.importRegio(fullRegio(chats, MELDERS, 1));
    await store.close();
    joinSlack(chats, melderIds(MELDERS));
    const env = { ...chatEnv(chats), DATA_DIR: dataDir };
    const { told, confirmed, lost } = await fullDisk(chats, env, dataDir);
    yield { name: "emb_schijf_vol_gezegd", value: Number(told), goal: 1, better: "higher", raw: `stopped with a sentence after ${confirmed} signalen` };
    yield { name: "emb_schijf_vol_verloren", value: lost, goal: 0, better: "lower", raw: "confirmed before the disk was full and not there" };
    yield { name: "emb_beschadigd_gezegd", value: Number(await damaged(env, dataDir)), goal: 1, better: "higher", raw: "refused with a sentence" };
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
};
