import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseRegioBestand, type RegioFoutCode, regioFoutCodes, regioWaarschuwingen } from "../../src/domain/regio/regio-bestand.js";
import { enRegio } from "../../src/messages/en/regio.js";
import { nlRegio } from "../../src/messages/nl/regio.js";

// biome-ignore lint/suspicious/noExplicitAny: a region file with mistakes in it has no type
type Bestand = any;
const oeverland = (): Bestand => JSON.parse(readFileSync(new URL("../../prisma/regio-oeverland.json", import.meta.url), "utf8"));

const fouten = (json: unknown) => {
  const gelezen = parseRegioBestand(json);
  return gelezen.ok ? [] : gelezen.error;
};
const kort = (json: unknown): readonly string[] => fouten(json).map((f) => `${f.code} ${f.plek}`);
const anders = (verander: (b: Bestand) => void): Bestand => {
  const bestand = oeverland();
  verander(bestand);
  return bestand;
};
const gast = { platform: "slack", tenant: "T1", userId: "U1", persoon: "P10", gast: true };

type Plant = readonly [wat: string, verander: (b: Bestand) => void, verwacht: readonly string[]];
const planten: readonly Plant[] = [
  ["no version", (b) => delete b.versie, ["ontbreekt versie"]],
  ["another version", (b) => (b.versie = 2), ["versie versie"]],
  ["no name", (b) => (b.naam = ""), ["leeg naam"]],
  ["an unknown field", (b) => (b.personen[3].plaatsvervangr = "P01"), ["onbekend_veld personen[3]"]],
  ["an unknown field on top", (b) => (b.persoon = []), ["onbekend_veld bestand"]],
  ["a field missing", (b) => delete b.personen[2].functie, ["ontbreekt personen[2].functie"]],
  ["a number for a name", (b) => (b.tafels[0].naam = 7), ["geen_tekst tafels[0].naam"]],
  ["a word for a number", (b) => (b.gemeenten[0].termijnen.eersteReactie = "twee"), ["geen_getal gemeenten[0].termijnen.eersteReactie"]],
  ["half a day", (b) => (b.gemeenten[0].termijnen.eersteReactie = 1.5), ["geen_getal gemeenten[0].termijnen.eersteReactie"]],
  ["no days at all", (b) => (b.gemeenten[0].termijnen.antwoordPartner = 0), ["te_klein gemeenten[0].termijnen.antwoordPartner"]],
  ["too many days", (b) => (b.gemeenten[0].termijnen.berichtMelder = 400), ["te_groot gemeenten[0].termijnen.berichtMelder"]],
  ["a word for yes", (b) => (b.gemeenten[1].meldpunt = "nee"), ["geen_ja_nee gemeenten[1].meldpunt"]],
  ["an object for a list", (b) => (b.convenanten[0].partijen = {}), ["geen_lijst convenanten[0].partijen"]],
  ["a word for an object", (b) => (b.contacten[0] = "112"), ["geen_object contacten[0]"]],
  ["an empty list", (b) => (b.convenanten[0].partijen = []), ["leeg convenanten[0].partijen"]],
  ["a long name", (b) => (b.tafels[0].naam = "x".repeat(76)), ["te_lang tafels[0].naam"]],
  ["an unknown role", (b) => (b.personen[7].rollen[0].rol = "baas"), ["onbekende_keuze personen[7].rollen[0].rol"]],
  ["an unknown kind of organisatie", (b) => (b.organisaties[5].soort = "koor"), ["onbekende_keuze organisaties[5].soort"]],
  ["an id with a space", (b) => (b.tafels[2].id = "sig nal"), ["id_vorm tafels[2].id"]],
  ["a bad e-mail", (b) => (b.personen[0].email = "p01.rivierstede.example"), ["email_vorm personen[0].email"]],
  ["a bad phone number", (b) => (b.contacten[1].telefoon = "bel maar"), ["telefoon_vorm contacten[1].telefoon"]],
  ["a bad domain", (b) => b.organisaties[5].domeinen.push("@politie"), ["domein_vorm organisaties[5].domeinen[1]"]],
  ["a domain open to all", (b) => b.organisaties[5].domeinen.push("gmail.com"), ["domein_openbaar organisaties[5].domeinen[1]"]],
  ["a day that does not exist", (b) => b.vrijeDagen.push("2027-02-30"), ["datum_vorm vrijeDagen[1]"]],
  ["a channel id with a space", (b) => (b.channels[0].conversationId = "C 1"), ["chat_id_vorm channels[0].conversationId"]],
  ["two people with one id", (b) => (b.personen[14].id = "P14"), ["id_dubbel personen[14].id"]],
  ["two tafels with one id", (b) => (b.tafels[7].id = "sig"), ["id_dubbel tafels[7].id"]],
  ["two vormen with one code", (b) => (b.vormen[12].code = "orgaan"), ["id_dubbel vormen[12].code"]],
  ["two people with one e-mail", (b) => (b.personen[13].email = "P15@rivierstede.example"), ["email_dubbel personen[14].email"]],
  ["one domain at two organisaties", (b) => b.organisaties[6].domeinen.push("politie.example"), ["domein_dubbel organisaties[6].domeinen[1]"]],
  ["one account twice", (b) => b.accounts.push(gast, { ...gast, persoon: "P11" }), ["account_dubbel accounts[1].userId"]],
  ["one channel twice", (b) => (b.channels[2].conversationId = b.channels[0].conversationId), ["channel_dubbel channels[2].conversationId"]],
  [
    "one channel for two gemeenten",
    (b) => (b.channels[4].conversationId = b.channels[2].conversationId),
    ["channel_twee_gemeenten channels[4].conversationId"],
  ],
  ["a role twice", (b) => b.personen[0].rollen.push({ ...b.personen[0].rollen[0] }), ["rol_dubbel personen[0].rollen[1]"]],
  ["a person of an unknown organisatie", (b) => (b.personen[9].organisatie = "fiod"), ["onbekende_organisatie personen[9].organisatie"]],
  ["an unknown party", (b) => (b.convenanten[0].partijen[6].organisatie = "fiod"), ["onbekende_organisatie convenanten[0].partijen[6].organisatie"]],
  ["a convenant that ends before it begins", (b) => (b.convenanten[0].geldigTot = "2024-12-31"), ["convenant_omgekeerd convenanten[0].geldigTot"]],
  ["a party twice", (b) => b.convenanten[0].partijen.push(b.convenanten[0].partijen[0]), ["partij_dubbel convenanten[0].partijen[7]"]],
  ["a gemeente of an unknown organisatie", (b) => (b.gemeenten[1].organisatie = "dijk"), ["onbekende_organisatie gemeenten[1].organisatie"]],
  ["a gemeente at the politie", (b) => (b.gemeenten[1].organisatie = "politie"), ["organisatie_geen_gemeente gemeenten[1].organisatie"]],
  ["a role in an unknown gemeente", (b) => (b.personen[13].rollen[0].gemeente = "zee"), ["onbekende_gemeente personen[13].rollen[0].gemeente"]],
  [
    "a channel of an unknown gemeente",
    (b) => b.channels.push({ ...b.channels[0], gemeente: "zee", conversationId: "C-ZEE" }),
    ["onbekende_gemeente channels[13].gemeente"],
  ],
  ["an unknown deputy", (b) => (b.personen[3].plaatsvervanger = "P99"), ["onbekende_persoon personen[3].plaatsvervanger"]],
  ["an account of nobody", (b) => b.accounts.push({ ...gast, persoon: "P99" }), ["onbekende_persoon accounts[0].persoon"]],
  ["an unknown convenant", (b) => (b.tafels[1].convenant = "x"), ["onbekend_convenant tafels[1].convenant"]],
  ["an unknown vorm", (b) => (b.vormen[2].ouder = "x"), ["onbekende_vorm vormen[2].ouder"]],
  ["a third level of vormen", (b) => (b.vormen[3].ouder = "arbeid_bouw"), ["vorm_niveau vormen[3].ouder"]],
  ["an e-mail of elsewhere", (b) => (b.personen[9].email = "p10@elders.example"), ["email_domein personen[9].email"]],
  [
    "a fixed point of another kind",
    (b) => (b.tafels[1].inrichting.vastePunten = { privacycheck: 5, nieuwe_signalen: 5 }),
    ["vast_punt_past_niet tafels[1].inrichting.vastePunten.nieuwe_signalen"],
  ],
  ["an MDO without privacycheck", (b) => (b.tafels[1].inrichting.vastePunten = { opening: 5 }), ["privacycheck_nodig tafels[1].inrichting.vastePunten"]],
  [
    "a reminder before the agenda",
    (b) => Object.assign(b.tafels[1].inrichting, { agendaUren: 1, herinnerMinuten: 90 }),
    ["agenda_na_sluiting tafels[1].inrichting.herinnerMinuten"],
  ],
  ["no e-mail for who has work to do", (b) => delete b.personen[9].email, ["email_nodig personen[9].email"]],
  ["his own deputy", (b) => (b.personen[3].plaatsvervanger = "P04"), ["vervanger_zelf personen[3].plaatsvervanger"]],
  [
    "a deputy who left",
    (b) => (b.personen[6].actief = false),
    [
      "vervanger_inactief personen[5].plaatsvervanger",
      "tafel_persoon_inactief tafels[1].inrichting.secretaris",
      "tafel_persoon_inactief tafels[4].inrichting.secretaris",
    ],
  ],
  ["deputies in a circle", (b) => (b.personen[1].plaatsvervanger = "P17"), ["vervanger_kring personen[0].plaatsvervanger"]],
  ["two who are each other's deputy", (b) => (b.personen[3].plaatsvervanger = "P03"), ["vervanger_kring personen[2].plaatsvervanger"]],
  [
    "an account of somebody who left",
    (b) => Object.assign(b, { accounts: [gast] }).personen.splice(9, 1, { ...b.personen[9], actief: false }),
    ["persoon_inactief accounts[0].persoon"],
  ],
  ["no aandachtsfunctionaris", (b) => (b.personen[16].rollen = []), ["gemeente_zonder_af gemeenten[2]"]],
  ["an aandachtsfunctionaris who left", (b) => (b.personen[16].actief = false), ["gemeente_zonder_af gemeenten[2]"]],
  ["no channel", (b) => b.channels.splice(6, 2), ["gemeente_zonder_channel gemeenten[2]"]],
  ["a meldpunt without analist", (b) => (b.personen[4].rollen = []), ["meldpunt_zonder_analist gemeenten[0].meldpunt"]],
  ["a meldpunt without channel", (b) => b.channels.splice(0, 2), ["meldpunt_zonder_channel gemeenten[0].meldpunt"]],
  ["a channel of a meldpunt that is not there", (b) => (b.channels[5].soort = "meldpunt"), ["channel_zonder_meldpunt channels[5].soort"]],
  ["a channel of an unknown tafel", (b) => (b.channels[8].tafel = "bestaatniet"), ["onbekende_tafel channels[8].tafel"]],
  ["a channel of another kind", (b) => (b.channels[8].soort = "praatgroep"), ["onbekende_keuze channels[8].soort"]],
  ["a tafel channel without tafel", (b) => delete b.channels[8].tafel, ["ontbreekt channels[8].tafel"]],
  ["one channel for two tafels", (b) => (b.channels[10].conversationId = b.channels[8].conversationId), ["channel_twee_tafels channels[10].conversationId"]],
  ["two chairs", (b) => (b.tafels[1].inrichting.voorzitter = ["P06", "P07"]), ["twee_voorzitters tafels[1].inrichting.voorzitter"]],
  ["no chair", (b) => delete b.tafels[1].inrichting.voorzitter, ["ontbreekt tafels[1].inrichting.voorzitter"]],
  ["an unknown chair", (b) => (b.tafels[1].inrichting.voorzitter = "P99"), ["onbekende_persoon tafels[1].inrichting.voorzitter"]],
  [
    "an unknown deputy at a tafel",
    (b) => (b.tafels[1].inrichting.deelnemers[0].plaatsvervanger = "P99"),
    ["onbekende_persoon tafels[1].inrichting.deelnemers[0].plaatsvervanger"],
  ],
  [
    "somebody as his own deputy at a tafel",
    (b) => (b.tafels[1].inrichting.deelnemers[0].plaatsvervanger = "P01"),
    ["vervanger_zelf tafels[1].inrichting.deelnemers[0].plaatsvervanger"],
  ],
  ["a participant twice", (b) => (b.tafels[1].inrichting.deelnemers[1] = { persoon: "P01" }), ["deelnemer_dubbel tafels[1].inrichting.deelnemers[1].persoon"]],
  [
    "a tafel whose people left without a deputy",
    (b) => (b.personen[10].actief = false),
    ["voorzitter", "secretaris", "tafelbeheerder"].map((ambt) => `tafel_persoon_inactief tafels[3].inrichting.${ambt}`),
  ],
  ["an impossible cron", (b) => (b.tafels[1].inrichting.rooster.cron = "61 10 * * 4"), ["rooster_onmogelijk tafels[1].inrichting.rooster.cron"]],
  ["a cron with more than one time", (b) => (b.tafels[1].inrichting.rooster.cron = "*/5 10 * * 4"), ["rooster_vaak tafels[1].inrichting.rooster.cron"]],
  ["a rooster that never fires", (b) => (b.tafels[1].inrichting.rooster.cron = "0 10 31 2 *"), ["rooster_nooit tafels[1].inrichting.rooster.cron"]],
  ["another word for a rooster", (b) => (b.tafels[1].inrichting.rooster = "soms"), ["onbekende_keuze tafels[1].inrichting.rooster"]],
  ["a rooster without start", (b) => delete b.tafels[1].inrichting.rooster.vanaf, ["ontbreekt tafels[1].inrichting.rooster.vanaf"]],
  ["an unknown rule for free days", (b) => (b.tafels[1].inrichting.rooster.feestdag = "overslaan"), ["onbekende_keuze tafels[1].inrichting.rooster.feestdag"]],
  ["no link", (b) => (b.tafels[1].inrichting.link = "kamer 2"), ["link_vorm tafels[1].inrichting.link"]],
  ["a phone number for a place", (b) => (b.tafels[1].inrichting.plaats = "Bel 06-12345678"), ["plaats_onjuist tafels[1].inrichting.plaats"]],
  ["more needed than sit there", (b) => (b.tafels[1].inrichting.minimaal = 20), ["minimaal_te_hoog tafels[1].inrichting.minimaal"]],
  ["an agenda before inbreng closes", (b) => (b.tafels[1].inrichting.agendaUren = 100), ["agenda_na_sluiting tafels[1].inrichting.agendaUren"]],
  ["a phone number in the name of a tafel", (b) => (b.tafels[0].naam = "MDO, bel 06-12345678"), ["persoonsgegeven tafels[0].naam"]],
  ["a BSN in what somebody does", (b) => (b.personen[0].functie = "Contact van 283746518"), ["persoonsgegeven personen[0].functie"]],
  ["a holiday the wrong way round", (b) => (b.schoolvakanties[0].tot = "2026-12-01"), ["vakantie_omgekeerd schoolvakanties[0].tot"]],
];

describe("a region file", () => {
  it("of Oeverland has no errors", () => {
    expect(fouten(oeverland())).toEqual([]);
  });

  it.each(planten)("is refused for %s", (_, verander, verwacht) => {
    expect(kort(anders(verander))).toEqual(verwacht);
  });

  it.each([null, undefined, "tekst", 7, [], [oeverland()]])("is refused when it is %j", (json) => {
    expect(kort(json)).toEqual(["geen_object bestand"]);
  });

  it("that is empty names every part it lacks", () => {
    expect(kort({})).toEqual(
      ["versie", "naam", "organisaties", "gemeenten", "personen", "channels", "tafels", "convenanten", "contacten", "vormen"].map(
        (veld) => `ontbreekt ${veld}`,
      ),
    );
  });

  it("reports everything at once", () => {
    const samen = planten.filter(([wat]) =>
      [
        "no version",
        "a field missing",
        "an unknown role",
        "a bad phone number",
        "two tafels with one id",
        "one domain at two organisaties",
        "an unknown convenant",
        "his own deputy",
        "no channel",
        "a meldpunt without analist",
      ].includes(wat),
    );
    const bestand = oeverland();
    for (const [, verander] of samen) verander(bestand);
    expect([...kort(bestand)].sort()).toEqual(samen.flatMap(([, , verwacht]) => verwacht).sort());
  });

  it("keeps the errors between parts when a part has a slip", () => {
    const bestand = anders((b) => {
      b.personen[16].functie = 3;
      b.personen[16].plaatsvervanger = "P99";
    });
    expect(kort(bestand)).toEqual(["geen_tekst personen[16].functie", "onbekende_persoon personen[16].plaatsvervanger"]);
  });

  it("tells who is in the circle", () => {
    const [kring] = fouten(anders((b) => (b.personen[1].plaatsvervanger = "P17")));
    expect(kring?.params["kring"]).toBe("P01 → P02 → P17 → P01");
  });

  it("lets a named gast use an address of elsewhere", () => {
    expect(
      fouten(
        anders((b) => {
          b.personen[9].email = "kemal@elders.example";
          b.accounts.push(gast);
        }),
      ),
    ).toEqual([]);
  });

  it("takes somebody without account, who has no e-mail, no rol and no account", () => {
    const zonder = { id: "P90", naam: "Berend Postma", functie: "bestuurder", organisatie: "havenlicht", rollen: [] };
    const gelezen = parseRegioBestand(anders((b) => b.personen.push({ ...zonder, organisatie: b.organisaties[0].id })));
    expect(gelezen.ok && gelezen.value.personen.at(-1)).toMatchObject({ id: "P90", email: "", rollen: [] });
    expect(gelezen.ok && regioWaarschuwingen(gelezen.value, () => false).some(({ params }) => "naam" in params && params.naam === "Berend Postma")).toBe(false);
  });

  it("may leave out what has a default", () => {
    const gelezen = parseRegioBestand(
      anders((b) => {
        delete b.accounts;
        delete b.vrijeDagen;
        delete b.gemeenten[0].termijnen;
        b.gemeenten[1].termijnen = { eersteReactie: 4 };
      }),
    );
    expect(gelezen.ok && gelezen.value.regio.gemeenten.map((g) => g.termijnen.eersteReactie)).toEqual([2, 4, 2]);
    expect(gelezen.ok && gelezen.value.regio.vrijeDagen).toEqual([]);
  });
});

describe("what is imported", () => {
  const lees = (json: unknown) => {
    const gelezen = parseRegioBestand(json);
    if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.error));
    return gelezen.value;
  };

  it("has the region's parts under their own names", () => {
    const { regio, personen } = lees(oeverland());
    expect(regio.gemeenten[0]).toEqual({
      id: "rivierstede",
      naam: "Rivierstede",
      organisatieId: "gemeente-rivierstede",
      meldpunt: true,
      termijnen: { eersteReactie: 2, antwoordPartner: 5, berichtMelder: 10, herzienNaDagen: 90 },
    });
    expect(regio.channels[0]).toEqual({
      id: "slack:T-OEVERLAND:C-RIVIERSTEDE-MELDPUNT",
      soort: "meldpunt",
      gemeenteId: "rivierstede",
      platform: "slack",
      tenant: "T-OEVERLAND",
      conversationId: "C-RIVIERSTEDE-MELDPUNT",
    });
    expect(regio.tafels[1]).toEqual({ id: "mdo", naam: "MDO mensenhandel", soort: "mdo", niveau: "micro", convenantId: "zvh" });
    expect(regio.vormen.find((v) => v.code === "crimineel_bedelarij")?.ouder).toBe("crimineel");
    expect(new Set(regio.channels.map((c) => c.id)).size).toBe(regio.channels.length);
    expect(personen[0]).toEqual({
      id: "P01",
      naam: "Marit Oosterveld",
      functie: "aandachtsfunctionaris",
      organisatieId: "gemeente-rivierstede",
      email: "p01@rivierstede.example",
      plaatsvervangerId: "P02",
      rollen: [{ rol: "aandachtsfunctionaris", gemeenteId: "rivierstede" }],
    });
  });

  it("leaves out who is not active", () => {
    const { personen } = lees(anders((b) => (b.personen[12].actief = false)));
    expect(personen.map((p) => p.id)).not.toContain("P13");
  });

  it("keeps care bodies out of the RIEC-convenant", () => {
    const { regio } = lees(oeverland());
    const soorten = regio.convenanten
      .find((c) => c.soort === "riec")
      ?.partijen.map(({ organisatieId }) => regio.organisaties.find((o) => o.id === organisatieId)?.soort);
    expect(soorten).not.toContain("zorg");
    expect(soorten).not.toContain("veilig_thuis");
  });

  it("warns for people without an account and an aandachtsfunctionaris without deputy", () => {
    const inhoud = lees(anders((b) => b.accounts.push({ ...gast, gast: false })));
    const waarschuwingen = regioWaarschuwingen(inhoud, (id) => id === "P01");
    const onbereikbaar = waarschuwingen.filter((w) => w.code === "niet_bereikbaar").map((w) => w.params.naam);
    expect(onbereikbaar).toHaveLength(17);
    expect(onbereikbaar).not.toContain("Marit Oosterveld");
    expect(onbereikbaar).not.toContain("Kemal Aydin");
    expect(waarschuwingen).toContainEqual({
      code: "niet_bereikbaar",
      params: { naam: "Olaf Brandsma", functie: "officier van justitie", telefoon: "088-0000013" },
    });
    expect(waarschuwingen.filter((w) => w.code === "geen_vervanger").map((w) => w.params.naam)).toEqual(["Joris van Linden"]);
  });
});

describe("every error has words", () => {
  const gaten = (zin: string): readonly string[] => [...zin.matchAll(/\{(\w+)\}/g)].map((m) => m[1] as string).sort();
  const geplant = new Map<RegioFoutCode, Readonly<Record<string, unknown>>>(
    planten.flatMap(([, verander]) => fouten(anders(verander)).map((f) => [f.code, f.params] as const)),
  );

  it.each(regioFoutCodes)("%s", (code) => {
    const nl = nlRegio[`regio.fout.${code}`];
    expect(gaten(enRegio[`regio.fout.${code}`])).toEqual(gaten(nl));
    const params = geplant.get(code);
    if (code !== "geen_json") expect(Object.keys(params ?? { ontbreekt: code })).toEqual(expect.arrayContaining(gaten(nl).filter((gat) => gat !== "plek")));
  });

  it("and is planted here", () => {
    expect(regioFoutCodes.filter((code) => code !== "geen_json" && !geplant.has(code))).toEqual([]);
  });
});
