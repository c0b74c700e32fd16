import type { Overleg } from "../domain/overleg/overleg.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { TafelId } from "../domain/regio/regio.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import type { Dag } from "../domain/tijd/dag.js";

/** A form of which the dates were shown and that is not saved yet; one per person and tafel. */
export type InrichtingConcept = {
  readonly id: string;
  readonly tafelId: TafelId;
  readonly doorId: PersoonId;
  readonly velden: Readonly<Record<string, string>>;
};

/** A person's calendar link for a tafel. Only a digest of the token is kept. */
export type AgendaFeed = { readonly persoonId: PersoonId; readonly tafelId: TafelId; readonly gemaaktOp: Date };

export type TafelChange =
  | { readonly soort: "inrichting_nieuw"; readonly inrichting: TafelInrichting }
  | { readonly soort: "inrichting"; readonly inrichting: TafelInrichting }
  /** Takes the place of an earlier one of the same person. */
  | { readonly soort: "inrichting_concept"; readonly concept: InrichtingConcept }
  | { readonly soort: "inrichting_concept_weg"; readonly concept: Pick<InrichtingConcept, "tafelId" | "doorId"> }
  | { readonly soort: "overleg_nieuw"; readonly overleg: Overleg }
  | { readonly soort: "overleg"; readonly overleg: Overleg }
  /** The link that was there stops. */
  | { readonly soort: "agenda_feed"; readonly feed: AgendaFeed; readonly token: string }
  | { readonly soort: "agenda_feed_weg"; readonly feed: Pick<AgendaFeed, "persoonId" | "tafelId"> };

export interface TafelStore {
  inrichtingVan(tafelId: TafelId): Promise<TafelInrichting | undefined>;
  inrichtingen(): Promise<readonly TafelInrichting[]>;
  findInrichtingConcept(tafelId: TafelId, doorId: PersoonId): Promise<InrichtingConcept | undefined>;

  findOverleg(id: string): Promise<Overleg | undefined>;
  /** That wait for the tafelbeheerder, whatever their day. */
  voorgesteldeOverleggen(tafelId: TafelId): Promise<readonly Overleg[]>;
  /** Planned and not cancelled, ending after `vanaf`, soonest first. */
  komendeOverleggen(tafelId: TafelId, vanaf: Date, limit: number): Promise<readonly Overleg[]>;
  /** Of each tafel the first that is not over and not cancelled. */
  eersteOverleggen(tafelIds: readonly TafelId[], vanaf: Date): Promise<readonly Overleg[]>;
  /** Regular overleggen with a planned day from this one on, cancelled ones included. */
  geplandeOverleggen(tafelId: TafelId, vanaf: Dag): Promise<readonly Overleg[]>;

  findAgendaFeed(token: string): Promise<AgendaFeed | undefined>;
  agendaFeedVan(persoonId: PersoonId, tafelId: TafelId): Promise<AgendaFeed | undefined>;
}
