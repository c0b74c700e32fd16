import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { type SlackConfig, type SlackFront, slackFront } from "../../../src/adapters/slack/slack-front.js";
import type { Conversations, Dispatch } from "../../../src/ports/chat.js";
import type { Bot } from "./slack-person.js";

export const signingSecret = "een-geheim-voor-de-test";
export type RunningBot = Bot & { readonly front: SlackFront; readonly log: string[]; readonly remembered: unknown[]; stop(): Promise<void> };

/** The adapter alone on a real express server, with a dispatch of the test's own. */
export const startSlackBot = async (apiUrl: string, teamId: string, dispatch: Dispatch, more: Partial<SlackConfig> = {}): Promise<RunningBot> => {
  const log: string[] = [];
  const remembered: unknown[] = [];
  const write = (fields: object, message: string) => void log.push(`${message} ${JSON.stringify(fields)}`);
  const remember = async (...args: unknown[]) => void remembered.push(args);
  const conversations: Conversations = { rememberPrivate: remember, rememberChannel: remember, rememberRoster: remember, channelChanged: remember };
  const app = express();
  const front = slackFront(
    { botToken: "xoxb-test", signingSecret, teamId, apiUrl, taal: "nl", ...more },
    {
      dispatch,
      conversations,
      clock: { now: () => new Date("2026-11-21T13:00:00Z") },
      log: { info: write, warn: write, error: write },
    },
    app,
  );
  const server = createServer(app);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = async () => {
    await front.stop();
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    signingSecret,
    settled: front.settled,
    front,
    log,
    remembered,
    stop,
  };
};
