import type { nlKaarten } from "../nl/kaarten.js";

export const enKaarten = {
} as const satisfies Record<keyof typeof nlKaarten, string>;
