import { type ActieInvoer, actieStep } from "../domain/actiepunt/actie-step.js";
import type { Actiepunt } from "../domain/actiepunt/actiepunt.js";
import type { ActieDaad } from "../domain/actiepunt/actiepunt.status.js";
import { buitenCasus } from "../domain/delen/beleid.js";
import { type CasusKring, magVanCasusWeten } from "../domain/delen/lezen.js";
import type { Fout } from "../domain/fouten.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import { ok, refuse } from "../domain/result.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { readKring } from "./casus-kring.js";
import type { OpenedActiepunt } from "./open-actiepunt.js";
import { planActiepunt } from "./plan-actiepunt.js";
import { commit, doneBy, merge, type Outcome, type Work } from "./work.js";

/** Whether this person can become the actiehouder; of a casus only who may know of it, for he reads what it says before he accepts. */
export const pastAls = (persoon: Persoon | undefined, kring: CasusKring | undefined, veld: string): Fout | undefined => {
  if (persoon === undefined || !persoon.actief || !persoon.inRegio) return { code: "ongeldige_keuze", veld };
  if (kring === undefined || magVanCasusWeten(persoon, kring)) return undefined;
  return { code: buitenCasus(persoon, kring.casus, kring.convenanten) ? "actiehouder_past_niet" : "actiehouder_kent_casus_niet", veld };
};

const bezwaar = async ({ ports, now }: Work, { actiepunt, casus }: OpenedActiepunt, { termijn, naar }: ActieInvoer): Promise<Fout | undefined> => {
  if (termijn !== undefined && termijn <= dagVan(now)) return { code: "datum_verleden", veld: "termijn" };
  if (termijn !== undefined && termijn === actiepunt.termijn) return { code: "zelfde_termijn", veld: "termijn" };
  if (naar === undefined) return undefined;
  if (naar === actiepunt.actiehouderId) return { code: "zelfde_actiehouder", veld: "naar" };
  const [persoon] = await ports.store.readPersonen([naar]);
  return pastAls(persoon, casus && (await readKring(ports, casus, actiepunt.tafelId)), "naar");
};

/** Takes one step with all that follows from it, in one transaction. */
export const stepActiepunt = async (work: Work, opened: OpenedActiepunt, daad: ActieDaad, invoer: ActieInvoer = {}): Outcome<Actiepunt> => {
  if (daad === "heropenen" && opened.casus?.afgeslotenOp !== undefined) return refuse({ code: "casus_afgesloten" });
  const { ports, actor, now } = work;
  const fout = await bezwaar(work, opened, invoer);
  if (fout !== undefined) return refuse(fout);
  const doorId = actor.persoon.id;
  const taken = actieStep(opened.actiepunt, daad, opened.relaties, { now, doorId }, invoer);
  if (!taken.ok) return taken;
  const na = taken.value;
  const bereikbaar = [...opened.bereikbaar, ...(invoer.naar === undefined ? [] : await ports.store.bereikbaar([invoer.naar]))];
  const follows = planActiepunt({ daad, voor: opened.actiepunt, na, doorId, now }, { ...opened, bereikbaar }, opened.regio);
  const namens = na.inhoud.stappen.at(-1)?.namens === true ? "_namens" : "";
  const plan = merge({ changes: [{ soort: "actiepunt", actiepunt: na }], audit: [doneBy(work, `actie.${daad}${namens}`, na.code)] }, follows);
  const committed = await commit(work, plan, na.code);
  return committed.ok ? ok(na) : committed;
};
