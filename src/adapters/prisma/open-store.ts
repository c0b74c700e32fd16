import type { Conversations } from "../../ports/chat.js";
import type { Clock } from "../../ports/clock.js";
import type { LogboekBron } from "../../ports/logboek.js";
import type { ImportRegio } from "../../ports/regio-import.js";
import type { Store } from "../../ports/store.js";
import type { Stand, Verbindingen } from "../../ports/watch.js";
import type { AuditSeals, AuditTermijn, WorkStore } from "../../ports/work.js";
import { logboekBron } from "./audit/logboek-bron.js";
import { removeAuditBefore } from "./audit/retain.js";
import { oldestUnsealed, sealAudit } from "./audit/seal.js";
import { makeZegels } from "./audit/zegel.js";
import { commitPlan } from "./commit.js";
import { conversationStore } from "./conversations.js";
import { type Database, type DatabaseOptions, openDatabase } from "./database.js";
import type { PrismaClient } from "./generated/client.js";
import { importRegio } from "./import/import-regio.js";
import { actiesReader } from "./read/acties.js";
import { agendaReader } from "./read/agenda.js";
import { bewaarReader } from "./read/bewaren.js";
import { bezorgingReader } from "./read/bezorging.js";
import { deliveryReader } from "./read/delivery.js";
import { inzagenReader } from "./read/inzagen.js";
import { openingReader } from "./read/opening.js";
import { personenReader } from "./read/personen.js";
import { rechtenReader } from "./read/rechten.js";
import { regioBij, regioReader } from "./read/regio.js";
import { signalenReader } from "./read/signalen.js";
import { tafelsReader } from "./read/tafels.js";
import { casussenReader, overdrachtenReader, vragenReader } from "./read/vragen.js";
import type { Kluis } from "./sleutels/kluis.js";
import { bewijzenReader } from "./sleutels/vernietigen.js";
import { intentStore } from "./work/intents.js";
import { momentStore } from "./work/moments.js";
import { readStand, readVerbindingen } from "./work/stand.js";

export type { Log } from "./database.js";
export { DataDirInUse } from "./lite/dir-lock.js";
export { DataDirDamaged } from "./lite/lite-pool.js";
export { SleutelFout } from "./sleutels/controle.js";

/** Everything that is kept. @property ping rejects when the database cannot be reached. */
export type OpenStore = {
  readonly store: Store;
  readonly work: WorkStore;
  readonly conversations: Conversations;
  readonly importRegio: ImportRegio;
  readonly audit: AuditSeals & AuditTermijn;
  /** Seals content from before content was sealed; nothing to do when that was done. @returns how many fields. */
  sealOldContent(): Promise<number>;
  readonly logboek: LogboekBron;
  /** How much work waits, for who watches. */
  stand(): Promise<Stand>;
  verbindingen(): Verbindingen;
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** @property databaseUrl a PostgreSQL server; without it the embedded database in `dataDir` is used ("memory": nothing is kept). @property sleutels newest first. */
export type StoreOptions = DatabaseOptions & { readonly clock?: Clock };

const systemClock: Clock = { now: () => new Date() };

const readStore = (db: PrismaClient, kluis: Kluis, now: () => Date, bij = regioBij(db)): Store => ({
  commit: (plan) => commitPlan(db, kluis, plan, now()),
  ...deliveryReader(db),
  ...openingReader(db, bij),
  ...regioReader(db, bij),
  ...personenReader(db),
  ...signalenReader(db, kluis),
  ...vragenReader(db, kluis),
  ...overdrachtenReader(db, kluis),
  ...casussenReader(db, kluis),
  ...tafelsReader(db),
  ...actiesReader(db, kluis),
  ...agendaReader(db, kluis),
  ...bewijzenReader(db),
  ...bewaarReader(db, kluis),
  ...inzagenReader(db),
  ...bezorgingReader(db),
  ...rechtenReader(db, kluis),
});

/** The store over an open database. */
export const storeOver = (database: Database, clock: Clock = systemClock): OpenStore => {
  const { db, pool, kluis } = database;
  const zegels = makeZegels(database.sleutels.map(({ waarde }) => waarde));
  const now = () => clock.now();
  return {
    store: readStore(db, kluis, now),
    work: { ...intentStore(db, now), ...momentStore(db, now) },
    conversations: conversationStore(db, now),
    importRegio: (regio) => importRegio(db, kluis, regio, now()),
    audit: {
      seal: () => sealAudit(pool, zegels, now()),
      oldestUnsealed: () => oldestUnsealed(pool, now()),
      removeBefore: (voor) => removeAuditBefore(pool, zegels, voor, now()),
    },
    sealOldContent: () => database.sealOldContent(now),
    logboek: logboekBron(pool, now),
    stand: () => readStand(pool, now()),
    verbindingen: () => readVerbindingen(pool),
    ping: async () => {
      await db.$queryRaw`SELECT 1`;
    },
    close: () => database.close(),
  };
};

/** Opens the store and brings it up to date. @throws DataDirInUse when another process has the data directory. @throws SleutelFout when the keys are not those of the database. */
export const openStore = async (options: StoreOptions): Promise<OpenStore> => storeOver(await openDatabase(options), options.clock);
