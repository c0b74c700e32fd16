import type { Regio } from "../domain/regio/regio.js";
import type { Ports } from "../ports/ports.js";
import type { AuditLine, Change, Plan, Store, Trace } from "../ports/store.js";

/** One act: everything that it stores carries the same trace. @property spoor what it has put on record so far. */
export type Act = { readonly ports: Ports; readonly trace: Trace; readonly spoor: readonly AuditLine[] };

/** What the bot keeps for itself: when an account was last seen, a form that is not saved yet, and what it said. */
const technisch: readonly Change["soort"][] = ["account", "inrichting_concept", "inrichting_concept_weg", "beantwoord"];

/** A change that is not on record is a bug, and is not made [domein 4, Two logs]. */
const mustBeOnRecord = ({ changes = [], audit = [] }: Plan): void => {
  const change = changes.find(({ soort }) => !technisch.includes(soort));
  if (change !== undefined && audit.length === 0) throw new Error(`${change.soort} without a line in the audit trail`);
};

/** The ports for one act. */
export const beginAct = (ports: Ports): Act => {
  const trace: Trace = { id: ports.ids.trace(), begonOp: ports.clock.now() };
  const spoor: AuditLine[] = [];
  // One act sees one region, as it stood when the act began, until it changes something itself.
  let regio: Regio | undefined;
  const { store } = ports;
  const readOpening: Store["readOpening"] = async (ref, delivery) => {
    const opening = await store.readOpening(ref, delivery);
    regio = opening.regio;
    return opening;
  };
  const commit: Store["commit"] = async (plan) => {
    mustBeOnRecord(plan);
    const stored = await store.commit({ trace, ...plan });
    regio = undefined;
    if (stored.ok) spoor.push(...(plan.audit ?? []));
    return stored;
  };
  const readRegio: Store["readRegio"] = async () => regio ?? store.readRegio();
  return { ports: { ...ports, store: { ...store, readOpening, readRegio, commit } }, trace, spoor };
};
