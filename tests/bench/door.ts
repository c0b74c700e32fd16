// A process of its own with one door: the whole bot behind it, or the bare library. Told what by its parent, gone with its parent.
import type { AddressInfo } from "node:net";
import { App, ExpressReceiver } from "@slack/bolt";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } from "botbuilder";
import { AuthenticationConstants, ServiceClientCredentialsFactory } from "botframework-connector";
import express, { type Express, json } from "express";
import { slackFront } from "../../src/adapters/slack/slack-front.js";
import { systemClock } from "../../src/adapters/system.js";
import { teamsFront } from "../../src/adapters/teams/teams-front.js";
import { opens } from "../../src/app.js";
import { openRealStore } from "../support/database.js";
import type { DoorOptions } from "./doors.js";
import { benchApp } from "./person.js";

const options = JSON.parse(process.argv[2] ?? "{}") as DoorOptions;
const noted = (fields: object, message: string): void => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
const log = { info: () => undefined, warn: noted, error: noted };

const bareSlack = ({ signingSecret }: DoorOptions["slack"], web: Express): void => {
  const receiver = new ExpressReceiver({ signingSecret, endpoints: "/slack/events", app: web });
  const bolt = new App({ receiver, authorize: async () => ({ botToken: "xoxb-test" }), convoStore: false });
  bolt.view(/./, ({ ack }) => ack());
};

/** botbuilder's own check of the token against the keys that it is told, as for our own door. */
const bareTeams = ({ appId, tenantIds, openIdMetadataUrl }: DoorOptions["teams"], web: Express): void => {
  class Credentials extends ServiceClientCredentialsFactory {
    override isValidAppId = async (id: string): Promise<boolean> => id === appId;
    override isAuthenticationDisabled = async (): Promise<boolean> => false;
    override createCredentials = async () => ({ signRequest: async <T>(request: T) => request });
  }
  class Handler extends TeamsActivityHandler {
    protected override onAdaptiveCardInvoke = async () => ({
      statusCode: 200 as const,
      type: "application/vnd.microsoft.activity.message",
      value: "ok" as never,
    });
  }
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: appId,
      MicrosoftAppType: "SingleTenant",
      MicrosoftAppTenantId: tenantIds[0] ?? "",
      ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
      ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
      ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
      OAuthUrl: AuthenticationConstants.OAuthUrl,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
      CallerId: "urn:botframework:azure",
    },
    new Credentials(),
  );
  const adapter = new CloudAdapter(authentication);
  const bot = new Handler();
  web.post("/api/messages", json(), (request, response) => adapter.process(request, response, (context) => bot.run(context)));
};

const whole = async ({ databaseUrl, slack, teams }: DoorOptions, web: Express): Promise<void> => {
  const store = await openRealStore({ databaseUrl });
  const app = benchApp(store);
  const parts = { dispatch: app.dispatch, conversations: store.conversations, clock: systemClock, log };
  slackFront({ ...slack, taal: "nl" }, parts, web);
  teamsFront({ ...teams, tryOut: false, host: "127.0.0.1", dialogs: true, taal: "nl", opens }, parts, web);
};

const web = express();
if (options.door === "whole") await whole(options, web);
else {
  bareSlack(options.slack, web);
  bareTeams(options.teams, web);
}
const server = web.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
server.keepAliveTimeout = 60_000;
process.on("message", () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ rss, used: heapUsed + external });
});
process.on("disconnect", () => process.exit(0));
