import { describe, expect, it } from "vitest";
import { type Meting, meet, precisie, recall, tabel } from "./redactie.meting.js";
import { type Soort, sjablonen } from "./redactie.sjablonen.js";
import { achtergehouden, eindmeting, ontwikkel, type Zin } from "./redactie.zinnen.js";

/** `npx vitest run tests/domain/redactie-meting.test.ts` prints the figures of docs/veiligheid/redactie.md. */
const meetAlle = (naam: string, zinnen: readonly Zin[]): Meting => {
  const meting = meet(zinnen);
  process.stdout.write(`${naam}
${tabel(meting, zinnen.length)}
`);
  return meting;
};

const houdt = (meting: Meting, vloer: { readonly precisie: number; readonly recall: number }, lager: Partial<Record<Soort, number>> = {}): void => {
  for (const [soort, telling] of meting.perSoort) {
    expect.soft(precisie(telling), `precision of ${soort}`).toBeGreaterThanOrEqual(lager[soort] ?? vloer.precisie);
    expect.soft(recall(telling), `recall of ${soort}`).toBeGreaterThanOrEqual(lager[soort] ?? vloer.recall);
  }
};

describe("what the guard finds, measured", () => {
  it("counts enough sentences", () => {
    expect(ontwikkel.length + achtergehouden.length + eindmeting.length).toBeGreaterThan(800);
    expect(sjablonen.length).toBeGreaterThan(600);
  });

  it("in the sentences it was made with", () => {
    houdt(meetAlle("ontwikkel", ontwikkel), { precisie: 0.96, recall: 0.97 });
  });

  it("in sentences from templates", () => {
    houdt(meetAlle("sjablonen", sjablonen), { precisie: 0.95, recall: 0.95 });
  });

  it("in longer texts that were measured once", () => {
    const meting = meetAlle("eindmeting", eindmeting);
    expect(precisie(meting.zinnen)).toBeGreaterThanOrEqual(0.93);
    expect(recall(meting.zinnen)).toBeGreaterThanOrEqual(0.85);
  });

  it("in sentences that were held out", () => {
    const meting = meetAlle("achtergehouden", achtergehouden);
    houdt(meting, { precisie: 0.85, recall: 0.85 });
    expect(precisie(meting.zinnen)).toBeGreaterThanOrEqual(0.98);
    expect(recall(meting.zinnen)).toBeGreaterThanOrEqual(0.95);
  });
});
