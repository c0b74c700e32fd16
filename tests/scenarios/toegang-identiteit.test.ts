import { describe, expect, it } from "vitest";
import { audit, leest, verandertNiets, vertrekt, wordtAnders } from "../support/gevaren.js";
import { bijAandachtsfunctionaris, gemeld, inAfstemming, kliktOpKaart, wereldVoor } from "../support/stappen.js";
import { beide, chats, type Mens } from "../support/wereld.js";

const onbekend = "Wij kennen uw account niet.";
const gast = "Met een gastaccount kunt u Ketentafel niet gebruiken.";

describe.each(beide)("wie iemand is op $name", (chat) => {
  const wereld = wereldVoor(chat);
  const accounts = async (): Promise<readonly { readonly persoon_id: string; readonly user_id: string }[]> =>
    (await wereld().store.pool.query("SELECT persoon_id, user_id FROM account WHERE persoon_id IS NOT NULL")).rows;
  const geweigerd = async (mens: Mens, woorden: string): Promise<void> => {
    await verandertNiets(wereld(), () => mens.typt("signaal"));
    expect(await leest(mens)).toContain(woorden);
    expect((await accounts()).filter((one) => one.user_id === mens.userId)).toEqual([]);
  };

  it("is known at first contact by the e-mail that the platform vouches for, whatever its capitals", async () => {
    const af = await wereld().mens("P01", { ontmoet: false });
    wordtAnders(wereld(), af, { email: "P01@Rivierstede.EXAMPLE" });
    await af.opent("home");
    expect(await accounts()).toContainEqual({ persoon_id: "P01", user_id: af.userId });
    expect(af.zietHome()).toContain("Nieuw");
  });

  it("in no file but of an allowed domain: reports, and sees his own only", async () => {
    const ander = await gemeld(wereld());
    const nieuw = await wereld().vreemde("balie@dijkveld.example");
    const { code } = await gemeld(wereld(), {}, nieuw);
    expect((await wereld().signaal(code)).gemeenteId).toBe("dijkveld");
    await nieuw.typt("mijnsignalen");
    expect(nieuw.ziet()).toContain(code);
    expect(nieuw.ziet()).not.toContain(ander.code);
    await nieuw.typt(`casus ${ander.code}`);
    expect(await leest(nieuw)).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
    expect((await wereld().store.pool.query("SELECT 1 FROM persoon WHERE NOT in_regio")).rows).toHaveLength(1);
  });

  it("of another domain is refused, and it is on record", async () => {
    const vreemde = await wereld().vreemde("iemand@elders.example");
    await geweigerd(vreemde, onbekend);
    expect((await audit(wereld(), "systeem")).at(-1)).toMatchObject({
      actie: "toegang",
      object: `${vreemde.platform}:${vreemde.userId}`,
      resultaat: "geweigerd",
    });
  });

  it("as guest is refused, also with an e-mail of the region", async () => {
    await geweigerd(await wereld().vreemde("p01@rivierstede.example", { gast: true }), gast);
  });

  it("as guest that the region file names is let in", async () => {
    const bezoeker = await wereld().vreemde("bezoeker@elders.example", { gast: true });
    const { store, regio, slack, teams } = wereld();
    const tenant = bezoeker.platform === "slack" ? slack.teamId : teams.tenant;
    await store.importRegio({
      ...regio,
      accounts: [{ platform: bezoeker.platform, tenant, userId: bezoeker.userId, persoonId: "P10" as Mens["id"], gast: true }],
    });
    await bezoeker.opent("home");
    expect(await accounts()).toContainEqual({ persoon_id: "P10", user_id: bezoeker.userId });
    // A day later he is looked at again, and still is who the file says.
    await wereld().wordt("2026-11-24T09:30:00+01:00");
    await bezoeker.typt("mijnsignalen");
    for (const woorden of [onbekend, gast]) expect(await leest(bezoeker)).not.toContain(woorden);

    await store.importRegio(regio);
    await geweigerd(bezoeker, gast);
  });

  it("of another workspace or tenant is refused", async () => {
    const buiten = await wereld().vreemde("p01@rivierstede.example");
    wordtAnders(wereld(), buiten, { email: "p01@rivierstede.example", extern: true });
    await geweigerd(buiten, onbekend);
  });

  it("with an e-mail that two people have is refused", async () => {
    const { store, regio } = wereld();
    await store.importRegio({ ...regio, personen: regio.personen.map((one) => (one.id === "P10" ? { ...one, email: "P08@politie.example" } : one)) });
    await geweigerd(await wereld().vreemde("p08@politie.example"), "Wij kunnen uw account niet aan één persoon koppelen.");
  });

  it.each([
    ["became a guest", { gast: true }, gast],
    ["got another e-mail", { email: "anders@rivierstede.example" }, onbekend],
    ["went to another organisation", { extern: true }, onbekend],
    ["left", { weg: true }, onbekend],
  ] as const)("is looked at again after a day: who %s is refused", async (_, anders, woorden) => {
    const af = await wereld().mens("P01");
    wordtAnders(wereld(), af, anders);
    await af.typt("mijnsignalen");
    expect(await leest(af)).not.toContain(woorden);
    await wereld().wordt("2026-11-24T09:30:00+01:00");
    await verandertNiets(wereld(), () => af.typt("mijnsignalen"));
    expect(await leest(af)).toContain(woorden);
  });

  it("linked to one person, and a guest whom the file names as another: refused when he is looked at again", async () => {
    const { store, regio } = wereld();
    const af = await wereld().mens("P01");
    const tenant = af.platform === "slack" ? wereld().slack.teamId : wereld().teams.tenant;
    await store.importRegio({ ...regio, accounts: [{ platform: af.platform, tenant, userId: af.userId, persoonId: "P10" as Mens["id"], gast: true }] });
    expect(await accounts()).toContainEqual({ persoon_id: "P01", user_id: af.userId });
    wordtAnders(wereld(), af, { gast: true });
    await wereld().wordt("2026-11-24T09:30:00+01:00");
    await verandertNiets(wereld(), () => af.typt("mijnsignalen"));
    expect(await leest(af)).toContain(onbekend);
  });

  it("and not in the file any more: refused at the next press, with the buttons he still sees", async () => {
    const { af, partner, code } = await inAfstemming(wereld());
    await vertrekt(wereld(), "P01", "P08");
    for (const knop of ["Bekijk", "Meer", "Oordeel en route"]) {
      await verandertNiets(wereld(), () => kliktOpKaart(wereld(), af, "aandachtsfunctionaris", knop));
      const gelezen = await leest(af);
      expect(gelezen).toContain(onbekend);
      expect(gelezen).not.toMatch(/kanarie/i);
    }
    await verandertNiets(wereld(), () => af.typt(`casus ${code}`));
    expect(await leest(af)).toContain(onbekend);
    await verandertNiets(wereld(), () => partner.klikt("Lees de vraag", { in: "prive" }));
    expect(await leest(partner)).not.toMatch(/kanarie/i);
  });

  it("is one person when his first two messages come side by side", async () => {
    const nieuw = await wereld().vreemde("balie@dijkveld.example");
    await Promise.all([nieuw.typt("mijnsignalen"), nieuw.opent("home"), nieuw.typt("wijzer")]);
    expect((await wereld().store.pool.query("SELECT 1 FROM persoon WHERE NOT in_regio")).rows).toHaveLength(1);
    await gemeld(wereld(), {}, nieuw);
    await nieuw.typt("mijnsignalen");
    expect(nieuw.ziet()).toMatch(/SG-/);
  });
});

describe.each(beide)("een plaatsvervanger op $name", (chat) => {
  const wereld = wereldVoor(chat);

  it("of the aandachtsfunctionaris works on his signalen", async () => {
    const { code } = await bijAandachtsfunctionaris(wereld());
    const joris = await wereld().mens("P02");
    await kliktOpKaart(wereld(), joris, "aandachtsfunctionaris", "Bekijk");
    expect(joris.ziet()).toContain("Zes mensen slapen achter een kanarieschuur");
    expect((await audit(wereld(), "P02")).at(-1)).toMatchObject({ actie: "signaal.bekijken", object: code, resultaat: "gezien" });
  });

  it("of a partner reads and answers his question, and nobody else does", async () => {
    const { af, code } = await bijAandachtsfunctionaris(wereld());
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Vraag een partner");
    await af.vult({
      "Aan wie stelt u de vraag?": "Samira el Haddad (Stichting Havenlicht Oeverland)",
      "Uw vraag": "Is de kanarieschuur bekend?",
      "Waarom mag dit? (grondslag)": "Kanariewet",
    });
    const tess = await wereld().mens("P04");
    expect(tess.zietHome()).toContain(code);
    await tess.klikt("Lees de vraag", { in: "home" });
    expect(tess.ziet()).toContain("Is de kanarieschuur bekend?");
    await tess.vult({ "Uw antwoord": "Ja" });
    const [vraag] = await wereld().store.store.vragenVan((await wereld().signaal(code)).id);
    expect(vraag).toMatchObject({ status: "beantwoord", aanId: "P03" });
    expect((await wereld().mens("P09")).zietHome()).not.toContain(code);
  });

  it("loses what he did for somebody when that person leaves", async () => {
    const { code } = await bijAandachtsfunctionaris(wereld());
    const joris = await wereld().mens("P02");
    const { store, regio } = wereld();
    await store.importRegio({ ...regio, personen: regio.personen.map((one) => (one.id === "P01" ? { ...one, plaatsvervangerId: "P07" as Mens["id"] } : one)) });
    await verandertNiets(wereld(), () => joris.typt(`casus ${code}`));
    expect(await leest(joris)).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
  });
});

describe("wie iemand is op Slack", () => {
  const [slack] = chats as readonly [(typeof chats)[number]];
  const wereld = wereldVoor(slack);

  it("of another workspace, whom Slack does not show to us: refused in words, no apology", async () => {
    const buiten = await wereld().vreemde("iemand@elders.example");
    for (const error of ["user_not_visible", "user_not_found"]) {
      wereld().slack.storm = (method) => (method === "users.info" ? { error } : undefined);
      await verandertNiets(wereld(), () => buiten.typt("signaal"));
      expect(await leest(buiten)).toContain(onbekend);
    }
  });
});
