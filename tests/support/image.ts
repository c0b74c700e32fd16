import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testSLEUTELS } from "./database.js";
import { freePort } from "./free-port.js";
import { root } from "./source.js";

/** `IMAGE=whole`: every step of the Dockerfile in a clean folder; else packages and build come from this checkout. */
const whole = process.env["IMAGE"] === "whole";

export const signingSecret = "een-geheim-voor-de-test";
export const slackTeam = "T1";

/** The file system of the image, without its base. @property listing what the script says of it. */
export type Image = { readonly app: string; readonly listing: readonly string[]; readonly remove: () => void };

export const makeImage = (): Image => {
  const folder = mkdtempSync(join(tmpdir(), "ketentafel-image-"));
  const listing = execFileSync(process.execPath, ["scripts/image.mjs", ...(whole ? ["--whole"] : []), folder], { cwd: root, encoding: "utf8" });
  return { app: join(folder, "image/app"), listing: listing.trim().split("\n"), remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
};

export type Running = {
  readonly url: string;
  readonly metricsUrl: string;
  readonly env: Readonly<Record<string, string>>;
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exited: Promise<number | null>;
  readonly ready: () => Promise<void>;
};

/** A program of the image, as the container starts it: production packages alone, from the folder of the application. */
export const runInImage = async ({ app }: Image, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Running> => {
  const [port, metricsPort] = await Promise.all([freePort(), freePort()]);
  const all = {
    PATH: process.env["PATH"] ?? "",
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    SLACK_BOT_TOKEN: "xoxb-test",
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_TEAM_ID: slackTeam,
    SLEUTELS: testSLEUTELS,
    ...env,
  };
  const child = spawn(process.execPath, ["--preserve-symlinks", "--preserve-symlinks-main", ...args], {
    cwd: app,
    env: all,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = `http://127.0.0.1:${port}`;
  const ready = async (): Promise<void> => {
    for (let tries = 0; tries < 400; tries += 1) {
      if (child.exitCode !== null) throw new Error(`it stopped: ${output}`);
      if (
        await fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`not ready: ${output}`);
  };
  return { url, metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`, env: all, child, output: () => output, exited, ready };
};
