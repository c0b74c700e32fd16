import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { teamsSender } from "../../../src/adapters/teams/teams-sender.js";
import type { Address } from "../../../src/ports/chat.js";
import { formCard, type Harness, startHarness, textCard, triageCard } from "../../support/teams/harness.js";
import { cardOf, isJson } from "../../support/teams/rendered.js";
import { TeamsPerson } from "../../support/teams/teams-person.js";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const kanaal = "19:meldpunt@thread.tacv2";
let h: Harness;
let noor: TeamsPerson;
const use = (overrides: Parameters<typeof startHarness>[0] = {}): void => {
  beforeAll(async () => {
    h = await startHarness(overrides);
  });
  afterAll(() => h.stop());
  beforeEach(() => {
    noor = new TeamsPerson(h.fake, { name: "Noor Melder" });
    h.fake.addConversation("channel", kanaal);
  });
  afterEach(() => {
    for (const list of [h.inbounds, h.prive, h.kanalen, h.roster, h.fake.calls]) list.splice(0);
    h.fake.unreachable.clear();
    h.fake.conversations.clear();
    h.fake.members.clear();
    h.answer = () => ({ soort: "niets" });
  });
};
const channelAddress = (): Address => ({ platform: "teams", tenant: h.fake.tenant, conversationId: kanaal, serviceUrl: h.fake.serviceUrl });
const postTriage = async (): Promise<void> => {
  expect(await teamsSender(h.config, log).send(channelAddress(), triageCard())).toMatchObject({ ok: true, conversationId: kanaal });
};

describe("commands", () => {
  use();
  it("in the private chat are read, answered and remembered", async () => {
    h.answer = () => ({ soort: "toon", card: textCard("Uw overzicht") });
    await noor.typt("/Casus  C-4MZT-2 ");
    expect(h.inbounds[0]).toMatchObject({
      event: { soort: "commando", woord: "casus", rest: "C-4MZT-2" },
      canShow: true,
      taal: "nl",
      place: { soort: "prive" },
    });
    expect(noor.ziet()).toBe("Uw overzicht");
    expect(h.prive).toEqual([{ platform: "teams", tenant: h.fake.tenant, conversationId: `a:${noor.member.id}`, serviceUrl: h.fake.serviceUrl }]);
  });

  it("repeated by Teams carry the same delivery", async () => {
    await noor.typt("hulp");
    await noor.opnieuw();
    await noor.typt("hulp");
    const [first, again, other] = h.inbounds.map((inbound) => inbound.delivery);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it("in a channel are answered in private; the channel reads one neutral sentence", async () => {
    h.answer = () => ({ soort: "toon", card: textCard("Casus C-4MZT-2 van u") });
    await noor.typtInKanaal(kanaal, "casus C-4MZT-2");
    expect(h.inbounds[0]).toMatchObject({ event: { woord: "casus", rest: "C-4MZT-2" }, canShow: false, place: { soort: "channel", conversationId: kanaal } });
    expect(noor.zietKanaal(kanaal)).toBe("Ik heb u een privébericht gestuurd.");
    expect(noor.ziet()).toBe("Casus C-4MZT-2 van u");
    expect(h.kanalen).toHaveLength(1);
    expect(h.prive).toHaveLength(1);
  });

  it("in a channel say so when no private message can be sent", async () => {
    h.fake.unreachable.add(noor.member.id);
    h.answer = () => ({ soort: "melding", tekst: "Alleen voor u." });
    await noor.typtInKanaal(kanaal, "acties");
    expect(noor.zietKanaal(kanaal)).toMatch(/^Ik kan u nog geen privébericht sturen/);
    expect(noor.priveBerichten()).toEqual([]);
  });

  it("in a channel without a mention of the bot are none of its business", async () => {
    await noor.deliver(noor.activity(h.fake.addConversation("channel", kanaal), { type: "message", text: "wat mensen zeggen" }));
    expect(h.inbounds).toEqual([]);
  });

  it("never make a message of a card with details", async () => {
    h.answer = () => ({ soort: "toon", card: textCard("Mevrouw X", { vertrouwelijk: true }) });
    await noor.typt("casus C-4MZT-2");
    expect(noor.ziet()).toMatch(/^Dit kan ik hier niet laten zien/);
    await noor.typtInKanaal(kanaal, "casus C-4MZT-2");
    expect(noor.priveBerichten().join()).not.toContain("Mevrouw X");
  });

  it("of an English client are English", async () => {
    const guest = new TeamsPerson(h.fake, { name: "Guest", locale: "en-GB", userRole: "guest" });
    await guest.typt("hulp");
    expect(h.inbounds[0]?.taal).toBe("en");
  });
});

describe("a Teams that takes no messages", () => {
  use();
  const away = (call: string) => (/^(POST|PUT) .*activities/.test(call) ? { status: 503 } : undefined);
  afterEach(() => {
    h.fake.storm = undefined;
  });

  it("is no fault of ours: what was asked is taken in, a press hears that it is Teams, and then all works again", async () => {
    h.answer = () => ({ soort: "toon", card: triageCard() });
    await noor.typt("hulp");
    h.fake.storm = away;
    // Teams hears 200; the person in front of it would throw else.
    await noor.typt("hulp");
    await noor.typtInKanaal(kanaal, "hulp");
    expect(h.inbounds).toHaveLength(3);
    await noor.klikt("Ik pak dit op");
    expect(noor.ziet()).toBe("Teams neemt nu geen berichten aan. Probeer het over een paar minuten opnieuw.");
    h.answer = () => ({ soort: "vervang", card: textCard("Opgepakt door u") });
    await noor.klikt("Ik pak dit op");
    expect(noor.priveBerichten().join()).toContain("Opgepakt door u");
    h.fake.storm = undefined;
    h.answer = () => ({ soort: "toon", card: textCard("Uw overzicht") });
    await noor.typt("hulp");
    expect(noor.ziet()).toBe("Uw overzicht");
  });
});

describe("dialogs", () => {
  use();
  it("open from a channel card, show errors, keep what was typed, and end in a receipt", async () => {
    await postTriage();
    h.answer = () => ({ soort: "toon", card: formCard({ vertrouwelijk: true }) });
    await noor.klikt("Bekijk");
    expect(h.inbounds[0]).toMatchObject({
      event: { soort: "actie", verb: "open.bekijk", data: { s: "SG-7K3Q-9" }, velden: {} },
      canShow: true,
      place: { soort: "channel", messageId: "m1" },
    });

    await noor.vult({ Gemeente: "Duinwijk" });
    expect(noor.fouten()).toEqual({ "Wat zag u?": "Vertel wat u zag." });
    expect(h.inbounds).toHaveLength(1);

    h.answer = ({ event }) => ({
      soort: "fouten",
      card: formCard({ fout: "Te kort.", waarden: event.soort === "actie" ? event.velden : {} }),
      fouten: { tekst: "Te kort." },
    });
    await noor.vult({ "Wat zag u?": "iets", Overleg: "ja" });
    expect(h.inbounds[1]).toMatchObject({
      delivery: "nonce-1",
      event: { verb: "open.melden/verstuur", data: { n: "nonce-1", s: "SG-7K3Q-9" }, velden: { tekst: "iets", gemeente: "g2", overleg: "true" } },
      place: { soort: "dialoog" },
    });
    expect(noor.fouten()).toEqual({ "Wat zag u?": "Te kort." });
    expect(noor.waarden()).toMatchObject({ "Wat zag u?": "iets", Gemeente: "Duinwijk" });

    h.answer = () => ({ soort: "vervang", card: textCard("Dank u wel.") });
    await noor.vult({ "Wat zag u?": "Iets langer." });
    expect(noor.ziet()).toContain("Dank u wel.");
    expect(noor.zietKanaal(kanaal)).toBe("Signaal SG-7K3Q-9");
    expect(noor.priveBerichten()).toEqual([]);
  });

  it("tell one sentence, or close", async () => {
    await postTriage();
    h.answer = () => ({ soort: "melding", tekst: "Dit mag u niet zien." });
    await noor.klikt("Bekijk");
    expect(noor.ziet()).toBe("Dit mag u niet zien.");
    h.answer = () => ({ soort: "toon", card: formCard() });
    await noor.klikt("Bekijk");
    h.answer = () => ({ soort: "niets" });
    await noor.vult({ "Wat zag u?": "x" });
    expect(noor.ziet()).toBe("");
    await noor.klikt("Bekijk");
    expect(noor.ziet()).toBe("Gedaan.");
  });

  it("repeat a submit with the nonce of the form", async () => {
    await postTriage();
    h.answer = () => ({ soort: "toon", card: formCard({ nonce: "n-42" }) });
    await noor.klikt("Bekijk");
    await noor.vult({ "Wat zag u?": "x" });
    await noor.opnieuw();
    expect(h.inbounds.slice(1).map((inbound) => inbound.delivery)).toEqual(["n-42", "n-42"]);
  });
});

describe("buttons that act", () => {
  use();
  it("answer in one sentence on a channel card, and a card to the person alone", async () => {
    await postTriage();
    await noor.klikt("Ik pak dit op");
    expect(h.inbounds[0]).toMatchObject({ event: { verb: "signaal.oppakken", data: { s: "SG-7K3Q-9" } }, canShow: false });
    expect(noor.ziet()).toBe("Gedaan.");
    h.answer = () => ({ soort: "vervang", card: textCard("Voor u alleen") });
    await noor.klikt("Ik pak dit op");
    expect(noor.zietKanaal(kanaal)).toBe("Signaal SG-7K3Q-9");
    expect(noor.priveBerichten()).toContain("Voor u alleen");
  });

  it("say so when the button is not one of ours", async () => {
    await noor.deliver(noor.activity(h.fake.privateOf(noor.member.id), { type: "message", value: { iets: "anders" } }));
    expect(noor.ziet()).toMatch(/^Deze knop werkt niet meer/);
    expect(h.inbounds).toEqual([]);
  });

  it("do not let typed fields pass for our own data", async () => {
    const value = { k: { verb: "signaal.oppakken", data: { s: "SG-1" } }, s: "SG-2", n: "vals", overleg: true, leeg: "", ding: { a: 1 } };
    await noor.deliver(noor.activity(h.fake.privateOf(noor.member.id), { type: "message", value }));
    expect(h.inbounds[0]?.event).toEqual({ soort: "actie", verb: "signaal.oppakken", data: { s: "SG-1" }, velden: { s: "SG-2", n: "vals", overleg: "true" } });
    expect(h.inbounds[0]?.delivery).toMatch(/^teams:/);
  });
});

describe("a client without dialogs", () => {
  use({ dialogs: false });
  it("gets forms as messages that are replaced by their receipt", async () => {
    h.answer = () => ({ soort: "toon", card: formCard() });
    await noor.typt("signaal");
    h.answer = ({ event }) => ({ soort: "fouten", card: formCard({ fout: "Te kort.", waarden: event.soort === "actie" ? event.velden : {} }), fouten: {} });
    await noor.vult({ "Wat zag u?": "geheim" });
    expect(noor.fouten()).toEqual({ "Wat zag u?": "Te kort." });
    expect(noor.waarden()["Wat zag u?"]).toBe("geheim");
    h.answer = () => ({ soort: "vervang", card: textCard("Dank u wel.") });
    await noor.vult({ "Wat zag u?": "geheim, maar langer" });
    expect(noor.priveBerichten()).toEqual(["Dank u wel."]);
    expect(JSON.stringify([...h.fake.conversations.values()])).not.toContain("geheim");
  });

  it("gets what a button opens as a new message", async () => {
    h.answer = () => ({ soort: "toon", card: formCard() });
    await noor.typt("signaal");
    h.answer = () => ({ soort: "toon", card: textCard("Uitleg") });
    await noor.vult({ "Wat zag u?": "x" }, "Hulp");
    expect(h.inbounds[1]).toMatchObject({ canShow: false, event: { verb: "open.hulp" } });
    expect(noor.priveBerichten()).toContain("Uitleg");
  });
});

describe("from the menu of a message", () => {
  use();
  it("the form opens, and nothing of the message comes along", async () => {
    h.answer = () => ({ soort: "toon", card: formCard() });
    await noor.kiestUitMenu("signaal", "Zij werkt daar zeven dagen");
    expect(h.inbounds[0]).toMatchObject({ event: { soort: "commando", woord: "signaal", rest: "van_bericht" }, canShow: true });
    h.answer = () => ({ soort: "vervang", card: textCard("Dank u wel.") });
    await noor.vult({ "Wat zag u?": "eigen woorden" });
    expect(noor.ziet()).toContain("Dank u wel.");
    expect(JSON.stringify(h.inbounds)).not.toContain("zeven dagen");
    await noor.kiestUitMenu("signaal");
    expect(h.inbounds.at(-1)?.event).toMatchObject({ rest: "" });
  });
});

describe("arrivals", () => {
  use();
  it("greet a person with Home", async () => {
    h.answer = (inbound) => ({ soort: "home", card: textCard(inbound.event.soort === "home" ? "Uw overzicht" : "?") });
    await noor.opent("home");
    expect(noor.zietHome()).toBe("Uw overzicht");
    expect(h.inbounds[0]?.account.userId).toBe(noor.userId);
  });

  it("learn the roster of a team, page by page, with what the tenant vouches for", async () => {
    new TeamsPerson(h.fake, { name: "Gast", userRole: "guest", userPrincipalName: "gast_zorg.example#EXT#@oeverland.example" });
    new TeamsPerson(h.fake, { name: "Ander", tenantId: "other" });
    new TeamsPerson(h.fake, { name: "Anoniem", userRole: "anonymous" });
    await noor.zetBotInTeam(kanaal);
    expect(h.roster.map(({ profiel }) => [profiel.naam, profiel.soort, profiel.email])).toEqual([
      ["Noor Melder", "lid", "noor.melder@oeverland.example"],
      ["Gast", "gast", "gast@oeverland.example"],
      ["Ander", "extern", undefined],
      ["Anoniem", "extern", undefined],
    ]);
    expect(h.roster[0]).toMatchObject({
      account: { platform: "teams", tenant: h.fake.tenant, userId: noor.userId },
      address: { conversationId: `user:${noor.member.id}` },
    });
    expect(new Set(h.kanalen.map((address) => address.conversationId))).toEqual(new Set([kanaal]));
  });

  it("ask Teams who somebody is", async () => {
    const profielen: unknown[] = [];
    h.answer = async (inbound) => {
      profielen.push(await inbound.profiel());
      return { soort: "niets" };
    };
    await noor.typt("hulp");
    h.fake.members.clear();
    await noor.typt("hulp");
    expect(profielen).toEqual([{ naam: "Noor Melder", soort: "lid", email: "noor.melder@oeverland.example" }, undefined]);
  });
});

describe("cards", () => {
  use();
  it("carry our own data under one key, and open dialogs where there are any", async () => {
    await postTriage();
    const card = cardOf(h.fake.conversation(kanaal)?.messages[0]?.activity ?? {});
    expect(card?.["actions"]).toEqual([
      { type: "Action.Execute", title: "Ik pak dit op", verb: "signaal.oppakken", data: { k: { verb: "signaal.oppakken", data: { s: "SG-7K3Q-9" } } } },
      {
        type: "Action.Submit",
        associatedInputs: "none",
        title: "Bekijk",
        data: { msteams: { type: "task/fetch" }, k: { verb: "open.bekijk", data: { s: "SG-7K3Q-9" } } },
      },
    ]);
    expect(isJson(h.fake.conversation(kanaal)?.messages[0]?.activity) && h.fake.conversation(kanaal)?.messages[0]?.activity["summary"]).toBe("kaart triage");
  });
});
