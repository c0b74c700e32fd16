import type { Fout } from "../fouten.js";
import type { PersoonId } from "../persoon/persoon.js";
import type { TafelId } from "../regio/regio.js";
import { ok, type Result, refuse } from "../result.js";
import type { Dag } from "../tijd/dag.js";
import { magDoen, magOoitDoen } from "./actie-policy.js";
import type { Actiepunt, ActieStap } from "./actiepunt.js";
import { type ActieDaad, type ActieRelatie, findActieTransition, isLopend, isNamens } from "./actiepunt.status.js";

export type ActieInvoer = { readonly tekst?: string; readonly termijn?: Dag; readonly naar?: PersoonId };

/** What was asked ends with its answer, and when the work is no longer running. */
const zonderVragen = (actiepunt: Actiepunt, welke: "tijd" | "overdracht" | "beide"): Actiepunt => {
  const { gevraagdeTermijn, overdrachtAanId, ...rest } = actiepunt;
  return {
    ...rest,
    ...(welke === "overdracht" && gevraagdeTermijn !== undefined ? { gevraagdeTermijn } : {}),
    ...(welke === "tijd" && overdrachtAanId !== undefined ? { overdrachtAanId } : {}),
  };
};

const gevolg = (actiepunt: Actiepunt, daad: ActieDaad, { tekst, termijn, naar }: ActieInvoer): Actiepunt => {
  switch (daad) {
    case "vraag_tijd":
      return termijn === undefined ? actiepunt : { ...actiepunt, gevraagdeTermijn: termijn };
    case "geef_tijd":
      return { ...zonderVragen(actiepunt, "tijd"), termijn: actiepunt.gevraagdeTermijn ?? actiepunt.termijn };
    case "weiger_tijd":
      return zonderVragen(actiepunt, "tijd");
    case "overdragen":
      return naar === undefined ? actiepunt : { ...actiepunt, overdrachtAanId: naar };
    case "overdracht_aanvaarden":
      return { ...zonderVragen(actiepunt, "beide"), actiehouderId: actiepunt.overdrachtAanId ?? actiepunt.actiehouderId };
    case "overdracht_weigeren":
      return zonderVragen(actiepunt, "overdracht");
    case "gereedmelden":
      return tekst === undefined ? actiepunt : { ...actiepunt, inhoud: { ...actiepunt.inhoud, resultaat: tekst } };
    default:
      return actiepunt;
  }
};

/** Its actiehouder goes on with it in his own organisatie; the tafel follows it no more, as its casus closed [T11]. */
export const buitenTafel = (actiepunt: Actiepunt, { now, doorId }: { readonly now: Date; readonly doorId: PersoonId }): Actiepunt => {
  const next = zonderVragen(actiepunt, "beide");
  const stap: ActieStap = { stap: "buiten_tafel", op: now.toISOString(), doorId };
  return { ...next, status: "vervallen", inhoud: { ...next.inhoud, stappen: [...next.inhoud.stappen, stap] } };
};

/** To another tafel with its casus [T10]: the same actiepunt, with all that happened to it. */
export const naarTafel = (actiepunt: Actiepunt, tafelId: TafelId, { now, doorId }: { readonly now: Date; readonly doorId: PersoonId }): Actiepunt => {
  const stap: ActieStap = { stap: "naar_tafel", op: now.toISOString(), doorId };
  return { ...actiepunt, tafelId, inhoud: { ...actiepunt.inhoud, stappen: [...actiepunt.inhoud.stappen, stap] } };
};

/** Takes an actiepunt one step on: status, what was asked, and a line of history. */
export const actieStep = (
  actiepunt: Actiepunt,
  daad: ActieDaad,
  relaties: readonly ActieRelatie[],
  door: { readonly now: Date; readonly doorId: PersoonId },
  invoer: ActieInvoer = {},
): Result<Actiepunt, Fout> => {
  const row = findActieTransition(daad, actiepunt.status);
  if (row === undefined) return refuse({ code: "actie_niet_meer" });
  if (!magDoen(relaties, daad, actiepunt)) return refuse({ code: magOoitDoen(relaties, daad) ? "actie_niet_meer" : "geen_toegang" });
  const status = row.to === "zelfde" ? actiepunt.status : row.to;
  const eigen = row.by.some((relatie) => !isNamens(relatie) && relaties.includes(relatie));
  const changed = gevolg(actiepunt, daad, invoer);
  const next = isLopend(status) ? changed : zonderVragen(changed, "beide");
  const stap: ActieStap = {
    stap: daad,
    op: door.now.toISOString(),
    doorId: door.doorId,
    ...(eigen ? {} : { namens: true as const }),
    ...(invoer.tekst === undefined ? {} : { tekst: invoer.tekst }),
  };
  return ok({ ...next, status, inhoud: { ...next.inhoud, stappen: [...next.inhoud.stappen, stap] } });
};
