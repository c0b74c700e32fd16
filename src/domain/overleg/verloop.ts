import type { PersoonId } from "../persoon/persoon.js";
import type { VastPunt } from "../tafel/sjabloon.js";
import type { PuntSleutel } from "./agenda.js";
import type { Agendapunt, Besluit } from "./agendapunt.js";
import type { Aanwezigheid, OverlegId } from "./overleg.js";
import type { Correctie, Verbetering } from "./vastlegging.js";

export const lijstStatussen = ["geen", "concept", "vastgesteld"] as const;
export type LijstStatus = (typeof lijstStatussen)[number];

/** What was laid down at a fixed point. */
export type VasteVastlegging = {
  readonly conclusie: string;
  readonly besluiten?: readonly Besluit[];
  readonly verbeteringen?: readonly Verbetering[];
  readonly vernietigdOp?: string;
};

/** How an overleg runs and what came of it: what it is at, and how far its besluitenlijst is. What was said is content. */
export type Verloop = {
  readonly overlegId: OverlegId;
  readonly version: number;
  /** Absent once it is closed. */
  readonly nu?: PuntSleutel;
  /** When the present point began. */
  readonly puntOp: Date;
  readonly begonnenOp: Date;
  readonly geslotenOp?: Date;
  /** Fixed points that were treated; of the others their own status tells. */
  readonly gedaan: readonly VastPunt[];
  readonly lijst: LijstStatus;
  readonly lijstOp?: Date;
  readonly inhoud: {
    readonly vast: Readonly<Partial<Record<VastPunt, VasteVastlegging>>>;
    /** About a fixed point or the list as a whole; those about another point stand with that point. */
    readonly correcties: readonly (Correctie & { readonly vast?: VastPunt })[];
  };
};

/** The next point that was not treated: after the present one, else the first that was passed over. */
export const volgendPunt = (sleutels: readonly PuntSleutel[], gedaan: readonly PuntSleutel[], nu: PuntSleutel): PuntSleutel | undefined => {
  const over = sleutels.filter((sleutel) => !gedaan.includes(sleutel) && sleutel !== nu);
  return over.find((sleutel) => sleutels.indexOf(sleutel) > sleutels.indexOf(nu)) ?? over[0];
};

/** Who is invited to a point and is said not to be there: by himself before, or by who noted who is in the room. */
export const missenBij = (punt: Agendapunt, antwoorden: readonly Aanwezigheid[]): readonly PersoonId[] =>
  punt.inhoud.genodigden
    .map(({ persoonId }) => persoonId)
    .filter((id) => antwoorden.some(({ persoonId, antwoord }) => persoonId === id && antwoord === "komt_niet"));
