import { type Activity, ActivityTypes, type CloudAdapter } from "botbuilder";
import type { Card } from "../../domain/card.js";
import type { Address, Sender, SendResult } from "../../ports/chat.js";
import { quietly, teamsAdapter } from "./teams-auth.js";
import { attachment, mayBeMessage } from "./teams-card.js";
import { checkTeamsConfig, isAllowedService, isAllowedTenant, type Log, safeError, type TeamsConfig } from "./teams-config.js";
import { consentActivity } from "./teams-file.js";
import { postOrUpdate, postPrivately } from "./teams-prive.js";

/** An address without a conversation yet names the person. */
export const userPrefix = "user:";
const maxWaitMs = 3_600_000;
const goneCodes = [
  "ConversationNotFound",
  "ActivityNotFoundInConversation",
  "MessageWritesBlocked",
  "BotNotInConversationRoster",
  "ConversationBlockedByUser",
  "ForbiddenOperationException",
];

type SendError = {
  readonly statusCode?: number;
  readonly code?: string;
  readonly details?: unknown;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
};
const refused = (reason: string): SendResult => ({ ok: false, gone: false, reason });

const retryAfter = (error: SendError): number | undefined => {
  const header = (name: string): string | undefined => error.response?.headers?.get(name) ?? undefined;
  const ms = Number(header("retry-after-ms") ?? header("x-ms-retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return Math.min(ms, maxWaitMs);
  const after = header("retry-after");
  if (after === undefined) return undefined;
  const seconds = Number(after);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(after) - Date.now();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), maxWaitMs) : undefined;
};

/** What Teams said, as the outbox needs it: gone for ever, or later again. The reason holds codes only. */
export const toSendError = (thrown: unknown): Extract<SendResult, { ok: false }> => {
  const error = (thrown ?? {}) as SendError;
  const status = error.statusCode;
  const gone = status === 403 || status === 404 || status === 410 || goneCodes.includes(error.code ?? "");
  const wait = gone ? undefined : retryAfter(error);
  const messageOnly = error.code === "ActivityNotFoundInConversation";
  return {
    ok: false,
    gone,
    ...(messageOnly && { messageOnly, absent: true }),
    ...(wait !== undefined && { retryAfterMs: wait }),
    reason: `teams ${status ?? "network"} ${error.code ?? ""}`.trim(),
  };
};

/** A card as a message; `summary` is what the notification says. */
export const cardActivity = (card: Card, config: TeamsConfig): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: card.tekst,
  attachments: [attachment(card, "bericht", config)],
});

/** Teams does not take this from us, and will not later; the conversation is there. */
const isRefusal = (thrown: unknown): boolean => {
  const { statusCode = 0 } = (thrown ?? {}) as SendError;
  const refused = toSendError(thrown);
  return statusCode >= 400 && statusCode < 500 && statusCode !== 401 && statusCode !== 408 && statusCode !== 429 && !refused.ok && !refused.gone;
};

class TeamsSender implements Sender {
  readonly #config: TeamsConfig;
  readonly #log: Log;
  readonly #adapter: CloudAdapter;
  constructor(config: TeamsConfig, log: Log) {
    checkTeamsConfig(config);
    this.#config = config;
    this.#log = log;
    this.#adapter = teamsAdapter(config, log);
  }

  async send(to: Address, card: Card, messageId?: string): Promise<SendResult> {
    const { serviceUrl } = to;
    if (serviceUrl === undefined || !isAllowedService(this.#config, serviceUrl)) return refused("service_host");
    if (!isAllowedTenant(this.#config, to.tenant)) return refused("tenant");
    if (!mayBeMessage(card, this.#config)) return refused("vertrouwelijk");
    const post = async (activity: Partial<Activity>): Promise<SendResult> => ({
      ok: true,
      ...(await quietly(() => this.#post({ ...to, serviceUrl }, activity, messageId))),
    });
    try {
      if (card.bestand === undefined || this.#config.tryOut) return await post(cardActivity(card, this.#config));
      return await post(consentActivity(card, card.bestand, this.#config)).catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
        return post(cardActivity(card, this.#config));
      });
    } catch (error) {
      this.#log.warn(safeError(error), "teams: a message was not delivered");
      return toSendError(error);
    }
  }

  #post(
    to: Address & { readonly serviceUrl: string },
    activity: Partial<Activity>,
    messageId: string | undefined,
  ): Promise<{ readonly messageId: string; readonly conversationId: string }> {
    if (to.conversationId.startsWith(userPrefix)) return postPrivately(this.#adapter, this.#config, to, to.conversationId.slice(userPrefix.length), activity);
    return postOrUpdate(this.#adapter, this.#config, to, activity, messageId);
  }
}

/** Sends cards to Teams for the outbox: once per call, with botbuilder's own retries off. */
export const teamsSender = (config: TeamsConfig, log: Log): Sender => new TeamsSender(config, log);
