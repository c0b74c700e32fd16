import { Gauge, type Registry } from "prom-client";
import type { Stand, Verbindingen } from "../../ports/watch.js";

/** Figures that are read when somebody asks for the metrics. */
export type Standen = {
  readonly stand: () => Promise<Stand>;
  readonly verbindingen: () => Verbindingen;
  /** Lines of the audit trail that the Logboek was not told yet. */
  readonly logboek: () => Promise<number>;
  /** Which parts are ready. */
  readonly parts: () => Promise<readonly (readonly [naam: string, ready: boolean])[]>;
};

/** A database that does not answer must not hold up the figures that need none. */
const READ_MS = 2_000;

const within = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), READ_MS);
  });
  return Promise.race([read().catch(() => undefined), late]).finally(() => clearTimeout(timer));
};

const makeGauges = (registry: Registry) => {
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) => new Gauge({ name, help, labelNames, registers: [registry] });
  return {
    info: gauge("ketentafel_info", "This build", "version"),
    ready: gauge("ketentafel_ready", "1 when a part is ready, else 0", "part"),
    waiting: gauge("ketentafel_outbox_waiting", "Messages that wait, by chat and by why", "platform", "reason"),
    oldest: gauge("ketentafel_outbox_oldest_seconds", "Age of the oldest message that waits, by chat and by why", "platform", "reason"),
    due: gauge("ketentafel_moments_due", "Moments whose time has come and that are not done"),
    dueOldest: gauge("ketentafel_moments_oldest_seconds", "How late the oldest of them is"),
    unsealedLate: gauge("ketentafel_audit_unsealed_late", "Lines of the audit trail that are not sealed after a minute"),
    unsealedOldest: gauge("ketentafel_audit_oldest_unsealed_seconds", "Age of the oldest line of the audit trail that is not sealed"),
    logboek: gauge("ketentafel_logboek_behind", "Sealed lines of the audit trail that the Logboek Dataverwerkingen was not told yet"),
    connections: gauge("ketentafel_database_connections", "Connections to the database, and requests that wait for one", "state"),
  };
};
type Gauges = ReturnType<typeof makeGauges>;

/** What cannot be read is NaN: old figures would say that all is well. */
const setStand = (all: Gauges, stand: Stand | undefined): void => {
  all.waiting.reset();
  all.oldest.reset();
  for (const { platform, reden, aantal, oudsteMs } of stand?.uitgaand ?? []) {
    all.waiting.set({ platform, reason: reden }, aantal);
    all.oldest.set({ platform, reason: reden }, oudsteMs / 1_000);
  }
  all.due.set(stand?.momenten.aantal ?? Number.NaN);
  all.dueOldest.set((stand?.momenten.oudsteMs ?? Number.NaN) / 1_000);
  all.unsealedLate.set(stand?.audit.laat ?? Number.NaN);
  all.unsealedOldest.set((stand?.audit.oudsteMs ?? Number.NaN) / 1_000);
};

const setConnections = ({ connections }: Gauges, { bezig, vrij, wachtend }: Verbindingen): void => {
  connections.set({ state: "busy" }, bezig);
  connections.set({ state: "idle" }, vrij);
  connections.set({ state: "waiting" }, wachtend);
};

/** Gauges of what waits; they are read afresh each time. */
export const watchStand = (registry: Registry, version: string) => {
  const all = makeGauges(registry);
  all.info.set({ version }, 1);
  let standen: Standen | undefined;
  return {
    watch: (given: Standen): void => {
      standen = given;
    },
    read: async (): Promise<void> => {
      if (standen === undefined) return;
      setConnections(all, standen.verbindingen());
      const [stand, logboek, parts] = await Promise.all([within(standen.stand), within(standen.logboek), standen.parts()]);
      setStand(all, stand);
      all.logboek.set(logboek ?? Number.NaN);
      for (const [part, ready] of parts) all.ready.set({ part }, ready ? 1 : 0);
    },
  };
};
