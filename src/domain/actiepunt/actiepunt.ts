import type { Brand } from "../brand.js";
import type { CasusId } from "../casus/casus.js";
import type { ActiepuntCode } from "../code.js";
import type { PersoonId } from "../persoon/persoon.js";
import type { TafelId } from "../regio/regio.js";
import type { Dag } from "../tijd/dag.js";

export type ActiepuntId = Brand<string, "ActiepuntId">;

export const actiepuntStatussen = ["open", "in_uitvoering", "gereedgemeld", "afgerond", "niet_meer_mogelijk", "vervallen"] as const;
export type ActiepuntStatus = (typeof actiepuntStatussen)[number];

/** Who somebody is to an actiepunt. */
export const actieRelaties = ["actiehouder", "nieuwe_actiehouder", "voorzitter", "secretaris", "deelnemer", "organisatie", "geen"] as const;
export type ActieRelatie = (typeof actieRelaties)[number];

/** What was agreed, followed until it is done. What it says and what came of it are content; "te laat" is derived. */
export type Actiepunt = {
  readonly id: ActiepuntId;
  readonly code: ActiepuntCode;
  readonly version: number;
  readonly tafelId: TafelId;
  readonly casusId?: CasusId;
  readonly actiehouderId: PersoonId;
  /** Asked to take it over; until he accepts the actiehouder stays. */
  readonly overdrachtAanId?: PersoonId;
  readonly termijn: Dag;
  /** More time that was asked for; the voorzitter decides. */
  readonly gevraagdeTermijn?: Dag;
  readonly status: ActiepuntStatus;
  /** How often it moved to a next overleg. */
  readonly doorgezet: number;
  readonly gemaaktOp: Date;
  readonly gemaaktDoorId: PersoonId;
  readonly inhoud: { readonly wat: string; readonly resultaat?: string; readonly redenen: readonly { readonly op: string; readonly doorId: PersoonId; readonly stap: string; readonly tekst: string }[] };
};

export const isTeLaat = (actiepunt: Pick<Actiepunt, "status" | "termijn">, vandaag: Dag): boolean => (actiepunt.status === "open" || actiepunt.status === "in_uitvoering") && actiepunt.termijn < vandaag;
