import type { AgendaRegel } from "../domain/overleg/agenda.js";
import type { Knop, RegioNaam } from "./gegevens.js";
import type { OverlegPlaats } from "./gegevens-tafels.js";

type Wanneer = { readonly tafel: RegioNaam; readonly begin: Date; readonly eind: Date; readonly plaats?: OverlegPlaats; readonly link?: OverlegPlaats };

/** What the fixed points tell: numbers and days only. */
export type AgendaFeiten = {
  readonly acties: number;
  readonly teLaat: number;
  readonly vorige?: Date;
  readonly nieuw: number;
  readonly terugkoppeling: number;
  readonly volgende?: Date;
};

/** An agenda, the same for every reader of a channel. @property voorU the points of one reader, in private only. */
export type AgendaGegevens = Wanneer & {
  readonly stand: "concept" | "agenda" | "gewijzigd" | "loopt" | "vervallen" | "voorbij";
  readonly komen: number;
  readonly totaal: number;
  readonly regels: readonly AgendaRegel[];
  readonly feiten: AgendaFeiten;
  readonly voorU?: readonly number[];
  readonly now: Date;
  readonly knoppen: readonly Knop[];
};

/** Who is missing, and at which points he was expected. */
export type Afwezige = { readonly organisatie: RegioNaam; readonly functie: RegioNaam; readonly punten: readonly number[] };

/** A private word about an agenda; message keys `agendabericht.${variant}.titel|tekst`, or `agendabericht.${variant}.${status}`. */
export type AgendaBerichtGegevens = Wanneer & {
  readonly now: Date;
  readonly knoppen: readonly Knop[];
} & (
    | { readonly variant: "uitnodiging"; readonly punten: readonly number[]; readonly doetMee: boolean }
    | { readonly variant: "inbreng_laat"; readonly status: "open" | "toegelaten" | "voorbij" }
    | { readonly variant: "voorstel"; readonly status: "open" | "voorbij" | "gepland" | "vervallen" }
    | { readonly variant: "afwezig"; readonly afwezigen: readonly Afwezige[] }
    | { readonly variant: "te_weinig"; readonly status: "open" | "genoeg"; readonly over: number; readonly minimaal: number }
    | {
        readonly variant:
          | "herinnering"
          | "doorgeschoven"
          | "wacht_op_overleg"
          | "uitgesteld"
          | "toegelaten"
          | "vervangt"
          | "samengevoegd"
          | "gepland"
          | "voorstel_wacht"
          | "gemist"
          | "correctie"
          | "correctie_verwerkt";
      }
  );
