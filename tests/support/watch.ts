import type { Standen } from "../../src/adapters/observe/gauges.js";
import type { Stand } from "../../src/ports/watch.js";

/** Little that waits, with every reason to wait once. */
export const noStand: Stand = {
  uitgaand: [
    { platform: "slack", reden: "beurt", aantal: 2, oudsteMs: 1_000 },
    { platform: "teams", reden: "opnieuw", aantal: 1, oudsteMs: 2_000 },
    { platform: "onbekend", reden: "adres", aantal: 1, oudsteMs: 3_000 },
    { platform: "slack", reden: "dicht", aantal: 1, oudsteMs: 4_000 },
  ],
  momenten: { aantal: 0, oudsteMs: 0 },
  audit: { laat: 0, oudsteMs: 0 },
};

/** What a bot in rest would tell. */
export const standen = (more: Partial<Standen> = {}): Standen => ({
  stand: async () => noStand,
  verbindingen: () => ({ bezig: 1, vrij: 1, wachtend: 0 }),
  logboek: async () => 0,
  parts: async () => [["store", true]],
  ...more,
});
