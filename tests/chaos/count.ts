import type { Figure } from "../bench/figure.js";

/** Something counted, and what it should be. */
export type Count = Omit<Figure, "unit"> & { readonly unit?: Figure["unit"] };

export const asFigure = (count: Count): Figure => ({ unit: "count", ...count });

/** Names of one part. */
export const counts = (part: string, what: readonly string[]): readonly string[] => what.map((name) => `${part}_${name}`);
