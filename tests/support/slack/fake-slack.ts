import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { blocksFaults, viewFaults } from "./block-rules.js";
import { initialState } from "./block-text.js";
import type { Block, FakeUser, Message, OpenView, View } from "./slack-shapes.js";

type Args = Readonly<Record<string, string>>;
type Result = Readonly<Record<string, unknown>>;
/** How a call goes wrong. @property drop the connection falls away, before the call is done or after it. */
export type Failure = { readonly status?: number; readonly headers?: Record<string, string>; readonly error?: string; readonly drop?: true | "after" };

/** @property bot whether the bot was invited. @property leden user ids beside the bot. */
export type FakeChannel = {
  readonly bot: boolean;
  readonly archived: boolean;
  readonly prive: boolean;
  readonly gedeeld: boolean | "gevraagd";
  readonly leden: readonly string[];
};
const botUserId = "U0BOT";

class Refused extends Error {}
const refuse = (code: string): never => {
  throw new Refused(code);
};
const wereldtijd = () => Date.now();

/** Slack's Web API in process: keeps what every person sees, and refuses what Slack refuses. */
export class FakeSlack {
  readonly calls: { readonly method: string; readonly args: Args }[] = [];
  readonly messages: Message[] = [];
  /** Files that were shared with somebody: in whose conversation, and what came up. */
  readonly files: { readonly channel: string; readonly naam: string; readonly inhoud: Buffer }[] = [];
  readonly #uploads = new Map<string, { readonly naam: string; readonly length: number; inhoud?: Buffer }>();
  readonly homes = new Map<string, { view: View; seq: number }>();
  /** Looks at every call of the Web API and says how it goes wrong, if it does; may take its time. */
  storm: ((method: string, args: Args) => Failure | undefined | Promise<Failure | undefined>) | undefined;
  /** How long a window may be opened after an act. */
  triggerLivesMs = 3_000;
  readonly #users = new Map<string, FakeUser>();
  readonly #channels = new Map<string, FakeChannel>();
  /** Rights of the token, as Slack names them with every answer; absent: it does not say. */
  scopes: readonly string[] | undefined;
  /** How many members of a channel one answer holds at most. */
  pageSize = 1_000;
  readonly #stacks = new Map<string, OpenView[]>();
  readonly #triggers = new Map<string, { userId: string; until: number }>();
  readonly #responses = new Map<string, { userId: string; channel: string }>();
  readonly #failures = new Map<string, Failure[]>();
  readonly #server: Server;
  #count = 0;

  private constructor(readonly teamId: string) {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(teamId = "T0OEVER"): Promise<FakeSlack> {
    const slack = new FakeSlack(teamId);
    await new Promise<void>((ready) => slack.#server.listen(0, "127.0.0.1", ready));
    return slack;
  }

  get #origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  /** For SLACK_API_URL. */
  get apiUrl(): string {
    return `${this.#origin}/api/`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }

  addUser(user: FakeUser): FakeUser {
    this.#users.set(user.id, user);
    return user;
  }
  addChannel(id: string, channel: Partial<FakeChannel> = {}): string {
    this.#channels.set(id, { bot: true, archived: false, prive: true, gedeeld: false, leden: [], ...channel });
    return id;
  }
  channel(id: string): FakeChannel {
    const found = this.#channels.get(id);
    if (found === undefined) throw new Error(`no channel ${id}`);
    return found;
  }
  /** What changes about a channel that is there. */
  setChannel(id: string, change: Partial<FakeChannel>): void {
    this.addChannel(id, { ...this.#channels.get(id), ...change });
  }
  failNext(method: string, ...failures: Failure[]): void {
    this.#failures.set(method, [...(this.#failures.get(method) ?? []), ...failures]);
  }
  next(): number {
    return ++this.#count;
  }
  /** Good for one window, within three seconds. */
  trigger(userId: string): string {
    const id = `${this.next()}.trigger`;
    this.#triggers.set(id, { userId, until: wereldtijd() + this.triggerLivesMs });
    return id;
  }
  responseUrl(userId: string, channel: string): string {
    const id = String(this.next());
    this.#responses.set(id, { userId, channel });
    return `${this.#origin}/respond/${id}`;
  }
  /** Open windows of a person, the front one last. */
  stack(userId: string): OpenView[] {
    const stack = this.#stacks.get(userId) ?? [];
    this.#stacks.set(userId, stack);
    return stack;
  }
  dm(userId: string): string {
    return `D${userId.slice(1)}`;
  }
  inChannel(channel: string): Message[] {
    return this.messages.filter((m) => m.channel === channel && !m.ephemeral);
  }
  /** Private and ephemeral messages of a person, oldest first. */
  privately(userId: string): Message[] {
    return this.messages.filter((m) => (m.channel === this.dm(userId) && !m.ephemeral) || m.channel === `eph:${userId}`);
  }

  /** A view as Slack keeps it; faults are refused as Slack does. */
  accept(view: View): View {
    const faults = viewFaults(view);
    if (faults.length > 0) refuse(`invalid_arguments: ${faults.join("; ")}`);
    return { ...view, blocks: this.#withIds(view.blocks) };
  }
  pushView(userId: string, view: View): OpenView {
    const kept = this.accept(view);
    const open: OpenView = { id: `V${this.next()}`, view: kept, state: initialState(kept), errors: {} };
    this.stack(userId).push(open);
    return open;
  }
  replaceView(open: OpenView, view: View): void {
    open.view = this.accept(view);
    open.state = initialState(open.view, open.state);
    open.errors = {};
  }
  ephemeral(userId: string, text: string, blocks: readonly Block[] = []): void {
    this.#post(`eph:${userId}`, text, blocks, true);
  }

  #withIds(blocks: readonly Block[]): Block[] {
    return blocks.map((b) => ({ ...b, block_id: b.block_id ?? `b${this.next()}` }));
  }
  #post(channel: string, text: string, blocks: readonly Block[], ephemeral: boolean): Message {
    const faults = blocksFaults(blocks, 50);
    if (faults.length > 0) refuse(`invalid_blocks: ${faults.join("; ")}`);
    const seq = this.next();
    const message: Message = { seq, ts: `1700000000.${String(seq).padStart(6, "0")}`, channel, text, blocks: this.#withIds(blocks), ephemeral };
    this.messages.push(message);
    return message;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString("utf8");
    const [, kind, name = ""] = (request.url ?? "").split("/");
    const args = kind === "api" ? Object.fromEntries(new URLSearchParams(body)) : {};
    const failure = this.#failures.get(name)?.shift() ?? (kind === "api" ? await this.storm?.(name, args) : undefined);
    if (failure?.drop === true) return void request.socket.destroy();
    if (failure?.status) return void response.writeHead(failure.status, failure.headers).end("");
    const scopes = this.scopes === undefined ? {} : { "x-oauth-scopes": this.scopes.join(",") };
    const json = (value: Result) => void response.writeHead(200, { "content-type": "application/json", ...scopes }).end(JSON.stringify(value));
    try {
      if (failure?.error) return json({ ok: false, error: failure.error });
      if (kind === "respond") return json(this.#respond(name, JSON.parse(body) as { text: string; blocks?: Block[] }));
      if (kind === "upload")
        return void response.writeHead((await this.#uploaded(name, request.headers["content-type"] ?? "", Buffer.concat(parts))) ? 200 : 400).end("OK");
      this.calls.push({ method: name, args });
      const done = this.#call(name, args);
      if (failure?.drop === "after") return void request.socket.destroy();
      json({ ok: true, ...done });
    } catch (error) {
      json({ ok: false, error: error instanceof Refused ? error.message : "internal_error" });
    }
  }

  /** One file, of exactly the length that was announced. */
  async #uploaded(id: string, type: string, body: Buffer): Promise<boolean> {
    const upload = this.#uploads.get(id);
    const file = (await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData()).get("file");
    if (upload === undefined || !(file instanceof File) || file.size !== upload.length) return false;
    upload.inhoud = Buffer.from(await file.arrayBuffer());
    return true;
  }
  #askUpload(a: Args): Result {
    const id = `F${this.next()}`;
    this.#uploads.set(id, { naam: a["filename"] ?? "", length: Number(a["length"]) });
    return { file_id: id, upload_url: `${this.#origin}/upload/${id}` };
  }
  #share(a: Args): Result {
    const [file] = JSON.parse(a["files"] ?? "[]") as { id: string }[];
    const upload = this.#uploads.get(file?.id ?? "");
    if (file === undefined || upload?.inhoud === undefined) return refuse("file_not_found");
    if (a["channel_id"] !== undefined && !/^[CGDZ]/.test(a["channel_id"])) refuse("invalid_arguments");
    const to = a["channel_id"] ?? a["channels"] ?? "";
    const channel = this.#users.has(to) ? this.dm(to) : to;
    this.files.push({ channel, naam: upload.naam, inhoud: upload.inhoud });
    this.#post(channel, `${a["initial_comment"] ?? ""} [${upload.naam}]`, [], false);
    return { files: [{ id: file.id }] };
  }

  #respond(id: string, message: { text: string; blocks?: Block[] }): Result {
    const to = this.#responses.get(id) ?? refuse("expired_url");
    this.ephemeral(to.userId, message.text, message.blocks);
    return { ok: true };
  }

  #call(method: string, a: Args): Result {
    const view = () => JSON.parse(a["view"] ?? "{}") as View;
    switch (method) {
      case "auth.test":
        return { team_id: this.teamId, user_id: botUserId, bot_id: "B0BOT" };
      case "views.open":
        return { view: { id: this.pushView(this.#useTrigger(a, true), view()).id } };
      case "views.push":
        return { view: { id: this.pushView(this.#useTrigger(a, false), view()).id } };
      case "views.update":
        return this.#updateView(a["view_id"] ?? "", view());
      case "views.publish":
        return this.#publish(a["user_id"] ?? "", view());
      case "chat.postMessage":
        return this.#postMessage(a);
      case "chat.update":
        return this.#updateMessage(a);
      case "chat.postEphemeral":
        this.ephemeral(a["user"] ?? "", a["text"] ?? "", JSON.parse(a["blocks"] ?? "[]") as Block[]);
        return {};
      case "conversations.info":
        return { channel: this.#channelInfo(a) };
      case "conversations.members":
        return this.#channelMembers(a);
      case "conversations.open":
        return { channel: { id: this.dm(a["users"] ?? "") } };
      case "users.info":
        return { user: this.#user(this.#users.get(a["user"] ?? "") ?? refuse("user_not_found")) };
      case "files.getUploadURLExternal":
        return this.#askUpload(a);
      case "files.completeUploadExternal":
        return this.#share(a);
      case "users.list":
        return this.#userList(a);
      default:
        return refuse("unknown_method");
    }
  }

  #useTrigger(a: Args, root: boolean): string {
    const id = a["trigger_id"] ?? "";
    const trigger = this.#triggers.get(id) ?? refuse("exchanged_trigger_id");
    this.#triggers.delete(id);
    if (wereldtijd() > trigger.until) refuse("expired_trigger_id");
    const stack = this.stack(trigger.userId);
    if (root) stack.length = 0;
    else if (stack.length >= 3) refuse("push_limit_reached");
    return trigger.userId;
  }
  #updateView(id: string, view: View): Result {
    const open = [...this.#stacks.values()].flat().find((v) => v.id === id) ?? refuse("not_found");
    this.replaceView(open, view);
    return { view: { id } };
  }
  #publish(userId: string, view: View): Result {
    this.homes.set(userId, { view: this.accept(view), seq: this.next() });
    return { view: { id: `H${userId}` } };
  }
  #postMessage(a: Args): Result {
    const to = a["channel"] ?? "";
    const channel = this.#users.has(to) ? this.dm(to) : to;
    const known = this.#channels.get(channel);
    if (!known && !channel.startsWith("D")) refuse("channel_not_found");
    if (known?.archived) refuse("is_archived");
    if (known && !known.bot) refuse("not_in_channel");
    const message = this.#post(channel, a["text"] ?? "", JSON.parse(a["blocks"] ?? "[]") as Block[], false);
    return { ts: message.ts, channel };
  }
  #updateMessage(a: Args): Result {
    const message = this.messages.find((m) => m.channel === a["channel"] && m.ts === a["ts"] && !m.ephemeral) ?? refuse("message_not_found");
    const blocks = JSON.parse(a["blocks"] ?? "[]") as Block[];
    const faults = blocksFaults(blocks, 50);
    if (faults.length > 0) refuse(`invalid_blocks: ${faults.join("; ")}`);
    message.text = a["text"] ?? "";
    message.blocks = this.#withIds(blocks);
    return { ts: message.ts, channel: message.channel };
  }
  /** A private channel that the bot is not in does not exist for it. */
  #channel(a: Args): FakeChannel {
    const channel = this.#channels.get(a["channel"] ?? "");
    return channel !== undefined && (channel.bot || !channel.prive) ? channel : refuse("channel_not_found");
  }
  #channelInfo(a: Args): Result {
    const { prive, gedeeld, archived, bot } = this.#channel(a);
    return {
      id: a["channel"],
      is_channel: true,
      is_private: prive,
      is_archived: archived,
      is_member: bot,
      is_shared: gedeeld === true,
      is_ext_shared: gedeeld === true,
      is_org_shared: false,
      is_pending_ext_shared: gedeeld === "gevraagd",
    };
  }
  #channelMembers(a: Args): Result {
    const { leden, bot } = this.#channel(a);
    const all = [...(bot ? [botUserId] : []), ...leden];
    const from = Number(a["cursor"] || 0);
    const to = from + Math.min(Number(a["limit"] || 100), this.pageSize);
    return { members: all.slice(from, to), response_metadata: { next_cursor: to < all.length ? String(to) : "" } };
  }
  #userList(a: Args): Result {
    const all = [...this.#users.values()];
    const from = Number(a["cursor"] || 0);
    const to = from + Number(a["limit"] || 100);
    return { members: all.slice(from, to).map((u) => this.#user(u)), response_metadata: { next_cursor: to < all.length ? String(to) : "" } };
  }
  #user(u: FakeUser): Result {
    return {
      id: u.id,
      team_id: u.teamId ?? this.teamId,
      real_name: u.naam,
      deleted: u.gestopt ?? false,
      is_bot: u.bot ?? false,
      is_stranger: u.vreemd ?? false,
      is_restricted: u.gast ?? false,
      is_ultra_restricted: false,
      ...(u.locale ? { locale: u.locale } : {}),
      profile: { real_name: u.naam, ...(u.email ? { email: u.email } : {}) },
    };
  }
}
