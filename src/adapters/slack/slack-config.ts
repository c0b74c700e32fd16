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

/** Words that belong to no card. */
export type SlackWoorden = {
  /** Title of a small window, at most 24 characters. */
  readonly naam: string;
  /** Closes a window without sending, at most 24 characters. */
  readonly sluit: string;
  /** Told to somebody of another workspace. */
  readonly andereWerkruimte: string;
};

/** The part of pino that this adapter uses. First argument: codes and ids only. */
export type SlackLog = Record<"info" | "warn" | "error", (fields: Readonly<Record<string, string | number>>, message: string) => void>;
