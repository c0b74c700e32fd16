import type { PersoonId } from "../domain/persoon/persoon.js";
import { type BestandInhoud, parseRegioBestand, type RegioFout, type RegioWaarschuwing, regioWaarschuwingen } from "../domain/regio/regio-bestand.js";
import { ok, type Result } from "../domain/result.js";
import type { ImportRegio, ImportResult } from "../ports/regio-import.js";
import type { Store } from "../ports/store.js";

export type ImportVerslag = { readonly inhoud: BestandInhoud; readonly gedaan: ImportResult; readonly waarschuwingen: readonly RegioWaarschuwing[] };
export type ImportPorts = { readonly importRegio: ImportRegio; readonly store: Pick<Store, "accountsVan"> };

/** Takes in a region file whole or not at all. */
export const importRegioBestand =
  ({ importRegio, store }: ImportPorts) =>
  async (json: unknown): Promise<Result<ImportVerslag, readonly RegioFout[]>> => {
    const gelezen = parseRegioBestand(json);
    if (!gelezen.ok) return gelezen;
    const inhoud = gelezen.value;
    const gedaan = await importRegio(inhoud);
    const metAccount = new Set<PersoonId>();
    for (const { id } of inhoud.personen) {
      const accounts = await store.accountsVan(id);
      if (accounts.length > 0) metAccount.add(id);
    }
    return ok({ inhoud, gedaan, waarschuwingen: regioWaarschuwingen(inhoud, (id) => metAccount.has(id)) });
  };
