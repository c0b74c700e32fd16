import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Veldgroep, veldgroepen } from "../../src/domain/delen/beleid.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { blijftOnschuldig } from "../support/onschuldig.js";
import { beschermd, bijAandachtsfunctionaris, gemeld, melding, stelt } from "../support/stappen.js";
import { beide, Wereld, wereldklok } from "../support/wereld.js";

const lek = vi.hoisted(() => ({ kaart: false }));

// Two planted violations: a policy that says yes to everything, and a card in a channel that holds what the melder wrote.
vi.mock("../../src/domain/delen/beleid.js", async (original) => {
  const echt = await original<{ readonly veldgroepen: readonly Veldgroep[] }>();
  return { ...echt, visibleFields: () => Object.fromEntries(echt.veldgroepen.map((groep) => [groep, { zichtbaar: true, grond: { soort: "taak" } }])) };
});
vi.mock("../../src/cards/cards.js", async (original) => {
  const echt = await original<{ readonly triageKaart: (...args: never[]) => { readonly body: { readonly body: readonly object[] } } }>();
  const triageKaart = (...args: never[]) => {
    const kaart = echt.triageKaart(...args);
    return lek.kaart
      ? { ...kaart, body: { ...kaart.body, body: [...kaart.body.body, { type: "TextBlock", text: melding["Wat zag u?"], wrap: true }] } }
      : kaart;
  };
  return { ...echt, triageKaart };
});

describe.each(beide)("wat de kanaries zien op $name", (chat) => {
  let store: TestStore | undefined;
  let wereld: Wereld;
  beforeEach(async () => {
    store ??= await openTestStore(wereldklok);
    lek.kaart = false;
    wereld = await Wereld.start(chat, store);
  });
  afterEach(() => wereld.stop());
  afterAll(() => store?.close());

  it("a policy that says yes shows a care partner what he may not read", async () => {
    expect(veldgroepen).toContain("melder");
    const zorgpartner = await wereld.mens("P03");
    const { af, code } = await bijAandachtsfunctionaris(wereld, beschermd);
    await stelt(wereld, af, ["Samira el Haddad (Stichting Havenlicht Oeverland)"]);
    await zorgpartner.typt(`casus ${code}`);
    await zorgpartner.klikt("Bekijk");
    expect(zorgpartner.ziet()).toContain(beschermd.Adres);
    expect(zorgpartner.ziet()).not.toContain("Niet zichtbaar voor u");
  });

  it("one field of content on a card in a channel is noticed", async () => {
    await bijAandachtsfunctionaris(wereld);
    await blijftOnschuldig(wereld);
    lek.kaart = true;
    await gemeld(wereld);
    await expect(blijftOnschuldig(wereld)).rejects.toThrow("to deeply equal []");
  });
});
