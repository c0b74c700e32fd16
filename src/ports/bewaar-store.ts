import type { Dossiersoort, Vernietiging, Vernietigingsstop } from "../domain/bewaren/vernietiging.js";
import type { Casus, CasusId } from "../domain/casus/casus.js";
import type { Agendapunt } from "../domain/overleg/agendapunt.js";
import type { Verloop } from "../domain/overleg/verloop.js";
import type { GemeenteId, PersoonId, Platform } from "../domain/persoon/persoon.js";
import type { TafelId } from "../domain/regio/regio.js";
import type { Signaal, SignaalId } from "../domain/signaal/signaal.js";
import type { Dag } from "../domain/tijd/dag.js";
import type { Intent } from "./work.js";

export type BewaarChange =
  | { readonly soort: "vernietiging_nieuw"; readonly vernietiging: Vernietiging }
  | { readonly soort: "vernietiging"; readonly vernietiging: Vernietiging }
  | { readonly soort: "stop_nieuw"; readonly stop: Vernietigingsstop }
  | { readonly soort: "stop"; readonly stop: Vernietigingsstop }
  /** Empties everything that is sealed with the keys of these owners, and ends what still waits about them. Goes with `sleutel_weg`. */
  | { readonly soort: "inhoud_weg"; readonly owners: readonly string[] }
  /** These posted cards must give way to a neutral line; the intent that does so is in the same plan. */
  | { readonly soort: "kaarten_weg"; readonly ids: readonly string[] }
  /** Somebody removed this card by hand, where the chat refused. */
  | { readonly soort: "kaart_is_weg"; readonly id: string };

/** A card that stands in a chat. @property code what it was about, when that still can be told. */
export type GeplaatsteKaart = { readonly id: string; readonly kind: string; readonly to: Intent["to"] };
/** One that a chat keeps. @property gestopt the chat refused for good; else we are still trying. */
export type BlijvendeKaart = GeplaatsteKaart & { readonly platform: Platform; readonly sinds: Date; readonly gestopt: boolean };

/** What hangs on it under a key of its own: actiepunten that were agreed at its point, and points about its actiepunten. */
export type Aanhang = {
  readonly acties: readonly { readonly id: string; readonly code: string }[];
  /** Sealed with a key of their own. */
  readonly agendapuntIds: readonly string[];
  /** Where it stood on the agenda. */
  readonly overlegIds: readonly string[];
};
export type Stil = { readonly soort: Dossiersoort; readonly code: string; readonly gemeenteId: GemeenteId; readonly sinds: Date };

export interface BewaarStore {
  /**
   * Removes what only the bot itself had to know, in steps that are each stored: deliveries from before `bezorgdVoor`, and messages that were sent,
   * cards that gave way and moments that were done before `klaarVoor`.
   */
  wisTechniek(bezorgdVoor: Date, klaarVoor: Date): Promise<void>;
  /** Whose term ended before this day, the longest ago first. */
  verlopenSignalen(voor: Dag, gemeenten: readonly GemeenteId[], limit: number): Promise<readonly Signaal[]>;
  verlopenCasussen(voor: Dag, gemeenten: readonly GemeenteId[], limit: number): Promise<readonly Casus[]>;
  findVernietiging(id: string): Promise<Vernietiging | undefined>;
  /** The last decided first, else the longest waiting. */
  vernietigingen(status: Vernietiging["status"], gemeenten: readonly GemeenteId[], limit: number): Promise<readonly Vernietiging[]>;
  /** Not taken off. @param over ids of signalen and casussen; absent: of all. */
  openStoppen(gemeenten: readonly GemeenteId[], over?: readonly string[]): Promise<readonly Vernietigingsstop[]>;
  aanhangVan(signaalIds: readonly SignaalId[], casusId: CasusId | undefined): Promise<Aanhang>;
  verlopenVan(tafelIds: readonly TafelId[]): Promise<readonly Verloop[]>;
  puntenVan(overlegIds: readonly string[]): Promise<readonly Agendapunt[]>;
  /** Posted cards about these, with the questions and requests about them, that were not asked to go yet. */
  kaartenOver(objectIds: readonly string[]): Promise<readonly GeplaatsteKaart[]>;
  /** The same of what was closed before then, and of bundles from before then. */
  kaartenVanKlaar(voor: Date, limit: number): Promise<readonly GeplaatsteKaart[]>;
  /** Asked to go before then and still there, or refused. */
  blijvendeKaarten(voor: Date, limit: number): Promise<readonly BlijvendeKaart[]>;
  findBlijvendeKaart(id: string): Promise<BlijvendeKaart | undefined>;
  /** Owners whose key is gone and whose rows are back, out of a backup from before. */
  halfVernietigd(limit: number): Promise<readonly string[]>;
  /** Open, and without a step since then; the longest first, without what this reader is kept out of. */
  stille(voor: Date, gemeenten: readonly GemeenteId[], lezer: PersoonId, limit: number): Promise<readonly Stil[]>;
}
