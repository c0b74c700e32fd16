import type { OrganisatieSoort, Persoon } from "../persoon/persoon.js";
import type { Relatie, Route, SignaalStatus } from "../signaal/signaal.status.js";

/** Groups of fields of a signaal that are shown or withheld together. */
export const veldgroepen = ["melding", "kenmerken", "beschermd", "verrijking", "vragen", "oordeel", "zorg", "besluiten", "stappen", "melder"] as const;
export type Veldgroep = (typeof veldgroepen)[number];

/** Why a group is withheld; words under `bekijk.verborgen.${reden}`. */
export type VerborgenReden = "geen_grondslag" | "melder_beschermd" | "niet_voor_uw_rol";
export type Zicht = Readonly<Record<Veldgroep, { readonly zichtbaar: true } | { readonly zichtbaar: false; readonly reden: VerborgenReden }>>;

const perRelatie: Readonly<Record<Relatie, readonly Veldgroep[]>> = {
  aandachtsfunctionaris: veldgroepen,
  analist: ["melding", "kenmerken", "beschermd", "verrijking", "stappen", "melder"],
  regiehouder: ["melding", "kenmerken", "beschermd", "verrijking", "oordeel", "zorg", "besluiten"],
  nieuwe_regiehouder: ["melding", "kenmerken", "beschermd", "verrijking", "oordeel", "zorg", "besluiten"],
  /** Records what was agreed; what he may read is as genodigde. */
  tafelvoorzitter: [],
  gevraagde_partner: ["melding", "kenmerken"],
  gevraagde_politie: [],
  /** What it takes to protect somebody now. */
  noodtoegang: ["melding", "kenmerken", "beschermd", "verrijking", "besluiten"],
  /** What he wrote; the protected fields hold what others found since. */
  melder: ["melding", "kenmerken"],
  ketenregisseur: [],
  systeem: [],
  geen: [],
};

/** Partners whose task asks for who and where; care partners get it only through the regie [domein 4]. */
const partnersMetBeschermd: readonly OrganisatieSoort[] = ["politie", "nla", "om", "kmar", "veilig_thuis"];

/** Care bodies are no party to what is shared under a route ondermijning, also when they were asked before [domein 4]. */
export const buitenOndermijning: readonly OrganisatieSoort[] = ["zorg", "veilig_thuis"];

/** Where a victim is in the care path, health and whereabouts stay away from them, whatever they are to the casus [domein 4]. */
export const buitenZorg: readonly OrganisatieSoort[] = ["politie", "nla", "riec"];

/** What one person may see of one signaal, here and now; default is nothing. */
export const visibleFields = (persoon: Persoon, alle: readonly Relatie[], status: SignaalStatus, route?: Route): Zicht => {
  const ondermijning = status === "route_ondermijning" || route === "ondermijning";
  const buiten = ondermijning && buitenOndermijning.includes(persoon.organisatieSoort);
  const relaties = alle.filter((relatie) => !buiten || (relatie !== "gevraagde_partner" && relatie !== "nieuwe_regiehouder" && relatie !== "noodtoegang"));
  const zichtbaar = new Set(relaties.flatMap((relatie) => perRelatie[relatie]));
  // Enough to say yes or no; the rest comes with the regie.
  if (buiten && alle.includes("nieuwe_regiehouder")) for (const groep of ["melding", "kenmerken"] as const) zichtbaar.add(groep);
  // Danger to somebody is a ground of its own: who and where, and nothing else of that route.
  if (buiten && alle.includes("noodtoegang")) for (const groep of ["melding", "kenmerken", "beschermd"] as const) zichtbaar.add(groep);
  if (buitenZorg.includes(persoon.organisatieSoort)) zichtbaar.delete("zorg");
  if (relaties.includes("gevraagde_partner") && partnersMetBeschermd.includes(persoon.organisatieSoort)) zichtbaar.add("beschermd");
  const reden = (groep: Veldgroep): VerborgenReden =>
    groep === "melder" ? "melder_beschermd" : alle.includes("gevraagde_partner") ? "geen_grondslag" : "niet_voor_uw_rol";
  return Object.fromEntries(
    veldgroepen.map((groep) => [groep, zichtbaar.has(groep) ? { zichtbaar: true } : { zichtbaar: false, reden: reden(groep) }]),
  ) as Zicht;
};
