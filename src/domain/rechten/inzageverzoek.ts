import { heeftRol, type Persoon, type PersoonId } from "../persoon/persoon.js";
import type { Dag } from "../tijd/dag.js";
import { dagVan, plusDagen, plusMaanden } from "../tijd/tijd.js";

export const verzoekStatussen = ["open", "afgehandeld"] as const;
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

/** Within a month; two months more when it is complex, said within the first [AVG 12 lid 3]. */
const MAANDEN = 1;
const MAANDEN_VERLENGD = 3;
/** Days before the end at which the contact point is reminded. */
const HERINNER_DAGEN = 7;

export const termijnVan = (gevraagdOp: Date): Dag => plusMaanden(dagVan(gevraagdOp), MAANDEN);
export const herinnerOp = (termijn: Dag): Dag => plusDagen(termijn, -HERINNER_DAGEN);

/** Only once, and not when the first month has passed. */
export const kanVerlengen = ({ status, verlengdOp, termijn }: Inzageverzoek, now: Date): boolean =>
  status === "open" && verlengdOp === undefined && dagVan(now) <= termijn;

export const verleng = (verzoek: Inzageverzoek, reden: string, now: Date): Inzageverzoek => ({
  ...verzoek,
  termijn: plusMaanden(dagVan(verzoek.gevraagdOp), MAANDEN_VERLENGD),
  verlengdOp: now,
  inhoud: { reden },
});

/** The contact point and his deputy, and the privacy officer who hears it when it is late; never who asked. */
export const magAfhandelen = (persoon: Persoon, { vanId, contactId }: Pick<Inzageverzoek, "vanId" | "contactId">): boolean =>
  persoon.actief &&
  persoon.id !== vanId &&
  (persoon.id === contactId || persoon.rollen.some(({ namens }) => namens === contactId) || heeftRol(persoon, "privacy_officer"));
