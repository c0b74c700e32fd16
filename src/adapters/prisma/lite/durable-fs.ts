import { closeSync, existsSync, fdatasyncSync, fsyncSync, openSync } from "node:fs";
import { join, sep } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type Options = Parameters<NodeFS["init"]>[1];
type Write = (stream: { readonly node: object }, ...rest: readonly unknown[]) => number;
/** The part of the file system of PGlite that we look through. */
type NodeFiles = { readonly realPath: (node: object) => string; readonly stream_ops: { write: Write } };

const onDisk = (path: string, sync: (file: number) => void, flags: "r" | "r+"): void => {
  const file = openSync(path, flags);
  try {
    sync(file);
  } finally {
    closeSync(file);
  }
};

/**
 * PGlite runs PostgreSQL without fsync; this puts the write-ahead log on disk before an answer to a statement is given. Only
 * what was written since the last time: every message to the database passes here, those of a read too.
 */
export class DurableFS extends NodeFS {
  readonly #wal: string;
  readonly #written = new Set<string>();
  readonly #known = new Set<string>();
  readonly #onFailure: () => void;

  /** @param onFailure the disk took no more. PostgreSQL stops itself then; inside PGlite it would turn round for ever, so this must not come back. */
  constructor(dataDir: string, onFailure: () => void) {
    super(dataDir);
    this.#onFailure = onFailure;
    this.#wal = join(this.rootDir, "pg_wal");
  }

  override async init(pg: PGlite, options: Options): Promise<{ emscriptenOpts: Options }> {
    const { emscriptenOpts } = await super.init(pg, options);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [({ NODEFS }: { NODEFS: NodeFiles }) => this.#watch(NODEFS), ...(emscriptenOpts.preRun ?? [])] } };
  }

  #watch(files: NodeFiles): void {
    const { write } = files.stream_ops;
    files.stream_ops.write = (stream, ...rest) => {
      const path = files.realPath(stream.node);
      if (path.startsWith(this.#wal + sep)) this.#written.add(path);
      try {
        return write(stream, ...rest);
      } catch (error) {
        this.#onFailure();
        throw error;
      }
    };
  }

  override async syncToFs(): Promise<void> {
    for (const path of this.#written) {
      // A new segment is written under a name for the time being first.
      if (existsSync(path)) onDisk(path, fdatasyncSync, "r+");
      if (!this.#known.has(path) && process.platform !== "win32") onDisk(this.#wal, fsyncSync, "r");
      this.#known.add(path);
      this.#written.delete(path);
    }
  }
}
