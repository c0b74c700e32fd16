import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { type Part, readyStates } from "./adapters/http/server.js";
import { beating } from "./adapters/observe/beat.js";
import { type Metrics, makeMetrics } from "./adapters/observe/metrics.js";
import { watchRequests } from "./adapters/observe/requests.js";
import type { OpenStore } from "./adapters/prisma/open-store.js";
import type { AppParts } from "./app.js";
import type { ClaimedMoment, WorkStore } from "./ports/work.js";

/** What makes the bot visible from outside: figures, log lines and which part is ready. */
export type Watch = Required<Pick<AppParts, "onBug" | "onHandled">> & {
  readonly metrics: Metrics;
  readonly text: Metrics["text"];
  readonly parts: readonly Part[];
  readonly requests: RequestHandler;
  /** The work store, with an ear on who asks for work. */
  readonly work: WorkStore;
  /** Counts what became of a moment. */
  readonly moments: (handle: (moment: ClaimedMoment) => Promise<void>) => (moment: ClaimedMoment) => Promise<void>;
  /** Everything was started, or is being stopped. */
  readonly open: (is: boolean) => void;
};

const partsOf = (opened: OpenStore, beats: ReturnType<typeof beating>, isOpen: () => boolean): readonly Part[] => [
  { naam: "start", ready: async () => isOpen() },
  { naam: "store", ready: () => opened.ping().then(() => true) },
  { naam: "outbox", ready: async () => beats.outbox() },
  { naam: "scheduler", ready: async () => beats.scheduler() },
];

/** Watches over an open store and everything that lives off it. */
export const watchBot = (opened: OpenStore, log: Pick<Logger, "info" | "error">, version: string): Watch => {
  const metrics = makeMetrics(version);
  const beats = beating(opened.work);
  let open = false;
  const parts = partsOf(opened, beats, () => open);
  metrics.watch({ stand: opened.stand, verbindingen: opened.verbindingen, logboek: opened.logboek.behind, parts: () => readyStates(parts) });
  return {
    metrics,
    text: metrics.text,
    parts,
    requests: watchRequests(metrics),
    work: beats.work,
    open: (is) => {
      open = is;
    },
    onHandled: (handled) => {
      metrics.inbound(handled);
      const { requestId, traceId, platform, soort, verb, uitkomst, ms } = handled;
      log.info({ request_id: requestId, trace_id: traceId, platform, soort, verb, uitkomst, ms }, "handled");
    },
    onBug: (referentie, error, verb, traceId) => {
      metrics.bug();
      log.error({ referentie, verb, trace_id: traceId, err: error }, "bug");
    },
    moments: (handle) => async (moment) => {
      try {
        await handle(moment);
        metrics.moment(moment.soort, "done");
      } catch (error) {
        metrics.moment(moment.soort, "failed");
        throw error;
      }
    },
  };
};
