import { describe, expect, it } from "vitest";
import type { Persoon } from "../../src/domain/persoon/persoon.js";
import { prive } from "../support/bewijs.js";
import { leest, verandertNiets, vertrekt, wordtAnders } from "../support/gevaren.js";
import { gemeld, inAfstemming, kliktOpKaart, stelt, wereldVoor } from "../support/stappen.js";
import { chats, type Mens, type Wereld } from "../support/wereld.js";

const [slack, teams] = chats as readonly [(typeof chats)[number], (typeof chats)[number]];
const onbekend = "Wij kennen uw account niet.";

const gekoppeld = async ({ store }: Wereld, mens: Mens): Promise<readonly string[]> =>
  (await store.pool.query<{ persoon_id: string }>("SELECT persoon_id FROM account WHERE user_id = $1 AND persoon_id IS NOT NULL", [mens.userId])).rows.map(
    ({ persoon_id }) => persoon_id,
  );

/** Also in the region file from now on. */
const erbij = async ({ store, regio }: Wereld, naast: string, anders: Partial<Persoon>, zonder: readonly string[] = []): Promise<void> => {
  const basis = regio.personen.find(({ id }) => id === naast);
  if (basis === undefined) throw new Error(`no ${naast}`);
  await store.importRegio({ ...regio, personen: [...regio.personen.filter(({ id }) => !zonder.includes(id)), { ...basis, ...anders }] });
};

describe.each([slack, teams])("een account op $name", (chat) => {
  const nu = wereldVoor(chat);

  it("dat nu van een ander is: niet meer de een, en ook niet de ander", async () => {
    const wereld = nu();
    const { af, partner, code } = await inAfstemming(wereld);
    await wereld.mens("P10");
    // The platform gave the account of the partner to the inspector of the NLA.
    wordtAnders(wereld, partner, { email: "p10@nla.example" });
    await wereld.wordt("2026-11-24T09:30:00+01:00");
    await verandertNiets(wereld, () => partner.klikt("Lees de vraag", { in: "prive" }));
    const gelezen = await leest(partner);
    expect(gelezen).toContain(onbekend);
    expect(gelezen).not.toMatch(/kanarie/i);
    await partner.typt(`casus ${code}`);
    expect(await leest(partner)).toContain(onbekend);
    expect(await gekoppeld(wereld, partner)).toEqual(["P08"]);
    expect(af.userId).not.toBe(partner.userId);
  });
});

describe("een e-mailadres dat opnieuw wordt gebruikt", () => {
  const nu = wereldVoor(slack);

  it("geeft een melder niets van wie het eerder had", async () => {
    const wereld = nu();
    const eerste = await wereld.vreemde("balie@dijkveld.example");
    const { code } = await gemeld(wereld, {}, eerste);
    const { slack: fake } = wereld;
    fake.addUser({ id: "UNIEUW", naam: "Nieuw", email: "balie@dijkveld.example" });
    const tweede = await wereld.vreemde("nieuw@dijkveld.example");
    wordtAnders(wereld, tweede, { email: "balie@dijkveld.example" });
    await tweede.typt("mijnsignalen");
    expect(await leest(tweede)).not.toContain(code);
    await tweede.typt(`casus ${code}`);
    expect(await leest(tweede)).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
    expect(await gekoppeld(wereld, tweede)).not.toEqual(await gekoppeld(wereld, eerste));
  });

  it("geeft een opvolger niet wat aan zijn voorganger is gevraagd, en de voorganger niets meer", async () => {
    const wereld = nu();
    const { partner, code } = await inAfstemming(wereld);
    await erbij(wereld, "P08", { id: "P88" as Mens["id"], naam: "Eva Nieuw" }, ["P08"]);
    const opvolger = await wereld.vreemde("eva@politie.example");
    wordtAnders(wereld, opvolger, { email: "p08@politie.example" });
    await opvolger.opent("home");
    expect(await gekoppeld(wereld, opvolger)).toEqual(["P88"]);
    expect(opvolger.zietHome()).not.toContain(code);
    await opvolger.typt(`casus ${code}`);
    expect(await leest(opvolger)).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
    await verandertNiets(wereld, () => partner.klikt("Lees de vraag", { in: "prive" }));
    expect(await leest(partner)).toContain(onbekend);
  });
});

describe("een collega die weg is", () => {
  const nu = wereldVoor(slack);

  it("krijgt geen bericht meer, ook niet wat al klaarstond", async () => {
    const wereld = nu();
    const { melder } = await gemeld(wereld);
    const had = melder.priveBerichten().length;
    await wereld.zonderVerzenden(() => wereld.wordt("2026-12-09T09:30:00+01:00"));
    const klaar = "SELECT 1 FROM outgoing WHERE recipient = 'persoon:P15' AND status = 'wacht' AND kind = 'terugkoppeling'";
    expect((await wereld.store.pool.query(klaar)).rows.length).toBeGreaterThan(0);
    await vertrekt(wereld, "P15");
    await wereld.klaar();
    expect(melder.priveBerichten()).toHaveLength(had);
  });
});

describe("twee mensen met één naam", () => {
  const nu = wereldVoor(slack);

  it("zijn in een lijst uit elkaar te houden, en alleen wie gekozen is leest de vraag", async () => {
    const wereld = nu();
    await erbij(wereld, "P08", { id: "P88" as Mens["id"], functie: "wijkagent", email: "p88@politie.example" });
    const [een, ander] = [await wereld.mens("P08"), await wereld.vreemde("p88@politie.example")];
    await ander.opent("home");
    expect(await gekoppeld(wereld, ander)).toEqual(["P88"]);
    const van = await wereld.vreemde("melder@om.example");
    const { code } = await gemeld(wereld, { "In welke gemeente?": "Rivierstede" }, van);
    const af = await wereld.mens("P01");
    await kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Ik pak dit op");
    await stelt(wereld, af, ["Dennis Kramer, wijkagent (Politie, eenheid Oeverland)"]);
    expect(prive(ander)).toContain(code);
    expect(prive(een)).not.toContain(code);
    await een.typt(`casus ${code}`);
    expect(await leest(een)).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
    await ander.klikt("Lees de vraag", { in: "prive" });
    expect(ander.ziet()).toContain("kanarieschuur");
  });
});

describe.each([
  { chat: slack, toegelaten: { teamId: "TNIEUW" } },
  { chat: teams, toegelaten: { tenantIds: ["11111111-1111-4111-8111-111111111111"] } },
])("een werkruimte of tenant die gisteren nog mocht, op $chat.name", ({ chat, toegelaten }) => {
  const nu = wereldVoor(chat);

  it("komt er niet meer in, met geen knop en geen woord", async () => {
    const wereld = nu();
    const { af, partner, code } = await inAfstemming(wereld);
    await partner.typt("mijnsignalen");
    await wereld.herstart(() => {
      wereld.toegelaten = toegelaten;
    });
    await verandertNiets(wereld, async () => {
      await kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Bekijk").catch(() => undefined);
      await af.typt(`casus ${code}`).catch(() => undefined);
      await partner.klikt("Lees de vraag", { in: "prive" }).catch(() => undefined);
    });
    for (const mens of [af, partner]) expect(await leest(mens)).not.toMatch(/kanarie/i);
    const { rows } = await wereld.store.pool.query("SELECT 1 FROM audit_line WHERE resultaat = 'gezien'");
    expect(rows).toEqual([]);
  });
});
