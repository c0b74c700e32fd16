import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { dagVan, isDag, isWerkdag, momentOp, plusDagen, plusWerkdagen, volgendeWerkdag, weekdag } from "../../src/domain/tijd/tijd.js";

const dag = (tekst: string): Dag => tekst as Dag;
const GOEDE_VRIJDAG = [dag("2027-03-26")];
/** Last Sunday of a month: when the clock changes. */
const laatsteZondag = (jaar: number, maand: string): Dag => {
  let zondag = dag(`${jaar}-${maand}-31`);
  while (weekdag(zondag) !== 0) zondag = plusDagen(zondag, -1);
  return zondag;
};
const jaren = Array.from({ length: 15 }, (_, i) => 2026 + i);

describe("the day in the region", () => {
  it.each([
    ["2026-11-21T22:59:59Z", "2026-11-21"],
    ["2026-11-21T23:00:00Z", "2026-11-22"],
    ["2026-07-01T21:59:59Z", "2026-07-01"],
    ["2026-07-01T22:00:00Z", "2026-07-02"],
    ["2026-12-31T23:00:00Z", "2027-01-01"],
  ])("%s is %s", (moment, verwacht) => {
    expect(dagVan(new Date(moment))).toBe(verwacht);
  });

  it.each(jaren)("year end of %i", (jaar) => {
    expect(dagVan(new Date(`${jaar}-12-31T22:59:59.999Z`))).toBe(`${jaar}-12-31`);
    expect(dagVan(new Date(`${jaar}-12-31T23:00:00Z`))).toBe(`${jaar + 1}-01-01`);
    expect(plusDagen(dag(`${jaar}-12-31`), 1)).toBe(`${jaar + 1}-01-01`);
    expect(plusDagen(dag(`${jaar + 1}-01-01`), -1)).toBe(`${jaar}-12-31`);
  });
});

describe("a moment on a day", () => {
  it.each(jaren)("follows the clock over both changes of %i", (jaar) => {
    const lente = laatsteZondag(jaar, "03");
    const herfst = laatsteZondag(jaar, "10");
    expect(momentOp(plusDagen(lente, -1), "09:00").toISOString()).toContain("T08:00:00");
    expect(momentOp(lente, "09:00").toISOString()).toBe(`${lente}T07:00:00.000Z`);
    expect(momentOp(plusDagen(herfst, -1), "09:00").toISOString()).toContain("T07:00:00");
    expect(momentOp(herfst, "09:00").toISOString()).toBe(`${herfst}T08:00:00.000Z`);
    expect(momentOp(lente, "02:30").toISOString()).toBe(`${lente}T01:30:00.000Z`);
    expect(momentOp(herfst, "02:30").toISOString()).toBe(`${herfst}T00:30:00.000Z`);
  });

  it("comes back as the same day", () => {
    const dagen = fc.integer({ min: 0, max: 365 * 15 }).map((n) => plusDagen(dag("2026-01-01"), n));
    fc.assert(fc.property(dagen, fc.constantFrom("00:00", "00:01", "02:30", "09:00", "12:00", "23:59"), (d, tijd) => dagVan(momentOp(d, tijd)) === d));
  });
});

describe("days", () => {
  it("counts over leap days and clock changes", () => {
    expect(plusDagen(dag("2028-02-28"), 1)).toBe("2028-02-29");
    expect(plusDagen(dag("2027-02-28"), 1)).toBe("2027-03-01");
    expect(plusDagen(dag("2027-03-27"), 2)).toBe("2027-03-29");
    expect(plusDagen(dag("2026-10-24"), 90)).toBe("2027-01-22");
  });

  it.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "", "vandaag"])("%j is no day", (tekst) => {
    expect(isDag(tekst)).toBe(false);
  });

  it("2028-02-29 is a day", () => expect(isDag("2028-02-29")).toBe(true));
});

describe("working days", () => {
  it.each([
    "2027-01-01",
    "2027-03-28",
    "2027-03-29",
    "2027-04-27",
    "2027-05-06",
    "2027-05-16",
    "2027-05-17",
    "2027-12-25",
    "2027-12-26",
    "2027-03-27",
    "2027-03-26",
  ])("%s is none", (d) => {
    expect(isWerkdag(dag(d), GOEDE_VRIJDAG)).toBe(false);
  });

  it.each(["2027-05-05", "2027-05-07", "2027-12-31", "2027-12-24", "2027-05-04", "2026-11-23"])("%s is one", (d) => {
    expect(isWerkdag(dag(d), GOEDE_VRIJDAG)).toBe(true);
  });

  it("Goede Vrijdag is only free where the region says so", () => {
    expect(isWerkdag(dag("2027-03-26"), [])).toBe(true);
  });

  it("Koningsdag is a day earlier when 27 April is a Sunday", () => {
    expect(weekdag(dag("2031-04-27"))).toBe(0);
    expect(isWerkdag(dag("2033-04-27"), [])).toBe(false);
    expect(isWerkdag(dag("2031-04-28"), [])).toBe(true);
  });

  it.each([
    ["2026-11-20", 1, "2026-11-23"],
    ["2026-11-21", 1, "2026-11-23"],
    ["2026-11-21", 0, "2026-11-23"],
    ["2026-11-23", 0, "2026-11-23"],
    ["2026-11-20", 5, "2026-11-27"],
    ["2027-03-25", 1, "2027-03-30"],
    ["2026-12-31", 1, "2027-01-04"],
    ["2026-12-24", 1, "2026-12-28"],
    ["2027-04-26", 1, "2027-04-28"],
    ["2027-05-05", 2, "2027-05-10"],
  ])("%s plus %i is %s", (van, n, verwacht) => {
    expect(plusWerkdagen(dag(van), n, GOEDE_VRIJDAG)).toBe(verwacht);
  });

  it("the next working day is later and a working day, in every year", () => {
    const dagen = fc.integer({ min: 0, max: 365 * 15 }).map((n) => plusDagen(dag("2026-01-01"), n));
    fc.assert(
      fc.property(dagen, (d) => {
        const volgende = volgendeWerkdag(d, GOEDE_VRIJDAG);
        expect(volgende > d && isWerkdag(volgende, GOEDE_VRIJDAG)).toBe(true);
        expect(plusWerkdagen(d, 1, GOEDE_VRIJDAG)).toBe(volgende);
        expect(plusWerkdagen(d, 3, GOEDE_VRIJDAG)).toBe(plusWerkdagen(plusWerkdagen(d, 1, GOEDE_VRIJDAG), 2, GOEDE_VRIJDAG));
      }),
    );
  });
});
