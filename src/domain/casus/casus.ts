import type { Brand } from "../brand.js";
import type { CasusCode } from "../code.js";
import type { GemeenteId, OrganisatieId, PersoonId } from "../persoon/persoon.js";
import type { TafelId } from "../regio/regio.js";
import type { Route } from "../signaal/signaal.status.js";
import type { Dag } from "../tijd/dag.js";

export type CasusId = Brand<string, "CasusId">;

/** Where a victim is in the care path; help may start before or during the intake [000 Bijlage 3]. */
export const fases = ["intake", "hulpverlening", "afronding"] as const;
export type Fase = (typeof fases)[number];

/** Is there a victim in care under this route? Then the casus has a fase, and ends as [000 Bijlage 3] says. */
export const heeftZorg = (route: Route | undefined): boolean => route === "zorg" || route === "zorg_straf";

/** Why a casus ends: all four conditions are met, or one of the others [000 Bijlage 3]; the last three for what is no care [own]. */
export const sluitRedenen = [
  "voorwaarden_vervuld",
  "onbekend_vertrokken",
  "wil_geen_hulp",
  "teruggekeerd",
  "overleden",
  "geen_mensenhandel",
  "afgerond",
  "elders_opgepakt",
] as const;
export type SluitReden = (typeof sluitRedenen)[number];

/** Another route that was asked for [T10]; until its regiehouder accepts, all stays as it is. */
export type RouteVoorstel = {
  readonly route: Route;
  readonly regiehouderId: PersoonId;
  readonly regieOrganisatieId: OrganisatieId;
  readonly tafelId?: TafelId;
};

/** Whether the victim agreed that care content is shared, or why she was not asked [000 Bijlage 3; domein 2]. */
export const toestemmingen = ["gegeven", "niet_gevraagd", "conflict_van_plichten"] as const;
/** @property contact how she can be reached safely. */
export type Toestemming = {
  readonly soort: (typeof toestemmingen)[number];
  readonly toelichting: string;
  readonly contact?: string;
  readonly op: string;
  readonly doorId: PersoonId;
};

/** Reasons are content. */
export type CasusInhoud = {
  readonly toestemming?: Toestemming;
  readonly voorstelReden?: string;
  readonly voorstelSlachtoffer?: "ja" | "nee" | "weet_niet";
  readonly sluiting?: { readonly toelichting: string };
};

/** One or more signalen with vermoeden ja under a route. After a refused regie it has no route until the next T7. */
export type Casus = {
  readonly id: CasusId;
  readonly code: CasusCode;
  readonly version: number;
  readonly gemeenteId: GemeenteId;
  readonly geopendOp: Date;
  readonly route?: Route;
  readonly regieOrganisatieId?: OrganisatieId;
  readonly regiehouderId?: PersoonId;
  readonly regieStatus: "geen" | "gevraagd" | "aanvaard";
  readonly tafelId?: TafelId;
  readonly voorstel?: RouteVoorstel;
  /** Only under a route with care. */
  readonly fase?: Fase;
  /** The day on which it comes back on the agenda. */
  readonly terugOp?: Dag;
  readonly afgeslotenOp?: Date;
  readonly sluitReden?: SluitReden;
  readonly bewarenTot?: Dag;
  /** Who is kept out; equal on the casus and each of its signalen. */
  readonly uitgesloten?: readonly PersoonId[];
  readonly inhoud?: CasusInhoud;
  /** Its content is gone for good since then. */
  readonly vernietigdOp?: Date;
};

/** With care it begins at the intake; a casus that had care already goes on where it is. */
export const beginFase = ({ route, fase }: Pick<Casus, "route" | "fase">): { readonly fase?: Fase } => (heeftZorg(route) ? { fase: fase ?? "intake" } : {});

/** Who must say yes or no to the regie: under another route that was asked for, else of the casus as it is. */
export const gevraagdVoorRegie = ({ voorstel, regieStatus, regiehouderId }: Casus): PersoonId | undefined =>
  voorstel?.regiehouderId ?? (regieStatus === "gevraagd" ? regiehouderId : undefined);

/** What was asked for is settled; the casus stays as it is. */
export const zonderVoorstel = ({ voorstel: _, inhoud, ...casus }: Casus): Casus => {
  const { voorstelReden: _reden, voorstelSlachtoffer: _slachtoffer, ...rest } = inhoud ?? {};
  return Object.keys(rest).length === 0 ? casus : { ...casus, inhoud: rest };
};

const vanRegie = [
  "route",
  "regieOrganisatieId",
  "regiehouderId",
  "tafelId",
  "voorstel",
  "fase",
  "terugOp",
  "inhoud",
] as const satisfies readonly (keyof Casus)[];
const vanSluiting = ["afgeslotenOp", "sluitReden", "bewarenTot"] as const satisfies readonly (keyof Casus)[];

/** Nobody directs it any more: no route, regie or tafel until the next T7, and it is not closed. */
export const zonderRegie = (casus: Casus): Casus => {
  const weg: readonly string[] = [...vanRegie, ...vanSluiting];
  const over = Object.fromEntries(Object.entries(casus).filter(([veld]) => !weg.includes(veld))) as Casus;
  return { ...over, regieStatus: "geen" };
};
