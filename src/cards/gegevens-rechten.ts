import type { CasusCode } from "../domain/code.js";
import type { Dag } from "../domain/tijd/dag.js";
import type { Knop, RegioNaam } from "./gegevens.js";

/** Who it is about, without a name: what he is and where he works. */
type Wie = { readonly functie: RegioNaam; readonly organisatie: RegioNaam };

/** Private messages about rights and exceptions: words under `rechten.${soort}`. */
export type RechtenGegevens = (
  | { readonly soort: "noodtoegang" | "noodtoegang_voorbij"; readonly code: CasusCode; readonly moment: Date }
  | ({ readonly soort: "noodmelding"; readonly code: CasusCode; readonly moment: Date } & Wie)
  | ({ readonly soort: "exportvraag" | "exportvraag_herinnering" | "exportvraag_klaar"; readonly code: CasusCode; readonly moment: Date } & Wie)
  | { readonly soort: "export_toegestaan" | "export_geweigerd" | "export_klaar"; readonly code: CasusCode; readonly moment: Date }
  | {
      readonly soort: "verzoek" | "verzoek_herinnering" | "verzoek_te_laat" | "verzoek_klaar" | "mijn_verzoek_verlengd" | "mijn_verzoek_klaar";
      readonly datum: Dag;
    }
) & { readonly now: Date; readonly knoppen: readonly Knop[] };
