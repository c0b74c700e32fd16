import type { Actiepunt } from "../domain/actiepunt/actiepunt.js";
import { actiepuntStatussen } from "../domain/actiepunt/actiepunt.status.js";
import type { Casus } from "../domain/casus/casus.js";
import type { Fout } from "../domain/fouten.js";
import { isVastPunt, type PuntSleutel } from "../domain/overleg/agenda.js";
import type { Agendapunt, AgendapuntSoort } from "../domain/overleg/agendapunt.js";
import { missenBij } from "../domain/overleg/verloop.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import type { TransitionName } from "../domain/signaal/signaal.status.js";
import { step } from "../domain/signaal/step.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, plusDagen } from "../domain/tijd/tijd.js";
import type { Plan } from "../ports/store.js";
import { stelVorigeVast } from "./besluitenlijst.js";
import { planNieuwActiepunt } from "./note-actiepunt.js";
import type { PuntDossier } from "./open-agenda.js";
import { leidtOverleg, type OpenedVerloop, openPunt } from "./open-verloop.js";
import { looptKaarten } from "./plan-agenda.js";
import { planStep } from "./plan-step.js";
import { planTerug } from "./return-casus.js";
import { checkTafelTekst, naarVolgende, voegBesluitToe } from "./run-overleg.js";
import { commit, doneBy, merge, noteStap, type Outcome, stepWork, type Work } from "./work.js";

/** What comes after a point. `volgt`: the conclusie is still to come, somebody works on it [001 Behandeling]. */
export const vervolgen = ["klaar", "actief", "volgt", "terug"] as const;
export type Vervolg = (typeof vervolgen)[number];

/** What a point of this kind can lead to: a casus goes on [T9], waits for the next overleg, or goes back to its route [T8r]. */
export const vervolgenVan = (soort: AgendapuntSoort, loopt: boolean): readonly Vervolg[] => {
  if (soort !== "casus") return ["klaar", "volgt"];
  return loopt ? ["actief", "volgt"] : ["actief", "volgt", "terug"];
};

export const isLopendeCasus = ({ signalen }: Pick<PuntDossier, "signalen">): boolean => signalen.some(({ status }) => status === "casus_actief");

export type ActieVelden = {
  readonly wat?: string | undefined;
  readonly actiehouder?: string | undefined;
  readonly email?: string | undefined;
  readonly termijn?: string | undefined;
};
export type ConclusieVelden = ActieVelden & {
  readonly conclusie: string;
  readonly vervolg?: string | undefined;
  readonly terugOp?: string | undefined;
  readonly zonder?: string | undefined;
  readonly besluit?: string | undefined;
};

/** The actiepunt of a form at a point of the running overleg; nothing when no field of it was filled. */
const leesActie = async (
  work: Work,
  opened: OpenedVerloop,
  punt: PuntDossier | undefined,
  velden: ActieVelden,
): Outcome<{ actiepunt?: Actiepunt; plan: Plan }> => {
  const { wat, termijn, actiehouder, email } = velden;
  if (wat === undefined && termijn === undefined && email === undefined) return ok({ plan: {} });
  if (wat === undefined) return refuse({ code: "verplicht", veld: "wat" });
  if (termijn === undefined) return refuse({ code: "verplicht", veld: "termijn" });
  const { inrichting, regio, overleg } = opened;
  return planNieuwActiepunt(
    work,
    { inrichting, regio, ...(punt?.casus === undefined ? {} : { casus: punt.casus }) },
    {
      wat,
      tafel: inrichting.tafelId,
      termijn: termijn as Dag,
      aanTafel: { overlegId: overleg.id, ...(punt === undefined ? {} : { puntId: punt.punt.id }) },
      ...(actiehouder === undefined ? {} : { actiehouder }),
      ...(email === undefined ? {} : { email }),
    },
  );
};

/** Notes an actiepunt at a point: who does what before when. */
export const noteActie = async (work: Work, opened: OpenedVerloop, sleutel: string, velden: ActieVelden): Outcome<Actiepunt> => {
  const punt = openPunt(work, opened, sleutel);
  if (!punt.ok) return punt;
  const actie = await leesActie(work, opened, punt.value, velden);
  if (!actie.ok) return actie;
  const { actiepunt, plan } = actie.value;
  if (actiepunt === undefined) return refuse({ code: "verplicht", veld: "wat" });
  const committed = await commit(work, merge(plan, { intents: looptKaarten(opened) }), actiepunt.code);
  return committed.ok ? ok(actiepunt) : committed;
};

/** Actiepunten that were agreed at this point today. */
export const actiesBij = async ({ ports }: Pick<Work, "ports">, { overleg }: Pick<OpenedVerloop, "overleg">, puntId: string): Promise<readonly Actiepunt[]> =>
  (await ports.store.actiepunten({ statussen: actiepuntStatussen, overlegId: overleg.id }, 200)).filter((actiepunt) => actiepunt.puntId === puntId);

const teksten = (opened: OpenedVerloop, velden: ConclusieVelden): Fout | undefined =>
  (["conclusie", "besluit", "zonder"] as const).map((veld) => checkTafelTekst(opened, veld, velden[veld] ?? "")).find((fout) => fout !== undefined);

/** What a casus needs before it can go on: a besluit, an actiepunt and the day on which it comes back [T9]. */
const eisen = (
  vervolg: Vervolg,
  { besluiten, acties, nieuw }: { readonly besluiten: number; readonly acties: number; readonly nieuw: boolean },
  { terugOp }: ConclusieVelden,
  now: Date,
): Fout | undefined => {
  if (vervolg === "volgt" && acties === 0) return { code: "actie_nodig", veld: "wat" };
  if (vervolg !== "actief") return undefined;
  if (nieuw && besluiten === 0) return { code: "besluit_nodig", veld: "besluit" };
  if (nieuw && acties === 0) return { code: "actie_nodig", veld: "wat" };
  if (terugOp === undefined) return { code: "kies_terug", veld: "terugOp" };
  return terugOp <= dagVan(now) ? { code: "datum_verleden", veld: "terugOp" } : undefined;
};

const stappen = (work: Work, opened: OpenedVerloop, signalen: readonly Signaal[], naam: TransitionName, inhoud: Readonly<Record<string, string>>) => {
  const plannen: Plan[] = [];
  for (const signaal of signalen) {
    const taken = step(signaal, naam, [leidtOverleg(opened) ? "tafelvoorzitter" : "regiehouder"]);
    if (!taken.ok) return taken;
    plannen.push(planStep(stepWork(work), opened.regio, taken.value, inhoud).plan);
  }
  return ok(merge(...plannen));
};

/** What the conclusie of a casus brings about: T9, T8r, or the next overleg. */
const casusGevolg = async (
  work: Work,
  opened: OpenedVerloop,
  { punt, signalen }: PuntDossier,
  casus: Casus,
  vervolg: Vervolg,
  { conclusie, terugOp }: ConclusieVelden,
): Promise<Result<Plan, Fout>> => {
  const opTafel = signalen.filter(({ status }) => status === "op_tafel");
  if (vervolg === "terug")
    return casus.route === undefined
      ? refuse({ code: "niet_meer_mogelijk" })
      : stappen(work, opened, opTafel, `van_tafel_naar_${casus.route}`, { reden: conclusie });
  const morgen = plusDagen(dagVan(work.now), 1);
  if (vervolg === "volgt") return ok(await planTerug(work.ports, punt, casus, morgen, work.now));
  const actief = stappen(work, opened, opTafel, "activeren", { conclusie });
  if (!actief.ok) return actief;
  const dag = (terugOp ?? morgen) as Dag;
  return ok(merge(actief.value, { changes: [{ soort: "casus", casus: { ...casus, terugOp: dag } }] }, await planTerug(work.ports, punt, casus, dag, work.now)));
};

const gevolg = async (work: Work, opened: OpenedVerloop, een: PuntDossier, vervolg: Vervolg, velden: ConclusieVelden): Promise<Result<Plan, Fout>> => {
  if (een.punt.soort === "casus" && een.casus !== undefined) return casusGevolg(work, opened, een, een.casus, vervolg, velden);
  // What partners say at the tafel counts as afstemming [T4b]: the aandachtsfunctionaris reads it with the signaal.
  if (een.punt.soort !== "signaal") return ok({});
  return ok({
    changes: een.signalen.map((signaal) => ({ soort: "stap", stap: noteStap(work, signaal, "aan_tafel_besproken", { conclusie: velden.conclusie }) })),
  });
};

export const metConclusie = (work: Work, punt: Agendapunt, { conclusie, zonder }: Pick<ConclusieVelden, "conclusie" | "zonder">): Agendapunt => ({
  ...punt,
  status: "behandeld",
  behandeldOp: work.now,
  inhoud: { ...punt.inhoud, conclusie, ...(zonder === undefined ? {} : { zonder }) },
});

/** The conclusie of a fixed point in words of its own. */
const concludeVast = async (work: Work, opened: OpenedVerloop, sleutel: PuntSleutel, conclusie: string): Outcome<void> => {
  const { verloop, overleg } = opened;
  if (!isVastPunt(sleutel)) throw new Error(`no fixed point ${sleutel}`);
  const vast = { ...verloop.inhoud.vast, [sleutel]: { ...verloop.inhoud.vast[sleutel], conclusie } };
  const verder = naarVolgende(work, { ...opened, verloop: { ...verloop, inhoud: { ...verloop.inhoud, vast } } }, sleutel);
  const plan: Plan = {
    changes: [{ soort: "verloop", verloop: verder }],
    audit: [doneBy(work, "overleg.conclusie", overleg.id)],
    intents: looptKaarten(opened),
  };
  return commit(work, merge(plan, sleutel === "vorige" ? await stelVorigeVast(work, opened) : {}), overleg.id);
};

/**
 * Closes a point with its conclusie, in one transaction with all that follows, and goes on to the next. A point is never
 * closed without one; who was invited and is missing asks for a reason.
 */
export const concludePunt = async (work: Work, opened: OpenedVerloop, sleutel: string, velden: ConclusieVelden): Outcome<void> => {
  const found = openPunt(work, opened, sleutel);
  if (!found.ok) return found;
  const fout = teksten(opened, velden);
  if (fout !== undefined) return refuse(fout);
  const een = found.value;
  if (een === undefined) return concludeVast(work, opened, sleutel as PuntSleutel, velden.conclusie);
  if (een.punt.status === "behandeld") return refuse({ code: "punt_voorbij" });
  const loopt = isLopendeCasus(een);
  const vervolg = vervolgenVan(een.punt.soort, loopt).find((mogelijk) => mogelijk === velden.vervolg);
  if (vervolg === undefined) return refuse({ code: "ongeldige_keuze", veld: "vervolg" });
  if (velden.zonder === undefined && missenBij(een.punt, opened.antwoorden).length > 0) return refuse({ code: "zonder_nodig", veld: "zonder" });
  const actie = await leesActie(work, opened, een, velden);
  if (!actie.ok) return actie;
  const { punt, plan: _ } = velden.besluit === undefined ? { punt: een.punt, plan: {} } : voegBesluitToe(work, opened, een.punt.id, velden.besluit);
  const metBesluit = punt ?? een.punt;
  const eerder = await actiesBij(work, opened, een.punt.id);
  const stand = { besluiten: metBesluit.inhoud.besluiten?.length ?? 0, acties: eerder.length + (actie.value.actiepunt === undefined ? 0 : 1), nieuw: !loopt };
  const eis = eisen(vervolg, stand, velden, work.now);
  if (eis !== undefined) return refuse(eis);
  const treft = await gevolg(work, opened, een, vervolg, velden);
  if (!treft.ok) return treft;
  const klaar = metConclusie(work, metBesluit, velden);
  const plan = merge(treft.value, actie.value.plan, {
    changes: [
      { soort: "agendapunt", agendapunt: klaar },
      { soort: "verloop", verloop: naarVolgende(work, opened, een.punt.id) },
    ],
    audit: [doneBy(work, "overleg.conclusie", een.code ?? een.punt.id)],
    intents: looptKaarten(opened),
  });
  return commit(work, plan, opened.overleg.id);
};
