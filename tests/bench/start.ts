import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRealStore, testSLEUTELS } from "../support/database.js";
import { freePort } from "../support/free-port.js";
import { root } from "../support/source.js";
import type { Chats } from "./chats.js";
import type { Figure } from "./figure.js";
import { median, ms } from "./measure.js";
import { oeverlandImport } from "./region/fill.js";

type Env = Readonly<Record<string, string>>;
const POLL_MS = 10;
const GIVE_UP_MS = 60_000;

const untilReady = async (url: string): Promise<void> => {
  const started = Date.now();
  while (
    !(await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    ))
  ) {
    if (Date.now() - started > GIVE_UP_MS) throw new Error("the bot did not get ready");
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
};

/** From the start of the process, as `npm start` runs it when nothing is to be built, to the first 200 of `readyz`. */
const startOnce = async (env: Env): Promise<number> => {
  const [port, metricsPort] = await Promise.all([freePort(), freePort()]);
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, "dist/main.js")], {
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: String(port), METRICS_PORT: String(metricsPort), LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    const gaveUp = ended.then(() => Promise.reject(new Error("the bot stopped before it was ready")));
    await Promise.race([untilReady(`http://127.0.0.1:${port}`), gaveUp]);
    return performance.now() - started;
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
};

const slackEnv = ({ slack }: Chats): Env => ({
  SLACK_BOT_TOKEN: "xoxb-test",
  SLACK_SIGNING_SECRET: "een-geheim-voor-de-meting",
  SLACK_TEAM_ID: slack.teamId,
  SLACK_API_URL: slack.apiUrl,
  SLEUTELS: testSLEUTELS,
});

const figure = async (name: string, goal: number, times: number, env: Env): Promise<Figure> => {
  const first = await startOnce(env);
  const warm: number[] = [];
  for (let n = 0; n < times; n += 1) warm.push(await startOnce(env));
  return { name, value: median(warm), unit: "ms", goal, better: "lower", raw: `first ${ms(first)}, then ${warm.map(ms).join(", ")}` };
};

export const startNames = ["start_postgres", "start_pglite"] as const;

/** How long until the bot is ready, on a database that was there before [issue 5, 7]. */
export const measureStart = async function* (
  chats: Chats,
  databaseUrl: () => Promise<string>,
  times: number,
  wanted: (name: string) => boolean,
): AsyncIterable<Figure> {
  if (wanted("start_postgres")) yield figure("start_postgres", 1_500, times, { ...slackEnv(chats), DATABASE_URL: await databaseUrl() });
  if (!wanted("start_pglite")) return;
  const dataDir = mkdtempSync(join(tmpdir(), "ketentafel-start-"));
  try {
    const store = await openRealStore({ dataDir });
    await store.importRegio(oeverlandImport());
    await store.close();
    yield await figure("start_pglite", 3_000, times, { ...slackEnv(chats), DATA_DIR: dataDir });
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
};
