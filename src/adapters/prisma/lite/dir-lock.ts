import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";

/** Another process has this data directory open: two of them would lose each other's data. */
export class DataDirInUse extends Error {
  override readonly name = "DataDirInUse";
  constructor(readonly dataDir: string) {
    super(`data directory ${dataDir} is in use by another process; stop that one first or choose another DATA_DIR`);
  }
}

const BEAT_MS = 5_000;
const SILENT_MS = 20_000;
const heldHere = new Set<string>();

type Holder = { readonly pid: number; readonly host: string };

const readHolder = (file: string): (Holder & { readonly beatAt: number }) | undefined => {
  try {
    return { ...(JSON.parse(readFileSync(file, "utf8")) as Holder), beatAt: statSync(file).mtimeMs };
  } catch {
    return undefined;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** A name that the kernel frees with the process, also after kill -9; macOS has none and relies on the file. */
const kernelName = (dir: string): string | undefined => {
  const key = createHash("sha256").update(dir).digest("hex").slice(0, 24);
  if (process.platform === "linux") return `\0ketentafel-${key}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\ketentafel-${key}` : undefined;
};

const takeKernelName = (dir: string, name: string): Promise<() => void> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", () => reject(new DataDirInUse(dir)));
    server.listen({ path: name }, () => resolve(() => void server.close()));
    server.unref();
  });

/** Another host or container shares the directory: only its heartbeat tells whether it lives. On this host the kernel's name or the process id tells. */
const isHeldByFile = (file: string, kernel: boolean): boolean => {
  const holder = readHolder(file);
  if (holder === undefined) return false;
  if (holder.host !== hostname()) return Date.now() - holder.beatAt < SILENT_MS;
  return !kernel && holder.pid !== process.pid && isAlive(holder.pid);
};

const keepFile = (file: string): (() => void) => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder));
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // The directory went away; the database says so itself.
    }
  }, BEAT_MS).unref();
  return () => {
    clearInterval(beat);
    rmSync(file, { force: true });
  };
};

/** Takes the directory for this process alone. @returns releases it. @throws DataDirInUse */
export const lockDataDir = async (dataDir: string): Promise<() => void> => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const dir = realpathSync(dataDir);
  if (heldHere.has(dir)) throw new DataDirInUse(dataDir);
  heldHere.add(dir);
  let freeName = (): void => {};
  try {
    const name = kernelName(dir);
    if (name !== undefined) freeName = await takeKernelName(dataDir, name);
    const file = join(dir, "ketentafel.lock");
    if (isHeldByFile(file, name !== undefined)) throw new DataDirInUse(dataDir);
    const freeFile = keepFile(file);
    return () => {
      freeFile();
      freeName();
      heldHere.delete(dir);
    };
  } catch (error) {
    freeName();
    heldHere.delete(dir);
    throw error;
  }
};
