import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.js";
import { root } from "./source.js";

export type BotProcess = {
  readonly url: string;
  readonly output: () => string;
  readonly waitFor: (text: RegExp) => Promise<RegExpExecArray>;
  readonly stop: () => Promise<number | null>;
};

/** The bot as `npm start` runs it, in a process and a data directory of its own. */
export const startBot = async (env: Readonly<Record<string, string>> = {}): Promise<BotProcess> => {
  const [port, metricsPort] = await Promise.all([freePort(), freePort()]);
  const dataDir = mkdtempSync(join(tmpdir(), "ketentafel-"));
  const child: ChildProcess = spawn(process.execPath, [join(root, "dist/main.js")], {
    env: { PATH: process.env.PATH, PORT: String(port), METRICS_PORT: String(metricsPort), DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    waitFor: async (text) => {
      for (let tries = 0; tries < 600; tries += 1) {
        const found = text.exec(output);
        if (found) return found;
        if (child.exitCode !== null) throw new Error(`the bot stopped: ${output}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`not seen: ${text} in ${output}`);
    },
    stop: async () => {
      child.kill("SIGTERM");
      const code = await exited;
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
      return code;
    },
  };
};
