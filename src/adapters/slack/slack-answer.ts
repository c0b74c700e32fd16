import type { ViewResponseAction } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Card } from "../../domain/card.js";
import type { Taal } from "../../domain/persoon/persoon.js";
import { say } from "../../messages/messages.js";
import type { Answer } from "../../ports/chat.js";
import { cardLanguage, toHomeView, toMessageBlocks, toModalView, toSentenceView } from "./block-kit.js";
import { escapeMrkdwn, richText } from "./block-kit-text.js";
import { failureOf } from "./slack-client.js";
import type { SlackLog } from "./slack-config.js";
import type { Origin } from "./slack-inbound.js";

/** Seen by one person, until he reloads. */
export type Ephemeral = {
  readonly response_type: "ephemeral";
  readonly replace_original: false;
  readonly text: string;
  readonly blocks: KnownBlock[];
};

/** How Slack lets us confirm a delivery. What is absent it does not offer for this kind. */
export type Reply = {
  readonly leeg: () => Promise<void>;
  /** A message for this person only, under his command. */
  readonly bericht?: (message: Ephemeral) => Promise<void>;
  /** What the window becomes whose form was sent. */
  readonly venster?: (action: ViewResponseAction) => Promise<void>;
};

export type AnswerParts = {
  readonly client: WebClient;
  readonly log: SlackLog;
  readonly origin: Origin;
  readonly reply: Reply;
  /** Of what belongs to no card. */
  readonly taal: Taal;
};

const respondTimeoutMs = 5_000;

/** Runs after the confirmation: nobody waits for it, so a failure is only logged. */
const afterwards = async (log: SlackLog, wat: string, call: () => Promise<unknown>): Promise<void> => {
  try {
    await call();
  } catch (error) {
    log.error({ wat, reden: failureOf(error).reason }, "Slack did not take an answer");
  }
};

export const ephemeral = (text: string, blocks: KnownBlock[] = [richText([[{ text, bold: false }]])]): Ephemeral => ({
  response_type: "ephemeral",
  replace_original: false,
  text: escapeMrkdwn(text),
  blocks,
});

const respond = async (url: string, message: Ephemeral): Promise<void> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(respondTimeoutMs),
  });
  if (!response.ok) throw new Error(`response_url ${response.status}`);
};

/** Words around a card are in the language of the card. */
const modalOf = (card: Card, { taal }: AnswerParts, more: { readonly fouten?: "toon" } = {}): ModalView => {
  const lang = cardLanguage(card);
  const t = lang === "nl" || lang === "en" ? lang : taal;
  return toModalView(card, { stop: say(t, "stop"), sluit: say(t, "sluiten"), ...more });
};

/** A window: instead of the one that is open, else a new one. */
const showView = async ({ client, log, origin, reply }: AnswerParts, view: ModalView): Promise<void> => {
  if (reply.venster) return reply.venster({ response_action: "update", view });
  await reply.leeg();
  const { viewId, trigger } = origin;
  if (origin.plek === "venster" && viewId) return afterwards(log, "views.update", () => client.views.update({ view_id: viewId, view }));
  if (trigger) return afterwards(log, "views.open", () => client.views.open({ trigger_id: trigger, view }));
  log.error({ wat: "views.open", plek: origin.plek }, "no trigger to show a window with");
};

/** A receipt: in the window, or as a message that only this person sees. */
const replace = async (parts: AnswerParts, card: Card): Promise<void> => {
  const { origin, reply, log } = parts;
  const asMessage = !card.vertrouwelijk && (origin.plek === "commando" || (origin.plek === "bericht" && origin.responseUrl !== undefined));
  if (!asMessage) return showView(parts, modalOf(card, parts));
  const message = ephemeral(card.tekst, toMessageBlocks(card));
  if (reply.bericht) return reply.bericht(message);
  await reply.leeg();
  await afterwards(log, "response_url", () => respond(origin.responseUrl ?? "", message));
};

/** Errors beside the fields when all of them are on the form and nothing else changed; else the whole form again, errors in the text. */
const showErrors = async (parts: AnswerParts, { card, fouten, heel }: Extract<Answer, { soort: "fouten" }>): Promise<void> => {
  const { origin, reply } = parts;
  const keys = Object.keys(fouten);
  if (!heel && reply.venster && keys.length > 0 && keys.every((veld) => origin.velden.has(veld)))
    return reply.venster({ response_action: "errors", errors: { ...fouten } });
  await showView(parts, modalOf(card, parts, { fouten: "toon" }));
};

/** One sentence, for this person only. */
const tell = async (parts: AnswerParts, tekst: string): Promise<void> => {
  const { client, log, origin, reply, taal } = parts;
  if (reply.bericht) return reply.bericht(ephemeral(tekst));
  const view = toSentenceView(origin.titel ?? say(taal, "melding.titel"), tekst, say(taal, "sluiten"));
  // On top of the open window, so that what stands there is not lost.
  if (origin.plek === "venster" && origin.trigger) {
    const { trigger } = origin;
    await reply.leeg();
    return afterwards(log, "views.push", () => client.views.push({ trigger_id: trigger, view }));
  }
  if (origin.plek === "bericht" && origin.responseUrl) {
    const { responseUrl } = origin;
    await reply.leeg();
    return afterwards(log, "response_url", () => respond(responseUrl, ephemeral(tekst)));
  }
  await showView(parts, view);
};

/** Gives an answer to the person who acted. Throws only on a card that Slack cannot show, before anything was confirmed. */
export const giveAnswer = async (answer: Answer, parts: AnswerParts): Promise<void> => {
  switch (answer.soort) {
    case "toon":
      return showView(parts, modalOf(answer.card, parts));
    case "vervang":
      return replace(parts, answer.card);
    case "fouten":
      return showErrors(parts, answer);
    case "melding":
    // A file comes as a message of its own.
    case "bestand":
      return tell(parts, answer.tekst);
    case "home": {
      const view = toHomeView(answer.card);
      await parts.reply.leeg();
      return afterwards(parts.log, "views.publish", () => parts.client.views.publish({ user_id: parts.origin.userId, view }));
    }
    case "niets":
      return parts.reply.leeg();
  }
};
