/** Content fields pass through here on their way into and out of the store. */
export interface Crypto {
  /** @param owner the signaal or casus to which the content belongs. */
  seal(owner: string, content: unknown): Uint8Array;
  open(owner: string, sealed: Uint8Array): unknown;
}
