import type { PersoonId } from "../persoon/persoon.js";
import type { TafelId } from "../regio/regio.js";
import type { Dag } from "../tijd/dag.js";
import type { PuntMinuten } from "./sjabloon.js";

/** What happens to a meeting on a free day [domein 3]. */
export const feestdagRegels = ["volgende_werkdag", "week_later", "vervalt"] as const;
export type FeestdagRegel = (typeof feestdagRegels)[number];

/**
 * When a tafel meets, in Europe/Amsterdam. @property elke every n-th occurrence of the cron, counted from `vanaf`: two-weekly is not cron.
 */
export type Rooster =
  | { readonly soort: "vast"; readonly cron: string; readonly elke: number; readonly vanaf: Dag; readonly feestdag: FeestdagRegel }
  | { readonly soort: "op_verzoek" };

export type Deelnemer = { readonly persoonId: PersoonId; readonly plaatsvervangerId?: PersoonId };

/** How a tafel works: from the region file at first, then as its tafelbeheerder sets it from chat. */
export type TafelInrichting = {
  readonly tafelId: TafelId;
  readonly version: number;
  readonly voorzitterId: PersoonId;
  readonly secretarisId: PersoonId;
  readonly beheerderId: PersoonId;
  readonly deelnemers: readonly Deelnemer[];
  readonly rooster: Rooster;
  readonly duurMinuten: number;
  readonly plaats?: string;
  readonly link?: string;
  /** Hours before the start at which inbreng closes, the concept goes to the tafelbeheerder, and the agenda to the tafel. */
  readonly sluitingUren: number;
  readonly conceptUren: number;
  readonly agendaUren: number;
  /** Minutes before the start at which everybody is reminded. */
  readonly herinnerMinuten: number;
  /** The fixed points on its agenda; absent: as usual for its kind. */
  readonly vastePunten?: PuntMinuten;
  /** Fewer who come asks the tafelbeheerder. */
  readonly minimaal: number;
};

/** What somebody is to a tafel: a deputy of the voorzitter, secretaris or tafelbeheerder counts as him. */
export const tafelRollen = ["voorzitter", "secretaris", "tafelbeheerder", "deelnemer"] as const;
export type TafelRol = (typeof tafelRollen)[number];

/** Roles of a person at a tafel. @param zelfEnNamens himself and everybody whose deputy he is. */
export const tafelRollenVan = (inrichting: TafelInrichting, zelfEnNamens: readonly PersoonId[]): readonly TafelRol[] => {
  const is = (id: PersoonId): boolean => zelfEnNamens.includes(id);
  const deelnemer = inrichting.deelnemers.some((one) => is(one.persoonId) || (one.plaatsvervangerId !== undefined && is(one.plaatsvervangerId)));
  return [
    ...(is(inrichting.voorzitterId) ? (["voorzitter"] as const) : []),
    ...(is(inrichting.secretarisId) ? (["secretaris"] as const) : []),
    ...(is(inrichting.beheerderId) ? (["tafelbeheerder"] as const) : []),
    ...(deelnemer ? (["deelnemer"] as const) : []),
  ];
};
