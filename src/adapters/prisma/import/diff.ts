import { isDeepStrictEqual } from "node:util";

/** What has to be written to get from the rows that are to the rows that should be. */
export type Diff<R> = { readonly nieuw: readonly R[]; readonly gewijzigd: readonly R[]; readonly weg: readonly string[] };

const same = (current: object, wanted: object): boolean =>
  Object.entries(wanted).every(([key, value]) => isDeepStrictEqual(current[key as keyof typeof current], value));

/** Compares by key; columns that the wanted row does not have are left alone. */
export const diffRows = <R extends object>(current: readonly object[], wanted: readonly R[], keyOf: (row: R) => string): Diff<R> => {
  const now = new Map(current.map((row) => [keyOf(row as R), row]));
  const keys = new Set(wanted.map(keyOf));
  return {
    nieuw: wanted.filter((row) => !now.has(keyOf(row))),
    gewijzigd: wanted.filter((row) => {
      const there = now.get(keyOf(row));
      return there !== undefined && !same(there, row);
    }),
    weg: [...now.keys()].filter((key) => !keys.has(key)),
  };
};

export const byId = (row: { readonly id: string }): string => row.id;
