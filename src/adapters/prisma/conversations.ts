import type { AccountRef } from "../../domain/persoon/persoon.js";
import type { Address, Conversations, Profiel } from "../../ports/chat.js";
import { Prisma, type PrismaClient } from "./generated/client.js";
import { emailKey } from "./rows/persoon-rows.js";
import { lookAgain, releaseWaiting } from "./work/intents.js";

type RosterEntry = { readonly account: AccountRef; readonly profiel: Profiel; readonly address?: Address };
/** A row to be stored: somebody to link, an address, or both. */
type Met = AccountRef & {
  readonly persoonId: string | null;
  readonly gast: boolean;
  readonly conversationId: string | null;
  readonly serviceUrl: string | null;
};

const accountIs = (ref: AccountRef) => Prisma.sql`platform = ${ref.platform} AND tenant = ${ref.tenant} AND user_id = ${ref.userId}`;

const rememberPrivate = async (db: PrismaClient, ref: AccountRef, address: Address): Promise<void> => {
  const { conversationId, serviceUrl = null } = address;
  await db.$transaction([
    db.$executeRaw`
      INSERT INTO account (platform, tenant, user_id, conversation_id, service_url) VALUES (${ref.platform}, ${ref.tenant}, ${ref.userId}, ${conversationId}, ${serviceUrl})
      ON CONFLICT (platform, tenant, user_id) DO UPDATE SET conversation_id = excluded.conversation_id, service_url = excluded.service_url
      WHERE (account.conversation_id, account.service_url) IS DISTINCT FROM (excluded.conversation_id, excluded.service_url)`,
    db.$executeRaw(releaseWaiting(Prisma.sql`SELECT 'persoon:' || persoon_id FROM account WHERE ${accountIs(ref)}`)),
  ]);
};

const rememberChannel = async (db: PrismaClient, address: Address): Promise<void> => {
  const { platform, tenant, conversationId, serviceUrl = null } = address;
  const here = Prisma.sql`platform = ${platform} AND tenant = ${tenant} AND conversation_id = ${conversationId}`;
  await db.$transaction([
    db.$executeRaw`
      INSERT INTO met_channel (platform, tenant, conversation_id, service_url) VALUES (${platform}, ${tenant}, ${conversationId}, ${serviceUrl})
      ON CONFLICT (platform, tenant, conversation_id) DO UPDATE SET service_url = excluded.service_url
      WHERE met_channel.service_url IS DISTINCT FROM excluded.service_url`,
    db.$executeRaw`UPDATE channel SET service_url = ${serviceUrl} WHERE ${here} AND service_url IS DISTINCT FROM ${serviceUrl}`,
    db.$executeRaw(releaseWaiting(Prisma.sql`SELECT 'channel:' || id FROM channel WHERE ${here}`)),
  ]);
};

const channelChanged = async (db: PrismaClient, { platform, tenant, conversationId }: Address, now: Date): Promise<void> => {
  const here = Prisma.sql`platform = ${platform} AND tenant = ${tenant} AND conversation_id = ${conversationId}`;
  await db.$transaction([...lookAgain(db, here, now)]);
};

/** Active people of the region by e-mail, only where exactly one has it. */
const uniqueByEmail = async (db: PrismaClient, emails: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  // Who has no account has no address: that must never be taken for the same address.
  const rows = await db.persoonRow.findMany({
    where: { emailKey: { in: emails.filter((email) => email !== "") }, actief: true, inRegio: true },
    select: { id: true, emailKey: true },
  });
  const counts = new Map<string, number>();
  for (const { emailKey: key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(rows.filter((row) => counts.get(row.emailKey) === 1).map((row) => [row.emailKey, row.id]));
};

const keyOf = (ref: AccountRef): string => JSON.stringify([ref.platform, ref.tenant, ref.userId]);

const namedGasten = async (db: PrismaClient, entries: readonly RosterEntry[]): Promise<ReadonlyMap<string, string>> => {
  const userIds = entries.filter(({ profiel }) => profiel.soort !== "lid").map(({ account }) => account.userId);
  const rows = userIds.length === 0 ? [] : await db.gastRow.findMany({ where: { userId: { in: userIds }, persoon: { actief: true } } });
  return new Map(rows.map((row) => [keyOf(row as AccountRef), row.persoonId]));
};

/** A member is known by the e-mail that the platform vouches for; a guest or somebody from outside only when the region file names the account. */
const whoIs = (entry: RosterEntry, byEmail: ReadonlyMap<string, string>, gasten: ReadonlyMap<string, string>): string | null => {
  if (entry.profiel.soort !== "lid") return gasten.get(keyOf(entry.account)) ?? null;
  return entry.profiel.email === undefined ? null : (byEmail.get(emailKey(entry.profiel.email)) ?? null);
};

/** Stores accounts in one statement; a link that exists is never changed. */
const storeMet = (db: PrismaClient, met: readonly Met[], now: Date) => db.$executeRaw`
  INSERT INTO account (platform, tenant, user_id, persoon_id, linked_op, gast, conversation_id, service_url)
  SELECT m.platform, m.tenant, m."userId", m."persoonId", CASE WHEN m."persoonId" IS NULL THEN NULL ELSE ${now}::timestamptz END, m.gast, m."conversationId", m."serviceUrl"
  FROM json_to_recordset(${JSON.stringify(met)}::json)
    AS m(platform text, tenant text, "userId" text, "persoonId" text, gast boolean, "conversationId" text, "serviceUrl" text)
  ON CONFLICT (platform, tenant, user_id) DO UPDATE SET
    persoon_id = coalesce(account.persoon_id, excluded.persoon_id),
    linked_op = coalesce(account.linked_op, excluded.linked_op),
    gast = CASE WHEN account.persoon_id IS NULL THEN excluded.gast ELSE account.gast END,
    conversation_id = coalesce(excluded.conversation_id, account.conversation_id),
    service_url = CASE WHEN excluded.conversation_id IS NULL THEN account.service_url ELSE excluded.service_url END`;

const rememberRoster = async (db: PrismaClient, entries: readonly RosterEntry[], now: Date): Promise<void> => {
  const emails = entries.flatMap(({ profiel }) => (profiel.email === undefined ? [] : [emailKey(profiel.email)]));
  const [byEmail, gasten] = await Promise.all([uniqueByEmail(db, emails), namedGasten(db, entries)]);
  const met = new Map<string, Met>();
  for (const entry of entries) {
    const persoonId = whoIs(entry, byEmail, gasten);
    const { account, address, profiel } = entry;
    if (persoonId === null && address === undefined) continue;
    const { platform, tenant, userId } = account;
    met.set(keyOf(account), {
      platform,
      tenant,
      userId,
      persoonId,
      gast: profiel.soort !== "lid",
      conversationId: address?.conversationId ?? null,
      serviceUrl: address?.serviceUrl ?? null,
    });
  }
  if (met.size === 0) return;
  const userIds = [...met.values()].map((row) => row.userId);
  const reached = Prisma.sql`SELECT 'persoon:' || persoon_id FROM account WHERE persoon_id IS NOT NULL AND user_id = ANY (${userIds})`;
  await db.$transaction([storeMet(db, [...met.values()], now), db.$executeRaw(releaseWaiting(reached))]);
};

/** What the chats learn in passing. As soon as somebody can be reached, what waited for the address is due. */
export const conversationStore = (db: PrismaClient, now: () => Date): Conversations => ({
  rememberPrivate: (account, address) => rememberPrivate(db, account, address),
  rememberChannel: (address) => rememberChannel(db, address),
  channelChanged: (address) => channelChanged(db, address, now()),
  rememberRoster: (accounts) => rememberRoster(db, accounts, now()),
});
