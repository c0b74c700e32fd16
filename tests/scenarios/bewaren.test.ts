import { describe, expect, it } from "vitest";
import { bewaarMoment } from "../../src/use-cases/tick-bewaren.js";
import { laatste, prive, spoor } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { chats, type Mens, type Wereld } from "../support/wereld.js";

/** A signaal that was not versterkt, seven months later. */
const verlopenSignaal = async (wereld: Wereld) => {
  const nieuw = await s.inVerrijking(wereld, s.beschermd);
  await s.kliktOpKaart(wereld, nieuw.analist, "meldpunt", "Leg verrijking vast");
  await nieuw.analist.vult({ "Is het signaal versterkt?": "Nee", "Bij nee: waarom niet?": "De kanarie is gewoon een vogel." });
  wereld.slaaptTot("2027-05-24T09:00:00+02:00");
  return nieuw;
};
const opent = async (mens: Mens, knop?: string): Promise<void> => {
  await mens.opent("home");
  await mens.klikt("Bewaartermijnen", { in: "home" });
  if (knop !== undefined) await mens.klikt(knop, { in: "venster" });
};
const stelt = async (mens: Mens, code: string): Promise<void> => {
  await opent(mens, "Stel voor te vernietigen");
  await mens.vult({ "Wat mag weg?": s.keuze(mens, "Wat mag weg?", code) });
};
const besluit = async (mens: Mens, code: string, antwoord: "ja" | "nee" = "ja"): Promise<void> => {
  await opent(mens, "Beslis over vernietigen");
  const keuze = antwoord === "ja" ? "Ja, vernietig dit voorgoed" : "Nee, bewaar dit nog";
  await mens.vult({ "Waarover beslist u?": s.keuze(mens, "Waarover beslist u?", code), "Mag dit weg?": keuze });
};

describe.each(chats)("bewaren en vernietigen op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("de privacy officer stelt voor, een ander bevestigt, en dan is alles weg: inhoud, sleutel en kaarten; het bewijs blijft", async () => {
    const wereld = nu();
    const { code, melder } = await verlopenSignaal(wereld);
    const { id } = await wereld.signaal(code);
    const [officer, fg, af] = [await wereld.mens("P18"), await wereld.mens("P16"), await wereld.mens("P01")];
    expect((await wereld.signaal(code)).bewarenTot).toBe("2027-05-23");

    await officer.opent("home");
    expect(officer.zietHome()).toMatch(new RegExp(`Bewaartermijn voorbij[^]*${code}`));
    await opent(officer);
    expect(officer.ziet()).toContain("niet versterkt · bewaren tot en met zondag 23 mei 2027 · AVG artikel 5 lid 1 onder e");
    expect(officer.ziet()).not.toMatch(/kanarie/i);
    expect(officer.knoppen("venster")).not.toContain("Beslis over vernietigen");
    await officer.sluit();
    await stelt(officer, code);
    expect(officer.ziet()).toContain("Voorgesteld: 1. Iemand anders moet het bevestigen.");
    await officer.opnieuw();
    await s.heeftStatus(wereld, code, "niet_versterkt");

    // Never the same person twice.
    await opent(officer);
    expect(officer.ziet()).toContain("voorgesteld door Arend Kooistra");
    expect(officer.knoppen("venster")).not.toContain("Beslis over vernietigen");
    await officer.sluit();
    expect(laatste(fg)).toContain("Iemand stelt voor om iets te vernietigen.");
    expect(laatste(fg)).not.toContain(code);
    await opent(fg, "Beslis over vernietigen");
    expect(fg.ziet()).toContain("niet versterkt · bewaren tot en met zondag 23 mei 2027");
    expect(fg.ziet()).not.toMatch(/kanarie/i);
    await fg.sluit();
    await besluit(fg, code);
    expect(fg.ziet()).toContain("Vernietigd: 1. De inhoud is weg.");

    await s.heeftStatus(wereld, code, "vernietigd");
    for (const tabel of ["signaal", "stap"])
      for (const { inhoud } of (await wereld.store.pool.query(`SELECT inhoud FROM ${tabel} WHERE ${tabel === "stap" ? "signaal_id" : "id"} = $1`, [id])).rows)
        expect(inhoud).toHaveLength(0);
    expect((await wereld.store.pool.query("SELECT wrapped FROM sleutel WHERE owner = $1", [id])).rows).toEqual([{ wrapped: null }]);
    for (const soort of ["meldpunt", "aandachtsfunctionaris"] as const) {
      expect(s.kaart(wereld, soort)).toContain("Deze kaart is vervallen");
      for (const tekst of wereld.kanaalTeksten(soort)) expect(tekst).not.toContain(code);
    }
    expect(prive(melder)).not.toContain("Voor nu is er niet genoeg");
    expect((await wereld.store.pool.query("SELECT 1 FROM posted_message WHERE object_id = $1 AND weg_op IS NULL", [id])).rows).toEqual([]);

    // Whoever may know of it reads when it went, and nothing else.
    if (melder.platform === "slack") await melder.sluit();
    for (const mens of [melder, af]) {
      await mens.typt(`casus ${code}`);
      expect(mens.ziet()).toContain("Dit is vernietigd op maandag 24 mei 2027. De inhoud is er niet meer.");
    }
    await melder.typt("mijnsignalen");
    expect(melder.ziet()).toMatch(new RegExp(`${code}[^]*vernietigd`));
    const vreemde = await wereld.mens("P10");
    await vreemde.typt(`casus ${code}`);
    expect(vreemde.ziet()).not.toContain("vernietigd");
    await opent(officer);
    expect(officer.ziet()).toContain("vernietigd op maandag 24 mei 2027 · door Arend Kooistra en Carla Monteiro · oude kopieën zijn te lezen tot");
    const regels = (await spoor(wereld, code)).map((regel) => regel.replace(/ bewaartermijn$/, ""));
    expect(regels).toEqual(expect.arrayContaining(["P18 bewaren.voorstellen gedaan", "P16 vernietigen gedaan"]));
    expect((await spoor(wereld, "bewaren")).at(-1)).toBe("P18 bewaren.tonen gezien");
  });
});

const [slack, teams] = chats as [(typeof chats)[number], (typeof chats)[number]];

describe("wie er niet over gaat, en wat blijft", () => {
  const nu = s.wereldVoor(teams);

  it("iemand die het voorstelt bevestigt het niet, een vreemde ziet niets, en de aandachtsfunctionaris van een andere gemeente ook niet", async () => {
    const wereld = nu();
    const { code } = await verlopenSignaal(wereld);
    const [officer, af, ander, melder] = [await wereld.mens("P18"), await wereld.mens("P01"), await wereld.mens("P17"), await wereld.mens("P15")];
    await stelt(officer, code);
    expect(melder.knoppen("home")).not.toContain("Bewaartermijnen");
    await opent(ander);
    expect(ander.ziet()).not.toContain(code);
    expect(ander.ziet()).toContain("Er is niets waarvan de bewaartermijn voorbij is.");
    await ander.sluit();
    await besluit(af, code, "nee");
    expect(af.ziet()).toContain("Niet vernietigd: 1.");
    await s.heeftStatus(wereld, code, "niet_versterkt");
    await opent(officer);
    expect(officer.knoppen("venster")).toContain("Stel voor te vernietigen");
  });

  it("wie buiten een signaal gehouden wordt vindt er ook hier geen spoor van", async () => {
    const wereld = nu();
    const { code } = await verlopenSignaal(wereld);
    const signaal = await wereld.signaal(code);
    await wereld.store.store.commit({ changes: [{ soort: "signaal", signaal: { ...signaal, uitgesloten: ["P16" as never] } }] });
    const [officer, fg] = [await wereld.mens("P18"), await wereld.mens("P16")];
    await stelt(officer, code);
    await opent(fg);
    expect(fg.ziet()).not.toContain(code);
    await fg.klikt("Niet vernietigen", { in: "venster" });
    await fg.vult({ "Code van het signaal of de casus": code, "Waarom moet dit blijven?": "Kanarie" });
    expect(fg.fouten()).toEqual({ "Code van het signaal of de casus": expect.stringContaining("niet") });
    expect((await spoor(wereld, code)).at(-1)).toBe("P16 bewaren.stop geweigerd");
  });

  it("met een stop kan het niet weg tot iemand haar opheft; waarom staat nergens in het spoor", async () => {
    const wereld = nu();
    const { code } = await verlopenSignaal(wereld);
    const [officer, fg, af] = [await wereld.mens("P18"), await wereld.mens("P16"), await wereld.mens("P01")];
    await stelt(officer, code);
    // He has the form in front of him when the stop comes.
    await opent(fg, "Beslis over vernietigen");
    await opent(af, "Niet vernietigen");
    await af.vult({ "Code van het signaal of de casus": code, "Waarom moet dit blijven?": "De kanarie komt voor de rechter." });
    expect(af.ziet()).toContain(`${code} wordt niet vernietigd tot iemand de stop opheft.`);
    await fg.vult({ "Waarover beslist u?": s.keuze(fg, "Waarover beslist u?", code), "Mag dit weg?": "Ja, vernietig dit voorgoed" });
    await s.heeftStatus(wereld, code, "niet_versterkt");
    await fg.sluit();
    await opent(officer);
    expect(officer.ziet()).toMatch(new RegExp(`Mag nu niet worden vernietigd[^]*${code}: door Marit Oosterveld, sinds maandag 24 mei 2027`));
    expect(officer.ziet()).not.toMatch(/rechter/);
    expect(officer.knoppen("venster")).not.toContain("Stel voor te vernietigen");
    await officer.sluit();
    const { rows } = await wereld.store.pool.query("SELECT a::text AS regel FROM audit_line a");
    expect(JSON.stringify(rows)).not.toContain("rechter");
    expect(await spoor(wereld, code)).toContain("P01 bewaren.stop gedaan");
    await opent(af, "Hef een stop op");
    await af.vult({ "Welke stop?": s.keuze(af, "Welke stop?", code) });
    await stelt(officer, code);
    await besluit(fg, code);
    await s.heeftStatus(wereld, code, "vernietigd");
  });

  it("wat binnen een dag niet weg is, staat bij de privacy officer tot het weg is", async () => {
    const wereld = nu();
    const { code } = await verlopenSignaal(wereld);
    const [officer, fg] = [await wereld.mens("P18"), await wereld.mens("P16")];
    await stelt(officer, code);
    await wereld.zonderVerzenden(() => besluit(fg, code));
    await s.heeftStatus(wereld, code, "vernietigd");
    await wereld.store.pool.query("UPDATE outgoing SET status = 'gestopt' WHERE kind = 'opruimen'");
    await officer.opent("home");
    expect(officer.zietHome()).toContain("Kaarten die de chat nog laat zien");
    await opent(officer);
    expect(officer.ziet()).toContain("Teams · Kanaal van Rivierstede: gevraagd op maandag 24 mei 2027, de chat weigert");
    await officer.klikt("Kaarten die er nog staan", { in: "venster" });
    expect(officer.keuzes("Welke kaart?").every((titel) => titel.startsWith("ma 24 mei 2027"))).toBe(true);
    const aantal = officer.keuzes("Welke kaart?").length;
    await officer.vult({ "Welke kaart?": officer.keuzes("Welke kaart?")[0] as string, "Wat is er gedaan?": "De kaart is met de hand weggehaald" });
    await opent(officer, "Kaarten die er nog staan");
    expect(officer.keuzes("Welke kaart?")).toHaveLength(aantal - 1);
    await officer.sluit();
    // The night tries all of them again by itself.
    await wereld.store.work.ensureMoment(bewaarMoment(wereld.nu));
    await wereld.wordt("2027-05-25T09:00:00+02:00");
    await opent(officer);
    expect(officer.ziet()).not.toContain("de chat weigert");
    for (const tekst of wereld.kanaalTeksten("meldpunt")) expect(tekst).not.toContain(code);
  });
});

describe("vanzelf, elke nacht", () => {
  const nu = s.wereldVoor(slack);

  it("dertig dagen na de sluiting staat er in de chat een neutrale regel, ook als de inhoud blijft; wie het beheert hoort wat verlopen is", async () => {
    const wereld = nu();
    const { code, af, melder } = await s.inAfstemming(wereld);
    const { id } = await wereld.signaal(code);
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Oordeel en route");
    await af.vult({
      "Is er een vermoeden van mensenhandel?": "Nee",
      "Leg uit waarom": "De kanarie werkt vrij.",
      "Met wie heeft u overlegd?": "Politie",
      "Bij nee: wie pakt het op?": "Reguliere hulp",
    });
    await s.heeftStatus(wereld, code, "gemeentelijk_opgepakt");
    await wereld.store.work.ensureMoment(bewaarMoment(wereld.nu));
    await wereld.wordt("2026-12-22T09:00:00+01:00");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain(code);
    await wereld.wordt("2026-12-25T09:00:00+01:00");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).not.toContain(code);
    expect(prive(melder)).not.toContain(code);
    expect((await wereld.signaal(code)).inhoud.omschrijving).toContain("kanarie");
    // On new information it gets a card again.
    await af.typt(`casus ${code}`);
    await af.klikt("Heropen");
    await af.vult({ "Wat is er nieuw?": "De kanarie is terug." });
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain(code);
    const { rows } = await wereld.store.pool.query("SELECT count(*)::int AS n FROM posted_message WHERE object_id = $1 AND weg_op IS NOT NULL", [id]);
    expect(rows[0].n).toBeGreaterThan(0);
  });

  it("wat alleen de bot hoefde te weten gaat na dertig dagen weg; wat nog wacht of nog staat blijft", async () => {
    const wereld = nu();
    const { code, af } = await s.bijAandachtsfunctionaris(wereld);
    const tel = async (tabel: string, waar: string): Promise<number> =>
      Number((await wereld.store.pool.query(`SELECT count(*)::int AS n FROM ${tabel} WHERE ${waar}`)).rows[0].n);
    const over = () =>
      Promise.all([
        tel("delivery", "op < '2026-11-24'"),
        tel("outgoing", "status IN ('verstuurd', 'vervangen') AND klaar_op < '2026-11-24'"),
        tel("due_moment", "done_op < '2026-11-24'"),
      ]);
    await wereld.store.pool.query(
      `INSERT INTO posted_message (kind, object_id, recipient, platform, tenant, conversation_id, message_id, op, weg_op)
       VALUES ('triage', 'weg', 'channel:x', 'slack', 'T', 'C', '1', $1, $1), ('prive', 'staat', 'persoon:P01', 'slack', 'T', 'C', '2', $1, NULL)`,
      [wereld.nu],
    );
    await wereld.store.pool.query(
      "INSERT INTO outgoing (kind, object_id, recipient, status, gemaakt_op, klaar_op, error) VALUES ('prive', 'staat', 'persoon:P01', 'gestopt', $1, $1, 'dicht')",
      [wereld.nu],
    );
    const [staat, open] = [await tel("posted_message", "weg_op IS NULL"), await tel("due_moment", "done_op IS NULL")];
    // More than go in one step.
    await wereld.store.pool.query("INSERT INTO delivery (key, op) SELECT 'oud' || i, $1 FROM generate_series(1, 10001) i", [wereld.nu]);
    for (const aantal of await over()) expect(aantal).toBeGreaterThan(0);
    await wereld.store.work.ensureMoment(bewaarMoment(wereld.nu));
    wereld.slaaptTot("2026-12-22T09:00:00+01:00");
    await wereld.wordt("2026-12-23T04:00:00+01:00");
    for (const aantal of await over()) expect(aantal).toBeGreaterThan(0);
    await wereld.wordt("2026-12-24T09:00:00+01:00");
    expect(await over()).toEqual([0, 0, 0]);
    // A card that gave way is over; one that must still give way is found by its row.
    expect(await tel("posted_message", "object_id = 'weg'")).toBe(0);
    expect(await tel("posted_message", "object_id = 'staat'")).toBe(1);
    expect(await tel("outgoing", "object_id = 'staat'")).toBe(1);
    expect(await tel("posted_message", "weg_op IS NULL")).toBeGreaterThanOrEqual(staat);
    expect(await tel("due_moment", "done_op IS NULL")).toBeGreaterThanOrEqual(open);
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain(code);
    await s.kliktOpKaart(wereld, af, "aandachtsfunctionaris", "Bekijk");
    expect(af.ziet()).toContain(code);
  });

  it("de privacy officer hoort op maandag dat er iets verlopen is, zonder code; het auditspoor gaat na zijn eigen termijn", async () => {
    const wereld = nu();
    const { code } = await verlopenSignaal(wereld);
    const officer = await wereld.mens("P18");
    wereld.slaaptTot("2027-05-30T09:00:00+02:00");
    await wereld.store.work.ensureMoment(bewaarMoment(wereld.nu));
    await wereld.store.pool.query("UPDATE due_moment SET done_op = now() WHERE soort <> 'bewaren' AND done_op IS NULL");
    await wereld.wordt("2027-05-31T06:00:00+02:00");
    expect(laatste(officer)).toContain("Er zijn zaken waarvan de bewaartermijn voorbij is.");
    expect(laatste(officer)).not.toContain(code);
  });

  it("wat stilligt ziet de aandachtsfunctionaris, en de privacy officer alleen de code", async () => {
    const wereld = nu();
    const { code, af } = await s.bijAandachtsfunctionaris(wereld);
    const officer = await wereld.mens("P18");
    wereld.slaaptTot("2027-02-20T09:00:00+01:00");
    await af.opent("home");
    expect(af.zietHome()).not.toContain("Ligt stil");
    wereld.slaaptTot("2027-02-23T09:00:00+01:00");
    await af.opent("home");
    expect(af.zietHome()).toMatch(new RegExp(`Ligt stil[^]*${code}[^]*geen stap meer`));
    await opent(officer);
    expect(officer.ziet()).toMatch(new RegExp(`Ligt stil[^]*${code}: geen stap sinds maandag 23 november 2026`));
    expect(officer.ziet()).not.toMatch(/kanarie/i);
    const ander = await wereld.mens("P17");
    expect(ander.zietHome()).not.toContain(code);
  });
});
