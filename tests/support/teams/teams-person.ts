import { randomUUID } from "node:crypto";
import type { ChatPerson, Plek, Waar } from "../chat-person.js";
import type { FakeConversation, FakeMember, FakeMessage, FakeTeams } from "./fake-teams.js";
import {
  type Button,
  buttonsOf,
  cardError,
  cardOf,
  choicesOf,
  clientError,
  type Field,
  fieldsOf,
  isJson,
  type Json,
  messageText,
  missing,
  startValue,
  textOf,
  toShown,
  toValue,
} from "./rendered.js";

/** A card as it stands in front of somebody, and what happens when one of its buttons is pressed. */
type Surface = {
  readonly card: Json;
  readonly typed: Map<string, string>;
  readonly errors: Map<string, string>;
  press(action: Json, inputs: Json): Promise<void>;
};
type Window = { readonly tekst: string; readonly surface?: Surface };
type Respond = (body: Json | undefined) => void;
type View = { readonly activity: Json; readonly card: Json };

const noCard: Json = {};

export type PersonOptions = Partial<FakeMember> & { readonly name: string; readonly locale?: string };

/** One person in Teams: real requests, signed, to the real route; presses and fills only what the bot rendered. */
export class TeamsPerson implements ChatPerson {
  readonly platform = "teams";
  readonly member: FakeMember;
  readonly #fake: FakeTeams;
  readonly #locale: string;
  #window: Window | undefined;
  /** What an Execute press gave back to this person alone: a card in place of the message, or a sentence. */
  readonly #views = new Map<string, View>();
  #flash: { readonly tekst: string; readonly order: number } | undefined;
  readonly #surfaces = new Map<Json, Surface>();
  #home: string | undefined;
  #last: { readonly body: string; readonly respond: Respond } | undefined;

  constructor(fake: FakeTeams, options: PersonOptions) {
    const { locale, ...given } = options;
    const email = `${options.name.toLowerCase().replace(/\W+/g, ".")}@oeverland.example`;
    this.member = { id: `29:${randomUUID()}`, aadObjectId: randomUUID(), email, userPrincipalName: email, userRole: "user", tenantId: fake.tenant, ...given };
    this.#fake = fake;
    this.#locale = locale ?? "nl-NL";
    fake.members.set(this.member.id, this.member);
  }
  get userId(): string {
    return this.member.aadObjectId;
  }

  // ---- acts ----

  async typt(tekst: string): Promise<void> {
    this.#window = undefined;
    await this.deliver(this.activity(this.#private, { type: "message", text: tekst.replace(/^\//, "") }));
  }
  /** A command to the bot in a channel, where everybody reads along. */
  async typtInKanaal(kanaalId: string, tekst: string): Promise<void> {
    const mention = { type: "mention", mentioned: { id: this.#fake.botId, name: "Ketentafel" }, text: "<at>Ketentafel</at>" };
    await this.deliver(this.activity(this.#channel(kanaalId), { type: "message", text: `<at>Ketentafel</at>&nbsp;${tekst}`, entities: [mention] }));
  }
  async opent(_wat: "home"): Promise<void> {
    const before = this.#private.messages.length;
    await this.deliver(this.activity(this.#private, { type: "conversationUpdate", membersAdded: [{ id: this.#fake.botId }] }));
    this.#home = this.#private.messages.slice(before).at(-1)?.id ?? this.#home;
  }
  /** Adds the bot to the team of a channel. */
  async zetBotInTeam(kanaalId: string): Promise<void> {
    await this.deliver(this.activity(this.#channel(kanaalId), { type: "conversationUpdate", membersAdded: [{ id: this.#fake.botId }] }));
  }
  /** "…" → Signaal on somebody's message, or from the box where one types. */
  async kiestUitMenu(commandId: string, bericht?: string): Promise<void> {
    const menu = {
      commandId,
      commandContext: bericht === undefined ? "compose" : "message",
      ...(bericht !== undefined && { messagePayload: { id: "1", body: { contentType: "text", content: bericht } } }),
    };
    await this.deliver(this.#invoke(this.#private, "composeExtension/fetchTask", menu), (body) =>
      this.#showTask(body, (data) => this.#invoke(this.#private, "composeExtension/submitAction", { ...menu, data })),
    );
  }
  async klikt(label: string, waar?: Plek): Promise<void> {
    for (const surface of this.#surfacesAt(waar)) {
      const button = buttonsOf(surface.card).findLast((candidate) => candidate.label === label);
      if (button) return this.#press(surface, button);
    }
    throw new Error(
      `${this.member.name} sees no button "${label}"; there are: ${this.#surfacesAt(waar)
        .flatMap((s) => buttonsOf(s.card).map((b) => b.label))
        .join(" | ")}`,
    );
  }
  async vult(velden: Readonly<Record<string, string>>, verzendknop?: string): Promise<void> {
    const surface = this.#form();
    for (const [label, shown] of Object.entries(velden)) surface.typed.set(this.#field(surface, label).id, toValue(this.#field(surface, label), shown));
    const buttons = buttonsOf(surface.card);
    const submit = verzendknop === undefined ? buttons.find(isSubmit) : buttons.find((button) => button.label === verzendknop);
    await this.#press(surface, submit ?? missing(`this form has no button ${verzendknop ?? "to send it"}`));
  }
  async sluit(): Promise<void> {
    this.#window = undefined;
  }
  async opnieuw(): Promise<void> {
    const last = this.#last ?? missing("nothing was delivered yet");
    await this.#send(last.body, last.respond);
  }

  // ---- what is seen ----

  ziet(): string {
    if (this.#window) return this.#window.tekst;
    const newest = this.#private.messages.at(-1);
    if (this.#flash && this.#flash.order > (newest?.order ?? 0)) return this.#flash.tekst;
    return newest ? this.#textOf(newest) : this.zietHome();
  }
  zietHome(): string {
    const message = this.#private.messages.find((candidate) => candidate.id === this.#home);
    return message ? this.#textOf(message) : "";
  }
  zietKanaal(kanaalId: string): string {
    return this.#channel(kanaalId)
      .messages.map((message) => messageText(message.activity))
      .join("\n\n");
  }
  knoppen(waar: Waar, kanaalId?: string): readonly string[] {
    return this.#surfacesAt({ in: waar, ...(kanaalId !== undefined && { kanaal: kanaalId }) })
      .toReversed()
      .flatMap((surface) => buttonsOf(surface.card).map((button) => button.label));
  }
  keuzes(label: string): readonly string[] {
    return choicesOf(this.#field(this.#form(), label)).map((choice) => choice.title);
  }
  waarden(): Readonly<Record<string, string>> {
    const form = this.#form();
    return Object.fromEntries(fieldsOf(form.card).map((field) => [field.label, toShown(field, form.typed.get(field.id) ?? startValue(field))]));
  }
  fouten(): Readonly<Record<string, string>> {
    const form = this.#form();
    return Object.fromEntries(
      fieldsOf(form.card).flatMap((field) => {
        const error = form.errors.get(field.id) ?? cardError(form.card, field);
        return error === undefined ? [] : [[field.label, error]];
      }),
    );
  }
  priveBerichten(): readonly string[] {
    const messages = this.#private.messages.map((message) => ({ order: message.order, tekst: this.#textOf(message) }));
    return [...messages, ...(this.#flash ? [this.#flash] : [])].sort((a, b) => a.order - b.order).map(({ tekst }) => tekst);
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
      serviceUrl: this.#fake.serviceUrl,
      locale: this.#locale,
      from: { id: this.member.id, name: this.member.name, aadObjectId: this.member.aadObjectId },
      recipient: { id: this.#fake.botId, name: "Ketentafel" },
      conversation: { id: conversation.id, conversationType: conversation.soort, tenantId: this.#fake.tenant, ...(inChannel && { isGroup: true }) },
      channelData: { tenant: { id: this.#fake.tenant }, ...(inChannel && { team: { id: this.#fake.teamId }, channel: { id: conversation.id } }) },
      ...fields,
    };
  }
  async deliver(activity: Json, respond: Respond = () => undefined): Promise<void> {
    this.#last = { body: JSON.stringify(activity), respond };
    await this.#send(this.#last.body, respond);
  }
  async #send(body: string, respond: Respond): Promise<void> {
    const token = await this.#fake.issuer.sign();
    const response = await fetch(this.#fake.endpoint, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the bot answered ${response.status}: ${text}`);
    respond(text === "" ? undefined : (JSON.parse(text) as Json));
  }
  #invoke(conversation: FakeConversation, name: string, value: Json, replyToId?: string): Json {
    return this.activity(conversation, { type: "invoke", name, value, ...(replyToId !== undefined && { replyToId }) });
  }

  // ---- buttons ----

  async #press(surface: Surface, { action }: Button): Promise<void> {
    surface.errors.clear();
    const withInputs = action["associatedInputs"] !== "none";
    const fields = withInputs ? fieldsOf(surface.card).map((field) => ({ field, value: surface.typed.get(field.id) ?? startValue(field) })) : [];
    for (const { field, value } of fields) {
      const error = clientError(field, value);
      if (error !== undefined) surface.errors.set(field.id, error);
    }
    if (surface.errors.size === 0) await surface.press(action, Object.fromEntries(fields.map(({ field, value }) => [field.id, value])));
  }
  #surface(card: Json, press: Surface["press"]): Surface {
    const known = this.#surfaces.get(card);
    if (known) return known;
    const surface: Surface = { card, typed: new Map(), errors: new Map(), press };
    this.#surfaces.set(card, surface);
    return surface;
  }
  async #pressMessage(conversation: FakeConversation, message: FakeMessage, action: Json, inputs: Json): Promise<void> {
    this.#window = undefined;
    const own = isJson(action["data"]) ? action["data"] : {};
    const data = { ...own, ...inputs };
    if (action["type"] === "Action.Execute") {
      const value = { action: { type: "Action.Execute", title: action["title"], verb: action["verb"], data }, trigger: "manual" };
      return this.deliver(this.#invoke(conversation, "adaptiveCard/action", value, message.id), (body) => this.#afterExecute(message, body));
    }
    if (isJson(own["msteams"]) && own["msteams"]["type"] === "task/fetch") {
      const fetch = this.#invoke(conversation, "task/fetch", { data, context: { theme: "default" } }, message.id);
      return this.deliver(fetch, (body) =>
        this.#showTask(body, (typed) => this.#invoke(conversation, "task/submit", { data: typed, context: { theme: "default" } }, message.id)),
      );
    }
    await this.deliver(this.activity(conversation, { type: "message", value: data, replyToId: message.id }));
  }
  #afterExecute(message: FakeMessage, body: Json | undefined): void {
    if (body?.["statusCode"] !== 200) throw new Error(`Execute was answered with ${JSON.stringify(body)}`);
    const { value } = body;
    if (isJson(value)) this.#views.set(message.id, { activity: message.activity, card: value });
    else if (typeof value === "string" && value !== "") this.#flash = { tekst: value, order: this.#fake.nextOrder() };
    else throw new Error("Teams takes an empty answer for a failure");
  }
  #showTask(body: Json | undefined, submit: (data: Json) => Json): void {
    const task = body?.["task"];
    if (!isJson(task)) this.#window = undefined;
    else if (task["type"] === "message") this.#window = { tekst: String(task["value"]) };
    else if (isJson(task["value"]) && isJson(task["value"]["card"]) && isJson(task["value"]["card"]["content"])) {
      const { content } = task["value"]["card"];
      const press = (action: Json, inputs: Json): Promise<void> =>
        this.deliver(submit({ ...(isJson(action["data"]) ? action["data"] : {}), ...inputs }), (answer) => this.#showTask(answer, submit));
      this.#window = { tekst: [String(task["value"]["title"]), textOf(content)].join("\n"), surface: this.#surface(content, press) };
    } else throw new Error(`a dialog without a card: ${JSON.stringify(task)}`);
  }

  // ---- places ----

  get #private(): FakeConversation {
    return this.#fake.privateOf(this.member.id);
  }
  #channel(id: string): FakeConversation {
    return this.#fake.addConversation("channel", id);
  }
  /** As it stands for this person: his own view falls away when the bot changes the message. */
  #cardOf(message: FakeMessage): Json {
    const view = this.#views.get(message.id);
    return view?.activity === message.activity ? view.card : (cardOf(message.activity) ?? noCard);
  }
  #textOf(message: FakeMessage): string {
    const card = this.#cardOf(message);
    return card === noCard ? messageText(message.activity) : textOf(card);
  }
  #messages(conversation: FakeConversation): readonly Surface[] {
    return conversation.messages
      .toReversed()
      .filter((message) => this.#cardOf(message) !== noCard)
      .map((message) => this.#surface(this.#cardOf(message), (action, inputs) => this.#pressMessage(conversation, message, action, inputs)));
  }
  /** Newest first. */
  #surfacesAt(plek?: Plek): readonly Surface[] {
    const venster = this.#window?.surface ? [this.#window.surface] : [];
    const prive = this.#messages(this.#private);
    const channels = [...this.#fake.conversations.values()]
      .filter((c) => c.soort === "channel")
      .sort((a, b) => (b.messages.at(-1)?.order ?? 0) - (a.messages.at(-1)?.order ?? 0));
    if (plek?.in === "venster") return venster;
    if (plek?.in === "prive") return prive;
    if (plek?.in === "home")
      return prive.filter(
        (surface) => surface.card === this.#cardOf(this.#private.messages.find((m) => m.id === this.#home) ?? { id: "", activity: {}, order: 0 }),
      );
    const kanaal = plek?.kanaal === undefined ? channels.flatMap((c) => this.#messages(c)) : this.#messages(this.#channel(plek.kanaal));
    return plek?.in === "kanaal" ? kanaal : [...venster, ...prive, ...kanaal];
  }
  #form(): Surface {
    if (this.#window?.surface) return this.#window.surface;
    return this.#messages(this.#private).find((surface) => fieldsOf(surface.card).length > 0) ?? missing(`${this.member.name} has no form in front of him`);
  }
  #field(surface: Surface, label: string): Field {
    const fields = fieldsOf(surface.card);
    return fields.find((field) => field.label === label) ?? missing(`no field "${label}"; there are: ${fields.map((field) => field.label).join(" | ")}`);
  }
}

const isSubmit = ({ action }: Button): boolean => {
  const { data } = action;
  const k = isJson(data) && isJson(data["k"]) ? data["k"] : {};
  return String(k["verb"] ?? action["verb"]).endsWith("/verstuur");
};
