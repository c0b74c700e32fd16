import { makeBackup } from "./adapters/prisma/backup/backup.js";
import { systemClock } from "./adapters/system.js";
import { ConfigError, readConfig } from "./config.js";
import { say } from "./messages/messages.js";
import { asCommand } from "./opdracht.js";
import { withPool } from "./sleutelbron.js";

/** `npm run backup -- <folder>`: content and keys into two files, while the bot works on a server. */
await asCommand(async () => {
  const config = readConfig(process.env);
  const map = process.argv[2];
  if (map === undefined) throw new ConfigError(say(config.taal, "beheer.kopie.gebruik"));
  const { onleesbaar, ...gemaakt } = await withPool(config, (pool) => makeBackup(pool, map, systemClock.now()));
  return [say(config.taal, "beheer.kopie.klaar", gemaakt), ...(onleesbaar > 0 ? [say(config.taal, "beheer.kopie.onleesbaar", { aantal: onleesbaar })] : [])];
});
