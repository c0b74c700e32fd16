import type { OrganisatieId, OrganisatieSoort, Persoon } from "../persoon/persoon.js";
import type { Convenant } from "../regio/regio.js";
import type { Relatie, Route } from "../signaal/signaal.status.js";
import type { Dag } from "../tijd/dag.js";
import { type DeelDoel, doelVan, gedeeldOnder, gegevensSoorten, geldig, partijIn } from "./convenant.js";

/**
 * The one policy of disclosure: may this person, as what he is to it, for this purpose, see this part of this signaal or casus, today? Yes with
 * the ground, or no with the reason. Nothing else decides that [domein 4].
 */

/** Groups of fields of a signaal that are shown or withheld together. */
export const veldgroepen = ["melding", "kenmerken", "beschermd", "verrijking", "vragen", "oordeel", "zorg", "besluiten", "stappen", "melder"] as const;
export type Veldgroep = (typeof veldgroepen)[number];

/** Why somebody may see something: his own task, what he wrote, a convenant, what was typed when he was asked, or danger. Words under `bekijk.grond.${soort}`. */
export type Grond =
  | { readonly soort: "taak" | "eigen_melding" | "eigen_grondslag" | "noodtoegang" }
  | { readonly soort: "convenant"; readonly convenant: Convenant };

/** Why a group is withheld; words under `bekijk.verborgen.${groep}` and `bekijk.reden.${reden}`. */
export const verborgenRedenen = ["geen_grondslag", "geen_convenant", "convenant_verlopen", "geen_toestemming", "melder_beschermd", "niet_voor_uw_rol"] as const;
export type VerborgenReden = (typeof verborgenRedenen)[number];

export type Zicht = Readonly<
  Record<Veldgroep, { readonly zichtbaar: true; readonly grond: Grond } | { readonly zichtbaar: false; readonly reden: VerborgenReden }>
>;

/** One look. @property eigenaar the organisatie of the gemeente of the signaal. @property voorstel the route under which he was asked for the regie. */
export type Blik = {
  readonly persoon: Pick<Persoon, "organisatieId" | "organisatieSoort">;
  readonly relaties: readonly Relatie[];
  readonly eigenaar: OrganisatieId;
  readonly route?: Route;
  readonly voorstel?: Route;
  /** He was asked or invited on a ground that was typed for him, not on a convenant. */
  readonly eigenGrond: boolean;
  /** It is on record that the victim agreed, or why she was not asked. */
  readonly toestemming: boolean;
  readonly convenanten: readonly Convenant[];
  readonly dag: Dag;
};

const regieGroepen = ["melding", "kenmerken", "beschermd", "verrijking", "oordeel", "zorg", "besluiten"] as const satisfies readonly Veldgroep[];
/** Enough to give an answer. */
const vraagGroepen = ["melding", "kenmerken"] as const satisfies readonly Veldgroep[];

/** What goes with the work itself, within the gemeente that has the signaal; what he wrote for a melder, as the protected fields hold what others found. */
const eigenGroepen: Readonly<Partial<Record<Relatie, readonly Veldgroep[]>>> = {
  aandachtsfunctionaris: veldgroepen,
  analist: ["melding", "kenmerken", "beschermd", "verrijking", "stappen", "melder"],
  melder: vraagGroepen,
};

/** Care bodies are no party to what is shared under a route ondermijning, unless a convenant of the region says so [domein 4]. */
const buitenOndermijning: readonly OrganisatieSoort[] = ["zorg", "veilig_thuis"];
/** Where a victim is in the care path stays away from them, whatever they are to the casus, unless a convenant says so [domein 4]. */
const buitenZorg: readonly OrganisatieSoort[] = ["politie", "nla", "riec"];

/** Is this organisatie left out of all that is shared about a casus under this route? @param convenanten those that hold today. */
export const buitenCasus = (
  { organisatieId, organisatieSoort }: Blik["persoon"],
  casus: { readonly route?: Route } | undefined,
  convenanten: readonly Convenant[],
): boolean =>
  casus?.route === "ondermijning" && buitenOndermijning.includes(organisatieSoort) && gedeeldOnder(convenanten, "ondermijning", [organisatieId]) === undefined;

/** Grounds that some claim gives; a group that is not there is withheld. */
type Gronden = Partial<Record<Veldgroep, Grond>>;
const metGrond = (groepen: readonly Veldgroep[], grond: Grond): Gronden => Object.fromEntries(groepen.map((groep) => [groep, grond]));

const onder = (blik: Blik, doel: DeelDoel): Convenant | undefined =>
  gedeeldOnder(geldig(blik.convenanten, blik.dag), doel, [blik.eigenaar, blik.persoon.organisatieId]);

/** The care of a casus: not for those who are to stay out of it, unless the convenant names it for them. */
const zonderZorg = (groepen: readonly Veldgroep[], { persoon }: Blik, convenant: Convenant | undefined): readonly Veldgroep[] =>
  buitenZorg.includes(persoon.organisatieSoort) && !(convenant !== undefined && partijIn(convenant, persoon.organisatieId)?.gegevens.includes("zorg"))
    ? groepen.filter((groep) => groep !== "zorg")
    : groepen;

/** Danger to somebody is a ground of its own: what it takes to protect her now; of a casus that is closed to his organisatie who and where alone. */
const noodGroepen = ["melding", "kenmerken", "beschermd", "verrijking", "besluiten"] as const satisfies readonly Veldgroep[];
const alsNood = ({ persoon, route, convenanten, dag }: Blik): Gronden => {
  const dicht = buitenCasus(persoon, route === undefined ? undefined : { route }, geldig(convenanten, dag));
  return metGrond(dicht ? ["melding", "kenmerken", "beschermd"] : noodGroepen, { soort: "noodtoegang" });
};

const isEigen = ({ persoon, eigenaar }: Blik): boolean => persoon.organisatieId === eigenaar;

/** Who directs it needs all of it, under a convenant for that purpose or within the gemeente itself. */
const alsRegie = (blik: Blik, doel: DeelDoel): Gronden => {
  const convenant = onder(blik, doel);
  if (convenant === undefined) return isEigen(blik) ? metGrond(regieGroepen, { soort: "taak" }) : {};
  return metGrond(zonderZorg(regieGroepen, blik, convenant), { soort: "convenant", convenant });
};

/** Reads before he says yes or no; of a casus that is closed to him only what that takes [T10]. */
const alsNieuweRegie = (blik: Blik): Gronden => {
  const { persoon, route, voorstel, convenanten, dag } = blik;
  const alle = alsRegie(blik, doelVan(voorstel));
  if (!buitenCasus(persoon, route === undefined ? undefined : { route }, geldig(convenanten, dag))) return alle;
  return Object.fromEntries(Object.entries(alle).filter(([groep]) => (vraagGroepen as readonly string[]).includes(groep)));
};

/** Who was asked or invited: what the convenant gives his organisatie; on a ground that was typed only what the question takes. */
const alsPartner = (blik: Blik): Gronden => {
  const { persoon, route, convenanten, dag, toestemming } = blik;
  if (buitenCasus(persoon, route === undefined ? undefined : { route }, geldig(convenanten, dag))) return {};
  const convenant = onder(blik, doelVan(route));
  if (convenant !== undefined) {
    const gegeven = gegevensSoorten.filter((soort) => partijIn(convenant, persoon.organisatieId)?.gegevens.includes(soort) === true);
    const groepen = zonderZorg(gegeven, blik, convenant).filter((groep) => groep !== "zorg" || toestemming);
    return metGrond(groepen, { soort: "convenant", convenant });
  }
  return blik.eigenGrond ? metGrond(vraagGroepen, { soort: "eigen_grondslag" }) : {};
};

const isPartijGeweest = ({ convenanten, dag, persoon, route }: Blik): boolean =>
  convenanten.some((een) => een.doelen.includes(doelVan(route)) && partijIn(een, persoon.organisatieId) !== undefined && geldig([een], dag).length === 0);

const claim = (blik: Blik, relatie: Relatie): Gronden => {
  if (relatie === "regiehouder") return alsRegie(blik, doelVan(blik.route));
  if (relatie === "nieuwe_regiehouder") return alsNieuweRegie(blik);
  if (relatie === "gevraagde_partner") return alsPartner(blik);
  if (relatie === "noodtoegang") return alsNood(blik);
  return metGrond(eigenGroepen[relatie] ?? [], { soort: relatie === "melder" ? "eigen_melding" : "taak" });
};

const deelRelaties: readonly Relatie[] = ["regiehouder", "nieuwe_regiehouder", "gevraagde_partner"];

/** The most telling reason why a group is withheld. */
const redenVan = (blik: Blik, groep: Veldgroep): VerborgenReden => {
  if (groep === "melder") return "melder_beschermd";
  if (!blik.relaties.some((relatie) => deelRelaties.includes(relatie))) return "niet_voor_uw_rol";
  const partner = blik.relaties.includes("gevraagde_partner");
  if (onder(blik, doelVan(blik.route)) === undefined && !isEigen(blik)) {
    if (isPartijGeweest(blik)) return "convenant_verlopen";
    return partner ? "geen_grondslag" : "geen_convenant";
  }
  if (groep === "zorg" && partner && !blik.toestemming && alsPartner({ ...blik, toestemming: true }).zorg !== undefined) return "geen_toestemming";
  return partner ? "geen_grondslag" : "niet_voor_uw_rol";
};

/** Is there a ground on which this organisatie may direct a casus under this route: its own gemeente, or a convenant? */
export const magRegieVoeren = (
  organisatieId: OrganisatieId,
  route: Route,
  { eigenaar, convenanten, dag }: Pick<Blik, "eigenaar" | "convenanten" | "dag">,
): boolean => organisatieId === eigenaar || gedeeldOnder(geldig(convenanten, dag), route, [eigenaar, organisatieId]) !== undefined;

/** What one person may see of one signaal, here and now, each group with its ground or with the reason why not; default is nothing. */
export const visibleFields = (blik: Blik): Zicht => {
  const gronden: Gronden = Object.assign({}, ...[...blik.relaties].reverse().map((relatie) => claim(blik, relatie)));
  return Object.fromEntries(
    veldgroepen.map((groep) => {
      const grond = gronden[groep];
      return [groep, grond === undefined ? { zichtbaar: false, reden: redenVan(blik, groep) } : { zichtbaar: true, grond }];
    }),
  ) as Zicht;
};

/** May the zorgcoördinator who does the care of the casus see where the victim is in it? */
export const magZorgZien = (blik: Omit<Blik, "relaties" | "toestemming" | "eigenGrond">): boolean =>
  visibleFields({ ...blik, relaties: ["regiehouder"], toestemming: true, eigenGrond: false }).zorg.zichtbaar;
