import { type Crypto, type Plek, Vernietigd } from "../../../ports/crypto.js";

type Gelezen = { readonly inhoud: unknown; readonly vernietigdOp?: Date };

/** What a row holds; once its key was destroyed, `leeg` and since when. */
export const readInhoud = (crypto: Crypto, plek: Plek, sealed: Uint8Array, leeg: object): Gelezen => {
  const inhoud = crypto.open(plek, sealed);
  return inhoud instanceof Vernietigd ? { inhoud: leeg, vernietigdOp: inhoud.op } : { inhoud };
};
