import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chats, signingSecret } from "../bench/chats.js";
import { testSLEUTELS } from "../support/database.js";
import { freePort } from "../support/free-port.js";
import { root } from "../support/source.js";

type Env = Readonly<Record<string, string>>;

/** The bot as `npm start` runs it, in a process of its own. */
export type Instance = {
  readonly url: string;
  readonly pid: number;
  alive(): boolean;
  /** What it wrote: errors only. */
  output(): string;
  /** kill -9. */
  kill(): Promise<void>;
  /** SIGTERM. @returns milliseconds until it ended. */
  stop(): Promise<number>;
};

const READY_MS = 60_000;

/** Both chats and the keys, for a bot on a server. */
export const chatEnv = ({ slack, teams }: Chats): Env => ({
  SLACK_BOT_TOKEN: "xoxb-test",
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_TEAM_ID: slack.teamId,
  SLACK_API_URL: slack.apiUrl,
  TEAMS_APP_ID: teams.appId,
  TEAMS_APP_PASSWORD: teams.config.appPassword,
  TEAMS_TENANT_ID: teams.tenant,
  TEAMS_SERVICE_HOSTS: "127.0.0.1",
  TEAMS_OPENID_METADATA_URL: teams.config.openIdMetadataUrl,
  SLEUTELS: testSLEUTELS,
});

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );

const untilReady = async (url: string, child: ChildProcess, output: () => string): Promise<void> => {
  const started = Date.now();
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() - started > READY_MS) throw new Error(`the bot did not get ready: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** Starts one and waits until it is ready. @param nodeArgs for Node itself. */
export const startInstance = async (env: Env, nodeArgs: readonly string[] = []): Promise<Instance> => {
  const [port, metricsPort] = await Promise.all([freePort(), freePort()]);
  const own = mkdtempSync(join(tmpdir(), "ketentafel-chaos-"));
  const child = spawn(process.execPath, [...nodeArgs, join(root, "dist/main.js")], {
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: String(port), METRICS_PORT: String(metricsPort), LOG_LEVEL: "error", DATA_DIR: own, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
  let alive = true;
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => {
      alive = false;
      rmSync(own, { recursive: true, force: true, maxRetries: 5 });
      resolve();
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<number> => {
    const asked = performance.now();
    child.kill(signal);
    await ended;
    return performance.now() - asked;
  };
  try {
    await untilReady(url, child, () => output);
  } catch (error) {
    await end("SIGKILL");
    throw error;
  }
  return { url, pid: child.pid ?? 0, alive: () => alive, output: () => output, kill: async () => void (await end("SIGKILL")), stop: () => end("SIGTERM") };
};
