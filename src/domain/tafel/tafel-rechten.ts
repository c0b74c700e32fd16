import { heeftRol, type Persoon } from "../persoon/persoon.js";
import type { TafelRol } from "./tafel.js";

const beheer = ["tafelbeheerder", "secretaris", "voorzitter"] as const satisfies readonly TafelRol[];
const iedereen = [...beheer, "deelnemer"] as const satisfies readonly TafelRol[];

/** What can be done with a tafel and its overleggen, and who may. */
export const tafelActions = [
  { action: "tafel.overleggen", rollen: iedereen },
  { action: "tafel.inrichten", rollen: beheer },
  { action: "tafel.vervanger", rollen: beheer },
  { action: "overleg.verzetten", rollen: beheer },
  { action: "overleg.laten_vervallen", rollen: beheer },
  { action: "overleg.toevoegen", rollen: beheer },
  { action: "overleg.gaat_door", rollen: beheer },
  { action: "agenda.link", rollen: iedereen },
] as const satisfies readonly { readonly action: string; readonly rollen: readonly TafelRol[] }[];
export type TafelAction = (typeof tafelActions)[number]["action"];

/** May somebody with these roles do this? Default no. */
export const mayTafel = (rollen: readonly TafelRol[], action: TafelAction): boolean =>
  tafelActions.some((row) => row.action === action && rollen.some((rol) => (row.rollen as readonly TafelRol[]).includes(rol)));

/** A tafel that nobody has set up is set up by who organises the tafels of the region [own]. */
export const mayStartTafel = (persoon: Persoon): boolean => heeftRol(persoon, "ketenregisseur") || heeftRol(persoon, "procesregisseur");
