import { heeftRol, type Persoon } from "../persoon/persoon.js";
import type { TafelId } from "../regio/regio.js";
import type { TafelInrichting } from "../tafel/tafel.js";

/** Whose messages that do not arrive somebody may see and send again: all of the region, or those to the channels of these tafels. */
export type BezorgingZicht = "alles" | readonly TafelId[];

export const bezorgingZicht = (persoon: Persoon, inrichtingen: readonly TafelInrichting[]): BezorgingZicht | undefined => {
  if (heeftRol(persoon, "ketenregisseur")) return "alles";
  const eigen = persoon.actief ? inrichtingen.filter(({ beheerderId }) => beheerderId === persoon.id).map(({ tafelId }) => tafelId) : [];
  return eigen.length === 0 ? undefined : eigen;
};
