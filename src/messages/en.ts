import { enFouten } from "./en/fouten.js";
import { enKaarten } from "./en/kaarten.js";
import type { MessageKey } from "./nl.js";

export const en = { ...enFouten, ...enKaarten } as const satisfies Record<MessageKey, string>;
