import { createHash } from "node:crypto";
import { type TeamsChannelAccount, TeamsInfo, TurnContext } from "botbuilder";
import { z } from "zod";
import type { AccountRef, Taal } from "../../domain/persoon/persoon.js";
import type { Inbound, Place, Profiel } from "../../ports/chat.js";
import { isPersonal, rootConversation, TeamsActivity, tenantOf } from "./teams-activity.js";
import type { TeamsConfig } from "./teams-config.js";

const Strings = z.record(z.string(), z.unknown()).transform((record) => toStrings(record));
const Press = z.looseObject({ k: z.looseObject({ verb: z.string().min(1).max(100), data: Strings.optional() }) });

/** A pressed button: what we put in it, and what the person filled in, kept apart. */
export type Press = { readonly verb: string; readonly data: Readonly<Record<string, string>>; readonly velden: Readonly<Record<string, string>> };

const asString = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "boolean" || typeof value === "number" ? String(value) : undefined;

/** Fields come as strings; one that was left empty is left out. */
const toStrings = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const text = asString(value);
      return text === undefined || text === "" ? [] : [[key, text]];
    }),
  );

/** Reads the data of a pressed button; nothing when it is not one of ours. */
export const readPress = (data: unknown): Press | undefined => {
  const parsed = Press.safeParse(data);
  if (!parsed.success) return undefined;
  const { k, msteams: _, ...inputs } = parsed.data;
  return { verb: k.verb, data: k.data ?? {}, velden: toStrings(inputs) };
};

export const taalOf = (locale: string | null | undefined): Taal | undefined => (locale?.startsWith("nl") ? "nl" : locale?.startsWith("en") ? "en" : undefined);

export const accountOf = (tenant: string, member: { readonly id: string; readonly aadObjectId?: string | null | undefined }): AccountRef => ({
  platform: "teams",
  tenant,
  userId: member.aadObjectId ?? member.id,
});

/** What the roster vouches for. A guest or somebody of another tenant is never taken for a member. */
export const profielOf = (member: TeamsChannelAccount, tenant: string): Profiel => {
  const isGuest = member.userRole === "guest" || /#EXT#/i.test(member.userPrincipalName ?? "");
  const isForeign =
    (member.tenantId !== undefined && member.tenantId !== tenant) || (member.userRole !== undefined && !["user", "guest"].includes(member.userRole));
  const soort = isForeign ? "extern" : isGuest ? "gast" : "lid";
  return { naam: member.name ?? "", soort, ...(member.email && soort !== "extern" && { email: member.email.toLowerCase() }) };
};

/** One turn of Teams, read once. */
export type Turn = {
  readonly context: TurnContext;
  readonly activity: TeamsActivity;
  readonly tenant: string;
  readonly account: AccountRef;
  readonly prive: boolean;
  readonly taal: Taal | undefined;
  readonly canFile: boolean;
  readonly requestId: string | undefined;
};
/** Where the HTTP side leaves the id of the request. */
export const requestIdKey = "ketentafel.requestId";

/** The client of the try-out always says en-US, whoever sits behind it: there the person's own choice or TAAL counts. */
export const readTurn = (context: TurnContext, config: TeamsConfig): Turn => {
  const activity = TeamsActivity.parse(context.activity);
  const tenant = tenantOf(activity) ?? "";
  const person =
    activity.from.id === activity.recipient.id
      ? (activity.membersAdded?.find((member) => member.id !== activity.recipient.id) ?? activity.from)
      : activity.from;
  return {
    context,
    activity,
    tenant,
    account: accountOf(tenant, person),
    prive: isPersonal(activity),
    taal: config.appId ? taalOf(activity.locale) : undefined,
    canFile: !config.tryOut,
    requestId: context.turnState.get<string>(requestIdKey),
  };
};

const placeOf = (turn: Turn): Place => {
  const messageId = turn.activity.replyToId ?? (turn.activity.type === "message" ? turn.activity.id : undefined) ?? undefined;
  return { soort: turn.prive ? "prive" : "channel", conversationId: rootConversation(turn.activity), ...(messageId !== undefined && { messageId }) };
};

const deliveryOf = (turn: Turn, event: Inbound["event"]): string => {
  const nonce = event.soort === "actie" ? event.data["n"] : undefined;
  if (nonce !== undefined) return nonce;
  const { conversation, id, from, name, value } = turn.activity;
  return `teams:${conversation.id}:${
    id ??
    createHash("sha256")
      .update(JSON.stringify([from.id, name, value]))
      .digest("base64url")
  }`;
};

const profielFrom = async (turn: Turn): Promise<Profiel | undefined> => {
  try {
    return profielOf(await TeamsInfo.getMember(turn.context, turn.activity.from.id), turn.tenant);
  } catch {
    return undefined;
  }
};

/** The delivery as the app sees it. @property venster it came from a dialog that is in front of this person. */
export const toInbound = (turn: Turn, event: Inbound["event"], how: { readonly canShow: boolean; readonly venster?: boolean }): Inbound => ({
  delivery: deliveryOf(turn, event),
  ...(turn.requestId !== undefined && { requestId: turn.requestId }),
  account: turn.account,
  place: how.venster ? { ...placeOf(turn), soort: "dialoog" } : placeOf(turn),
  event,
  ...(turn.taal && { taal: turn.taal }),
  canShow: how.canShow,
  // The client of the try-out knows no files.
  canFile: turn.canFile,
  profiel: () => profielFrom(turn),
});

/** The text to the bot as a command: first word, and the rest. */
export const readCommand = (context: TurnContext): Inbound["event"] => {
  const text = (TurnContext.removeRecipientMention(context.activity) ?? context.activity.text ?? "").replace(/&nbsp;|\s/g, " ").trim();
  const [first = "", ...rest] = text.replace(/^\//, "").split(/ +/);
  return { soort: "commando", woord: first.toLowerCase() || "hulp", rest: rest.join(" ") };
};
