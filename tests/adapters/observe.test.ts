import { describe, expect, it } from "vitest";
import { harmless } from "../../src/adapters/observe/log.js";
import { makeMetrics } from "../../src/adapters/observe/metrics.js";

describe("log", () => {
  it("keeps ids and codes, and nothing that a person typed", () => {
    const error = Object.assign(new Error("duplicate key (omschrijving)=(een meisje van 16)"), { code: "23505" });
    const kept = harmless({ referentie: "a1", omschrijving: "een meisje van 16", email: "x@y.nl", err: error });
    expect(kept).toMatchObject({ referentie: "a1", error: { name: "Error", code: "23505" } });
    expect(JSON.stringify(kept)).not.toMatch(/meisje|x@y/);
  });
});

describe("metrics", () => {
  it("counts outcomes", async () => {
    const metrics = makeMetrics();
    metrics.outgoing("sent");
    metrics.bug();
    expect(await metrics.text()).toMatch(/ketentafel_outbox_total\{outcome="sent"\} 1[\s\S]*ketentafel_bugs_total 1/);
  });
});
