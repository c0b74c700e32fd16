import type { AuditLine, Trace } from "../../../ports/store.js";
import type { Intent } from "../../../ports/work.js";
import type { Prisma } from "../generated/client.js";

/** The key under which order is kept: everything for one channel or one person. */
export const recipientOf = (to: Intent["to"]): string => ("channelId" in to ? channelRecipient(to.channelId) : persoonRecipient(to.persoonId));
export const channelRecipient = (channelId: string): string => `channel:${channelId}`;
export const persoonRecipient = (persoonId: string): string => `persoon:${persoonId}`;

export const readRecipient = (recipient: string): Intent["to"] => {
  const id = recipient.slice(recipient.indexOf(":") + 1);
  return (recipient.startsWith("channel:") ? { channelId: id } : { persoonId: id }) as Intent["to"];
};

export const intentToRow = (intent: Intent, now: Date): Prisma.OutgoingRowCreateManyInput => ({
  kind: intent.kind,
  objectId: intent.objectId,
  recipient: recipientOf(intent.to),
  variant: intent.variant ?? null,
  gemaaktOp: now,
});

export const auditToRow = (line: AuditLine, trace: Trace | undefined, now: Date): Prisma.AuditLineRowCreateManyInput => ({
  ...line,
  grondslag: line.grondslag ?? null,
  traceId: trace?.id ?? null,
  begonOp: trace?.begonOp ?? null,
  op: now,
});
