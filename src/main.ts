import { readFileSync } from "node:fs";
import type { Logger } from "pino";
import { documents } from "./adapters/document/documents.js";
import { agendaDoor } from "./adapters/http/agenda.js";
import { documentDoor } from "./adapters/http/document.js";
import { httpServer } from "./adapters/http/server.js";
import { logboekBestand } from "./adapters/logboek/bestand.js";
import { logboekCollector } from "./adapters/logboek/collector.js";
import { logboek } from "./adapters/logboek/logboek.js";
import type { LogboekRegel } from "./adapters/logboek/regels.js";
import { makeLog } from "./adapters/observe/log.js";
import { watchSender } from "./adapters/observe/senders.js";
import { audience, forgetting, type Readers } from "./adapters/outbox/audience.js";
import { outbox } from "./adapters/outbox/outbox.js";
import { DataDirDamaged, DataDirInUse, type OpenStore } from "./adapters/prisma/open-store.js";
import { scheduler } from "./adapters/scheduler/scheduler.js";
import { sealing } from "./adapters/scheduler/sealing.js";
import { type Worker, worker } from "./adapters/scheduler/worker.js";
import type { SlackFront } from "./adapters/slack/slack-front.js";
import { randomIds, secureRandom, systemClock } from "./adapters/system.js";
import { tryOutRegio } from "./adapters/tryout/people.js";
import { type TryOut, tryOut } from "./adapters/tryout/tryout.js";
import { type App, composeApp } from "./app.js";
import { loadChats } from "./chats.js";
import { type Config, ConfigError, readConfig } from "./config.js";
import { maandenVan, zonderTermijn } from "./domain/regio/bewaartermijnen.js";
import { parseRegioBestand } from "./domain/regio/regio-bestand.js";
import { makeDrukte } from "./interactions/drukte.js";
import { say } from "./messages/messages.js";
import type { Conversations, Senders } from "./ports/chat.js";
import type { LogboekBron, LogboekDoel } from "./ports/logboek.js";
import type { RegioImport } from "./ports/regio-import.js";
import type { Store } from "./ports/store.js";
import { type ClaimedIntent, changesInPlace, type WorkStore } from "./ports/work.js";
import { openConfigured } from "./sleutelbron.js";
import { bewaarMoment } from "./use-cases/tick-bewaren.js";
import { watchBot } from "./watch.js";

const { version: versie } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
const stopWithinMs = 10_000;
const dayMs = 24 * 60 * 60_000;
/** How long lines of the audit trail wait for company before they are sealed. */
const sealAfterMs = 2_000;

/** Starts everything; the answer stops it again. */
const start = async (config: Config): Promise<() => Promise<void>> => {
  const log = makeLog(config);
  const regio = config.tryOut ? tryOutRegio(readDemoRegio()) : undefined;

  const { dataDir, taal } = config;
  const chats = await loadChats(config);
  const { opened, lokaal } = await openConfigured(config, log);
  const local =
    regio && tryOut({ regio, dataDir, taal, ...(lokaal && { sleutelbestand: lokaal.bestand }), print: (line) => process.stdout.write(`${line}\n`) });
  if (regio) await opened.importRegio(regio);
  else await requireRegio(config, opened.store);
  const watch = watchBot(opened, log, versie);

  const kick = (): void => box.kick();
  const cannotSeal = (error: unknown): void => log.error({ err: error }, "the audit trail could not be sealed");
  const maanden = async (): Promise<number> => maandenVan(await opened.store.readRegio(), "logboek");
  const boeken = logboeken(config, opened.logboek, maanden, log);
  const wakeLogboek = (): void => {
    for (const boek of boeken) boek.wake();
  };
  const sealer = worker({ run: sealing(opened.audit, log, wakeLogboek), waitMs: sealAfterMs, onError: cannotSeal });
  const app = composeApp({
    ports: { store: waking(opened.store, sealer.wake), clock: systemClock, ids: randomIds, documents, audit: opened.audit, ...addressFromOutside(config) },
    taal,
    onBug: watch.onBug,
    onHandled: watch.onHandled,
    kick,
    drukte: makeDrukte(),
  });
  const readers: { -readonly [P in keyof Readers]: Readers[P] } = {};
  const publiek = audience({ readers, judge: app.judgeAudience, clock: systemClock });
  const conversations = thenKick(forgetting(opened.conversations, publiek), kick);

  const fronts: { slack?: SlackFront | undefined } = {};
  const senders: { -readonly [P in keyof Senders]: Senders[P] } = {};
  const server = httpServer(config, {
    parts: watch.parts,
    metrics: watch.text,
    first: watch.requests,
    onError: (error, requestId) => log.error({ err: error, request_id: requestId }, "a request failed"),
    doors: (door) => {
      agendaDoor(door, { read: app.readAgenda, taal });
      documentDoor(door, { fetchDocument: app.fetchDocument, taal });
      const teams = chats.mountTeams({ app, conversations, log }, door);
      if (teams) senders.teams = watchSender("teams", local ? local.guard(teams.sender) : teams.sender, watch.metrics);
      if (teams) readers.teams = teams.publiek;
      fronts.slack = chats.mountSlack({ app, conversations, log }, door);
      if (fronts.slack) senders.slack = watchSender("slack", fronts.slack.sender, watch.metrics);
      if (fronts.slack) readers.slack = fronts.slack.publiek;
    },
  });
  const box = outbox({
    work: watch.work,
    resolveAddress: reachable(app, local),
    render: withExisting(app, opened.work),
    senders,
    clock: systemClock,
    log,
    random: secureRandom,
    audience: publiek,
    onClosed: app.tellClosed,
    strayCard: app.strayCard,
    onOutcome: watch.metrics.outgoing,
  });
  const afterwards = (): void => {
    kick();
    sealer.wake();
    wakeLogboek();
  };
  const plan = scheduler({ work: watch.work, clock: systemClock, handle: watch.moments(app.handleMoment), afterwards, log });

  const stop = async (): Promise<void> => {
    watch.open(false);
    local?.stop();
    await Promise.all([server.stop(stopWithinMs - 2_000), plan.stop(), box.stop()]);
    await fronts.slack?.stop();
    await Promise.all([sealer, ...boeken].map((one) => one.stop()));
    await opened.close();
  };
  try {
    await server.start();
    await fronts.slack?.start();
  } catch (error) {
    await stop();
    throw error;
  }
  await opened.work.ensureMoment(bewaarMoment(systemClock.now()));
  plan.start();
  box.start();
  watch.open(true);
  sealOldContent(opened, log);
  learnSlackRoster(fronts.slack, log);
  const { port } = server.ports();
  log.info({ poort: port }, "started");
  local?.start(`http://127.0.0.1:${port}/api/messages`).catch((error: unknown) => log.error({ err: error }, "the try-out did not start"));
  return stop;
};

/** The Logboek Dataverwerkingen on this computer and, where one is named, at a collector. Neither waits for the other. */
const logboeken = ({ logboekDir, otlpEndpoint }: Config, bron: LogboekBron, maanden: () => Promise<number>, log: Logger): readonly Worker[] => {
  const boek = (doel: LogboekDoel, write: (regels: readonly LogboekRegel[]) => Promise<void>): Worker =>
    worker({
      run: logboek({ bron, doel, versie, write }),
      waitMs: 500,
      onError: (error) => log.warn({ kind: doel, err: error }, "the Logboek Dataverwerkingen waits"),
    });
  const refused = (aantal: number): void => log.error({ aantal }, "the collector refused lines of the Logboek Dataverwerkingen");
  const bestand = boek("bestand", logboekBestand(logboekDir, maanden));
  return otlpEndpoint === undefined ? [bestand] : [bestand, boek("collector", logboekCollector(otlpEndpoint, refused))];
};

/** The store, waking somebody after each line of the audit trail. */
const waking = (store: Store, wake: () => void): Store => ({
  ...store,
  commit: async (plan) => {
    const stored = await store.commit(plan);
    if (stored.ok && plan.audit !== undefined) wake();
    return stored;
  },
});

/** An upgrade from before content was sealed, while the bot works. What is left is read as it is and sealed after the next start. */
const sealOldContent = (opened: OpenStore, log: Logger): void =>
  void opened.sealOldContent().then(
    (velden) => velden > 0 && log.info({ velden }, "older content was sealed"),
    (error: unknown) => log.error({ err: error }, "older content could not be sealed"),
  );

/** For links; the try-out is its own outside. */
const addressFromOutside = ({ publicUrl, tryOut: trying, port }: Config): { readonly publicUrl?: string } =>
  publicUrl !== undefined ? { publicUrl } : trying ? { publicUrl: `http://127.0.0.1:${port}` } : {};

/** Who works in the workspace, now and every day; without it people are learned when they act. */
const learnSlackRoster = (slack: SlackFront | undefined, log: Logger): void => {
  if (!slack) return;
  const learn = (): void => void slack.roster().catch((error: unknown) => log.warn({ err: error }, "the workspace could not be read"));
  learn();
  setInterval(learn, dayMs).unref();
};

/** A card that changes is changed where it stands. */
const withExisting = (app: App, work: WorkStore) => async (intent: ClaimedIntent) => {
  const card = await app.render(intent);
  if (!card) return undefined;
  const existing = changesInPlace(intent.kind) ? await work.findPosted(intent) : undefined;
  return existing ? { card, existing } : { card };
};

/** In the try-out a page that is closed loses what is sent to it, so messages wait until it opens. */
const reachable =
  (app: App, local: TryOut | undefined): App["resolveAddress"] =>
  async (intent) => {
    const address = await app.resolveAddress(intent);
    return address && local && !local.isOpen(address) ? undefined : address;
  };

/** An address that becomes known may be what a message waits for. */
const thenKick = (conversations: Conversations, kick: () => void): Conversations => ({
  rememberPrivate: (...args) => conversations.rememberPrivate(...args).then(kick),
  rememberChannel: (...args) => conversations.rememberChannel(...args).then(kick),
  channelChanged: (...args) => conversations.channelChanged(...args).then(kick),
  rememberRoster: (...args) => conversations.rememberRoster(...args).then(kick),
});

const readDemoRegio = (): RegioImport => {
  const read = parseRegioBestand(JSON.parse(readFileSync(new URL("../prisma/regio-oeverland.json", import.meta.url), "utf8")));
  if (!read.ok) throw new Error(`the fictional region is not valid: ${read.error[0]?.code}`);
  return read.value;
};

/** A region, with for everything that is kept how long and why. */
const requireRegio = async ({ taal }: Config, store: Pick<Store, "readRegio">): Promise<void> => {
  const regio = await store.readRegio();
  if (regio.gemeenten.length === 0) throw new ConfigError(say(taal, "start.fout.regioOntbreekt"));
  const categorieen = zonderTermijn(regio).join(", ");
  if (categorieen !== "") throw new ConfigError(say(taal, "start.fout.bewaartermijn", { categorieen }));
};

/** One sentence for whoever starts the bot. */
const sentenceFor = (error: unknown, config: Config | undefined): string => {
  const taal = config?.taal ?? "nl";
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DataDirInUse) return say(taal, "start.fout.mapBezet", { map: error.dataDir });
  if (error instanceof DataDirDamaged) return say(taal, "start.fout.mapBeschadigd", { map: error.dataDir });
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (code === "EADDRINUSE") return say(taal, "start.fout.poortBezet", { poort: port ?? "?", naam: port === config?.metricsPort ? "METRICS_PORT" : "PORT" });
  return say(taal, "start.fout.mislukt", { reden: message ?? "?" });
};

const run = async (): Promise<void> => {
  let config: Config | undefined;
  try {
    config = readConfig(process.env);
    const stop = await start(config);
    const end = (): void => {
      setTimeout(() => process.exit(1), stopWithinMs).unref();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once("SIGTERM", end);
    process.once("SIGINT", end);
  } catch (error) {
    process.stderr.write(`${sentenceFor(error, config)}\n`);
    process.exitCode = 1;
  }
};

await run();
