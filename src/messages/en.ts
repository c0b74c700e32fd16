import { enAntwoorden } from "./en/antwoorden.js";
import { enFouten } from "./en/fouten.js";
import { enKaarten } from "./en/kaarten.js";
import { enRegio } from "./en/regio.js";
import { enStart } from "./en/start.js";
import type { MessageKey } from "./nl.js";

export const en = { ...enAntwoorden, ...enFouten, ...enKaarten, ...enRegio, ...enStart } as const satisfies Record<MessageKey, string>;
