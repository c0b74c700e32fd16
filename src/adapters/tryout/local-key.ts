import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatSleutel, parseSleutels, type SleutelConfig } from "../../config/sleutels.js";

/** @property sleutels absent: what stands in the file is no key. @property undo takes a key away that was made just now, when it turns out that the data has another. */
export type LocalKey = { readonly bestand: string; readonly sleutels: readonly SleutelConfig[] | undefined; undo(): void };

/** A new key under a name of its own. */
export const newKey = (now: Date): SleutelConfig => ({
  id: `k${now.toISOString().slice(0, 10).replaceAll("-", "")}-${randomBytes(3).toString("hex")}`,
  waarde: randomBytes(32),
});

const make = (bestand: string, now: Date): boolean => {
  try {
    writeFileSync(bestand, `${formatSleutel(newKey(now))}\n`, { mode: 0o600, flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
};

/** The key of the local try-out, in the data directory for its owner only; made when it is not there. */
export const localKey = (dataDir: string, now: Date): LocalKey => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const bestand = join(dataDir, "sleutels");
  const made = make(bestand, now);
  chmodSync(bestand, 0o600);
  const sleutels = parseSleutels(readFileSync(bestand, "utf8"));
  const undo = (): void => {
    if (made) rmSync(bestand, { force: true });
  };
  return { bestand, sleutels, undo };
};
