import type { Taal } from "../../domain/persoon/persoon.js";

/** What of the configuration Teams needs. */
export type TeamsConfig = {
  readonly appId?: string;
  readonly appPassword?: string;
  /** Tenants that may talk to us; the app itself lives in the first. Empty only in the try-out. */
  readonly tenantIds: readonly string[];
  /** Exact host, with or without port, or with a leading dot every host below it. */
  readonly serviceHosts?: readonly string[];
  /** Own key server on this machine, for tests only. */
  readonly openIdMetadataUrl?: string;
  readonly tryOut: boolean;
  /** Where our HTTP server listens. */
  readonly host: string;
  /** The client can show dialogs; the local try-out client cannot. */
  readonly dialogs: boolean;
  readonly taal: Taal;
  /** Does a button with this verb open a form or a look? */
  opens(verb: string): boolean;
};

/** The part of the log that this folder uses. */
export type Log = Readonly<Record<"info" | "warn" | "error", (fields: object, message: string) => void>>;

const publicHosts = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];
const loopback = ["127.0.0.1", "localhost", "::1", "[::1]"];
export const isLoopback = (host: string): boolean => loopback.includes(host.toLowerCase());

/** Refuses a configuration that would leave the door open; says which variable to change. */
export const checkTeamsConfig = (config: TeamsConfig): void => {
  if (config.openIdMetadataUrl !== undefined && !isLoopback(new URL(config.openIdMetadataUrl).hostname))
    throw new Error("TEAMS_OPENID_METADATA_URL is for tests and may only name this machine; leave it out.");
  if (config.appId) {
    if (config.tenantIds.length === 0) throw new Error("TEAMS_TENANT_ID is missing: name the tenants that may use the bot.");
    if (!config.appPassword && config.openIdMetadataUrl === undefined)
      throw new Error("TEAMS_APP_PASSWORD is missing: set the secret that belongs to TEAMS_APP_ID.");
  } else if (!config.tryOut || !isLoopback(config.host)) {
    throw new Error("TEAMS_APP_ID is missing: without it nobody is checked, so the bot only runs as a try-out on 127.0.0.1.");
  }
};

/** May we be called from, and call, this service? https only, except on this machine. */
export const isAllowedService = (config: TeamsConfig, serviceUrl: string): boolean => {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, host, hostname, username, password } = new URL(serviceUrl);
  if (username || password) return false;
  const allowed = config.serviceHosts?.length ? config.serviceHosts : config.tryOut ? loopback : publicHosts;
  const named = allowed.map((name) => name.toLowerCase()).some((name) => (name.startsWith(".") ? hostname.endsWith(name) : name === hostname || name === host));
  return named && (protocol === "https:" || (protocol === "http:" && isLoopback(hostname)));
};

/** With no tenants named (try-out) every tenant is one of ours. */
export const isAllowedTenant = (config: TeamsConfig, tenant: string): boolean => config.tenantIds.length === 0 || config.tenantIds.includes(tenant);

/** What may be logged of an error: never its message, which can hold what a person typed. */
export const safeError = (error: unknown): object => {
  const { name, code, statusCode, stack } = (error ?? {}) as { name?: unknown; code?: unknown; statusCode?: unknown; stack?: unknown };
  const at =
    typeof stack === "string"
      ? stack
          .split("\n")
          .filter((line) => line.trimStart().startsWith("at "))
          .slice(0, 8)
      : [];
  return { name, code, statusCode, at };
};
