import type { Taal } from "../domain/persoon/persoon.js";
import { en } from "./en.js";
import { type MessageKey, nl } from "./nl.js";

export type { MessageKey } from "./nl.js";

const talen: Record<Taal, Record<MessageKey, string>> = { nl, en };

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
/** The values a message needs; none when it has no placeholders. */
export type Params<K extends MessageKey> = [Placeholders<(typeof nl)[K]>] extends [never]
  ? []
  : [Readonly<Record<Placeholders<(typeof nl)[K]>, string | number>>];

/** The sentence in a language, with its placeholders filled. */
export const say = <K extends MessageKey>(taal: Taal, key: K, ...[params]: Params<K>): string => sayAny(taal, key, params);

/** As `say`, for keys that are only known at run time; a placeholder without a value is a bug. */
export const sayAny = (taal: Taal, key: MessageKey, params: Readonly<Record<string, string | number>> = {}): string =>
  talen[taal][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`message ${key} needs ${name}`);
    return String(value);
  });

export const isMessageKey = (key: string): key is MessageKey => key in nl;
