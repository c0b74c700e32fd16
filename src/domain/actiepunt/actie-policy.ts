import type { Casus } from "../casus/casus.js";
import { binnen, namensBinnen } from "../delen/uitgesloten.js";
import { heeftRol, type Persoon, type PersoonId } from "../persoon/persoon.js";
import type { Convenant } from "../regio/regio.js";
import { type TafelInrichting, tafelRollenVan } from "../tafel/tafel.js";
import type { Actiepunt } from "./actiepunt.js";
import { type ActieDaad, type ActieRelatie, type ActieTransition, actieTransitions, findActieTransition } from "./actiepunt.status.js";

/**
 * An actiepunt with what decides who somebody is to it. @property bereikbaar who of its actiehouders and of those who lead its tafel reads messages in a
 * chat and may know of its casus. @property convenanten those that hold today.
 */
export type ActieDossier = {
  readonly actiepunt: Actiepunt;
  readonly actiehouder: Persoon;
  readonly inrichting?: TafelInrichting;
  readonly casus?: Casus;
  readonly bereikbaar: readonly PersoonId[];
  readonly convenanten: readonly Convenant[];
};

const casusRelaties = (persoon: Persoon, ids: readonly PersoonId[], casus: Casus | undefined): readonly ActieRelatie[] => [
  ...(casus !== undefined && heeftRol(persoon, "aandachtsfunctionaris", casus.gemeenteId) ? (["aandachtsfunctionaris"] as const) : []),
  ...(casus?.regiehouderId !== undefined && casus.regieStatus === "aanvaard" && ids.includes(casus.regiehouderId) ? (["regiehouder"] as const) : []),
];

const namensRelaties = (tafel: readonly ActieRelatie[], { actiepunt, bereikbaar, inrichting }: ActieDossier): readonly ActieRelatie[] => {
  if (!tafel.some((rol) => rol === "voorzitter" || rol === "secretaris")) return [];
  const nieuwe = actiepunt.overdrachtAanId;
  return [
    ...(bereikbaar.includes(actiepunt.actiehouderId) ? [] : (["namens"] as const)),
    ...(nieuwe === undefined || bereikbaar.includes(nieuwe) ? [] : (["namens_nieuwe"] as const)),
    ...(inrichting === undefined || bereikbaar.includes(inrichting.voorzitterId) || !tafel.includes("secretaris") ? [] : (["namens_voorzitter"] as const)),
  ];
};

/** Who somebody is to this actiepunt, worked out afresh each time; who is kept out of its casus is nobody. @param namens himself and everybody whose deputy he is. */
export const actieRelatiesVan = (wie: Persoon, namens: readonly PersoonId[], dossier: ActieDossier): readonly ActieRelatie[] => {
  const { actiepunt, actiehouder, inrichting, casus } = dossier;
  const persoon = binnen(wie, casus);
  if (!persoon.actief) return ["geen"];
  const zelfEnNamens = namensBinnen(wie.id, namens, casus);
  const is = (id: PersoonId | undefined): boolean => id !== undefined && zelfEnNamens.includes(id);
  const tafel: readonly ActieRelatie[] = inrichting === undefined ? [] : tafelRollenVan(inrichting, zelfEnNamens);
  const found: readonly ActieRelatie[] = [
    ...(is(actiepunt.actiehouderId) ? (["actiehouder"] as const) : []),
    ...(is(actiepunt.overdrachtAanId) ? (["nieuwe_actiehouder"] as const) : []),
    ...namensRelaties(tafel, dossier),
    ...tafel,
    ...casusRelaties(persoon, zelfEnNamens, casus),
    ...(persoon.inRegio && persoon.organisatieId === actiehouder.organisatieId ? (["organisatie"] as const) : []),
  ];
  return found.length > 0 ? found : ["geen"];
};

/** Who may note an actiepunt: those of the tafel; of a casus only who sits in the chair or handles the casus. */
export const magNoteren = (wie: Persoon, namens: readonly PersoonId[], inrichting: TafelInrichting, casus?: Casus): boolean => {
  const persoon = binnen(wie, casus);
  const zelfEnNamens = namensBinnen(wie.id, namens, casus);
  const tafel = tafelRollenVan(inrichting, zelfEnNamens);
  const by: readonly ActieRelatie[] = findActieTransition("noteren", "nieuw")?.by ?? [];
  if (casus === undefined) return tafel.some((rol) => by.includes(rol));
  const aanTafel = casus.tafelId === inrichting.tafelId && tafel.some((rol) => rol === "voorzitter" || rol === "secretaris");
  return aanTafel || casusRelaties(persoon, zelfEnNamens, casus).some((relatie) => by.includes(relatie));
};

const gevraagd = ({ als }: ActieTransition, { gevraagdeTermijn, overdrachtAanId }: Actiepunt): boolean =>
  als === undefined || (als === "tijd_gevraagd" ? gevraagdeTermijn : overdrachtAanId) !== undefined;

/** May somebody with these relaties do this now? Default no. */
export const magDoen = (relaties: readonly ActieRelatie[], daad: ActieDaad, actiepunt: Actiepunt): boolean => {
  const row = findActieTransition(daad, actiepunt.status);
  return row !== undefined && gevraagd(row, actiepunt) && row.by.some((relatie) => relaties.includes(relatie));
};
/** Is it his to do at some other moment? Tells "not any more" from "not yours". */
export const magOoitDoen = (relaties: readonly ActieRelatie[], daad: ActieDaad): boolean =>
  (actieTransitions as readonly ActieTransition[]).some((row) => row.name === daad && row.by.some((relatie) => relaties.includes(relatie)));

export const mogelijkeDaden = (relaties: readonly ActieRelatie[], actiepunt: Actiepunt): readonly ActieDaad[] =>
  actieTransitions.map(({ name }) => name).filter((name): name is ActieDaad => name !== "noteren" && magDoen(relaties, name, actiepunt));
