import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type FakeIssuer, fakeIssuer } from "./fake-token.js";
import type { Json } from "./rendered.js";

export type FakeMember = {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email: string;
  readonly userPrincipalName: string;
  readonly userRole: "user" | "guest" | "anonymous";
  readonly tenantId: string;
};
export type FakeMessage = { readonly id: string; activity: Json; order: number };
export type FakeConversation = { readonly id: string; readonly soort: "personal" | "channel"; readonly messages: FakeMessage[]; readonly memberIds: string[] };
export type Failure = { readonly status: number; readonly code?: string; readonly headers?: Readonly<Record<string, string>>; readonly drop?: true | "after" };
type Reply = { readonly status: number; readonly body: unknown };
type Handler = (match: readonly string[], body: Json, query: URLSearchParams) => Reply;

const ok = (body: unknown, status = 200): Reply => ({ status, body });
const notFound: Reply = { status: 404, body: { error: { code: "ConversationNotFound", message: "not found" } } };

/** Teams' side in one process: the connector service with conversations and rosters, and the key server. Nothing leaves this computer. */
export class FakeTeams {
  readonly appId = randomUUID();
  readonly tenant = randomUUID();
  readonly teamId = `19:${randomUUID()}@thread.tacv2`;
  readonly conversations = new Map<string, FakeConversation>();
  readonly members = new Map<string, FakeMember>();
  /** People who have not installed the bot: no private conversation can be opened. */
  readonly unreachable = new Set<string>();
  /** Every call to the connector, as `POST /v3/…`. */
  readonly calls: string[] = [];
  readonly failures: Failure[] = [];
  /** Looks at every call of the connector and says how it goes wrong, if it does; may take its time. */
  storm: ((call: string, body: Json) => Failure | undefined | Promise<Failure | undefined>) | undefined;
  /** What was put among the files of people, by path. */
  readonly files = new Map<string, Buffer>();
  pageSize = 2;
  issuer!: FakeIssuer;
  #endpoint = "";
  #order = 0;
  #port = 0;
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));
  readonly #path = randomUUID();

  static async start(): Promise<FakeTeams> {
    const fake = new FakeTeams();
    await new Promise<void>((resolve) => fake.#server.listen(0, "127.0.0.1", resolve));
    fake.#port = (fake.#server.address() as AddressInfo).port;
    fake.issuer = await fakeIssuer(fake.appId, () => fake.serviceUrl);
    return fake;
  }
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${this.#port}/teams/`;
  }
  /** Where people keep their files. */
  get filesUrl(): string {
    return `http://127.0.0.1:${this.#port}/files/`;
  }
  get botId(): string {
    return `28:${this.appId}`;
  }
  /** The address of the bot under test, with /api/messages. */
  get endpoint(): string {
    return this.#endpoint;
  }
  connect(endpoint: string): void {
    this.#endpoint = endpoint;
  }
  /** What the bot is told so that it trusts this Teams and no other. */
  get config() {
    return {
      appId: this.appId,
      appPassword: "niet-nodig",
      tenantIds: [this.tenant],
      serviceHosts: ["127.0.0.1"],
      openIdMetadataUrl: `http://127.0.0.1:${this.#port}/${this.#path}/openid`,
    };
  }

  addConversation(soort: "personal" | "channel", id: string, memberIds: readonly string[] = []): FakeConversation {
    const known = this.conversations.get(id);
    if (known) return known;
    const conversation: FakeConversation = { id, soort, messages: [], memberIds: [...memberIds] };
    this.conversations.set(id, conversation);
    return conversation;
  }
  privateOf(memberId: string): FakeConversation {
    return this.addConversation("personal", `a:${memberId}`, [memberId]);
  }
  conversation(id: string): FakeConversation | undefined {
    return this.conversations.get(id.split(";messageid=")[0] ?? id);
  }
  nextOrder(): number {
    return ++this.#order;
  }

  readonly #routes: readonly (readonly [string, RegExp, Handler])[] = [
    ["POST", /^\/v3\/conversations$/, (_, body) => this.#create(body)],
    ["POST", /^\/v3\/conversations\/([^/]+)\/activities(?:\/[^/]+)?$/, ([id = ""], body) => this.#post(id, body)],
    ["PUT", /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, ([id = "", activityId = ""], body) => this.#update(id, activityId, body)],
    ["DELETE", /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, ([id = "", activityId = ""]) => this.#delete(id, activityId)],
    ["GET", /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/, ([, memberId = ""]) => this.#member(memberId)],
    ["GET", /^\/v3\/conversations\/([^/]+)\/pagedmembers$/, ([id = ""], _body, query) => this.#page(id, query)],
    [
      "GET",
      /^\/v3\/teams\/([^/]+)\/conversations$/,
      () => ok({ conversations: [...this.conversations.values()].filter((c) => c.soort === "channel").map(({ id }) => ({ id })) }),
    ],
  ];

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? "/", this.serviceUrl);
    const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void =>
      void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    if (url.pathname === `/${this.#path}/openid`)
      return json(200, {
        issuer: "https://api.botframework.com",
        jwks_uri: new URL(`/${this.#path}/keys`, url).href,
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (url.pathname === `/${this.#path}/keys`) return json(200, { keys: [this.issuer.jwk] });
    if (url.pathname.startsWith("/files/") && request.method === "PUT") {
      this.files.set(url.pathname, Buffer.concat(chunks));
      return json(201, {});
    }
    const path = url.pathname.replace(/^\/teams/, "");
    this.calls.push(`${request.method} ${path}`);
    const body = (chunks.length ? JSON.parse(Buffer.concat(chunks).toString("utf8")) : {}) as Json;
    const failure = this.failures.shift() ?? (await this.storm?.(`${request.method} ${path}`, body));
    if (failure?.drop === true) return void request.socket.destroy();
    if (failure !== undefined && failure.drop === undefined)
      return json(failure.status, { error: { code: failure.code ?? "Failed", message: "as asked" } }, failure.headers);
    for (const [method, pattern, handler] of this.#routes) {
      const match = method === request.method ? pattern.exec(path) : null;
      if (!match) continue;
      const reply = handler(match.slice(1).map(decodeURIComponent), body, url.searchParams);
      if (failure?.drop === "after") return void request.socket.destroy();
      return json(reply.status, reply.body);
    }
    json(404, notFound.body);
  }

  #create(body: Json): Reply {
    const [member] = (body["members"] ?? []) as { id: string }[];
    const known = [...this.members.values()].find((m) => m.id === member?.id || m.aadObjectId === member?.id);
    if (!known || this.unreachable.has(known.id))
      return { status: 403, body: { error: { code: "ForbiddenOperationException", message: "the bot is not installed" } } };
    return ok({ id: this.privateOf(known.id).id }, 201);
  }
  #post(id: string, activity: Json): Reply {
    const conversation = this.conversation(id);
    if (!conversation) return notFound;
    const message: FakeMessage = { id: `m${this.#order + 1}`, activity, order: this.nextOrder() };
    conversation.messages.push(message);
    return ok({ id: message.id }, 201);
  }
  #update(id: string, activityId: string, activity: Json): Reply {
    const conversation = this.conversation(id);
    if (!conversation) return notFound;
    const message = conversation.messages.find((m) => m.id === activityId);
    if (!message) return { status: 404, body: { error: { code: "ActivityNotFoundInConversation", message: "not found" } } };
    message.activity = activity;
    return ok({ id: activityId });
  }
  #delete(id: string, activityId: string): Reply {
    const messages = this.conversation(id)?.messages ?? [];
    const index = messages.findIndex((m) => m.id === activityId);
    if (index < 0) return notFound;
    messages.splice(index, 1);
    return ok({});
  }
  #member(id: string): Reply {
    const member = [...this.members.values()].find((m) => m.id === id || m.aadObjectId === id);
    return member ? ok(member) : notFound;
  }
  /** Everybody of the team; of a channel its own members. */
  #page(id: string, query: URLSearchParams): Reply {
    const conversation = this.conversation(id);
    if (conversation === undefined && id !== this.teamId) return notFound;
    const from = Number(query.get("continuationToken") ?? 0);
    const all = [...this.members.values()].filter((member) => conversation === undefined || conversation.memberIds.includes(member.id));
    const next = from + this.pageSize;
    return ok({ members: all.slice(from, next), ...(next < all.length && { continuationToken: String(next) }) });
  }
}
