import type { Casus } from "../casus/casus.js";
import { casusCategorie } from "../casus/sluiten.js";
import { isBuiten } from "../delen/uitgesloten.js";
import { type GemeenteId, heeftRol, type Persoon, type PersoonId } from "../persoon/persoon.js";
import { type DossierCategorie, signaalCategorie } from "../regio/bewaartermijnen.js";
import type { Gemeente } from "../regio/regio.js";
import type { Signaal } from "../signaal/signaal.js";
import { teVernietigen } from "../signaal/signaal.status.js";
import type { Dag } from "../tijd/dag.js";

/** What is destroyed as one: a signaal by itself, or a casus with its signalen. */
export type Dossiersoort = "signaal" | "casus";
type Naam = { readonly soort: Dossiersoort; readonly objectId: string; readonly code: string; readonly gemeenteId: GemeenteId };

export const vernietigingStatussen = ["voorgesteld", "ingetrokken", "vernietigd"] as const;

/** One person proposes it, another confirms; afterwards the proof of it. @property bron the legal source as the region said then. */
export type Vernietiging = Naam & {
  readonly id: string;
  readonly version: number;
  readonly categorie: DossierCategorie;
  readonly bewarenTot: Dag;
  readonly bron: string;
  readonly status: (typeof vernietigingStatussen)[number];
  readonly voorgesteldDoorId: PersoonId;
  readonly voorgesteldOp: Date;
  readonly beslistDoorId?: PersoonId;
  readonly beslistOp?: Date;
};

/** Holds the destruction of a signaal or casus; why is content. */
export type Vernietigingsstop = Naam & {
  readonly id: string;
  readonly version: number;
  readonly doorId: PersoonId;
  readonly op: Date;
  readonly opgehevenDoorId?: PersoonId;
  readonly opgehevenOp?: Date;
  readonly inhoud: { readonly reden: string };
};

/** Everything that goes at once. @property casus absent: a signaal by itself. */
export type Geheel = { readonly casus?: Casus; readonly signalen: readonly Signaal[] };
export type Verlopen = Naam & { readonly categorie: DossierCategorie; readonly bewarenTot: Dag };

/** As what it may be destroyed, once its term has passed; `undefined`: not now. The last day of the term is still kept. */
export const verlopenOp = ({ casus, signalen }: Geheel, vandaag: Dag): Verlopen | undefined => {
  const af: readonly string[] = teVernietigen;
  if (signalen.some(({ status }) => !af.includes(status))) return undefined;
  if (casus !== undefined) {
    const { id, code, gemeenteId, afgeslotenOp, bewarenTot, route, sluitReden } = casus;
    if (afgeslotenOp === undefined || bewarenTot === undefined || bewarenTot >= vandaag) return undefined;
    return { soort: "casus", objectId: id, code, gemeenteId, bewarenTot, categorie: casusCategorie(route, sluitReden) };
  }
  const [signaal] = signalen;
  const categorie = signaal && signaalCategorie(signaal.status);
  if (signaal?.bewarenTot === undefined || categorie === undefined || signaal.bewarenTot >= vandaag) return undefined;
  return { soort: "signaal", objectId: signaal.id, code: signaal.code, gemeenteId: signaal.gemeenteId, bewarenTot: signaal.bewarenTot, categorie };
};

/** What somebody is to the destruction of what belongs to a gemeente. */
type BewaarRol = "privacy_officer" | "fg" | "aandachtsfunctionaris";

/** Who is kept out of any part of it has no role in it. The FG counts for his own organisatie alone, and himself: his deputy may work elsewhere. */
export const bewaarRollen = (persoon: Persoon, gemeente: Gemeente, geheel: Partial<Geheel> = {}): readonly BewaarRol[] => {
  if (!persoon.actief || isBuiten(persoon.id, geheel.casus, ...(geheel.signalen ?? []))) return [];
  const fg = persoon.organisatieId === gemeente.organisatieId && persoon.rollen.some(({ rol, namens }) => rol === "fg" && namens === undefined);
  return [
    ...(heeftRol(persoon, "privacy_officer", gemeente.id) ? (["privacy_officer"] as const) : []),
    ...(fg ? (["fg"] as const) : []),
    ...(heeftRol(persoon, "aandachtsfunctionaris", gemeente.id) ? (["aandachtsfunctionaris"] as const) : []),
  ];
};

/** Only the privacy officer proposes; whoever is anything here may hold it, and confirm what somebody else proposed. */
export const magVoorstellen = (rollen: readonly BewaarRol[]): boolean => rollen.includes("privacy_officer");
export const magBevestigen = (rollen: readonly BewaarRol[], persoonId: PersoonId, { voorgesteldDoorId }: Pick<Vernietiging, "voorgesteldDoorId">): boolean =>
  rollen.length > 0 && persoonId !== voorgesteldDoorId;
export const magStoppen = (rollen: readonly BewaarRol[]): boolean => rollen.length > 0;
