import type { LijstStatus } from "../domain/overleg/verloop.js";
import type { Knop, RegioNaam } from "./gegevens.js";

type Wanneer = { readonly tafel: RegioNaam; readonly begin: Date; readonly eind: Date };
/** How far a besluitenlijst is; message keys `lijst_stand.${stand}`. */
export type LijstStand = Exclude<LijstStatus, "geen"> | "verbeterd";

/** The besluitenlijsten of one person, the last first. @property meer how many follow. */
export type BesluitenGegevens = {
  readonly rijen: readonly (Wanneer & { readonly stand: LijstStand; readonly knoppen: readonly Knop[] })[];
  readonly now: Date;
  readonly knoppen: readonly Knop[];
};

/** The private card of one besluitenlijst: that it is there and how far it is. @property vastgesteldOp when it was set. */
export type BesluitenlijstGegevens = Wanneer & {
  readonly stand: LijstStand;
  readonly vastgesteldOp?: Date;
  readonly now: Date;
  readonly knoppen: readonly Knop[];
};

/** What goes with a file, when it does not come. */
export type BestandGegevens = Wanneer & { readonly now: Date; readonly knoppen: readonly Knop[] };

/** A link that works once; only for who asked. */
export type DocumentLinkGegevens = { readonly link: string; readonly minuten: number };
