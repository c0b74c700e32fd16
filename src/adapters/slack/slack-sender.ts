import type { WebClient } from "@slack/web-api";
import type { Card } from "../../domain/card.js";
import type { Address, Sender, SendResult } from "../../ports/chat.js";
import { toMessageBlocks } from "./block-kit.js";
import { BlockKitError, cut, limits } from "./block-kit-limits.js";
import { escapeMrkdwn } from "./block-kit-text.js";
import { failureOf } from "./slack-client.js";
import { handOver } from "./slack-file.js";

/**
 * The conversation or message is no more, or not for us. Not among them: account_inactive, invalid_auth and the like,
 * which say that our own token stopped working; those messages must wait.
 */
export const gone: ReadonlySet<string> = new Set([
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "user_not_found",
  "users_not_found",
  "user_disabled",
  "cannot_dm_bot",
  "cant_post_message",
  "cant_update_message",
  "edit_window_closed",
  "message_not_found",
  "messages_tab_disabled",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_only_channel",
]);

/** Of those: only this message cannot be changed. */
const messageOnly: ReadonlySet<string> = new Set(["cant_update_message", "edit_window_closed", "message_not_found"]);

const failed = (error: unknown): SendResult => {
  if (error instanceof BlockKitError) return { ok: false, gone: false, reason: `card ${error.message}` };
  const { reason, soort, retryAfterMs } = failureOf(error);
  const isGone = soort === "platform" && gone.has(reason);
  const about = messageOnly.has(reason) ? { messageOnly: true, ...(reason === "message_not_found" ? { absent: true } : {}) } : {};
  return { ok: false, gone: isGone, reason, ...about, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
};

const post = async (client: WebClient, to: Address, card: Card, messageId: string | undefined) => {
  const message = { channel: to.conversationId, text: cut(limits.messageText, escapeMrkdwn(card.tekst)), blocks: toMessageBlocks(card) };
  if (messageId !== undefined) return client.chat.update({ ...message, ts: messageId });
  return client.chat.postMessage({ ...message, unfurl_links: false, unfurl_media: false });
};

/** Posts and changes messages in Slack. A user id as conversation reaches that person's private messages; the answer names their channel. */
export const slackSender = (client: WebClient): Sender => ({
  async send(to, card, messageId): Promise<SendResult> {
    // A bug, not a failure to retry: what is vertrouwelijk is never posted.
    if (card.vertrouwelijk) throw new BlockKitError(`${card.template}: vertrouwelijk, not for a message`);
    try {
      const file = card.bestand === undefined ? undefined : await handOver(client, to, card, card.bestand);
      if (file !== undefined) return { ok: true, messageId: file, conversationId: to.conversationId };
      const sent = await post(client, to, card, messageId);
      return { ok: true, messageId: sent.ts ?? messageId ?? "", conversationId: sent.channel ?? to.conversationId };
    } catch (error) {
      return failed(error);
    }
  },
});
