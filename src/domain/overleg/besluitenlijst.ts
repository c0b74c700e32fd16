import type { Casus } from "../casus/casus.js";
import type { Persoon, PersoonId } from "../persoon/persoon.js";
import type { Convenant } from "../regio/regio.js";
import type { AgendaRol } from "../tafel/tafel-rechten.js";
import type { Besluit } from "./agendapunt.js";
import type { OverlegId } from "./overleg.js";
import type { Verbetering } from "./vastlegging.js";
import type { LijstStatus } from "./verloop.js";

/**
 * Who reads a besluitenlijst. @property zitErbij he sits at the tafel, or was asked for the whole overleg; not for one point alone.
 * @property convenanten those that hold today.
 */
export type LijstLezer = {
  readonly persoon: Persoon;
  readonly namens: readonly PersoonId[];
  readonly rollen: readonly AgendaRol[];
  readonly zitErbij: boolean;
  readonly convenanten: readonly Convenant[];
};

/** Directs the casus, himself or for whom he is deputy. */
export const heeftRegie = (casus: Casus | undefined, namens: readonly PersoonId[]): boolean =>
  casus?.regiehouderId !== undefined && casus.regieStatus === "aanvaard" && namens.includes(casus.regiehouderId);

/** Keeps the list in order: who chairs or records, and of a casus its regiehouder [T9]. Each only for what he may read. */
export const beheert = ({ rollen, namens }: Pick<LijstLezer, "rollen" | "namens">, casus: Casus | undefined): boolean =>
  rollen.includes("voorzitter") || rollen.includes("secretaris") || heeftRegie(casus, namens);

/** A part of a point that can be mended: its conclusie, one besluit, or a besluit that is missing. */
export const NIEUW_BESLUIT = "nieuw";
export const CONCLUSIE = "conclusie";

/** What was laid down of one point, of either kind. */
export type Vastlegging = {
  readonly conclusie?: string;
  readonly besluiten?: readonly Besluit[];
  readonly verbeteringen?: readonly Verbetering[];
  readonly vernietigdOp?: string;
};

/** By whom and when; `id` for a besluit that is added. */
type Door = { readonly id: string; readonly op: string; readonly doorId: PersoonId; readonly bijOverlegId?: OverlegId };

/** The text of a part now; `undefined`: there is no such part. */
export const tekstVan = ({ conclusie, besluiten = [] }: Vastlegging, deel: string): string | undefined => {
  if (deel === CONCLUSIE) return conclusie ?? "";
  return deel === NIEUW_BESLUIT ? "" : besluiten.find(({ id }) => id === deel)?.tekst;
};

/** The part as it should read; what stood there stays as history. `undefined`: there is no such part. */
export const verbeter = (was: Vastlegging, deel: string, tekst: string, { id, ...door }: Door): Vastlegging | undefined => {
  const eerder = tekstVan(was, deel);
  if (eerder === undefined) return undefined;
  const nieuw = deel === NIEUW_BESLUIT;
  const verbetering: Verbetering = { ...door, deel: nieuw ? id : deel, ...(nieuw ? {} : { was: eerder }) };
  const verbeteringen = [...(was.verbeteringen ?? []), verbetering];
  if (deel === CONCLUSIE) return { ...was, conclusie: tekst, verbeteringen };
  const { op, doorId } = door;
  const besluiten = nieuw
    ? [...(was.besluiten ?? []), { id, tekst, op, doorId }]
    : (was.besluiten ?? []).map((een) => (een.id === deel ? { ...een, tekst } : een));
  return { ...was, besluiten, verbeteringen };
};

/** A list that was set changes only by what a later overleg, while it runs, notes [own]. */
export const magWijzigen = (lijst: LijstStatus, bijOverlegId: OverlegId | undefined): boolean =>
  lijst === "concept" || (lijst === "vastgesteld" && bijOverlegId !== undefined);
