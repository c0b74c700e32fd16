import type { Brand } from "../brand.js";
import type { CasusId } from "../casus/casus.js";
import type { SignaalCode } from "../code.js";
import type { GemeenteId, OrganisatieId, PersoonId, Platform } from "../persoon/persoon.js";
import type { ConvenantId } from "../regio/regio.js";
import type { Dag } from "../tijd/dag.js";
import type { SignaalStatus, TransitionName } from "./signaal.status.js";

export type SignaalId = Brand<string, "SignaalId">;
export type StapId = Brand<string, "StapId">;
export type VraagId = Brand<string, "VraagId">;

export const opgemerktBij = ["balie", "controle", "huisbezoek", "school", "zorg", "anders"] as const;
export const meldcodeAntwoorden = ["ja", "nee", "weet_niet"] as const;
export const leeftijden = ["minderjarig", "meerderjarig", "onbekend"] as const;
export const genders = ["man", "vrouw", "transgender", "onbekend"] as const;
export const herkomsten = ["nederlands", "eu", "niet_eu", "onbekend"] as const;
export const contexten = ["georganiseerd", "huiselijke_kring", "onbekend"] as const;

/** What the melder wrote and what was added: sealed at rest, shown only on demand. */
export type SignaalInhoud = {
  readonly gezienOp: Dag;
  readonly opgemerkt: (typeof opgemerktBij)[number];
  readonly omschrijving: string;
  readonly meldcode: (typeof meldcodeAntwoorden)[number];
  readonly adres?: string;
  readonly bedrijf?: string;
  readonly personen?: string;
  /** Codes of the region's list of forms. */
  readonly vorm?: string;
  readonly leeftijd?: (typeof leeftijden)[number];
  readonly gender?: (typeof genders)[number];
  readonly herkomst?: (typeof herkomsten)[number];
  readonly context?: (typeof contexten)[number];
  readonly aanvullingen: readonly Aanvulling[];
  readonly verrijking?: Verrijking;
};
/** What is left when it was destroyed. */
export const legeInhoud = (gezienOp: Dag): SignaalInhoud => ({ gezienOp, opgemerkt: "anders", omschrijving: "", meldcode: "weet_niet", aanvullingen: [] });
export type Aanvulling = { readonly op: string; readonly doorId: PersoonId; readonly tekst: string };
export type Verrijking = {
  readonly grondslag: string;
  readonly adresGecontroleerd: boolean;
  readonly eerdereInterventies?: string;
  readonly overig?: string;
};

export type Acuut = { readonly op: Date; readonly doorId: PersoonId; readonly belde112: "ik" | "ander" | "niemand" | "onbekend" };

export type Signaal = {
  readonly id: SignaalId;
  readonly code: SignaalCode;
  readonly version: number;
  readonly status: SignaalStatus;
  readonly gemeenteId: GemeenteId;
  readonly melderId: PersoonId;
  /** The chat on which it came in; where the melder hears back unless he has used another since. */
  readonly platform: Platform;
  readonly ontvangenOp: Date;
  readonly acuut?: Acuut;
  readonly behandelaarId?: PersoonId;
  readonly opgepaktOp?: Date;
  /** The day by which the melder hears more. */
  readonly beloofdVoor: Dag;
  /** Feedback waits until this day; the melder reads that we are still at it. */
  readonly aangehoudenTot?: Dag;
  /** Day on which a signaal that was not versterkt comes back by itself. */
  readonly herzienOp?: Dag;
  /** The last day of its term, while its status has one. */
  readonly bewarenTot?: Dag;
  readonly intrekkingGevraagdOp?: Date;
  /** Whose channels hold its card. */
  readonly bijMeldpunt: boolean;
  readonly bijAandachtsfunctionaris: boolean;
  readonly casusId?: CasusId;
  readonly dubbelVanId?: SignaalId;
  /** Who is kept out; equal on the casus and each of its signalen. */
  readonly uitgesloten?: readonly PersoonId[];
  readonly inhoud: SignaalInhoud;
  /** Its content is gone for good since then; nothing of it is left in inhoud. */
  readonly vernietigdOp?: Date;
};

/** One step of its path, kept for ever; reasons are content. */
export type Stap = {
  readonly id: StapId;
  readonly signaalId: SignaalId;
  readonly name:
    | TransitionName
    | "oppakken"
    | "acuut"
    | "aanvullen"
    | "intrekking_gevraagd"
    | "regie_aanvaard"
    | "aanhouden"
    | "overdracht_gevraagd"
    | "overdracht_geweigerd"
    | "aan_tafel_besproken"
    | "antwoord"
    | "buiten_houden"
    | "andere_route_gevraagd"
    | "andere_route_geweigerd"
    | "andere_route_ingetrokken"
    | "fase"
    | "toestemming";
  readonly from: SignaalStatus | "nieuw";
  readonly to: SignaalStatus;
  readonly doorId: PersoonId | "systeem";
  readonly op: Date;
  readonly inhoud: Readonly<Record<string, string>>;
};

export const vraagAntwoorden = ["ja", "nee", "weet_niet", "mag_niets_zeggen", "bel_mij"] as const;
export type VraagAntwoord = (typeof vraagAntwoorden)[number];

/** A question to a partner, or to the zorgcoördinator about CoMensha, with what came back. Question and answer are content. */
export type Vraag = {
  readonly id: VraagId;
  readonly version: number;
  readonly soort: "afstemming" | "comensha" | "zorgvraag";
  readonly signaalId: SignaalId;
  readonly aanId: PersoonId;
  /** Where he worked when he was asked: elsewhere he is not the one who was asked. */
  readonly aanOrganisatieId?: OrganisatieId;
  readonly vanId: PersoonId;
  readonly gesteldOp: Date;
  readonly antwoordVoor: Dag;
  readonly status: "open" | "beantwoord" | "niet_voor_mij" | "ingetrokken";
  readonly beantwoordOp?: Date;
  /** Recorded by somebody else, e.g. after a phone call. */
  readonly vastgelegdDoorId?: PersoonId;
  readonly eerstOverleggen: boolean;
  readonly inhoud: {
    readonly vraag: string;
    readonly doel: string;
    readonly grondslag: string;
    /** The convenant to which he and the gemeente are party; absent: he was asked on the ground that was typed. */
    readonly convenantId?: ConvenantId;
    readonly antwoord?: VraagAntwoord;
    readonly toelichting?: string;
    readonly grondslagPartner?: string;
    readonly veiligThuisBetrokken?: "ja" | "nee";
  };
};

/** A request that another gemeente takes the signaal over [T13]. */
export type Overdracht = {
  readonly id: string;
  readonly version: number;
  readonly signaalId: SignaalId;
  readonly vanGemeenteId: GemeenteId;
  readonly naarGemeenteId: GemeenteId;
  readonly gevraagdDoorId: PersoonId;
  readonly gevraagdOp: Date;
  readonly status: "open" | "aanvaard" | "geweigerd";
  readonly inhoud: { readonly reden: string; readonly antwoord?: string };
};
