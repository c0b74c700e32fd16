import type { TestStore } from "../support/database.js";
import type { Figure } from "./figure.js";
import { median, ms, timed } from "./measure.js";
import { benchApp, opensHome, presses, types } from "./person.js";

const GOAL = 2;

const nextOverleg = async ({ pool }: TestStore): Promise<string> =>
  (await pool.query<{ id: string }>("SELECT id FROM overleg WHERE tafel_id = 'mdo' AND soort = 'regulier' AND begin > now() ORDER BY begin LIMIT 1")).rows[0]
    ?.id ?? "";

const readsOf = async (store: TestStore): Promise<Readonly<Record<string, () => Promise<void>>>> => {
  const app = benchApp(store);
  const m = await nextOverleg(store);
  return {
    lezen_triage: () => opensHome(app, "P01"),
    lezen_agenda: () => presses(app, "P06", "agenda.tonen", { m }),
    lezen_actielijst: () => types(app, "P06", "acties"),
    lezen_mijnsignalen: () => types(app, "P14", "mijnsignalen"),
  };
};

export const readingNames = ["lezen_triage", "lezen_agenda", "lezen_actielijst", "lezen_mijnsignalen"] as const;

/** The same read on many signalen and on few, in turn [issue 5, 7]. */
export const measureReading = async function* (
  many: TestStore,
  few: TestStore,
  size: { readonly many: number; readonly few: number },
  times: number,
  wanted: (name: string) => boolean,
): AsyncIterable<Figure> {
  const [onMany, onFew] = await Promise.all([readsOf(many), readsOf(few)]);
  for (const name of readingNames.filter(wanted)) {
    const long: number[] = [];
    const short: number[] = [];
    const warmUp = Math.ceil(times / 5);
    for (let n = -warmUp; n < times; n += 1) {
      const [a, b] = [await timed(() => onMany[name]?.()), await timed(() => onFew[name]?.())];
      if (n < 0) continue;
      long.push(a);
      short.push(b);
    }
    const raw = `${ms(median(long))} at ${size.many.toLocaleString("en")} signalen, ${ms(median(short))} at ${size.few.toLocaleString("en")}`;
    yield { name, value: median(long) / median(short), unit: "ratio", goal: GOAL, better: "lower", raw };
  }
};
