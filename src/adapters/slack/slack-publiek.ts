import type { WebClient } from "@slack/web-api";
import type { Bekend, Lid, PubliekReader, PubliekResult } from "../../ports/publiek.js";
import { failureOf } from "./slack-client.js";
import { isUnseen, profielOf, type SlackUser, type Thuis } from "./slack-profiel.js";
import { gone } from "./slack-sender.js";

const pageSize = 200;
/** A channel with more members is no place for our cards, and reading it all would cost too much. */
const maxPages = 10;
/** More strangers need no names: the channel is not fit any more. */
const maxAsked = 20;

const failed = (error: unknown): Extract<PubliekResult, { ok: false }> => {
  const { reason, soort, retryAfterMs } = failureOf(error);
  return { ok: false, gone: soort === "platform" && gone.has(reason), reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
};

/** Everybody in the channel but the bot itself. */
const membersOf = async (client: WebClient, channel: string): Promise<readonly string[] | undefined> => {
  const members: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const read = await client.conversations.members({ channel, limit: pageSize, ...(cursor ? { cursor } : {}) });
    members.push(...(read.members ?? []));
    cursor = read.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return members;
  }
  return undefined;
};

/** Somebody of another workspace may be hidden from us: then the chat knows nothing of him. Who was deactivated reads nothing. */
const readUser = async (client: WebClient, thuis: Thuis, userId: string): Promise<Lid | undefined> => {
  try {
    const { user } = await client.users.info({ user: userId });
    if (user?.deleted) return undefined;
    return user ? { userId, profiel: profielOf(user as SlackUser, thuis) } : { userId };
  } catch (error) {
    if (isUnseen(error)) return { userId };
    throw error;
  }
};

const readLeden = async (client: WebClient, thuis: Thuis, userIds: readonly string[], bekend: Bekend): Promise<readonly Lid[]> => {
  const known = await bekend(userIds);
  const strangers = userIds.filter((userId) => !known.has(userId));
  const leden: (Lid | undefined)[] = [...known].map((userId) => ({ userId }));
  for (const userId of strangers.slice(0, maxAsked)) leden.push(await readUser(client, thuis, userId));
  return [...leden.filter((lid) => lid !== undefined), ...strangers.slice(maxAsked).map((userId) => ({ userId }))];
};

/** Who is in a channel of Slack: its settings and members, never a message. Apps count as readers; the bot itself does not. */
export const slackPubliek = (client: WebClient, thuis: () => Thuis): PubliekReader => ({
  async read({ conversationId }, bekend): Promise<PubliekResult> {
    try {
      const { channel } = await client.conversations.info({ channel: conversationId });
      const gedeeld = channel?.is_ext_shared === true || channel?.is_pending_ext_shared === true;
      const openbaar = channel?.is_private !== true;
      // That is enough to post nothing.
      if (gedeeld || openbaar) return { ok: true, publiek: { gedeeld, openbaar, leden: [] } };
      const members = await membersOf(client, conversationId);
      if (members === undefined) return { ok: true, publiek: { gedeeld, openbaar: true, leden: [] } };
      const eigen = thuis().botUserId ?? (await client.auth.test()).user_id;
      const userIds = members.filter((userId) => userId !== eigen);
      return { ok: true, publiek: { gedeeld, openbaar, leden: await readLeden(client, thuis(), userIds, bekend) } };
    } catch (error) {
      return failed(error);
    }
  },
});
