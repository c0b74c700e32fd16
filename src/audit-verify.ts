import type { Anker, Breuk, Keuring } from "./adapters/prisma/audit/verify.js";
import { verifyAudit } from "./adapters/prisma/audit/verify.js";
import { makeZegels } from "./adapters/prisma/audit/zegel.js";
import { DataDirInUse } from "./adapters/prisma/open-store.js";
import { type Config, ConfigError, readConfig } from "./config.js";
import type { Taal } from "./domain/persoon/persoon.js";
import { say } from "./messages/messages.js";
import { withDatabase } from "./sleutelbron.js";

/** `npm run audit:verify`: reads the whole audit trail and names what was changed, removed or inserted; exit 1 then. */
const regelVan = (taal: Taal, { soort, nr, tot, id, op }: Breuk): string => {
  const params = { nr, op: op?.toISOString() ?? say(taal, "keuring.begin"), id: id ?? "?", tot: tot ?? nr };
  return `- ${say(taal, `keuring.breuk.${soort}`, params)}`;
};

const verslag = (taal: Taal, { breuken, totaalBreuken, regels, punten, kop, onverzegeld, zonderSleutel }: Keuring): readonly string[] => [
  ...(totaalBreuken > 0
    ? [say(taal, "keuring.fout", { aantal: totaalBreuken }), ...breuken.map((breuk) => regelVan(taal, breuk))]
    : [kop === undefined ? say(taal, "keuring.leeg") : say(taal, "keuring.goed", { regels, punten, ...kop })]),
  ...(totaalBreuken > breuken.length ? [say(taal, "keuring.meer", { aantal: breuken.length })] : []),
  ...(onverzegeld > 0 ? [say(taal, "keuring.onverzegeld", { aantal: onverzegeld })] : []),
  ...(zonderSleutel > 0 ? [say(taal, "keuring.zonder_sleutel", { aantal: zonderSleutel })] : []),
];

const readAnker = (taal: Taal, typed: string | undefined): Anker | undefined => {
  if (typed === undefined) return undefined;
  const [, nr, hash] = /^(\d+):([0-9a-f]{64})$/.exec(typed) ?? [];
  if (nr === undefined || hash === undefined) throw new ConfigError(say(taal, "keuring.gebruik"));
  return { nr, hash };
};

const keur = (config: Config): Promise<boolean> => {
  const { taal } = config;
  const anker = readAnker(taal, process.argv[2]);
  return withDatabase(config, async ({ pool, sleutels }) => {
    const begonnen = performance.now();
    const keuring = await verifyAudit(pool, makeZegels(sleutels.map(({ waarde }) => waarde)), anker);
    const seconden = ((performance.now() - begonnen) / 1000).toFixed(1);
    const goed = keuring.totaalBreuken === 0;
    (goed ? process.stdout : process.stderr).write(`${[...verslag(taal, keuring), say(taal, "keuring.tijd", { seconden })].join("\n")}\n`);
    return goed;
  });
};

try {
  if (!(await keur(readConfig(process.env)))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DataDirInUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
