import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Platform } from "../../domain/persoon/persoon.js";
import type { Standen } from "./gauges.js";
import { watchStand } from "./gauges.js";

/** One delivery from a chat and what became of it. */
type Inbound = { readonly platform: Platform; readonly soort: string; readonly uitkomst: string; readonly ms: number };
export type Door = "slack" | "teams" | "agenda" | "document" | "anders";
export type SendOutcome = "ok" | "retry" | "limited" | "gone";

export type Metrics = {
  /** Everything, as Prometheus reads it. */
  readonly text: () => Promise<string>;
  /** An HTTP request was answered. @param status 2xx, 4xx … */
  readonly request: (door: Door, status: string, ms: number) => void;
  readonly inbound: (handled: Inbound) => void;
  /** What became of an outgoing message. */
  readonly outgoing: (outcome: string) => void;
  /** A chat took or refused a message. */
  readonly sent: (platform: Platform, outcome: SendOutcome, ms: number) => void;
  readonly moment: (kind: string, outcome: "done" | "failed") => void;
  /** An apology was given. */
  readonly bug: () => void;
  /** Reads these when somebody asks for the metrics. */
  readonly watch: (standen: Standen) => void;
};

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const platforms: readonly Platform[] = ["slack", "teams"];
const outcomes = ["sent", "empty", "waits", "retry", "closed", "audience", "given_up", "stray"];
const sendOutcomes: readonly SendOutcome[] = ["ok", "retry", "limited", "gone"];

const makeInstruments = (registry: Registry) => {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) => new Counter({ name, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, ...labelNames: L[]) => new Histogram({ name, help, labelNames, buckets, registers });
  return {
    requests: histogram("ketentafel_request_seconds", "Answering an HTTP request, from its first byte read to the answer", "door", "status"),
    inbound: counter("ketentafel_inbound_total", "Deliveries from a chat by kind and by what became of them", "platform", "kind", "outcome"),
    answers: histogram("ketentafel_answer_seconds", "Working out the answer to a delivery from a chat", "platform", "kind"),
    outgoing: counter("ketentafel_outbox_total", "Outgoing messages by what became of them", "outcome"),
    sends: counter("ketentafel_send_total", "Attempts to send a message, by what the chat said", "platform", "outcome"),
    sendTime: histogram("ketentafel_send_seconds", "Waiting for a chat to take a message", "platform"),
    moments: counter("ketentafel_moments_total", "Moments that were due, by kind", "kind", "outcome"),
    bugs: counter("ketentafel_bugs_total", "Apologies given"),
  };
};

/** Counts without names: no person, code or conversation is ever a label. @param version of this build. */
export const makeMetrics = (version: string): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const stand = watchStand(registry, version);
  const all = makeInstruments(registry);
  // From zero, so that the first of its kind is seen as a rise.
  for (const outcome of outcomes) all.outgoing.inc({ outcome }, 0);
  for (const platform of platforms) for (const outcome of sendOutcomes) all.sends.inc({ platform, outcome }, 0);
  return {
    text: async () => {
      await stand.read();
      return registry.metrics();
    },
    request: (door, status, ms) => all.requests.observe({ door, status }, ms / 1_000),
    inbound: ({ platform, soort, uitkomst, ms }) => {
      all.inbound.inc({ platform, kind: soort, outcome: uitkomst });
      all.answers.observe({ platform, kind: soort }, ms / 1_000);
    },
    outgoing: (outcome) => all.outgoing.inc({ outcome }),
    sent: (platform, outcome, ms) => {
      all.sends.inc({ platform, outcome });
      all.sendTime.observe({ platform }, ms / 1_000);
    },
    moment: (kind, outcome) => all.moments.inc({ kind, outcome }),
    bug: () => all.bugs.inc(),
    watch: stand.watch,
  };
};
