import type pg from "pg";
import type { SealResult } from "../../../ports/work.js";
import { inTransaction } from "../transaction.js";
import { EERSTE_HASH, hashVan, type Velden, veldenVanRegel } from "./keten.js";
import type { Stand, Zegels } from "./zegel.js";

const BATCH = 1_000;
/** A checkpoint at least so often, while there is something to seal. */
const PUNT_LINES = 10_000n;
const PUNT_MS = 24 * 3_600_000;

type Kop = { readonly nr: string; readonly hash: string };
type Sealed = { readonly id: string; readonly nr: string; readonly hash: string };

/** The head, for this instance alone until the end of the transaction; `undefined` while another one seals. */
const claimKop = async (client: pg.ClientBase, now: Date): Promise<Kop | undefined> => {
  await client.query("INSERT INTO audit_seal (id, nr, hash, op) VALUES (1, 0, decode($1, 'hex'), $2) ON CONFLICT (id) DO NOTHING", [EERSTE_HASH, now]);
  const { rows } = await client.query<Kop>("SELECT nr::text, encode(hash, 'hex') AS hash FROM audit_seal WHERE id = 1 FOR UPDATE SKIP LOCKED");
  return rows[0];
};

/** Lines without a number, in the order of their ids. */
const readUnsealed = async (client: pg.ClientBase): Promise<readonly Velden[]> => {
  const { rows } = await client.query<{ regels: readonly Velden[] | null }>(
    `SELECT json_agg(regel ORDER BY id) AS regels FROM
      (SELECT id, json_build_array(${veldenVanRegel}) AS regel FROM audit_line WHERE nr IS NULL ORDER BY id LIMIT ${BATCH}) AS page`,
  );
  return rows[0]?.regels ?? [];
};

const chained = (kop: Kop, lines: readonly Velden[]): readonly Sealed[] => {
  let at = { nr: BigInt(kop.nr), hash: kop.hash };
  return lines.map((velden) => {
    const nr = at.nr + 1n;
    at = { nr, hash: hashVan(at.hash, String(nr), velden) };
    return { id: velden[0], nr: String(nr), hash: at.hash };
  });
};

const writeSeals = (client: pg.ClientBase, sealed: readonly Sealed[]) =>
  client.query(
    "UPDATE audit_line a SET nr = v.nr, hash = decode(v.hash, 'hex') FROM json_to_recordset($1::json) AS v (id bigint, nr bigint, hash text) WHERE a.id = v.id",
    [JSON.stringify(sealed)],
  );

const insertPunt = async (client: pg.ClientBase, zegels: Zegels, stand: Omit<Stand, "soort">): Promise<boolean> => {
  const { rows } = await client.query<{ nr: string; op: Date }>("SELECT nr::text, op FROM audit_checkpoint WHERE soort = 'punt' ORDER BY nr DESC LIMIT 1");
  const [last] = rows;
  const due = last === undefined || BigInt(stand.nr) - BigInt(last.nr) >= PUNT_LINES || stand.op.getTime() - last.op.getTime() >= PUNT_MS;
  if (due) await insertCheckpoint(client, zegels, { ...stand, soort: "punt" });
  return due;
};

/** Writes down where the chain is, signed where there is a key. */
export const insertCheckpoint = async (client: pg.ClientBase, zegels: Zegels, stand: Stand): Promise<void> => {
  const { sleutel, mac } = zegels.sign(stand);
  await client.query("INSERT INTO audit_checkpoint (soort, nr, hash, op, sleutel, mac) VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6)", [
    stand.soort,
    stand.nr,
    stand.hash,
    stand.op,
    sleutel,
    mac,
  ]);
};

const sealBatch = async (client: pg.ClientBase, zegels: Zegels, now: Date): Promise<SealResult> => {
  const kop = await claimKop(client, now);
  if (kop === undefined) return { sealed: 0, more: false };
  const sealed = chained(kop, await readUnsealed(client));
  const last = sealed.at(-1);
  if (last === undefined) return { sealed: 0, more: false };
  await writeSeals(client, sealed);
  const stand: Stand = { soort: "kop", nr: last.nr, hash: last.hash, op: now };
  const { sleutel, mac } = zegels.sign(stand);
  await client.query("UPDATE audit_seal SET nr = $1, hash = decode($2, 'hex'), op = $3, sleutel = $4, mac = $5 WHERE id = 1", [
    last.nr,
    last.hash,
    now,
    sleutel,
    mac,
  ]);
  const punt = await insertPunt(client, zegels, stand);
  const more = sealed.length === BATCH;
  return punt ? { sealed: sealed.length, more, checkpoint: { nr: last.nr, hash: last.hash } } : { sealed: sealed.length, more };
};

/** Numbers and chains the lines that wait, a batch at most; nothing while another instance does. */
export const sealAudit = (pool: pg.Pool, zegels: Zegels, now: Date): Promise<SealResult> => inTransaction(pool, (client) => sealBatch(client, zegels, now));

/** How many milliseconds the oldest line waits that is not sealed; 0 when none does. */
export const oldestUnsealed = async (pool: pg.Pool, now: Date): Promise<number> => {
  const { rows } = await pool.query<{ op: Date | null }>(
    "SELECT min(op) AS op FROM (SELECT op FROM audit_line WHERE nr IS NULL ORDER BY id LIMIT 1) AS oldest",
  );
  const op = rows[0]?.op;
  return op ? Math.max(0, now.getTime() - op.getTime()) : 0;
};
