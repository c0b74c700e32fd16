import { regiosleutels } from "./adapters/prisma/sleutels/regiosleutels.js";
import { roteren } from "./adapters/prisma/sleutels/roteren.js";
import { systemClock } from "./adapters/system.js";
import { newKey } from "./adapters/tryout/local-key.js";
import { formatSleutel } from "./config/sleutels.js";
import { type Config, ConfigError, readConfig } from "./config.js";
import { say } from "./messages/messages.js";
import { asCommand } from "./opdracht.js";
import { withDatabase } from "./sleutelbron.js";

/** `npm run sleutels -- nieuw | roteren`: makes a key of the region, or wraps all keys with the newest one while the bot works. */
const nieuw = (): readonly string[] => {
  const taal = process.env.TAAL === "en" ? "en" : "nl";
  return [say(taal, "beheer.sleutels.nieuw"), formatSleutel(newKey(systemClock.now()))];
};

const roteer = (config: Config): Promise<readonly string[]> =>
  withDatabase(config, async ({ pool, sleutels }) => {
    const keys = regiosleutels(sleutels);
    const { ingepakt, vervallen } = await roteren(pool, keys);
    return [
      say(config.taal, "beheer.sleutels.geroteerd", { aantal: ingepakt, sleutel: keys.actief }),
      ...vervallen.map((sleutel) => say(config.taal, "beheer.sleutels.vervallen", { sleutel })),
    ];
  });

const run = async (opdracht: string | undefined): Promise<readonly string[]> => {
  if (opdracht === "nieuw") return nieuw();
  const config = readConfig(process.env);
  if (opdracht !== "roteren") throw new ConfigError(say(config.taal, "beheer.sleutels.gebruik"));
  return roteer(config);
};

await asCommand(() => run(process.argv[2]));
