import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zegTijd } from "../../src/cards/datum.js";
import { zegRooster, zegRoosterDag } from "../../src/cards/rooster.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import { cronVan, leesTijd, type Ritme, ritmeVan } from "../../src/domain/tafel/ritme.js";
import { eersteRoosterDagen, leesCron, roosterDagen, type VastRooster } from "../../src/domain/tafel/rooster.js";
import { feestdagRegels } from "../../src/domain/tafel/tafel.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { isVrijeDag, momentOp, plusDagen, weekdag } from "../../src/domain/tijd/tijd.js";
import { oeverland } from "../support/oeverland.js";

type Sample = {
  readonly overleggen: readonly {
    readonly overleg: string;
    readonly gepland: Dag;
    readonly tijd: string;
    readonly advies: string;
    readonly datum_definitief: Dag;
  }[];
};
const sample = JSON.parse(readFileSync("tests/domain/kalender-2027.json", "utf8")) as Sample;
const parsed = parseRegioBestand(oeverland());
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
const { regio, inrichtingen } = parsed.value;

/** Which tafel of the region file each row of the sample is of. */
const tafels: Readonly<Record<string, string>> = {
  signaleringsoverleg: "sig",
  mdo: "mdo",
  werkgroep: "wg",
  regionale_tafel: "rt",
  "bestuurlijk_overleg (macro)": "bo",
  "landelijk_zorgcoordinatorenoverleg (fictieve datum)": "lz",
  jaarevaluatie: "je",
};
const dag = (tekst: string): Dag => tekst as Dag;
const vast = (cron: string, more: Partial<VastRooster> = {}): VastRooster => ({
  soort: "vast",
  cron,
  elke: 1,
  vanaf: dag("2027-01-01"),
  feestdag: "volgende_werkdag",
  ...more,
});
const kalm = { vrijeDagen: [], schoolvakanties: [] };

describe("the calendar of 2027", () => {
  it.each(Object.entries(tafels))("%s comes out day by day", (overleg, tafelId) => {
    const rooster = inrichtingen.find((one) => one.tafelId === tafelId)?.rooster;
    const dagen = rooster ? roosterDagen(rooster, dag("2027-01-01"), dag("2027-12-31"), regio) : [];
    expect(
      dagen.map(({ gepland, tijd, dag: naar, vrij, schoolvakantie }) => ({
        gepland,
        tijd,
        naar,
        advies: vrij ? "verzetten" : schoolvakantie ? "controleren op minimale bezetting" : "houden",
      })),
    ).toEqual(
      sample.overleggen
        .filter((row) => row.overleg === overleg)
        .map((row) => ({ gepland: row.gepland, tijd: row.tijd, naar: row.datum_definitief, advies: row.advies })),
    );
  });

  it("has every row of the sample", () => {
    expect(new Set(sample.overleggen.map((row) => row.overleg))).toEqual(new Set(Object.keys(tafels)));
  });
});

describe("a rooster", () => {
  it("keeps the hour on the wall through every change of the clock until 2040", () => {
    for (const tijd of ["01:30", "03:00", "10:00"]) {
      const [uur, minuut] = tijd.split(":").map(Number);
      const dagen = roosterDagen(vast(`${minuut} ${uur} * 3,10 0`, { feestdag: "vervalt" }), dag("2027-01-01"), dag("2040-12-31"), kalm);
      expect(dagen.length).toBeGreaterThan(100);
      for (const een of dagen) if (een.dag) expect([een.dag, zegTijd(momentOp(een.dag, een.tijd), "nl")]).toEqual([een.dag, `${uur}.${tijd.slice(3)}`]);
    }
  });

  it("counts every n-th time from its first day, whenever it is asked", () => {
    const rooster = vast("30 9 * * 1", { elke: 2, vanaf: dag("2027-01-04") });
    const heel = roosterDagen(rooster, dag("2027-01-01"), dag("2028-12-31"), kalm).map((een) => een.gepland);
    expect(heel.slice(0, 3)).toEqual(["2027-01-04", "2027-01-18", "2027-02-01"]);
    expect(roosterDagen(rooster, dag("2028-01-01"), dag("2028-12-31"), kalm).map((een) => een.gepland)).toEqual(heel.filter((een) => een >= "2028-01-01"));
  });

  it("drops a meeting that would move to a day on which the tafel already meets", () => {
    const dagen = roosterDagen(vast("0 10 * * 1,2"), dag("2027-03-28"), dag("2027-03-31"), kalm);
    expect(dagen).toEqual([
      { gepland: "2027-03-29", tijd: "10:00", vrij: true },
      { gepland: "2027-03-30", tijd: "10:00", dag: "2027-03-30", vrij: false },
    ]);
  });

  it.each([
    ["61 10 * * *", "rooster_onmogelijk"],
    ["elke maandag", "rooster_onmogelijk"],
    ["", "rooster_onmogelijk"],
    ["0 0 10 * * 1", "rooster_onmogelijk"],
    ["0 10 * * 4#6", "rooster_onmogelijk"],
    ["@daily", "rooster_onmogelijk"],
    ["*/5 10 * * 1", "rooster_vaak"],
    ["0 10,14 * * 1", "rooster_vaak"],
    ["0 10 31 2 *", "rooster_nooit"],
    ["0 10 * * 1; 0 10 30 2 *", "rooster_nooit"],
  ])("refuses %s", (cron, code) => {
    expect(leesCron(cron, dag("2027-01-01"))).toEqual({ ok: false, error: code });
  });

  it("takes 29 February, and shows six of them", () => {
    expect(leesCron("0  10 29 2 ?", dag("2027-01-01"))).toEqual({ ok: true, value: "0 10 29 2 *" });
    expect(eersteRoosterDagen(vast("0 10 * * 4#1"), dag("2027-01-01"), 6, kalm)).toHaveLength(6);
  });

  const roosters = fc.record({
    cron: fc.oneof(
      fc
        .tuple(fc.nat(59), fc.nat(23), fc.integer({ min: 1, max: 5 }), fc.constantFrom("", "#1", "#2", "#3", "#4", "L"))
        .map(([m, u, d, n]) => `${m} ${u} * * ${d}${n}`),
      fc.tuple(fc.nat(59), fc.nat(23), fc.integer({ min: 1, max: 28 })).map(([m, u, d]) => `${m} ${u} ${d} * *`),
    ),
    elke: fc.integer({ min: 1, max: 4 }),
    feestdag: fc.constantFrom(...feestdagRegels),
    vanaf: fc.integer({ min: 0, max: 4000 }).map((n) => plusDagen(dag("2027-01-01"), n)),
  });

  it("never meets on a free day, nor twice on one, and moves only from a free day", () => {
    fc.assert(
      fc.property(roosters, fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 30 }), (rooster, vrij) => {
        const vrijeDagen = vrij.map((n) => plusDagen(rooster.vanaf, n));
        const dagen = roosterDagen({ soort: "vast", ...rooster }, rooster.vanaf, plusDagen(rooster.vanaf, 700), { vrijeDagen, schoolvakanties: [] });
        const gehouden = dagen.flatMap((een) => een.dag ?? []);
        expect(new Set(gehouden).size).toBe(gehouden.length);
        for (const een of dagen) {
          expect(een.vrij).toBe(isVrijeDag(een.gepland, vrijeDagen));
          if (een.dag === undefined) continue;
          expect(isVrijeDag(een.dag, vrijeDagen)).toBe(false);
          if (!een.vrij) expect(een.dag).toBe(een.gepland);
          else if (rooster.feestdag === "week_later") expect(weekdag(een.dag)).toBe(weekdag(een.gepland));
          else expect([1, 2, 3, 4, 5]).toContain(weekdag(een.dag));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the same whole or in parts", () => {
    fc.assert(
      fc.property(roosters, fc.integer({ min: 1, max: 600 }), (rooster, na) => {
        const alles: VastRooster = { soort: "vast", ...rooster };
        const tot = plusDagen(rooster.vanaf, 700);
        const deel = plusDagen(rooster.vanaf, na);
        const heel = roosterDagen(alles, rooster.vanaf, tot, regio).filter((een) => een.gepland >= deel);
        expect(roosterDagen(alles, deel, tot, regio)).toEqual(heel);
      }),
      { numRuns: 60 },
    );
  });
});

describe("as people say it", () => {
  it.each([
    ["mdo", "eerste donderdag van de maand, 10.00 uur", "first Thursday of the month, 10:00"],
    ["sig", "om de week op maandag, 9.30 uur", "every other Monday, 9:30"],
    [
      "wg",
      "laatste dinsdag van januari, maart, mei, juli, september en november, 14.00 uur",
      "last Tuesday of January, March, May, July, September and November, 14:00",
    ],
    ["bo", "laatste vrijdag van maart en eerste vrijdag van oktober, 11.00 uur", "last Friday of March and first Friday of October, 11:00"],
    ["lz", "15 van april en 14 van oktober, 10.00 uur", "15 of April and 14 of October, 10:00"],
    ["ctz", "Alleen als het nodig is", "Only when needed"],
  ])("%s", (tafelId, nl, en) => {
    const rooster = inrichtingen.find((one) => one.tafelId === tafelId)?.rooster;
    expect(rooster && [zegRooster(rooster, "nl"), zegRooster(rooster, "en")]).toEqual([nl, en]);
  });

  it("says what falls on a free day or in a school holiday", () => {
    const nu = new Date("2027-01-01T12:00:00Z");
    expect(zegRoosterDag({ gepland: dag("2027-05-06"), tijd: "10:00", dag: dag("2027-05-13"), vrij: true }, "nl", nu)).toBe(
      "donderdag 13 mei, 10.00 uur · in plaats van do 6 mei",
    );
    expect(zegRoosterDag({ gepland: dag("2027-05-06"), tijd: "10:00", vrij: true }, "nl", nu)).toBe("donderdag 6 mei vervalt: vrije dag");
    expect(zegRoosterDag({ gepland: dag("2027-08-05"), tijd: "10:00", dag: dag("2027-08-05"), vrij: false, schoolvakantie: "Zomer" }, "nl", nu)).toContain(
      "schoolvakantie",
    );
  });

  it("a rhythm becomes a cron and comes back", () => {
    const namen = ["week", "twee_weken", "eerste", "tweede", "derde", "vierde", "laatste"] as const satisfies readonly Ritme[];
    for (const ritme of namen) expect(ritmeVan(cronVan(ritme, "4", "09:30"))).toEqual({ ritme, weekdag: "4", tijd: "9.30" });
    expect(ritmeVan({ cron: "0 10 15 4 *", elke: 1 })).toEqual({ ritme: "cron" });
  });

  it.each([
    ["10.00", "10:00"],
    ["9:30", "09:30"],
    ["14", "14:00"],
    ["14 uur", "14:00"],
    ["25.00", undefined],
    ["9.75", undefined],
    ["tien", undefined],
  ])("reads the time %s", (tekst, tijd) => {
    expect(leesTijd(tekst)).toBe(tijd);
  });
});
