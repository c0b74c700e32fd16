import type { AuthTestResponse, WebClient } from "@slack/web-api";
import type { Express } from "express";
import { say } from "../../messages/messages.js";
import type { Sender } from "../../ports/chat.js";
import type { PubliekReader } from "../../ports/publiek.js";
import { boltApp } from "./slack-bolt.js";
import { failureOf, slackClient } from "./slack-client.js";
import type { SlackConfig, SlackLog } from "./slack-config.js";
import { channelEvents, commandos, homeEvent, scopes, snelkoppelingen } from "./slack-features.js";
import { type SlackHandler, type SlackParts, slackHandler } from "./slack-handler.js";
import { readAction, readCommand, readHomeOpened, readShortcut, readSubmission } from "./slack-inbound.js";
import { ChannelPayload } from "./slack-payloads.js";
import { slackRoster, type Thuis } from "./slack-profiel.js";
import { slackPubliek } from "./slack-publiek.js";
import { slackSender } from "./slack-sender.js";

export type { SlackConfig } from "./slack-config.js";
export type { SlackParts } from "./slack-handler.js";

export type SlackFront = {
  readonly sender: Sender;
  readonly publiek: PubliekReader;
  /** Learns the members of the workspace, at the start and once a day; how many there are. */
  roster(): Promise<number>;
  /** Checks token and workspace, and opens the connection of Socket Mode. Throws one sentence when they do not fit. */
  start(): Promise<void>;
  /** Waits for what is being answered. */
  stop(): Promise<void>;
  /** When everything that came in has been answered. */
  settled(): Promise<void>;
};

const listen = (bolt: ReturnType<typeof boltApp>, handle: SlackHandler, channelChanged: (body: unknown) => Promise<void>): void => {
  for (const woord of commandos) {
    bolt.command(`/${woord}`, ({ body, ack, context }) => handle(readCommand, body, { leeg: () => ack(), bericht: (message) => ack(message) }, context));
  }
  for (const id of Object.keys(snelkoppelingen)) bolt.shortcut(id, ({ body, ack, context }) => handle(readShortcut, body, { leeg: () => ack() }, context));
  bolt.action(/./, ({ body, ack, context }) => handle(readAction, body, { leeg: () => ack() }, context));
  bolt.view(/./, ({ body, ack, context }) => handle(readSubmission, body, { leeg: () => ack(), venster: (action) => ack(action) }, context));
  // Bolt confirms an event by itself.
  bolt.event(homeEvent, ({ body, context }) => handle(readHomeOpened, body, { leeg: async () => undefined }, context));
  for (const event of channelEvents) bolt.event(event, ({ body }) => channelChanged(body));
};

/** Tells that somebody has to look at who is in a channel. What cannot be told now the daily look finds. */
const onChannelChanged =
  ({ teamId }: SlackConfig, { conversations, log }: SlackParts) =>
  async (body: unknown): Promise<void> => {
    const read = ChannelPayload.safeParse(body);
    if (!read.success || read.data.team_id !== teamId) return;
    try {
      await conversations.channelChanged({ platform: "slack", tenant: teamId, conversationId: read.data.event.channel });
    } catch (error) {
      log.error({ reden: error instanceof Error ? error.name : "unknown" }, "change of a channel not remembered");
    }
  };

/** Rights that the app must have and this token lacks; none when Slack does not say. */
const missing = (granted: readonly string[] | undefined): readonly string[] => (granted === undefined ? [] : scopes.filter((one) => !granted.includes(one)));

/** Who the token is for; when Slack cannot be reached the start goes on with what the configuration says. */
const identify = async (client: WebClient, config: SlackConfig, log: SlackLog): Promise<Thuis> => {
  let self: AuthTestResponse;
  try {
    self = await client.auth.test();
  } catch (error) {
    const { soort, reason } = failureOf(error);
    log.warn({ reden: reason }, "Slack did not say who this token is for");
    if (soort === "platform") throw new Error(say(config.taal, "start.fout.SLACK_BOT_TOKEN"), { cause: error });
    return { teamId: config.teamId };
  }
  if (self.team_id !== config.teamId) throw new Error(say(config.taal, "start.fout.SLACK_TEAM_ID"));
  const rechten = missing(self.response_metadata?.scopes).join(", ");
  if (rechten !== "") throw new Error(say(config.taal, "start.fout.slackRechten", { rechten }));
  return {
    teamId: config.teamId,
    ...(self.enterprise_id ? { enterpriseId: self.enterprise_id } : {}),
    ...(self.user_id ? { botUserId: self.user_id } : {}),
  };
};

/** Slack on our own express app: verifies and reads what comes in, and gives the app's answer back. */
export const slackFront = (config: SlackConfig, parts: SlackParts, app: Express): SlackFront => {
  const client = slackClient(config, parts.log);
  const bolt = boltApp(config, parts.log, app);
  let thuis: Thuis = { teamId: config.teamId };
  listen(
    bolt,
    slackHandler(config, parts, client, () => thuis),
    onChannelChanged(config, parts),
  );
  return {
    sender: slackSender(client),
    publiek: slackPubliek(client, () => thuis),
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
