import type { ChatPerson, Plek, Waar } from "../chat-person.js";
import { blocksText, fieldWords, messageText, type Pressable, pressables, viewText } from "./block-text.js";
import type { FakeSlack } from "./fake-slack.js";
import { deliver, formBody, formType } from "./sign.js";
import { fillField, inputByLabel, inputs, labelOf, missing, requiredField } from "./slack-form.js";
import type { Block, Message, OpenView, View } from "./slack-shapes.js";

/** The bot as Slack sees it. @property settled when everything it took in has been answered. */
export type Bot = { readonly url: string; readonly signingSecret: string; readonly settled: () => Promise<void> };
type Delivery = { readonly body: string; readonly type: string; readonly viewId?: string };
type Found = Pressable &
  ({ readonly in: "view"; readonly open: OpenView } | { readonly in: "home"; readonly view: View } | { readonly in: "message"; readonly message: Message });

/** One person in Slack: what he types, presses and fills goes signed over HTTP to the bot's real route. */
export class SlackPerson implements ChatPerson {
  readonly platform = "slack";
  #last: Delivery | undefined;

  constructor(
    private readonly slack: FakeSlack,
    private readonly bot: Bot,
    readonly userId: string,
    /** Of the payloads; another one than the bot's for a stranger. */
    private readonly teamId: string = slack.teamId,
    /** Where he types his commands. */
    private readonly typesIn: string = slack.dm(userId),
  ) {}

  async typt(tekst: string): Promise<void> {
    await this.typtInKanaal(this.typesIn, tekst);
  }

  async typtInKanaal(kanaalId: string, tekst: string): Promise<void> {
    const [woord = "", ...rest] = tekst.trim().replace(/^\//, "").split(/\s+/);
    await this.#send({
      body: formBody({
        command: `/${woord}`,
        text: rest.join(" "),
        team_id: this.teamId,
        user_id: this.userId,
        user_name: "x",
        channel_id: kanaalId,
        trigger_id: this.slack.trigger(this.userId),
        response_url: this.slack.responseUrl(this.userId, kanaalId),
      }),
      type: formType,
    });
  }

  /** Chooses the global shortcut, or the one on a message with this text. */
  async snelkoppeling(callbackId: string, bericht?: string): Promise<void> {
    const onMessage = {
      type: "message_action",
      message_ts: "1.1",
      channel: { id: this.typesIn },
      message: { type: "message", text: bericht },
      response_url: this.slack.responseUrl(this.userId, this.typesIn),
    };
    await this.#interact({ callback_id: callbackId, action_ts: String(this.slack.next()), ...(bericht === undefined ? { type: "shortcut" } : onMessage) });
  }

  async opent(_wat: "home" = "home"): Promise<void> {
    const event = { type: "app_home_opened", user: this.userId, channel: this.slack.dm(this.userId), tab: "home", event_ts: "1.1" };
    await this.#send({
      body: JSON.stringify({ type: "event_callback", team_id: this.teamId, event_id: `Ev${this.slack.next()}`, event }),
      type: "application/json",
    });
  }

  async klikt(label: string, waar?: Plek): Promise<void> {
    const front = this.#front();
    if (front?.view.submit?.text === label && (!waar || waar.in === "venster")) return this.vult({});
    if (front?.view.close?.text === label && (!waar || waar.in === "venster")) return this.sluit();
    const places: Plek[] = waar ? [waar] : [{ in: "venster" }, { in: "prive" }, { in: "home" }, { in: "kanaal" }];
    for (const place of places) {
      const found = this.#pressables(place).findLast((p) => p.label === label);
      if (found) return this.#press(found);
    }
    const seen = places.flatMap((p) => this.#pressables(p).map((f) => f.label));
    throw new Error(`no button "${label}"; there are: ${seen.join(", ")}`);
  }

  async vult(velden: Readonly<Record<string, string>>, verzendknop?: string): Promise<void> {
    const open = this.#form();
    for (const [label, text] of Object.entries(velden)) fillField(open, label, text);
    if (verzendknop !== undefined && verzendknop !== open.view.submit?.text) return this.klikt(verzendknop, { in: "venster" });
    open.errors = Object.fromEntries(missing(open).map((id) => [id, requiredField]));
    if (Object.keys(open.errors).length > 0) return;
    await this.#interact({ type: "view_submission", view: this.#viewPayload(open), response_urls: [] }, open.id);
  }

  async sluit(): Promise<void> {
    const stack = this.slack.stack(this.userId);
    if (stack.pop()?.view.clear_on_close) stack.length = 0;
  }

  ziet(): string {
    const open = this.#front();
    if (open) return viewText(open);
    const message = this.slack.privately(this.userId).at(-1);
    const home = this.slack.homes.get(this.userId);
    return message && message.seq > (home?.seq ?? 0) ? messageText(message) : this.zietHome();
  }
  zietHome(): string {
    const home = this.slack.homes.get(this.userId);
    return home ? blocksText(home.view.blocks) : "";
  }
  zietKanaal(kanaalId: string): string {
    return this.slack.inChannel(kanaalId).map(messageText).join("\n\n");
  }
  knoppen(waar: Waar, kanaalId?: string): readonly string[] {
    const open = this.#front();
    const submit = waar === "venster" && open?.view.submit ? [open.view.submit.text] : [];
    return [...this.#pressables({ in: waar, ...(kanaalId ? { kanaal: kanaalId } : {}) }).map((p) => p.label), ...submit];
  }
  keuzes(label: string): readonly string[] {
    return inputByLabel(this.#form(), label).element?.options?.map((o) => o.text.text) ?? [];
  }
  waarden(): Readonly<Record<string, string>> {
    const open = this.#form();
    return Object.fromEntries(inputs(open).map((b) => [labelOf(b), fieldWords(Object.values(open.state[b.block_id ?? ""] ?? {})[0])]));
  }
  fouten(): Readonly<Record<string, string>> {
    const open = this.#front();
    const blocks = open?.view.blocks ?? [];
    return Object.fromEntries(
      (open ? inputs(open) : []).flatMap((b) => {
        // Beside the field, or in the text above it when the whole form is shown anew.
        const boven = blocks.slice(Math.max(0, blocks.indexOf(b) - 2), blocks.indexOf(b)).map((one) => /^(?:Fout|Error): (.*)/s.exec(blocksText([one]))?.[1]);
        const fout = open?.errors[b.block_id ?? ""] ?? boven.find((tekst) => tekst !== undefined);
        return fout ? [[labelOf(b), fout]] : [];
      }),
    );
  }
  async opnieuw(): Promise<void> {
    if (!this.#last) throw new Error("nothing was delivered yet");
    await this.#send(this.#last, { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" });
  }
  priveBerichten(): readonly string[] {
    return this.slack.privately(this.userId).map(messageText);
  }

  #front(): OpenView | undefined {
    return this.slack.stack(this.userId).at(-1);
  }
  #form(): OpenView {
    const open = this.#front();
    if (!open) throw new Error(`no window is open; he sees: ${this.ziet()}`);
    return open;
  }

  #pressables(plek: Plek): Found[] {
    const inMessages = (messages: readonly Message[]) =>
      messages.flatMap((message) => pressables(message.blocks).map((p): Found => ({ ...p, in: "message", message })));
    switch (plek.in) {
      case "venster": {
        const open = this.#front();
        return open ? pressables(open.view.blocks).map((p) => ({ ...p, in: "view", open })) : [];
      }
      case "home": {
        const view = this.slack.homes.get(this.userId)?.view;
        return view ? pressables(view.blocks).map((p) => ({ ...p, in: "home", view })) : [];
      }
      case "prive":
        return inMessages(this.slack.privately(this.userId));
      case "kanaal":
        return inMessages(this.slack.messages.filter((m) => !m.ephemeral && (plek.kanaal ? m.channel === plek.kanaal : m.channel.startsWith("C"))));
    }
  }

  async #press(found: Found): Promise<void> {
    const { element, block, option } = found;
    const value = option ? { selected_option: option } : { value: element.value };
    const action = { type: element.type, action_id: element.action_id, block_id: block.block_id, action_ts: String(this.slack.next()), ...value };
    await this.#interact({ type: "block_actions", actions: [action], ...this.#container(found) });
  }

  #container(found: Found): Record<string, unknown> {
    if (found.in === "view") return { container: { type: "view", view_id: found.open.id }, view: this.#viewPayload(found.open) };
    if (found.in === "home")
      return { container: { type: "view", view_id: "H1" }, view: { id: "H1", type: "home", blocks: found.view.blocks, state: { values: {} } } };
    const { message } = found;
    const channel = message.ephemeral ? this.typesIn : message.channel;
    return {
      container: { type: "message", message_ts: message.ts, channel_id: channel, is_ephemeral: message.ephemeral },
      channel: { id: channel },
      message: { ts: message.ts, text: message.text, blocks: message.blocks },
      response_url: this.slack.responseUrl(this.userId, channel),
    };
  }

  #viewPayload({ id, view, state }: OpenView): Record<string, unknown> {
    return { ...view, id, team_id: this.teamId, app_installed_team_id: this.teamId, state: { values: state }, hash: "1.h", root_view_id: id };
  }

  #interact(payload: Record<string, unknown>, viewId?: string): Promise<void> {
    const who = {
      team: { id: this.teamId, domain: "x" },
      user: { id: this.userId, team_id: this.teamId },
      api_app_id: "A1",
      trigger_id: this.slack.trigger(this.userId),
    };
    return this.#send({ body: formBody({ payload: { ...who, ...payload } }), type: formType, ...(viewId ? { viewId } : {}) });
  }

  async #send(delivery: Delivery, headers: Record<string, string> = {}): Promise<void> {
    this.#last = delivery;
    const { status, text } = await deliver(this.bot.url, this.bot.signingSecret, delivery.body, delivery.type, headers);
    if (status !== 200) throw new Error(`the bot answered ${status}; Slack would show that it did not respond`);
    if (delivery.viewId) this.#afterSubmit(delivery.viewId, text);
    else if (text !== "") this.#afterCommand(text);
    await this.bot.settled();
  }

  #afterCommand(text: string): void {
    const message = JSON.parse(text) as { text: string; blocks?: Block[]; response_type?: string };
    if (message.response_type !== "ephemeral") throw new Error("an answer to a command would be seen by the whole channel");
    this.slack.ephemeral(this.userId, message.text, message.blocks);
  }

  /** What Slack does with the answer to a form that was sent; nothing when that window was closed meanwhile. */
  #afterSubmit(viewId: string, text: string): void {
    const stack = this.slack.stack(this.userId);
    const open = stack.find((v) => v.id === viewId);
    if (!open) return;
    const answer = (text === "" ? {} : JSON.parse(text)) as { response_action?: string; errors?: Record<string, string>; view?: View };
    if (answer.response_action === "errors") {
      const unknown = Object.keys(answer.errors ?? {}).filter((id) => !inputs(open).some((b) => b.block_id === id));
      if (unknown.length > 0) throw new Error(`errors beside fields that are not there: ${unknown.join(", ")}`);
      open.errors = answer.errors ?? {};
    } else if (answer.response_action === "update" && answer.view) this.slack.replaceView(open, answer.view);
    else if (answer.response_action === "push" && answer.view) this.slack.pushView(this.userId, answer.view);
    else if (answer.response_action === "clear") stack.length = 0;
    else stack.splice(stack.indexOf(open), 1);
  }
}
