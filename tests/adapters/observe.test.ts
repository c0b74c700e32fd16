import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { httpServer } from "../../src/adapters/http/server.js";
import { beating } from "../../src/adapters/observe/beat.js";
import { harmless } from "../../src/adapters/observe/log.js";
import { makeMetrics } from "../../src/adapters/observe/metrics.js";
import { watchRequests } from "../../src/adapters/observe/requests.js";
import { watchSender } from "../../src/adapters/observe/senders.js";
import type { Card } from "../../src/domain/card.js";
import type { SendResult } from "../../src/ports/chat.js";
import type { WorkStore } from "../../src/ports/work.js";
import { noStand, standen } from "../support/watch.js";

describe("log", () => {
  it("keeps ids and codes, and nothing that a person typed", () => {
    const error = Object.assign(new Error("duplicate key (omschrijving)=(een meisje van 16)"), { code: "23505" });
    const kept = harmless({ referentie: "a1", request_id: "r1", omschrijving: "een meisje van 16", email: "x@y.nl", err: error });
    expect(kept).toMatchObject({ referentie: "a1", request_id: "r1", error: { name: "Error", code: "23505" } });
    expect(JSON.stringify(kept)).not.toMatch(/meisje|x@y/);
  });
});

describe("metrics", () => {
  it("count what came in, how long the answer took, and apologies", async () => {
    const metrics = makeMetrics("1.2.3");
    metrics.inbound({ platform: "slack", soort: "commando", uitkomst: "toon", ms: 40 });
    metrics.outgoing("sent");
    metrics.bug();
    const text = await metrics.text();
    expect(text).toContain('ketentafel_inbound_total{platform="slack",kind="commando",outcome="toon"} 1');
    expect(text).toContain('ketentafel_answer_seconds_bucket{le="0.05",platform="slack",kind="commando"} 1');
    expect(text).toContain('ketentafel_answer_seconds_bucket{le="0.025",platform="slack",kind="commando"} 0');
    expect(text).toMatch(/ketentafel_outbox_total\{outcome="sent"\} 1[\s\S]*ketentafel_bugs_total 1/);
    expect(text).toContain('ketentafel_info{version="1.2.3"} 1');
  });

  it("start at zero, so that the first failure is a rise", async () => {
    const text = await makeMetrics("1").text();
    expect(text).toContain('ketentafel_outbox_total{outcome="given_up"} 0');
    expect(text).toContain('ketentafel_send_total{platform="teams",outcome="gone"} 0');
  });

  it("read what waits when asked, and say no number when it cannot be read", async () => {
    const metrics = makeMetrics("1");
    let stand = async () => ({ ...noStand, audit: { laat: 3, oudsteMs: 75_000 } });
    metrics.watch(standen({ stand: () => stand() }));
    expect(await metrics.text()).toMatch(/ketentafel_audit_unsealed_late 3\n[\s\S]*ketentafel_audit_oldest_unsealed_seconds 75\n/);
    expect(await metrics.text()).toContain('ketentafel_outbox_waiting{platform="slack",reason="beurt"} 2');
    stand = () => Promise.reject(new Error("no database"));
    const blind = await metrics.text();
    expect(blind).toMatch(/ketentafel_audit_oldest_unsealed_seconds Nan/);
    expect(blind).not.toContain('ketentafel_outbox_waiting{platform="slack",reason="beurt"}');
    expect(blind).toContain('ketentafel_database_connections{state="busy"} 1');
  });

  it("do not wait for a database that does not answer", { timeout: 6_000 }, async () => {
    const metrics = makeMetrics("1");
    metrics.watch(standen({ stand: () => new Promise(() => undefined) }));
    expect(await metrics.text()).toContain("ketentafel_moments_due Nan");
  });
});

describe("a sender", () => {
  it("is counted by what the chat said", async () => {
    const seen: string[] = [];
    const results: SendResult[] = [
      { ok: true, messageId: "1", conversationId: "C" },
      { ok: false, gone: false, reason: "x" },
      { ok: false, gone: false, reason: "x", retryAfterMs: 10 },
      { ok: false, gone: true, reason: "x" },
    ];
    const sender = watchSender(
      "slack",
      { send: async () => results[seen.length] as SendResult },
      { sent: (platform, outcome) => seen.push(`${platform} ${outcome}`) },
    );
    for (const result of results) expect(await sender.send({ platform: "slack", tenant: "T", conversationId: "C" }, {} as Card)).toBe(result);
    expect(seen).toEqual(["slack ok", "slack retry", "slack limited", "slack gone"]);
  });
});

describe("the loops of outbox and scheduler", () => {
  it("are alive while they ask for work, also in vain, and each by itself", async () => {
    let now = 0;
    const work = { claimIntents: () => Promise.reject(new Error("no database")), claimMoments: async () => [] } as unknown as WorkStore;
    const beats = beating(work, () => now);
    now = 200_000;
    await expect(beats.work.claimIntents(new Date(), 1, 1)).rejects.toThrow("no database");
    now = 400_000;
    expect([beats.outbox(), beats.scheduler()]).toEqual([true, false]);
    await beats.work.claimMoments(new Date(), 1, 1);
    expect([beats.outbox(), beats.scheduler()]).toEqual([true, true]);
  });
});

describe("a request", () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  it("gets an id of our own and is measured by door, never by path", async () => {
    const seen: string[] = [];
    const ids: (string | undefined)[] = [];
    const first = watchRequests({ request: (door, status) => seen.push(`${door} ${status}`) });
    const server = httpServer(
      { host: "127.0.0.1", port: 0, metricsPort: 0 },
      {
        parts: [],
        metrics: async () => "",
        first,
        onError: (_error, id) => ids.push(id),
        doors: (app) => {
          app.post("/slack/events", express.json(), (request, response) => void response.json(request.headers["x-request-id"]));
          app.get("/document/:token", () => {
            throw new Error("broken");
          });
        },
      },
    );
    stop = () => server.stop(0);
    await server.start();
    const url = `http://127.0.0.1:${server.ports().port}`;
    const answer = await fetch(`${url}/slack/events`, { method: "POST", headers: { "x-request-id": "een naam" } });
    expect(await answer.json()).toBe(answer.headers.get("x-request-id"));
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const broken = await fetch(`${url}/document/geheim`);
    expect(ids).toEqual([broken.headers.get("x-request-id")]);
    await fetch(`${url}/ergens`);
    expect(seen).toEqual(["slack 2xx", "document 5xx", "anders 4xx"]);
  });
});
