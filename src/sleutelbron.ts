import { writeSync } from "node:fs";
import { type Database, openDatabase, openPool } from "./adapters/prisma/database.js";
import { type Log, openStore, SleutelFout } from "./adapters/prisma/open-store.js";
import { systemClock } from "./adapters/system.js";
import { type LocalKey, localKey } from "./adapters/tryout/local-key.js";
import { type Config, ConfigError } from "./config.js";
import { say } from "./messages/messages.js";

/** Where the keys come from. @property lokaal the file of the try-out, when it keeps a key of its own. */
type Sleutelbron = { readonly sleutels: NonNullable<Config["sleutels"]>; readonly lokaal?: LocalKey };

/** The keys of the configuration, else those of the try-out, which are made when they are not there. @throws ConfigError */
const readSleutelbron = ({ sleutels, dataDir, taal }: Config): Sleutelbron => {
  if (sleutels) return { sleutels };
  const lokaal = localKey(dataDir, systemClock.now());
  if (lokaal.sleutels === undefined) throw new ConfigError(say(taal, "start.fout.lokaleSleutel", { bestand: lokaal.bestand }));
  return { sleutels: lokaal.sleutels, lokaal };
};

/** Which key is missing or wrong, where it should stand and what to do. */
const sleutelZin = ({ reden, keyId }: SleutelFout, { lokaal }: Sleutelbron, { taal }: Config): string =>
  say(taal, reden === "ontbreekt" ? "start.fout.sleutelOntbreekt" : "start.fout.sleutelAnders", { bron: lokaal?.bestand ?? "SLEUTELS", sleutel: keyId });

/** Does something with the keys; wrong ones become one sentence, and a key that was made just now goes again. @throws ConfigError */
const withSleutels = async <T>(config: Config, use: (bron: Sleutelbron) => Promise<T>): Promise<T> => {
  const bron = readSleutelbron(config);
  try {
    return await use(bron);
  } catch (error) {
    if (!(error instanceof SleutelFout)) throw error;
    bron.lokaal?.undo();
    throw new ConfigError(sleutelZin(error, bron, config));
  }
};

/** One sentence, at once: nothing else works any more. */
const diskFull = ({ taal, dataDir }: Config): void => {
  writeSync(process.stderr.fd, `${say(taal, "start.fout.schijfVol", { map: dataDir })}\n`);
  process.exit(1);
};

const place = (config: Config) => (config.databaseUrl ? { databaseUrl: config.databaseUrl } : { dataDir: config.dataDir, onDiskFull: () => diskFull(config) });

/** The store of this configuration, with the right keys. @throws ConfigError, DataDirInUse */
export const openConfigured = (config: Config, log?: Log) =>
  withSleutels(config, async ({ sleutels, lokaal }) => {
    const opened = await openStore({ ...place(config), sleutels, clock: systemClock, ...(log && { log }) });
    return { opened, lokaal };
  });

/** The database as it is, for a backup: no key is needed. @throws DataDirInUse */
export const withPool = async <T>(config: Config, use: (pool: Database["pool"]) => Promise<T>): Promise<T> => {
  const { pool, close } = await openPool(place(config));
  try {
    return await use(pool);
  } finally {
    await close();
  }
};

/** The same with the keys, for putting a backup back. @throws ConfigError, DataDirInUse */
export const withKeysAndPool = <T>(config: Config, use: (pool: Database["pool"], sleutels: Database["sleutels"]) => Promise<T>): Promise<T> =>
  withSleutels(config, ({ sleutels }) => withPool(config, (pool) => use(pool, sleutels)));

/** The database of this configuration, for a command of the operator. @throws ConfigError, DataDirInUse */
export const withDatabase = <T>(config: Config, use: (database: Database) => Promise<T>): Promise<T> =>
  withSleutels(config, async ({ sleutels }) => {
    const database = await openDatabase({ ...place(config), sleutels });
    try {
      return await use(database);
    } finally {
      await database.close();
    }
  });
