import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { teamsPubliek } from "../../../src/adapters/teams/teams-publiek.js";
import { type Harness, startHarness } from "../../support/teams/harness.js";
import { TeamsPerson } from "../../support/teams/teams-person.js";

const kanaal = "19:tafel@thread.tacv2";
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.stop());

const read = (more: { readonly tenant?: string; readonly serviceUrl?: string } = {}) =>
  teamsPubliek(h.config, log).read(
    { platform: "teams", tenant: h.fake.tenant, conversationId: kanaal, serviceUrl: h.fake.serviceUrl, ...more },
    async () => new Set(),
  );
const lid = (name: string, more: Partial<TeamsPerson["member"]> = {}) => new TeamsPerson(h.fake, { name, ...more }).member;
const zet = (...members: readonly { readonly id: string }[]) => h.fake.addConversation("channel", kanaal).memberIds.push(...members.map(({ id }) => id));

it("reads every page of the channel, and nobody of the rest of the team", async () => {
  const members = ["Een", "Twee", "Drie", "Vier", "Vijf"].map((name) => lid(name));
  lid("Elders in het team");
  zet(...members);
  const found = await read();
  if (!found.ok) throw new Error(found.reason);
  expect(found.publiek).toMatchObject({ gedeeld: false, openbaar: false });
  expect(found.publiek.leden.map(({ userId }) => userId)).toEqual(members.map(({ aadObjectId }) => aadObjectId));
  expect(found.publiek.leden[0]?.profiel).toEqual({ naam: "Een", soort: "lid", email: "een@oeverland.example" });
  expect(h.fake.calls.filter((call) => call.endsWith("/pagedmembers"))).toHaveLength(3);
});

it("knows a guest, and takes somebody of another tenant for a shared channel", async () => {
  zet(lid("Gast", { userRole: "guest" }));
  expect(await read()).toMatchObject({ publiek: { gedeeld: false, leden: [{ profiel: { soort: "gast" } }] } });
  zet(lid("Elders", { tenantId: randomUUID() }));
  expect(await read()).toMatchObject({ publiek: { gedeeld: true } });
});

it.each([
  [
    { status: 429, headers: { "retry-after": "7" } },
    { gone: false, retryAfterMs: 7_000 },
  ],
  [{ status: 502 }, { gone: false }],
  [{ status: 403, code: "BotNotInConversationRoster" }, { gone: true }],
])("does not know who reads along after %o", async (failure, expected) => {
  zet(lid("Een"));
  h.fake.failures.push(failure);
  expect(await read()).toMatchObject({ ok: false, ...expected });
});

it("asks no host and no tenant that is not ours", async () => {
  expect(await read({ tenant: randomUUID() })).toEqual({ ok: false, gone: false, reason: "tenant" });
  expect(await read({ serviceUrl: "https://elders.example/" })).toEqual({ ok: false, gone: false, reason: "service_host" });
  expect(h.fake.calls).toEqual([]);
});

it("tells that a channel changed, and of a team that each of its channels did", async () => {
  const beheerder = new TeamsPerson(h.fake, { name: "Beheerder" });
  h.fake.addConversation("channel", "19:ander@thread.tacv2");
  zet(beheerder.member);
  await beheerder.meldtLeden(kanaal, [beheerder.member.id]);
  await beheerder.meldtLeden(kanaal, []);
  expect(h.veranderd.map(({ conversationId }) => conversationId)).toEqual([kanaal, kanaal]);
  h.veranderd.length = 0;
  const team = h.fake.addConversation("channel", h.fake.teamId);
  await beheerder.deliver(beheerder.activity(team, { type: "conversationUpdate", membersAdded: [{ id: beheerder.member.id }] }));
  expect(new Set(h.veranderd.map(({ conversationId }) => conversationId))).toEqual(new Set([h.fake.teamId, kanaal, "19:ander@thread.tacv2"]));
});
