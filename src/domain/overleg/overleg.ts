import type { Brand } from "../brand.js";
import type { PersoonId } from "../persoon/persoon.js";
import type { TafelId } from "../regio/regio.js";
import type { Dag } from "../tijd/dag.js";

export type OverlegId = Brand<string, "OverlegId">;
/** Of what stands on an agenda. */
export type AgendapuntId = Brand<string, "AgendapuntId">;

/** `voorgesteld`: a day for a tafel without a rooster, that its tafelbeheerder still has to plan. */
export const overlegStatussen = ["voorgesteld", "gepland", "bezig", "gehouden", "vervallen"] as const;
export type OverlegStatus = (typeof overlegStatussen)[number];

/** One meeting of a tafel. @property gepland the day by the rooster, by which planning again recognises it; absent for one that was added. */
export type Overleg = {
  readonly id: OverlegId;
  readonly version: number;
  readonly tafelId: TafelId;
  readonly soort: "regulier" | "extra" | "spoed";
  readonly gepland?: Dag;
  readonly begin: Date;
  readonly eind: Date;
  readonly status: OverlegStatus;
  readonly plaats?: string;
  readonly link?: string;
  /** A person changed it: planning again leaves it as it is. */
  readonly aangepast: boolean;
  /** The question whether it goes on in a school holiday. */
  readonly bezetting?: "gevraagd" | "gaat_door";
  /** Invited people; absent: the standing participants. */
  readonly genodigden?: readonly PersoonId[];
};

export const aanwezigheidAntwoorden = ["komt", "komt_niet", "plaatsvervanger"] as const;
/** Whether somebody comes. @public */
export type Aanwezigheid = {
  readonly overlegId: OverlegId;
  readonly persoonId: PersoonId;
  readonly antwoord: (typeof aanwezigheidAntwoorden)[number];
  readonly doorId: PersoonId;
};
