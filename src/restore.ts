import { restoreBackup } from "./adapters/prisma/backup/restore.js";
import { regiosleutels } from "./adapters/prisma/sleutels/regiosleutels.js";
import { ConfigError, readConfig } from "./config.js";
import { say } from "./messages/messages.js";
import { asCommand } from "./opdracht.js";
import { withKeysAndPool } from "./sleutelbron.js";

/** `npm run restore -- <folder> [content file]`: a backup into an empty database, embedded or on a server. */
await asCommand(async () => {
  const config = readConfig(process.env);
  const [, , map, bestand] = process.argv;
  if (map === undefined) throw new ConfigError(say(config.taal, "beheer.herstel.gebruik"));
  const { inhoud, gemaaktOp, onleesbaar } = await withKeysAndPool(config, (pool, sleutels) => restoreBackup(pool, map, regiosleutels(sleutels), bestand));
  return [
    say(config.taal, "beheer.herstel.klaar", { moment: gemaaktOp, bestand: inhoud }),
    ...(onleesbaar > 0 ? [say(config.taal, "beheer.herstel.onleesbaar", { aantal: onleesbaar })] : []),
  ];
});
