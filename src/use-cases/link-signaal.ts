import { type CasusCode, parseCode } from "../domain/code.js";
import { isBuiten, uitgeslotenVan } from "../domain/delen/uitgesloten.js";
import { heeftRol } from "../domain/persoon/persoon.js";
import { ok, refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import { step } from "../domain/signaal/step.js";
import { roepOp } from "./pick-up-signaal.js";
import { planBuiten } from "./plan-buiten.js";
import { planStep } from "./plan-step.js";
import { withdrawVragen } from "./take-step.js";
import { commit, conceal, merge, type Opened, type Outcome, type Work } from "./work.js";

const stapWerk = (work: Work) => ({ now: work.now, doorId: work.actor.persoon.id, herkomst: work.actor.account.platform, ids: work.ports.ids });

/**
 * Links a signaal to a casus that this aandachtsfunctionaris may see; it follows the route of that casus, its melder keeps his own feedback. Who
 * is kept out of one of them is kept out of both.
 */
export const linkSignaal = async (work: Work, opened: Opened, typed: string): Outcome<Signaal> => {
  const code = parseCode("C", typed);
  const casus = code === undefined ? undefined : await work.ports.store.findCasus(code as CasusCode);
  if (casus !== undefined && isBuiten(work.actor.persoon.id, casus)) return conceal(work, "signaal.koppelen", casus.code, "casus");
  if (casus === undefined || !heeftRol(work.actor.persoon, "aandachtsfunctionaris", casus.gemeenteId)) return refuse({ code: "niet_gevonden", veld: "casus" });
  if (casus.afgeslotenOp !== undefined) return refuse({ code: "casus_afgesloten", veld: "casus" });
  if (casus.route === undefined) return refuse({ code: "niet_meer_mogelijk", veld: "casus" });
  if (casus.regiehouderId !== undefined && isBuiten(casus.regiehouderId, opened.signaal)) return refuse({ code: "regie_buiten", veld: "casus" });
  const taken = step(opened.signaal, casus.terugOp === undefined ? `koppelen_${casus.route}` : "koppelen_actief", opened.relaties);
  if (!taken.ok) return taken;
  const behandelt = opened.signaal.behandelaarId === undefined ? { behandelaarId: work.actor.persoon.id, opgepaktOp: work.now } : {};
  const { signaal, plan } = planStep(
    stapWerk(work),
    opened.regio,
    { ...taken.value, signaal: { ...taken.value.signaal, casusId: casus.id, ...behandelt } },
    {
      casus: casus.code,
    },
  );
  // The casus is written in any case, so that a change of who is kept out at the same moment is seen.
  const basis = merge(plan, withdrawVragen(opened, signaal.status), { changes: [{ soort: "casus", casus }] });
  const signalen = [opened.signaal, ...(await work.ports.store.signalenVanCasus(casus.id))];
  const whole = await planBuiten(work, { regio: opened.regio, signalen, casus }, uitgeslotenVan(opened.signaal, casus), basis);
  const committed = await commit(work, whole, signaal.code);
  return committed.ok ? ok(signaal) : committed;
};

/** Takes a signaal off its casus again; the last one cannot leave. */
export const unlinkSignaal = async (work: Work, opened: Opened, reden: string): Outcome<Signaal> => {
  const { casus, signaal } = opened;
  if (casus === undefined) return refuse({ code: "niet_meer_mogelijk" });
  if ((await work.ports.store.signalenVanCasus(casus.id)).length < 2) return refuse({ code: "enige_in_casus" });
  const taken = step(signaal, "ontkoppelen", opened.relaties);
  if (!taken.ok) return taken;
  const { casusId: _, ...loose } = taken.value.signaal;
  const { signaal: next, plan } = planStep(stapWerk(work), opened.regio, { ...taken.value, signaal: loose }, { reden, casus: casus.code });
  const committed = await commit(work, merge(plan, await roepOp(work.ports, opened.regio, next)), signaal.code);
  return committed.ok ? { ok: true, value: next } : committed;
};
