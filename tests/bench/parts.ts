import { cardNames, measureCards } from "./cards.js";
import { type Chats, startChats } from "./chats.js";
import { commandNames, measureCommands } from "./commands.js";
import { benchDatabases, type Databases, type Opened } from "./databases.js";
import { type Door, openDoor } from "./doors.js";
import type { Figure } from "./figure.js";
import { type Doors, measureSlack, measureTeams, slackNames, teamsNames } from "./intake.js";
import { measureMemory, memoryNames } from "./memory.js";
import { measureReading, readingNames } from "./reading.js";
import { fill, oeverlandImport } from "./region/fill.js";
import type { Amount } from "./size.js";
import { measureStart, startNames } from "./start.js";
import { measureTransaction, transactionNames } from "./transaction.js";

/** What the parts of one run share, made by the first that needs it. */
export type Run = {
  readonly amount: Amount;
  readonly databases: Databases;
  readonly wanted: (name: string) => boolean;
  readonly chats: () => Promise<Chats>;
  /** PostgreSQL with the region in full work. */
  readonly region: () => Promise<Opened>;
  readonly doors: () => Promise<Doors>;
  close(): Promise<void>;
};

const once = <T>(make: () => Promise<T>): { get(): Promise<T>; made(): Promise<T> | undefined } => {
  let made: Promise<T> | undefined;
  return {
    get: () => {
      made ??= make();
      return made;
    },
    made: () => made,
  };
};

export const startRun = (amount: Amount, wanted: Run["wanted"]): Run => {
  const databases = benchDatabases();
  const chats = once(startChats);
  const region = once(() => databases.postgres("region", (store) => fill(store, amount.region)));
  const doors = once(async () => {
    const [{ databaseUrl }, both] = [await region.get(), await chats.get()];
    const [behind, bare] = await Promise.all((["whole", "bare"] as const).map((door) => openDoor(both.doorOptions(door, databaseUrl))));
    return { whole: behind as Door, bare: bare as Door };
  });
  return {
    amount,
    databases,
    wanted,
    chats: chats.get,
    region: region.get,
    doors: doors.get,
    close: async () => {
      const open = await doors.made();
      await Promise.all([open?.whole.stop(), open?.bare.stop()]);
      await (await chats.made())?.stop();
      await databases.close();
    },
  };
};

/** @property names every figure that it can give. */
export type Part = { readonly names: readonly string[]; readonly measure: (run: Run) => AsyncIterable<Figure> | Promise<readonly Figure[]> };

const commandsOn = (where: "postgres" | "pglite", open: (run: Run) => Promise<Opened["store"]>): Part => ({
  names: commandNames.map((name) => `${name}_${where}`),
  measure: async function* (run) {
    yield* measureCommands(await open(run), where, run.amount.commands, run.wanted);
  },
});

/** In this order: what the load parts add comes after what reads. */
export const parts: readonly Part[] = [
  { names: cardNames, measure: ({ amount }) => measureCards(amount.cards) },
  {
    names: startNames,
    measure: async function* ({ amount, chats, databases, wanted }) {
      const databaseUrl = async (): Promise<string> => (await databases.postgres("start", ({ importRegio }) => importRegio(oeverlandImport()))).databaseUrl;
      yield* measureStart(await chats(), databaseUrl, amount.starts, wanted);
    },
  },
  commandsOn("pglite", async ({ databases, amount }) => {
    const store = await databases.lite();
    await fill(store, amount.region);
    return store;
  }),
  commandsOn("postgres", async ({ region }) => (await region()).store),
  {
    names: readingNames,
    measure: async function* ({ amount, databases, wanted }) {
      const { many, few } = amount.reading;
      const [large, small] = [
        await databases.postgres("many", (store) => fill(store, { ...amount.region, signalen: many, groot: 0 })),
        await databases.postgres("few", (store) => fill(store, { ...amount.region, signalen: few, groot: 0 })),
      ];
      yield* measureReading(large.store, small.store, amount.reading, amount.reads, wanted);
    },
  },
  {
    names: transactionNames,
    measure: async ({ amount, region }) => measureTransaction((await region()).store, amount.transactions.rounds, amount.transactions.each),
  },
  { names: slackNames, measure: async ({ amount, chats, doors }) => measureSlack(await chats(), await doors(), amount.load) },
  { names: teamsNames, measure: async ({ amount, chats, doors, region }) => measureTeams(await chats(), await doors(), (await region()).store, amount.load) },
  { names: memoryNames, measure: async ({ amount, chats, doors }) => measureMemory(await chats(), (await doors()).whole, amount.requests) },
];
