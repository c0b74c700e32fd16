import { type Casus, zonderRegie } from "../domain/casus/casus.js";
import { parseCode } from "../domain/code.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import { refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import { isOpen } from "../domain/signaal/signaal.status.js";
import type { Plan } from "../ports/store.js";
import { takeStep } from "./take-step.js";
import { conceal, doneBy, type Opened, type Outcome, type Work } from "./work.js";

export type Vervallen = { readonly soort: "dubbel" | "vergissing" | "ingetrokken_melder"; readonly dubbelVan?: string; readonly reden: string };

/** A casus whose last signaal lapses asks nobody for its regie any more. */
const leaveCasus = async (work: Work, { casus, signaal }: Opened): Promise<Plan> => {
  if (casus?.regiehouderId === undefined) return {};
  const others = (await work.ports.store.signalenVanCasus(casus.id)).filter((other) => other.id !== signaal.id && isOpen(other.status));
  if (others.length > 0) return {};
  return casusLos(work, casus, "regie_vervalt");
};

/** Regiehouder and who was asked for the regie see on their card that it is over; nothing of the casus falls due any more. */
const casusLos = (work: Work, casus: Casus, actie: string): Plan => ({
  changes: [{ soort: "casus", casus: zonderRegie(casus) }],
  audit: [doneBy(work, actie, casus.code)],
  intents: [casus.regiehouderId, casus.voorstel?.regiehouderId]
    .filter((id) => id !== undefined)
    .map((persoonId) => ({ kind: "regie", objectId: casus.id, to: { persoonId } })),
  doneMoments: [
    { soort: "regie_reactie", objectId: casus.id },
    { soort: "casus_terug", objectId: casus.id },
  ],
});

/** T15: looked at again on new information. A casus that was closed loses its route, its regie and its closing. */
export const reopenSignaal = async (work: Work, opened: Opened, reden: string): Outcome<Signaal> => {
  const { casus } = opened;
  const plan = casus?.afgeslotenOp === undefined ? {} : casusLos(work, casus, "casus.heropenen");
  return takeStep(work, opened, "heropenen", { inhoud: { reden }, patch: { behandelaarId: work.actor.persoon.id, opgepaktOp: work.now }, plan });
};

/** T14: a duplicate with its link, or a mistake. It can be undone. */
export const lapseSignaal = async (work: Work, opened: Opened, input: Vervallen): Outcome<Signaal> => {
  const inhoud = { soort: input.soort, reden: input.reden };
  const plan = await leaveCasus(work, opened);
  if (input.soort !== "dubbel") return takeStep(work, opened, "laten_vervallen", { inhoud, plan });
  const code = input.dubbelVan === undefined ? undefined : parseCode("SG", input.dubbelVan);
  if (code === undefined) return refuse({ code: "dubbel_code_nodig", veld: "dubbelVan" });
  if (code === opened.signaal.code) return refuse({ code: "dubbel_van_zichzelf", veld: "dubbelVan" });
  const other = await work.ports.store.findSignaal(code);
  if (other !== undefined && isBuiten(work.actor.persoon.id, other)) return conceal(work, "signaal.laten_vervallen", other.code, "dubbelVan");
  if (other === undefined || other.gemeenteId !== opened.signaal.gemeenteId) return refuse({ code: "niet_gevonden", veld: "dubbelVan" });
  return takeStep(work, opened, "laten_vervallen", { patch: { dubbelVanId: other.id }, inhoud: { ...inhoud, dubbelVan: other.code }, plan });
};
