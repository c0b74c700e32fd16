import type { Conversations } from "../../ports/chat.js";
import type { Clock } from "../../ports/clock.js";
import type { Crypto } from "../../ports/crypto.js";
import type { ImportRegio } from "../../ports/regio-import.js";
import type { Store } from "../../ports/store.js";
import type { AuditSeals, WorkStore } from "../../ports/work.js";
import { oldestUnsealed, sealAudit } from "./audit/seal.js";
import { makeZegels, type Zegels } from "./audit/zegel.js";
import { commitPlan } from "./commit.js";
import { conversationStore } from "./conversations.js";
import { type Database, type Log, openDatabase } from "./database.js";
import type { PrismaClient } from "./generated/client.js";
import { importRegio } from "./import/import-regio.js";
import { actiesReader } from "./read/acties.js";
import { agendaReader } from "./read/agenda.js";
import { personenReader } from "./read/personen.js";
import { regioReader } from "./read/regio.js";
import { signalenReader } from "./read/signalen.js";
import { tafelsReader } from "./read/tafels.js";
import { casussenReader, overdrachtenReader, vragenReader } from "./read/vragen.js";
import { intentStore } from "./work/intents.js";
import { momentStore } from "./work/moments.js";

export { DataDirInUse } from "./lite/dir-lock.js";

/** Everything that is kept. @property ping rejects when the database cannot be reached. */
export type OpenStore = {
  readonly store: Store;
  readonly work: WorkStore;
  readonly conversations: Conversations;
  readonly importRegio: ImportRegio;
  readonly audit: AuditSeals;
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** @property databaseUrl a PostgreSQL server; without it the embedded database in `dataDir` is used ("memory": nothing is kept). @property zegels sign the audit trail; without them it is chained only. */
export type StoreOptions = {
  readonly databaseUrl?: string;
  readonly dataDir?: string;
  readonly crypto: Crypto;
  readonly zegels?: Zegels;
  readonly clock?: Clock;
  readonly log?: Log;
};

const systemClock: Clock = { now: () => new Date() };

const readStore = (db: PrismaClient, crypto: Crypto, now: () => Date): Store => ({
  commit: (plan) => commitPlan(db, crypto, plan, now()),
  findDelivery: async (key) => {
    const row = await db.deliveryRow.findUnique({ where: { key } });
    if (row === null) return undefined;
    return row.object === null ? {} : { object: row.object };
  },
  ...regioReader(db),
  ...personenReader(db),
  ...signalenReader(db, crypto),
  ...vragenReader(db, crypto),
  ...overdrachtenReader(db, crypto),
  ...casussenReader(db, crypto),
  ...tafelsReader(db),
  ...actiesReader(db, crypto),
  ...agendaReader(db, crypto),
});

/** The store over an open database. */
export const storeOver = (database: Database, crypto: Crypto, clock: Clock = systemClock, zegels: Zegels = makeZegels([])): OpenStore => {
  const { db, pool } = database;
  const now = () => clock.now();
  return {
    store: readStore(db, crypto, now),
    work: { ...intentStore(db, now), ...momentStore(db, now) },
    conversations: conversationStore(db, now),
    importRegio: (regio) => importRegio(db, crypto, regio, now()),
    audit: { seal: () => sealAudit(pool, zegels, now()), oldestUnsealed: () => oldestUnsealed(pool, now()) },
    ping: async () => {
      await db.$queryRaw`SELECT 1`;
    },
    close: () => database.close(),
  };
};

/** Opens the store and brings it up to date. @throws DataDirInUse when another process has the data directory. */
export const openStore = async (options: StoreOptions): Promise<OpenStore> =>
  storeOver(await openDatabase(options), options.crypto, options.clock, options.zegels);
