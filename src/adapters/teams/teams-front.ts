import type { Response as BotResponse, TurnContext } from "botbuilder";
import { type ErrorRequestHandler, type Express, json, type Request, type RequestHandler, type Response } from "express";
import type { Conversations, Dispatch } from "../../ports/chat.js";
import type { Clock } from "../../ports/clock.js";
import { TeamsActivity, tenantOf } from "./teams-activity.js";
import { quietly, teamsAdapter } from "./teams-auth.js";
import { TeamsBot } from "./teams-bot.js";
import { checkTeamsConfig, isAllowedService, isAllowedTenant, isLoopback, type Log, safeError, type TeamsConfig } from "./teams-config.js";
import { requestIdKey } from "./teams-inbound.js";

export type TeamsParts = { readonly dispatch: Dispatch; readonly conversations: Conversations; readonly clock: Clock; readonly log: Log };

const route = "/api/messages";
const sentences = {
  400: "The activity is not valid.",
  401: "You are not authorised.",
  403: "This try-out only answers on this computer.",
  413: "The activity is too large.",
  500: "Something went wrong here.",
} as const;
type Refusal = keyof typeof sentences;

const refuse = (res: Response, status: Refusal): void => {
  res.status(status).type("text/plain").send(sentences[status]);
};

/** Nothing of botbuilder or of a parser reaches the outside: not a stack, not a message. */
const hideErrors =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const { status } = (error ?? {}) as { status?: unknown };
    if (typeof status !== "number" || status >= 500) log.error(safeError(error), "teams: a request failed");
    refuse(res, status === 413 ? 413 : typeof status === "number" && status < 500 ? 400 : 500);
  };

/** Before the token is looked at: is it Teams, one of our tenants, and a service that we may answer? */
const isAdmitted = (config: TeamsConfig, activity: TeamsActivity): boolean => {
  const tenant = tenantOf(activity);
  return activity.channelId === "msteams" && tenant !== undefined && isAllowedTenant(config, tenant) && isAllowedService(config, activity.serviceUrl);
};

type Captured = { status: number; body?: unknown };
/** Takes what botbuilder would send, so that we decide what leaves. */
const captured = (): { readonly out: Captured; readonly response: BotResponse } => {
  const out: Captured = { status: 200 };
  const response = {
    socket: undefined,
    status: (code: number) => (out.status = code),
    send: (body: unknown) => (out.body = body),
    header: () => undefined,
    end: () => undefined,
  };
  return { out, response };
};

/** An invoke that we do not know is 501 to botbuilder; who gets a 5xx sends it again, and we will not know it then either. */
const reply = (res: Response, { status, body }: Captured): void => {
  if (status === 401) refuse(res, 401);
  else if (status >= 400) refuse(res, status < 500 || status === 501 ? 400 : 500);
  else if (body === undefined) res.status(status).end();
  else res.status(status).json(body);
};

const handle = (config: TeamsConfig, parts: TeamsParts): RequestHandler => {
  const adapter = teamsAdapter(config, parts.log);
  const bot = new TeamsBot({ config, adapter, conversations: parts.conversations, log: parts.log }, parts.dispatch);
  const run = async (context: TurnContext, requestId: string | undefined): Promise<void> => {
    try {
      context.turnState.set(requestIdKey, requestId);
      await bot.run(context);
    } catch (error) {
      parts.log.error({ ...safeError(error), ...(requestId !== undefined && { request_id: requestId }) }, "teams: a turn failed");
      throw error;
    }
  };
  return async (req: Request, res: Response) => {
    if (!config.appId && !isLoopback(req.hostname)) return refuse(res, 403);
    const activity = TeamsActivity.safeParse(req.body);
    if (!activity.success) return refuse(res, 400);
    if (!isAdmitted(config, activity.data)) return refuse(res, 401);
    const { out, response } = captured();
    const request = { method: "POST", body: req.body as Record<string, unknown>, headers: { authorization: req.headers.authorization ?? "" } };
    await quietly(() => adapter.process(request, response, (context) => run(context, req.get("x-request-id"))));
    reply(res, out);
  };
};

/** Mounts `POST /api/messages`: checks who calls, hands deliveries to the app, shows what it answers. */
export const teamsFront = (config: TeamsConfig, parts: TeamsParts, app: Express): void => {
  checkTeamsConfig(config);
  app.post(route, json({ limit: "256kb" }), handle(config, parts));
  app.use(route, hideErrors(parts.log));
};
