import { findIdentifiers, findNames } from "../../src/domain/delen/redactie.js";
import type { Soort } from "./redactie.sjablonen.js";
import { toegestaan, type Zin } from "./redactie.zinnen.js";

/** Of one kind: rightly found, wrongly found, missed. */
export type Telling = { goed: number; vals: number; gemist: number };
export type Meting = {
  readonly perSoort: ReadonlyMap<Soort, Telling>;
  /** Is the sentence held back or not, whatever the kind. */
  readonly zinnen: Telling;
  readonly missers: readonly string[];
};

export const gevondenIn = (zin: string): ReadonlySet<Soort> =>
  new Set<Soort>([...findIdentifiers(zin, { allowed: toegestaan }).map(({ soort }) => soort), ...(findNames(zin).length > 0 ? ["naam" as const] : [])]);

const tel = (telling: Telling, verwacht: boolean, gevonden: boolean): void => {
  if (verwacht && gevonden) telling.goed++;
  else if (gevonden) telling.vals++;
  else if (verwacht) telling.gemist++;
};

/** Measures per sentence and kind whether the guard finds what stands there, and only that. */
export const meet = (zinnen: readonly Zin[]): Meting => {
  const perSoort = new Map<Soort, Telling>();
  const geheel: Telling = { goed: 0, vals: 0, gemist: 0 };
  const missers: string[] = [];
  for (const { zin, soorten } of zinnen) {
    const gevonden = gevondenIn(zin);
    tel(geheel, soorten.length > 0, gevonden.size > 0);
    for (const soort of new Set([...soorten, ...gevonden])) {
      const telling = perSoort.get(soort) ?? { goed: 0, vals: 0, gemist: 0 };
      perSoort.set(soort, telling);
      tel(telling, soorten.includes(soort), gevonden.has(soort));
      if (soorten.includes(soort) !== gevonden.has(soort)) missers.push(`${gevonden.has(soort) ? "vals  " : "gemist"} ${soort}: ${JSON.stringify(zin)}`);
    }
  }
  return { perSoort, zinnen: geheel, missers };
};

const deel = (goed: number, totaal: number): number => (totaal === 0 ? 1 : goed / totaal);
export const precisie = ({ goed, vals }: Telling): number => deel(goed, goed + vals);
export const recall = ({ goed, gemist }: Telling): number => deel(goed, goed + gemist);

const regel = (naam: string, telling: Telling): string =>
  `| ${naam.padEnd(13)} | ${String(telling.goed + telling.gemist).padStart(6)} | ${precisie(telling).toFixed(2)} | ${recall(telling).toFixed(2)} |`;

/** The figures as a table for people. */
export const tabel = ({ perSoort, zinnen }: Meting, aantal: number): string =>
  [
    `| ${"kind".padEnd(13)} | stands | prec | rec. |`,
    "|---------------|--------|------|------|",
    ...[...perSoort].sort(([a], [b]) => a.localeCompare(b)).map(([soort, telling]) => regel(soort, telling)),
    regel(`${aantal} zinnen`, zinnen),
  ].join("\n");
