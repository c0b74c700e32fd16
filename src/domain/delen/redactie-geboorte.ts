import { DAG, datums, JAAR, langeDatums, MAAND, MAANDNAAM } from "./redactie-datum.js";
import { type Vondst, vondsten } from "./redactie-tekst.js";

const GEBOORTE =
  /(?<!\p{L})(?:geboren|gebore|geboortedatum|geboortedag|geboorte|geb\.? ?(?:datum|dat\.?|dtm\.?)|gebdatum|gebdat|geb(?!\p{L})\.?|gb\.? ?(?:dat\.?|datum)?(?= ?[:\d])|g\.d\.|verjaardag|verjaart|jarig|date of birth|birth ?date|birthday|born|dob|d\.o\.b\.?|n[aă]scut[aă]?|data na[sș]terii|ur\.(?= ?\d)|urodzon[ay]|data urodzenia|n[ée]e? le|date de naissance|geboren am|nacid[oa]|do[gğ]um(?:lu)?)(?!\p{L})|[°†](?= ?\d)/giu;
const GETAL =
  "(?:een|eerste|twee|tweede|drie|derde|vier|vierde|vijf|vijfde|zes|zesde|zeven|zevende|acht|achtste|negen|negende|tien|tiende|elf|elfde|twaalf|twaalfde|dertien|dertiende|veertien|veertiende|vijftien|vijftiende|zestien|zestiende|zeventien|zeventiende|achttien|achttiende|negentien|negentiende|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)?(?:en|ën)?(?:twintig|dertig)(?:ste)?)";
const EXTRA_DATUM = new RegExp(
  `(?<!\\d)(?:${DAG}[-./ ]{1,2}${MAAND}[-./ ]{1,2}(?:${JAAR}|'?\\d{2})|\\d{8}|${MAANDNAAM}\\.? ${JAAR})(?!\\d)|(?<!\\p{L})${GETAL} (?:van |of )?${MAANDNAAM}(?!\\p{L})(?: (?:negentien|tweeduizend)\\p{L}*| ${JAAR})?`,
  "giu",
);
const OVERLEGWOORD = /\b(?:mdo|overleg|agenda|tafel|vergadering|afspraak|controle|bijeenkomst|bespreking|besproken|meeting|uiterlijk|voor|v[oó][oó]r)\b/i;
const AFKORTING = /\b(?:dd|d\.d|dat|dtm|ca)\.|^\.\s?/gi;
const TUSSEN_VOOR = 40;
const TUSSEN_NA = 22;

/** The words between a birth word and a date leave room for "geboren te Lagos op", not for another subject. */
const hoortBij = (tussen: string, max: number): boolean => {
  if (tussen.length > max || /[!?;]|\.\s/.test(tussen.replace(AFKORTING, "")) || OVERLEGWOORD.test(tussen)) return false;
  return tussen.trim().split(/\s+/).length <= 5;
};

/** A date that stands with a word for being born. */
const metWoord = (tekst: string): readonly Vondst[] => {
  const woorden = vondsten(tekst, GEBOORTE);
  if (woorden.length === 0) return [];
  const alle = [...datums(tekst), ...vondsten(tekst, EXTRA_DATUM)].sort((a, b) => a.start - b.start);
  const gevonden: Vondst[] = [];
  let w = 0;
  for (const datum of alle) {
    if (datum.start < (gevonden.at(-1)?.end ?? 0)) continue;
    while (w < woorden.length && (woorden[w] as Vondst).end <= datum.start) w++;
    const voor = woorden[w - 1];
    const na = woorden[w];
    if (voor && hoortBij(tekst.slice(voor.end, Math.min(datum.start, voor.end + TUSSEN_VOOR + 1)), TUSSEN_VOOR))
      gevonden.push({ start: voor.start, end: datum.end });
    else if (na && na.start >= datum.end && hoortBij(tekst.slice(datum.end, Math.min(na.start, datum.end + TUSSEN_NA + 1)), TUSSEN_NA))
      gevonden.push({ start: datum.start, end: na.end });
  }
  return gevonden;
};

const PERSOON =
  /(?<!\p{L})(?:meisje|jongen|man|vrouw|kind|baby|dochter|zoon|broer|zus|moeder|vader|vriend|vriendin|partner|slachtoffer|cliënt|client|mw|mevr|mevrouw|dhr|heer|meneer|hij|zij|ze|\d{1,2} jaar|jarige|girl|boy|woman|child)(?!\p{L})|\*(?= ?\d)/iu;
const GEEN_GEBOORTE =
  /(?<!\p{L})(?:wet|besluit|regeling|convenant|sinds|vanaf|sedert|per|tot|in werking|werkt|werkte|vertrok|gekomen|kwam|aangifte|overleden|opgericht|contract|getrouwd)(?!\p{L})/iu;
/** A full date of so long ago beside a person is hardly ever something else. */
const LANG_GELEDEN = /(?:19[2-9]\d|200\d|201[0-4])/;
const RUIMTE = 32;

const bijPersoon = (tekst: string): readonly Vondst[] =>
  langeDatums(tekst).filter(({ start, end }) => {
    if (!LANG_GELEDEN.test(tekst.slice(start, end))) return false;
    const voor = tekst.slice(Math.max(0, start - RUIMTE), start).replace(/^.*[.!?;] /, "");
    const na = tekst.slice(end, end + RUIMTE).replace(/[.!?;] .*$/, "");
    return PERSOON.test(`${voor}${tekst.slice(start, start + 1)} | ${na}`) && !GEEN_GEBOORTE.test(`${voor} | ${na}`);
  });

/** "wordt op 3 april achttien", "is op 3 april 16 geworden". */
const LEEFTIJD = `(?:\\d{1,2}|${GETAL})`;
const WORDT = /(?<!\p{L})(?:wordt|werd|is|was)(?!\p{L})/giu;
const VOOR_DATUM = /^ (?:\p{L}+ ){0,2}(?:op )$/u;
const NA_DATUM = new RegExp(`^,? ${LEEFTIJD}(?: jaar)?(?: geworden| oud)?(?![\\p{L}\\p{N}]| \\p{L}{3,})`, "iu");
const NA_DATUM_GEWORDEN = new RegExp(`^,? ${LEEFTIJD}(?: jaar)? (?:geworden|oud|jaar)(?!\\p{L})`, "iu");
/** "wordt 18 op 3 april". */
const LEEFTIJD_OP = new RegExp(`(?<!\\p{L})(?:wordt|werd) (?:\\p{L}+ )?${LEEFTIJD}(?: jaar)?(?: oud)? (?:op )?$`, "iu");

const bijLeeftijd = (tekst: string): readonly Vondst[] => {
  const woorden = vondsten(tekst, WORDT);
  let w = 0;
  return [...datums(tekst)]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      while (w < woorden.length && (woorden[w] as Vondst).end <= start) w++;
      const woord = woorden[w - 1];
      if (!woord || start - woord.end > TUSSEN_VOOR) return false;
      const na = tekst.slice(end, end + 40);
      const voor = tekst.slice(woord.start, start);
      return LEEFTIJD_OP.test(voor) || (VOOR_DATUM.test(tekst.slice(woord.end, start)) && (NA_DATUM.test(na) || NA_DATUM_GEWORDEN.test(na)));
    });
};

/** Birth dates: with a word for being born, beside a person when long ago, or with an age that is reached. Other dates pass. */
export const geboortedatums = (tekst: string): readonly Vondst[] => [...metWoord(tekst), ...bijPersoon(tekst), ...bijLeeftijd(tekst)];
