import type { Casus } from "../casus/casus.js";
import { heeftRol, type Persoon, type PersoonId } from "../persoon/persoon.js";
import type { Signaal, Vraag } from "./signaal.js";
import type { Relatie } from "./signaal.status.js";

/** A signaal with what decides who somebody is to it. */
export type Dossier = { readonly signaal: Signaal; readonly vragen: readonly Vraag[]; readonly casus?: Casus };

/** The person and everybody whose deputy he is. */
export const zelfEnNamens = (persoon: Persoon): readonly PersoonId[] => [
  persoon.id,
  ...new Set(persoon.rollen.flatMap((rol) => (rol.namens === undefined ? [] : [rol.namens]))),
];

/** Only a question about the signaal itself opens it: a zorgvraag or the question about CoMensha comes without content [domein 2, T7c]. */
const gevraagd = (persoon: Persoon, vragen: readonly Vraag[]): boolean => {
  const ids = zelfEnNamens(persoon);
  return vragen.some((vraag) => vraag.soort === "afstemming" && ids.includes(vraag.aanId) && (vraag.status === "open" || vraag.status === "beantwoord"));
};

/** Who somebody is to this signaal, worked out afresh each time. */
export const relatiesVan = (persoon: Persoon, { signaal, vragen, casus }: Dossier): readonly Relatie[] => {
  if (!persoon.actief) return ["geen"];
  const found: Relatie[] = [];
  if (signaal.melderId === persoon.id) found.push("melder");
  if (heeftRol(persoon, "analist", signaal.gemeenteId) && signaal.bijMeldpunt) found.push("analist");
  if (heeftRol(persoon, "aandachtsfunctionaris", signaal.gemeenteId) && (signaal.bijAandachtsfunctionaris || signaal.status === "niet_versterkt"))
    found.push("aandachtsfunctionaris");
  if (casus?.regiehouderId !== undefined && zelfEnNamens(persoon).includes(casus.regiehouderId)) found.push("regiehouder");
  if (gevraagd(persoon, vragen)) found.push("gevraagde_partner", ...(persoon.organisatieSoort === "politie" ? (["gevraagde_politie"] as const) : []));
  if (heeftRol(persoon, "ketenregisseur")) found.push("ketenregisseur");
  return found.length > 0 ? found : ["geen"];
};
