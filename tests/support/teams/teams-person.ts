import type { ChatPerson, Plek, Waar } from "../chat-person.js";
import { buttonsOf, cardError, choicesOf, type Field, fieldsOf, isSubmit, messageText, missing, startValue, toShown, toValue } from "./rendered.js";
import { type Surface, TeamsClient } from "./teams-client.js";

/** One person in Teams: real requests, signed, to the real route; presses and fills only what the bot rendered. */
export class TeamsPerson extends TeamsClient implements ChatPerson {
  readonly platform = "teams";
  #home: string | undefined;

  get userId(): string {
    return this.member.aadObjectId;
  }

  async typt(tekst: string): Promise<void> {
    this.window = undefined;
    await this.deliver(this.activity(this.privateChat, { type: "message", text: tekst.replace(/^\//, "") }));
  }
  /** A command to the bot in a channel, where everybody reads along. */
  async typtInKanaal(kanaalId: string, tekst: string): Promise<void> {
    const mention = { type: "mention", mentioned: { id: this.fake.botId, name: "Ketentafel" }, text: "<at>Ketentafel</at>" };
    await this.deliver(this.activity(this.channel(kanaalId), { type: "message", text: `<at>Ketentafel</at>&nbsp;${tekst}`, entities: [mention] }));
  }
  async opent(_wat: "home"): Promise<void> {
    const before = this.privateChat.messages.length;
    await this.deliver(this.activity(this.privateChat, { type: "conversationUpdate", membersAdded: [{ id: this.fake.botId }] }));
    this.#home = this.privateChat.messages.slice(before).at(-1)?.id ?? this.#home;
  }
  /** Adds the bot to the team of a channel. */
  async zetBotInTeam(kanaalId: string): Promise<void> {
    await this.deliver(this.activity(this.channel(kanaalId), { type: "conversationUpdate", membersAdded: [{ id: this.fake.botId }] }));
  }
  /** Teams tells that who is in a channel changed. */
  async meldtLeden(kanaalId: string, memberIds: readonly string[]): Promise<void> {
    const wie = memberIds.length === 0 ? { membersRemoved: [{ id: this.member.id }] } : { membersAdded: memberIds.map((id) => ({ id })) };
    await this.deliver(this.activity(this.channel(kanaalId), { type: "conversationUpdate", ...wie }));
  }
  /** "…" and then our command on somebody's message, or from the box where one types. */
  async kiestUitMenu(commandId: string, bericht?: string): Promise<void> {
    const payload = bericht === undefined ? {} : { messagePayload: { id: "1", body: { contentType: "text", content: bericht } } };
    const menu = { commandId, commandContext: bericht === undefined ? "compose" : "message", ...payload };
    const fetched = this.invoke(this.privateChat, "composeExtension/fetchTask", menu);
    await this.deliver(fetched, (body) => this.showTask(body, (data) => this.invoke(this.privateChat, "composeExtension/submitAction", { ...menu, data })));
  }
  async klikt(label: string, waar?: Plek): Promise<void> {
    const surfaces = this.#surfacesAt(waar);
    for (const surface of surfaces) {
      const button = buttonsOf(surface.card).find((candidate) => candidate.label === label);
      if (button) return this.press(surface, button);
    }
    const there = surfaces.flatMap((surface) => buttonsOf(surface.card).map((button) => button.label));
    throw new Error(`${this.member.name} sees no button "${label}"; there are: ${there.join(" | ")}`);
  }
  async vult(velden: Readonly<Record<string, string>>, verzendknop?: string): Promise<void> {
    const surface = this.#form();
    for (const [label, shown] of Object.entries(velden)) {
      const field = this.#field(surface, label);
      surface.typed.set(field.id, toValue(field, shown));
    }
    const submit = buttonsOf(surface.card).find((button) => (verzendknop === undefined ? isSubmit(button) : button.label === verzendknop));
    await this.press(surface, submit ?? missing(`this form has no button ${verzendknop ?? "to send it"}`));
  }
  async sluit(): Promise<void> {
    this.window = undefined;
  }

  ziet(): string {
    if (this.window) return this.window.tekst;
    const newest = this.privateChat.messages.at(-1);
    if (this.flash && this.flash.order > (newest?.order ?? 0)) return this.flash.tekst;
    return newest ? this.textFor(newest) : this.zietHome();
  }
  zietHome(): string {
    const message = this.privateChat.messages.find((candidate) => candidate.id === this.#home);
    return message ? this.textFor(message) : "";
  }
  zietKanaal(kanaalId: string): string {
    return this.channel(kanaalId)
      .messages.map((message) => messageText(message.activity))
      .join("\n\n");
  }
  knoppen(waar: Waar, kanaalId?: string): readonly string[] {
    const surfaces = this.#surfacesAt({ in: waar, ...(kanaalId !== undefined && { kanaal: kanaalId }) }).toReversed();
    return surfaces.flatMap((surface) => buttonsOf(surface.card).map((button) => button.label));
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
    const found = fieldsOf(form.card).map((field) => [field.label, form.errors.get(field.id) ?? cardError(form.card, field)] as const);
    return Object.fromEntries(found.flatMap(([label, error]) => (error === undefined ? [] : [[label, error]])));
  }
  priveBerichten(): readonly string[] {
    const messages = this.privateChat.messages.map((message) => ({ order: message.order, tekst: this.textFor(message) }));
    return [...messages, ...(this.flash ? [this.flash] : [])].sort((a, b) => a.order - b.order).map(({ tekst }) => tekst);
  }

  /** Newest first. */
  #surfacesAt(plek?: Plek): readonly Surface[] {
    const venster = this.window?.surface ? [this.window.surface] : [];
    const prive = this.cardsIn(this.privateChat);
    if (plek?.in === "venster") return venster;
    if (plek?.in === "prive") return prive;
    if (plek?.in === "home") return prive.filter((surface) => surface.card === this.#homeCard());
    const kanaal = plek?.kanaal === undefined ? this.#channels() : this.cardsIn(this.channel(plek.kanaal));
    return plek?.in === "kanaal" ? kanaal : [...venster, ...prive, ...kanaal];
  }
  #homeCard(): unknown {
    const message = this.privateChat.messages.find((candidate) => candidate.id === this.#home);
    return message && this.cardFor(message);
  }
  /** The cards of all channels, the channel with the newest message first. */
  #channels(): readonly Surface[] {
    const channels = [...this.fake.conversations.values()].filter((conversation) => conversation.soort === "channel");
    const newest = (conversation: (typeof channels)[number]): number => conversation.messages.at(-1)?.order ?? 0;
    return channels.sort((a, b) => newest(b) - newest(a)).flatMap((conversation) => this.cardsIn(conversation));
  }
  #form(): Surface {
    if (this.window?.surface) return this.window.surface;
    const isForm = ({ card }: Surface): boolean => fieldsOf(card).length > 0 || buttonsOf(card).some(isSubmit);
    return this.cardsIn(this.privateChat).find(isForm) ?? missing(`${this.member.name} has no form in front of him`);
  }
  #field(surface: Surface, label: string): Field {
    const fields = fieldsOf(surface.card);
    return fields.find((field) => field.label === label) ?? missing(`no field "${label}"; there are: ${fields.map((field) => field.label).join(" | ")}`);
  }
}
