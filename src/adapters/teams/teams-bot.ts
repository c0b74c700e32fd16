import {
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type FileConsentCardResponse,
  type InvokeResponse,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
  type TaskModuleRequest,
  type TaskModuleResponse,
  TeamsActivityHandler,
  type TurnContext,
} from "botbuilder";
import { say } from "../../messages/messages.js";
import type { Answer, Dispatch, Inbound } from "../../ports/chat.js";
import { type AnswerParts, answerConsent, answerDialog, answerExecute, answerMessage } from "./teams-answer.js";
import { type Press, readCommand, readPress, readTurn, type Turn, toInbound } from "./teams-inbound.js";
import { learnTeam, rememberPlace, tellChanged } from "./teams-roster.js";

/** The command of the button in the menu of a message. */
const fromMessage = "van_bericht";
const actie = (press: Press): Inbound["event"] => ({ soort: "actie", ...press });

/** Turns what Teams sends into deliveries, and answers into what Teams shows. Decides nothing. */
export class TeamsBot extends TeamsActivityHandler {
  readonly #parts: AnswerParts;
  readonly #dispatch: Dispatch;

  constructor(parts: AnswerParts, dispatch: Dispatch) {
    super();
    this.#parts = parts;
    this.#dispatch = dispatch;
    this.onMessage((context) => this.#message(readTurn(context, this.#parts.config)));
    this.onConversationUpdate((context) => this.#arrival(readTurn(context, this.#parts.config)));
    this.onInstallationUpdateAdd((context) => rememberPlace(this.#parts, readTurn(context, this.#parts.config)));
  }

  /** Teams wants HTTP 200; what went wrong stands in the body. */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const response = await super.onInvokeActivity(context);
    return context.activity.name === "adaptiveCard/action" && response.body !== undefined ? { status: 200, body: response.body as unknown } : response;
  }

  protected override async onAdaptiveCardInvoke(context: TurnContext, invoke: AdaptiveCardInvokeValue): Promise<AdaptiveCardInvokeResponse> {
    const turn = readTurn(context, this.#parts.config);
    const answer = await this.#press(turn, invoke.action.data, { canShow: false });
    return answerExecute(this.#parts, turn, answer);
  }

  protected override async handleTeamsTaskModuleFetch(context: TurnContext, request: TaskModuleRequest): Promise<TaskModuleResponse> {
    const turn = readTurn(context, this.#parts.config);
    const answer = await this.#press(turn, request.data, { canShow: true });
    return answerDialog(this.#parts, turn, answer, true) ?? {};
  }

  protected override async handleTeamsTaskModuleSubmit(context: TurnContext, request: TaskModuleRequest): Promise<TaskModuleResponse> {
    const turn = readTurn(context, this.#parts.config);
    const answer = await this.#press(turn, request.data, { canShow: true, venster: true });
    return answerDialog(this.#parts, turn, answer, false) ?? {};
  }

  protected override async handleTeamsFileConsentAccept(context: TurnContext, { context: asked, uploadInfo }: FileConsentCardResponse): Promise<void> {
    const turn = readTurn(context, this.#parts.config);
    await answerConsent(this.#parts, turn, await this.#press(turn, asked, { canShow: false }), uploadInfo);
  }

  protected override async handleTeamsFileConsentDecline(context: TurnContext): Promise<void> {
    await answerConsent(this.#parts, readTurn(context, this.#parts.config), "declined");
  }

  /** From the menu of a message only that it was so comes along: what stands in the message stays there. */
  protected override async handleTeamsMessagingExtensionFetchTask(
    context: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    const turn = readTurn(context, this.#parts.config);
    const rest = action.commandContext === "message" ? fromMessage : "";
    const answer = await this.#dispatch(toInbound(turn, { soort: "commando", woord: action.commandId ?? "hulp", rest }, { canShow: true, venster: true }));
    return answerDialog(this.#parts, turn, answer, true) ?? {};
  }

  protected override async handleTeamsMessagingExtensionSubmitAction(
    context: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    const turn = readTurn(context, this.#parts.config);
    const answer = await this.#press(turn, action.data, { canShow: true, venster: true });
    return answerDialog(this.#parts, turn, answer, false) ?? {};
  }

  async #press(turn: Turn, data: unknown, how: { readonly canShow: boolean; readonly venster?: boolean }): Promise<Answer> {
    const press = readPress(data);
    if (!press) return { soort: "melding", tekst: say(turn.taal ?? this.#parts.config.taal, "teams.knop_oud") };
    return this.#dispatch(toInbound(turn, actie(press), how));
  }

  async #message(turn: Turn): Promise<void> {
    const { activity } = turn;
    const isPress = typeof activity.value === "object" && activity.value !== null;
    const isMentioned = activity.entities?.some((entity) => entity.type === "mention" && entity.mentioned?.id === activity.recipient.id) ?? false;
    if (!turn.prive && !isMentioned && !isPress) return;
    await rememberPlace(this.#parts, turn);
    const answer = isPress
      ? await this.#press(turn, activity.value, { canShow: false })
      : await this.#dispatch(toInbound(turn, readCommand(turn.context), { canShow: turn.prive }));
    await answerMessage(this.#parts, turn, answer);
  }

  async #arrival(turn: Turn): Promise<void> {
    await rememberPlace(this.#parts, turn);
    if (!turn.prive) {
      await learnTeam(this.#parts, turn);
      return tellChanged(this.#parts, turn);
    }
    if ((turn.activity.membersAdded?.length ?? 0) === 0) return;
    await answerMessage(this.#parts, turn, await this.#dispatch(toInbound(turn, { soort: "home" }, { canShow: true })));
  }
}
