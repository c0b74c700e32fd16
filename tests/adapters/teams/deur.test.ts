import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { checkTeamsConfig, isAllowedService, type TeamsConfig } from "../../../src/adapters/teams/teams-config.js";
import type { TokenOptions } from "../../support/teams/fake-token.js";
import { type Harness, startHarness } from "../../support/teams/harness.js";
import { TeamsPerson } from "../../support/teams/teams-person.js";

let h: Harness;
let person: TeamsPerson;
const written: string[] = [];
beforeAll(async () => {
  for (const level of ["error", "warn", "log"] as const)
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => void written.push(args.map(String).join(" ")));
  h = await startHarness();
  person = new TeamsPerson(h.fake, { name: "Noor Melder" });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await h.stop();
});
beforeEach(() => h.inbounds.splice(0));

const message = (over: object = {}): object => person.activity(h.fake.privateOf(person.member.id), { type: "message", text: "hulp", ...over });
const post = async (body: unknown, authorization?: string, contentType = "application/json") => {
  const response = await fetch(h.fake.endpoint, {
    method: "POST",
    headers: { "content-type": contentType, ...(authorization !== undefined && { authorization }) },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};
const signed = async (o: TokenOptions = {}): Promise<string> => `Bearer ${await h.fake.issuer.sign(o)}`;
const past = (minutes: number): number => Math.floor(Date.now() / 1000) - minutes * 60;
const claims = (alg: string, kid = h.fake.issuer.kid): SignJWT =>
  new SignJWT({ serviceurl: h.fake.serviceUrl })
    .setProtectedHeader({ alg, kid })
    .setIssuer("https://api.botframework.com")
    .setAudience(h.fake.appId)
    .setIssuedAt()
    .setExpirationTime("5m");
const unsigned = (): string =>
  [
    { alg: "none", typ: "JWT", kid: h.fake.issuer.kid },
    { iss: "https://api.botframework.com", aud: h.fake.appId, serviceurl: h.fake.serviceUrl, exp: past(-5) },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");

const badTokens: readonly (readonly [string, () => Promise<string | undefined>])[] = [
  ["none at all", async () => undefined],
  ["an empty header", async () => ""],
  ["not a token", async () => "Bearer a.b.c"],
  ["another scheme", async () => `Basic ${await h.fake.issuer.sign()}`],
  ["another key", () => signed({ withWrongKey: true })],
  ["an unknown key id", () => signed({ kid: "onbekend" })],
  ["another audience", () => signed({ audience: "00000000-0000-0000-0000-000000000000" })],
  ["another issuer", () => signed({ issuer: "https://evil.example" })],
  ["an issuer of Entra instead of the Bot Framework", () => signed({ issuer: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" })],
  ["expired an hour ago", () => signed({ expires: past(60) })],
  ["not valid yet", () => signed({ notBefore: past(-60), expires: past(-120) })],
  ["another service in the claim", () => signed({ serviceUrl: "https://smba.trafficmanager.net/emea/" })],
  ["HS256 signed with the public key", async () => `Bearer ${await claims("HS256").sign(new TextEncoder().encode(JSON.stringify(h.fake.issuer.jwk)))}`],
  ["algorithm none", async () => `Bearer ${unsigned()}.`],
  [
    "a changed payload",
    async () =>
      (await signed()).replace(
        /\.[^.]+\./,
        `.${Buffer.from(JSON.stringify({ iss: "https://api.botframework.com", aud: h.fake.appId, serviceurl: h.fake.serviceUrl, exp: past(-5) })).toString("base64url")}.`,
      ),
  ],
];

describe("the door of Teams", () => {
  it("lets in what the Bot Framework signed", async () => {
    expect(await post(message(), await signed())).toMatchObject({ status: 200 });
    expect(h.inbounds).toHaveLength(1);
    expect(h.inbounds[0]).toMatchObject({
      account: { platform: "teams", tenant: h.fake.tenant, userId: person.userId },
      place: { soort: "prive" },
      event: { soort: "commando", woord: "hulp" },
    });
  });

  it.each(badTokens)("refuses %s with 401 and one sentence", async (_name, token) => {
    expect(await post(message(), await token())).toEqual({ status: 401, text: "You are not authorised." });
    expect(h.inbounds).toEqual([]);
  });

  it.each([
    ["another tenant", () => ({ conversation: { id: "x", conversationType: "personal", tenantId: "other" }, channelData: { tenant: { id: "other" } } })],
    ["two tenants", () => ({ channelData: { tenant: { id: "other" } } })],
    ["no tenant", () => ({ conversation: { id: "x", conversationType: "personal" }, channelData: {} })],
    ["another chat service", () => ({ channelId: "directline" })],
    ["a channel of Azure with a check of its own", () => ({ channelId: "AseChannel" })],
  ])("refuses %s", async (_name, over) => {
    expect(await post(message(over()), await signed())).toMatchObject({ status: 401 });
    expect(h.inbounds).toEqual([]);
  });

  it.each(["https://evil.example/", "http://smba.trafficmanager.net/teams/", "https://127.0.0.1.evil.example/", "https://u:p@127.0.0.1/", "geen url"])(
    "refuses a service at %s, though it is in the token",
    async (serviceUrl) => {
      expect(await post(message({ serviceUrl }), await signed({ serviceUrl }))).toMatchObject({ status: 401 });
      expect(h.inbounds).toEqual([]);
    },
  );

  it.each([
    ["no JSON", "{", 400],
    ["an array", "[]", 400],
    ["a string", '"x"', 400],
    ["nothing", "{}", 400],
    ["wrong types", { type: 3, from: "x" }, 400],
    ["half a character as address", () => message({ conversation: { id: "\ud800", conversationType: "personal", tenantId: h.fake.tenant } }), 400],
    ["a place with what no database stores", () => message({ conversation: { id: "a:1\u0000", conversationType: "personal", tenantId: h.fake.tenant } }), 400],
    ["a person with half a character", () => message({ from: { id: "29:x", aadObjectId: "\udc00" } }), 400],
    ["an answer to a message with what no database stores", () => message({ replyToId: "1\u0000" }), 400],
    ["a message whose id has half a character", () => message({ id: "\ud800" }), 400],
    ["a press without an action", () => message({ type: "invoke", name: "adaptiveCard/action", value: { trigger: "manual" } }), 400],
    ["a press that is a list", () => message({ type: "invoke", name: "adaptiveCard/action", value: [1] }), 400],
    ["an invoke that nobody knows", () => message({ type: "invoke", name: "x/y", value: {} }), 400],
    ["members that are no members", () => message({ membersAdded: [{}] }), 400],
    ["a body that is too large", () => message({ text: "x".repeat(300_000) }), 413],
  ])("answers %s with one sentence and no stack", async (_name, body, status) => {
    const answer = await post(typeof body === "function" ? body() : body, await signed());
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/^The activity is (not valid|too large)\.$/);
  });

  it("answers 400 to another content type", async () => {
    expect(await post(message(), await signed(), "text/plain")).toEqual({ status: 400, text: "The activity is not valid." });
  });

  it("hides a bug", async () => {
    h.answer = () => {
      throw new Error("geheim van de bug");
    };
    expect(await post(message({ text: "iets geheims" }), await signed())).toEqual({ status: 500, text: "Something went wrong here." });
    h.answer = () => ({ soort: "niets" });
    expect(h.logged.join()).toContain("a turn failed");
    expect(h.logged.join()).not.toContain("geheim");
  });

  it("keeps botbuilder quiet: no key, token or stack on the console", () => {
    expect(written).toEqual([]);
  });
});

const base: TeamsConfig = { appId: "a", appPassword: "p", tenantIds: ["t"], tryOut: false, host: "0.0.0.0", dialogs: true, taal: "nl", opens: () => false };
const { appId: _, ...withoutApp } = base;

describe("what the configuration must have", () => {
  it("refuses to start without an app, except as a try-out on this computer", () => {
    expect(() => checkTeamsConfig(withoutApp)).toThrow("TEAMS_APP_ID");
    expect(() => checkTeamsConfig({ ...withoutApp, tryOut: true })).toThrow("TEAMS_APP_ID");
    expect(() => checkTeamsConfig({ ...withoutApp, tryOut: true, host: "127.0.0.1" })).not.toThrow();
    expect(() => checkTeamsConfig({ ...base, tenantIds: [] })).toThrow("TEAMS_TENANT_ID");
    expect(() => checkTeamsConfig({ ...base, appPassword: "" })).toThrow("TEAMS_APP_PASSWORD");
    expect(() => checkTeamsConfig({ ...base, openIdMetadataUrl: "https://evil.example/openid" })).toThrow("TEAMS_OPENID_METADATA_URL");
    expect(() => checkTeamsConfig(base)).not.toThrow();
  });

  it("knows the hosts of Teams exactly", () => {
    expect(isAllowedService(base, "https://smba.trafficmanager.net/emea/")).toBe(true);
    expect(isAllowedService(base, "https://evil.trafficmanager.net/")).toBe(false);
    expect(isAllowedService(base, "http://127.0.0.1:1/")).toBe(false);
    expect(isAllowedService({ ...base, serviceHosts: [".teams.example"] }, "https://eu.teams.example/")).toBe(true);
    expect(isAllowedService({ ...base, serviceHosts: [".teams.example"] }, "https://evilteams.example/")).toBe(false);
    expect(isAllowedService({ ...withoutApp, tryOut: true }, "http://localhost:56150/_connector")).toBe(true);
  });
});

describe("the id of a request", () => {
  it("goes along to the app", async () => {
    const headers = { "content-type": "application/json", authorization: await signed(), "x-request-id": "r-1" };
    expect((await fetch(h.fake.endpoint, { method: "POST", headers, body: JSON.stringify(message()) })).status).toBe(200);
    expect(h.inbounds.map(({ requestId }) => requestId)).toEqual(["r-1"]);
  });
});
