import { type Logger, LogLevel } from "@slack/bolt";
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError, WebClient, type WebClientOptions } from "@slack/web-api";
import type { SlackConfig, SlackLog } from "./slack-config.js";

const timeoutMs = 10_000;

/** Slack's libraries log whole payloads at lower levels: only the first sentence of a warning or error passes. */
export const slackLibraryLog = (log: SlackLog): Logger => {
  const first = (parts: readonly unknown[]) => (typeof parts[0] === "string" ? parts[0].slice(0, 200) : "no text");
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts: unknown[]) => log.warn({ bron: "slack" }, first(parts)),
    error: (...parts: unknown[]) => log.error({ bron: "slack" }, first(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
};

/** One try and no waiting: the library repeats after a dropped connection, which would post twice. The outbox retries. */
export const clientOptions = (config: SlackConfig, log: SlackLog): WebClientOptions => ({
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: timeoutMs,
  logger: slackLibraryLog(log),
  ...(config.apiUrl ? { slackApiUrl: config.apiUrl.endsWith("/") ? config.apiUrl : `${config.apiUrl}/` } : {}),
});

export const slackClient = (config: SlackConfig, log: SlackLog): WebClient => new WebClient(config.botToken, clientOptions(config, log));

/** Why a call failed, as a code that may stand in a log. */
export type SlackFailure = { readonly soort: "platform" | "http" | "druk" | "verbinding" | "anders"; readonly reason: string; readonly retryAfterMs?: number };

export const failureOf = (error: unknown): SlackFailure => {
  if (error instanceof WebAPIPlatformError) return platformFailure(error.data.error, error.data.response_metadata?.retryAfter);
  if (error instanceof WebAPIRateLimitedError) return { soort: "druk", reason: "ratelimited", retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIHTTPError) return { soort: "http", reason: `http_${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { soort: "verbinding", reason: "connection" };
  return { soort: "anders", reason: error instanceof Error ? error.name : "unknown" };
};

const platformFailure = (code: string, retryAfter: number | undefined): SlackFailure => {
  const pressed = code === "ratelimited" || code === "rate_limited";
  return { soort: pressed ? "druk" : "platform", reason: code, ...(pressed && retryAfter !== undefined ? { retryAfterMs: retryAfter * 1000 } : {}) };
};
