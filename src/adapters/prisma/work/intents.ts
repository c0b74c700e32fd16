import type { ClaimedIntent, Intent, PostedMessage, StandingCard } from "../../../ports/work.js";
import { livingCards } from "../../../ports/work.js";
import { Prisma, type PrismaClient } from "../generated/client.js";
import { present } from "../rows/present.js";
import { readRecipient, recipientOf } from "../rows/work-rows.js";

/** Claims are made one after another; sending is not. Without it two instances could each see another first intent of one recipient. */
const CLAIM_LOCK = 72707370;

type Row = {
  readonly id: bigint;
  readonly kind: string;
  readonly objectId: string;
  readonly recipient: string;
  readonly variant: string | null;
  readonly attempts: number;
  readonly gemaaktOp: Date;
};

const rowToClaimed = ({ recipient, ...row }: Row): ClaimedIntent => present({ ...row, to: readRecipient(recipient) }) as ClaimedIntent;

/** Words that are said again and again: after a long silence once is enough. */
const repeating = ["herinnering", "terugkoppeling", "publiek"];

/** The first that waits for each recipient, from one to the next along the index: however long a queue is, its first is found at once. */
const heads = Prisma.sql`RECURSIVE head AS (
  (SELECT id, recipient, lease_until, gemaakt_op FROM outgoing WHERE status = 'wacht' ORDER BY recipient, id LIMIT 1)
  UNION ALL
  SELECT next.* FROM head CROSS JOIN LATERAL (
    SELECT id, recipient, lease_until, gemaakt_op FROM outgoing WHERE status = 'wacht' AND recipient > head.recipient ORDER BY recipient, id LIMIT 1
  ) next
)`;

/** The recipients of which nobody holds the first and that are not held back. @param ahead a lease or turn beyond was made by a clock that jumped; it holds nobody up. */
const free = (now: Date, ahead: Date) => Prisma.sql`${heads}, free AS MATERIALIZED (
  SELECT id, recipient FROM head WHERE (lease_until IS NULL OR lease_until <= ${now} OR lease_until > ${ahead})
    AND recipient NOT IN (SELECT recipient FROM recipient_wait WHERE until > ${now} AND (reden <> 'tempo' OR until <= ${ahead}))
)`;
const waitsForFree = Prisma.sql`status = 'wacht' AND recipient = ANY (ARRAY(SELECT recipient FROM free))`;

/** A living card that waits while a later intent for it waits too, or a reminder with the same words: the later one shows the same. */
const supersede = (db: PrismaClient, now: Date, ahead: Date) => db.$executeRaw`
  WITH ${free(now, ahead)}, waiting AS MATERIALIZED (
    SELECT id, lead(id) OVER (PARTITION BY recipient, kind, object_id, CASE WHEN kind = ANY (${repeating}) THEN variant END ORDER BY id) AS later
    FROM outgoing WHERE ${waitsForFree} AND kind = ANY (${[...livingCards, ...repeating]})
  ), earlier AS MATERIALIZED (
    SELECT id FROM outgoing WHERE id = ANY (ARRAY(SELECT id FROM waiting WHERE later IS NOT NULL))
      AND status = 'wacht' AND (lease_until IS NULL OR lease_until <= ${now}) FOR UPDATE SKIP LOCKED
  )
  UPDATE outgoing u SET status = 'vervangen', klaar_op = ${now}, lease_until = NULL FROM earlier WHERE u.id = earlier.id`;

/** The first waiting intent of every recipient that is free; of those to whom something acuut goes before others. */
const claim = (db: PrismaClient, now: Date, leaseUntil: Date, limit: number, ahead: Date) => db.$queryRaw<Row[]>`
  WITH ${free(now, ahead)}, acuut AS MATERIALIZED (
    SELECT DISTINCT a.recipient FROM (SELECT recipient, object_id FROM outgoing WHERE ${waitsForFree}) a JOIN signaal s ON s.id = a.object_id
    WHERE s.open AND s.acuut_op IS NOT NULL
  ), first AS MATERIALIZED (
    SELECT o.id FROM outgoing o WHERE o.status = 'wacht' AND o.id = ANY (ARRAY(
      SELECT id FROM free
      WHERE (SELECT count(*) FROM outgoing h WHERE h.status = 'wacht' AND h.recipient = free.recipient AND h.lease_until > ${now} AND h.lease_until <= ${ahead}) = 0
      ORDER BY recipient IN (SELECT recipient FROM acuut) DESC, id LIMIT ${limit})) FOR UPDATE OF o SKIP LOCKED
  )
  UPDATE outgoing u SET lease_until = ${leaseUntil}, attempts = u.attempts + 1 FROM first WHERE u.id = first.id
  RETURNING u.id, u.kind, u.object_id AS "objectId", u.recipient, u.variant, u.attempts - 1 AS attempts, u.gemaakt_op AS "gemaaktOp"`;

const holdBack = (db: PrismaClient, recipient: string, until: Date, reden: "opnieuw" | "adres" | "dicht") => {
  const wait = { until, reden };
  return db.recipientWaitRow.upsert({ where: { recipient }, create: { recipient, ...wait }, update: wait });
};

/** Only for who holds it: after its lease ran out, another claim has raised `attempts`. */
const held = (intent: ClaimedIntent) => ({ id: intent.id, status: "wacht", attempts: intent.attempts + 1 });

const recordSent = (db: PrismaClient, intent: ClaimedIntent, m: PostedMessage, now: Date, next: Date) => db.$executeRaw`
  WITH sent AS (
    UPDATE outgoing SET status = 'verstuurd', klaar_op = ${now}, lease_until = NULL, error = NULL WHERE id = ${intent.id} AND status = 'wacht' RETURNING kind, object_id, recipient
  ), rest AS (
    INSERT INTO recipient_wait (recipient, until, reden) SELECT recipient, ${next}, 'tempo' FROM sent
    ON CONFLICT (recipient) DO UPDATE SET until = excluded.until, reden = excluded.reden
  )
  INSERT INTO posted_message (kind, object_id, recipient, platform, tenant, conversation_id, service_url, message_id, op)
  SELECT kind, object_id, recipient, ${m.platform}, ${m.tenant}, ${m.conversationId}, ${m.serviceUrl ?? null}, ${m.messageId}, ${now} FROM sent
  ON CONFLICT (object_id, kind, recipient, message_id) DO UPDATE
    SET op = excluded.op, conversation_id = excluded.conversation_id, service_url = excluded.service_url, platform = excluded.platform, tenant = excluded.tenant`;

/** The card gave way to a neutral line, or was not there any more. */
const recordOpgeruimd = (db: PrismaClient, intent: ClaimedIntent, now: Date, next: Date) => db.$executeRaw`
  WITH sent AS (
    UPDATE outgoing SET status = 'verstuurd', klaar_op = ${now}, lease_until = NULL, error = NULL WHERE id = ${intent.id} AND status = 'wacht' RETURNING recipient
  ), rest AS (
    INSERT INTO recipient_wait (recipient, until, reden) SELECT recipient, ${next}, 'tempo' FROM sent
    ON CONFLICT (recipient) DO UPDATE SET until = excluded.until, reden = excluded.reden
  )
  UPDATE posted_message SET weg_op = ${now} WHERE id = ${BigInt(intent.objectId)} AND EXISTS (SELECT 1 FROM sent)`;

const postedOf = (intent: Intent) => ({ objectId: intent.objectId, kind: intent.kind, recipient: recipientOf(intent.to) });
/** Not asked to give way to a neutral line. */
const staat = (intent: Intent) => ({ ...postedOf(intent), wegGevraagdOp: null });
const fields = { platform: true, tenant: true, conversationId: true, serviceUrl: true, messageId: true } as const;

const findPosted = async (db: PrismaClient, intent: Intent): Promise<PostedMessage | undefined> => {
  const where = intent.kind === "opruimen" ? { id: BigInt(intent.objectId), wegOp: null } : staat(intent);
  const row = await db.postedMessageRow.findFirst({ where, orderBy: [{ op: "desc" }, { id: "desc" }], select: fields });
  return row === null ? undefined : (present(row) as PostedMessage);
};

const findStrays = async (db: PrismaClient, intent: Intent, { messageId }: PostedMessage): Promise<readonly PostedMessage[]> => {
  const rows = await db.postedMessageRow.findMany({ where: { ...staat(intent), messageId: { not: messageId } }, select: fields });
  return rows.map((row) => present(row) as PostedMessage);
};

const standingCards = async (db: PrismaClient, to: Intent["to"], limit: number): Promise<readonly StandingCard[]> => {
  const rows = await db.$queryRaw<object[]>`
    SELECT p.id, p.platform, p.tenant, p.conversation_id AS "conversationId", p.service_url AS "serviceUrl", p.message_id AS "messageId" FROM posted_message p
    WHERE p.recipient = ${recipientOf(to)} AND p.weg_op IS NULL AND p.kind NOT IN ('opruimen', 'prive') AND (p.weg_gevraagd_op IS NULL
      OR EXISTS (SELECT 1 FROM outgoing o WHERE o.kind = 'opruimen' AND o.object_id = p.id::text AND o.status = 'wacht'))
    ORDER BY p.id DESC LIMIT ${limit}`;
  return rows.map((row) => present(row) as StandingCard);
};

/** What waits to take it away is done; a living card waits to come back, unless something for it waits already. */
const recordTakenAway = (db: PrismaClient, { id }: StandingCard, gone: boolean, now: Date) => [
  db.$executeRaw`UPDATE posted_message SET weg_gevraagd_op = coalesce(weg_gevraagd_op, ${now}), weg_op = ${gone ? now : null}::timestamptz WHERE id = ${id}`,
  db.$executeRaw`UPDATE outgoing SET status = ${gone ? "verstuurd" : "gestopt"}, klaar_op = ${now}, lease_until = NULL WHERE kind = 'opruimen' AND object_id = ${id.toString()} AND status = 'wacht'`,
  db.$executeRaw`
    INSERT INTO outgoing (kind, object_id, recipient, variant, gemaakt_op)
    SELECT p.kind, p.object_id, p.recipient, 'terug', ${now} FROM posted_message p WHERE p.id = ${id} AND p.kind = ANY (${[...livingCards]})
      AND NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.status = 'wacht' AND o.recipient = p.recipient AND o.kind = p.kind AND o.object_id = p.object_id)`,
];

const nextIntentAt = async (db: PrismaClient): Promise<Date | undefined> => {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    WITH ${heads} SELECT min(coalesce(greatest(lease_until, until), gemaakt_op)) AS at FROM head LEFT JOIN recipient_wait w ON w.recipient = head.recipient`;
  return row?.at ?? undefined;
};

/** Turns lie so far apart, whichever instance takes them. */
const takeTurn = async (db: PrismaClient, key: string, now: Date, spacingMs: number): Promise<number> => {
  const next = new Date(now.getTime() + spacingMs);
  const [row] = await db.$queryRaw<{ until: Date }[]>`
    INSERT INTO recipient_wait AS w (recipient, until, reden) VALUES (${key}, ${next}, 'beurt')
    ON CONFLICT (recipient) DO UPDATE SET until = greatest(excluded.until, w.until + ${spacingMs} * interval '1 millisecond') RETURNING until`;
  return row === undefined ? 0 : row.until.getTime() - next.getTime();
};

/** Outgoing messages: claimed with a lease, in order per recipient. @param now for what is recorded, not for what is due. */
export const intentStore = (db: PrismaClient, now: () => Date) => ({
  claimIntents: async (at: Date, leaseMs: number, limit: number): Promise<readonly ClaimedIntent[]> => {
    const leaseUntil = new Date(at.getTime() + leaseMs);
    const ahead = new Date(at.getTime() + 2 * leaseMs);
    // Most often nothing waits: that costs one look.
    if ((await db.$queryRaw<unknown[]>`SELECT 1 FROM outgoing WHERE status = 'wacht' ORDER BY recipient, id LIMIT 1`).length === 0) return [];
    const [, , rows] = await db.$transaction([
      db.$executeRaw`SELECT pg_advisory_xact_lock(${CLAIM_LOCK}::bigint)`,
      supersede(db, at, ahead),
      claim(db, at, leaseUntil, limit, ahead),
    ]);
    return rows.map(rowToClaimed).sort((a, b) => (a.id < b.id ? -1 : 1));
  },
  intentSent: async (intent: ClaimedIntent, message: PostedMessage | undefined, next?: Date): Promise<void> => {
    if (intent.kind === "opruimen") await recordOpgeruimd(db, intent, now(), next ?? new Date(0));
    else if (message !== undefined) await recordSent(db, intent, message, now(), next ?? new Date(0));
    else
      await db.outgoingRow.updateMany({
        where: { id: intent.id, status: "wacht" },
        data: { status: "verstuurd", klaarOp: now(), leaseUntil: null, error: null },
      });
  },
  intentFailed: async (intent: ClaimedIntent, error: string, retryAt: Date | undefined): Promise<void> => {
    const where = held(intent);
    if (retryAt === undefined) await db.outgoingRow.updateMany({ where, data: { status: "gestopt", klaarOp: now(), leaseUntil: null, error } });
    else
      await db.$transaction([
        db.outgoingRow.updateMany({ where, data: { leaseUntil: null, error } }),
        holdBack(db, recipientOf(intent.to), retryAt, "opnieuw"),
      ]);
  },
  intentWaits: async (intent: ClaimedIntent, until: Date): Promise<void> => {
    const free = db.outgoingRow.updateMany({ where: held(intent), data: { leaseUntil: null, attempts: intent.attempts } });
    await db.$transaction([free, holdBack(db, recipientOf(intent.to), until, "adres")]);
  },
  conversationClosed: async (intent: ClaimedIntent, error: string, until: Date): Promise<void> => {
    await db.$transaction([
      db.outgoingRow.updateMany({ where: held(intent), data: { leaseUntil: null, error } }),
      holdBack(db, recipientOf(intent.to), until, "dicht"),
    ]);
  },
  standingCards: (to: Intent["to"], limit: number) => standingCards(db, to, limit),
  cardTakenAway: async (card: StandingCard, gone: boolean): Promise<void> => void (await db.$transaction(recordTakenAway(db, card, gone, now()))),
  takeTurn: (key: string, spacingMs: number) => takeTurn(db, key, now(), spacingMs),
  findPosted: (intent: Intent) => findPosted(db, intent),
  findStrays: (intent: Intent, shown: PostedMessage) => findStrays(db, intent, shown),
  strayReplaced: async (intent: Intent, { messageId }: PostedMessage): Promise<void> => {
    await db.postedMessageRow.deleteMany({ where: { ...postedOf(intent), messageId } });
  },
  nextIntentAt: () => nextIntentAt(db),
});

/** Whoever waited for an address, or was closed to us, can be reached now. */
export const releaseWaiting = (recipients: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`DELETE FROM recipient_wait WHERE reden IN ('adres', 'dicht') AND recipient IN (${recipients})`;

/** Somebody looks who is in these channels, and what waited there because of it is due. @param channels a condition on `channel`. */
export const lookAgain = (db: PrismaClient, channels: Prisma.Sql, now: Date): readonly Prisma.PrismaPromise<unknown>[] => [
  db.$executeRaw`INSERT INTO outgoing (kind, object_id, recipient, gemaakt_op) SELECT 'publiek', id, 'channel:' || id, ${now}::timestamptz FROM channel WHERE ${channels}`,
  db.$executeRaw(releaseWaiting(Prisma.sql`SELECT 'channel:' || id FROM channel WHERE ${channels}`)),
];
