/**
 * Every form as a table: the fields in the order people meet them. Words: `formulier.${naam}.titel|intro|verstuur`,
 * `veld.${naam}.${veld}` and, where there is help, `veld.${naam}.${veld}.hulp`.
 */
export type VeldSoort = "kort" | "lang" | "datum" | "keuze" | "knoppen" | "meerkeuze" | "vinkje";
export type Veld = { readonly veld: string; readonly soort: VeldSoort; readonly verplicht: boolean; readonly max?: number; /** Behind "Meer vertellen". */ readonly later?: true };

const lang = (veld: string, verplicht = true, max = 2000): Veld => ({ veld, soort: "lang", verplicht, max });
const kort = (veld: string, verplicht = true, max = 200): Veld => ({ veld, soort: "kort", verplicht, max });
const datum = (veld: string, verplicht = true): Veld => ({ veld, soort: "datum", verplicht });
const keuze = (veld: string, verplicht = true): Veld => ({ veld, soort: "keuze", verplicht });
const knoppen = (veld: string, verplicht = true): Veld => ({ veld, soort: "knoppen", verplicht });
const later = (veld: Veld): Veld => ({ ...veld, later: true });

export const formulieren = {
  /** Its own template: 112 comes before any field. */
  signaal_melden: [
    lang("omschrijving"),
    datum("gezienOp"),
    keuze("opgemerkt"),
    keuze("gemeente"),
    knoppen("meldcode"),
    kort("adres", false),
    kort("bedrijf", false),
    lang("personen", false, 500),
    later(keuze("vorm", false)),
    later(keuze("leeftijd", false)),
    later(keuze("gender", false)),
    later(keuze("herkomst", false)),
    later(keuze("context", false)),
  ],
  /** signaal_melden after "Er is nu gevaar". */
  belde112: [knoppen("belde112")],
  aanvullen: [lang("tekst"), kort("adres", false), kort("bedrijf", false), lang("personen", false, 500)],
  intrekken: [lang("reden", true, 500)],
  oppakken_overnemen: [],
  overdragen: [keuze("naar")],
  start_verrijking: [kort("grondslag", true, 300)],
  verrijken: [
    { veld: "adresGecontroleerd", soort: "vinkje", verplicht: false },
    lang("eerdereInterventies", false),
    lang("overig", false),
    kort("adres", false),
    kort("bedrijf", false),
    lang("personen", false, 500),
    knoppen("versterkt"),
    lang("reden", false, 500),
    datum("herzienOp", false),
  ],
  terughalen: [lang("reden", true, 500)],
  naar_analist: [lang("vraag", true, 500)],
  vraag_partners: [{ veld: "partners", soort: "meerkeuze", verplicht: true }, lang("vraag", true, 1000), kort("doel", true, 300), kort("grondslag", true, 300), datum("antwoordVoor")],
  vraag_beantwoorden: [knoppen("antwoord"), lang("toelichting", false, 1000), kort("grondslagPartner", false, 300)],
  /** For politie, OM and NLA. */
  vraag_beantwoorden_eerst_overleggen: [knoppen("antwoord"), lang("toelichting", false, 1000), kort("grondslagPartner", false, 300), { veld: "eerstOverleggen", soort: "vinkje", verplicht: false }],
  vraag_niet_voor_mij: [kort("toelichting", false, 300)],
  vastleggen: [keuze("vraagId"), knoppen("antwoord"), lang("toelichting", false, 1000), { veld: "eerstOverleggen", soort: "vinkje", verplicht: false }],
  beoordelen: [knoppen("vermoeden"), lang("motivering"), lang("gehoord", true, 500), keuze("door", false), keuze("route", false), keuze("regiehouder", false), keuze("tafel", false), knoppen("slachtoffer", false)],
  route_kiezen: [keuze("route"), keuze("regiehouder"), keuze("tafel", false), knoppen("slachtoffer", false), lang("motivering", true, 500)],
  regie_weigeren: [lang("reden", true, 500)],
  regie_teruggeven: [lang("reden", true, 500)],
  comensha: [knoppen("geinformeerd"), lang("reden", false, 500)],
  comensha_minderjarig: [knoppen("geinformeerd"), lang("reden", false, 500), knoppen("veiligThuis")],
  andere_gemeente: [keuze("gemeente"), lang("reden", true, 500)],
  overdracht_weigeren: [lang("reden", true, 500)],
  laten_vervallen: [knoppen("soort"), kort("dubbelVan", false, 20), lang("reden", true, 500)],
  vervallen_ongedaan: [lang("reden", true, 500)],
  heropenen: [lang("reden", true, 500)],
  koppelen: [kort("casus", true, 20)],
  ontkoppelen: [lang("reden", true, 500)],
  acuut: [knoppen("belde112")],
  aanhouden: [datum("tot")],
  taal: [knoppen("taal")],
} as const satisfies Record<string, readonly Veld[]>;

export type FormulierNaam = keyof typeof formulieren;
