import { describe, expect, it } from "vitest";
import { audit, verandertNiets, vertrekt } from "../support/gevaren.js";
import { codeIn, gemeld, kliktOpKaart, melding, opgepakt, wereldVoor } from "../support/stappen.js";
import { chats, type Mens } from "../support/wereld.js";

const opTeams = chats.filter(({ name }) => name === "Teams");
/** The try-out does send details: only these tests may, so without the word that gives them away. */
const inhoud = "Zes mensen slapen in een schuur en krijgen geen loon.";
const voorbij = "De tijd is voorbij. Wilt u dit nog eens zien? Kies de knop opnieuw.";
const laatste = (mens: Mens): string => mens.priveBerichten().at(-1) ?? "";
const kwartier = "2026-11-23T09:16:00+01:00";

describe.each(opTeams)("zonder dialogen, alleen om uit te proberen", (chat) => {
  const wereld = wereldVoor(chat, { dialogs: false });
  const bekeken = async (): Promise<{ readonly analist: Mens; readonly code: string }> => {
    const { code } = await gemeld(wereld(), { "Wat zag u?": inhoud });
    const analist = await opgepakt(wereld(), "meldpunt", "P05");
    await kliktOpKaart(wereld(), analist, "meldpunt", "Bekijk");
    return { analist, code };
  };

  it("Bekijk comes as a private card, which a neutral line replaces after a quarter of an hour", async () => {
    const { analist, code } = await bekeken();
    expect(analist.priveBerichten().join("\n")).toContain(inhoud);
    expect(wereld().kanaal("meldpunt")).not.toContain(inhoud);
    expect((await audit(wereld(), "P05")).filter(({ resultaat }) => resultaat === "gezien")).toMatchObject([{ actie: "signaal.bekijken", object: code }]);
    await wereld().wordt("2026-11-23T09:14:00+01:00");
    expect(analist.priveBerichten().join("\n")).toContain(inhoud);
    await wereld().wordt(kwartier);
    expect(analist.priveBerichten().join("\n")).not.toContain(inhoud);
    expect(analist.priveBerichten().join("\n")).toContain(voorbij);
  });

  it("also when the bot was stopped in between", async () => {
    const { analist } = await bekeken();
    await wereld().herstart(() => {
      wereld().nu = new Date("2026-11-23T11:00:00+01:00");
    });
    expect(analist.priveBerichten().join("\n")).toContain(inhoud);
    await wereld().wordt("2026-11-23T11:01:00+01:00");
    expect(analist.priveBerichten().join("\n")).not.toContain(inhoud);
  });

  it("also for somebody who left meanwhile", async () => {
    const { analist } = await bekeken();
    await vertrekt(wereld(), "P05");
    await wereld().wordt(kwartier);
    expect(analist.priveBerichten().join("\n")).not.toContain(inhoud);
  });

  it("a form comes as a private card, and what was sent leaves a receipt that stays", async () => {
    const { code } = await gemeld(wereld(), { "Wat zag u?": inhoud });
    const analist = await opgepakt(wereld(), "meldpunt", "P05");
    await kliktOpKaart(wereld(), analist, "meldpunt", "Start verrijking");
    await analist.vult({ "Waarom mag dit? (grondslag)": "Wet op de schuren" });
    expect((await wereld().signaal(code)).status).toBe("in_verrijking");
    expect(laatste(analist)).toContain(`U kunt nu gegevens opzoeken voor ${code}.`);
    await verandertNiets(wereld(), () => analist.opnieuw());
    await wereld().wordt(kwartier);
    expect(analist.priveBerichten().join("\n")).toContain(`U kunt nu gegevens opzoeken voor ${code}.`);
    expect(analist.priveBerichten().join("\n")).not.toContain("Wet op de schuren");
  });

  it("a form that nobody sent is replaced too", async () => {
    await gemeld(wereld(), { "Wat zag u?": inhoud });
    const analist = await opgepakt(wereld(), "meldpunt", "P05");
    await kliktOpKaart(wereld(), analist, "meldpunt", "Start verrijking");
    await wereld().wordt(kwartier);
    expect(laatste(analist)).toContain(voorbij);
    expect(analist.knoppen("prive")).not.toContain("Start verrijking");
  });

  it("a refused form keeps what was typed, in place", async () => {
    const melder = await wereld().mens("P15");
    await melder.typt("signaal");
    await melder.vult({ ...melding, "Wat zag u?": "Ik belde 06-12345678 over de schuur." });
    expect(melder.fouten()["Wat zag u?"]).toContain("Hier staat een telefoonnummer.");
    expect(melder.waarden()["Wat zag u?"]).toBe("Ik belde 06-12345678 over de schuur.");
    await melder.vult({ "Wat zag u?": "Er slapen mensen in een schuur." });
    expect(codeIn(laatste(melder))).toMatch(/^SG-/);
  });

  it("danger is noted once, and the form goes on with what was typed", async () => {
    const melder = await wereld().mens("P15");
    await melder.typt("signaal");
    await melder.klikt("Er is nu gevaar");
    const { rows } = await wereld().store.pool.query("SELECT 1 FROM due_moment WHERE soort = 'acuut_nagaan'");
    expect(rows).toHaveLength(1);
    await melder.vult({ ...melding, "Wat zag u?": "Er slapen mensen in een schuur.", "Wie belde 112?": "Ik heb gebeld" });
    expect((await wereld().signaal(codeIn(laatste(melder)))).acuut?.belde112).toBe("ik");
  });

  it("what was refused comes to nobody", async () => {
    const { code } = await gemeld(wereld(), { "Wat zag u?": inhoud });
    const accenthouder = await wereld().mens("P14");
    const before = accenthouder.priveBerichten().length;
    await verandertNiets(wereld(), () => accenthouder.typt(`casus ${code}`));
    expect(accenthouder.priveBerichten().slice(before).join("\n")).not.toContain(inhoud);
  });
});
