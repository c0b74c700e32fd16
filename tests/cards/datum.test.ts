import { expect, it } from "vitest";
import { zegDag, zegDagVoluit, zegDatum, zegMoment, zegTijd } from "../../src/cards/datum.js";
import type { Dag } from "../../src/domain/tijd/dag.js";

const now = new Date("2026-11-25T13:20:00Z");
const dag = (text: string): Dag => text as Dag;

it("says moments as people do, in the time of the region", () => {
  expect(zegMoment(new Date("2026-11-25T13:05:00Z"), "nl", now)).toBe("vandaag 14.05");
  expect(zegMoment(new Date("2026-11-24T08:10:00Z"), "nl", now)).toBe("gisteren 9.10");
  expect(zegMoment(new Date("2026-11-24T23:30:00Z"), "nl", now)).toBe("vandaag 0.30");
  expect(zegMoment(new Date("2026-11-18T12:00:00Z"), "nl", now)).toBe("wo 18 november");
  expect(zegMoment(new Date("2025-11-18T12:00:00Z"), "nl", now)).toBe("di 18 november 2025");
  expect(zegMoment(new Date("2026-11-25T13:05:00Z"), "en", now)).toBe("today 14:05");
  expect(zegTijd(new Date("2026-07-01T06:05:00Z"), "nl")).toBe("8.05");
});

it("knows the nights on which the clock changes", () => {
  expect(zegMoment(new Date("2026-10-24T22:30:00Z"), "nl", new Date("2026-10-25T23:10:00Z"))).toBe("gisteren 0.30");
  expect(zegMoment(new Date("2026-03-28T23:30:00Z"), "nl", new Date("2026-03-29T21:50:00Z"))).toBe("vandaag 0.30");
});

it("says days short and in full, with the year only when it is another one", () => {
  expect(zegDag(dag("2026-11-25"), "nl", now)).toBe("wo 25 november");
  expect(zegDag(dag("2027-01-06"), "nl", now)).toBe("wo 6 januari 2027");
  expect(zegDagVoluit(dag("2026-12-02"), "nl")).toBe("woensdag 2 december");
  expect(zegDagVoluit(dag("2026-12-02"), "en")).toBe("Wednesday 2 December");
  expect(zegDatum(new Date("2026-11-21T12:00:00Z"), "nl")).toBe("za 21 november 2026");
});
