import { KopieFout } from "./adapters/prisma/backup/bestand.js";
import { DataDirInUse } from "./adapters/prisma/open-store.js";
import { ConfigError } from "./config.js";
import { say } from "./messages/messages.js";

const sentenceFor = (error: unknown): string | undefined => {
  const taal = process.env.TAAL === "en" ? "en" : "nl";
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DataDirInUse) return say(taal, "start.fout.mapBezet", { map: error.dataDir });
  return error instanceof KopieFout ? say(taal, `beheer.kopie.fout.${error.code}`, { bestand: error.bestand }) : undefined;
};

/** A command of the operator: prints what came of it, or one sentence with what to do, and ends with 1 then. */
export const asCommand = async (run: () => Promise<readonly string[]>): Promise<void> => {
  try {
    process.stdout.write(`${(await run()).join("\n")}\n`);
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
};
