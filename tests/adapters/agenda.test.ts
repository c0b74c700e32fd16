import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agendaDoor } from "../../src/adapters/http/agenda.js";
import type { AgendaInhoud } from "../../src/use-cases/agenda-feed.js";

const token = "abcdefghijklmnopqrstuv";
const asked: string[] = [];
const inhoud = {
  tafel: { naam: "Tafel; een, twee" },
  overleggen: [{ id: "o1", version: 2, begin: new Date(0), eind: new Date(60_000) }],
} as unknown as AgendaInhoud;
const app = express();
agendaDoor(app, {
  taal: "nl",
  limit: 4,
  read: async (given) => {
    asked.push(given);
    return given === token ? inhoud : undefined;
  },
});
const server = createServer(app);
beforeAll(() => new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready)));
afterAll(() => new Promise((done) => server.close(done)));
const get = (path: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers: { connection: "close" } });

it("gives a calendar to who has the link, nothing to who has not, and stops who guesses", async () => {
  const found = await get(`/agenda/${token}.ics`);
  expect([found.status, found.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  expect(await found.text()).toContain("SUMMARY:Overleg Tafel\\; een\\, twee");
  expect((await get("/agenda/zzzzzzzzzzzzzzzzzzzzzz.ics")).status).toBe(404);
  expect((await get("/agenda/kort.ics")).status).toBe(404);
  expect((await get(`/agenda/${token}`)).status).toBe(404);
  expect(asked).toEqual([token, "zzzzzzzzzzzzzzzzzzzzzz"]);
  expect((await get(`/agenda/${token}.ics`)).status).toBe(429);
});
