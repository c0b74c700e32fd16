import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openPostgres, openRealStore, type TestServer, type TestStore } from "../support/database.js";

export type Opened = { readonly store: TestStore; readonly databaseUrl: string };

/** Databases of this run, each made when it is asked for and gone at the end; on one server that waits for the disk. */
export type Databases = {
  /** The same name gives the same database. */
  postgres(name: string, filled?: (store: TestStore) => Promise<unknown>): Promise<Opened>;
  /** The embedded database in a directory of its own. */
  lite(): Promise<TestStore>;
  close(): Promise<void>;
};

const create = async ({ databaseUrl }: TestServer, name: string): Promise<string> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end());
  return Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href;
};
const drop = async ({ databaseUrl }: TestServer, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`).finally(() => client.end());
};

export const benchDatabases = (): Databases => {
  let server: Promise<TestServer> | undefined;
  const made = new Map<string, Promise<Opened>>();
  const closing: (() => Promise<unknown> | unknown)[] = [];
  const open = async (name: string, filled: (store: TestStore) => Promise<unknown>): Promise<Opened> => {
    server ??= openPostgres({ durable: true });
    const running = await server;
    const full = `bench_${name}_${process.pid}`;
    const databaseUrl = await create(running, full);
    closing.unshift(() => drop(running, full));
    const store = await openRealStore({ databaseUrl });
    closing.unshift(() => store.close());
    await filled(store);
    return { store, databaseUrl };
  };
  return {
    postgres: (name, filled = async () => undefined) => {
      const known = made.get(name) ?? open(name, filled);
      made.set(name, known);
      return known;
    },
    lite: async () => {
      const dataDir = mkdtempSync(join(tmpdir(), "ketentafel-bench-"));
      const store = await openRealStore({ dataDir });
      closing.unshift(async () => {
        await store.close();
        rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
      });
      return store;
    },
    close: async () => {
      for (const close of closing) await close();
      await (await server)?.stop();
    },
  };
};
