/** A string (or other value) that only its own maker hands out, so that free text cannot stand in its place. */
declare const brand: unique symbol;
export type Brand<T, B extends string> = T & { readonly [brand]: B };
