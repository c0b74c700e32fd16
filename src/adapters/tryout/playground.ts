import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type PlaygroundOptions = { readonly id: string; readonly folder: string; readonly config: object; readonly port: number; readonly botUrl: string };

/** One local Teams client: one person, one personal chat, one channel. */
export type Playground = {
  readonly port: number;
  /** Messages posted while no page is open are never shown. */
  readonly isOpen: () => boolean;
  /** Counts openings of the page: what was posted in an earlier one is not shown any more. */
  readonly session: () => number;
  /** As if the bot was added there just now: sends installationUpdate and conversationUpdate to the bot. */
  readonly install: (conversationId: string) => Promise<void>;
  readonly stop: () => void;
};

const startTimeoutMs = 30_000;

/** Where the local Teams client is installed, or `undefined`. */
export const findPlayground = (): string | undefined => {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/package.json")), "cli.js");
  } catch {
    return undefined;
  }
};

/** Starts a client as child process; it ends with this one. @throws when it does not listen within 30 seconds. */
export const startPlayground = async (cli: string, options: PlaygroundOptions, onOpen: (playground: Playground) => void): Promise<Playground> => {
  const child = launch(cli, options);
  const port = await listeningPort(child).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  let pages = 0;
  let sessions = 0;
  const playground: Playground = {
    port,
    isOpen: () => pages > 0,
    session: () => sessions,
    install: async (conversationId) => {
      await fetch(`http://127.0.0.1:${port}/_debug/conversation/${encodeURIComponent(conversationId)}/installation`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
    },
    stop: () => void child.kill(),
  };
  child.on("message", (message: { pages?: number }) => {
    const opened = (message.pages ?? 0) > pages;
    pages = message.pages ?? 0;
    if (!opened) return;
    sessions += 1;
    onOpen(playground);
  });
  return playground;
};

/** Its environment holds no secret of ours; a channel back to us tells it when we are gone. */
const launch = (cli: string, { id, folder, config, port, botUrl }: PlaygroundOptions): ChildProcess => {
  const file = join(folder, `${id}.yml`);
  writeFileSync(file, JSON.stringify(config, null, 2));
  const preload = fileURLToPath(new URL("../../../dist/adapters/tryout/playground-preload.js", import.meta.url));
  const args = ["--import", preload, cli, "start", "-e", botUrl, "-c", "msteams", "-p", String(port), "--disable-telemetry"];
  return spawn(process.execPath, args, {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore", "ipc"],
    env: {
      ...(process.env.PATH ? { PATH: process.env.PATH } : {}),
      TEAMSAPPTESTER_BROWSER: "none",
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: file,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, `${id}.log`),
    },
  });
};

/** It takes another port when the asked one is in use, and says so. */
const listeningPort = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error("timeout")), startTimeoutMs);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`exit ${code}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const port = /Listening on (\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(timer);
      said = "";
      resolve(Number(port));
    });
  });
