import type { Brand } from "../brand.js";

/** A calendar day in Europe/Amsterdam, `2026-11-21`. */
export type Dag = Brand<string, "Dag">;
