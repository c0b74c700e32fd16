import type { CasusId } from "../domain/casus/casus.js";
import type { Noodtoegang } from "../domain/delen/noodtoegang.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Casusexport } from "../domain/rechten/casusexport.js";
import type { Inzageverzoek } from "../domain/rechten/inzageverzoek.js";
import type { Dag } from "../domain/tijd/dag.js";

export type RechtenChange =
  | { readonly soort: "noodtoegang_nieuw"; readonly noodtoegang: Noodtoegang }
  | { readonly soort: "casusexport_nieuw"; readonly casusexport: Casusexport }
  /** @property token of the link that works from now on; only a digest of it is kept. Without it no link works. */
  | { readonly soort: "casusexport"; readonly casusexport: Casusexport; readonly token?: string }
  | { readonly soort: "inzageverzoek_nieuw"; readonly inzageverzoek: Inzageverzoek }
  | { readonly soort: "inzageverzoek"; readonly inzageverzoek: Inzageverzoek }
  /** Those that were answered before this day go, with their keys. */
  | { readonly soort: "inzageverzoeken_weg"; readonly voor: Dag };

export interface RechtenStore {
  findNoodtoegang(id: string): Promise<Noodtoegang | undefined>;
  /** To this casus, that run at that moment. */
  noodtoegangenTot(casusId: CasusId, now: Date): Promise<readonly Noodtoegang[]>;
  /** Of this person, that run at that moment. */
  noodtoegangenVan(persoonId: PersoonId, now: Date): Promise<readonly Noodtoegang[]>;
  findCasusexport(id: string): Promise<Casusexport | undefined>;
  /** That waits for a yes or no. */
  openCasusexport(casusId: CasusId, vanId: PersoonId): Promise<Casusexport | undefined>;
  findCasusexportBij(token: string): Promise<Casusexport | undefined>;
  findInzageverzoek(id: string): Promise<Inzageverzoek | undefined>;
  openInzageverzoekVan(vanId: PersoonId): Promise<Inzageverzoek | undefined>;
  /** That wait for one of these contact points, the first due first. */
  openInzageverzoekenBij(contactIds: readonly PersoonId[]): Promise<readonly Inzageverzoek[]>;
}
