import type { Taal } from "../../domain/persoon/persoon.js";

export type SlackConfig = {
  readonly botToken: string;
  /** Of the one workspace that this bot serves. */
  readonly teamId: string;
  /** Needed unless there is an app token. */
  readonly signingSecret?: string;
  /** With it Slack is reached over Socket Mode, without an address from outside. */
  readonly appToken?: string;
  /** Tests only. */
  readonly apiUrl?: string;
  readonly taal: Taal;
};

/** The part of pino that this adapter uses. First argument: codes and ids only. */
export type SlackLog = Record<"info" | "warn" | "error", (fields: Readonly<Record<string, string | number>>, message: string) => void>;
