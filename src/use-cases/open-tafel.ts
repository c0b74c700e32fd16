import type { Overleg } from "../domain/overleg/overleg.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Regio, Tafel } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { type TafelInrichting, type TafelRol, tafelRollenVan } from "../domain/tafel/tafel.js";
import { mayOrganise, mayStartTafel, mayTafel, type TafelAction } from "../domain/tafel/tafel-rechten.js";
import { handeltVoor } from "./open-actiepunt.js";
import { deny, type Outcome, type Work } from "./work.js";

/** A tafel opened for somebody who may do the action. @property inrichting absent: nobody has set it up yet. */
export type OpenedTafel = {
  readonly tafel: Tafel;
  readonly regio: Regio;
  readonly rollen: readonly TafelRol[];
  readonly inrichting?: TafelInrichting;
  /** For whom this person acts: himself, and whose deputy he is. */
  readonly namens: readonly PersoonId[];
};
export type SetUpTafel = OpenedTafel & { readonly inrichting: TafelInrichting };

/** Nobody sits in the chair any more: who organises the tafels of the region may set it up again. */
export const zonderVoorzitter = async ({ ports }: Pick<Work, "ports">, { voorzitterId }: TafelInrichting): Promise<boolean> =>
  (await ports.store.readPersonen([voorzitterId])).every((persoon) => !persoon.actief);

/** Opens the tafel that a button names, after a fresh check; a refusal is on record, also of a tafel that does not exist. */
export const openTafel = async (work: Pick<Work, "ports" | "actor">, tafelId: string, action: TafelAction): Outcome<OpenedTafel> => {
  const { store } = work.ports;
  const { persoon } = work.actor;
  const regio = await store.readRegio();
  const tafel = regio.tafels.find((one) => one.id === tafelId);
  if (tafel === undefined) return deny(work, action, "tafel");
  const [inrichting, namens] = await Promise.all([store.inrichtingVan(tafel.id), handeltVoor(work.ports, persoon)]);
  const rollen = inrichting === undefined || !persoon.actief ? [] : tafelRollenVan(inrichting, namens);
  const gestopt = tafel.beeindigdOp !== undefined;
  const start = action === "tafel.inrichten" && mayStartTafel(persoon) && (gestopt || inrichting === undefined || (await zonderVoorzitter(work, inrichting)));
  if (!start && !mayOrganise(persoon, action) && !mayTafel(rollen, action)) {
    await deny(work, action, tafel.id);
    return refuse({ code: rollen.length > 0 ? "geen_tafelbeheerder" : "geen_toegang" });
  }
  if (gestopt && !start) return refuse({ code: "tafel_gestopt" });
  return ok({ tafel, regio, rollen, namens, ...(inrichting === undefined ? {} : { inrichting }) });
};

/** As `openTafel`, for what needs a tafel that was set up. */
export const openSetUpTafel = async (work: Pick<Work, "ports" | "actor">, tafelId: string, action: TafelAction): Outcome<SetUpTafel> => {
  const opened = await openTafel(work, tafelId, action);
  if (!opened.ok) return opened;
  const { inrichting } = opened.value;
  return inrichting === undefined ? deny(work, action, tafelId) : ok({ ...opened.value, inrichting });
};

export type OpenedOverleg = SetUpTafel & { readonly overleg: Overleg };

/** Opens a meeting that is still to come. */
export const openOverleg = async (work: Pick<Work, "ports" | "actor" | "now">, overlegId: string, action: TafelAction): Outcome<OpenedOverleg> => {
  const overleg = await work.ports.store.findOverleg(overlegId);
  if (overleg === undefined) return deny(work, action, "overleg");
  const opened = await openSetUpTafel(work, overleg.tafelId, action);
  if (!opened.ok) return opened;
  if (overleg.status === "vervallen") return refuse({ code: "overleg_vervallen" });
  if (overleg.status === "voorgesteld") return refuse({ code: "overleg_voorgesteld" });
  return overleg.begin <= work.now ? refuse({ code: "overleg_voorbij" }) : ok({ ...opened.value, overleg });
};
