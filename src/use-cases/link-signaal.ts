import { type CasusCode, parseCode } from "../domain/code.js";
import { heeftRol } from "../domain/persoon/persoon.js";
import { refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import { step } from "../domain/signaal/step.js";
import { planStep } from "./plan-step.js";
import { takeStep } from "./take-step.js";
import { commit, type Opened, type Outcome, type Work } from "./work.js";

/** Links a signaal to a casus that this aandachtsfunctionaris may see; it follows the route of that casus, its melder keeps his own feedback. */
export const linkSignaal = async (work: Work, opened: Opened, typed: string): Outcome<Signaal> => {
  const code = parseCode("C", typed);
  const casus = code === undefined ? undefined : await work.ports.store.findCasus(code as CasusCode);
  if (casus === undefined || !heeftRol(work.actor.persoon, "aandachtsfunctionaris", casus.gemeenteId)) return refuse({ code: "niet_gevonden", veld: "casus" });
  if (casus.afgeslotenOp !== undefined) return refuse({ code: "casus_afgesloten", veld: "casus" });
  if (casus.route === undefined) return refuse({ code: "niet_meer_mogelijk", veld: "casus" });
  const taken = opened.signaal.behandelaarId === undefined ? { behandelaarId: work.actor.persoon.id, opgepaktOp: work.now } : {};
  return takeStep(work, opened, casus.terugOp === undefined ? `koppelen_${casus.route}` : "koppelen_actief", {
    patch: { casusId: casus.id, ...taken },
    inhoud: { casus: casus.code },
  });
};

/** Takes a signaal off its casus again; the last one cannot leave. */
export const unlinkSignaal = async (work: Work, opened: Opened, reden: string): Outcome<Signaal> => {
  const { casus, signaal } = opened;
  if (casus === undefined) return refuse({ code: "niet_meer_mogelijk" });
  if ((await work.ports.store.signalenVanCasus(casus.id)).length < 2) return refuse({ code: "enige_in_casus" });
  const taken = step(signaal, "ontkoppelen", opened.relaties);
  if (!taken.ok) return taken;
  const { casusId: _, ...loose } = taken.value.signaal;
  const { signaal: next, plan } = planStep(
    { now: work.now, doorId: work.actor.persoon.id, herkomst: work.actor.account.platform, ids: work.ports.ids },
    opened.regio,
    { ...taken.value, signaal: loose },
    { reden, casus: casus.code },
  );
  const committed = await commit(work, plan, signaal.code);
  return committed.ok ? { ok: true, value: next } : committed;
};
