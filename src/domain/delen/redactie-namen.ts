import { inOrigineel, leesbaar, type Vondst } from "./redactie-tekst.js";
import { isGewoonWoord, isVakwoord } from "./redactie-vakwoorden.js";
import { isVoornaam, isZekereVoornaam } from "./redactie-voornamen.js";

/** @property zeker nobody writes this about something else; else it may be a name. */
export type Naam = Vondst & { readonly zeker: boolean };
type Woord = Vondst & { readonly tekst: string; readonly voor: string };

const WOORD = /(?<!\p{L})(?:dhr|mevr|mw|mej|mr|mrs|ms|fam|\p{L})\.|\p{L}(?:[\p{L}'-]*\p{L})?/giu;
const TUSSENVOEGSEL = /^(?:van|de|der|den|het|'t|te|ter|ten|el|al|ben|bin|ould|da|dos|la|le|von)$/i;
/** Behind these a name is the only thing that fits. */
const STERK_TUSSENVOEGSEL = /^(?:ter|ten|el|al|ben|bin)(?: |$)/i;
const AANSPREEK = /^(?:dhr|mevr|mw|mevrouw|meneer|mijnheer|heer|mej|juffrouw|mrs|ms|miss|mr|familie|fam)\.?$/i;
const AANKONDIGING =
  /^(?:slachtoffer|cliënt|client|verdachte|dader|melder|betrokkene|getuige|heet|genaamd|broer|zus|zusje|broertje|zoon|dochter|moeder|vader|vriend|vriendin|partner|ex|oom|tante|neef|nicht|zaak|dossier|casus|voogd|voogdij|naam|kinderen)$/i;
const VOORZETSEL = /^(?:met|voor|van|door|bij|aan|naar|over|namens|tussen|en|of|with|for|about|from)$/i;
const BEDRIJF = /^(?:b\.v\.|n\.v\.|v\.o\.f\.|b\.?v|n\.?v|u\.s\.)$/i;
const ACHTERNAAM = /\p{Ll}(?:ski|ska|sky|wicz|czyk|escu|eanu|oglu|oğlu|enko|chuk|stra|inga|ović|ova|eva|yan|ink|mans|sma|zadeh|pour)$/u;
const JANSEN =
  /^(?:jans?sen|pieter?sen|peters|hendriks|bakker|visser|smit|smits|meijer|meyer|mulder|bos|vos|dekker|dijkstra|willems|jacobs|hoekstra|kuipers|koster|vermeulen|yilmaz|kaya|demir|şahin|öztürk|nguyen|okafor|ionescu|popa|nowak|kowalczyk|ivanov|dimitrov|petrov|hussein|tesfay)$/i;

const woordenVan = (tekst: string): readonly Woord[] => {
  let tot = 0;
  return [...tekst.matchAll(WOORD)].map((m) => {
    const woord = { tekst: m[0], start: m.index, end: m.index + m[0].length, voor: tekst.slice(tot, m.index) };
    tot = woord.end;
    return woord;
  });
};

const kaal = (woord: Woord | undefined): string => (woord?.tekst ?? "").replace(/\.$/, "").replace(/'s?$/, "");
const isHoofd = (woord: Woord | undefined): boolean => woord !== undefined && /^(?:(?:al|el|abu|ben)-)?\p{Lu}/u.test(woord.tekst);
const isInitiaal = (woord: Woord | undefined): boolean => woord !== undefined && /^\p{Lu}\.?$/u.test(woord.tekst);
const isMetPunt = (woord: Woord | undefined): boolean => woord !== undefined && /^\p{L}\.$/u.test(woord.tekst);
/** Only a space, a dash or nothing stands before it. */
const sluitAan = (woord: Woord | undefined): boolean => woord !== undefined && /^[ -]?$/.test(woord.voor);

type Lezer = {
  readonly w: readonly Woord[];
  /** A word of the field, of the region or of the language. */
  readonly gewoon: (woord: Woord | undefined) => boolean;
  /** The same without a guess at the end of the word. */
  readonly vakwoord: (woord: Woord | undefined) => boolean;
  /** Everything is in capitals, so that a capital says nothing. */
  readonly hoofdletters: boolean;
};

/** Passes tussenvoegsels from i on; gives the place of the word behind them. */
const naTussen = ({ w }: Lezer, i: number): number => {
  let at = i;
  while (at < i + 3 && w[at] && sluitAan(w[at]) && TUSSENVOEGSEL.test((w[at] as Woord).tekst)) at++;
  return at;
};

/** A word with a capital that follows at once. */
const isHoofdwoord = (l: Lezer, i: number): boolean => isHoofd(l.w[i]) && sluitAan(l.w[i]) && kaal(l.w[i]).length > 1;
/** A word that can be a surname: no word of the field. */
const isAchternaam = (l: Lezer, i: number): boolean => isHoofdwoord(l, i) && (!l.gewoon(l.w[i]) || ACHTERNAAM.test(kaal(l.w[i])));

const MAX_INITIALEN = 5;
type Lezing = { readonly tot: number; readonly zeker: boolean } | undefined;

/** "mevr. A. de Vries", "meneer El Idrissi". */
const metAanspreek = (l: Lezer, i: number): Lezing => {
  if (!AANSPREEK.test(l.w[i]?.tekst ?? "")) return undefined;
  let at = i + 1;
  while (at < i + MAX_INITIALEN && isInitiaal(l.w[at]) && sluitAan(l.w[at])) at++;
  const achter = naTussen(l, at);
  if (isAchternaam(l, achter) || (achter > i + 1 && isHoofdwoord(l, achter))) return { tot: achter, zeker: !l.hoofdletters };
  return isVoornaam(kaal(l.w[at])) || JANSEN.test(kaal(l.w[at])) ? { tot: at, zeker: false } : undefined;
};

/** "J.A. van den Berg", "P de Vries". */
const metInitialen = (l: Lezer, i: number): Lezing => {
  let at = i;
  while (at < i + MAX_INITIALEN && isInitiaal(l.w[at]) && (at === i || sluitAan(l.w[at]))) at++;
  if (
    at === i ||
    BEDRIJF.test(
      l.w
        .slice(i, at)
        .map((een) => een.tekst)
        .join(""),
    )
  )
    return undefined;
  const achter = naTussen(l, at);
  if (!isAchternaam(l, achter) && !(achter > at && isHoofdwoord(l, achter))) return undefined;
  const metPunt = isMetPunt(l.w[i]);
  return metPunt || achter > at ? { tot: achter, zeker: metPunt && !l.hoofdletters } : undefined;
};

/** "Jansen, P.", "Hassan B.", "Piotr K. uit". */
const metInitiaalErachter = (l: Lezer, i: number): Lezing => {
  const volgt = l.w[i + 1];
  if (!isMetPunt(volgt) || kaal(l.w[i]).length < 3 || l.gewoon(l.w[i])) return undefined;
  const komma = volgt?.voor === ", ";
  return komma || (sluitAan(volgt) && isHoofd(l.w[i]) && isHoofd(volgt)) ? { tot: i + 1, zeker: false } : undefined;
};

/** "Jan de Vries", "fatima el amrani", "Maria". */
const metVoornaam = (l: Lezer, i: number): Lezing => {
  const woord = l.w[i];
  const delen = kaal(woord).split("-");
  if (!delen.some(isVoornaam)) return undefined;
  const achter = naTussen(l, i + 1);
  const tussen = achter > i + 1;
  if (isHoofd(woord) && isAchternaam(l, achter)) return { tot: achter, zeker: !l.hoofdletters };
  if (tussen && sluitAan(l.w[achter]) && kaal(l.w[achter]).length > 2 && !l.gewoon(l.w[achter])) return { tot: achter, zeker: false };
  return delen.some(isZekereVoornaam) || (isHoofd(woord) && !l.hoofdletters && i > 0 && delen.some(isVoornaam) && kaal(woord).toLowerCase() !== "jan")
    ? { tot: i, zeker: false }
    : undefined;
};

/** "Van den Berg", "El Amrani", and "Van Dijk" where no sentence begins. */
const metTussenvoegsel = (l: Lezer, i: number): Lezing => {
  if (!TUSSENVOEGSEL.test(kaal(l.w[i]))) return undefined;
  const achter = naTussen(l, i);
  if (achter === i || !isHoofdwoord(l, achter) || l.vakwoord(l.w[achter])) return undefined;
  const delen = l.w
    .slice(i, achter)
    .map(({ tekst }) => tekst)
    .join(" ");
  const sterk = /^van de[rn]$/i.test(delen) || (/^Van\b/.test(delen) && !l.hoofdletters) || (STERK_TUSSENVOEGSEL.test(delen) && isAchternaam(l, achter));
  return sterk ? { tot: achter, zeker: false } : undefined;
};

/** Two or more unknown words with capitals in a row, or one with the form of a surname or behind a word that announces somebody. */
const onbekend = (l: Lezer, i: number): Lezing => {
  if (!isHoofd(l.w[i]) || l.gewoon(l.w[i]) || kaal(l.w[i]).length < 3 || l.hoofdletters) return undefined;
  if (ACHTERNAAM.test(kaal(l.w[i])) || JANSEN.test(kaal(l.w[i]))) return { tot: i, zeker: false };
  const achter = naTussen(l, i + 1);
  if (isAchternaam(l, achter) && kaal(l.w[achter]).length > 2) return { tot: achter, zeker: false };
  const voor = l.w[i - 1];
  const daarvoor = l.w[i - 2];
  const aangekondigd =
    voor !== undefined &&
    sluitAan(l.w[i]) &&
    (AANKONDIGING.test(kaal(voor)) || (VOORZETSEL.test(kaal(voor)) && daarvoor !== undefined && AANKONDIGING.test(kaal(daarvoor))));
  return aangekondigd ? { tot: i, zeker: false } : undefined;
};

const lezingen = [metAanspreek, metInitialen, metInitiaalErachter, metVoornaam, metTussenvoegsel, onbekend];

/** Names of people, with and without certainty; `findNames` is the way in. `woorden`: of the region, and no names. */
export const namen = (text: string, woorden: readonly string[]): readonly Naam[] => {
  const lees = leesbaar(text);
  const bekend = new Set(woorden.flatMap((een) => een.toLowerCase().match(/\p{L}+/gu) ?? []));
  const w = woordenVan(lees.tekst);
  const letters = lees.tekst.replace(/[^\p{L}]/gu, "");
  const l: Lezer = {
    w,
    gewoon: (woord) => isGewoonWoord(kaal(woord)) || bekend.has(kaal(woord).toLowerCase()),
    vakwoord: (woord) => isVakwoord(kaal(woord)) || bekend.has(kaal(woord).toLowerCase()),
    hoofdletters: letters.length > 6 && letters === letters.toUpperCase(),
  };
  const gevonden: Naam[] = [];
  for (let i = 0; i < w.length; i++) {
    const lezing = lezingen.reduce<Lezing>((eerder, lees) => eerder ?? lees(l, i), undefined);
    if (!lezing) continue;
    gevonden.push({ ...inOrigineel(lees, { start: (w[i] as Woord).start, end: (w[lezing.tot] as Woord).end }), zeker: lezing.zeker });
    i = lezing.tot;
  }
  return gevonden;
};
