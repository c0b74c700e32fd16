import { isBesloten } from "../domain/delen/uitgesloten.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { maandenVan, signaalCategorie } from "../domain/regio/bewaartermijnen.js";
import type { GrondSoort } from "../domain/regio/grondslag.js";
import { type Regio, readGemeente } from "../domain/regio/regio.js";
import type { Signaal, Stap, StapId } from "../domain/signaal/signaal.js";
import { isOpen, signaalTransitions, type Terugkoppeling } from "../domain/signaal/signaal.status.js";
import type { Step } from "../domain/signaal/step.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, momentOp, plusMaanden, plusWerkdagen } from "../domain/tijd/tijd.js";
import type { Ids } from "../ports/ids.js";
import type { Plan } from "../ports/store.js";
import type { DueMoment, Intent, MomentSoort } from "../ports/work.js";

/** Hour at which reminders go out, Europe/Amsterdam. */
export const OCHTEND = "09:00";
/** Minutes within which an acuut signaal must be picked up; it does not wait for working hours. */
const ACUUT_MINUTEN = 30;

/** The channels in which the card of a signaal belongs, or stood before somebody was kept out of it. */
export const kaartIntents = (regio: Regio, signaal: Signaal): readonly Intent[] =>
  regio.channels
    .filter((channel) => channel.gemeenteId === signaal.gemeenteId)
    .filter((channel) => (channel.soort === "meldpunt" ? signaal.bijMeldpunt : signaal.bijAandachtsfunctionaris))
    .map((channel) => ({ kind: "triage", objectId: signaal.id, to: { channelId: channel.id } }));

const closesPromise: readonly Terugkoppeling[] = ["niet_nu", "anders_opgepakt", "verder_besproken", "actie_ondernomen", "afgesloten", "ingetrokken"];
const opensPromise: readonly string[] = ["herzien", "terughalen", "heropenen", "vervallen_ongedaan", "ontkoppelen"];

/** The first reaction is due: soon when acuut, else at the end of the term of the gemeente. */
export const eersteReactieMoment = (regio: Regio, signaal: Signaal, now: Date): DueMoment => ({
  soort: "eerste_reactie",
  objectId: signaal.id,
  op: signaal.acuut === undefined ? momentOp(reageerVoor(regio, signaal, now), OCHTEND) : new Date(now.getTime() + ACUUT_MINUTEN * 60_000),
  stap: 0,
});

/** The cards of a signaal in channels; one from which somebody is kept out has none [domein 4]. */
export const triageIntents = (regio: Regio, signaal: Signaal): readonly Intent[] => (isBesloten(signaal) ? [] : kaartIntents(regio, signaal));

/** Day by which somebody must have picked it up. */
export const reageerVoor = (regio: Regio, signaal: Pick<Signaal, "gemeenteId">, from: Date): Dag =>
  plusWerkdagen(dagVan(from), readGemeente(regio, signaal.gemeenteId).termijnen.eersteReactie, regio.vrijeDagen);

/** When it came to those whose turn it is: at its last step, else when it came in. */
export const wachtSinds = (signaal: Signaal, stappen: readonly Stap[]): Date =>
  stappen.findLast((stap) => signaalTransitions.some((row) => row.name === stap.name))?.op ?? signaal.ontvangenOp;

/** Day promised to the melder, counted from now. */
export const belofte = (regio: Regio, signaal: Pick<Signaal, "gemeenteId">, now: Date): Dag =>
  plusWerkdagen(dagVan(now), readGemeente(regio, signaal.gemeenteId).termijnen.berichtMelder, regio.vrijeDagen);

/** The promise is watched from the morning of its day. */
export const belofteMoment = (signaal: Signaal, stap = 0): DueMoment => ({
  soort: "bericht_melder",
  objectId: signaal.id,
  op: momentOp(signaal.beloofdVoor, OCHTEND),
  stap,
});

const isHeld = (signaal: Signaal, now: Date): boolean => signaal.aangehoudenTot !== undefined && dagVan(now) < signaal.aangehoudenTot;

/** What the melder hears at a step; nothing while it is held. */
export const terugkoppelingIntent = (signaal: Signaal, melder: Terugkoppeling, now: Date): readonly Intent[] => {
  if (melder === null || isHeld(signaal, now)) return [];
  return melder === "ontvangen"
    ? [{ kind: "ontvangst", objectId: signaal.id, to: { persoonId: signaal.melderId } }]
    : [{ kind: "terugkoppeling", objectId: signaal.id, to: { persoonId: signaal.melderId }, variant: melder }];
};

const momentsAfter = (regio: Regio, { signaal, transition }: Step, now: Date): readonly DueMoment[] => {
  const moments: DueMoment[] = [];
  const waits = signaal.behandelaarId === undefined && ["bij_meldpunt", "bij_aandachtsfunctionaris", "in_verrijking"].includes(signaal.status);
  if (waits) moments.push(eersteReactieMoment(regio, signaal, now));
  if (signaal.status === "niet_versterkt" && signaal.herzienOp !== undefined)
    moments.push({ soort: "herzien", objectId: signaal.id, op: momentOp(signaal.herzienOp, OCHTEND), stap: 0 });
  if (opensPromise.includes(transition.name)) moments.push(belofteMoment(signaal));
  // A vermoeden waits for its route: nobody else is asked anything until then.
  if (signaal.status === "vermoeden")
    moments.push({ soort: "volgende_stap", objectId: signaal.id, op: momentOp(reageerVoor(regio, signaal, now), OCHTEND), stap: 0 });
  return moments;
};

const doneAfter = ({ signaal, from, transition }: Step, held: boolean): readonly MomentSoort[] => [
  "eerste_reactie",
  "volgende_stap",
  ...(from === "niet_versterkt" ? (["herzien"] as const) : []),
  ...((!isOpen(signaal.status) || closesPromise.includes(transition.melder)) && !held ? (["bericht_melder"] as const) : []),
];

/** How long it is kept in this status; a signaal in a casus goes by its casus. */
const bewaartijd = (regio: Regio, { signaal, transition }: Step, now: Date): Pick<Signaal, "bewarenTot"> => {
  const categorie = signaalCategorie(signaal.status);
  if (categorie === undefined || transition.name === "vernietigen" || signaal.bewarenTot !== undefined) return {};
  return { bewarenTot: plusMaanden(dagVan(now), maandenVan(regio, categorie)) };
};

export type StepWork = { readonly now: Date; readonly doorId: PersoonId | "systeem"; readonly herkomst: string; readonly ids: Ids };

/**
 * Everything that follows from one step, the same for each: the change, its line of history and audit, the card in every
 * channel, what the melder hears, and what falls due or is done with.
 */
export const planStep = (
  work: StepWork,
  regio: Regio,
  taken: Step,
  inhoud: Readonly<Record<string, string>> = {},
  grondslag?: GrondSoort,
): { readonly signaal: Signaal; readonly plan: Plan } => {
  const beloofdVoor = opensPromise.includes(taken.transition.name) ? { beloofdVoor: belofte(regio, taken.signaal, work.now) } : {};
  const renewed: Step = { ...taken, signaal: { ...taken.signaal, ...beloofdVoor, ...bewaartijd(regio, taken, work.now) } };
  const { signaal, transition, from } = renewed;
  const stap: Stap = {
    id: work.ids.id() as StapId,
    signaalId: signaal.id,
    name: transition.name as Stap["name"],
    from,
    to: signaal.status,
    doorId: work.doorId,
    op: work.now,
    inhoud,
  };
  return {
    signaal,
    plan: {
      changes: [
        { soort: "signaal", signaal },
        { soort: "stap", stap },
      ],
      audit: [
        {
          wie: work.doorId,
          actie: transition.name,
          object: signaal.code,
          resultaat: "gedaan",
          herkomst: work.herkomst,
          ...(grondslag === undefined ? {} : { grondslag }),
        },
      ],
      intents: [...triageIntents(regio, signaal), ...terugkoppelingIntent(signaal, transition.melder, work.now)],
      moments: momentsAfter(regio, renewed, work.now),
      doneMoments: doneAfter(renewed, isHeld(signaal, work.now)).map((soort) => ({ soort, objectId: signaal.id })),
    },
  };
};
