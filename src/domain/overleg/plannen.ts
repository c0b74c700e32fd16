import type { Regio } from "../regio/regio.js";
import { type RoosterDag, roosterDagen, schoolvakantieOp } from "../tafel/rooster.js";
import type { TafelInrichting } from "../tafel/tafel.js";
import type { Dag } from "../tijd/dag.js";
import { dagVan, momentOp, plusDagen } from "../tijd/tijd.js";
import type { Overleg, OverlegId } from "./overleg.js";

/** Days ahead for which overleggen exist: a year, and room for the weeks between two rounds of planning. */
const VOORUIT = 400;
/** A meeting that was planned for a free day some days ago may still come. */
const TERUG = 35;

type Kalender = Pick<Regio, "vrijeDagen" | "schoolvakanties">;
type Wens = Pick<Overleg, "begin" | "eind" | "plaats" | "link">;

/** What planning wants to store. */
export type Planning = { readonly nieuw: readonly Overleg[]; readonly gewijzigd: readonly Overleg[] };

/** The end of a meeting that begins then. */
export const eindVan = (begin: Date, minuten: number): Date => new Date(begin.getTime() + minuten * 60_000);

const wensen = (inrichting: TafelInrichting, kalender: Kalender, now: Date): ReadonlyMap<Dag, Wens> => {
  const vandaag = dagVan(now);
  const dagen = roosterDagen(inrichting.rooster, plusDagen(vandaag, -TERUG), plusDagen(vandaag, VOORUIT), kalender);
  const wens = ({ dag, tijd }: RoosterDag & { readonly dag: Dag }): Wens => {
    const begin = momentOp(dag, tijd);
    const { plaats, link } = inrichting;
    return { begin, eind: eindVan(begin, inrichting.duurMinuten), ...(plaats === undefined ? {} : { plaats }), ...(link === undefined ? {} : { link }) };
  };
  return new Map(
    dagen.flatMap((een) => {
      const gewenst = een.dag === undefined ? undefined : wens({ ...een, dag: een.dag });
      return gewenst === undefined || gewenst.begin <= now ? [] : [[een.gepland, gewenst]];
    }),
  );
};

const gelijk = (overleg: Overleg, wens: Wens): boolean =>
  overleg.begin.getTime() === wens.begin.getTime() &&
  overleg.eind.getTime() === wens.eind.getTime() &&
  overleg.plaats === wens.plaats &&
  overleg.link === wens.link;

/** As the rooster now has it; what was asked about another day is asked again. */
const volgens = (overleg: Overleg, wens: Wens): Overleg => {
  const { plaats: _, link: __, bezetting, ...rest } = overleg;
  const zelfdeDag = dagVan(overleg.begin) === dagVan(wens.begin);
  return { ...rest, ...wens, status: "gepland", ...(zelfdeDag && bezetting !== undefined ? { bezetting } : {}) };
};

/**
 * Brings the coming overleggen of a tafel to what its rooster says. What a person moved, cancelled or added stays; planning
 * again changes nothing. @param bestaand the regular overleggen of the tafel by planned day, from TERUG days ago on.
 */
export const planOverleggen = (inrichting: TafelInrichting, kalender: Kalender, bestaand: readonly Overleg[], now: Date, id: () => OverlegId): Planning => {
  const gewenst = wensen(inrichting, kalender, now);
  const perDag = new Map(bestaand.flatMap((overleg) => (overleg.gepland === undefined ? [] : [[overleg.gepland, overleg] as const])));
  const nieuw = [...gewenst]
    .filter(([gepland]) => !perDag.has(gepland))
    .map(
      ([gepland, wens]): Overleg => ({
        id: id(),
        version: 0,
        tafelId: inrichting.tafelId,
        soort: "regulier",
        gepland,
        status: "gepland",
        aangepast: false,
        ...wens,
      }),
    );
  const gewijzigd = [...perDag].flatMap(([gepland, overleg]): Overleg[] => {
    if (overleg.aangepast || overleg.begin <= now || overleg.status === "gehouden") return [];
    const wens = gewenst.get(gepland);
    if (wens === undefined) return overleg.status === "gepland" ? [{ ...overleg, status: "vervallen" }] : [];
    return overleg.status === "gepland" && gelijk(overleg, wens) ? [] : [volgens(overleg, wens)];
  });
  return { nieuw, gewijzigd };
};

/** Planned days from this one on matter to planning. */
export const planningVanaf = (now: Date): Dag => plusDagen(dagVan(now), -TERUG);

/** Days before a meeting in a school holiday on which the tafelbeheerder is asked. */
export const BEZETTING_DAGEN = 14;

/** Whether somebody must still say that this meeting goes on in a school holiday. */
export const vraagtBezetting = (overleg: Overleg, kalender: Pick<Kalender, "schoolvakanties">): boolean =>
  overleg.status === "gepland" && overleg.bezetting !== "gaat_door" && schoolvakantieOp(dagVan(overleg.begin), kalender) !== undefined;
