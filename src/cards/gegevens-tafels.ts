import type { Brand } from "../domain/brand.js";
import type { Overleg } from "../domain/overleg/overleg.js";
import type { RoosterDag } from "../domain/tafel/rooster.js";
import type { Rooster, TafelRol } from "../domain/tafel/tafel.js";
import type { Dag } from "../domain/tijd/dag.js";
import type { Knop, RegioNaam } from "./gegevens.js";

/** Where a tafel meets, checked to hold nothing that points to a person. */
export type OverlegPlaats = Brand<string, "OverlegPlaats">;

/** Tafels of one person: which, what he is there, and when it meets next. */
export type TafelsGegevens = {
  readonly rijen: readonly {
    readonly tafel: RegioNaam;
    readonly rollen: readonly TafelRol[];
    /** Absent: nobody has set it up yet. */
    readonly rooster?: Rooster;
    readonly volgende?: Date;
    readonly plaats?: OverlegPlaats;
    /** It stopped then. */
    readonly beeindigdOp?: Date;
    readonly knoppen: readonly Knop[];
  }[];
  readonly now: Date;
  readonly knoppen: readonly Knop[];
};

/** A word in a channel about the tafel that it belongs to; message keys `kanaalbericht.${variant}.titel|tekst`. */
export type KanaalBerichtGegevens = { readonly variant: "gekoppeld" | "stopt"; readonly tafel: RegioNaam; readonly knoppen: readonly Knop[] };

/** The overleggen of one tafel that are still to come. */
export type OverleggenGegevens = {
  readonly tafel: RegioNaam;
  readonly rijen: readonly {
    readonly soort: Overleg["soort"];
    readonly begin: Date;
    readonly eind: Date;
    /** Absent, or the day by the rooster from which it was moved. */
    readonly van?: Dag;
    readonly plaats?: OverlegPlaats;
    readonly schoolvakantie: boolean;
    readonly knoppen: readonly Knop[];
  }[];
  readonly now: Date;
  readonly knoppen: readonly Knop[];
};

type Wanneer = { readonly tafel: RegioNaam; readonly begin: Date; readonly eind: Date; readonly plaats?: OverlegPlaats; readonly link?: OverlegPlaats };

/** Who got or lost a chair of a tafel reads this. */
export const stoelBerichten = ["voorzitter_erbij", "voorzitter_af", "secretaris_erbij", "secretaris_af"] as const;
type StoelBericht = (typeof stoelBerichten)[number];

/** A private word about an overleg, a rooster or a chair; message keys `overleg.${variant}.titel|tekst`. */
export type OverlegGegevens = (
  | ({ readonly variant: "verzet"; readonly van: Dag } & Wanneer)
  | ({ readonly variant: "vervallen" | "extra" | "spoed" | "te_laat_gevraagd" } & Wanneer)
  | ({ readonly variant: "bezetting"; readonly status: "open" | "gaat_door" | "verzet" | "vervallen" } & Wanneer)
  | { readonly variant: StoelBericht; readonly tafel: RegioNaam }
  | { readonly variant: "rooster"; readonly tafel: RegioNaam; readonly rooster: Rooster; readonly begin?: Date }
  | { readonly variant: "stopt"; readonly tafel: RegioNaam }
) & { readonly now: Date; readonly knoppen: readonly Knop[] };

/** The dates that a form leads to, before it is saved. */
export type RoosterProefGegevens = {
  readonly tafel: RegioNaam;
  readonly rooster: Rooster;
  readonly dagen: readonly RoosterDag[];
  readonly now: Date;
  readonly knoppen: readonly Knop[];
};

/** A person's calendar link. @property link the address, shown once, when it was just made. */
export type AgendaLinkGegevens = { readonly tafel: RegioNaam; readonly sinds?: Date; readonly link?: string; readonly knoppen: readonly Knop[] };
