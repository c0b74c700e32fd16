import { beginFase, type Casus, zonderRegie } from "../domain/casus/casus.js";
import { type CasusCode, parseCode } from "../domain/code.js";
import { binnen, isBuiten } from "../domain/delen/uitgesloten.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { zelfEnNamens } from "../domain/signaal/dossier.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import { isRouteStatus } from "../domain/signaal/signaal.status.js";
import { step } from "../domain/signaal/step.js";
import type { Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { trekIn } from "./bring-in.js";
import { planStep, triageIntents } from "./plan-step.js";
import { commit, conceal, deny, doneBy, merge, noteStap, type Outcome, type Work } from "./work.js";

/** Is this person, or somebody whose deputy he is, asked for the regie under another route? */
export const isVoorgesteld = ({ actor }: Pick<Work, "actor">, casus: Casus): boolean =>
  casus.voorstel !== undefined && !isBuiten(actor.persoon.id, casus) && zelfEnNamens(binnen(actor.persoon, casus)).includes(casus.voorstel.regiehouderId);

/** The casus of which this person, or somebody whose deputy he is, has the regie or is asked for it. */
export const openRegie = async (work: Pick<Work, "ports" | "actor">, typed: string): Outcome<Casus> => {
  const code = parseCode("C", typed);
  if (code === undefined) return refuse({ code: "ongeldige_code" });
  const casus = await work.ports.store.findCasus(code as CasusCode);
  if (casus === undefined) return refuse({ code: "niet_gevonden" });
  if (isBuiten(work.actor.persoon.id, casus)) return conceal(work, "regie", casus.code);
  const heeft = casus.regiehouderId !== undefined && zelfEnNamens(binnen(work.actor.persoon, casus)).includes(casus.regiehouderId);
  if (!heeft && !isVoorgesteld(work, casus)) return deny(work, "regie", casus.code);
  return ok(casus);
};

const tellHandler = ({ id, behandelaarId }: Signaal, variant: "regie_aanvaard" | "regie_geweigerd" | "regie_teruggegeven"): readonly Intent[] =>
  behandelaarId === undefined ? [] : [{ kind: "bericht", objectId: id, to: { persoonId: behandelaarId }, variant }];

/** The regiehouder accepts; from now on he directs the casus [T7r]. */
export const acceptRegie = async (work: Work, casus: Casus): Outcome<Casus> => {
  if (casus.regieStatus === "aanvaard") return ok(casus);
  if (casus.regieStatus !== "gevraagd") return refuse({ code: "niet_meer_mogelijk" });
  const next: Casus = { ...casus, regieStatus: "aanvaard", ...beginFase(casus) };
  const [signalen, regio] = await Promise.all([work.ports.store.signalenVanCasus(casus.id), work.ports.store.readRegio()]);
  const committed = await commit(
    work,
    {
      changes: [{ soort: "casus", casus: next }, ...signalen.map((signaal) => ({ soort: "stap" as const, stap: noteStap(work, signaal, "regie_aanvaard") }))],
      audit: [doneBy(work, "regie_aanvaarden", casus.code)],
      intents: [
        { kind: "regie", objectId: casus.id, to: { persoonId: casus.regiehouderId ?? work.actor.persoon.id } },
        ...signalen.flatMap((signaal) => [...triageIntents(regio, signaal), ...tellHandler(signaal, "regie_aanvaard")]),
      ],
      doneMoments: [{ soort: "regie_reactie", objectId: casus.id }],
    },
    casus.code,
  );
  return committed.ok ? ok(next) : committed;
};

/** The regiehouder refuses, or gives the regie back: its signalen return to vermoeden and to the aandachtsfunctionaris [T7r]. */
export const returnRegie = async (work: Work, casus: Casus, reden: string): Outcome<Casus> => {
  if (casus.regieStatus === "geen") return refuse({ code: "niet_meer_mogelijk" });
  const [signalen, regio] = await Promise.all([work.ports.store.signalenVanCasus(casus.id), work.ports.store.readRegio()]);
  const committed = await commit(work, await planReturn(work, casus, signalen, regio, reden), casus.code);
  return committed.ok ? ok({ ...casus, regieStatus: "geen" }) : committed;
};

/** What follows when the regie of a casus goes back, whoever sends it. */
export const planReturn = async (work: Work, casus: Casus, signalen: readonly Signaal[], regio: Regio, reden: string): Promise<Plan> => {
  const back = (signaal: Signaal): Plan => {
    const taken = step(signaal, "regie_teruggeven", ["regiehouder"]);
    if (!taken.ok) return {};
    const { plan } = planStep(
      { now: work.now, doorId: work.actor.persoon.id, herkomst: work.actor.account.platform, ids: work.ports.ids },
      regio,
      taken.value,
      { reden },
    );
    return merge(plan, { intents: tellHandler(signaal, casus.regieStatus === "aanvaard" ? "regie_teruggegeven" : "regie_geweigerd") });
  };
  const from = casus.regiehouderId;
  const next = zonderRegie(casus);
  return merge(
    ...signalen.filter(({ status }) => isRouteStatus(status) || status === "op_tafel").map(back),
    await trekIn(work.ports, await work.ports.store.openAgendapunten({ casusId: casus.id })),
    {
      changes: [{ soort: "casus", casus: next }],
      audit: [doneBy(work, "regie_teruggeven", casus.code)],
      intents: from === undefined ? [] : [{ kind: "regie", objectId: casus.id, to: { persoonId: from } }],
      doneMoments: [{ soort: "regie_reactie", objectId: casus.id }],
    },
  );
};
