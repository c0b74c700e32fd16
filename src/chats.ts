import type { Express } from "express";
import type { Logger } from "pino";
import type { SlackFront } from "./adapters/slack/slack-front.js";
import { systemClock } from "./adapters/system.js";
import { type App, opens } from "./app.js";
import type { Config } from "./config.js";
import type { Conversations, Sender } from "./ports/chat.js";
import type { PubliekReader } from "./ports/publiek.js";

type Front = { readonly app: App; readonly conversations: Conversations; readonly log: Logger };

/** Teams behind the door. In the try-out nobody is asked who reads along: its people sit at this computer, and its client counts each of them in every channel. */
export type TeamsFront = { readonly sender: Sender; readonly publiek: PubliekReader | "proef" };

/** Puts the chats that are on behind the door. */
export type Chats = {
  readonly mountTeams: (front: Front, door: Express) => TeamsFront | undefined;
  readonly mountSlack: (front: Front, door: Express) => SlackFront | undefined;
};

const loadTeams = async () => {
  const [{ teamsFront }, { teamsPubliek }, { teamsSender }] = await Promise.all([
    import("./adapters/teams/teams-front.js"),
    import("./adapters/teams/teams-publiek.js"),
    import("./adapters/teams/teams-sender.js"),
  ]);
  return { teamsFront, teamsPubliek, teamsSender };
};

/** Loads the code of the chats that are on, and of no other: that of each takes a part of the start. */
export const loadChats = async (config: Config): Promise<Chats> => {
  const { host, taal, tryOut: trying, slack } = config;
  const [teams, slackCode] = await Promise.all([
    config.teams || trying ? loadTeams() : undefined,
    slack ? import("./adapters/slack/slack-front.js") : undefined,
  ]);
  return {
    mountTeams: ({ app, conversations, log }, door) => {
      if (!teams) return undefined;
      const options = { tenantIds: [], ...config.teams, host, taal, tryOut: trying, dialogs: !trying, opens };
      teams.teamsFront(options, { dispatch: app.dispatch, conversations, clock: systemClock, log }, door);
      return { sender: teams.teamsSender(options, log), publiek: trying ? "proef" : teams.teamsPubliek(options, log) };
    },
    mountSlack: ({ app, conversations, log }, door) =>
      slackCode && slack && slackCode.slackFront({ ...slack, taal }, { dispatch: app.dispatch, conversations, clock: systemClock, log }, door),
  };
};
