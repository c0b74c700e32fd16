import type { Brand } from "./brand.js";

/** `SG-7K3QA-9`: random, never sequential, last character is a check character. A pseudonym, harmless to post [domein 4]. */
export type SignaalCode = Brand<string, "SignaalCode">;
export type CasusCode = Brand<string, "CasusCode">;
export type ActiepuntCode = Brand<string, "ActiepuntCode">;
export type CodePrefix = "SG" | "C" | "A";
type CodeOf<P extends CodePrefix> = P extends "SG" ? SignaalCode : P extends "C" ? CasusCode : ActiepuntCode;

/** No 0/O, 1/I/L, 5/S, 8/B, 2/Z or U: a code is read aloud over the phone. Prime length makes the check catch every swap. */
const ALPHABET = "34679ACDEFGHJKMNPQRTVWX";
const BODY = 5;

const checkCharacter = (prefix: string, body: string): string => {
  const sum = [...(prefix + body)].reduce((total, c, i) => total + (ALPHABET.indexOf(c) + 1 || c.charCodeAt(0)) * (i + 2), 0);
  return ALPHABET[sum % ALPHABET.length] as string;
};

/** Makes a code from random numbers in [0, 1). @param random one call per character. */
export const makeCode = <P extends CodePrefix>(prefix: P, random: () => number): CodeOf<P> => {
  const body = Array.from({ length: BODY }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join("");
  return `${prefix}-${body}-${checkCharacter(prefix, body)}` as CodeOf<P>;
};

/** Reads what a person typed ("sg 7k3q 9", lower case, no dashes). `undefined` when it is no valid code. */
export const parseCode = <P extends CodePrefix>(prefix: P, typed: string): CodeOf<P> | undefined => {
  const bare = typed.toUpperCase().replace(/[\s-]/g, "");
  if (!bare.startsWith(prefix) || bare.length !== prefix.length + BODY + 1) return undefined;
  const body = bare.slice(prefix.length, -1);
  if ([...body].some((c) => !ALPHABET.includes(c)) || checkCharacter(prefix, body) !== bare.at(-1)) return undefined;
  return `${prefix}-${body}-${bare.at(-1)}` as CodeOf<P>;
};
