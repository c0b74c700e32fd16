import type { GrondSoort } from "../domain/regio/grondslag.js";
import { ok } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import type { TransitionName } from "../domain/signaal/signaal.status.js";
import { step } from "../domain/signaal/step.js";
import type { Plan } from "../ports/store.js";
import { roepOp, rolNu } from "./pick-up-signaal.js";
import { planStep } from "./plan-step.js";
import { commit, merge, type Opened, type Outcome, type Work } from "./work.js";

/** Questions that nobody needs answered any more once the signaal leaves the afstemming; other kinds end when it lapses. */
export const withdrawVragen = ({ signaal, vragen }: Opened, to: Signaal["status"]): Plan => {
  const moot = vragen.filter(
    (vraag) => vraag.status === "open" && (vraag.soort === "afstemming" ? signaal.status === "in_afstemming" && to !== "in_afstemming" : to === "vervallen"),
  );
  return {
    changes: moot.map((vraag) => ({ soort: "vraag", vraag: { ...vraag, status: "ingetrokken" } })),
    intents: moot.map((vraag) => ({ kind: vraag.soort === "afstemming" ? "vraag" : vraag.soort, objectId: vraag.id, to: { persoonId: vraag.aanId } })),
    doneMoments: moot.map((vraag) => ({ soort: "antwoord_partner", objectId: vraag.id })),
  };
};

export type StepExtras = {
  /** Changes to the signaal that go with the step. */
  readonly patch?: Partial<Signaal>;
  /** Reasons and the like: content of the history. */
  readonly inhoud?: Readonly<Record<string, string>>;
  readonly grondslag?: GrondSoort | undefined;
  readonly plan?: Plan;
};

/** Takes one step with all that follows from it, in one transaction. */
export const takeStep = async (work: Work, opened: Opened, name: TransitionName, extras: StepExtras = {}): Outcome<Signaal> => {
  const taken = step(opened.signaal, name, opened.relaties);
  if (!taken.ok) return taken;
  const { signaal, plan } = planStep(
    { now: work.now, doorId: work.actor.persoon.id, herkomst: work.actor.account.platform, ids: work.ports.ids },
    opened.regio,
    { ...taken.value, signaal: { ...taken.value.signaal, ...extras.patch } },
    extras.inhoud,
    extras.grondslag,
  );
  const andereHanden =
    opened.signaal.behandelaarId !== signaal.behandelaarId || rolNu(opened.signaal) !== rolNu(signaal) ? await roepOp(work.ports, opened.regio, signaal) : {};
  const committed = await commit(work, merge(plan, withdrawVragen(opened, signaal.status), extras.plan ?? {}, andereHanden), signaal.code);
  return committed.ok ? ok(signaal) : committed;
};
