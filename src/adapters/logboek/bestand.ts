import { existsSync } from "node:fs";
import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { LogboekRegel } from "./regels.js";

const naam = (maand: string): string => `logboek-${maand}.ndjson`;
const maandUit = (file: string): string | undefined => /^logboek-(\d{4}-\d{2})\.ndjson$/.exec(file)?.[1];

/** The first month that is still kept. */
const eersteMaand = (nu: string, maanden: number): string => {
  const [jaar = 0, maand = 0] = nu.split("-").map(Number);
  return new Date(Date.UTC(jaar, maand - 1 - maanden, 1)).toISOString().slice(0, 7);
};

const append = async (file: string, regels: readonly LogboekRegel[]): Promise<void> => {
  const handle = await open(file, "a", 0o600);
  try {
    await handle.appendFile(regels.map((regel) => `${JSON.stringify(regel)}\n`).join(""));
    await handle.datasync();
  } finally {
    await handle.close();
  }
};

/** The Logboek in files of a month each, for the bot alone; resolves when the disk has it. A new month lets go of the months past their term. */
export const logboekBestand =
  (dir: string, maanden: () => Promise<number>) =>
  async (regels: readonly LogboekRegel[]): Promise<void> => {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const maandVan = ({ end_time }: LogboekRegel): string => end_time.slice(0, 7);
    for (const maand of new Set(regels.map(maandVan))) {
      const file = join(dir, naam(maand));
      const nieuw = !existsSync(file);
      await append(
        file,
        regels.filter((regel) => maandVan(regel) === maand),
      );
      if (!nieuw) continue;
      const eerste = eersteMaand(maand, await maanden());
      const oud = (await readdir(dir)).filter((one) => (maandUit(one) ?? maand) < eerste);
      await Promise.all(oud.map((one) => rm(join(dir, one))));
    }
  };
