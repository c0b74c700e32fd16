import { connect } from "node:net";
import express, { type Express } from "express";
import { afterEach, describe, expect, it } from "vitest";
import { type HttpParts, type HttpServer, httpServer } from "../../src/adapters/http/server.js";

let server: HttpServer | undefined;
afterEach(() => server?.stop(0));

const start = async (given: Partial<HttpParts> = {}) => {
  const errors: unknown[] = [];
  server = httpServer(
    { host: "127.0.0.1", port: 0, metricsPort: 0 },
    {
      parts: [{ naam: "store", ready: async () => true }],
      metrics: async () => "ketentafel_up 1\n",
      doors: () => undefined,
      onError: (error) => errors.push(error),
      ...given,
    },
  );
  await server.start();
  const { port, metricsPort } = server.ports();
  return { errors, door: `http://127.0.0.1:${port}`, metrics: `http://127.0.0.1:${metricsPort}`, port };
};

describe("http server", () => {
  it("is healthy and ready, without telling what it is made of", async () => {
    const { door } = await start();
    const response = await fetch(`${door}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", parts: { store: "ok" } });
    expect(response.headers.get("x-powered-by")).toBeNull();
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await fetch(`${door}/healthz`)).status).toBe(200);
  });

  it("names the part that is not ready", async () => {
    const broken = { naam: "slack", ready: () => Promise.reject(new Error("down")) };
    const { door } = await start({ parts: [{ naam: "store", ready: async () => true }, broken] });
    const response = await fetch(`${door}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ parts: { store: "ok", slack: "not_ready" } });
  });

  it("keeps metrics off the public port", async () => {
    const { door, metrics } = await start();
    expect(await (await fetch(`${metrics}/metrics`)).text()).toContain("ketentafel_up 1");
    expect((await fetch(`${door}/metrics`)).status).toBe(404);
  });

  it("answers a bug without a stack trace and hands it to the log", async () => {
    const doors = (app: Express) =>
      app.post("/bug", () => {
        throw new Error("secret detail");
      });
    const { door, errors } = await start({ doors });
    const response = await fetch(`${door}/bug`, { method: "POST" });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/secret|server\.ts/);
    expect(errors).toHaveLength(1);
  });

  it("leaves bodies to the doors, and refuses a broken one without a log line", async () => {
    const doors = (app: Express) => {
      app.post("/raw", (request, response) => void response.json({ parsed: request.body !== undefined }));
      app.post("/json", express.json(), (_request, response) => void response.json({}));
    };
    const { door, errors } = await start({ doors });
    const headers = { "content-type": "application/json" };
    expect(await (await fetch(`${door}/raw`, { method: "POST", body: "{}", headers })).json()).toEqual({ parsed: false });
    expect((await fetch(`${door}/json`, { method: "POST", body: "{", headers })).status).toBe(400);
    expect(errors).toEqual([]);
  });

  it("finishes a request in hand before it stops", async () => {
    const doors = (app: Express) =>
      app.get("/slow", (_request, response) => {
        setTimeout(() => response.send("done"), 200);
      });
    const { door } = await start({ doors });
    const answer = fetch(`${door}/slow`).then((response) => response.text());
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server?.stop(5_000);
    expect(await answer).toBe("done");
    await expect(fetch(`${door}/healthz`)).rejects.toThrow();
  });

  it("does not wait for a client that never finishes its request", async () => {
    const { port } = await start();
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    await new Promise((resolve) => socket.once("connect", resolve));
    socket.write("POST /healthz HTTP/1.1\r\nHost: x\r\n");
    const began = performance.now();
    await server?.stop(100);
    expect(performance.now() - began).toBeLessThan(5_000);
    socket.destroy();
  });
});
