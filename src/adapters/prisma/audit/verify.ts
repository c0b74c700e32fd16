import type pg from "pg";
import { inTransaction } from "../transaction.js";
import { EERSTE_HASH, hashVan, type Velden, veldenVanRegel } from "./keten.js";
import type { Handtekening, Stand, Zegels } from "./zegel.js";

/**
 * What is wrong, by number:
 * - `gewijzigd`: the line does not fit its hash, or the hash of the line before it was changed along
 * - `verwijderd`: numbers `nr` to `tot` are gone; `op` is the time of the last line before them
 * - `ingevoegd`: a number that the sealer did not give
 * - `punt`: a checkpoint or the head says something else than the chain, or its signature is wrong
 */
export type Breuk = {
  readonly soort: "gewijzigd" | "verwijderd" | "ingevoegd" | "punt";
  readonly nr: string;
  readonly tot?: string;
  readonly id?: string;
  readonly op?: Date;
};
/** @property zonderSleutel signatures that could not be checked: their key was not given. @property onverzegeld lines that wait for the sealer. */
export type Keuring = {
  readonly regels: number;
  readonly breuken: readonly Breuk[];
  readonly totaalBreuken: number;
  readonly punten: number;
  readonly zonderSleutel: number;
  readonly onverzegeld: number;
  readonly kop?: { readonly nr: string; readonly hash: string };
};
/** A number and hash that were kept elsewhere, e.g. from the log. */
export type Anker = { readonly nr: string; readonly hash: string };

const PAGE = 5_000;
const MEEST_GENOEMD = 100;

type PuntRij = Stand & Handtekening;
type Rij = readonly [nr: string, hash: string, velden: Velden];

const readPunten = async (client: pg.ClientBase): Promise<readonly PuntRij[]> =>
  (
    await client.query<PuntRij>(`SELECT soort, nr::text, encode(hash, 'hex') AS hash, op, sleutel, mac FROM audit_checkpoint
      UNION ALL SELECT 'kop', nr::text, encode(hash, 'hex'), op, sleutel, mac FROM audit_seal ORDER BY 4, 2`)
  ).rows;

/** Collects what is wrong; a torn chain would otherwise name every line. */
class Bevindingen {
  readonly breuken: Breuk[] = [];
  totaal = 0;
  meld(breuk: Breuk): void {
    this.totaal += 1;
    if (this.breuken.length < MEEST_GENOEMD) this.breuken.push(breuk);
  }
}

/** Walks along the lines in the order of their numbers; after a break it goes on from what the line says itself. */
class Loper {
  regels = 0;
  #vorige: { nr: bigint; hash: string; op?: Date };
  readonly #verwacht: ReadonlyMap<string, string>;

  constructor(
    private readonly uit: Bevindingen,
    begin: PuntRij | undefined,
    private readonly kop: bigint,
    punten: readonly Anker[],
  ) {
    this.#vorige = { nr: BigInt(begin?.nr ?? 0), hash: begin?.hash ?? EERSTE_HASH };
    this.#verwacht = new Map(punten.map(({ nr, hash }) => [nr, hash]));
  }
  get tot(): string {
    return String(this.#vorige.nr);
  }

  stap([nummer, eigen, velden]: Rij): void {
    const nr = BigInt(nummer);
    const { nr: vorig, hash } = this.#vorige;
    const [id, tijd] = velden;
    const regel = { nr: nummer, id, op: new Date(Number(tijd)) };
    this.regels += 1;
    if (nr <= vorig || nr > this.kop) this.uit.meld({ soort: "ingevoegd", ...regel });
    else if (nr > vorig + 1n) this.#weg(nr - 1n);
    else if (hashVan(hash, nummer, velden) !== eigen) this.uit.meld({ soort: "gewijzigd", ...regel });
    const verwacht = this.#verwacht.get(nummer);
    if (verwacht !== undefined && verwacht !== eigen) this.uit.meld({ soort: "punt", ...regel });
    if (nr > vorig) this.#vorige = { nr, hash: eigen, op: regel.op };
  }
  /** The tail up to the head, when it was cut off. */
  einde(): void {
    if (this.kop > this.#vorige.nr) this.#weg(this.kop);
  }
  #weg(tot: bigint): void {
    const { nr, op } = this.#vorige;
    this.uit.meld({ soort: "verwijderd", nr: String(nr + 1n), tot: String(tot), ...(op === undefined ? {} : { op }) });
  }
}

/** Signatures, and that the chain begins at a checkpoint that was there before. @returns how many could not be checked. */
const keurPunten = (uit: Bevindingen, punten: readonly PuntRij[], zegels: Zegels): number => {
  let getekend = false;
  let onbekend = 0;
  for (const punt of punten) {
    const oordeel = zegels.check(punt, punt);
    getekend ||= oordeel === "goed";
    if (oordeel === "onbekend") onbekend += 1;
    // Keys only follow each other: after one that we know comes none that we do not know.
    const naGetekend = getekend && (oordeel === "zonder" || oordeel === "onbekend");
    const losBegin = punt.soort === "begin" && !punten.some((p) => p.soort === "punt" && p.nr === punt.nr && p.hash === punt.hash);
    if (oordeel === "fout" || naGetekend || losBegin) uit.meld({ soort: "punt", nr: punt.nr, op: punt.op });
  }
  return onbekend;
};

const walk = async (client: pg.ClientBase, loper: Loper, vanaf: string): Promise<void> => {
  let na: readonly [string, string] = [vanaf, "0"];
  for (;;) {
    const { rows } = await client.query<{ regels: readonly Rij[] | null }>(
      `SELECT json_agg(regel ORDER BY nr, id) AS regels FROM
        (SELECT nr, id, json_build_array(nr::text, encode(hash, 'hex'), json_build_array(${veldenVanRegel})) AS regel
         FROM audit_line WHERE nr >= $1 AND (nr, id) > ($1, $2) ORDER BY nr, id LIMIT ${PAGE}) AS page`,
      [...na],
    );
    const regels = rows[0]?.regels ?? [];
    for (const rij of regels) loper.stap(rij);
    const last = regels.at(-1);
    if (last === undefined || regels.length < PAGE) return;
    na = [last[0], last[2][0]];
  }
};

const keur = async (client: pg.ClientBase, zegels: Zegels, anker: Anker | undefined): Promise<Keuring> => {
  const uit = new Bevindingen();
  const punten = await readPunten(client);
  const kop = punten.find(({ soort }) => soort === "kop");
  const begin = punten.filter(({ soort }) => soort === "begin").reduce<PuntRij | undefined>((a, b) => (a && BigInt(a.nr) > BigInt(b.nr) ? a : b), undefined);
  const zonderSleutel = keurPunten(uit, punten, zegels);
  const { rows: waits } = await client.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_line WHERE nr IS NULL");

  // The last of the checkpoints says how far the chain must reach at least; the head may have been set back.
  const hoogste = punten.reduce((max, { nr }) => (BigInt(nr) > max ? BigInt(nr) : max), BigInt(anker?.nr ?? 0));
  const loper = new Loper(uit, begin, hoogste, anker === undefined ? punten : [...punten, anker]);
  await walk(client, loper, String(BigInt(begin?.nr ?? 0) + 1n));
  loper.einde();
  return {
    regels: loper.regels,
    breuken: uit.breuken,
    totaalBreuken: uit.totaal,
    punten: punten.length,
    zonderSleutel,
    onverzegeld: waits[0]?.n ?? 0,
    ...(kop === undefined ? {} : { kop: { nr: kop.nr, hash: kop.hash } }),
  };
};

/** Reads the whole audit trail as it is at one moment and names every line that was changed, removed or inserted. */
export const verifyAudit = (pool: pg.Pool, zegels: Zegels, anker?: Anker): Promise<Keuring> =>
  inTransaction(pool, (client) => keur(client, zegels, anker), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
