import type { CasusId } from "../casus/casus.js";
import type { PersoonId } from "../persoon/persoon.js";

const exportDoelen = ["eigen_dossier", "aangifte", "rechter", "toezicht"] as const;
export type ExportDoel = (typeof exportDoelen)[number];
const exportStatussen = ["gevraagd", "toegestaan", "geweigerd", "gehaald"] as const;
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
