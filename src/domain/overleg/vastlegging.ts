import type { PersoonId } from "../persoon/persoon.js";
import type { OverlegId } from "./overleg.js";

/** What somebody finds wrong in the besluitenlijst; the secretaris or voorzitter mends it. */
export type Correctie = {
  readonly id: string;
  readonly tekst: string;
  readonly doorId: PersoonId;
  readonly op: string;
  readonly verwerktOp?: string;
  /** Its text went with what it was about. */
  readonly vernietigdOp?: string;
};

/** A change to what was laid down: who, when, and what stood there. @property bijOverlegId the later overleg that noted it, once the list was set. */
export type Verbetering = {
  readonly op: string;
  readonly doorId: PersoonId;
  /** The conclusie, or the id of a besluit. */
  readonly deel: string;
  /** Absent when the besluit was added. */
  readonly was?: string;
  readonly bijOverlegId?: OverlegId;
  readonly vernietigdOp?: string;
};
