import { randomUUID } from "node:crypto";
import type { WebClient } from "@slack/web-api";
import { say } from "../../messages/messages.js";
import type { Answer, Conversations, Dispatch, Inbound } from "../../ports/chat.js";
import type { Clock } from "../../ports/clock.js";
import { ephemeral, giveAnswer, type Reply } from "./slack-answer.js";
import type { SlackConfig, SlackLog } from "./slack-config.js";
import type { Origin, Received } from "./slack-inbound.js";
import { readProfiel, type Thuis } from "./slack-profiel.js";
import { rememberPlaces } from "./slack-remember.js";

export type SlackParts = {
  readonly dispatch: Dispatch;
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly log: SlackLog;
};

/** Reads one verified delivery, asks the app, gives its answer. */
export type SlackHandler = (read: (body: unknown) => Received, body: unknown, reply: Reply, context: SlackContext) => Promise<void>;
/** What Bolt carries along from the HTTP request; Socket Mode has none. */
type SlackContext = Readonly<Record<string, unknown>>;

const requestIdOf = ({ requestId }: SlackContext): { readonly requestId?: string } => (typeof requestId === "string" ? { requestId } : {});

/** The same log, with the request that its lines are about. */
const logOf = (log: SlackLog, context: SlackContext): SlackLog => {
  const { requestId } = requestIdOf(context);
  if (requestId === undefined) return log;
  const about =
    (level: keyof SlackLog): SlackLog["warn"] =>
    (fields, message) =>
      log[level]({ request_id: requestId, ...fields }, message);
  return { info: about("info"), warn: about("warn"), error: about("error") };
};

export const slackHandler = (config: SlackConfig, parts: SlackParts, client: WebClient, thuis: () => Thuis): SlackHandler => {
  const remember = rememberPlaces(parts, config.teamId);
  const inbound = (received: Received, event: Inbound["event"], context: SlackContext): Inbound => ({
    delivery: received.delivery,
    ...requestIdOf(context),
    account: { platform: "slack", tenant: config.teamId, userId: received.origin.userId },
    place: received.place,
    event,
    canShow: received.origin.trigger !== undefined,
    canFile: true,
    profiel: () => readProfiel(client, thuis(), received.origin.userId),
  });

  const answer = async (given: Answer, origin: Origin, reply: Reply, log: SlackLog): Promise<void> => {
    const answerParts = { client, log, origin, reply, taal: config.taal };
    try {
      await giveAnswer(given, answerParts);
    } catch (error) {
      // What a conversion error says names a template and a limit, never a text.
      const referentie = randomUUID().slice(0, 8);
      log.error({ referentie, soort: given.soort, reden: error instanceof Error ? error.message : "unknown" }, "answer could not be given");
      await giveAnswer({ soort: "melding", tekst: say(config.taal, "error.bug", { referentie }) }, answerParts);
    }
  };

  const tryRead = (read: (body: unknown) => Received, body: unknown, log: SlackLog): Received | undefined => {
    try {
      return read(body);
    } catch (error) {
      log.error({ reden: error instanceof Error ? error.name : "unknown" }, "delivery could not be read");
      return undefined;
    }
  };

  return async (read, body, reply, context) => {
    const log = logOf(parts.log, context);
    const received = tryRead(read, body, log);
    if (!received) return reply.leeg();
    if (received.teamId !== config.teamId) {
      log.warn({ plek: received.origin.plek }, "delivery of another workspace refused");
      return reply.bericht ? reply.bericht(ephemeral(say(config.taal, "error.onbekende_gebruiker"))) : reply.leeg();
    }
    if (!received.event) return reply.leeg();
    await answer(await parts.dispatch(inbound(received, received.event, context)), received.origin, reply, log);
    await remember(received);
  };
};
