import type { WebClient } from "@slack/web-api";
import type { Express } from "express";
import { say } from "../../messages/messages.js";
import type { Sender } from "../../ports/chat.js";
import { boltApp } from "./slack-bolt.js";
import { failureOf, slackClient } from "./slack-client.js";
import type { SlackConfig, SlackLog } from "./slack-config.js";
import { botEvents, commandos, snelkoppelingen } from "./slack-features.js";
import { type SlackHandler, type SlackParts, slackHandler } from "./slack-handler.js";
import { readAction, readCommand, readHomeOpened, readShortcut, readSubmission } from "./slack-inbound.js";
import { slackRoster, type Thuis } from "./slack-profiel.js";
import { slackSender } from "./slack-sender.js";

export type { SlackConfig } from "./slack-config.js";
export type { SlackParts } from "./slack-handler.js";

export type SlackFront = {
  readonly sender: Sender;
  /** Learns the members of the workspace, at the start and once a day; how many there are. */
  roster(): Promise<number>;
  /** Checks token and workspace, and opens the connection of Socket Mode. Throws one sentence when they do not fit. */
  start(): Promise<void>;
  /** Waits for what is being answered. */
  stop(): Promise<void>;
  /** When everything that came in has been answered. */
  settled(): Promise<void>;
};

const listen = (bolt: ReturnType<typeof boltApp>, handle: SlackHandler): void => {
  for (const woord of commandos) {
    bolt.command(`/${woord}`, ({ body, ack, context }) => handle(readCommand, body, { leeg: () => ack(), bericht: (message) => ack(message) }, context));
  }
  for (const id of Object.keys(snelkoppelingen)) bolt.shortcut(id, ({ body, ack, context }) => handle(readShortcut, body, { leeg: () => ack() }, context));
  bolt.action(/./, ({ body, ack, context }) => handle(readAction, body, { leeg: () => ack() }, context));
  bolt.view(/./, ({ body, ack, context }) => handle(readSubmission, body, { leeg: () => ack(), venster: (action) => ack(action) }, context));
  // Bolt confirms an event by itself.
  for (const event of botEvents) bolt.event(event, ({ body, context }) => handle(readHomeOpened, body, { leeg: async () => undefined }, context));
};

/** Who the token is for; when Slack cannot be reached the start goes on with what the configuration says. */
const identify = async (client: WebClient, config: SlackConfig, log: SlackLog): Promise<Thuis> => {
  try {
    const self = await client.auth.test();
    if (self.team_id === config.teamId) return { teamId: config.teamId, ...(self.enterprise_id ? { enterpriseId: self.enterprise_id } : {}) };
  } catch (error) {
    const { soort, reason } = failureOf(error);
    log.warn({ reden: reason }, "Slack did not say who this token is for");
    if (soort === "platform") throw new Error(say(config.taal, "start.fout.SLACK_BOT_TOKEN"), { cause: error });
    return { teamId: config.teamId };
  }
  throw new Error(say(config.taal, "start.fout.SLACK_TEAM_ID"));
};

/** Slack on our own express app: verifies and reads what comes in, and gives the app's answer back. */
export const slackFront = (config: SlackConfig, parts: SlackParts, app: Express): SlackFront => {
  const client = slackClient(config, parts.log);
  const bolt = boltApp(config, parts.log, app);
  let thuis: Thuis = { teamId: config.teamId };
  listen(
    bolt,
    slackHandler(config, parts, client, () => thuis),
  );
  return {
    sender: slackSender(client),
    roster: () => slackRoster(client, thuis, parts.conversations),
    async start() {
      thuis = await identify(client, config, parts.log);
      if (config.appToken) await bolt.start();
    },
    async stop() {
      if (config.appToken) await bolt.stop();
      await bolt.settled();
    },
    settled: () => bolt.settled(),
  };
};
