import type { AccountRef, GemeenteId, OrganisatieId, PersoonId, RolNaam, Taal } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";

/** A person of the region as the file says. @property taal only a start: a person's own choice is kept. */
export type RegioPersoon = {
  readonly id: PersoonId;
  readonly naam: string;
  readonly functie: string;
  readonly organisatieId: OrganisatieId;
  /** Empty: somebody without account. */
  readonly email: string;
  readonly telefoon?: string;
  readonly taal?: Taal;
  readonly plaatsvervangerId?: PersoonId;
  readonly rollen: readonly { readonly rol: RolNaam; readonly gemeenteId?: GemeenteId }[];
};

/** An account that the file names. @property gast only let in when the platform says guest; linked at its first use. */
export type RegioAccount = AccountRef & { readonly persoonId: PersoonId; readonly gast: boolean };

/** The whole region: what is not in it any more, stops. @property inrichtingen only for tafels that have none yet: what people changed from chat wins. */
export type RegioImport = {
  readonly regio: Regio;
  readonly personen: readonly RegioPersoon[];
  readonly accounts: readonly RegioAccount[];
  readonly inrichtingen: readonly TafelInrichting[];
};

/**
 * What was made from chat, beside the file. @property tafels kept, with the id by which the file may take one over. @property kanalen and
 * mensen kept. @property overgenomen tafels and channels that the file names from now on. @property gestopt tafels of the file that were ended from chat.
 */
export type UitChat = {
  readonly tafels: readonly { readonly id: string; readonly naam: string }[];
  readonly kanalen: number;
  readonly mensen: number;
  readonly overgenomen: number;
  readonly gestopt: readonly string[];
};

/** @property overgedragen signalen, vragen and casussen that went to a deputy; @property blijftLiggen those of somebody who left without an active deputy. */
export type ImportResult = {
  readonly nieuw: number;
  readonly gewijzigd: number;
  readonly gestopt: number;
  readonly overgedragen: number;
  readonly blijftLiggen: number;
  /** Absent: nothing was made from chat. */
  readonly uitChat?: UitChat;
};

/** Stores the region in one transaction; the same file twice changes nothing. */
export type ImportRegio = (regio: RegioImport) => Promise<ImportResult>;
