import type { Fout } from "../fouten.js";
import { ok, type Result, refuse } from "../result.js";
import type { Route } from "../signaal/signaal.status.js";
import { heeftZorg, type SluitReden, sluitRedenen } from "./casus.js";

/** What must be so before a casus with care ends by itself [000 Bijlage 3]. Each is a field of the form. */
export const voorwaarden = ["geenStrafzaak", "weetVerblijf", "weetRechten", "weetHulp"] as const;
export type Voorwaarde = (typeof voorwaarden)[number];

const metZorg = ["voorwaarden_vervuld", "onbekend_vertrokken", "wil_geen_hulp", "teruggekeerd", "overleden", "geen_mensenhandel"] as const;

/** Why a casus under this route may end: with care only as the source says, or when there was no mensenhandel after all [000 Bijlage 3; own]. */
export const redenenPerRoute: Readonly<Record<Route, readonly SluitReden[]>> = {
  zorg: metZorg,
  zorg_straf: metZorg,
  ondermijning: ["afgerond", "elders_opgepakt", "geen_mensenhandel"],
};

/** Does this reason tell of the health or whereabouts of a victim? Then it is care content [domein 4]. */
export const isZorgReden = (reden: string | undefined): boolean => metZorg.some((een) => een === reden && een !== "geen_mensenhandel");

/** Fields of the form as they come. */
export type SluitVelden = {
  readonly sluitReden: string;
  readonly toelichting: string;
  /** What becomes of actiepunten that still run; not asked when there are none. */
  readonly openActies?: string | undefined;
} & { readonly [V in Voorwaarde]?: string | undefined };

/** May a casus under this route end for this reason, with what was ticked? */
export const leesSluitReden = (route: Route | undefined, velden: Pick<SluitVelden, "sluitReden" | Voorwaarde>): Result<SluitReden, Fout> => {
  const reden = sluitRedenen.find((een) => een === velden.sluitReden);
  if (route === undefined || reden === undefined || !redenenPerRoute[route].includes(reden))
    return refuse({ code: "sluitreden_past_niet", veld: "sluitReden" });
  const mist = reden === "voorwaarden_vervuld" ? voorwaarden.find((een) => velden[een] !== "true") : undefined;
  return mist === undefined ? ok(reden) : refuse({ code: "voorwaarde_mist", veld: mist });
};

/** What becomes of actiepunten that still run: they are dropped, or their actiehouder goes on without the tafel. */
export const openActieKeuzes = ["vervallen", "eigen_organisatie"] as const;
export type OpenActieKeuze = (typeof openActieKeuzes)[number];

/** As what a closed casus is kept. */
export const casusCategorie = (route: Route | undefined, reden: SluitReden | undefined): "casusZorg" | "casusOndermijning" | "geenMensenhandel" => {
  if (reden === "geen_mensenhandel") return "geenMensenhandel";
  return heeftZorg(route) ? "casusZorg" : "casusOndermijning";
};
