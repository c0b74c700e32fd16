import { Cron } from "croner";
import type { Schoolvakantie } from "../regio/regio.js";
import { ok, type Result, refuse } from "../result.js";
import type { Dag } from "../tijd/dag.js";
import { isVrijeDag, plusDagen, volgendeWerkdag } from "../tijd/tijd.js";
import type { FeestdagRegel, Rooster } from "./tafel.js";

export type VastRooster = Extract<Rooster, { readonly soort: "vast" }>;
export type RoosterFout = "rooster_onmogelijk" | "rooster_vaak" | "rooster_nooit";

/** What decides whether a day is free. */
export type Kalender = { readonly vrijeDagen: readonly Dag[]; readonly schoolvakanties: readonly Schoolvakantie[] };

/**
 * One day of a rooster. @property gepland the day by the cron. @property dag when it is held; absent when it is dropped.
 * @property vrij the planned day is free. @property schoolvakantie in which `dag` falls.
 */
export type RoosterDag = { readonly gepland: Dag; readonly tijd: string; readonly dag?: Dag; readonly vrij: boolean; readonly schoolvakantie?: string };

/** A rooster that does not fire in this time never does, for people. */
const NOOIT_DAGEN = 5 * 366;
/** How far a free day can move a meeting: what lies behind the last day may still fall on a day before it. */
const UITLOOP = 35;
const MAX_REGELS = 6;

/** The lines of a cron: several, separated by `;`, for a tafel that one line cannot say. */
export const cronRegels = (cron: string): readonly string[] =>
  cron
    .split(";")
    .map((regel) => regel.trim().replace(/\s+/g, " ").replaceAll("?", "*"))
    .filter((regel) => regel !== "");

/** Read as what a clock on the wall shows: the zone comes in when a day becomes a moment, so that no change of the clock shifts it. */
const opDeWand = (regel: string): Cron => new Cron(regel, { timezone: "UTC", mode: "5-part" });

const vasteTijd = /^\d{1,2} \d{1,2} /;

const leest = (regel: string): boolean => {
  if (regel.split(" ").length !== 5) return false;
  try {
    opDeWand(regel);
    return true;
  } catch {
    return false;
  }
};

type Slag = { readonly dag: Dag; readonly tijd: string };
const slagVan = (moment: Date): Slag => ({ dag: moment.toISOString().slice(0, 10) as Dag, tijd: moment.toISOString().slice(11, 16) });

function* slagenVan(regel: string, van: Dag): Generator<Slag> {
  const cron = opDeWand(regel);
  let moment = cron.nextRun(new Date(Date.parse(`${van}T00:00:00Z`) - 1_000));
  while (moment !== null) {
    yield slagVan(moment);
    moment = cron.nextRun(moment);
  }
}

/** The days of all lines until and with `tot`, one a day. */
const slagen = (cron: string, van: Dag, tot: Dag): readonly Slag[] => {
  const found = new Map<Dag, Slag>();
  for (const regel of cronRegels(cron))
    for (const slag of slagenVan(regel, van)) {
      if (slag.dag > tot) break;
      if (!found.has(slag.dag)) found.set(slag.dag, slag);
    }
  return [...found.values()].sort((a, b) => (a.dag < b.dag ? -1 : 1));
};

/** Whether a tafel can meet by this cron: it exists, names one time a day, and has a day to come. */
export const leesCron = (cron: string, vanaf: Dag): Result<string, RoosterFout> => {
  const regels = cronRegels(cron);
  if (regels.length === 0 || regels.length > MAX_REGELS || !regels.every(leest)) return refuse("rooster_onmogelijk");
  if (!regels.every((regel) => vasteTijd.test(regel))) return refuse("rooster_vaak");
  const tot = plusDagen(vanaf, NOOIT_DAGEN);
  return regels.every((regel) => (slagenVan(regel, vanaf).next().value?.dag ?? "9999") <= tot) ? ok(regels.join("; ")) : refuse("rooster_nooit");
};

const verzet: Readonly<Record<FeestdagRegel, (dag: Dag, vrijeDagen: readonly Dag[]) => Dag | undefined>> = {
  volgende_werkdag: volgendeWerkdag,
  week_later: (dag, vrijeDagen) => {
    let later = plusDagen(dag, 7);
    while (isVrijeDag(later, vrijeDagen)) later = plusDagen(later, 7);
    return later;
  },
  vervalt: () => undefined,
};

/** The school holiday in which a day falls. */
export const schoolvakantieOp = (dag: Dag, { schoolvakanties }: Pick<Kalender, "schoolvakanties">): string | undefined =>
  schoolvakanties.find((vakantie) => vakantie.van <= dag && dag <= vakantie.tot)?.naam;

/**
 * The days of a rooster from `van` until and with `tot`, by the planned day. A meeting that would move to a day on which the
 * tafel already meets is dropped.
 */
export const roosterDagen = (rooster: Rooster, van: Dag, tot: Dag, kalender: Kalender): readonly RoosterDag[] => {
  if (rooster.soort === "op_verzoek") return [];
  const vroegst = plusDagen(van, -UITLOOP);
  const begin = rooster.elke > 1 || vroegst < rooster.vanaf ? rooster.vanaf : vroegst;
  const mijn = slagen(rooster.cron, begin, plusDagen(tot, UITLOOP)).filter((_, nr) => nr % rooster.elke === 0);
  const bezet = new Set(mijn.filter(({ dag }) => !isVrijeDag(dag, kalender.vrijeDagen)).map(({ dag }) => dag));
  return mijn
    .map(({ dag: gepland, tijd }): RoosterDag => {
      const vrij = isVrijeDag(gepland, kalender.vrijeDagen);
      const naar = vrij ? verzet[rooster.feestdag](gepland, kalender.vrijeDagen) : gepland;
      const dag = vrij && naar !== undefined && bezet.has(naar) ? undefined : naar;
      if (dag === undefined) return { gepland, tijd, vrij };
      bezet.add(dag);
      const schoolvakantie = schoolvakantieOp(dag, kalender);
      return { gepland, tijd, dag, vrij, ...(schoolvakantie === undefined ? {} : { schoolvakantie }) };
    })
    .filter(({ gepland }) => gepland >= van && gepland <= tot);
};

/** The first days of a rooster from this day on, for a look ahead. */
export const eersteRoosterDagen = (rooster: Rooster, van: Dag, aantal: number, kalender: Kalender): readonly RoosterDag[] => {
  const binnenEenJaar = roosterDagen(rooster, van, plusDagen(van, 400), kalender);
  const found = binnenEenJaar.length >= aantal ? binnenEenJaar : roosterDagen(rooster, van, plusDagen(van, NOOIT_DAGEN), kalender);
  return found.slice(0, aantal);
};
