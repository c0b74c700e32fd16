import type { PersoonId } from "../persoon/persoon.js";
import type { Dag } from "../tijd/dag.js";

const verzoekStatussen = ["open", "afgehandeld"] as const;
export type VerzoekStatus = (typeof verzoekStatussen)[number];

/** Somebody asked which data is kept about him. The contact point answers, outside the chat. */
export type Inzageverzoek = {
  readonly id: string;
  readonly version: number;
  readonly vanId: PersoonId;
  readonly contactId: PersoonId;
  readonly gevraagdOp: Date;
  /** The day by which he has his answer. */
  readonly termijn: Dag;
  readonly status: VerzoekStatus;
  readonly verlengdOp?: Date;
  readonly afgehandeldOp?: Dag;
  readonly inhoud: { readonly reden?: string };
};
