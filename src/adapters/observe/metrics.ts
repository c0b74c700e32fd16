import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

export type Metrics = {
  readonly text: () => Promise<string>;
  /** What became of an outgoing message. */
  readonly outgoing: (outcome: string) => void;
  /** An apology was given. */
  readonly bug: () => void;
  /** A figure that is read when somebody asks for the metrics; NaN when it cannot be read. */
  readonly watch: (name: string, help: string, read: () => Promise<number>) => void;
};

/** Counts without names: no person, code or conversation is ever a label. */
export const makeMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const outgoing = new Counter({
    name: "ketentafel_outbox_total",
    help: "Outgoing messages by what became of them",
    labelNames: ["outcome"],
    registers: [registry],
  });
  const bugs = new Counter({ name: "ketentafel_bugs_total", help: "Apologies given", registers: [registry] });
  const watch: Metrics["watch"] = (name, help, read) => {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: async () => gauge.set(await read().catch(() => Number.NaN)) });
  };
  return { text: () => registry.metrics(), outgoing: (outcome) => outgoing.inc({ outcome }), bug: () => bugs.inc(), watch };
};
