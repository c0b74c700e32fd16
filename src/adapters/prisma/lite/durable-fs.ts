import { closeSync, fdatasyncSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { NodeFS } from "@electric-sql/pglite/nodefs";

const WAL_SEGMENT = /^[0-9A-F]{24}$/;

const syncFile = (path: string): void => {
  const file = openSync(path, "r+");
  try {
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** PGlite runs PostgreSQL without fsync; this puts the write-ahead log on disk before an answer to a statement is given. */
export class DurableFS extends NodeFS {
  readonly #wal: string;

  constructor(dataDir: string) {
    super(dataDir);
    this.#wal = join(dataDir, "pg_wal");
  }

  override async syncToFs(): Promise<void> {
    for (const name of readdirSync(this.#wal)) if (WAL_SEGMENT.test(name)) syncFile(join(this.#wal, name));
  }
}
