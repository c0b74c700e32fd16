import type { ActieDossier } from "../actiepunt/actie-policy.js";
import type { ActieRelatie } from "../actiepunt/actiepunt.status.js";
import type { Casus } from "../casus/casus.js";
import { type Agendapunt, genodigdAls, isVrij } from "../overleg/agendapunt.js";
import { heeftRegie, type LijstLezer } from "../overleg/besluitenlijst.js";
import { heeftRol, type OrganisatieId, type Persoon, type PersoonId } from "../persoon/persoon.js";
import type { Convenant } from "../regio/regio.js";
import { zelfEnNamens } from "../signaal/dossier.js";
import { buitenCasus } from "./beleid.js";
import type { Noodtoegang } from "./noodtoegang.js";
import { binnen, isBuiten, namensBinnen } from "./uitgesloten.js";

// The part of the policy that is about points of an agenda, what a tafel laid down, and work in a casus.

/** May he read what the point is about? Who is invited, and who brought it in. */
export const magPuntLezen = (punt: Agendapunt, persoonId: PersoonId, namens: readonly PersoonId[]): boolean =>
  genodigdAls(punt, persoonId, namens) !== undefined ||
  (punt.inbrengerId === persoonId && punt.inhoud.inbreng?.elders !== true && !punt.inhoud.uitgesloten.includes(persoonId));

/** Why somebody does not read a point; words under `besluiten.verborgen.${reden}`. */
export const puntRedenen = ["niet_uitgenodigd", "geen_grondslag", "besloten", "vernietigd"] as const;
export type PuntReden = (typeof puntRedenen)[number];

/**
 * May this person read what was laid down about the point, as it stands now? A casus or signaal: who was invited, who brought it
 * in, and who directs the casus; never who is kept out or outside the convenant. Who chairs reads no casus by that [domein 3, 4].
 * `undefined`: yes.
 */
export const verborgenOm = (punt: Agendapunt, casus: Casus | undefined, { persoon, namens, zitErbij, convenanten }: LijstLezer): PuntReden | undefined => {
  if (!persoon.actief) return "niet_uitgenodigd";
  if (punt.vernietigdOp !== undefined) return zitErbij ? "vernietigd" : "niet_uitgenodigd";
  const over = casus !== undefined || punt.signaalId !== undefined;
  if (isVrij(punt.soort) || !over) return zitErbij ? undefined : "niet_uitgenodigd";
  if (isBuiten(persoon.id, punt.inhoud)) return "besloten";
  const hier = namensBinnen(persoon.id, namens, punt.inhoud);
  if (!magPuntLezen(punt, persoon.id, hier) && !heeftRegie(casus, hier)) return punt.besloten ? "besloten" : "niet_uitgenodigd";
  return buitenCasus(persoon, casus, convenanten) ? "geen_grondslag" : undefined;
};

const lezersVanTafel: readonly ActieRelatie[] = ["actiehouder", "nieuwe_actiehouder", "voorzitter", "secretaris", "tafelbeheerder", "deelnemer"];
const lezersVanCasus: readonly ActieRelatie[] = ["actiehouder", "nieuwe_actiehouder", "voorzitter", "secretaris", "aandachtsfunctionaris", "regiehouder"];

/** May this person read what it says? Of a casus only who works on it, and nobody who is left out of that casus. */
export const magLezen = (
  persoon: Persoon,
  relaties: readonly ActieRelatie[],
  { actiepunt, casus, convenanten }: Pick<ActieDossier, "actiepunt" | "casus" | "convenanten">,
): boolean => {
  const lezers = actiepunt.casusId === undefined ? lezersVanTafel : lezersVanCasus;
  return relaties.some((relatie) => lezers.includes(relatie)) && !buitenCasus(persoon, casus, convenanten);
};

/**
 * Who already has a place in a casus. @property genodigden invited to one of its agendapunten; @property gevraagden asked about one of its
 * signalen, and still where they were asked; @property partijen organisaties that are party to the convenant of the tafel; @property convenanten those that
 * hold today.
 */
export type CasusKring = {
  readonly casus: Casus;
  readonly genodigden: readonly PersoonId[];
  readonly gevraagden: readonly PersoonId[];
  readonly partijen: readonly OrganisatieId[];
  readonly convenanten: readonly Convenant[];
};

/** May this person be told something of the casus by giving him work in it [domein 4]? Default no. */
export const magVanCasusWeten = (persoon: Persoon, { casus, genodigden, gevraagden, partijen, convenanten }: CasusKring): boolean => {
  const wie = binnen(persoon, casus);
  if (!wie.actief || buitenCasus(persoon, casus, convenanten)) return false;
  const heeftPlek = zelfEnNamens(wie).some((id) => genodigden.includes(id) || gevraagden.includes(id) || casus.regiehouderId === id);
  return heeftPlek || heeftRol(wie, "aandachtsfunctionaris", casus.gemeenteId) || partijen.includes(persoon.organisatieId);
};

/** May this person read who opened the casus in an emergency, and why? Who watches over it and who directs it; never who opened it. @param eigenaar the organisatie of its gemeente. */
export const magNoodLezen = (wie: Persoon, casus: Casus, nood: Pick<Noodtoegang, "persoonId">, eigenaar: OrganisatieId): boolean => {
  const persoon = binnen(wie, casus);
  if (persoon.id === nood.persoonId) return false;
  if (heeftRol(persoon, "privacy_officer", casus.gemeenteId) || heeftRol(persoon, "aandachtsfunctionaris", casus.gemeenteId)) return true;
  if (persoon.actief && casus.regiehouderId !== undefined && zelfEnNamens(persoon).includes(casus.regiehouderId)) return true;
  return heeftRol(persoon, "fg") && persoon.organisatieId === eigenaar;
};
