import type { Casus, CasusId } from "../casus/casus.js";
import { binnen } from "../delen/uitgesloten.js";
import { heeftRol, type Persoon, type PersoonId } from "../persoon/persoon.js";

export const exportDoelen = ["eigen_dossier", "aangifte", "rechter", "toezicht"] as const;
export type ExportDoel = (typeof exportDoelen)[number];
export const exportStatussen = ["gevraagd", "toegestaan", "geweigerd", "gehaald"] as const;
export type ExportStatus = (typeof exportStatussen)[number];

/** Somebody asked to take the content of a casus out of the bot. @property linkTot until when the link that he has now works. */
export type Casusexport = {
  readonly id: string;
  readonly version: number;
  readonly casusId: CasusId;
  readonly vanId: PersoonId;
  readonly gevraagdOp: Date;
  readonly status: ExportStatus;
  readonly beslisserId?: PersoonId;
  readonly beslistOp?: Date;
  readonly linkTot?: Date;
  readonly inhoud: { readonly doel: ExportDoel; readonly grond: string; readonly reden?: string };
};

/** How long somebody may fetch what was allowed. */
export const EXPORT_UREN = 24;

/** May this person say yes or no to it? A second person, who is not kept out of it: the privacy officer, or an aandachtsfunctionaris of the gemeente or his deputy. */
export const magBeslissen = (wie: Persoon, casus: Casus, vanId: PersoonId): boolean => {
  const persoon = binnen(wie, casus);
  if (persoon.id === vanId) return false;
  return heeftRol(persoon, "privacy_officer", casus.gemeenteId) || heeftRol(persoon, "aandachtsfunctionaris", casus.gemeenteId);
};

/** It was allowed, and can be fetched now. */
export const magHalen = ({ status, beslistOp }: Casusexport, now: Date): boolean =>
  status === "toegestaan" && beslistOp !== undefined && now.getTime() < beslistOp.getTime() + EXPORT_UREN * 3_600_000;
