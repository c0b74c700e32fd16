import { naWoord, type Vondst, vondsten } from "./redactie-tekst.js";

const PUNT = "(?:\\.|\\[\\.\\]| \\. |,)";
const IPV4 = new RegExp(`(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:${PUNT}\\d{1,3}){3}(?![\\p{L}\\p{N}]|[.,]\\d)`, "gu");
const IP_WOORD = /\bip\b[^.]{0,16}$/i;
const VERSIE_WOORD = /(?:\bv|versie|version|update|release|punt|hoofdstuk|paragraaf|§|artikel|art\.)\s?$/i;
const IPV6 = /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\p{L}\p{N}:])/giu;

const isIpv4 = (tekst: string, { start, end }: Vondst): boolean => {
  const adres = tekst.slice(start, end);
  const delen = (adres.match(/\d+/g) ?? []).map(Number);
  const voor = tekst.slice(Math.max(0, start - 20), start);
  if (delen.some((deel) => deel > 255) || VERSIE_WOORD.test(voor)) return false;
  return IP_WOORD.test(voor) || (!adres.includes(",") && delen.some((deel) => deel >= 20));
};

const isIpv6 = (adres: string): boolean => {
  const delen = adres.split(":");
  return adres.includes("::") ? !adres.includes(":::") && /[0-9a-f]{2}/i.test(adres) : delen.length === 8 && delen.every((deel) => deel !== "");
};

export const ipAdressen = (tekst: string): readonly Vondst[] => [
  ...vondsten(tekst, IPV4).filter((plek) => isIpv4(tekst, plek)),
  ...vondsten(tekst, IPV6).filter(({ start, end }) => isIpv6(tekst.slice(start, end))),
];

const MAC = /(?<![\p{L}\p{N}:-])(?:[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![\p{L}\p{N}:-])/giu;
const MAC_WOORD = /(?<![\p{L}\p{N}])mac(?:[- ]?adres)?(?![\p{L}\p{N}])/giu;

/** Hardware addresses of telephones and computers. */
export const macAdressen = (tekst: string): readonly Vondst[] => [
  ...vondsten(tekst, MAC),
  ...naWoord(tekst, MAC_WOORD, /(?<![\p{L}\p{N}])[0-9a-f]{2}(?: ?[0-9a-f]{2}){5}(?![\p{L}\p{N}])/iu, 16),
];

const SITES =
  "instagram\\.com|tiktok\\.com|facebook\\.com|fb\\.com|fb\\.me|snapchat\\.com|twitter\\.com|x\\.com|t\\.me|telegram\\.me|youtube\\.com|linkedin\\.com|onlyfans\\.com|fansly\\.com|vk\\.com|ok\\.ru|discord\\.gg|twitch\\.tv|pinterest\\.com|tumblr\\.com|threads\\.net|skype\\.com|kinky\\.nl|sexjobs\\.nl|speurders\\.nl|redlights\\.be|marktplaats\\.nl|hookers\\.nl|tinder\\.com|badoo\\.com";
const PROFIEL = new RegExp(`(?<![\\p{L}\\p{N}-])(?:https?://)?(?:[a-z0-9-]{1,20}\\.){0,2}(?:${SITES})/[^\\s<>"|]{2,300}`, "giu");
const MEDIUM =
  "insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|telegram|facebook|fb|messenger|twitter|discord|skype|onlyfans|linkedin|youtube|twitch|signal|vinted|tinder|badoo|gebruikersnaam|username|nickname|profielnaam";
const MEDIUM_VOOR = new RegExp(`(?<![\\p{L}\\p{N}])(?:${MEDIUM})(?![\\p{L}\\p{N}])`, "giu");
/** A name with a sign that words do not hold; behind a colon any word is one. */
const NAAM =
  /(?<![\p{L}\p{N}/])(?:@[\p{L}\p{N}][\p{L}\p{N}._-]{1,40}|(?=[\p{L}\p{N}._-]{0,30}[\d_]|[\p{L}\p{N}]+\.\p{L})[\p{L}][\p{L}\p{N}._-]{3,40}(?:#\d{4})?|[\p{L}\p{N}._]{2,32}#\d{4}|live:[\p{L}\p{N}._-]+)/u;
const NA_DUBBELE_PUNT = /^(?:[ -]?(?:profiel|account|naam))? ?[:=] ?[\p{L}@][^\s,;]{2,40}/u;
const HANDLE_VOOR_MEDIUM = new RegExp(
  `(?<![\\p{L}\\p{N}/.])@[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,40}\\s(?:op|via|van|on)\\s(?:zijn\\s|haar\\s|de\\s)?(?:${MEDIUM})(?![\\p{L}\\p{N}])`,
  "giu",
);
const NAAM_VOOR_MEDIUM = new RegExp(
  `(?<![\\p{L}\\p{N}/.])[\\p{L}\\p{N}._]{0,30}[\\d_][\\p{L}\\p{N}._]{0,30}\\s(?:op|on)\\s(?:${MEDIUM})(?![\\p{L}\\p{N}])`,
  "giu",
);

/** Profiles and names on social media, chat apps and sites with advertisements. */
export const profielen = (tekst: string): readonly Vondst[] => [
  ...vondsten(tekst, PROFIEL),
  ...naWoord(tekst, MEDIUM_VOOR, NAAM, 20),
  ...naWoord(tekst, MEDIUM_VOOR, NA_DUBBELE_PUNT, 0),
  ...vondsten(tekst, HANDLE_VOOR_MEDIUM),
  ...vondsten(tekst, NAAM_VOOR_MEDIUM).filter(({ start, end }) => /\p{L}/u.test(tekst.slice(start, end).split(" ")[0] as string)),
];

const KAART =
  /(?:https?:\/\/)?(?:www\.)?(?:maps\.google\.[a-z.]{2,6}\/|google\.[a-z.]{2,6}\/maps|maps\.app\.goo\.gl\/|goo\.gl\/maps|maps\.apple\.com\/|openstreetmap\.org\/|waze\.com\/|what3words\.com\/|w3w\.co\/)[^\s<>"|]{0,300}/gi;
const GRADEN = "[NSEWOZ]? ?-?\\d{1,3}[.,]\\d{3,8}°? ?[NSEWOZ]?";
const DECIMAAL = new RegExp(`(?<![\\p{L}\\p{N}.,])(?:lat\\p{L}*:? ?)?${GRADEN}(?: ?[,;/] ?| )(?:lon\\p{L}*:? ?|lng:? ?)?${GRADEN}(?![\\p{L}\\p{N}])`, "giu");
const BOOG = /\d{1,3} ?[°º] ?\d{1,2} ?['′] ?(?:\d{1,2}(?:[.,]\d{1,4})? ?(?:"|″|'')? ?)?[NSEWOZ](?![\p{L}])/giu;
const DRIE_WOORDEN = /(?<![/:\p{L}])\/\/\/\p{L}{2,20}\.\p{L}{2,20}\.\p{L}{2,20}/giu;

const isCoordinaat = (tekst: string, { start, end }: Vondst): boolean => {
  const [breedte = 0, lengte = 0] = (tekst.slice(start, end).match(/\d{1,3}[.,]\d{3,8}/g) ?? []).map((deel) => Number(deel.replace(",", ".")));
  const woord = /[A-Z]/i.test(tekst.slice(start, end));
  return breedte <= 90 && lengte <= 180 && (woord || (tekst.slice(start, end).match(/[.,]\d{4,8}/g) ?? []).length === 2);
};

/** Places on the map: coordinates and links to them. */
export const locaties = (tekst: string): readonly Vondst[] => [
  ...vondsten(tekst, KAART),
  ...vondsten(tekst, DECIMAAL).filter((plek) => isCoordinaat(tekst, plek)),
  ...vondsten(tekst, BOOG),
  ...vondsten(tekst, DRIE_WOORDEN),
];
