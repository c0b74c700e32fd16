import { App, type AppOptions, ExpressReceiver, type ReceiverEvent } from "@slack/bolt";
import type { Express } from "express";
import { clientOptions, slackLibraryLog } from "./slack-client.js";
import type { SlackConfig, SlackLog } from "./slack-config.js";
import { slackDoor } from "./slack-door.js";
import { eventsPath } from "./slack-features.js";

/** Slack's own payloads stay far below this. */
const bodyLimitBytes = 256 * 1024;

/** Bolt, and what it is still busy with, so that a stop can wait for it. */
class CountingApp extends App {
  readonly #busy = new Set<Promise<void>>();

  override processEvent(event: ReceiverEvent): Promise<void> {
    const work = super.processEvent(event).finally(() => this.#busy.delete(work));
    this.#busy.add(work);
    return work;
  }

  /** When everything that came in has been answered. */
  async settled(): Promise<void> {
    while (this.#busy.size > 0) await Promise.allSettled(this.#busy);
  }
}

const expressReceiver = (config: SlackConfig, log: SlackLog, app: Express) =>
  new ExpressReceiver({
    signingSecret: config.signingSecret ?? "",
    endpoints: eventsPath,
    bodyLimit: bodyLimitBytes,
    logger: slackLibraryLog(log),
    app,
    router: slackDoor(),
    customPropertiesExtractor: ({ headers }) => ({ requestId: headers["x-request-id"] }),
    // Bolt itself stumbles over a signed payload of a shape that Slack does not send; what is ours does not reject.
    processEventErrorHandler: async ({ response, error }) => {
      log.error({ bron: "slack", reden: error.name }, "delivery could not be read");
      if (!response.headersSent) response.writeHead(400);
      response.end();
      return true;
    },
    unhandledRequestHandler: ({ response }) => {
      log.error({ bron: "slack" }, "no answer within three seconds");
      if (!response.headersSent) response.writeHead(404);
      response.end();
    },
  });

/** Bolt on our own express app, or on Socket Mode. It keeps nothing and asks Slack nothing by itself. */
export const boltApp = (config: SlackConfig, log: SlackLog, app: Express): App & { settled(): Promise<void> } => {
  const transport: AppOptions = config.appToken ? { socketMode: true, appToken: config.appToken } : { receiver: expressReceiver(config, log, app) };
  const slack = new CountingApp({
    ...transport,
    authorize: async () => ({ botToken: config.botToken }),
    ignoreSelf: false,
    convoStore: false,
    logger: slackLibraryLog(log),
    clientOptions: clientOptions(config, log),
  });
  slack.error(async (error) => log.error({ code: error.code }, "Slack delivery failed"));
  return slack;
};
