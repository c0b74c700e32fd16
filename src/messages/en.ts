import { enActies } from "./en/acties.js";
import { enAgenda } from "./en/agenda.js";
import { enAntwoorden } from "./en/antwoorden.js";
import { enAudit } from "./en/audit.js";
import { enBeheer } from "./en/beheer.js";
import { enBeleid } from "./en/beleid.js";
import { enBesluiten } from "./en/besluiten.js";
import { enBewaren } from "./en/bewaren.js";
import { enBezorging } from "./en/bezorging.js";
import { enCasus } from "./en/casus.js";
import { enFouten } from "./en/fouten.js";
import { enKaarten } from "./en/kaarten.js";
import { enLoopt } from "./en/loopt.js";
import { enRechten } from "./en/rechten.js";
import { enRegio } from "./en/regio.js";
import { enRegionaal } from "./en/regionaal.js";
import { enStart } from "./en/start.js";
import { enTafelbeheer } from "./en/tafelbeheer.js";
import { enTafels } from "./en/tafels.js";
import { enVeiligheid } from "./en/veiligheid.js";
import type { MessageKey } from "./nl.js";

export const en = {
  ...enActies,
  ...enAgenda,
  ...enAntwoorden,
  ...enAudit,
  ...enBeheer,
  ...enBeleid,
  ...enBezorging,
  ...enBesluiten,
  ...enBewaren,
  ...enCasus,
  ...enFouten,
  ...enKaarten,
  ...enLoopt,
  ...enRechten,
  ...enRegio,
  ...enRegionaal,
  ...enStart,
  ...enTafelbeheer,
  ...enTafels,
  ...enVeiligheid,
} as const satisfies Record<MessageKey, string>;
