import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { root } from "../support/source.js";

/** What a door process must know. @property door the whole bot, or Bolt and botbuilder that only answer. */
export type DoorOptions = {
  readonly door: "whole" | "bare";
  readonly databaseUrl: string;
  readonly slack: { readonly botToken: string; readonly signingSecret: string; readonly teamId: string; readonly apiUrl: string };
  readonly teams: {
    readonly appId: string;
    readonly appPassword: string;
    readonly tenantIds: readonly string[];
    readonly serviceHosts: readonly string[];
    readonly openIdMetadataUrl: string;
  };
};

/** @property memory in bytes, after the garbage was collected. */
export type Door = { readonly url: string; memory(): Promise<{ readonly rss: number; readonly used: number }>; stop(): Promise<void> };

const next = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error("a door process ended"));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as T);
    });
  });

/** Starts a door in a process of its own, so that the load does not run on its thread. */
export const openDoor = async (options: DoorOptions): Promise<Door> => {
  const child = fork(fileURLToPath(new URL("door.ts", import.meta.url)), [JSON.stringify(options)], {
    cwd: root,
    execArgv: ["--expose-gc", ...process.execArgv],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { port } = await next<{ port: number }>(child);
  return {
    url: `http://127.0.0.1:${port}`,
    memory: () => {
      const answer = next<{ rss: number; used: number }>(child);
      child.send("memory");
      return answer;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.disconnect();
      await ended;
    },
  };
};
