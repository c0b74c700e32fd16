import { randomUUID } from "node:crypto";
import type { FakeConversation, FakeMember, FakeMessage, FakeTeams } from "./fake-teams.js";
import { type Button, cardOf, clientError, fieldsOf, isJson, isLocal, type Json, messageText, startValue, textOf } from "./rendered.js";

/** A card as it stands in front of somebody, and what happens when one of its buttons is pressed. */
export type Surface = {
  readonly card: Json;
  readonly typed: Map<string, string>;
  readonly errors: Map<string, string>;
  press(action: Json, inputs: Json): Promise<void>;
};
type Window = { readonly tekst: string; readonly surface?: Surface };
type Respond = (body: Json | undefined) => void;
type View = { readonly activity: Json; readonly card: Json };

const noCard: Json = {};
const context = { theme: "default" };
export type PersonOptions = Partial<FakeMember> & { readonly name: string; readonly locale?: string };

/** What the Teams client of one person does: signs and delivers, opens dialogs, keeps what was typed, shows what came back. */
export class TeamsClient {
  readonly member: FakeMember;
  protected readonly fake: FakeTeams;
  /** The dialog in front of this person. */
  protected window: Window | undefined;
  /** The sentence that a press gave back to this person alone. */
  protected flash: { readonly tekst: string; readonly order: number } | undefined;
  readonly #locale: string;
  /** The card that a press gave back, in place of the message. */
  readonly #views = new Map<string, View>();
  readonly #surfaces = new Map<Json, Surface>();
  #last: { readonly body: string; readonly respond: Respond } | undefined;

  constructor(fake: FakeTeams, options: PersonOptions) {
    const { locale, ...given } = options;
    const email = `${options.name.toLowerCase().replace(/\W+/g, ".")}@oeverland.example`;
    this.member = { id: `29:${randomUUID()}`, aadObjectId: randomUUID(), email, userPrincipalName: email, userRole: "user", tenantId: fake.tenant, ...given };
    this.fake = fake;
    this.#locale = locale ?? "nl-NL";
    fake.members.set(this.member.id, this.member);
  }

  // ---- deliveries ----

  /** An activity of this person in a conversation, as Teams sends it. */
  activity(conversation: FakeConversation, fields: Json): Json {
    const inChannel = conversation.soort === "channel";
    const now = new Date().toISOString();
    return {
      id: randomUUID(),
      timestamp: now,
      localTimestamp: now,
      channelId: "msteams",
      serviceUrl: this.fake.serviceUrl,
      locale: this.#locale,
      from: { id: this.member.id, name: this.member.name, aadObjectId: this.member.aadObjectId },
      recipient: { id: this.fake.botId, name: "Ketentafel" },
      conversation: { id: conversation.id, conversationType: conversation.soort, tenantId: this.fake.tenant, ...(inChannel && { isGroup: true }) },
      channelData: { tenant: { id: this.fake.tenant }, ...(inChannel && { team: { id: this.fake.teamId }, channel: { id: conversation.id } }) },
      ...fields,
    };
  }
  async deliver(activity: Json, respond: Respond = () => undefined): Promise<void> {
    this.#last = { body: JSON.stringify(activity), respond };
    await this.#send(this.#last.body, respond);
  }
  async opnieuw(): Promise<void> {
    if (!this.#last) throw new Error("nothing was delivered yet");
    await this.#send(this.#last.body, this.#last.respond);
  }
  async #send(body: string, respond: Respond): Promise<void> {
    const headers = { "content-type": "application/json", authorization: `Bearer ${await this.fake.issuer.sign()}` };
    const response = await fetch(this.fake.endpoint, { method: "POST", headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`the bot answered ${response.status}: ${text}`);
    respond(text === "" ? undefined : (JSON.parse(text) as Json));
  }
  protected invoke(conversation: FakeConversation, name: string, value: Json, replyToId?: string): Json {
    return this.activity(conversation, { type: "invoke", name, value, ...(replyToId !== undefined && { replyToId }) });
  }

  // ---- buttons ----

  /** Checks the fields as a client does, then delivers; what is not filled well stays here. */
  protected async press(surface: Surface, { action }: Button): Promise<void> {
    if (isLocal(action)) return;
    surface.errors.clear();
    const fields =
      action["associatedInputs"] === "none" ? [] : fieldsOf(surface.card).map((field) => ({ field, value: surface.typed.get(field.id) ?? startValue(field) }));
    for (const { field, value } of fields) {
      const error = clientError(field, value);
      if (error !== undefined) surface.errors.set(field.id, error);
    }
    if (surface.errors.size === 0) await surface.press(action, Object.fromEntries(fields.map(({ field, value }) => [field.id, value])));
  }
  #surface(card: Json, press: Surface["press"]): Surface {
    const surface = this.#surfaces.get(card) ?? { card, typed: new Map(), errors: new Map(), press };
    this.#surfaces.set(card, surface);
    return surface;
  }
  async #pressMessage(conversation: FakeConversation, message: FakeMessage, action: Json, inputs: Json): Promise<void> {
    this.window = undefined;
    const own = isJson(action["data"]) ? action["data"] : {};
    const data = { ...own, ...inputs };
    if (action["type"] === "Action.Execute") {
      const value = { action: { type: "Action.Execute", title: action["title"], verb: action["verb"], data }, trigger: "manual" };
      return this.deliver(this.invoke(conversation, "adaptiveCard/action", value, message.id), (body) => this.#afterExecute(message, body));
    }
    if (isJson(own["msteams"]) && own["msteams"]["type"] === "task/fetch") {
      const submit = (typed: Json): Json => this.invoke(conversation, "task/submit", { data: typed, context }, message.id);
      return this.deliver(this.invoke(conversation, "task/fetch", { data, context }, message.id), (body) => this.showTask(body, submit));
    }
    await this.deliver(this.activity(conversation, { type: "message", value: data, replyToId: message.id }));
  }
  #afterExecute(message: FakeMessage, body: Json | undefined): void {
    const { statusCode, value } = body ?? {};
    if (statusCode !== 200) throw new Error(`Execute was answered with ${JSON.stringify(body)}`);
    if (isJson(value)) this.#views.set(message.id, { activity: message.activity, card: value });
    else if (typeof value === "string" && value !== "") this.flash = { tekst: value, order: this.fake.nextOrder() };
    else throw new Error("Teams takes an empty answer for a failure");
  }
  protected showTask(body: Json | undefined, submit: (data: Json) => Json): void {
    const task = isJson(body?.["task"]) ? body["task"] : undefined;
    const value = task?.["value"];
    this.window = undefined;
    if (task?.["type"] === "message") this.window = { tekst: String(value) };
    else if (isJson(value) && isJson(value["card"]) && isJson(value["card"]["content"]))
      this.window = this.#dialog(String(value["title"]), value["card"]["content"], submit);
    else if (task) throw new Error(`a dialog without a card: ${JSON.stringify(task)}`);
  }
  #dialog(title: string, content: Json, submit: (data: Json) => Json): Window {
    const press = (action: Json, inputs: Json): Promise<void> =>
      this.deliver(submit({ ...(isJson(action["data"]) ? action["data"] : {}), ...inputs }), (answer) => this.showTask(answer, submit));
    return { tekst: [title, textOf(content)].join("\n"), surface: this.#surface(content, press) };
  }

  /** The card in the dialog in front of this person, as it came. */
  venster(): string {
    return JSON.stringify(this.window?.surface?.card ?? {});
  }

  /** Accepts or declines the newest question to save a file among his own. */
  async beantwoordtBestand(accept: boolean, map = this.fake.filesUrl): Promise<string> {
    const isQuestion = (message: FakeMessage): boolean => JSON.stringify(message.activity).includes("card.file.consent");
    const message = this.privateChat.messages.findLast(isQuestion);
    const [asked] = (message?.activity["attachments"] ?? []) as { name: string; content: { acceptContext: unknown; declineContext: unknown } }[];
    if (message === undefined || asked === undefined) throw new Error(`${this.member.name} was asked to save no file`);
    const url = `${map}${randomUUID()}`;
    const uploadInfo = { uploadUrl: url, contentUrl: url, name: asked.name, uniqueId: randomUUID(), fileType: asked.name.split(".").at(-1) };
    const value = accept
      ? { type: "fileUpload", action: "accept", context: asked.content.acceptContext, uploadInfo }
      : { type: "fileUpload", action: "decline", context: asked.content.declineContext };
    await this.deliver(this.invoke(this.privateChat, "fileConsent/invoke", value, message.id));
    return new URL(url).pathname;
  }

  // ---- what stands where ----

  protected get privateChat(): FakeConversation {
    return this.fake.privateOf(this.member.id);
  }
  protected channel(id: string): FakeConversation {
    return this.fake.addConversation("channel", id);
  }
  /** As it stands for this person: his own view falls away when the bot changes the message. */
  protected cardFor(message: FakeMessage): Json {
    const view = this.#views.get(message.id);
    return view?.activity === message.activity ? view.card : (cardOf(message.activity) ?? noCard);
  }
  protected textFor(message: FakeMessage): string {
    const card = this.cardFor(message);
    return card === noCard ? messageText(message.activity) : textOf(card);
  }
  /** The cards of a conversation, newest first. */
  protected cardsIn(conversation: FakeConversation): readonly Surface[] {
    const withCard = conversation.messages.filter((message) => this.cardFor(message) !== noCard).toReversed();
    return withCard.map((message) => this.#surface(this.cardFor(message), (action, inputs) => this.#pressMessage(conversation, message, action, inputs)));
  }
}
