import { isBesloten } from "../domain/delen/uitgesloten.js";
import { ok, refuse } from "../domain/result.js";
import type { Aanvulling, Acuut, Signaal, SignaalInhoud, Stap } from "../domain/signaal/signaal.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, momentOp } from "../domain/tijd/tijd.js";
import type { Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { waarGehoord } from "./pick-up-signaal.js";
import { eersteReactieMoment, OCHTEND, triageIntents } from "./plan-step.js";
import { checkFreeText } from "./submit-signaal.js";
import { commit, doneBy, merge, noteStap, type Opened, type Outcome, type Work } from "./work.js";

const change = async (
  work: Work,
  { signaal, regio }: Opened,
  next: Signaal,
  name: Stap["name"],
  plan: Plan = {},
  inhoud: Readonly<Record<string, string>> = {},
): Outcome<Signaal> => {
  const whole = merge(
    {
      changes: [
        { soort: "signaal", signaal: next },
        { soort: "stap", stap: noteStap(work, signaal, name, inhoud) },
      ],
      audit: [doneBy(work, name, signaal.code)],
      intents: triageIntents(regio, next),
    },
    plan,
  );
  const committed = await commit(work, whole, signaal.code);
  return committed.ok ? ok(next) : committed;
};

const joined = (before: string | undefined, added: string | undefined): string | undefined =>
  added === undefined ? before : before === undefined || before === added ? added : `${before}\n${added}`;

/** Who handles it hears in private what somebody else did; while nobody does, the channel whose turn it is. */
const tellHandler = async (work: Work, { regio, signaal }: Opened, variant: "aangevuld" | "intrekking_gevraagd"): Promise<readonly Intent[]> => {
  const { id, behandelaarId } = signaal;
  if (behandelaarId === undefined) return (await waarGehoord(work.ports, regio, signaal)).map((to) => ({ kind: "bericht", objectId: id, to, variant }));
  return behandelaarId === work.actor.persoon.id ? [] : [{ kind: "bericht", objectId: id, to: { persoonId: behandelaarId }, variant }];
};

/** Adds what somebody saw later. Nothing that was written before is changed; the handler hears it. */
export const addToSignaal = async (
  work: Work,
  opened: Opened,
  input: { readonly tekst: string; readonly beschermd: Pick<SignaalInhoud, "adres" | "bedrijf" | "personen"> },
): Outcome<Signaal> => {
  const fout = checkFreeText(opened.regio, "tekst", input.tekst);
  if (fout) return refuse(fout);
  const { signaal } = opened;
  const aanvulling: Aanvulling = { op: work.now.toISOString(), doorId: work.actor.persoon.id, tekst: input.tekst };
  const beschermd = Object.fromEntries(
    (["adres", "bedrijf", "personen"] as const)
      .map((veld) => [veld, joined(signaal.inhoud[veld], input.beschermd[veld])])
      .filter(([, waarde]) => waarde !== undefined),
  );
  const next: Signaal = { ...signaal, inhoud: { ...signaal.inhoud, ...beschermd, aanvullingen: [...signaal.inhoud.aanvullingen, aanvulling] } };
  return change(work, opened, next, "aanvullen", { intents: await tellHandler(work, opened, "aangevuld") });
};

/** The melder asks to withdraw. A signaal never ends by that alone: who handles it looks whether somebody is in danger. */
export const askToWithdraw = async (work: Work, opened: Opened, reden: string): Outcome<Signaal> =>
  change(
    work,
    opened,
    { ...opened.signaal, intrekkingGevraagdOp: work.now },
    "intrekking_gevraagd",
    { intents: await tellHandler(work, opened, "intrekking_gevraagd") },
    { reden },
  );

/** The mark acuut beside any state, with the time and who called 112 [T0]. */
export const markAcuut = async (work: Work, opened: Opened, belde112: Acuut["belde112"]): Outcome<Signaal> => {
  const next: Signaal = { ...opened.signaal, acuut: opened.signaal.acuut ?? { op: work.now, doorId: work.actor.persoon.id, belde112 } };
  const waits = next.behandelaarId === undefined && ["bij_meldpunt", "bij_aandachtsfunctionaris", "in_verrijking"].includes(next.status);
  const plan: Plan = {
    moments: waits ? [eersteReactieMoment(opened.regio, next, work.now)] : [],
    // Where no channel shows the mark, who handles it is told.
    intents: isBesloten(next) ? await tellHandler(work, opened, "aangevuld") : [],
  };
  return change(work, opened, next, "acuut", plan, { belde112 });
};

/** Holds the feedback until a day. The melder reads that we are still at it, and by when he hears more. */
export const holdTerugkoppeling = (work: Work, opened: Opened, tot: Dag): Outcome<Signaal> => {
  if (tot <= dagVan(work.now)) return Promise.resolve(refuse({ code: "datum_verleden", veld: "tot" }));
  const next: Signaal = { ...opened.signaal, aangehoudenTot: tot, beloofdVoor: tot };
  return change(
    work,
    opened,
    next,
    "aanhouden",
    {
      intents: [{ kind: "terugkoppeling", objectId: next.id, to: { persoonId: next.melderId }, variant: "nog_bezig" }],
      moments: [{ soort: "bericht_melder", objectId: next.id, op: momentOp(tot, OCHTEND), stap: 0 }],
    },
    { tot },
  );
};
