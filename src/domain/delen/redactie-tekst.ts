/** Text made comparable, with for every character the place it had in the original. */
export type Leestekst = {
  readonly tekst: string;
  /** Start and end in the original of character i of `tekst`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** A find in `Leestekst.tekst`: [start, end). */
export type Vondst = { readonly start: number; readonly end: number };

const ONZICHTBAAR = /\p{Default_Ignorable_Code_Point}|\u20E3/u;
const STREEPJES = /[\u2010-\u2015\u2043\u2212\u02D7\u30FC]/g;
/** First digit of scripts whose digits a keyboard of a colleague may give. */
const ANDERE_CIJFERS = [0x0660, 0x06f0, 0x0966] as const;

const latijnsCijfer = (teken: string): string => {
  const punt = teken.codePointAt(0) as number;
  const nul = ANDERE_CIJFERS.find((eerste) => punt >= eerste && punt < eerste + 10);
  return nul === undefined ? teken : String(punt - nul);
};

/** Groups a base character with the accents behind it, so that NFKC can compose them. */
const clusters = function* (text: string): Generator<readonly [string, number, number]> {
  let cluster = "";
  let start = 0;
  let at = 0;
  for (const teken of text) {
    const accent = cluster !== "" && cluster.length < 8 && /\p{Mn}/u.test(teken) && !ONZICHTBAAR.test(teken);
    if (!accent) {
      if (cluster !== "") yield [cluster, start, at];
      cluster = "";
      start = at;
    }
    cluster += teken;
    at += teken.length;
  }
  if (cluster !== "") yield [cluster, start, at];
};

/** Letters of other scripts that look like ours, as somebody copies or hides them. */
const DUBBELGANGERS: ReadonlyMap<string, string> = new Map(
  [..."АВЕЅІЈКМНОРСТХУаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"].map((teken, i) => [teken, "ABESIJKMHOPCTXYaesijopcyxABEZHIKMNOPTYXo"[i] as string]),
);

const gewoon = (cluster: string): string =>
  (DUBBELGANGERS.get(cluster) ?? latijnsCijfer(cluster))
    .normalize("NFKC")
    .replace(STREEPJES, "-")
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/\s/g, " ");

const CIJFERWOORDEN = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
const CIJFER_WOORD = /(?<![\p{L}\p{N}])(?:nul|een|één|eén|twee|drie|vier|vijf|zes|zeven|acht|negen)(?![\p{L}\p{N}])/giu;
/** So many digits in words, one after the other, are a number that somebody spells. */
const MIN_CIJFERWOORDEN = 6;

/** "nul zes een twee …" as "0 6 1 2 …", each digit at the place of its word. */
const metGespeldeCijfers = (lees: Leestekst): Leestekst => {
  const woorden = [...lees.tekst.matchAll(CIJFER_WOORD)];
  const reeksen: RegExpExecArray[][] = [];
  for (const woord of woorden) {
    const vorig = reeksen.at(-1)?.at(-1);
    if (vorig && /^[ ,.-]{1,3}$/.test(lees.tekst.slice(vorig.index + vorig[0].length, woord.index))) reeksen.at(-1)?.push(woord);
    else reeksen.push([woord]);
  }
  const gespeld = reeksen.filter((reeks) => reeks.length >= MIN_CIJFERWOORDEN).flat();
  if (gespeld.length === 0) return lees;
  const tekens: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const neem = (van: number, tot: number): void => {
    for (let i = van; i < tot; i++) {
      tekens.push(lees.tekst[i] as string);
      starts.push(lees.starts[i] as number);
      ends.push(lees.ends[i] as number);
    }
  };
  let tot = 0;
  for (const woord of gespeld) {
    neem(tot, woord.index);
    tot = woord.index + woord[0].length;
    tekens.push(String(CIJFERWOORDEN.indexOf(woord[0].toLowerCase().replaceAll("é", "e"))));
    starts.push(lees.starts[woord.index] as number);
    ends.push(lees.ends[tot - 1] as number);
  }
  neem(tot, lees.tekst.length);
  return { tekst: tekens.join(""), starts, ends };
};

/** NFKC, invisible characters dropped, spaces, dashes, look-alikes and digits made plain; positions of the original kept. */
export const leesbaar = (text: string): Leestekst => {
  const tekens: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [cluster, start, end] of clusters(text)) {
    if (ONZICHTBAAR.test(cluster)) continue;
    const plain = gewoon(cluster);
    for (let i = 0; i < plain.length; i++) {
      tekens.push(plain[i] as string);
      starts.push(start);
      ends.push(end);
    }
  }
  return metGespeldeCijfers({ tekst: tekens.join(""), starts, ends });
};

/** O, l and I between digits are a slip of the pen or of a scanner. Same length. */
export const metCijferletters = (tekst: string): string =>
  tekst.replace(/(?<![\p{L}\p{N}])[\dOoIl]{5,12}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[Oo]6(?=[ -]?\d)/gu, (woord) =>
    /^[Oo]6$/.test(woord) || woord.replace(/\D/g, "").length * 2 > woord.length ? woord.replace(/[Oo]/g, "0").replace(/[Il]/g, "1") : woord,
  );

const IN_DE_BUURT = 40;

/** What stands behind a word that announces it, within one sentence: the value alone. */
export const naWoord = (tekst: string, woord: RegExp, waarde: RegExp, ver = IN_DE_BUURT): readonly Vondst[] =>
  [...tekst.matchAll(woord)].flatMap((m) => {
    const van = m.index + m[0].length;
    const gevonden = waarde.exec(tekst.slice(van, van + ver + 30));
    return gevonden && gevonden.index <= ver ? [{ start: van + gevonden.index, end: van + gevonden.index + gevonden[0].length }] : [];
  });

/** The place of a find in the original text. */
export const inOrigineel = (lees: Leestekst, vondst: Vondst): Vondst => ({ start: lees.starts[vondst.start] ?? 0, end: lees.ends[vondst.end - 1] ?? 0 });

/** Every match of a global pattern, or of its first group when that took part. */
export const vondsten = (tekst: string, patroon: RegExp): readonly Vondst[] =>
  [...tekst.matchAll(patroon)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

/** Replaces finds by a sign that no pattern reads, so that a later pattern passes them over. Same length. */
export const afgedekt = (tekst: string, plekken: readonly Vondst[]): string => {
  const stukken: string[] = [];
  let tot = 0;
  for (const plek of [...plekken].sort((a, b) => a.start - b.start)) {
    if (plek.end <= tot) continue;
    const start = Math.max(plek.start, tot);
    stukken.push(tekst.slice(tot, start), "\u0001".repeat(plek.end - start));
    tot = plek.end;
  }
  return stukken.join("") + tekst.slice(tot);
};
