import { type Activity, ActivityTypes, type CloudAdapter, type FileConsentCardResponse, type TaskModuleResponse } from "botbuilder";
import type { Card } from "../../domain/card.js";
import type { Taal } from "../../domain/persoon/persoon.js";
import { say } from "../../messages/messages.js";
import type { Answer, Conversations } from "../../ports/chat.js";
import { attachment, cardType, mayBeMessage, renderCard } from "./teams-card.js";
import { type Log, safeError, type TeamsConfig } from "./teams-config.js";
import { infoActivity, uploadFile } from "./teams-file.js";
import type { Turn } from "./teams-inbound.js";
import { postPrivately } from "./teams-prive.js";
import { cardActivity } from "./teams-sender.js";

export type AnswerParts = { readonly config: TeamsConfig; readonly adapter: CloudAdapter; readonly conversations: Conversations; readonly log: Log };
/** The body of an answer to Action.Execute. */
export type ExecuteResponse = { readonly statusCode: 200; readonly type: string; readonly value: Record<string, unknown> };

const taalFor = (turn: Turn, config: TeamsConfig): Taal => turn.taal ?? config.taal;
const text = (value: string): Partial<Activity> => ({ type: ActivityTypes.Message, text: value, textFormat: "plain" });

/** Answers in the dialog that is, or comes, in front of this person. Nothing closes it. */
export const answerDialog = (parts: AnswerParts, turn: Turn, answer: Answer, fetching: boolean): TaskModuleResponse | undefined => {
  if (answer.soort === "melding" || answer.soort === "bestand") return { task: { type: "message", value: answer.tekst } };
  if (answer.soort === "niets") return fetching ? { task: { type: "message", value: say(taalFor(turn, parts.config), "teams.gedaan") } } : undefined;
  const { card } = answer;
  return { task: { type: "continue", value: { title: card.titel, height: "medium", width: "medium", card: attachment(card, "venster", parts.config) } } };
};

/** Never empty: Teams takes an empty message for a failure and presses again. */
const executeMessage = (value: string): ExecuteResponse => ({
  statusCode: 200,
  type: "application/vnd.microsoft.activity.message",
  value: value as unknown as Record<string, unknown>,
});

const asMessage = (parts: AnswerParts, turn: Turn, card: Card): Partial<Activity> => {
  if (mayBeMessage(card, parts.config)) return cardActivity(card, parts.config);
  parts.log.error({ template: card.template }, "teams: a card with details was about to become a message");
  return text(say(taalFor(turn, parts.config), "teams.niet_hier"));
};

const answerActivity = (parts: AnswerParts, turn: Turn, answer: Exclude<Answer, { soort: "niets" }>): Partial<Activity> =>
  answer.soort === "melding" || answer.soort === "bestand" ? text(answer.tekst) : asMessage(parts, turn, answer.card);

/** To the person alone, from a channel; says whether it arrived. */
const sendPrivately = async (parts: AnswerParts, turn: Turn, activity: Partial<Activity>): Promise<boolean> => {
  const { serviceUrl, from } = turn.activity;
  try {
    const { conversationId } = await postPrivately(parts.adapter, parts.config, { serviceUrl, tenant: turn.tenant }, from.id, activity);
    await parts.conversations.rememberPrivate(turn.account, { platform: "teams", tenant: turn.tenant, conversationId, serviceUrl });
    return true;
  } catch (error) {
    parts.log.warn(safeError(error), "teams: no private conversation");
    return false;
  }
};

const sentence = (sent: boolean): "teams.prive_gestuurd" | "teams.prive_kan_niet" => (sent ? "teams.prive_gestuurd" : "teams.prive_kan_niet");

/** Says whether Teams took it. Where it does not, what was asked was done all the same: that is no failure of the request. */
const isTaken = async ({ log }: AnswerParts, sent: Promise<unknown>): Promise<boolean> => {
  try {
    await sent;
    return true;
  } catch (error) {
    log.warn(safeError(error), "teams: an answer was not taken");
    return false;
  }
};

/** Posts in the chat of this turn. */
const post = (parts: AnswerParts, { context }: Turn, activity: Partial<Activity>): Promise<boolean> => isTaken(parts, context.sendActivity(activity));

/** Replaces the message that was pressed; in the private chat only. */
const replaceMessage = (parts: AnswerParts, turn: Turn, activity: Partial<Activity>): Promise<boolean> => {
  const id = turn.activity.replyToId;
  return id ? isTaken(parts, turn.context.updateActivity({ ...activity, id })) : post(parts, turn, activity);
};

/** Answers a press on a message. What is for one person never appears in a channel. */
export const answerExecute = async (parts: AnswerParts, turn: Turn, answer: Answer): Promise<ExecuteResponse> => {
  const taal = taalFor(turn, parts.config);
  if (answer.soort === "niets") return executeMessage(say(taal, "teams.gedaan"));
  if (answer.soort === "melding" || answer.soort === "bestand") return executeMessage(answer.tekst);
  const activity = asMessage(parts, turn, answer.card);
  if (!turn.prive) return executeMessage(say(taal, sentence(await sendPrivately(parts, turn, activity))));
  if (answer.soort === "toon" || answer.soort === "home")
    return executeMessage(say(taal, (await post(parts, turn, activity)) ? "teams.gedaan" : "teams.neemt_niets_aan"));
  if (!mayBeMessage(answer.card, parts.config)) return executeMessage(say(taal, "teams.niet_hier"));
  if (answer.soort === "vervang") await replaceMessage(parts, turn, activity);
  return { statusCode: 200, type: cardType, value: renderCard(answer.card, "bericht", parts.config) };
};

/** Answers who accepted or declined a file; what is left in the chat cannot be pressed again. */
export const answerConsent = async (
  parts: AnswerParts,
  turn: Turn,
  answer: Answer | "declined",
  info?: FileConsentCardResponse["uploadInfo"],
): Promise<unknown> => {
  const taal = taalFor(turn, parts.config);
  if (answer === "declined") return replaceMessage(parts, turn, text(say(taal, "teams.bestand_niet")));
  if (answer.soort !== "bestand") return replaceMessage(parts, turn, text(answer.soort === "melding" ? answer.tekst : say(taal, "teams.bestand_mislukt")));
  const uploaded = await uploadFile(parts.config, info, answer.bestand).catch((error: unknown) => {
    parts.log.warn(safeError(error), "teams: a file was not handed over");
    return undefined;
  });
  return replaceMessage(parts, turn, uploaded === undefined ? text(say(taal, "teams.bestand_mislukt")) : infoActivity(uploaded));
};

/** Answers a command or a submit that came as a message: in the private chat as it is, in a channel with one neutral sentence. */
export const answerMessage = async (parts: AnswerParts, turn: Turn, answer: Answer): Promise<void> => {
  if (answer.soort === "niets") return;
  const activity = answerActivity(parts, turn, answer);
  if (!turn.prive) {
    await post(parts, turn, text(say(parts.config.taal, sentence(await sendPrivately(parts, turn, activity)))));
  } else if (answer.soort === "vervang" || answer.soort === "fouten") {
    await replaceMessage(parts, turn, activity);
  } else {
    await post(parts, turn, activity);
  }
};
