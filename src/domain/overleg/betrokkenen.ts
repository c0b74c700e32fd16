import type { PersoonId } from "../persoon/persoon.js";
import { zitAanTafel } from "../tafel/inrichting.js";
import type { TafelInrichting } from "../tafel/tafel.js";
import type { Overleg } from "./overleg.js";

/** Everybody who is concerned with a meeting: who is invited, else who sits at the tafel; the tafelbeheerder always. */
export const betrokkenen = (inrichting: TafelInrichting, overleg: Pick<Overleg, "genodigden">): readonly PersoonId[] =>
  overleg.genodigden === undefined ? zitAanTafel(inrichting) : [...new Set([...overleg.genodigden, inrichting.beheerderId])];
