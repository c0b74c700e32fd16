import type { InzageZicht } from "../domain/delen/inzage.js";
import type { PersoonId } from "../domain/persoon/persoon.js";

/** Somebody looked at details. @property actie id of what he pressed. */
export type Inzage = {
  readonly id: string;
  readonly op: Date;
  readonly naam: string;
  readonly organisatie: string;
  readonly actie: string;
  readonly object: string;
  readonly grondslag?: string;
};

export interface InzageStore {
  /** Looks within what may be seen, newest first; none at what one of the `lezers` is kept out of. @param objecten only at one of these codes. @param voor only before the one with this id. */
  inzagen(
    zicht: InzageZicht,
    zoek: { readonly lezers: readonly PersoonId[]; readonly objecten?: readonly string[]; readonly voor?: string },
    limit: number,
  ): Promise<readonly Inzage[]>;
}
