import type { Brand } from "../brand.js";
import type { CasusId } from "../casus/casus.js";
import type { ActiepuntCode } from "../code.js";
import type { AgendapuntId, OverlegId } from "../overleg/overleg.js";
import type { PersoonId } from "../persoon/persoon.js";
import type { TafelId } from "../regio/regio.js";
import type { Dag } from "../tijd/dag.js";
import { type ActiepuntStatus, type ActieStapNaam, isLopend } from "./actiepunt.status.js";

export type ActiepuntId = Brand<string, "ActiepuntId">;
/** What an actiepunt without casus says: guarded when it was noted, so that a list may show it. Made by `openTitel` alone. */
export type ActieTitel = Brand<string, "ActieTitel">;

/** One line of history. @property namens recorded for an actiehouder who cannot be reached in a chat. */
export type ActieStap = {
  readonly stap: ActieStapNaam | "naar_plaatsvervanger" | "naar_tafel" | "buiten_tafel" | "doorgezet";
  readonly op: string;
  readonly doorId: PersoonId | "systeem";
  readonly namens?: true;
  readonly tekst?: string;
};

/** What was agreed, followed until it is done. What it says and what came of it are content; "te laat" is derived. */
export type Actiepunt = {
  readonly id: ActiepuntId;
  readonly code: ActiepuntCode;
  readonly version: number;
  readonly tafelId: TafelId;
  readonly casusId?: CasusId;
  /** The overleg that agreed it. */
  readonly overlegId?: OverlegId;
  /** The agendapunt at which it was agreed. */
  readonly puntId?: AgendapuntId;
  /** How many times it moved on to the next overleg unclosed [domein 3]. */
  readonly doorgezet: number;
  readonly actiehouderId: PersoonId;
  /** Asked to take it over; until he accepts the actiehouder stays. */
  readonly overdrachtAanId?: PersoonId;
  readonly termijn: Dag;
  /** More time that was asked for; the voorzitter decides. */
  readonly gevraagdeTermijn?: Dag;
  readonly status: ActiepuntStatus;
  readonly gemaaktOp: Date;
  readonly gemaaktDoorId: PersoonId;
  readonly inhoud: { readonly wat: string; readonly resultaat?: string; readonly stappen: readonly ActieStap[] };
  /** Its content is gone for good since then. */
  readonly vernietigdOp?: Date;
};

export const isTeLaat = (actiepunt: Pick<Actiepunt, "status" | "termijn">, vandaag: Dag): boolean => isLopend(actiepunt.status) && actiepunt.termijn < vandaag;

/** The title for lists and messages; there is none for the actiepunt of a casus [domein 4]. */
export const openTitel = (actiepunt: Actiepunt): ActieTitel | undefined =>
  actiepunt.casusId === undefined && actiepunt.vernietigdOp === undefined ? (actiepunt.inhoud.wat as ActieTitel) : undefined;

/** How often a step was taken: tells one request from the next. */
export const keer = (actiepunt: Actiepunt, stap: ActieStapNaam): number => actiepunt.inhoud.stappen.filter((one) => one.stap === stap).length;
