import type { Ports } from "../ports/ports.js";
import type { AuditLine, Change, Plan, Trace } from "../ports/store.js";

/** One act: everything that it stores carries the same trace. @property spoor what it has put on record so far. */
export type Act = { readonly ports: Ports; readonly trace: Trace; readonly spoor: readonly AuditLine[] };

/** What the bot keeps for itself: when an account was last seen, and a form that is not saved yet. */
const technisch: readonly Change["soort"][] = ["account", "inrichting_concept", "inrichting_concept_weg"];

/** A change that is not on record is a bug, and is not made [domein 4, Two logs]. */
const mustBeOnRecord = ({ changes = [], audit = [] }: Plan): void => {
  const change = changes.find(({ soort }) => !technisch.includes(soort));
  if (change !== undefined && audit.length === 0) throw new Error(`${change.soort} without a line in the audit trail`);
};

/** The ports for one act. */
export const beginAct = (ports: Ports): Act => {
  const trace: Trace = { id: ports.ids.trace(), begonOp: ports.clock.now() };
  const spoor: AuditLine[] = [];
  const commit: Ports["store"]["commit"] = async (plan) => {
    mustBeOnRecord(plan);
    const stored = await ports.store.commit({ trace, ...plan });
    if (stored.ok) spoor.push(...(plan.audit ?? []));
    return stored;
  };
  return { ports: { ...ports, store: { ...ports.store, commit } }, trace, spoor };
};
