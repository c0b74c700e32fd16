import type {
  BezorgingChange,
  BezorgingStore,
  DichtGesprek,
  DubbelChange,
  GestoptBericht,
  OngeschiktKanaal,
  Plek,
  PubliekChange,
} from "../../../ports/bezorging-store.js";
import { type Intent, livingCards } from "../../../ports/work.js";
import type { Prisma, PrismaClient } from "../generated/client.js";
import { present } from "../rows/present.js";
import { readRecipient, recipientOf } from "../rows/work-rows.js";

type Dicht = Omit<DichtGesprek, "to"> & { readonly recipient: string };
type Gestopt = Omit<GestoptBericht, "to" | "code"> & { readonly recipient: string; readonly code: string | null };

type Geplaatst = { readonly kind: Intent["kind"]; readonly objectId: string; readonly recipient: string };

const findDubbelVan = async (db: PrismaClient, { platform, tenant, conversationId, messageId }: Plek, over: readonly string[]): Promise<Intent | undefined> => {
  const [row] = await db.$queryRaw<readonly Geplaatst[]>`
    WITH over AS (
      SELECT unnest(${[...over]}::text[]) AS id UNION SELECT id FROM signaal WHERE code = ANY (${[...over]}) UNION SELECT id FROM casus WHERE code = ANY (${[...over]})
    )
    SELECT p.kind, p.object_id AS "objectId", p.recipient FROM posted_message p
    WHERE p.object_id IN (SELECT id FROM over) AND p.kind = ANY (${[...livingCards]})
      AND p.platform = ${platform} AND p.tenant = ${tenant} AND p.conversation_id = ${conversationId}
      AND NOT EXISTS (SELECT 1 FROM posted_message q WHERE q.object_id = p.object_id AND q.conversation_id = p.conversation_id AND q.message_id = ${messageId})
    ORDER BY p.op DESC LIMIT 1`;
  return row && { kind: row.kind, objectId: row.objectId, to: readRecipient(row.recipient) };
};

/** Before the card that is known, so that it is taken for the older one. */
export const noteDubbel = (db: PrismaClient, { plek, van }: DubbelChange): readonly Prisma.PrismaPromise<unknown>[] => [
  db.$executeRaw`
    INSERT INTO posted_message (kind, object_id, recipient, platform, tenant, conversation_id, service_url, message_id, op)
    SELECT kind, object_id, recipient, platform, tenant, conversation_id, service_url, ${plek.messageId}, op - interval '1 second' FROM posted_message
    WHERE kind = ${van.kind} AND object_id = ${van.objectId} AND recipient = ${recipientOf(van.to)} ORDER BY op DESC LIMIT 1
    ON CONFLICT DO NOTHING`,
];

/** Reads what does not arrive. What was stopped on purpose has no error. */
export const bezorgingReader = (db: PrismaClient): BezorgingStore => ({
  findDubbelVan: (plek, over) => findDubbelVan(db, plek, over),
  dichteGesprekken: async () => {
    const rows = await db.$queryRaw<readonly Dicht[]>`
      SELECT w.recipient, w.until AS "opnieuwOp", (count(*) FILTER (WHERE o.kind <> 'publiek'))::int AS wachten
      FROM recipient_wait w JOIN outgoing o ON o.recipient = w.recipient AND o.status = 'wacht'
      WHERE w.reden = 'dicht' GROUP BY w.recipient, w.until ORDER BY min(o.id)`;
    return rows.map(({ recipient, ...row }) => ({ ...row, to: readRecipient(recipient) }));
  },
  ongeschikteKanalen: async () => (await db.channelPubliekRow.findMany()) as readonly object[] as readonly OngeschiktKanaal[],
  gestopteBerichten: async (limit) => {
    // Nobody learns here that there is something from which people are kept out.
    const rows = await db.$queryRaw<readonly Gestopt[]>`
      SELECT o.id, o.recipient, o.klaar_op AS op, s.code
      FROM outgoing o LEFT JOIN vraag v ON v.id = o.object_id
        LEFT JOIN signaal s ON s.id = coalesce(v.signaal_id, o.object_id) AND cardinality(s.uitgesloten) = 0
          AND NOT EXISTS (SELECT 1 FROM casus c WHERE c.id = s.casus_id AND cardinality(c.uitgesloten) > 0)
      WHERE o.status = 'gestopt' AND o.error IS NOT NULL ORDER BY o.klaar_op DESC, o.id DESC LIMIT ${limit}`;
    return rows.map(({ recipient, ...row }) => ({ ...present(row), to: readRecipient(recipient) }) as GestoptBericht);
  },
});

/** In their old place in the order, as if they were new. */
export const sendAgain = (db: PrismaClient, { ids, naar }: BezorgingChange, now: Date): readonly Prisma.PrismaPromise<unknown>[] => [
  db.outgoingRow.updateMany({
    where: { id: { in: [...ids] }, status: "gestopt" },
    data: { status: "wacht", attempts: 0, error: null, klaarOp: null, gemaaktOp: now },
  }),
  db.recipientWaitRow.deleteMany({ where: { recipient: { in: naar.map(recipientOf) }, reden: { in: ["dicht", "opnieuw"] } } }),
];

/** One row for each channel with readers who should not be there. */
export const notePubliek = (db: PrismaClient, change: PubliekChange): readonly Prisma.PrismaPromise<unknown>[] => {
  if (change.soort === "publiek_goed") return [db.channelPubliekRow.deleteMany({ where: { channelId: change.channelId } })];
  const { channelId, ...rest } = change.kanaal;
  return [db.channelPubliekRow.upsert({ where: { channelId }, create: change.kanaal, update: rest })];
};
