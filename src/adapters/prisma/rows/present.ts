/** A row in which what is null is absent, as the domain has it. */
export type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & { [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]> };

/** Leaves out what is null or undefined. */
export const present = <T extends object>(row: T): Present<T> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as Present<T>;

/** A list that the domain leaves out when it is empty. */
export const filled = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
