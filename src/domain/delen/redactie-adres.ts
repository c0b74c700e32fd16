import { afgedekt, type Vondst, vondsten } from "./redactie-tekst.js";

const POSTCODE = /(?<![\p{L}\p{N}_-])([1-9]\d{3})[ .-]{0,3}([A-Z]{2})(?!\p{L}|\d{1,5}\p{L}[\p{L}\d])/giu;
/** Glued to its name, or sign by sign. */
const POSTCODE_LOS =
  /(?<=\bpostcode|\bpc)[1-9]\d{3} ?[A-Z]{2}(?!\p{L})|(?<![\p{L}\p{N}])(?:[1-9] \d \d \d ?|[1-9]\d{3} ?(?=[A-Z] ))(?!(?:[UIE] [A-Z]))[A-Z] ?[A-Z](?![\p{L}\p{N}])/giu;
/** Two letters behind a number or a year in an ordinary sentence. */
const TWEE_LETTERS = new Set(
  "en in op is te de of om we ze er na al km kg ml cm mm gb mb nl eu af an rg vt om zo ik hij u je ja ca st to at by on it an as if no so be he we us me my do go up".split(
    " ",
  ),
);
const POSTCODE_WOORD = /\b(?:postcode|postal code|zip)\b/i;

/** Postcodes by the real rule: 1–9, three digits, two letters that are not SA, SD or SS. */
export const postcodes = (tekst: string): readonly Vondst[] => [
  ...vondsten(tekst, POSTCODE_LOS),
  ...[...tekst.matchAll(POSTCODE)].flatMap((m) => {
    const [hit, cijfers = "", letters = ""] = m;
    if (/^s[ads]$/i.test(letters)) return [];
    const gescheiden = hit.length > 6;
    const gewoonWoord = TWEE_LETTERS.has(letters.toLowerCase()) || /^[A-Z][a-z]$|^[a-z][A-Z]$/.test(letters);
    const alsTekst = gescheiden && gewoonWoord && (letters !== letters.toUpperCase() || /^(?:19|20)/.test(cijfers));
    const bijAdres = POSTCODE_WOORD.test(tekst.slice(Math.max(0, m.index - 16), m.index));
    return alsTekst && !bijAdres ? [] : [{ start: m.index, end: m.index + hit.length }];
  }),
];

const ACHTERVOEGSELS =
  "straat|straatje|weg|wegje|laan|laantje|plein|pleintje|kade|gracht|dijk|hof|hofje|singel|pad|dreef|steeg|markt|plantsoen|park|baan|wal|haven|allee|boulevard|brink|passage|promenade|esplanade|oever|kaai|burgwal|hoeve|weide|donk|poort|erf|straße|strasse";
const STRAAT = new RegExp(`^[\\p{L}.'-]*?(?:${ACHTERVOEGSELS})$`, "iu");
const KALE_STRAAT = new RegExp(`^(?:${ACHTERVOEGSELS})$`, "iu");
const AFKORTING = /^\p{L}[\p{L}'-]+(?:str|ln|pln|wg|plnts)\.?$/iu;
const ENGELS = /^(?:street|road|avenue|lane|square|st\.|rd\.)$/i;
/** Words that end like a street and are none. */
const GEEN_STRAAT = new Set(
  "onderweg vanweg halfweg snelweg autosnelweg autoweg spoorweg luchtweg omweg terugweg heenweg uitweg vluchtweg hulpweg arbeidsmarkt woningmarkt huizenmarkt drugsmarkt kerstmarkt jaarmarkt weekmarkt supermarkt rommelmarkt vlooienmarkt wereldmarkt energiemarkt zorgmarkt gerechtshof rechtshof hof kerkhof loopbaan rijbaan startbaan landingsbaan bijbaan deeltijdbaan ijsbaan zwembaan bowlingbaan golfbaan renbaan atletiekbaan vakantiepark bungalowpark recreatiepark chaletpark wagenpark pretpark bedrijvenpark windpark vliegveldhaven luchthaven zeehaven vluchthaven binnenhaven zeedijk kwal opleidingspad groeipad stappenpad ontwikkelpad fietspad voetpad wandelpad ruiterpad zebrapad werf doelpoort".split(
    " ",
  ),
);
/** What is counted is no house number. */
const TELWOORD =
  /^(?:mensen|personen|mannen|vrouwen|man|vrouw|kinderen|jongens|meisjes|jongeren|dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|uren|minuten|minuut|seconden|keer|maal|x|auto'?s|auto|busjes|bus|bussen|fietsen|km|kilometer|meter|m2|m|procent|euro|punten|stuks|meldingen|signalen|signaal|leerlingen|slachtoffers|woningen|huizen|panden|bedrijven|winkels|kramen|medewerkers|collega'?s|controles|casussen|acties|actiepunten|partners|gemeenten|agendapunten|overleggen|arbeiders|werknemers|werkers|meters|plaatsen|bedden|kamers|caravans|tenten|chalets|boten|schepen|people|persons|men|women|children|days|weeks|months|years|hours|minutes|times|cars|vans|reports|jongen|meisje|kind|bezoekers|klanten|van)\b|^%/iu;
const WOONT =
  /^(?:woont|wonen|woonachtig|verblijft|verblijven|slaapt|slapen|ingeschreven|adres|woonadres|adres:|woonadres:|verblijfadres|verblijfsadres|verblijfsadres:|gevestigd|lives)$/i;
const LIDWOORD = /^(?:aan|op|in|bij|de|het|den|'t|van|te|uit|vanaf|nabij|naast|tegenover|is|adres|adres:|woont)$/i;
const NUMMERWOORD = /^(?:nr|nr\.|nummer|no\.|huisnummer|huisnr|huisnr\.|number)$/i;
/** A word, or a number that is not part of a longer one. */
const DEEL = /[\p{L}](?:[\p{L}.'-]*[\p{L}.'])?:?|(?<![\p{L}\p{N}.,]|\d-)\d{1,5}(?![\d]|[.,:]\d)/gu;

type Woord = Vondst & { readonly tekst: string };
const isGetal = (woord: Woord): boolean => /^\d/.test(woord.tekst);
const isNaam = (woord: Woord | undefined): boolean => woord !== undefined && /^\p{Lu}/u.test(woord.tekst);
const isJaartal = (tekst: string): boolean => /^20[1-4]\d$/.test(tekst);

const isStraatwoord = (woord: Woord, voor: Woord | undefined): boolean => {
  const kaal = woord.tekst.replace(/[.,:]+$/, "").toLowerCase();
  if (AFKORTING.test(woord.tekst)) return true;
  if (GEEN_STRAAT.has(kaal)) return isNaam(woord) && kaal.endsWith("hof");
  if (KALE_STRAAT.test(kaal)) return isNaam(woord) || (voor !== undefined && (LIDWOORD.test(voor.tekst) || isNaam(voor)));
  return STRAAT.test(kaal);
};

/** "Laan van Nieuw Guinea 12", "Plein 1944": a street word with a capital, up to five words before the number. */
const isStraatMetNaam = (woorden: readonly Woord[], getal: number): number | undefined => {
  for (let i = getal - 2; i >= Math.max(0, getal - 6); i--) {
    const woord = woorden[i] as Woord;
    const volgt = woorden[i + 1] as Woord;
    if (isNaam(woord) && KALE_STRAAT.test(woord.tekst) && /^(?:van|naar|der|den|de|het|achter|op|in|tot)$/i.test(volgt.tekst) && isNaam(woorden[getal - 1]))
      return i;
  }
  return undefined;
};

/** "woont op Achter de Hoven 12": a name with a number behind a word for living somewhere. */
const isWoonplek = (woorden: readonly Woord[], getal: number): number | undefined => {
  if (isJaartal((woorden[getal] as Woord).tekst) || !isNaam(woorden[getal - 1])) return undefined;
  for (let i = getal - 2; i >= Math.max(0, getal - 7); i--) {
    if (isGetal(woorden[i] as Woord)) return undefined;
    if (WOONT.test((woorden[i] as Woord).tekst))
      return LIDWOORD.test((woorden[i + 1] as Woord).tekst) || isNaam(woorden[i + 1]) || (woorden[i] as Woord).tekst.endsWith(":") ? i + 1 : undefined;
  }
  return undefined;
};

/** Where the street starts that belongs to this number, if there is one. */
const straatVoor = (tekst: string, woorden: readonly Woord[], getal: number): number | undefined => {
  const nummerwoord = woorden[getal - 1] && NUMMERWOORD.test((woorden[getal - 1] as Woord).tekst) ? 1 : 0;
  const s = getal - 1 - nummerwoord;
  const straat = woorden[s];
  const nummer = woorden[getal] as Woord;
  if (!straat || isGetal(straat)) return undefined;
  const tussen = tekst.slice(straat.end, (woorden[s + 1] as Woord).start);
  if (isStraatwoord(straat, woorden[s - 1]) && /^[\s,(:-]{1,4}$|^$/.test(tussen) && !isJaartal(nummer.tekst)) return s;
  return isStraatMetNaam(woorden, getal) ?? isWoonplek(woorden, getal);
};

/** "12 High Street". */
const engelsAdres = (woorden: readonly Woord[], getal: number): Vondst | undefined => {
  const straat = [woorden[getal + 2], woorden[getal + 3]].find((w) => w && ENGELS.test(w.tekst) && isNaam(w));
  return straat && isNaam(woorden[getal + 1]) ? { start: (woorden[getal] as Woord).start, end: straat.end } : undefined;
};

const TELBAAR = "één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig";
const UITGANG = `(?:${ACHTERVOEGSELS})`;
const LOSSE_VORMEN = [
  // "Lindelaan12a"
  `(?<![\\p{L}\\p{N}'-])\\p{L}[\\p{L}'-]{0,40}${UITGANG}\\d{1,4}[a-z]?(?![\\p{L}\\p{N}])`,
  // "Kerkstraat vijf", "kerkstraat nummer twaalf"
  `(?<![\\p{L}\\p{N}'-])\\p{L}[\\p{L}'-]{0,40}${UITGANG},?\\s(?:nummer\\s|nr\\.?\\s?|huisnummer\\s)(?:${TELBAAR})(?!\\p{L})`,
  `(?<![\\p{L}\\p{N}'-])\\p{L}[\\p{L}'-]{1,40}${UITGANG}\\s(?:${TELBAAR})(?=$|\\s?[.,;!?()])`,
  // "op nummer 12 in de Kerkstraat"
  `(?<![\\p{L}\\p{N}])(?:nummer|nr\\.?|huisnummer)\\s?\\d{1,4}[a-z]?,?\\s(?:in|van|aan|op)\\s(?:de\\s|het\\s)?(?:\\p{L}{1,30}\\s){0,2}\\p{L}[\\p{L}'-]{1,40}${UITGANG}(?!\\p{L})`,
  // "chalet 12", "plaats 14 op camping De Oever"
  `(?<![\\p{L}\\p{N}])(?:chalet|bungalow|(?:vakantie|trek|tuin)?huisje|stacaravan|caravan|appartement|app\\.|flat|standplaats|ligplaats|kavel|woonwagen|huisnummer|huis)\\s(?:nr\\.?\\s?|nummer\\s)?\\d{1,4}[a-z]?(?![\\p{L}\\p{N}]|\\s(?:personen|mensen|man|keer|dagen|uur|jaar|weken|maanden|euro))`,
  `(?<![\\p{L}\\p{N}])(?:camping|vakantiepark|recreatiepark|park|jachthaven|woonwagenkamp|flat)(?!\\p{L})[^.;!?\\d]{0,30}\\s(?:plaats|plek|nummer|nr\\.?|huisje)\\s?\\d{1,4}(?!\\d)`,
  `(?<![\\p{L}\\p{N}])(?:plaats|plek|nummer|nr\\.?)\\s?\\d{1,4},?\\s(?:op|van|bij)\\s(?:de\\s)?(?:camping|vakantiepark|recreatiepark|park|jachthaven)(?!\\p{L})`,
].map((patroon) => new RegExp(patroon, "giu"));
/** "Rue de la Gare 12", "Strada Florilor 12": the word for street comes first. */
const BUITENLANDS =
  /(?<![\p{L}\p{N}])(?:[Rr]ue|[Aa]venue|[Ss]trada|[Ss]tr\.|[Uu]lica|[Uu]l\.|[Cc]alle|[Vv]ia) (?:(?:de la|de|du|des|la|el) )?\p{Lu}\p{L}{1,30}(?: \p{L}{1,30}){0,2} \d{1,4}[a-z]?(?![\p{L}\p{N}])/gu;

/** Streets with a house number, in text of which dates, times and amounts are covered. */
export const adressen = (tekst: string): readonly Vondst[] => {
  const los = [...LOSSE_VORMEN, BUITENLANDS].flatMap((patroon) => vondsten(tekst, patroon));
  return [...los, ...metNummer(afgedekt(tekst, los))];
};

const metNummer = (tekst: string): readonly Vondst[] => {
  const woorden: readonly Woord[] = [...tekst.matchAll(DEEL)].map((m) => ({ tekst: m[0], start: m.index, end: m.index + m[0].length }));
  return woorden.flatMap((woord, i) => {
    if (!isGetal(woord)) return [];
    const rest = tekst.slice(woord.end, woord.end + 24).replace(/^ /, "");
    if (TELWOORD.test(rest)) return [];
    const straat = straatVoor(tekst, woorden, i);
    if (straat !== undefined)
      return [
        {
          start: (woorden[straat] as Woord).start,
          end: woord.end + (/^[ -]?(?:[a-z]|bis|hs|[IVX]{1,4})(?![\p{L}\p{N}])|^-\d{1,5}/iu.exec(tekst.slice(woord.end, woord.end + 8))?.[0].length ?? 0),
        },
      ];
    const engels = engelsAdres(woorden, i);
    return engels ? [engels] : [];
  });
};
