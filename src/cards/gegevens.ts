import type { ActieTitel } from "../domain/actiepunt/actiepunt.js";
import type { ActiepuntStatus } from "../domain/actiepunt/actiepunt.status.js";
import type { Brand } from "../domain/brand.js";
import type { ActiepuntCode, CasusCode, SignaalCode } from "../domain/code.js";
import type { PubliekReden } from "../domain/delen/publiek.js";
import type { LijstStatus } from "../domain/overleg/verloop.js";
import type { ExportStatus } from "../domain/rechten/casusexport.js";
import type { Contact } from "../domain/regio/regio.js";
import type { NeutraleStatus, SignaalStatus, Terugkoppeling } from "../domain/signaal/signaal.status.js";
import type { Dag } from "../domain/tijd/dag.js";
import type { FormulierNaam } from "./formulieren.js";
import type { Regel } from "./regels.js";

/**
 * What card functions are given. Everything under "posted" admits no plain string: only codes, statuses, dates and
 * names out of the region file, so that free text cannot be assigned to a card that a chat keeps.
 */
/** A name out of the region file: of a gemeente, organisatie, functie or tafel. */
export type RegioNaam = Brand<string, "RegioNaam">;
/** The name of a handler, for his own organisation's channel and for the melder's partner card. */
export type BehandelaarNaam = Brand<string, "BehandelaarNaam">;

/** A button: label is message `knop.${verb}`, or `knop.${label}` where one verb has two. `meer` goes behind "Meer". */
export type Knop = {
  readonly verb: string;
  readonly label?: string;
  readonly data: Readonly<Record<string, string>>;
  readonly plek: "eerst" | "naast" | "meer";
};

// ---- posted in channels and private messages ----

export type TriageGegevens = {
  readonly code: SignaalCode;
  readonly status: NeutraleStatus;
  readonly gemeente: RegioNaam;
  readonly ontvangenOp: Date;
  readonly now: Date;
  readonly acuut: boolean;
  /** Until when a first reaction is due; only while nobody picked it up. */
  readonly reageerVoor?: Dag;
  /** Whose turn it is, when that is not who reads this card. */
  readonly ligtBij?: "analist" | "aandachtsfunctionaris";
  readonly behandelaar?: BehandelaarNaam;
  readonly opgepaktOp?: Date;
  readonly antwoorden?: { readonly binnen: number; readonly gevraagd: number };
  readonly intrekkingGevraagd: boolean;
  readonly knoppen: readonly Knop[];
};

/** What the actiehouder of an actiepunt hears: message keys `bericht.actie.${soort}`. */
export const actieBerichtSoorten = [
  "nieuw",
  "overgenomen",
  "niet_overgenomen",
  "tijd_gegeven",
  "tijd_geweigerd",
  "teruggestuurd",
  "afgerond",
  "vervallen",
  "heropend",
  "buiten_tafel",
] as const;
export type ActieBerichtSoort = (typeof actieBerichtSoorten)[number];
/** @property namens function of the actiehouder, for who records in his place. */
type ActieKop = {
  readonly code: ActiepuntCode;
  readonly tafel: RegioNaam;
  readonly casus?: CasusCode;
  readonly datum: Dag;
  readonly namens?: RegioNaam;
};

/** Message keys `bericht.${variant}.titel|tekst`; the receipt, feedback, reminders and notices. */
export type BerichtGegevens = (
  | { readonly variant: "ontvangst"; readonly code: SignaalCode; readonly beloofdVoor: Dag }
  | { readonly variant: `terugkoppeling.${NonNullable<Terugkoppeling>}` | "terugkoppeling.nog_bezig"; readonly code: SignaalCode; readonly datum?: Dag }
  | {
      readonly variant: "vraag";
      readonly code: SignaalCode;
      readonly gemeente: RegioNaam;
      readonly antwoordVoor: Dag;
      readonly status: "open" | "beantwoord" | "niet_voor_mij" | "ingetrokken";
    }
  | {
      readonly variant: "regie";
      readonly code: CasusCode;
      readonly gemeente: RegioNaam;
      readonly tafel?: RegioNaam;
      readonly status: "gevraagd" | "aanvaard" | "klaar" | "vervallen";
    }
  | {
      readonly variant: "zorgvraag";
      readonly code: SignaalCode;
      readonly gemeente: RegioNaam;
      readonly status: "open" | "beantwoord" | "ingetrokken" | "niet_voor_mij";
    }
  | {
      readonly variant: "comensha";
      readonly code: SignaalCode;
      readonly antwoordVoor: Dag;
      readonly status: "open" | "beantwoord" | "ingetrokken" | "niet_voor_mij";
    }
  | { readonly variant: "overdracht"; readonly code: SignaalCode; readonly vanGemeente: RegioNaam; readonly status: "open" | "aanvaard" | "geweigerd" }
  | { readonly variant: "overdracht_geweigerd"; readonly code: SignaalCode; readonly naarGemeente: RegioNaam }
  | { readonly variant: "casus_klaar" | `andere_regie_${"gevraagd" | "geweigerd" | "ingetrokken"}`; readonly code: SignaalCode }
  | { readonly variant: "regie_over"; readonly code: CasusCode }
  | { readonly variant: "casus"; readonly code: CasusCode; readonly tafel?: RegioNaam; readonly datum?: Dag; readonly status: "open" | "klaar" }
  /** No code where somebody is kept out of the casus. */
  | { readonly variant: "herinnering.casus_terug"; readonly code?: CasusCode; readonly tafel: RegioNaam; readonly datum?: Dag }
  | { readonly variant: "regie_aanvaard" | "regie_geweigerd" | "regie_teruggegeven"; readonly code: SignaalCode }
  | { readonly variant: "kaart_weg" }
  | {
      readonly variant: "antwoord_binnen" | "buiten_gehouden" | "wacht_besloten" | "toegewezen" | "overgenomen" | "aangevuld" | "intrekking_gevraagd";
      readonly code: SignaalCode;
    }
  | { readonly variant: "overgedragen"; readonly code: SignaalCode; readonly gemeente: RegioNaam }
  | {
      readonly variant: `herinnering.${"eerste_reactie" | "volgende_stap" | "antwoord_partner" | "antwoord_van_partner" | "bericht_melder" | "regie_reactie"}`;
      readonly code: SignaalCode | CasusCode;
      readonly datum?: Dag;
    }
  | {
      readonly variant: `escalatie.${"eerste_reactie" | "volgende_stap" | "antwoord_partner" | "bericht_melder" | "regie_reactie"}`;
      readonly code: SignaalCode | CasusCode;
      readonly datum?: Dag;
    }
  | { readonly variant: "herzien"; readonly code: SignaalCode }
  | { readonly variant: "acuut_nagaan" }
  | { readonly variant: "prive_voorbij"; readonly code?: SignaalCode | CasusCode }
  | { readonly variant: "naam_gedeeld"; readonly code: SignaalCode }
  | { readonly variant: "bezorging_persoon"; readonly functie?: RegioNaam; readonly organisatie?: RegioNaam }
  | { readonly variant: "welkom" | `bewaren.${"verlopen" | "bevestigen"}` }
  | { readonly variant: "bezorging_kanaal"; readonly gemeente?: RegioNaam; readonly tafel?: RegioNaam }
  /** Who reads along is never named: only how many. */
  | { readonly variant: `publiek_${PubliekReden}`; readonly gemeente?: RegioNaam; readonly tafel?: RegioNaam; readonly aantal: number }
  | (ActieKop & { readonly variant: `actie.${ActieBerichtSoort}` })
  | (ActieKop & { readonly variant: `actievraag.${"overdracht" | "tijd" | "gereed"}`; readonly status: "open" | "klaar" })
) & { readonly knoppen: readonly Knop[] };

// ---- shown to one person, kept by no chat ----

export type FormulierGegevens = {
  readonly formulier: FormulierNaam;
  /** The interaction; the submit button gets `${verb}/verstuur`. */
  readonly verb: string;
  /** Goes along with the submit: the object's code and the nonce of this form. */
  readonly data: Readonly<Record<string, string>>;
  readonly code?: SignaalCode | CasusCode | ActiepuntCode;
  /** Shown above the fields, for this person only. */
  readonly regels?: readonly (string | Regel)[];
  readonly waarschuwing?: string;
  readonly keuzes?: Readonly<Record<string, readonly { readonly titel: string; readonly waarde: string }[]>>;
  /** Fields of the form that are not for this one. */
  readonly zonder?: readonly string[];
  readonly waarden?: Readonly<Record<string, string>>;
  readonly fouten?: Readonly<Record<string, string>>;
  /** The field whose identifiers one press moves to the protected fields. */
  readonly verplaats?: { readonly veld: string; readonly verb: string };
  /** It shows or prefills details. */
  readonly vertrouwelijk: boolean;
};

export type BekijkGegevens = {
  /** Absent only with a `kop` of its own. */
  readonly code?: SignaalCode | CasusCode | ActiepuntCode;
  /** Message key `status.${status}`; `neutraal.` and `melder_status.` for who may not read the judgement in it. */
  readonly status:
    | SignaalStatus
    | `actie_${ActiepuntStatus}`
    | "agenda"
    | `lijst_${LijstStatus | "verbeterd"}`
    | "inzagelog"
    | "bewaren"
    | "bezorging"
    | "noodtoegang"
    | "inzageverzoek"
    | `export_${ExportStatus}`
    | { readonly neutraal: NeutraleStatus }
    | { readonly melder: SignaalStatus };
  /** What it is about, instead of the code. */
  readonly kop?: string;
  readonly groepen: readonly { readonly kop: string; readonly regels: readonly { readonly naam: string; readonly waarde: string }[] }[];
  /** One sentence per thing that is withheld, with the reason. */
  readonly nietZichtbaar: readonly string[];
  readonly waarschuwing?: string;
  readonly knoppen: readonly Knop[];
};

/** What waits in a row: message key `rij.${soort}`. */
export type RijSoort =
  | NeutraleStatus
  | "vraag"
  | "zorgvraag"
  | "comensha"
  | "regie"
  | "overdracht"
  | "melder"
  | "agenda"
  | `bewaren_${"klaar" | "wacht" | "kaarten"}`
  | "stil"
  | "inzageverzoek"
  | `convenant_${"loopt_af" | "voorbij"}`
  | `actie_${ActiepuntStatus}`;
/** Sections of Home: message keys `sectie.${naam}.kop|leeg`. */
export type SectieNaam =
  | "nieuw"
  | "van_mij"
  | "vragen"
  | "regie"
  | "overdrachten"
  | "niet_versterkt"
  | "mijn_signalen"
  | "voor_u"
  | "bewaren"
  | "stil"
  | "inzage"
  | "convenanten"
  | ActieSectie;
/** Sections of a list of actiepunten. */
export type ActieSectie =
  | "acties"
  | "acties_vragen"
  | "acties_namens"
  | "acties_tafel"
  | "acties_organisatie"
  | "acties_te_laat"
  | "acties_casus"
  | "acties_overleg"
  | "acties_zoek";
/** One row of Home or a list; posted in Teams, so of the same harmless type as the cards above. */
export type Rij = {
  /** Absent: a row about an overleg, or about what has no code. */
  readonly code?: SignaalCode | CasusCode | ActiepuntCode;
  readonly soort: RijSoort;
  readonly casus?: CasusCode;
  /** Only an actiepunt without casus has one. */
  readonly titel?: ActieTitel;
  readonly gemeente?: RegioNaam;
  readonly tafel?: RegioNaam;
  readonly functie?: RegioNaam;
  /** Points of an agenda that are for this reader. */
  readonly punten?: readonly number[];
  readonly datum?: Dag;
  readonly teLaat: boolean;
  /** How many times an actiepunt moved on unclosed. */
  readonly doorgezet?: number;
  readonly knoppen: readonly Knop[];
};
/** `meer`: how many rows are not shown. @property lijst a list of actiepunten instead of Home, with its numbers. */
export type HomeGegevens = {
  /** Answers a word that we do not know. */
  readonly onbekendWoord?: boolean;
  readonly lijst?:
    | { readonly soort: "acties"; readonly open: number; readonly teLaat: number }
    | { readonly soort: "bundel"; readonly aantal: number; readonly teLaat: number };
  readonly secties: readonly { readonly naam: SectieNaam; readonly rijen: readonly Rij[]; readonly meer: number }[];
  readonly knoppen: readonly Knop[];
};
/** What a melder reads of his own: message key `melder_status.${status}`. */
export type MijnSignalenGegevens = {
  readonly rijen: readonly {
    readonly code: SignaalCode;
    readonly status: SignaalStatus;
    readonly ontvangenOp: Date;
    readonly beloofdVoor?: Dag;
    readonly intrekkingGevraagd: boolean;
    readonly knoppen: readonly Knop[];
  }[];
  readonly knoppen: readonly Knop[];
};
export type WijzerGegevens = { readonly contacten: readonly Contact[] };
