import type pg from "pg";

/** Statements of our own in one transaction, on one connection. */
export const inTransaction = async <T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>, begin = "BEGIN"): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
};
