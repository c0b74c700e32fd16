import type { Mens, Wereld } from "./wereld.js";

type AuditRij = { readonly wie: string; readonly actie: string; readonly resultaat: string; readonly grondslag: string | null };

/** What the audit trail says of an object, oldest first: `P05 versterken gedaan`. */
export const spoor = async (wereld: Wereld, object: string): Promise<readonly string[]> => {
  const { rows } = await wereld.store.pool.query<AuditRij>("SELECT wie, actie, resultaat, grondslag FROM audit_line WHERE object = $1 ORDER BY id", [object]);
  return rows.map(({ wie, actie, resultaat, grondslag }) => [wie, actie, resultaat, ...(grondslag === null ? [] : [grondslag])].join(" "));
};

type MomentRij = { readonly soort: string; readonly op: Date };

/** What is still to fall due for a signaal: `eerste_reactie 2026-11-25T08:00`, in UTC. */
export const wacht = async (wereld: Wereld, code: string): Promise<readonly string[]> => {
  const { id } = await wereld.signaal(code);
  const { rows } = await wereld.store.pool.query<MomentRij>("SELECT soort, op FROM due_moment WHERE object_id = $1 AND done_op IS NULL ORDER BY op, soort", [
    id,
  ]);
  return rows.map(({ soort, op }) => `${soort} ${op.toISOString().slice(0, 16)}`);
};

/** The newest private message of somebody. */
export const laatste = (mens: Mens): string => mens.priveBerichten().at(-1) ?? "";

/** What the private messages of somebody said, as one text. */
export const prive = (mens: Mens): string => mens.priveBerichten().join("\n\n");
