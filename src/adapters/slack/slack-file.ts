import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Card } from "../../domain/card.js";
import type { Bestand } from "../../domain/document.js";
import type { Address } from "../../ports/chat.js";
import { cut, limits } from "./block-kit-limits.js";
import { escapeMrkdwn } from "./block-kit-text.js";
import { failureOf } from "./slack-client.js";

const uploadTimeoutMs = 10_000;
const Uploaded = z.object({ upload_url: z.url({ protocol: /^https?$/ }), file_id: z.string().min(1) });

const upload = async (url: string, { inhoud, naam, mime }: Bestand): Promise<void> => {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(inhoud)], { type: mime }), naam);
  const response = await fetch(url, { method: "POST", body: form, redirect: "error", signal: AbortSignal.timeout(uploadTimeoutMs) });
  if (!response.ok) throw new Error(`upload ${response.status}`);
};

/** Slack takes no user id as `channel_id`; a private conversation is named by the person among `channels`. */
const where = ({ conversationId }: Address) => (/^[CGDZ]/.test(conversationId) ? { channel_id: conversationId } : { channels: conversationId });

/** Slack took nothing: it was too busy. */
const isBusy = (error: unknown): boolean => failureOf(error).soort === "druk";
/** Said by Slack, and not that it is busy: the same call will get the same answer. */
const isFinal = (error: unknown): boolean => failureOf(error).soort === "platform";

/**
 * Hands a file to one person; gives its id. `undefined`: it cannot be handed over, or nobody knows whether it was, so the
 * card that tells what to do goes instead and the file is not sent twice. Throws while nothing was shown yet and a later
 * try may do better.
 */
export const handOver = async (client: WebClient, to: Address, card: Card, bestand: Bestand): Promise<string | undefined> => {
  let id: string;
  try {
    const asked = Uploaded.parse(await client.files.getUploadURLExternal({ filename: bestand.naam, length: bestand.inhoud.byteLength }));
    await upload(asked.upload_url, bestand);
    id = asked.file_id;
  } catch (error) {
    if (isFinal(error)) return undefined;
    throw error;
  }
  try {
    const initial_comment = cut(limits.messageText, escapeMrkdwn(card.tekst));
    await client.apiCall("files.completeUploadExternal", { files: [{ id, title: bestand.naam }], ...where(to), initial_comment });
    return id;
  } catch (error) {
    if (isBusy(error)) throw error;
    return undefined;
  }
};
