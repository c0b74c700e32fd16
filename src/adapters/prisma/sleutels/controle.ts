import type pg from "pg";
import { inhoudTabellen } from "./plek.js";
import type { Proef, Regiosleutels } from "./regiosleutels.js";

/** The configured keys are not those with which this database is sealed. @property reden `ontbreekt`: the key is not there. `anders`: another key has its name. */
export class SleutelFout extends Error {
  override readonly name = "SleutelFout";
  constructor(
    readonly reden: "ontbreekt" | "anders",
    readonly keyId: string,
  ) {
    super(reden === "ontbreekt" ? `key ${keyId} is missing` : `key ${keyId} is not the one that sealed this database`);
  }
}

type Row = { readonly id: string; readonly proef: Uint8Array };

/** Only reads, also in a database that has no keys yet. @throws SleutelFout */
export const checkRegiosleutels = async (pool: pg.Pool, keys: Regiosleutels): Promise<readonly Proef[]> => {
  const there = await pool.query<{ there: boolean }>(`SELECT to_regclass('regiosleutel') IS NOT NULL AS there`);
  if (there.rows[0]?.there !== true) return [];
  const { rows } = await pool.query<Row>("SELECT id, proef FROM regiosleutel ORDER BY id");
  return rows.map(({ id, proef }) => {
    if (!keys.has(id)) throw new SleutelFout("ontbreekt", id);
    const woord = keys.readProef(id, proef);
    if (woord === undefined) throw new SleutelFout("anders", id);
    return woord;
  });
};

const anyContent = `SELECT ${Object.keys(inhoudTabellen)
  .map((tabel) => `EXISTS (SELECT 1 FROM ${tabel})`)
  .join(" OR ")} AS any`;

const isEmpty = async (pool: pg.Pool): Promise<boolean> => (await pool.query<{ any: boolean }>(anyContent)).rows[0]?.any === false;

/** Notes the key that wraps from now on, when it was not known yet. A database that starts empty never takes content that is not sealed. */
export const recordRegiosleutel = async (pool: pg.Pool, keys: Regiosleutels, now: Date): Promise<Proef> => {
  const woorden = await checkRegiosleutels(pool, keys);
  const woord = woorden.includes("dicht") || (woorden.length === 0 && (await isEmpty(pool))) ? "dicht" : "open";
  await pool.query("INSERT INTO regiosleutel (id, proef, gemaakt_op) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
    keys.actief,
    keys.proef(keys.actief, woord),
    now,
  ]);
  await checkRegiosleutels(pool, keys);
  return woord;
};
