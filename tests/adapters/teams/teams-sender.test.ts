import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { renderCard } from "../../../src/adapters/teams/teams-card.js";
import type { TeamsConfig } from "../../../src/adapters/teams/teams-config.js";
import { isAllowedUpload } from "../../../src/adapters/teams/teams-file.js";
import { teamsSender } from "../../../src/adapters/teams/teams-sender.js";
import type { Card } from "../../../src/domain/card.js";
import type { Address } from "../../../src/ports/chat.js";
import { FakeTeams } from "../../support/teams/fake-teams.js";
import { textCard } from "../../support/teams/harness.js";
import { TeamsPerson } from "../../support/teams/teams-person.js";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let fake: FakeTeams;
let config: TeamsConfig;
let noor: TeamsPerson;
let kanaal: Address;
beforeAll(async () => {
  fake = await FakeTeams.start();
  config = { ...fake.config, tryOut: false, host: "127.0.0.1", dialogs: true, taal: "nl", opens: (verb) => verb.startsWith("open.") };
  noor = new TeamsPerson(fake, { name: "Noor Melder" });
  kanaal = { platform: "teams", tenant: fake.tenant, conversationId: fake.addConversation("channel", "19:k@thread.tacv2").id, serviceUrl: fake.serviceUrl };
});
afterAll(() => fake.stop());
beforeEach(() => void fake.calls.splice(0));

describe("a file", () => {
  const bestand = {
    naam: "lijst.md",
    mime: "text/markdown",
    inhoud: new TextEncoder().encode("# Lijst"),
    ophalen: { verb: "lijst.ophalen", data: { m: "o1" } },
  };
  const met = (): Card => ({ ...textCard("kies een link"), bestand });
  let hier: Address;
  beforeAll(() => {
    hier = { ...kanaal, conversationId: fake.addConversation("channel", "19:bestand@thread.tacv2").id };
  });
  const laatste = () => fake.conversation(hier.conversationId)?.messages.at(-1)?.activity;

  it("is asked for first, with its name and size and nothing of what it says", async () => {
    expect(await teamsSender(config, log).send(hier, met())).toMatchObject({ ok: true });
    expect(laatste()).toMatchObject({
      attachments: [
        {
          contentType: "application/vnd.microsoft.teams.card.file.consent",
          name: "lijst.md",
          content: { sizeInBytes: 7, acceptContext: { k: { verb: "lijst.ophalen", data: { m: "o1" } } } },
        },
      ],
    });
    expect(JSON.stringify(laatste())).not.toContain("# Lijst");
  });

  it("makes place for the card when Teams will not ask, and waits when Teams is busy or gone", async () => {
    fake.failures.push({ status: 400, code: "BadArgument" });
    expect(await teamsSender(config, log).send(hier, met())).toMatchObject({ ok: true });
    expect(noor.zietKanaal(hier.conversationId)).toContain("kies een link");
    for (const [failure, expected] of [
      [{ status: 429 }, { gone: false }],
      [{ status: 403, code: "MessageWritesBlocked" }, { gone: true }],
    ] as const) {
      fake.failures.push(failure);
      expect(await teamsSender(config, log).send(hier, met())).toMatchObject({ ok: false, ...expected });
    }
  });

  it.each([
    ["https://oever-my.sharepoint.com/personal/a/lijst.md", true],
    ["https://oever.sharepoint.us/x", true],
    ["http://oever-my.sharepoint.com/x", false],
    ["https://sharepoint.com.elders.example/x", false],
    ["https://evilsharepoint.com/x", false],
    ["https://u:p@oever.sharepoint.com/x", false],
    ["https://oever.sharepoint.com:8443/x", false],
    ["https://127.0.0.1/x", false],
    ["http://169.254.169.254/latest", false],
    ["geen adres", false],
  ])("may be put at %s: %s", (url, allowed) => {
    expect(isAllowedUpload({}, url)).toBe(allowed);
  });
});

describe("sending to Teams", () => {
  it("posts in a channel and changes what it posted", async () => {
    const sender = teamsSender(config, log);
    const posted = await sender.send(kanaal, textCard("nieuw"));
    if (!posted.ok) throw new Error(posted.reason);
    expect(await sender.send(kanaal, textCard("opgepakt"), posted.messageId)).toEqual(posted);
    expect(noor.zietKanaal(kanaal.conversationId)).toBe("opgepakt");
  });

  it("opens a private conversation with a person and says which", async () => {
    const to = { ...kanaal, conversationId: `user:${noor.member.id}` };
    expect(await teamsSender(config, log).send(to, textCard("voor u"))).toMatchObject({ ok: true, conversationId: `a:${noor.member.id}` });
    expect(noor.ziet()).toBe("voor u");
    fake.unreachable.add(noor.member.id);
    expect(await teamsSender(config, log).send(to, textCard("voor u"))).toMatchObject({ ok: false, gone: true });
    fake.unreachable.clear();
  });

  it.each([
    ["403 blocked", { status: 403, code: "MessageWritesBlocked" }, { gone: true }],
    ["404", { status: 404, code: "ConversationNotFound" }, { gone: true }],
    ["a 400 that means gone", { status: 400, code: "BotNotInConversationRoster" }, { gone: true }],
    ["429 in seconds", { status: 429, headers: { "retry-after": "7" } }, { gone: false, retryAfterMs: 7000 }],
    ["429 in milliseconds", { status: 429, headers: { "retry-after-ms": "250" } }, { gone: false, retryAfterMs: 250 }],
    ["429 without a time", { status: 429 }, { gone: false }],
    ["500", { status: 500 }, { gone: false }],
    ["503 with a time", { status: 503, headers: { "retry-after": "2" } }, { gone: false, retryAfterMs: 2000 }],
    ["a dropped connection", { status: 0, drop: true as const }, { gone: false }],
  ])("maps %s and tries once", async (_name, failure, expected) => {
    fake.failures.push(failure);
    expect(await teamsSender(config, log).send(kanaal, textCard("x"))).toMatchObject({ ok: false, ...expected });
    expect(fake.calls).toHaveLength(1);
  });

  it("says that a message it should change is gone", async () => {
    expect(await teamsSender(config, log).send(kanaal, textCard("x"), "weg")).toMatchObject({ ok: false, gone: true });
  });

  it.each([
    ["another host", { serviceUrl: "https://evil.example/" }, {}],
    ["no host", { serviceUrl: undefined }, {}],
    ["another tenant", { tenant: "other" }, {}],
    ["details in a message", {}, { vertrouwelijk: true }],
  ])("never sends to %s", async (_name, address, extra) => {
    const to = { ...kanaal, ...address } as Address;
    expect(await teamsSender(config, log).send(to, textCard("x", extra))).toMatchObject({ ok: false, gone: false });
    expect(fake.calls).toEqual([]);
  });

  it("sends details as a message only in the try-out, whose data is fictional", async () => {
    expect(await teamsSender({ ...config, tryOut: true }, log).send(kanaal, textCard("x", { vertrouwelijk: true }))).toMatchObject({ ok: true });
  });

  it("does not send a card that Teams would refuse", async () => {
    expect(await teamsSender(config, log).send(kanaal, textCard("x".repeat(26_000)))).toMatchObject({ ok: false, gone: false });
    expect(fake.calls).toEqual([]);
  });
});

describe("rendering a card", () => {
  const execute = (title: string, verb: string, extra: object = {}): object => ({ type: "Action.Execute", title, verb, data: { s: "1" }, ...extra });
  const card = (body: unknown[], actions: unknown[]): Card => textCard("x", { body: { type: "AdaptiveCard", version: "1.5", body, actions } });
  const own = (verb: string): object => ({ k: { verb, data: { s: "1" } } });

  it("keeps three buttons in sight and the rest behind the menu", () => {
    const five = ["a", "b", "c", "d", "e"].map((verb, i) => execute(verb, verb, i === 1 ? { mode: "secondary" } : {}));
    const { actions } = renderCard(card([], five), "bericht", config) as { actions: { mode?: string }[] };
    expect(actions.map((action) => action.mode)).toEqual([undefined, "secondary", undefined, undefined, "secondary"]);
  });

  it("reaches buttons in rows, columns, rows that are pressed and cards that unfold", () => {
    const nested = [
      { type: "ActionSet", actions: [execute("a", "open.a")] },
      { type: "ColumnSet", columns: [{ type: "Column", items: [{ type: "Container", selectAction: execute("b", "b"), items: [] }] }] },
      { type: "ActionSet", actions: [{ type: "Action.ShowCard", title: "meer", card: { type: "AdaptiveCard", actions: [execute("c", "c")] } }] },
      {
        type: "ActionSet",
        actions: [
          { type: "Action.ToggleVisibility", title: "d", targetElements: ["x"] },
          { type: "Action.OpenUrl", title: "e", url: "tel:112" },
        ],
      },
    ];
    expect(renderCard(card(nested, []), "bericht", config)["body"]).toEqual([
      {
        type: "ActionSet",
        actions: [{ type: "Action.Submit", associatedInputs: "none", title: "a", data: { msteams: { type: "task/fetch" }, ...own("open.a") } }],
      },
      {
        type: "ColumnSet",
        columns: [
          { type: "Column", items: [{ type: "Container", selectAction: { type: "Action.Execute", title: "b", verb: "b", data: own("b") }, items: [] }] },
        ],
      },
      {
        type: "ActionSet",
        actions: [
          {
            type: "Action.ShowCard",
            title: "meer",
            card: { type: "AdaptiveCard", actions: [{ type: "Action.Execute", title: "c", verb: "c", data: own("c") }] },
          },
        ],
      },
      nested[3],
    ]);
  });

  it("submits in a dialog, whatever the button opens", () => {
    const { actions } = renderCard(card([], [execute("a", "open.a"), execute("b", "b")]), "venster", config) as { actions: unknown[] };
    expect(actions).toEqual([
      { type: "Action.Submit", title: "a", data: own("open.a") },
      { type: "Action.Submit", title: "b", data: own("b") },
    ]);
  });

  it("opens nothing in a client without dialogs", () => {
    expect(renderCard(card([], [execute("a", "open.a")]), "bericht", { ...config, dialogs: false })["actions"]).toEqual([
      { type: "Action.Execute", title: "a", verb: "open.a", data: own("open.a") },
    ]);
  });
});
