import type { Casus } from "../casus/casus.js";
import { magNood } from "../delen/noodtoegang.js";
import { binnen } from "../delen/uitgesloten.js";
import { heeftRol, type OrganisatieId, type Persoon, type PersoonId } from "../persoon/persoon.js";
import type { Signaal, Vraag, VraagId } from "./signaal.js";
import type { Relatie } from "./signaal.status.js";

/** A signaal with what decides who somebody is to it. @property opPlek questions whose asked person still works where he was asked. @property nood who opened the casus in an emergency, less than an hour ago. */
export type Dossier = {
  readonly signaal: Signaal;
  readonly vragen: readonly Vraag[];
  readonly opPlek: readonly VraagId[];
  readonly casus?: Casus;
  readonly nood?: readonly PersoonId[];
};

/** Does somebody still work where he was asked or invited? Rights that came with a place end with it. */
export const isOpPlek = (persoon: Pick<Persoon, "actief" | "organisatieId"> | undefined, organisatieId: OrganisatieId | undefined): boolean =>
  persoon?.actief === true && (organisatieId === undefined || persoon.organisatieId === organisatieId);

/** The person and everybody whose deputy he is. */
export const zelfEnNamens = (persoon: Persoon): readonly PersoonId[] => [
  persoon.id,
  ...new Set(persoon.rollen.flatMap((rol) => (rol.namens === undefined ? [] : [rol.namens]))),
];

/**
 * The questions by which this person may look into it. Only one about the signaal itself opens it: a zorgvraag or the question about CoMensha
 * comes without content [domein 2, T7c].
 */
export const vragenAan = (persoon: Persoon, { vragen, opPlek }: Dossier): readonly Vraag[] => {
  const ids = zelfEnNamens(persoon);
  return vragen.filter(
    ({ id, soort, aanId, status }) => soort === "afstemming" && ids.includes(aanId) && opPlek.includes(id) && (status === "open" || status === "beantwoord"),
  );
};

const regieRelaties = (persoon: Persoon, casus: Casus | undefined): readonly Relatie[] => {
  const is = (id: PersoonId | undefined): boolean => id !== undefined && zelfEnNamens(persoon).includes(id);
  return [...(is(casus?.regiehouderId) ? (["regiehouder"] as const) : []), ...(is(casus?.voorstel?.regiehouderId) ? (["nieuwe_regiehouder"] as const) : [])];
};

/** Who somebody is to this signaal, worked out afresh each time. Who is kept out is at most its melder: he reads what he wrote himself. */
export const relatiesVan = (wie: Persoon, dossier: Dossier): readonly Relatie[] => {
  const { signaal, casus } = dossier;
  const persoon = binnen(wie, signaal, casus);
  const melder: readonly Relatie[] = wie.actief && signaal.melderId === wie.id ? ["melder"] : [];
  const found = [...melder, ...(persoon.actief ? taken(persoon, dossier) : [])];
  return found.length > 0 ? found : ["geen"];
};

/** What he is to it beside its melder. */
const taken = (persoon: Persoon, dossier: Dossier): readonly Relatie[] => {
  const { signaal, casus } = dossier;
  const found: Relatie[] = [];
  if (heeftRol(persoon, "analist", signaal.gemeenteId) && signaal.bijMeldpunt) found.push("analist");
  if (heeftRol(persoon, "aandachtsfunctionaris", signaal.gemeenteId) && (signaal.bijAandachtsfunctionaris || signaal.status === "niet_versterkt"))
    found.push("aandachtsfunctionaris");
  found.push(...regieRelaties(persoon, casus));
  if (vragenAan(persoon, dossier).length > 0)
    found.push("gevraagde_partner", ...(persoon.organisatieSoort === "politie" ? (["gevraagde_politie"] as const) : []));
  if (dossier.nood?.includes(persoon.id) === true && magNood(persoon)) found.push("noodtoegang");
  if (heeftRol(persoon, "ketenregisseur")) found.push("ketenregisseur");
  return found;
};
