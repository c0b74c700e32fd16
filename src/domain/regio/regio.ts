import type { Brand } from "../brand.js";
import type { Afspraak } from "../delen/convenant.js";
import type { GemeenteId, OrganisatieId, OrganisatieSoort, Platform } from "../persoon/persoon.js";
import type { Route } from "../signaal/signaal.status.js";
import type { Dag } from "../tijd/dag.js";
import type { Bewaartermijnen } from "./bewaartermijnen.js";

export type TafelId = Brand<string, "TafelId">;
export type ChannelId = Brand<string, "ChannelId">;
export type ConvenantId = Brand<string, "ConvenantId">;

export type Organisatie = { readonly id: OrganisatieId; readonly naam: string; readonly soort: OrganisatieSoort; readonly domeinen: readonly string[] };

/** Terms in working days of the region, except where the name says otherwise. */
export type Termijnen = {
  readonly eersteReactie: number;
  readonly antwoordPartner: number;
  readonly berichtMelder: number;
  /** Calendar days until a signaal that was not versterkt comes back. */
  readonly herzienNaDagen: number;
};

export type Gemeente = {
  readonly id: GemeenteId;
  readonly naam: string;
  readonly organisatieId: OrganisatieId;
  readonly meldpunt: boolean;
  readonly termijnen: Termijnen;
};

export const tafelSoorten = [
  "signaleringsoverleg",
  "mdo",
  "casustafel_zorg",
  "casustafel_veiligheid",
  "casustafel_combi",
  "regionale_tafel",
  "werkgroep",
  "landelijk",
] as const;
export const tafelNiveaus = ["micro", "meso", "macro"] as const;
export type TafelSoort = (typeof tafelSoorten)[number];
export type Tafel = {
  readonly id: TafelId;
  readonly naam: string;
  readonly soort: TafelSoort;
  readonly niveau: (typeof tafelNiveaus)[number];
  readonly convenantId?: ConvenantId;
  /** Made from chat; the region file does not name it. */
  readonly uitChat?: true;
  /** It stopped: nothing new comes to it, what was stays readable. */
  readonly beeindigdOp?: Date;
};

/** @property tekst preset for "Waarom mag dit?". */
export type Convenant = Afspraak & {
  readonly id: ConvenantId;
  readonly naam: string;
  readonly soort: "riec" | "zvh" | "overig";
  readonly tekst: string;
};

/** @property uitChat bound from chat; the region file does not name it. */
type ChannelPlek = {
  readonly id: ChannelId;
  readonly platform: Platform;
  readonly tenant: string;
  readonly conversationId: string;
  readonly uitChat?: true;
};
/** A channel of a gemeente on one chat; several channels hold the same card and stay equal. */
type GemeenteChannel = ChannelPlek & { readonly soort: "meldpunt" | "aandachtsfunctionaris"; readonly gemeenteId: GemeenteId; readonly tafelId?: never };
type TafelChannel = ChannelPlek & { readonly soort: "tafel"; readonly tafelId: TafelId; readonly gemeenteId?: never };
export type Channel = GemeenteChannel | TafelChannel;

/** @property tot the last day. It moves nothing by itself: it raises the question whether enough people come. */
export type Schoolvakantie = { readonly naam: string; readonly van: Dag; readonly tot: Dag };

export type Contact = { readonly naam: string; readonly telefoon: string; readonly uitleg: string };
/** A vorm van uitbuiting. @property ouder code of the vorm it is a kind of; two levels at most. */
export type Vorm = { readonly code: string; readonly nl: string; readonly en: string; readonly ouder?: string };

/** The region as the file says with what was added from chat, read whole: small, and seldom changed. */
export type Regio = {
  readonly naam: string;
  readonly organisaties: readonly Organisatie[];
  readonly gemeenten: readonly Gemeente[];
  readonly channels: readonly Channel[];
  readonly tafels: readonly Tafel[];
  readonly convenanten: readonly Convenant[];
  readonly vrijeDagen: readonly Dag[];
  readonly schoolvakanties: readonly Schoolvakantie[];
  readonly bewaartermijnen: Bewaartermijnen;
  /** Days without a step after which a signaal or casus is listed. */
  readonly stilNaDagen: number;
  readonly contacten: readonly Contact[];
  readonly vormen: readonly Vorm[];
};

const tafelPerRoute: Record<Route, readonly TafelSoort[]> = {
  zorg: ["casustafel_zorg", "mdo"],
  zorg_straf: ["mdo", "casustafel_combi"],
  ondermijning: ["casustafel_veiligheid"],
};
/** Who may direct a casus under a route [003 stroomschema, T7a–c]. */
export const regiePerRoute: Record<Route, readonly OrganisatieSoort[]> = {
  zorg: ["zorg", "veilig_thuis", "gemeente"],
  zorg_straf: ["zvh"],
  ondermijning: ["riec"],
};

/** The tafels that work: one that stopped takes nothing new. */
export const werkendeTafels = (regio: Pick<Regio, "tafels">): readonly Tafel[] => regio.tafels.filter(({ beeindigdOp }) => beeindigdOp === undefined);

export const tafelsVoor = (regio: Regio, route: Route): readonly Tafel[] => werkendeTafels(regio).filter((tafel) => tafelPerRoute[route].includes(tafel.soort));

/** One channel is one id, so that it belongs to one gemeente or tafel only. */
export const channelId = (platform: Platform, tenant: string, conversationId: string): ChannelId => `${platform}:${tenant}:${conversationId}` as ChannelId;

export const readGemeente = (regio: Regio, id: GemeenteId): Gemeente => {
  const gemeente = regio.gemeenten.find((g) => g.id === id);
  if (!gemeente) throw new Error(`gemeente ${id} is not in the region`);
  return gemeente;
};
