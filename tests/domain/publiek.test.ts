import { describe, expect, it } from "vitest";
import { type Kring, type Lezers, type PubliekOordeel, toetsPubliek } from "../../src/domain/delen/publiek.js";
import type { GemeenteId, OrganisatieId, Persoon, PersoonId, RolNaam } from "../../src/domain/persoon/persoon.js";
import type { TafelInrichting } from "../../src/domain/tafel/tafel.js";

const id = (naam: string) => naam as PersoonId;
const rivierstede = "rivierstede" as GemeenteId;
const gemeente = { id: rivierstede, organisatieId: "gemeente-rivierstede" as OrganisatieId };
const persoon = (naam: string, more: Partial<Persoon> = {}): Persoon => ({
  id: id(naam),
  naam,
  functie: "",
  organisatieId: "elders" as OrganisatieId,
  organisatieSoort: "overig",
  organisatieNaam: "Elders",
  email: `${naam}@example.org`,
  actief: true,
  inRegio: true,
  rollen: [],
  ...more,
});
const met = (rol: RolNaam, gemeenteId?: string, namens?: string): Persoon =>
  persoon("met-rol", { rollen: [{ rol, ...(gemeenteId && { gemeenteId: gemeenteId as GemeenteId }), ...(namens && { namens: id(namens) }) }] });

const inrichting = {
  voorzitterId: id("voorzitter"),
  secretarisId: id("secretaris"),
  beheerderId: id("beheerder"),
  deelnemers: [{ persoonId: id("deelnemer"), plaatsvervangerId: id("aan-tafel-vervanger") }],
} as unknown as TafelInrichting;
const zitten = [
  { id: id("voorzitter"), plaatsvervangerId: id("vervanger-van-voorzitter") },
  { id: id("secretaris") },
  { id: id("beheerder") },
  { id: id("deelnemer"), plaatsvervangerId: id("eigen-vervanger") },
];
const tafel: Kring = { soort: "tafel", inrichting, zitten };
const meldpunt: Kring = { soort: "meldpunt", gemeente };
const af: Kring = { soort: "aandachtsfunctionaris", gemeente };

const lezers = (...wie: readonly (Persoon | undefined)[]): Lezers => ({ gedeeld: false, openbaar: false, lezers: wie });
const mag: PubliekOordeel = { mag: true };
const nee = (reden: Extract<PubliekOordeel, { mag: false }>["reden"], aantal: number): PubliekOordeel => ({ mag: false, reden, aantal });

describe("who may read along in a channel", () => {
  const zit = ["voorzitter", "secretaris", "beheerder", "deelnemer", "aan-tafel-vervanger", "eigen-vervanger", "vervanger-van-voorzitter"];
  const rows: readonly (readonly [string, Kring, Lezers, PubliekOordeel])[] = [
    ["nobody but the bot", tafel, lezers(), mag],
    ["everybody of the tafel and their deputies", tafel, lezers(...zit.map((naam) => persoon(naam))), mag],
    ["the ketenregisseur", tafel, lezers(met("ketenregisseur")), mag],
    ["who is the deputy of a ketenregisseur", tafel, lezers(met("ketenregisseur", undefined, "P12")), mag],
    ["the privacy officer", tafel, lezers(met("privacy_officer")), mag],
    ["somebody of the region who does not sit there", tafel, lezers(persoon("voorzitter"), persoon("ander")), nee("buiten_tafel", 1)],
    ["a regiehouder who does not sit there", tafel, lezers(met("regiehouder")), nee("buiten_tafel", 1)],
    ["a tafel that nobody set up", { soort: "tafel", inrichting: undefined, zitten: [] }, lezers(persoon("voorzitter")), nee("buiten_tafel", 1)],
    ["somebody without a name beside two others", tafel, lezers(undefined, persoon("ander"), persoon("ander")), nee("onbekend", 1)],
    ["who sits there but left", tafel, lezers(persoon("voorzitter", { actief: false })), nee("onbekend", 1)],
    ["who only submitted a signaal", meldpunt, lezers(persoon("m", { organisatieId: gemeente.organisatieId, inRegio: false })), nee("onbekend", 1)],
    ["a channel that is shared, whoever is in it", tafel, { ...lezers(), gedeeld: true }, nee("gedeeld", 0)],
    ["a public channel", tafel, { ...lezers(undefined), openbaar: true }, nee("openbaar", 0)],
    ["shared comes before public", meldpunt, { gedeeld: true, openbaar: true, lezers: [] }, nee("gedeeld", 0)],
    ["who works at the gemeente", meldpunt, lezers(persoon("p", { organisatieId: gemeente.organisatieId })), mag],
    ["the analist of the gemeente, from another organisation", meldpunt, lezers(met("analist", "rivierstede")), mag],
    ["the analist of the whole region", af, lezers(met("analist")), mag],
    ["who is the deputy of the aandachtsfunctionaris", af, lezers(met("aandachtsfunctionaris", "rivierstede", "P01")), mag],
    ["the aandachtsfunctionaris of another gemeente", af, lezers(met("aandachtsfunctionaris", "dijkveld")), nee("buiten_gemeente", 1)],
    ["a ketenregisseur at a gemeente", meldpunt, lezers(met("ketenregisseur")), nee("buiten_gemeente", 1)],
    ["partners", meldpunt, lezers(met("partner"), met("zorgcoordinator")), nee("buiten_gemeente", 2)],
  ];
  it.each(rows)("%s", (_naam, kring, gelezen, oordeel) => {
    expect(toetsPubliek(kring, gelezen)).toEqual(oordeel);
  });
});
