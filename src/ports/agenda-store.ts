import type { ActiepuntId } from "../domain/actiepunt/actiepunt.js";
import type { CasusId } from "../domain/casus/casus.js";
import type { DocumentVorm } from "../domain/document.js";
import type { Agenda } from "../domain/overleg/agenda.js";
import type { Agendapunt } from "../domain/overleg/agendapunt.js";
import type { Aanwezigheid, Overleg, OverlegId } from "../domain/overleg/overleg.js";
import type { LijstStatus, Verloop } from "../domain/overleg/verloop.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { TafelId } from "../domain/regio/regio.js";
import type { SignaalId } from "../domain/signaal/signaal.js";

export type AgendaChange =
  | { readonly soort: "agendapunt_nieuw"; readonly agendapunt: Agendapunt }
  | { readonly soort: "agendapunt"; readonly agendapunt: Agendapunt }
  | { readonly soort: "agenda_nieuw"; readonly agenda: Agenda }
  | { readonly soort: "agenda"; readonly agenda: Agenda }
  | { readonly soort: "verloop_nieuw"; readonly verloop: Verloop }
  | { readonly soort: "verloop"; readonly verloop: Verloop }
  /** Takes the place of what this person said before. */
  | { readonly soort: "aanwezigheid"; readonly aanwezigheid: Aanwezigheid }
  /** The meeting is on another day: everybody answers anew. */
  | { readonly soort: "aanwezigheid_weg"; readonly overlegId: OverlegId }
  /** An earlier link of this person to this list stops. */
  | { readonly soort: "document_link"; readonly link: DocumentLink; readonly token: string }
  /** It was used: the plan falls when somebody was first. */
  | { readonly soort: "document_link_gebruikt"; readonly token: string };

/** A link to one file that works once. Only a digest of the token is kept. */
export type DocumentLink = { readonly persoonId: PersoonId; readonly overlegId: OverlegId; readonly vorm: DocumentVorm; readonly verlooptOp: Date };

/** Whose besluitenlijsten: of tafels where he leads, of those where he sits (not of an overleg for others alone), and where he or who he acts for was invited. */
export type LijstZoek = {
  readonly leidt: readonly TafelId[];
  readonly zit: readonly TafelId[];
  readonly personen: readonly PersoonId[];
  /** Himself: also where he brought in a point. */
  readonly zelf: PersoonId;
};
export type LijstRegel = { readonly overleg: Overleg; readonly lijst: LijstStatus };

export type Cijfers = Readonly<Record<"signalen" | "vermoeden" | "anders" | "lopend" | "afgesloten", number>>;

export interface AgendaStore {
  findAgendapunt(id: string): Promise<Agendapunt | undefined>;
  /** Not withdrawn, in order. */
  agendapuntenVan(overlegId: OverlegId): Promise<readonly Agendapunt[]>;
  /** Where it stands on an agenda, or waits for one. */
  openAgendapunten(
    over: { readonly casusId: CasusId } | { readonly signaalId: SignaalId } | { readonly actiepuntId: ActiepuntId },
  ): Promise<readonly Agendapunt[]>;
  /** Points of this tafel that were not treated or withdrawn. */
  openPuntenVanTafel(tafelId: TafelId): Promise<readonly Agendapunt[]>;
  /** The point at which the tafel last treated this casus. */
  laatstBehandeld(casusId: CasusId): Promise<Agendapunt | undefined>;
  /** Every point about this casus that there ever was. */
  agendapuntenVanCasus(casusId: CasusId): Promise<readonly Agendapunt[]>;
  /** Points of agendas that were sent to which one of these people is invited. */
  puntenVoor(persoonIds: readonly PersoonId[]): Promise<readonly Agendapunt[]>;
  agendaVan(overlegId: OverlegId): Promise<Agenda | undefined>;
  verloopVan(overlegId: OverlegId): Promise<Verloop | undefined>;
  /** Overleggen of these tafels that were held, the last first. */
  gehoudenOverleggen(tafelIds: readonly TafelId[], limit: number): Promise<readonly Overleg[]>;
  /** Held overleggen with their besluitenlijst, the last first. */
  besluitenlijsten(zoek: LijstZoek, limit: number, vanaf: number): Promise<readonly LijstRegel[]>;
  /** Every point that was brought in about the casus and not withdrawn, the last treated first. */
  agendapuntenOver(casusId: CasusId): Promise<readonly Agendapunt[]>;
  findDocumentLink(token: string): Promise<DocumentLink | undefined>;
  aanwezigheidVan(overlegId: OverlegId): Promise<readonly Aanwezigheid[]>;
  /** The last overleg of the tafel that began before then and was not cancelled. */
  vorigeOverleg(tafelId: TafelId, voor: Date): Promise<Overleg | undefined>;
  /** Signalen that came in since then. */
  telNieuweSignalen(sinds: Date): Promise<number>;
  /** Numbers of the region: what came in and was judged or closed since then, and the casussen that run now. */
  cijfers(sinds: Date): Promise<Cijfers>;
  /** Signalen of casussen of this tafel whose melder still waits because his feedback is held. */
  telAangehouden(tafelId: TafelId): Promise<number>;
}
