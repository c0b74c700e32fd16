import { nlActies } from "./nl/acties.js";
import { nlAgenda } from "./nl/agenda.js";
import { nlAntwoorden } from "./nl/antwoorden.js";
import { nlAudit } from "./nl/audit.js";
import { nlBeheer } from "./nl/beheer.js";
import { nlBeleid } from "./nl/beleid.js";
import { nlBesluiten } from "./nl/besluiten.js";
import { nlBewaren } from "./nl/bewaren.js";
import { nlBezorging } from "./nl/bezorging.js";
import { nlCasus } from "./nl/casus.js";
import { nlFouten } from "./nl/fouten.js";
import { nlKaarten } from "./nl/kaarten.js";
import { nlLoopt } from "./nl/loopt.js";
import { nlRechten } from "./nl/rechten.js";
import { nlRegio } from "./nl/regio.js";
import { nlRegionaal } from "./nl/regionaal.js";
import { nlStart } from "./nl/start.js";
import { nlTafelbeheer } from "./nl/tafelbeheer.js";
import { nlTafels } from "./nl/tafels.js";
import { nlVeiligheid } from "./nl/veiligheid.js";

/** Every sentence a person reads, B1 Dutch. The keys are the contract: en.ts must have the same. */
export const nl = {
  ...nlActies,
  ...nlAgenda,
  ...nlAntwoorden,
  ...nlAudit,
  ...nlBezorging,
  ...nlCasus,
  ...nlBeheer,
  ...nlBeleid,
  ...nlBesluiten,
  ...nlCasus,
  ...nlFouten,
  ...nlKaarten,
  ...nlLoopt,
  ...nlRechten,
  ...nlRegio,
  ...nlRegionaal,
  ...nlStart,
  ...nlTafelbeheer,
  ...nlBesluiten,
  ...nlBewaren,
  ...nlCasus,
  ...nlFouten,
  ...nlKaarten,
  ...nlRegio,
  ...nlStart,
  ...nlTafels,
  ...nlVeiligheid,
} as const;
export type MessageKey = keyof typeof nl;
