import type { Regiosleutel } from "../../../ports/crypto.js";
import { seal, unseal } from "./cipher.js";

/** What wraps and unwraps keys. @property actief the id of the key that wraps: the first of those configured. */
export type Regiosleutels = {
  readonly actief: string;
  wrap(owner: string, key: Uint8Array): Uint8Array<ArrayBuffer>;
  /** @throws when the key is not configured or the wrapped key was changed. */
  unwrap(owner: string, keyId: string, wrapped: Uint8Array): Uint8Array;
  has(keyId: string): boolean;
  /** A word under this key, to know it by. */
  proef(keyId: string, woord: Proef): Uint8Array<ArrayBuffer>;
  /** `undefined`: it was sealed with another key. */
  readProef(keyId: string, sealed: Uint8Array): Proef | undefined;
};
/** `dicht`: from now on content that is not sealed is refused. `open`: there may still be some from before. */
export type Proef = "open" | "dicht";

const sleutelContext = (owner: string): string => `sleutel\0${owner}`;
const proefContext = (keyId: string): string => `regiosleutel\0${keyId}`;

/** @param keys newest first. */
export const regiosleutels = (keys: readonly Regiosleutel[]): Regiosleutels => {
  const byId = new Map(keys.map(({ id, waarde }) => [id, waarde]));
  const key = (id: string): Uint8Array => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`key ${id} is not configured`);
    return found;
  };
  const actief = keys[0]?.id;
  if (actief === undefined) throw new Error("no key is configured");
  return {
    actief,
    wrap: (owner, dataKey) => seal(key(actief), sleutelContext(owner), dataKey),
    unwrap: (owner, keyId, wrapped) => unseal(key(keyId), sleutelContext(owner), wrapped),
    has: (keyId) => byId.has(keyId),
    proef: (keyId, woord) => seal(key(keyId), proefContext(keyId), Buffer.from(woord)),
    readProef: (keyId, sealed) => {
      try {
        const woord = Buffer.from(unseal(key(keyId), proefContext(keyId), sealed)).toString();
        return woord === "dicht" || woord === "open" ? woord : undefined;
      } catch {
        return undefined;
      }
    },
  };
};
