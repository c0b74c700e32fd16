import type { Fout } from "../fouten.js";
import { ok, type Result, refuse } from "../result.js";
import type { Signaal } from "./signaal.js";
import { findTransition, type Relatie, type SignaalStatus, type Transition, type TransitionName } from "./signaal.status.js";

export type Step = { readonly signaal: Signaal; readonly from: SignaalStatus | "nieuw"; readonly transition: Transition };

/** Takes a signaal one step on. Only the status changes and, where the new status lies at other people, the handler falls away. */
export const step = (signaal: Signaal, name: TransitionName, relaties: readonly Relatie[]): Result<Step, Fout> => {
  const transition = findTransition(name, signaal.status);
  if (transition === undefined) return refuse({ code: "niet_meer_mogelijk" });
  if (!transition.by.some((relatie) => relaties.includes(relatie))) return refuse({ code: "geen_toegang" });
  const bijMeldpunt = signaal.bijMeldpunt || transition.to === "in_verrijking" || transition.to === "bij_meldpunt";
  const bijAandachtsfunctionaris = signaal.bijAandachtsfunctionaris || transition.to === "bij_aandachtsfunctionaris" || transition.to === "niet_versterkt";
  const next = without(signaal, [
    ...(houdtTermijn(name) ? [] : (["bewarenTot"] as const)),
    ...(wisseltVanHanden(transition) ? (["behandelaarId", "opgepaktOp"] as const) : []),
    ...over(signaal.status),
    ...(transition.to === "vervallen" ? (["casusId"] as const) : []),
  ]);
  return ok({ signaal: { ...next, status: transition.to, bijMeldpunt, bijAandachtsfunctionaris }, from: signaal.status, transition });
};

type Optional = "casusId" | "bewarenTot" | "behandelaarId" | "opgepaktOp" | "herzienOp" | "dubbelVanId" | "intrekkingGevraagdOp";
const without = (signaal: Signaal, fields: readonly Optional[]): Signaal =>
  Object.fromEntries(Object.entries(signaal).filter(([name]) => !fields.includes(name as Optional))) as Signaal;

/** A look at it again by itself, and the same answer, is no new term: else it would be kept for ever. */
const houdtTermijn = (name: TransitionName): boolean => name === "herzien" || name === "niet_versterken" || name === "vernietigen";

/** What belonged to a status and is over once it is left. */
const over = (status: SignaalStatus): readonly Optional[] => {
  if (status === "niet_versterkt") return ["herzienOp"];
  return status === "vervallen" ? ["dubbelVanId", "intrekkingGevraagdOp"] : [];
};

/** Steps after which somebody else has to pick it up. */
const wisseltVanHanden = ({ name }: Transition): boolean =>
  [
    "versterken",
    "niet_versterken",
    "herzien",
    "terughalen",
    "naar_analist",
    "overdragen_aan_gemeente",
    "heropenen",
    "vervallen_ongedaan",
    "ontkoppelen",
  ].includes(name);
