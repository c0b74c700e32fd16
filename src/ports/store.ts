import type { Actiepunt } from "../domain/actiepunt/actiepunt.js";
import type { Casus, CasusId } from "../domain/casus/casus.js";
import type { CasusCode, SignaalCode } from "../domain/code.js";
import type { AccountRef, GemeenteId, OrganisatieId, Persoon, PersoonId, Platform, RolNaam } from "../domain/persoon/persoon.js";
import type { GrondSoort } from "../domain/regio/grondslag.js";
import type { ChannelId, Regio } from "../domain/regio/regio.js";
import type { Result } from "../domain/result.js";
import type { Overdracht, Signaal, SignaalId, Stap, Vraag, VraagId } from "../domain/signaal/signaal.js";
import type { ActieStore } from "./actie-store.js";
import type { AgendaChange, AgendaStore } from "./agenda-store.js";
import type { BewaarChange, BewaarStore } from "./bewaar-store.js";
import type { BezorgingChange, BezorgingStore, DubbelChange, PubliekChange } from "./bezorging-store.js";
import type { Address } from "./chat.js";
import type { InzageStore } from "./inzage-store.js";
import type { RechtenChange, RechtenStore } from "./rechten-store.js";
import type { RegioChange } from "./regio-store.js";
import type { TafelChange, TafelStore } from "./tafel-store.js";
import type { DueMoment, Intent, MomentSoort } from "./work.js";

/** An account that was linked. @property gast named in the region file as gast. */
export type Account = {
  readonly ref: AccountRef;
  readonly persoonId: PersoonId;
  readonly linkedOp: Date;
  readonly gast: boolean;
  readonly address?: Address;
  readonly laatstGebruiktOp: Date;
};

/** Changes carry the version they expect; the whole plan falls when one of them moved on. */
export type Change =
  | { readonly soort: "signaal_nieuw"; readonly signaal: Signaal }
  | { readonly soort: "signaal"; readonly signaal: Signaal }
  | { readonly soort: "stap"; readonly stap: Stap }
  | { readonly soort: "vraag_nieuw"; readonly vraag: Vraag }
  | { readonly soort: "vraag"; readonly vraag: Vraag }
  | { readonly soort: "overdracht_nieuw"; readonly overdracht: Overdracht }
  | { readonly soort: "overdracht"; readonly overdracht: Overdracht }
  | { readonly soort: "casus_nieuw"; readonly casus: Casus }
  | { readonly soort: "casus"; readonly casus: Casus }
  | { readonly soort: "actiepunt_nieuw"; readonly actiepunt: Actiepunt }
  | { readonly soort: "actiepunt"; readonly actiepunt: Actiepunt }
  | RegioChange
  | TafelChange
  | AgendaChange
  | BewaarChange
  | BezorgingChange
  | DubbelChange
  | PubliekChange
  | RechtenChange
  /** @property uitChat added at a tafel, for who has no account: an import keeps him. */
  | { readonly soort: "persoon_nieuw"; readonly persoon: Persoon; readonly uitChat?: true }
  | { readonly soort: "account"; readonly account: Account }
  | { readonly soort: "taal"; readonly persoonId: PersoonId; readonly taal: "nl" | "en" }
  /** What somebody heard after a delivery that was handled; of one that was not, nothing is kept. */
  | { readonly soort: "beantwoord"; readonly delivery: string; readonly antwoord: Antwoord }
  /** Destroys the key of a signaal, casus or object: what was sealed with it can never be read again, and nothing new can be written. */
  | { readonly soort: "sleutel_weg"; readonly owner: string };

/** That a key was destroyed. @property kopieOp since when no backup can be read either: the first backup of keys after it. Absent: none was made yet. */
export type SleutelBewijs = { readonly owner: string; readonly vernietigdOp: Date; readonly kopieOp?: Date };

/** One line of the audit trail: codes and ids only, never content. */
export type AuditLine = {
  readonly wie: PersoonId | "systeem" | "onbekend";
  readonly actie: string;
  readonly object: string;
  readonly resultaat: "gedaan" | "gezien" | "geweigerd";
  readonly herkomst: string;
  /** Its kind; what was typed is content. */
  readonly grondslag?: GrondSoort;
};

/** The act that a plan belongs to. @property id of W3C Trace Context: 32 hexadecimal characters, the same in audit trail, Logboek and log. */
export type Trace = { readonly id: string; readonly begonOp: Date };

/** Change, audit, outgoing messages and due moments: stored together or not at all. */
export type Plan = {
  readonly trace?: Trace;
  /** The inbound delivery that this plan answers, with the object a repeat may show. */
  readonly delivery?: { readonly key: string; readonly object?: string };
  readonly changes?: readonly Change[];
  readonly audit?: readonly AuditLine[];
  readonly intents?: readonly Intent[];
  readonly moments?: readonly DueMoment[];
  /** Open moments of this kind on this object are done with. */
  readonly doneMoments?: readonly { readonly soort: MomentSoort; readonly objectId: string }[];
};

/** An account and the person it is linked to. */
export type Gelinkt = { readonly account: Account; readonly persoon: Persoon };
/** What one person heard. @property zin empty when a card changed and there was nothing to say. */
export type Antwoord = { readonly aanId: PersoonId; readonly zin: string };
/** A delivery that was handled before, what it was about, and what was said, where that was kept. */
export type Earlier = { readonly object?: string; readonly antwoord?: Antwoord };
/** @property gelinkt whose account it is. @property earlier the delivery was handled before. */
export type Opening = { readonly gelinkt?: Gelinkt; readonly earlier?: Earlier; readonly regio: Regio };

/** `eerder`: somebody else changed one of the objects first. `herhaald`: this delivery was handled before. `code_bezet`: a new code stands for something else already. */
export type CommitError = "eerder" | "herhaald" | "code_bezet";

export interface Store extends ActieStore, AgendaStore, BewaarStore, BezorgingStore, InzageStore, RechtenStore, TafelStore {
  /** Stores a plan in one transaction. In a change, `version` is the version that was read; the store writes version + 1. */
  commit(plan: Plan): Promise<Result<void, CommitError>>;

  /** What an act begins with, in one way to the database. @param delivery the key of what came in. */
  readOpening(ref: AccountRef, delivery: string): Promise<Opening>;
  readRegio(): Promise<Regio>;
  /** Who accounts of one workspace or tenant are linked to; who is not linked is left out. */
  findGelinkten(waar: Pick<AccountRef, "platform" | "tenant">, userIds: readonly string[]): Promise<readonly Gelinkt[]>;
  accountsVan(persoonId: PersoonId): Promise<readonly Account[]>;
  readPersoon(id: PersoonId): Promise<Persoon>;
  readPersonen(ids: readonly PersoonId[]): Promise<readonly Persoon[]>;
  /** Active people of the region whose e-mail is this one, case-insensitively; more than one is ambiguous. */
  personenMetEmail(email: string): Promise<readonly Persoon[]>;
  /** Active people of the region who hold the role for this gemeente (region-wide holders included; deputies only with `ookNamens`). */
  personenMetRol(rol: RolNaam, gemeenteId?: GemeenteId, ookNamens?: boolean): Promise<readonly Persoon[]>;
  personenVan(organisatieIds: readonly OrganisatieId[]): Promise<readonly Persoon[]>;
  /** Whether the account is named in the region file as gast. */
  isNamedGast(ref: AccountRef): Promise<{ readonly persoonId: PersoonId } | undefined>;

  findDelivery(key: string): Promise<Earlier | undefined>;
  /** What was said after a delivery that was handled. It is kept a moment after what the delivery did: waits for it, for half a second at most. */
  awaitAntwoord(key: string): Promise<Antwoord | undefined>;

  findSignaal(code: SignaalCode): Promise<Signaal | undefined>;
  readSignaal(id: SignaalId): Promise<Signaal>;
  /** Newest first. */
  signalenVanMelder(melderId: PersoonId, limit: number): Promise<readonly Signaal[]>;
  /** Open signalen of these gemeenten, oldest first. */
  openSignalen(gemeenteIds: readonly GemeenteId[], limit: number): Promise<readonly Signaal[]>;
  signalenVanCasus(casusId: CasusId): Promise<readonly Signaal[]>;
  stappenVan(signaalId: SignaalId): Promise<readonly Stap[]>;

  readVraag(id: VraagId): Promise<Vraag>;
  findVraag(id: string): Promise<Vraag | undefined>;
  vragenVan(signaalId: SignaalId): Promise<readonly Vraag[]>;
  openVragenAan(persoonIds: readonly PersoonId[]): Promise<readonly Vraag[]>;

  findOverdracht(id: string): Promise<Overdracht | undefined>;
  openOverdrachtenNaar(gemeenteIds: readonly GemeenteId[]): Promise<readonly Overdracht[]>;
  openOverdrachtVan(signaalId: SignaalId): Promise<Overdracht | undefined>;

  findCasus(code: CasusCode): Promise<Casus | undefined>;
  readCasus(id: CasusId): Promise<Casus>;
  /** Of which one of them has the regie or is asked for it: not closed, the longest open first. */
  casussenMetRegie(persoonIds: readonly PersoonId[]): Promise<readonly Casus[]>;

  /** Proof that the key of this owner was destroyed; absent when it was not. */
  findSleutelBewijs(owner: string): Promise<SleutelBewijs | undefined>;

  /** Address of a channel, once the bot has met it. */
  channelAddress(id: ChannelId): Promise<Address | undefined>;
  /** A channel in which somebody spoke to the bot, by what the chat calls it. */
  findMetChannel(platform: Platform, tenant: string, conversationId: string): Promise<Address | undefined>;
}
