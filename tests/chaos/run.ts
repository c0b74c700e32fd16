import { type Chats, startChats } from "../bench/chats.js";
import { benchDatabases, type Databases } from "../bench/databases.js";
import { type Chance, chance } from "./random.js";
import type { Amount } from "./size.js";

/** What the parts of one run share. */
export type Run = {
  readonly amount: Amount;
  readonly random: Chance;
  readonly postgres: Databases["postgres"];
  readonly chats: () => Promise<Chats>;
  close(): Promise<void>;
};

export const startRun = (amount: Amount, seed: number): Run => {
  const databases = benchDatabases();
  const made: Chats[] = [];
  return {
    amount,
    random: chance(seed),
    postgres: databases.postgres,
    /** Both chats, empty, for one part. */
    chats: async () => {
      const chats = await startChats();
      made.push(chats);
      return chats;
    },
    close: async () => {
      for (const chats of made) await chats.stop();
      await databases.close();
    },
  };
};
