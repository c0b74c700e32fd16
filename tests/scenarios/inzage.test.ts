import { describe, expect, it } from "vitest";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { bewaarMoment } from "../../src/use-cases/tick-bewaren.js";
import { laatste, prive } from "../support/bewijs.js";
import { audit, leest, vertrekt } from "../support/gevaren.js";
import { gemeld, wereldVoor } from "../support/stappen.js";
import { beide, chats, type Mens, type Wereld } from "../support/wereld.js";

const [slack] = chats as readonly [(typeof chats)[number]];
const nieuw = "Iemand vraagt om inzage";

const vraagt = async (mens: Mens): Promise<void> => {
  await mens.typt("inzage");
  await mens.vult({});
};
const verzoeken = async (wereld: Wereld) =>
  (await wereld.store.pool.query<{ id: string; van_id: string; contact_id: string; termijn: string; status: string }>("SELECT * FROM inzageverzoek")).rows;

describe.each(beide)("inzage op $name", (chat) => {
  const nu = wereldVoor(chat);

  it("start een verzoek en niets meer: uitleg, de FG krijgt een kaart zonder naam, en meldt het klaar", async () => {
    const wereld = nu();
    const [melder, fg] = [await wereld.mens("P15"), await wereld.mens("P16")];
    await melder.typt("inzage");
    for (const woord of ["functionaris gegevensbescherming (FG)", "uiterlijk woensdag 23 december", "geen kopie van uw paspoort"])
      expect(melder.ziet()).toContain(woord);
    expect(await verzoeken(wereld)).toEqual([]);
    await melder.vult({});
    expect(melder.ziet()).toContain("Uw verzoek is gestart. U krijgt antwoord uiterlijk woensdag 23 december.");
    await melder.sluit();

    expect(laatste(fg)).toContain(nieuw);
    expect(laatste(fg)).toContain("woensdag 23 december");
    expect(laatste(fg)).not.toMatch(/Niels|Terpstra|P15/i);
    // Home keeps it in sight until it is answered, without a name too.
    await fg.typt("hulp");
    const overzicht = await leest(fg);
    for (const woord of ["Verzoeken om inzage · 1", "Geef buiten de chat antwoord", "uiterlijk wo 23 december"]) expect(overzicht).toContain(woord);
    expect(overzicht).not.toMatch(/Niels|Terpstra|P15/i);
    await fg.klikt("Wie vraagt dit?", { in: "prive" });
    for (const woord of ["Niels Terpstra", "p15@rivierstede.example"]) expect(fg.ziet()).toContain(woord);
    await fg.sluit();

    // No second one: he reads about the one that runs.
    await melder.typt("inzage");
    expect(await leest(melder)).toContain("Uw verzoek loopt sinds maandag 23 november.");
    const [verzoek, ...meer] = await verzoeken(wereld);
    expect(meer).toEqual([]);
    expect(verzoek).toMatchObject({ van_id: "P15", contact_id: "P16", termijn: "2026-12-23", status: "open" });

    await wereld.wordt("2026-12-01T10:00:00+01:00");
    await fg.klikt("Afgehandeld", { in: "prive" });
    await fg.vult({ "Wanneer gaf u antwoord?": "2026-12-02" });
    expect(Object.values(fg.fouten())).toEqual([expect.stringContaining("Deze dag is nog niet geweest.")]);
    await fg.vult({ "Wanneer gaf u antwoord?": "2026-11-30" });
    expect(fg.ziet()).toContain("Vastgelegd.");
    await fg.sluit();
    expect(prive(fg)).toContain("Afgehandeld op maandag 30 november.");
    expect(laatste(melder)).toContain("Het is afgehandeld op maandag 30 november.");
    expect((await audit(wereld, "P16")).filter(({ object }) => object === verzoek?.id).map(({ actie, resultaat }) => `${actie} ${resultaat}`)).toEqual([
      "inzage.bekijken gezien",
      "inzage.afhandelen gedaan",
    ]);
    await wereld.wordt("2027-01-10T10:00:00+01:00");
    expect(prive(fg)).not.toContain("te laat");
  });
});

describe("een verzoek om inzage dat beantwoord is", () => {
  const nu = wereldVoor(slack);

  it("gaat weg als zijn bewaartermijn voorbij is, met zijn sleutel; een verzoek dat nog loopt blijft", async () => {
    const wereld = nu();
    const [melder, ander, fg] = [await wereld.mens("P15"), await wereld.mens("P10"), await wereld.mens("P16")];
    await vraagt(melder);
    const [eerste] = await verzoeken(wereld);
    await fg.klikt("Verleng", { in: "prive" });
    await fg.vult({ "Waarom duurt het langer?": "Het zijn veel gegevens." });
    await fg.sluit();
    await fg.klikt("Afgehandeld", { in: "prive" });
    await fg.vult({ "Wanneer gaf u antwoord?": "2026-11-23" });
    await fg.sluit();
    await vraagt(ander);
    const nacht = async (dag: string): Promise<readonly string[]> => {
      wereld.slaaptTot(`${dag}T04:00:00+02:00`);
      await wereld.store.pool.query("UPDATE due_moment SET done_op = now() WHERE done_op IS NULL");
      await wereld.store.work.ensureMoment(bewaarMoment(new Date(wereld.nu.getTime() - 24 * 3_600_000)));
      await wereld.wordt(`${dag}T05:01:00+02:00`);
      return (await verzoeken(wereld)).map(({ van_id }) => van_id).sort();
    };
    const sleutels = async (): Promise<number> =>
      (await wereld.store.pool.query("SELECT 1 FROM sleutel WHERE owner = $1 AND wrapped IS NOT NULL", [eerste?.id])).rows.length;
    expect(await nacht("2027-05-23")).toEqual(["P10", "P15"]);
    expect(await sleutels()).toBe(1);
    expect(await nacht("2027-05-24")).toEqual(["P10"]);
    expect(await sleutels()).toBe(0);
  });
});

describe("een verzoek om inzage dat langer duurt", () => {
  const nu = wereldVoor(slack);

  it("herinnert een week ervoor de FG, en is het te laat ook de plaatsvervanger en de privacy officer", async () => {
    const wereld = nu();
    const { store, regio } = wereld;
    await store.importRegio({ ...regio, personen: regio.personen.map((one) => (one.id === "P16" ? { ...one, plaatsvervangerId: "P14" as Mens["id"] } : one)) });
    const [melder, fg, deputy, officer] = [await wereld.mens("P15"), await wereld.mens("P16"), await wereld.mens("P14"), await wereld.mens("P18")];
    await vraagt(melder);
    await wereld.wordt("2026-12-16T09:00:00+01:00");
    expect(laatste(fg)).toContain("Een verzoek om inzage wacht");
    for (const mens of [deputy, officer]) expect(prive(mens)).not.toContain("verzoek om inzage");
    await wereld.wordt("2026-12-24T09:00:00+01:00");
    for (const mens of [fg, deputy, officer]) expect(laatste(mens)).toContain("Een verzoek om inzage is te laat");
    expect(officer.knoppen("prive")).not.toContain("Verleng");
    await wereld.wordt("2026-12-31T09:00:00+01:00");
    expect(prive(officer).match(/is te laat/g)).toHaveLength(2);
    await officer.klikt("Afgehandeld", { in: "prive" });
    await officer.vult({});
    expect(laatste(melder)).toContain("Uw verzoek om inzage is klaar");
    await wereld.wordt("2027-01-08T09:00:00+01:00");
    expect(prive(officer).match(/is te laat/g)).toHaveLength(2);
  });

  it("krijgt er één keer twee maanden bij, met een reden die alleen in een venster staat", async () => {
    const wereld = nu();
    const [melder, fg] = [await wereld.mens("P15"), await wereld.mens("P16")];
    await vraagt(melder);
    await melder.sluit();
    await fg.klikt("Verleng", { in: "prive" });
    await fg.vult({ "Waarom duurt het langer?": "Er zijn veel kanariedossiers." });
    expect(fg.ziet()).toContain("Verlengd tot en met dinsdag 23 februari 2027.");
    await fg.sluit();
    expect(laatste(melder)).toContain("U krijgt antwoord uiterlijk dinsdag 23 februari 2027.");
    await melder.klikt("Waarom", { in: "prive" });
    expect(melder.ziet()).toContain("Er zijn veel kanariedossiers.");
    expect(fg.knoppen("prive")).not.toContain("Verleng");
    const { rows } = await wereld.store.pool.query("SELECT encode(inhoud, 'escape') AS inhoud FROM inzageverzoek");
    expect(JSON.stringify(rows)).not.toContain("kanarie");
    await wereld.wordt("2027-02-16T09:00:00+01:00");
    expect(laatste(fg)).toContain("Een verzoek om inzage wacht");
  });

  it("gaat naar de privacy officer als er geen FG is, en nooit naar wie het zelf vraagt", async () => {
    const wereld = nu();
    const [af, fg] = [await wereld.mens("P02"), await wereld.mens("P16")];
    await af.typt("inzage");
    expect(af.ziet()).toContain("Uw verzoek gaat naar de privacy officer.");
    await af.vult({});
    await vraagt(fg);
    expect((await verzoeken(wereld)).map(({ van_id, contact_id }) => `${van_id} ${contact_id}`).sort()).toEqual(["P02 P18", "P16 P18"]);
    expect(prive(fg)).not.toContain(nieuw);
    await vertrekt(wereld, "P18");
    const ander = await wereld.vreemde("balie@dijkveld.example");
    await ander.typt("inzage");
    expect(await leest(ander)).toContain("Er is niemand aangewezen die uw verzoek kan behandelen.");
  });

  it("is van wie het vroeg en van het contactpunt alleen; een ander krijgt niets, en dat is vastgelegd", async () => {
    const wereld = nu();
    const [melder, af, fg] = [await wereld.mens("P15"), await wereld.mens("P01"), await wereld.mens("P16")];
    await gemeld(wereld, {}, melder);
    await melder.sluit();
    await vraagt(melder);
    await vertrekt(wereld, "P16");
    await fg.klikt("Wie vraagt dit?", { in: "prive" });
    expect(await leest(fg)).toContain("Wij kennen uw account niet.");
    await vraagt(af);
    expect((await verzoeken(wereld)).find(({ van_id }) => van_id === "P01")?.contact_id).toBe("P18");
  });

  it("begint niet opnieuw met een formulier dat nog openstond", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    await melder.typt("inzage");
    const { store } = wereld.store;
    const loopt = { id: "iv-loopt", version: 0, vanId: melder.id, contactId: "P16" as Mens["id"], gevraagdOp: wereld.nu, termijn: "2026-12-23" as Dag };
    await store.commit({ changes: [{ soort: "inzageverzoek_nieuw", inzageverzoek: { ...loopt, status: "open", inhoud: {} } }] });
    await melder.vult({});
    expect(await leest(melder)).toContain("Uw verzoek loopt sinds maandag 23 november.");
  });

  it("bewaart er één van wie twee keer tegelijk drukt", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    await melder.typt("inzage");
    await Promise.all([melder.vult({}), melder.typt("inzage")]);
    await melder.opnieuw();
    expect(await verzoeken(wereld)).toHaveLength(1);
  });
});
