import type { AuditSeals } from "../../ports/work.js";

/** A line that waits longer for its number is an alert. */
const ALERT_MS = 60_000;

type Log = Readonly<Record<"info" | "warn", (fields: Readonly<Record<string, unknown>>, message: string) => void>>;

/** One portion of sealing, for a worker. Checkpoints go to the log, so that their hashes are kept where who changes the database does not come. */
export const sealing =
  (audit: AuditSeals, log: Log, afterwards: () => void): (() => Promise<boolean>) =>
  async () => {
    try {
      const { sealed, more, checkpoint } = await audit.seal();
      if (checkpoint !== undefined) log.info(checkpoint, "audit checkpoint");
      if (sealed > 0 && !more) afterwards();
      return more;
    } finally {
      const waitMs = await audit.oldestUnsealed();
      if (waitMs > ALERT_MS) log.warn({ waitMs }, "audit lines wait for the sealer");
    }
  };
