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

/** NFKC, invisible characters dropped, dashes and digits made plain; positions of the original kept. */
export const leesbaar = (text: string): Leestekst => {
  const tekens: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [cluster, start, end] of clusters(text)) {
    if (ONZICHTBAAR.test(cluster)) continue;
    const gewoon = latijnsCijfer(cluster)
      .normalize("NFKC")
      .replace(STREEPJES, "-")
      .replace(/[\u2018\u2019\u02BC]/g, "'");
    for (let i = 0; i < gewoon.length; i++) {
      tekens.push(gewoon[i] as string);
      starts.push(start);
      ends.push(end);
    }
  }
  return { tekst: tekens.join(""), starts, ends };
};

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
