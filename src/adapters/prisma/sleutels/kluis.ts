import { randomBytes } from "node:crypto";
import type pg from "pg";
import { type Crypto, type Plek, Vernietigd } from "../../../ports/crypto.js";
import { Prisma } from "../generated/client.js";
import { insertion, lost, type Write } from "../write.js";
import { isSealed, KEY_BYTES, seal, unseal } from "./cipher.js";
import { recordRegiosleutel } from "./controle.js";
import type { Regiosleutels } from "./regiosleutels.js";

/** Content that cannot be opened: changed outside of the bot, moved to another place, or its key is not there. Names the place, never the content. */
export class OnleesbareInhoud extends Error {
  override readonly name = "OnleesbareInhoud";
  constructor(
    readonly plek: Plek,
    readonly reden: "geschonden" | "niet_verzegeld" | "sleutel_ontbreekt",
  ) {
    super(`content of ${plek.tabel} ${plek.id} cannot be opened: ${reden}`);
  }
}

/** The key of this owner was destroyed: nothing is read or written with it any more. */
export class SleutelVernietigd extends Error {
  override readonly name = "SleutelVernietigd";
  constructor(
    readonly owner: string,
    readonly op: Date,
  ) {
    super(`the key of ${owner} was destroyed`);
  }
}

type Row = { readonly owner: string; readonly keyId: string | null; readonly wrapped: Uint8Array | null; readonly vernietigdOp: Date | null };
/** Wrapped as it is kept, unwrapped when it is used. */
type Sleutels = ReadonlyMap<string, () => Uint8Array>;

export type Kluis = {
  /** Opens content with the keys of its owners, read in one query. @param make runs twice: to learn whose keys it needs, and with them. */
  read<T>(make: (crypto: Crypto) => T): Promise<T>;
  /**
   * Seals content and gives owners without a key one. Begins again when the keys changed in the meantime.
   * @param make what is stored; runs twice: to learn whose keys it needs, and with them. @param store writes it, and what is written about keys, in one transaction.
   * @param fresh ids that were made for this and cannot have a key yet: they are not looked up.
   * @throws SleutelVernietigd
   */
  write<T>(make: (crypto: Crypto) => T, store: (made: T, keys: readonly Write[]) => Promise<unknown>, fresh: ReadonlySet<string>, now: Date): Promise<void>;
};

const contextOf = ({ owner, tabel, id }: Plek): string => `${tabel}.inhoud\0${owner}\0${id}`;
const toText = (content: unknown): Uint8Array => Buffer.from(JSON.stringify(content));
const fromText = (text: Uint8Array): unknown => JSON.parse(Buffer.from(text).toString()) as unknown;

/** Notes whose keys are needed; what it gives is thrown away. */
const learning = (owners: Set<string>): Crypto => ({
  seal: ({ owner }) => {
    owners.add(owner);
    return new Uint8Array();
  },
  open: ({ owner }, sealed) => {
    if (isSealed(sealed) || sealed.length === 0) owners.add(owner);
    return {};
  },
});

const learn = (make: (crypto: Crypto) => unknown): readonly string[] => {
  const owners = new Set<string>();
  make(learning(owners));
  return [...owners].sort();
};

/** Seals and opens with these keys alone. @param dicht content that is not sealed is refused. */
export const cryptoOver = (sleutels: Sleutels, dicht: boolean): Crypto => {
  const keyFor = (plek: Plek): Uint8Array => {
    const key = sleutels.get(plek.owner);
    if (key === undefined) throw new OnleesbareInhoud(plek, "sleutel_ontbreekt");
    return key();
  };
  const openSealed = (plek: Plek, sealed: Uint8Array): unknown => {
    try {
      return fromText(unseal(keyFor(plek), contextOf(plek), sealed));
    } catch (error) {
      throw error instanceof SleutelVernietigd || error instanceof OnleesbareInhoud ? error : new OnleesbareInhoud(plek, "geschonden");
    }
  };
  const openOne = (plek: Plek, sealed: Uint8Array): unknown => {
    if (isSealed(sealed)) return openSealed(plek, sealed);
    // Emptied together with its key, which says so.
    if (sealed.length === 0) sleutels.get(plek.owner)?.();
    if (dicht) throw new OnleesbareInhoud(plek, "niet_verzegeld");
    return fromText(sealed);
  };
  return {
    seal: (plek, content) => seal(keyFor(plek), contextOf(plek), toText(content)),
    open: (plek, sealed) => {
      try {
        return openOne(plek, sealed);
      } catch (error) {
        if (error instanceof SleutelVernietigd) return new Vernietigd(error.op);
        throw error;
      }
    },
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The keys of these owners as they are now, in one query; never kept, so that a destroyed key is gone everywhere at once. */
export const readSleutels = async (pool: pg.Pool | pg.ClientBase, regio: Regiosleutels, owners: readonly string[]): Promise<Sleutels> => {
  if (owners.length === 0) return new Map();
  const text = `SELECT owner, key_id AS "keyId", wrapped, vernietigd_op AS "vernietigdOp" FROM sleutel WHERE owner = ANY($1)`;
  const { rows } = await pool.query<Row>({ name: "sleutels", text, values: [owners] });
  return new Map(
    rows.map(({ owner, keyId, wrapped, vernietigdOp }) => [
      owner,
      once(() => {
        if (keyId === null || wrapped === null) throw new SleutelVernietigd(owner, vernietigdOp ?? new Date(0));
        return regio.unwrap(owner, keyId, wrapped);
      }),
    ]),
  );
};

export type NewSleutel = { readonly owner: string; readonly key: Uint8Array; readonly wrapped: Uint8Array };
export const newSleutel = (regio: Regiosleutels, owner: string): NewSleutel => {
  const key = randomBytes(KEY_BYTES);
  return { owner, key, wrapped: regio.wrap(owner, key) };
};

/** Stores new keys and holds the others until the transaction ends; it falls when another one made or destroyed one of them in the meantime. */
const keepSleutels = (keyId: string, made: readonly NewSleutel[], known: readonly string[], now: Date): readonly Write[] => {
  const rows = made.map(({ owner, wrapped }) => ({ owner, keyId, wrapped, gemaaktOp: now }));
  const hold = Prisma.sql`SELECT 1 FROM sleutel WHERE owner = ANY (${known}::text[]) AND wrapped IS NOT NULL ORDER BY owner FOR SHARE`;
  const all = (count: number) => ({ rows: count, otherwise: lost.sleutel });
  return [
    ...(made.length === 0 ? [] : [{ ...insertion("sleutel", rows, Prisma.sql`ON CONFLICT DO NOTHING`), must: all(made.length) }]),
    ...(known.length === 0 ? [] : [{ sql: hold, must: all(known.length) }]),
  ];
};

const FOREIGN_KEY = "23503";

/** The keys moved on between reading them and storing: with the keys of now it goes through. */
const isSleutelRace = (error: unknown): boolean => {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { originalCode?: string; originalMessage?: string } } };
  const { originalCode, originalMessage = "" } = driverAdapterError?.cause ?? {};
  return originalCode === lost.sleutel || (originalCode === FOREIGN_KEY && originalMessage.includes("sleutel_key_id_fkey"));
};

const ATTEMPTS = 5;

/** Reads and writes content with the keys that stand in the database. @param dicht content that is not sealed is refused; asked each time. */
export const openKluis = (pool: pg.Pool, regio: Regiosleutels, dicht: () => boolean): Kluis => {
  const prepare = async (make: (crypto: Crypto) => unknown, fresh: ReadonlySet<string>, now: Date) => {
    const owners = learn(make);
    const known = await readSleutels(
      pool,
      regio,
      owners.filter((owner) => !fresh.has(owner)),
    );
    const made = owners.filter((owner) => !known.has(owner)).map((owner) => newSleutel(regio, owner));
    const all = new Map([...known, ...made.map(({ owner, key }) => [owner, () => key] as const)]);
    return { crypto: cryptoOver(all, dicht()), keys: keepSleutels(regio.actief, made, [...known.keys()], now) };
  };
  return {
    read: async (make) => make(cryptoOver(await readSleutels(pool, regio, learn(make)), dicht())),
    write: async (make, store, fresh, now) => {
      for (let n = 1; ; n++) {
        try {
          const { crypto, keys } = await prepare(make, n === 1 ? fresh : new Set(), now);
          await store(make(crypto), keys);
          return;
        } catch (error) {
          if (n === ATTEMPTS || !isSleutelRace(error)) throw error;
          await recordRegiosleutel(pool, regio, now);
        }
      }
    },
  };
};
