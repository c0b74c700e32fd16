import { nlFouten } from "./nl/fouten.js";
import { nlKaarten } from "./nl/kaarten.js";

/** Every sentence a person reads, B1 Dutch. The keys are the contract: en.ts must have the same. */
export const nl = { ...nlFouten, ...nlKaarten } as const;
export type MessageKey = keyof typeof nl;
