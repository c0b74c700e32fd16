import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { destination, type Logger, pino } from "pino";
import type { Config } from "../../config.js";

/** What may stand in the log: ids, codes and counts. Anything else is left out, whoever logs it. */
const allowed = new Set(
  "referentie verb intent kind object attempts reason waitMs moment soort error platform template name code statusCode at reden migrations poort signal pid hostname parts aantal nr hash trace_id request_id uitkomst ms".split(
    " ",
  ),
);

/** An error without its message: that may quote what a person typed. */
const bare = (error: Error) => ({
  name: error.name,
  code: (error as { code?: unknown }).code,
  at: (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 8)
    .map((line) => line.trim()),
});

/** Keeps what the allow-list names. */
export const harmless = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      if (value instanceof Error) return [["error", bare(value)]];
      return allowed.has(key) ? [[key, value]] : [];
    }),
  );

/** Lines of JSON on standard output; in the try-out in a file, so that the addresses stay in view. */
export const makeLog = ({ tryOut, dataDir, logLevel }: Pick<Config, "tryOut" | "dataDir" | "logLevel">): Logger => {
  const options = { level: logLevel, base: null, formatters: { log: harmless } };
  if (!tryOut) return pino(options);
  mkdirSync(dataDir, { recursive: true });
  return pino(options, destination({ dest: join(dataDir, "ketentafel.log"), sync: true }));
};
