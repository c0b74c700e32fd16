import { isDeepStrictEqual } from "node:util";
import type { TafelInrichting } from "../../../domain/tafel/tafel.js";
import type { RegioImport } from "../../../ports/regio-import.js";
import type { Plan } from "../../../ports/store.js";
import type { RegioRow, TafelInrichtingRow } from "../generated/client.js";
import { rowToInrichting } from "../rows/tafel-rows.js";
import type { Deputies } from "./hand-over.js";

/** @property overgedragen tafels at which a deputy took a place. */
type TafelPlan = { readonly plan: Plan; readonly nieuw: number; readonly overgedragen: number };

/** The tafel with deputies in the places of who left; the same object when nobody left. */
const metVervangers = (inrichting: TafelInrichting, deputies: Deputies): TafelInrichting => {
  const wie = (id: TafelInrichting["voorzitterId"]) => deputies.get(id) ?? id;
  const { voorzitterId, secretarisId, beheerderId, deelnemers } = inrichting;
  const gezien = new Set<string>();
  const next: TafelInrichting = {
    ...inrichting,
    voorzitterId: wie(voorzitterId),
    secretarisId: wie(secretarisId),
    beheerderId: wie(beheerderId),
    deelnemers: deelnemers
      .map((een) => (deputies.has(een.persoonId) ? { persoonId: wie(een.persoonId) } : een))
      .filter(({ persoonId }) => !gezien.has(persoonId) && gezien.add(persoonId)),
  };
  return isDeepStrictEqual(next, inrichting) ? inrichting : next;
};

/** Free days decide when a tafel meets; so what changes them makes every tafel plan again. */
const andereKalender = (file: RegioImport, current: RegioRow | null): boolean =>
  current !== null && !isDeepStrictEqual([current.vrijeDagen, current.schoolvakanties], [[...file.regio.vrijeDagen], [...file.regio.schoolvakanties]]);

/** The file sets up a tafel that has no inrichting yet; the others keep theirs. */
export const planTafels = (file: RegioImport, current: RegioRow | null, rows: readonly TafelInrichtingRow[], deputies: Deputies, now: Date): TafelPlan => {
  const stored = rows.map(rowToInrichting);
  const nieuw = file.inrichtingen.filter(({ tafelId }) => !stored.some((one) => one.tafelId === tafelId));
  const vervangen = stored.map((one) => metVervangers(one, deputies)).filter((one) => !stored.includes(one));
  const opnieuw = andereKalender(file, current) ? [...stored, ...nieuw] : nieuw;
  return {
    nieuw: nieuw.length,
    overgedragen: vervangen.length,
    plan: {
      changes: [
        ...nieuw.map((inrichting) => ({ soort: "inrichting_nieuw" as const, inrichting })),
        ...vervangen.map((inrichting) => ({ soort: "inrichting" as const, inrichting })),
      ],
      audit: [
        ...nieuw.map(({ tafelId }) => ({
          wie: "systeem" as const,
          actie: "tafel.inrichten",
          object: tafelId,
          resultaat: "gedaan" as const,
          herkomst: "regiobestand",
        })),
        ...vervangen.map(({ tafelId }) => ({
          wie: "systeem" as const,
          actie: "tafel.naar_plaatsvervanger",
          object: tafelId,
          resultaat: "gedaan" as const,
          herkomst: "regiobestand",
        })),
      ],
      moments: opnieuw.map(({ tafelId }) => ({ soort: "plannen" as const, objectId: tafelId, op: now, stap: 0 })),
    },
  };
};
