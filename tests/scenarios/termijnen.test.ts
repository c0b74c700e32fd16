import { describe, expect, it } from "vitest";
import { laatste, prive, spoor, wacht } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide } from "../support/wereld.js";

const stil = "Te laat: eerste reactie";

describe.each(beide)("termijnen op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("niemand pakt op: eerst het kanaal, dan de plaatsvervanger, dan de ketenregisseur met alleen de code", async () => {
    const wereld = nu();
    const [af, plaatsvervanger, ketenregisseur] = [await wereld.mens("P01"), await wereld.mens("P02"), await wereld.mens("P12")];
    const { code } = await s.gemeld(wereld, { "In welke gemeente?": "Rivierstede" }, "P10");
    await wereld.wordt("2026-11-25T08:59:00+01:00");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).not.toContain("Wacht op een reactie");
    await wereld.wordt("2026-11-25T09:00:00+01:00");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toMatch(new RegExp(`Wacht op een reactie[^]*${code}`));
    expect(prive(plaatsvervanger)).not.toContain(code);

    await wereld.wordt("2026-11-26T09:00:00+01:00");
    expect(laatste(plaatsvervanger)).toMatch(new RegExp(`Wacht op een reactie[^]*${code}`));
    expect(prive(ketenregisseur)).not.toContain(stil);
    await wereld.wordt("2026-11-27T09:00:00+01:00");
    expect(laatste(ketenregisseur)).toContain(stil);
    expect(laatste(ketenregisseur)).toContain(code);
    expect(ketenregisseur.knoppen("prive")).not.toContain("Bekijk");
    await ketenregisseur.typt(`casus ${code}`);
    expect(ketenregisseur.ziet()).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
    expect(prive(af)).not.toContain("Wacht op een reactie");
    expect(await wacht(wereld, code)).toEqual(["eerste_reactie 2026-11-30T08:00", "bericht_melder 2026-12-07T08:00"]);
    const herinneringen = (): number => s.kaart(wereld, "aandachtsfunctionaris").split("Wacht op een reactie").length - 1;
    expect(herinneringen()).toBe(1);
    await wereld.wordt("2026-12-01T09:00:00+01:00");
    expect(herinneringen(), "every working morning again until somebody picks it up").toBe(3);

    await plaatsvervanger.klikt("Ik pak dit op", { in: "prive" });
    expect((await wereld.signaal(code)).behandelaarId).toBe("P02");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("Opgepakt door Joris van Linden");
  });

  it("een partner antwoordt niet: hij leest het, dan zijn plaatsvervanger, die mag antwoorden, anders de ketenregisseur", async () => {
    const wereld = nu();
    const [partner, plaatsvervanger, ketenregisseur] = [await wereld.mens("P03"), await wereld.mens("P04"), await wereld.mens("P12")];
    const { code, af } = await s.bijAandachtsfunctionaris(wereld);
    await s.stelt(wereld, af, ["Samira el Haddad (Stichting Havenlicht Oeverland)"]);
    await wereld.wordt("2026-11-30T09:00:00+01:00");
    expect(laatste(partner)).toContain("Er wacht een vraag op u");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("Een partner antwoordde nog niet");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).not.toContain("Er wacht een vraag op u");
    expect(prive(plaatsvervanger)).not.toContain(code);
    await wereld.wordt("2026-12-01T09:00:00+01:00");
    expect(laatste(plaatsvervanger)).toContain("Er wacht een vraag op u");
    await wereld.wordt("2026-12-02T09:00:00+01:00");
    expect(laatste(ketenregisseur)).toContain("Te laat: antwoord");
    await plaatsvervanger.klikt("Lees de vraag", { in: "prive" });
    await plaatsvervanger.vult({ "Uw antwoord": "Nee" });
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("1 van 1 antwoorden binnen");
    expect(prive(partner)).toContain("U hoeft niets meer te doen.");
    expect(await spoor(wereld, code)).toContain("P04 vraag_beantwoorden gedaan");
  });

  it("een beloofde dag gaat nooit stil voorbij: de melder leest dat we bezig zijn, met een nieuwe dag", async () => {
    const wereld = nu();
    const [plaatsvervanger, ketenregisseur] = [await wereld.mens("P02"), await wereld.mens("P12")];
    const { code, melder } = await s.bijAandachtsfunctionaris(wereld);
    await wereld.wordt("2026-12-07T09:00:00+01:00");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("De melder wacht op bericht");
    await wereld.wordt("2026-12-07T12:00:00+01:00");
    expect(laatste(plaatsvervanger)).toContain("De melder wacht op bericht");
    await wereld.wordt("2026-12-07T15:00:00+01:00");
    expect(laatste(ketenregisseur)).toContain("Te laat: bericht aan melder");
    expect(laatste(melder)).toContain("We zijn er nog mee bezig. U hoort uiterlijk maandag 21 december meer.");
    expect((await wereld.signaal(code)).beloofdVoor).toBe("2026-12-21");
    expect(await wacht(wereld, code)).toEqual(["bericht_melder 2026-12-21T08:00"]);
  });

  it("weekend, feestdagen en vrije dagen van de regio tellen niet", async () => {
    const wereld = nu();
    await wereld.wordt("2026-12-18T16:00:00+01:00");
    const kerst = await s.gemeld(wereld);
    expect(laatste(kerst.melder)).toContain("U hoort uiterlijk dinsdag 5 januari");
    expect(await wacht(wereld, kerst.code)).toEqual(["eerste_reactie 2026-12-22T08:00", "bericht_melder 2027-01-05T08:00"]);
    await s.opgepakt(wereld, "meldpunt", "P05");

    await wereld.wordt("2027-03-25T10:00:00+01:00");
    await kerst.melder.sluit();
    const pasen = await s.gemeld(wereld);
    expect(await wacht(wereld, pasen.code)).toEqual(["eerste_reactie 2027-03-31T07:00", "bericht_melder 2027-04-12T07:00"]);
    await wereld.wordt("2027-03-30T09:00:00+02:00");
    expect(s.kaart(wereld, "meldpunt")).not.toContain("Wacht op een reactie");
    await wereld.wordt("2027-03-31T09:00:00+02:00");
    expect(s.kaart(wereld, "meldpunt")).toContain("Wacht op een reactie");
  });

  it("een oordeel zonder route wacht niet in stilte", async () => {
    const wereld = nu();
    const { code, af } = await s.inAfstemming(wereld);
    await s.oordeeltJa(wereld, af);
    await s.heeftStatus(wereld, code, "vermoeden");
    await wereld.wordt("2026-11-25T09:00:00+01:00");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toMatch(new RegExp(`Wacht op een volgende stap[^]*${code}`));
    await wereld.wordt("2026-11-26T09:00:00+01:00");
    expect(laatste(await wereld.mens("P02"))).toContain("Wacht op een volgende stap");
    expect(await wacht(wereld, code)).toEqual(["volgende_stap 2026-11-27T08:00"]);
  });

  it("op een zorgvraag komt geen antwoord: ook het kanaal en de ketenregisseur lezen het", async () => {
    const wereld = nu();
    const [coordinator, ketenregisseur] = [await wereld.mens("P03"), await wereld.mens("P12")];
    await wereld.mens("P11");
    await s.opRoute(wereld, { ...s.ondermijning, slachtoffer: "Ja" });
    await wereld.wordt("2026-11-25T09:00:00+01:00");
    expect(laatste(coordinator)).toContain("Er wacht een vraag op u");
    expect(s.kaart(wereld, "aandachtsfunctionaris")).toContain("Een partner antwoordde nog niet");
    await wereld.wordt("2026-11-27T09:00:00+01:00");
    expect(prive(ketenregisseur)).toContain("Te laat: antwoord");
  });

  it("op de vraag om regie komt geen antwoord", async () => {
    const wereld = nu();
    const [regiehouder, plaatsvervanger, ketenregisseur] = [await wereld.mens("P06"), await wereld.mens("P07"), await wereld.mens("P12")];
    const { code } = await s.opRoute(wereld, s.zorgStraf);
    await wereld.wordt("2026-11-25T09:00:00+01:00");
    expect(laatste(regiehouder)).toContain("Neemt u de regie?");
    await wereld.wordt("2026-11-26T09:00:00+01:00");
    expect(laatste(plaatsvervanger)).toContain("Neemt u de regie?");
    await wereld.wordt("2026-11-27T09:00:00+01:00");
    expect(prive(ketenregisseur)).toContain("Te laat: regie");
    expect(ketenregisseur.knoppen("prive")).not.toContain("Bekijk casus");
    await plaatsvervanger.klikt("Ik neem de regie", { in: "prive" });
    const { casusId } = await wereld.signaal(code);
    expect(casusId && (await wereld.store.store.readCasus(casusId)).regieStatus).toBe("aanvaard");
  });
});
