import type { AccountRef, Persoon } from "../../../domain/persoon/persoon.js";
import type { Address } from "../../../ports/chat.js";
import type { Account } from "../../../ports/store.js";
import type { AccountRow, Prisma } from "../generated/client.js";
import { present } from "./present.js";

/** E-mail addresses are compared without regard to case. */
export const emailKey = (email: string): string => email.trim().toLowerCase();

export const persoonToRow = (persoon: Persoon): Prisma.PersoonRowUncheckedCreateInput => {
  const { rollen: _rollen, ...rest } = persoon;
  return {
    ...rest,
    telefoon: rest.telefoon ?? null,
    taal: rest.taal ?? null,
    plaatsvervangerId: rest.plaatsvervangerId ?? null,
    emailKey: emailKey(rest.email),
  };
};

export const accountKey = (ref: AccountRef) => ({ platform_tenant_userId: { platform: ref.platform, tenant: ref.tenant, userId: ref.userId } });

/** Slack reaches everybody by user id; Teams only in a conversation that was met. */
const addressOf = (row: AccountRow): Address | undefined => {
  const { platform, tenant, serviceUrl } = row;
  const conversationId = row.conversationId ?? (platform === "slack" ? row.userId : null);
  return conversationId === null ? undefined : (present({ platform, tenant, conversationId, serviceUrl }) as Address);
};

/** `undefined` when the account was met but is not linked to anybody. */
export const rowToAccount = (row: AccountRow): Account | undefined => {
  if (row.persoonId === null || row.linkedOp === null) return undefined;
  const ref = { platform: row.platform, tenant: row.tenant, userId: row.userId };
  const { persoonId, linkedOp, gast } = row;
  return present({ ref, persoonId, linkedOp, gast, address: addressOf(row), laatstGebruiktOp: row.laatstGebruiktOp ?? linkedOp }) as Account;
};
