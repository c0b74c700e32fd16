/**
 * Every form as a table: the fields in the order people meet them. Words: `formulier.${naam}.titel|intro|verstuur`,
 * `veld.${naam}.${veld}` and, where there is help, `veld.${naam}.${veld}.hulp`.
 */
export type VeldSoort = "kort" | "lang" | "datum" | "keuze" | "knoppen" | "meerkeuze" | "vinkje";
export type Veld = {
  readonly veld: string;
  readonly soort: VeldSoort;
  readonly verplicht: boolean;
  readonly max?: number /** Behind "Meer vertellen". */;
  readonly later?: true;
};

type V<N extends string, S extends VeldSoort, R extends boolean> = {
  readonly veld: N;
  readonly soort: S;
  readonly verplicht: R;
  readonly max?: number;
  readonly later?: true;
};
const lang = <const N extends string, const R extends boolean = true>(veld: N, verplicht: R = true as R, max = 2000): V<N, "lang", R> => ({
  veld,
  soort: "lang",
  verplicht,
  max,
});
const kort = <const N extends string, const R extends boolean = true>(veld: N, verplicht: R = true as R, max = 200): V<N, "kort", R> => ({
  veld,
  soort: "kort",
  verplicht,
  max,
});
const datum = <const N extends string, const R extends boolean = true>(veld: N, verplicht: R = true as R): V<N, "datum", R> => ({
  veld,
  soort: "datum",
  verplicht,
});
const keuze = <const N extends string, const R extends boolean = true>(veld: N, verplicht: R = true as R): V<N, "keuze", R> => ({
  veld,
  soort: "keuze",
  verplicht,
});
const knoppen = <const N extends string, const R extends boolean = true>(veld: N, verplicht: R = true as R): V<N, "knoppen", R> => ({
  veld,
  soort: "knoppen",
  verplicht,
});
const vinkje = <const N extends string>(veld: N): V<N, "vinkje", false> => ({ veld, soort: "vinkje", verplicht: false });
const meerkeuze = <const N extends string, const R extends boolean = true>(veld: N, verplicht: R = true as R): V<N, "meerkeuze", R> => ({
  veld,
  soort: "meerkeuze",
  verplicht,
});
const later = <N extends string, S extends VeldSoort, R extends boolean>(veld: V<N, S, R>): V<N, S, R> => ({ ...veld, later: true });

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
  start_verrijking: [lang("grondslag", true, 300)],
  verrijken: [
    vinkje("adresGecontroleerd"),
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
  vraag_partners: [meerkeuze("partners"), lang("vraag", true, 1000), kort("doel", true, 300), lang("grondslag", true, 300), datum("antwoordVoor")],
  vraag_beantwoorden: [knoppen("antwoord"), lang("toelichting", false, 1000), kort("grondslagPartner", false, 300)],
  /** For politie, OM and NLA. */
  vraag_beantwoorden_eerst_overleggen: [knoppen("antwoord"), lang("toelichting", false, 1000), kort("grondslagPartner", false, 300), vinkje("eerstOverleggen")],
  vraag_niet_voor_mij: [kort("toelichting", false, 300)],
  vastleggen: [keuze("vraagId"), knoppen("antwoord"), lang("toelichting", false, 1000), vinkje("eerstOverleggen")],
  beoordelen: [
    knoppen("vermoeden"),
    lang("motivering"),
    lang("gehoord", true, 500),
    keuze("door", false),
    keuze("route", false),
    keuze("regiehouder", false),
    keuze("tafel", false),
    knoppen("slachtoffer", false),
  ],
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
  buiten_houden: [meerkeuze("buitenGehouden", false), lang("reden", true, 500)],
  noodtoegang: [kort("casus", true, 20), lang("reden", true, 500)],
  inzage: [],
  inzage_afhandelen: [datum("afgehandeldOp")],
  inzage_verlengen: [lang("reden", true, 500)],
  export_vragen: [keuze("exportDoel"), lang("grond", true, 300)],
  export_weigeren: [lang("reden", true, 500)],
  taal: [knoppen("taal")],
  tafel_inrichten: [
    keuze("ritme"),
    keuze("weekdag", false),
    kort("tijd", false, 10),
    datum("vanaf", false),
    keuze("feestdag"),
    kort("duur", true, 4),
    kort("plaats", false, 100),
    kort("link", false, 300),
    keuze("voorzitter"),
    keuze("secretaris"),
    keuze("beheerder"),
    meerkeuze("deelnemers"),
    later(kort("cron", false)),
    later(kort("elke", false, 2)),
    later(kort("sluiting", false, 4)),
    later(kort("concept", false, 4)),
    later(kort("agenda", false, 4)),
    later(kort("herinnering", false, 4)),
    later(kort("minimaal", false, 3)),
  ],
  tafel_nieuw: [kort("naam", true, 75), keuze("tafelSoort"), keuze("niveau"), keuze("convenant", false)],
  tafel_kanaal: [keuze("tafel")],
  tafel_kanaal_los: [keuze("kanaal")],
  tafel_stoppen: [keuze("naar", false)],
  tafel_mens: [kort("naam", true, 75), kort("functie", true, 75), keuze("organisatie"), keuze("vervangt", false)],
  /** Each tafel shows those of its kind. */
  tafel_punten: [
    kort("opening", false, 3),
    kort("privacycheck", false, 3),
    kort("vorige", false, 3),
    kort("nieuwe_signalen", false, 3),
    kort("cijfers", false, 3),
    kort("afsluiting", false, 3),
  ],
  tafel_vervanger: [keuze("deelnemer"), keuze("vervanger", false)],
  overleg_verzetten: [datum("datum"), kort("tijd", true, 10)],
  overleg_andere_dag: [datum("datum"), kort("tijd", true, 10)],
  overleg_vervallen: [],
  overleg_toevoegen: [
    knoppen("overlegSoort"),
    datum("datum"),
    kort("tijd", true, 10),
    kort("duur", true, 4),
    meerkeuze("genodigden"),
    kort("plaats", false, 100),
    kort("link", false, 300),
  ],
  inbrengen: [
    keuze("overleg"),
    datum("wensdatum", false),
    kort("wenstijd", false, 10),
    lang("vraag", true, 1000),
    keuze("puntDoel"),
    kort("minuten", true, 3),
    meerkeuze("genodigden"),
    kort("grondslag", false, 300),
    vinkje("bevestigd"),
    later(meerkeuze("uitgesloten", false)),
  ],
  inbreng_punt: [
    keuze("overleg"),
    datum("wensdatum", false),
    kort("wenstijd", false, 10),
    keuze("puntSoort"),
    kort("titel", true, 120),
    keuze("puntDoel"),
    kort("minuten", true, 3),
    vinkje("gevoeligOk"),
  ],
  van_tafel: [lang("reden", true, 500)],
  agenda_uitstellen: [keuze("punt")],
  agenda_tijd: [keuze("punt"), kort("minuten", true, 3)],
  agenda_volgorde: [keuze("punt"), knoppen("richting")],
  agenda_samenvoegen: [keuze("punt"), keuze("met"), kort("titel", true, 120), vinkje("gevoeligOk")],
  overleg_vervanger: [keuze("vervanger")],
  overleg_aanwezig_namens: [keuze("persoon"), knoppen("komst")],
  andere_route: [keuze("route"), keuze("regiehouder"), keuze("tafel", false), knoppen("slachtoffer", false), lang("motivering", true, 500)],
  voorstel_intrekken: [lang("reden", true, 500)],
  casus_fase: [knoppen("fase"), lang("reden", false, 500)],
  casus_afsluiten: [
    keuze("sluitReden"),
    vinkje("geenStrafzaak"),
    vinkje("weetVerblijf"),
    vinkje("weetRechten"),
    vinkje("weetHulp"),
    lang("toelichting", true, 1000),
    knoppen("openActies", false),
  ],
  casus_afsluiten_zonder_zorg: [keuze("sluitReden"), lang("toelichting", true, 1000), knoppen("openActies", false)],
  overleg_wie_is_er: [meerkeuze("aanwezig", false)],
  overleg_besluit: [lang("besluit", true, 1000)],
  overleg_actie: [kort("wat"), keuze("actiehouder", false), datum("termijn"), later(kort("email", false))],
  overleg_conclusie: [
    lang("conclusie", true, 1000),
    keuze("vervolg"),
    later(kort("wat", false)),
    later(keuze("actiehouder", false)),
    later(datum("termijn", false)),
  ],
  overleg_conclusie_vast: [lang("conclusie", true, 1000)],
  /** Of a casus: also what T9 asks for, so that one form is enough. */
  overleg_conclusie_casus: [
    lang("conclusie", true, 1000),
    keuze("vervolg"),
    datum("terugOp", false),
    later(lang("besluit", false, 1000)),
    later(kort("wat", false)),
    later(keuze("actiehouder", false)),
    later(datum("termijn", false)),
  ],
  /** When somebody who was invited is not there. */
  overleg_conclusie_zonder: [
    lang("conclusie", true, 1000),
    keuze("vervolg"),
    datum("terugOp", false),
    kort("zonder", true, 300),
    later(lang("besluit", false, 1000)),
    later(kort("wat", false)),
    later(keuze("actiehouder", false)),
    later(datum("termijn", false)),
  ],
  overleg_knelpunt: [kort("titel", true, 120), keuze("overleg"), vinkje("gevoeligOk")],
  overleg_verder: [keuze("overleg"), keuze("puntDoel")],
  overleg_riec: [kort("wat"), keuze("actiehouder"), datum("termijn")],
  overleg_ander_punt: [keuze("punt")],
  overleg_sluiten: [],
  actie_noteren: [
    kort("wat"),
    keuze("tafel"),
    kort("casus", false, 20),
    keuze("actiehouder", false),
    datum("termijn"),
    vinkje("gevoeligOk"),
    later(kort("email", false)),
  ],
  besluiten_correctie: [keuze("punt"), lang("tekst", true, 1000)],
  besluiten_kies: [keuze("deel")],
  besluiten_verbeteren: [lang("tekst", true, 1000), keuze("correctie", false)],
  besluiten_verwerken: [keuze("correctie")],
  besluiten_vaststellen: [],
  besluiten_bestand: [knoppen("bestandVorm"), knoppen("bestandWeg")],
  actie_gereedmelden: [lang("tekst", true, 1000)],
  actie_vraag_tijd: [datum("termijn"), lang("tekst", true, 500)],
  actie_weiger_tijd: [lang("tekst", true, 500)],
  actie_overdragen: [keuze("naar"), lang("tekst", true, 500)],
  actie_overdracht_weigeren: [lang("tekst", true, 500)],
  actie_niet_meer_mogelijk: [lang("tekst", true, 500)],
  actie_terugsturen: [lang("tekst", true, 500)],
  actie_laten_vervallen: [lang("tekst", true, 500)],
  actie_heropenen: [lang("tekst", true, 500)],
} as const;

export type FormulierNaam = keyof typeof formulieren;
