import { createServer, type Server } from "node:http";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";

/** A part that must work before the bot is ready, e.g. the store. */
export type Part = { readonly naam: string; readonly ready: () => Promise<boolean> };

export type HttpParts = {
  readonly parts: readonly Part[];
  /** Text of all metrics. */
  readonly metrics: () => Promise<string>;
  /** Adds the chats' routes; each brings its own body parser. */
  readonly doors: (app: Express) => void;
  /** Sees every request to the doors before anything else, e.g. to measure it. */
  readonly first?: RequestHandler;
  readonly onError: (error: unknown, requestId: string | undefined) => void;
};
/** @property metricsHost where the metrics can be read; absent: on this computer only. */
export type HttpConfig = { readonly host: string; readonly port: number; readonly metricsPort: number; readonly metricsHost?: string };
export type HttpServer = {
  start(): Promise<void>;
  /** Takes no new requests, waits for those in hand until the deadline, then cuts. */
  stop(deadlineMs?: number): Promise<void>;
  /** The ports in use, also where 0 was asked. */
  ports(): { readonly port: number; readonly metricsPort: number };
};

/** Generous for a chat service behind one address, small enough to stop a flood. */
const doorLimit = { windowMs: 60_000, limit: 6_000, standardHeaders: "draft-8", legacyHeaders: false } as const;
const readyTimeoutMs = 3_000;
/** How long a client that is too slow can outstay its time. */
const lookOften = { connectionsCheckingInterval: 2_000 };

/** Which parts are ready now; one that does not say so in time is not. */
export const readyStates = (parts: readonly Part[]): Promise<readonly (readonly [naam: string, ready: boolean])[]> =>
  Promise.all(parts.map(async (part) => [part.naam, await isReady(part)] as const));

/** The one HTTP server: chats and health on `port`, metrics on a port of this computer only. */
export const httpServer = (config: HttpConfig, given: HttpParts): HttpServer => {
  const door = createServer(lookOften, doorApp(given));
  const metrics = createServer(lookOften, metricsApp(given));
  for (const server of [door, metrics]) limitSlowClients(server);
  return {
    start: async () => {
      await listen(door, config.port, config.host);
      await listen(metrics, config.metricsPort, config.metricsHost ?? "127.0.0.1").catch(async (error: unknown) => {
        await close(door, 0);
        throw error;
      });
    },
    stop: async (deadlineMs = 10_000) => {
      await Promise.all([close(door, deadlineMs), close(metrics, 0)]);
    },
    ports: () => ({ port: portOf(door), metricsPort: portOf(metrics) }),
  };
};

const doorApp = ({ parts, doors, first, onError }: HttpParts): Express => {
  const app = express();
  app.disable("x-powered-by");
  if (first) app.use(first);
  app.use(helmet());
  app.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  app.get("/readyz", readiness(parts));
  app.use(rateLimit(doorLimit));
  doors(app);
  app.use((_request, response) => {
    response.status(404).json({ error: "not_found" });
  });
  app.use(withoutStackTrace(onError));
  return app;
};

const metricsApp = ({ metrics, onError }: HttpParts): Express => {
  const app = express();
  app.disable("x-powered-by");
  app.get("/metrics", async (_request, response) => {
    response.type("text/plain; version=0.0.4").send(await metrics());
  });
  app.use(withoutStackTrace((error) => onError(error, undefined)));
  return app;
};

const readiness =
  (parts: readonly Part[]): RequestHandler =>
  async (_request, response) => {
    const states = await readyStates(parts);
    const all = states.every(([, ready]) => ready);
    response
      .status(all ? 200 : 503)
      .json({ status: all ? "ok" : "not_ready", parts: Object.fromEntries(states.map(([naam, ready]) => [naam, ready ? "ok" : "not_ready"])) });
  };

const isReady = async (part: Part): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), readyTimeoutMs);
  });
  try {
    return await Promise.race([part.ready(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};

/** Four parameters make it an error handler; what went wrong stays in the log. */
const withoutStackTrace =
  (onError: HttpParts["onError"]): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const status = clientError(error);
    if (status === undefined) onError(error, request.get("x-request-id"));
    if (response.headersSent) return next(error);
    response.status(status ?? 500).json({ error: status === undefined ? "internal" : "bad_request" });
  };

/** Body parsers mark what the client did wrong with a status of 4xx. */
const clientError = (error: unknown): number | undefined => {
  const status = (error as { status?: unknown } | undefined)?.status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : undefined;
};

/** A client that dribbles its request holds a connection no longer than this. */
const limitSlowClients = (server: Server): void => {
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  server.timeout = 60_000;
  server.maxHeadersCount = 100;
};

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });

const close = async (server: Server, deadlineMs: number): Promise<void> => {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
};
