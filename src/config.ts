import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseSleutels, type SleutelConfig } from "./config/sleutels.js";
import type { Taal } from "./domain/persoon/persoon.js";
import { type MessageKey, sayAny } from "./messages/messages.js";

/** The environment as people set it; an empty value counts as absent. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Stops the start with one sentence that names the variable and the remedy. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const loopback = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);
export const isLoopback = (host: string): boolean => loopback.has(host);

const isUrl = (value: string, accept: (url: URL) => boolean): boolean => URL.canParse(value) && accept(new URL(value));
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((n) => n <= 65_535);
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const commaList = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(item).min(1));
/** A chat's own service: over https, or on this computer in a test. */
const serviceUrl = z.string().refine((value) => isUrl(value, (url) => url.protocol === "https:" || isLoopback(url.hostname)));

const variables = z.object({
  PORT: port.default(3978),
  HOST: z
    .string()
    .regex(/^[0-9a-z.:-]+$/i)
    .optional(),
  METRICS_PORT: port.default(9464),
  METRICS_HOST: z
    .string()
    .regex(/^[0-9a-z.:-]+$/i)
    .default("127.0.0.1"),
  TAAL: z.enum(["nl", "en"]).default("nl"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .refine((value) => isUrl(value, (url) => /^postgres(ql)?:$/.test(url.protocol)))
    .optional(),
  PUBLIC_URL: serviceUrl.optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/)
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(8).optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/)
    .optional(),
  SLACK_TEAM_ID: z
    .string()
    .regex(/^T[A-Z0-9_]+$/i)
    .optional(),
  SLACK_API_URL: serviceUrl.optional(),
  TEAMS_APP_ID: uuid.optional(),
  TEAMS_APP_PASSWORD: z.string().min(8).optional(),
  TEAMS_TENANT_ID: commaList(uuid).optional(),
  TEAMS_SERVICE_HOSTS: commaList(z.string().regex(/^[0-9a-z.-]+(:\d+)?$/i)).optional(),
  TEAMS_OPENID_METADATA_URL: serviceUrl.optional(),
  SLEUTELS: z.string().optional(),
  SLEUTELS_FILE: z.string().optional(),
  LOGBOEK_DIR: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine((value) => isUrl(value, (url) => /^https?:$/.test(url.protocol)))
    .optional(),
});
type Variables = z.infer<typeof variables>;
type VariableName = keyof Variables;

export type SlackConfig = {
  readonly botToken: string;
  readonly signingSecret: string;
  /** Set: Socket Mode. */
  readonly appToken?: string;
  /** The one workspace that is served. */
  readonly teamId: string;
  readonly apiUrl?: string;
};
export type TeamsConfig = {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantIds: readonly string[];
  /** Absent: those of Teams. */
  readonly serviceHosts?: readonly string[];
  readonly openIdMetadataUrl?: string;
};
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly metricsPort: number;
  readonly metricsHost: string;
  readonly taal: Taal;
  readonly logLevel: Variables["LOG_LEVEL"];
  readonly dataDir: string;
  /** Absent: the embedded store in `dataDir`. */
  readonly databaseUrl?: string;
  readonly publicUrl?: string;
  readonly slack?: SlackConfig;
  readonly teams?: TeamsConfig;
  /** No credentials at all: fictional region, local chats, this computer only, nobody's identity checked. */
  readonly tryOut: boolean;
  /** Keys that content is sealed with, newest first. Absent only in the try-out, which keeps a key of its own. */
  readonly sleutels?: readonly SleutelConfig[];
  readonly otlpEndpoint?: string;
  /** The Logboek Dataverwerkingen on this computer; how long it is kept, the region says. */
  readonly logboekDir: string;
};

/** Reads the environment once. @throws ConfigError on the first value that is wrong. */
export const readConfig = (env: Env): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const taal: Taal = given.TAAL === "en" ? "en" : "nl";
  const fail: Fail = (key, params = {}) => {
    throw new ConfigError(sayAny(taal, key, params));
  };
  const parsed = variables.safeParse(given);
  if (!parsed.success) return fail(`start.fout.${parsed.error.issues[0]?.path[0] as Exclude<VariableName, "DATA_DIR" | "LOGBOEK_DIR">}`);
  const v = parsed.data;

  const slack = slackConfig(v, fail);
  const teams = teamsConfig(v, fail);
  const tryOut = !slack && !teams;
  if (tryOut && v.HOST && !isLoopback(v.HOST)) return fail("start.fout.probeerHost", { host: v.HOST });
  if (tryOut && v.DATABASE_URL) return fail("start.fout.probeerDatabase");
  const sleutels = readSleutels(v, fail);
  if (!tryOut && !sleutels) return fail("start.fout.sleutelsOntbreken");
  return {
    port: v.PORT,
    host: v.HOST ?? (tryOut ? "127.0.0.1" : "0.0.0.0"),
    metricsPort: v.METRICS_PORT,
    metricsHost: v.METRICS_HOST,
    taal: v.TAAL,
    logLevel: v.LOG_LEVEL,
    dataDir: v.DATA_DIR,
    logboekDir: v.LOGBOEK_DIR ?? join(v.DATA_DIR, "logboek"),
    tryOut,
    ...optional("databaseUrl", v.DATABASE_URL),
    ...optional("publicUrl", v.PUBLIC_URL),
    ...optional("slack", slack),
    ...optional("teams", teams),
    ...optional("sleutels", sleutels),
    ...optional("otlpEndpoint", v.OTEL_EXPORTER_OTLP_ENDPOINT),
  };
};

type Fail = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => never;

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } => (value === undefined ? {} : ({ [key]: value } as { [P in K]: V }));

/** All of a chat's credentials, or none; half of them is refused. */
const complete = <N extends VariableName>(
  v: Variables,
  names: readonly N[],
  extra: readonly VariableName[],
  fail: Fail,
): { [P in N]: NonNullable<Variables[P]> } | undefined => {
  const present = [...names, ...extra].filter((name) => v[name] !== undefined);
  const missing = names.filter((name) => v[name] === undefined);
  if (present.length === 0) return undefined;
  if (missing.length > 0) return fail("start.fout.half", { ontbreekt: missing.join(", "), aanwezig: present.join(", ") });
  return v as { [P in N]: NonNullable<Variables[P]> };
};

const slackConfig = (v: Variables, fail: Fail): SlackConfig | undefined => {
  const all = complete(v, ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_TEAM_ID"], ["SLACK_APP_TOKEN"], fail);
  if (!all) return undefined;
  return {
    botToken: all.SLACK_BOT_TOKEN,
    signingSecret: all.SLACK_SIGNING_SECRET,
    teamId: all.SLACK_TEAM_ID,
    ...optional("appToken", v.SLACK_APP_TOKEN),
    ...optional("apiUrl", v.SLACK_API_URL),
  };
};

const teamsConfig = (v: Variables, fail: Fail): TeamsConfig | undefined => {
  const all = complete(v, ["TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"], [], fail);
  if (!all) return undefined;
  return {
    appId: all.TEAMS_APP_ID,
    appPassword: all.TEAMS_APP_PASSWORD,
    tenantIds: all.TEAMS_TENANT_ID,
    ...optional("serviceHosts", v.TEAMS_SERVICE_HOSTS),
    ...optional("openIdMetadataUrl", v.TEAMS_OPENID_METADATA_URL),
  };
};

const readSleutels = (v: Variables, fail: Fail): readonly SleutelConfig[] | undefined => {
  if (v.SLEUTELS && v.SLEUTELS_FILE) return fail("start.fout.tweeSleutels");
  if (v.SLEUTELS_FILE) return parseSleutels(readSleutelsFile(v.SLEUTELS_FILE, fail)) ?? fail("start.fout.SLEUTELS", { naam: "SLEUTELS_FILE" });
  if (v.SLEUTELS === undefined) return undefined;
  return parseSleutels(v.SLEUTELS) ?? fail("start.fout.SLEUTELS", { naam: "SLEUTELS" });
};

const readSleutelsFile = (bestand: string, fail: Fail): string => {
  try {
    return readFileSync(bestand, "utf8");
  } catch {
    return fail("start.fout.SLEUTELS_FILE", { bestand });
  }
};
