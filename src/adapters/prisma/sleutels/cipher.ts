import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** AES-256-GCM. What is sealed starts with a byte for the version, then nonce, text and tag; readable JSON never starts with this byte. */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const ALGORITHM = "aes-256-gcm";
export const KEY_BYTES = 32;

export const isSealed = (bytes: Uint8Array): boolean => bytes[0] === VERSION;

/** @param context what the text is bound to: it opens only with the same. */
export const seal = (key: Uint8Array, context: string, text: Uint8Array): Uint8Array<ArrayBuffer> => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(`${VERSION}\0${context}`));
  const parts = [Uint8Array.of(VERSION), nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()];
  const sealed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    sealed.set(part, at);
    at += part.length;
  }
  return sealed;
};

/** @throws when anything of it was changed, or key or context are not those with which it was sealed. */
export const unseal = (key: Uint8Array, context: string, sealed: Uint8Array): Uint8Array => {
  if (!isSealed(sealed) || sealed.length < 1 + NONCE + TAG) throw new Error("not sealed by this version");
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(`${VERSION}\0${context}`)).setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()]);
};
