/** Where content stands. It is sealed to this place and opens nowhere else. @property owner the signaal, casus or object with whose key it is sealed. */
export type Plek = { readonly owner: string; readonly tabel: string; readonly id: string };

/** Stands in the place of content whose key was destroyed. @property op since when. */
export class Vernietigd {
  constructor(readonly op: Date) {}
}

/** Content fields pass through here on their way into and out of the store. */
export interface Crypto {
  seal(plek: Plek, content: unknown): Uint8Array<ArrayBuffer>;
  /** `Vernietigd` when the key was destroyed. @throws when it cannot be opened for another reason. */
  open(plek: Plek, sealed: Uint8Array): unknown;
}

/** A key of the region, as configured; it wraps the keys of signalen and casussen. */
export type Regiosleutel = { readonly id: string; readonly waarde: Uint8Array };
