import type { Intent } from "./work.js";

/** A conversation that takes no messages now. */
export type DichtGesprek = { readonly to: Intent["to"]; readonly opnieuwOp: Date; readonly wachten: number };
/** A message that was given up. @property code of what it is about, where everybody who may see this may know that. */
export type GestoptBericht = { readonly id: bigint; readonly to: Intent["to"]; readonly op: Date; readonly code?: string };

/** Given up messages are tried again, and conversations that take nothing are tried now. */
export type BezorgingChange = { readonly soort: "opnieuw_sturen"; readonly ids: readonly bigint[]; readonly naar: readonly Intent["to"][] };

export interface BezorgingStore {
  /** The longest closed first. */
  dichteGesprekken(): Promise<readonly DichtGesprek[]>;
  /** Newest first. */
  gestopteBerichten(limit: number): Promise<readonly GestoptBericht[]>;
}
