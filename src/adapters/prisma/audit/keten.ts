import { createHash } from "node:crypto";

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint::text`;

/**
 * The fields of a line under its seal, as one JSON array of texts; times are milliseconds since 1970. Rows come in one text
 * per page: reading them one by one takes ten times as long on the embedded database.
 */
export const veldenVanRegel = `id::text, ${ms("op")}, ${ms("begon_op")}, wie, actie, object, resultaat, herkomst, grondslag, trace_id`;
export type Velden = readonly [id: string, op: string, ...rest: readonly (string | null)[]];

/** What the first line builds on. */
export const EERSTE_HASH = "0".repeat(64);

/** The hash of a line in hexadecimal: over the hash before it, its number and every field, in JSON so that no two lines read the same. */
export const hashVan = (vorige: string, nr: string, velden: Velden): string =>
  createHash("sha256")
    .update(vorige)
    .update(JSON.stringify([nr, ...velden]))
    .digest("hex");
