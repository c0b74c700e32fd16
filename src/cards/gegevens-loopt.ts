import type { AgendaRegel } from "../domain/overleg/agenda.js";
import type { Knop, RegioNaam } from "./gegevens.js";

/** The card from which a meeting is led, for voorzitter and secretaris: codes, titles that the agenda shows, and who is missing. */
export type OverlegLooptGegevens = {
  readonly tafel: RegioNaam;
  readonly begin: Date;
  readonly eind: Date;
  readonly knoppen: readonly Knop[];
} & (
  | { readonly stand: "klaar" | "gesloten" | "vervallen" }
  | {
      readonly stand: "loopt";
      readonly punt: AgendaRegel;
      readonly totaal: number;
      /** Points that still wait, this one included. */
      readonly over: number;
      /** When the time for this point is up. */
      readonly tot: Date;
      /** Invited to this point and not in the room; nobody when it is besloten. */
      readonly mist: readonly { readonly organisatie: RegioNaam; readonly functie: RegioNaam }[];
      readonly besluiten: number;
      readonly acties: number;
    }
);
