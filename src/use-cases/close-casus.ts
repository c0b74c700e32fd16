import { actieStep, buitenTafel } from "../domain/actiepunt/actie-step.js";
import type { Actiepunt } from "../domain/actiepunt/actiepunt.js";
import { actiepuntStatussen, isLopend, isOnafgedaan } from "../domain/actiepunt/actiepunt.status.js";
import { type Casus, heeftZorg, type SluitReden } from "../domain/casus/casus.js";
import { casusCategorie, leesSluitReden, type OpenActieKeuze, openActieKeuzes, type SluitVelden } from "../domain/casus/sluiten.js";
import type { Fout } from "../domain/fouten.js";
import type { AgendapuntId } from "../domain/overleg/agendapunt.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { maandenVan } from "../domain/regio/bewaartermijnen.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import { isRouteStatus, type TransitionName } from "../domain/signaal/signaal.status.js";
import { step } from "../domain/signaal/step.js";
import { dagVan, plusMaanden } from "../domain/tijd/tijd.js";
import type { Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { askComensha } from "./ask-zorg.js";
import { trekIn } from "./bring-in.js";
import { readActieDossiers } from "./open-actiepunt.js";
import { roepOp } from "./pick-up-signaal.js";
import { planActiepunt } from "./plan-actiepunt.js";
import { planStep } from "./plan-step.js";
import { commit, doneBy, merge, type Opened, type Outcome, stepWork, type Work } from "./work.js";

/** @property aanPunt the point at which the tafel decides this: it stays for its conclusie. */
export type TeSluiten = { readonly casus: Casus; readonly signalen: readonly Signaal[]; readonly regio: Regio; readonly aanPunt?: AgendapuntId };
type Beslisser = "regiehouder" | "tafelvoorzitter";

/** How a signaal leaves a casus that closes. One that was linked since the tafel met is no part of it: its aandachtsfunctionaris judges it again. */
const uitgang = ({ status }: Signaal): TransitionName | undefined => {
  if (status === "casus_actief") return "afsluiten";
  if (status === "op_tafel") return "sluiten_aan_tafel";
  return isRouteStatus(status) ? "ontkoppelen" : undefined;
};

/** A signaal under the route that the tafel was never asked about comes loose of a casus that closes or moves on. */
export const maakLos = async (work: Work, regio: Regio, signaal: Signaal, casus: Casus): Promise<Plan> => {
  const taken = step(signaal, "ontkoppelen", ["aandachtsfunctionaris"]);
  if (!taken.ok) return {};
  const { casusId: _, ...los } = taken.value.signaal;
  const { signaal: next, plan } = planStep(stepWork(work), regio, { ...taken.value, signaal: los }, { casus: casus.code });
  return merge(plan, await roepOp(work.ports, regio, next));
};

const sluitSignalen = async (
  work: Work,
  { casus, signalen, regio }: TeSluiten,
  inhoud: Readonly<Record<string, string>>,
  relatie: Beslisser,
): Promise<Result<Plan, Fout>> => {
  const plannen: Plan[] = [];
  for (const signaal of signalen) {
    const naam = uitgang(signaal);
    if (naam === undefined) continue;
    if (naam === "ontkoppelen") {
      plannen.push(await maakLos(work, regio, signaal, casus));
      continue;
    }
    const taken = step(signaal, naam, [relatie]);
    if (!taken.ok) return taken;
    plannen.push(planStep(stepWork(work), regio, taken.value, inhoud).plan);
  }
  return plannen.length === 0 ? refuse({ code: "niet_meer_mogelijk" }) : ok(merge(...plannen));
};

/** Actiepunten of the casus that the tafel still has on its list. */
export const onafgedaneActies = ({ store }: Work["ports"], { id }: Pick<Casus, "id">): Promise<readonly Actiepunt[]> =>
  store.actiepunten({ statussen: actiepuntStatussen.filter(isOnafgedaan), casusId: id }, 500);

/** What its actiehouder reported done is accepted; what still runs goes as was chosen. Why the casus closes is not told to actiehouders. */
const eindig = (work: Work, actiepunt: Actiepunt, keuze: OpenActieKeuze | undefined) => {
  const door = { now: work.now, doorId: work.actor.persoon.id };
  if (isLopend(actiepunt.status) && keuze === "eigen_organisatie") return { daad: "buiten_tafel" as const, na: buitenTafel(actiepunt, door) };
  const daad = isLopend(actiepunt.status) ? ("laten_vervallen" as const) : ("afronden" as const);
  const na = actieStep(actiepunt, daad, ["voorzitter"], door);
  return { daad, na: na.ok ? na.value : actiepunt };
};

const sluitActies = async (work: Work, { casus, regio }: TeSluiten, gekozen: string | undefined): Outcome<Plan> => {
  const actiepunten = await onafgedaneActies(work.ports, casus);
  const lopend = actiepunten.filter(({ status }) => isLopend(status));
  const keuze = openActieKeuzes.find((een) => een === gekozen);
  if (lopend.length > 0 && keuze === undefined)
    return refuse({ code: "open_acties", veld: "openActies", params: { codes: lopend.map(({ code }) => code).join(", ") } });
  const dossiers = await readActieDossiers(work.ports, actiepunten);
  return ok(
    merge(
      ...dossiers.map((dossier): Plan => {
        const { daad, na } = eindig(work, dossier.actiepunt, keuze);
        const gevolg = { daad, voor: dossier.actiepunt, na, doorId: work.actor.persoon.id, now: work.now };
        return merge(
          { changes: [{ soort: "actiepunt", actiepunt: na }], audit: [doneBy(work, `actie.${daad}`, na.code)] },
          planActiepunt(gevolg, dossier, regio),
        );
      }),
    ),
  );
};

const gesloten = (work: Work, { casus, regio }: TeSluiten, sluitReden: SluitReden, toelichting: string): Casus => {
  const { voorstel: _, terugOp: __, inhoud: ___, ...rest } = casus;
  return {
    ...rest,
    afgeslotenOp: work.now,
    sluitReden,
    bewarenTot: plusMaanden(dagVan(work.now), maandenVan(regio, casusCategorie(casus.route, sluitReden))),
    inhoud: { sluiting: { toelichting } },
  };
};

/** Regiehouder and who was asked for the regie see their card change; who handles a signaal hears it. */
const vertel = (work: Work, { casus, signalen }: TeSluiten): readonly Intent[] => {
  const regie = [casus.regiehouderId, casus.voorstel?.regiehouderId].filter((id): id is PersoonId => id !== undefined);
  return [
    ...regie.map((persoonId) => ({ kind: "regie" as const, objectId: casus.id, to: { persoonId } })),
    ...signalen.flatMap(({ id, behandelaarId, status }) =>
      behandelaarId === undefined || behandelaarId === work.actor.persoon.id || isRouteStatus(status)
        ? []
        : [{ kind: "bericht" as const, objectId: id, to: { persoonId: behandelaarId }, variant: "casus_klaar" }],
    ),
  ];
};

/**
 * T9n and T11: closes the casus with all of its signalen. Refused on a field of the form when the reason does not fit the route,
 * a condition was not ticked, or actiepunten still run and nothing was said about them.
 */
export const planSluiting = async (work: Work, te: TeSluiten, velden: SluitVelden, relatie: Beslisser): Outcome<Plan> => {
  const { casus, signalen, regio } = te;
  const reden = leesSluitReden(casus.route, velden);
  if (!reden.ok) return reden;
  const stappen = await sluitSignalen(work, te, { sluitReden: reden.value, toelichting: velden.toelichting }, relatie);
  if (!stappen.ok) return stappen;
  const acties = await sluitActies(work, te, velden.openActies);
  if (!acties.ok) return acties;
  const punten = (await work.ports.store.openAgendapunten({ casusId: casus.id })).filter(({ id }) => id !== te.aanPunt);
  const mee = signalen.filter(({ status }) => status === "casus_actief" || status === "op_tafel");
  const comensha = heeftZorg(casus.route) && reden.value !== "geen_mensenhandel" ? await askComensha(work, regio, mee) : {};
  return ok(
    merge(stappen.value, acties.value, await trekIn(work.ports, punten), comensha, {
      changes: [{ soort: "casus", casus: gesloten(work, te, reden.value, velden.toelichting) }],
      audit: [doneBy(work, "casus.afsluiten", casus.code)],
      intents: vertel(work, te),
      doneMoments: [
        { soort: "regie_reactie", objectId: casus.id },
        { soort: "casus_terug", objectId: casus.id },
      ],
    }),
  );
};

/** T11, by the regiehouder from the casus. */
export const closeCasus = async (work: Work, { signaal, casus, regio }: Opened, velden: SluitVelden): Outcome<Casus> => {
  if (casus === undefined) return refuse({ code: "niet_meer_mogelijk" });
  const signalen = await work.ports.store.signalenVanCasus(casus.id);
  const plan = await planSluiting(work, { casus, signalen, regio }, velden, "regiehouder");
  if (!plan.ok) return plan;
  const committed = await commit(work, plan.value, signaal.code);
  return committed.ok ? ok(casus) : committed;
};
