import { AsyncLocalStorage } from "node:async_hooks";
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
} from "botframework-connector";
import { isAllowedService, type Log, safeError, type TeamsConfig } from "./teams-config.js";

const issuer = AuthenticationConstants.ToBotFromChannelTokenIssuer;

/** Outgoing calls to a fake service on this machine need no token of Microsoft. */
class LocalCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  constructor(appId: string) {
    super();
    this.#appId = appId;
  }
  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#appId);
  }
  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }
  override createCredentials(): Promise<ServiceClientCredentials> {
    return Promise.resolve({ signRequest: (request) => Promise.resolve(request) });
  }
}

/** botbuilder's `noRetryPolicy` has no effect in 4.23.3, so its retry step is taken out; a double post is worse than a late one. */
const withoutRetries = (client: ConnectorClient): ConnectorClient => {
  const inner: unknown = Reflect.get(client, "client");
  const { pipeline } = inner as { pipeline: { removePolicy(which: { name: string }): readonly unknown[] } };
  if (pipeline.removePolicy({ name: "defaultRetryPolicy" }).length !== 1) throw new Error("botbuilder would send messages twice: its retry step was not found");
  return client;
};

class GuardedFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #config: TeamsConfig;
  constructor(inner: ConnectorFactory, config: TeamsConfig) {
    super();
    this.#inner = inner;
    this.#config = config;
  }
  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    if (!isAllowedService(this.#config, serviceUrl)) throw new Error("this service host is not in TEAMS_SERVICE_HOSTS");
    return withoutRetries(await (audience === undefined ? this.#inner.create(serviceUrl) : this.#inner.create(serviceUrl, audience)));
  }
}

const isOurFault = (error: unknown): boolean =>
  error instanceof AuthenticationError ? error.statusCode >= 500 : error instanceof Error && ["FetchError", "AbortError"].includes(error.name);

/** botbuilder's check of the token, made strict: every bad token is a 401, and only the Bot Framework may issue one. */
class StrictAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #config: TeamsConfig;
  readonly #log: Log;
  constructor(config: TeamsConfig, log: Log) {
    super(authOptions(config), config.openIdMetadataUrl === undefined ? undefined : new LocalCredentials(config.appId ?? ""));
    this.#config = config;
    this.#log = log;
  }
  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const result = await this.#check(activity, authHeader);
    return { ...result, ...(result.connectorFactory && { connectorFactory: new GuardedFactory(result.connectorFactory, this.#config) }) };
  }
  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return new GuardedFactory(super.createConnectorFactory(claims), this.#config);
  }
  async #check(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    try {
      const result = await super.authenticateRequest(activity, authHeader);
      if (this.#config.appId && result.claimsIdentity.getClaimValue("iss") !== issuer) throw new AuthenticationError("issuer", 401);
      return result;
    } catch (error) {
      if (isOurFault(error)) this.#log.error(safeError(error), "teams: the signing keys could not be read");
      throw isOurFault(error) ? new Error("signing keys") : new AuthenticationError("Unauthorized", 401);
    }
  }
}

const authOptions = (config: TeamsConfig): Record<string, string> => {
  if (!config.appId) return {};
  const app = {
    MicrosoftAppId: config.appId,
    MicrosoftAppPassword: config.appPassword ?? "",
    MicrosoftAppType: "SingleTenant",
    MicrosoftAppTenantId: config.tenantIds[0] ?? "",
  };
  if (config.openIdMetadataUrl === undefined) return app;
  return {
    ...app,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: config.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: config.openIdMetadataUrl,
    CallerId: "urn:botframework:azure",
  };
};

const insideBotbuilder = new AsyncLocalStorage<true>();
let consoleIsQuiet = false;
const quietConsole = (): void => {
  if (consoleIsQuiet) return;
  consoleIsQuiet = true;
  const { console } = globalThis;
  for (const level of ["error", "warn"] as const) {
    const write = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      if (insideBotbuilder.getStore() === undefined) write(...args);
    };
  }
};

/** Runs botbuilder without what it writes on the console by itself: keys, tokens, stacks. We log on our own. */
export const quietly = <T>(run: () => Promise<T>): Promise<T> => {
  quietConsole();
  return insideBotbuilder.run(true, run);
};

/** botbuilder's adapter: strict about who calls, no retries of its own, only to allowed hosts. */
export const teamsAdapter = (config: TeamsConfig, log: Log): CloudAdapter => new CloudAdapter(new StrictAuthentication(config, log));
