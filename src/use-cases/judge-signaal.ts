import type { Casus, CasusId } from "../domain/casus/casus.js";
import { magRegieVoeren } from "../domain/delen/beleid.js";
import { eigenaarVan } from "../domain/delen/blik.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import { heeftRol, type OrganisatieSoort, type Persoon, type PersoonId } from "../domain/persoon/persoon.js";
import { type Regio, regiePerRoute, type TafelId, tafelsVoor } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import type { Route } from "../domain/signaal/signaal.status.js";
import { step } from "../domain/signaal/step.js";
import { dagVan, momentOp, plusWerkdagen } from "../domain/tijd/tijd.js";
import type { Plan } from "../ports/store.js";
import type { DueMoment } from "../ports/work.js";
import { askZorg, isGevraagd, REGIE_WERKDAGEN } from "./ask-zorg.js";
import { OCHTEND, planStep } from "./plan-step.js";
import { takeStep, withdrawVragen } from "./take-step.js";
import { commit, doneBy, merge, type Opened, type Outcome, type Work } from "./work.js";

export type Routering = {
  readonly route: Route;
  readonly regiehouderId: PersoonId;
  readonly tafelId?: TafelId;
  readonly slachtoffer?: "ja" | "nee" | "weet_niet";
};
export type Oordeel = {
  readonly vermoeden: "ja" | "nee";
  readonly motivering: string;
  readonly gehoord: string;
  readonly door?: "reguliere_hulp" | "zvh";
  readonly routering?: Routering;
};

/** People who may direct a casus under a route. */
export const magRegie = (persoon: Persoon, route: Route): boolean =>
  persoon.actief && heeftRol(persoon, "regiehouder") && (regiePerRoute[route] as readonly OrganisatieSoort[]).includes(persoon.organisatieSoort);

const checkRoutering = async (work: Work, opened: Opened, routering: Routering): Promise<Result<Persoon, Fout>> =>
  opened.casus?.route === undefined ? checkRegie(work, opened, routering) : refuse({ code: "casus_heeft_regie", veld: "route" });

/** Does all of it fit together: the route, who directs it, and the tafel? */
export const checkRegie = async (work: Work, { regio, casus, signaal }: Opened, routering: Routering): Promise<Result<Persoon, Fout>> => {
  const [regiehouder] = await work.ports.store.readPersonen([routering.regiehouderId]);
  if (regiehouder === undefined || !magRegie(regiehouder, routering.route)) return refuse({ code: "regie_past_niet", veld: "regiehouder" });
  if (isBuiten(regiehouder.id, signaal, casus)) return refuse({ code: "persoon_buiten", veld: "regiehouder" });
  const onder = { eigenaar: eigenaarVan(regio, signaal), convenanten: regio.convenanten, dag: dagVan(work.now) };
  if (!magRegieVoeren(regiehouder.organisatieId, routering.route, onder)) return refuse({ code: "regie_geen_convenant", veld: "regiehouder" });
  if (routering.tafelId !== undefined && !tafelsVoor(regio, routering.route).some((tafel) => tafel.id === routering.tafelId))
    return refuse({ code: "tafel_past_niet", veld: "tafel" });
  if (routering.route === "ondermijning" && routering.slachtoffer === undefined) return refuse({ code: "kies_slachtoffer", veld: "slachtoffer" });
  return ok(regiehouder);
};

/** The day by which who was asked for the regie answers. */
export const regieMoment = ({ vrijeDagen }: Regio, casusId: CasusId, now: Date): DueMoment => ({
  soort: "regie_reactie",
  objectId: casusId,
  op: momentOp(plusWerkdagen(dagVan(now), REGIE_WERKDAGEN, vrijeDagen), OCHTEND),
  stap: 0,
});

const planCasus = (work: Work, opened: Opened, regiehouder: Persoon, { route, tafelId }: Routering): { readonly casus: Casus; readonly plan: Plan } => {
  const {
    regieOrganisatieId: _,
    regiehouderId: __,
    tafelId: ___,
    ...before
  } = opened.casus ?? {
    id: work.ports.ids.id() as CasusId,
    code: work.ports.ids.casusCode(),
    version: 0,
    gemeenteId: opened.signaal.gemeenteId,
    geopendOp: work.now,
  };
  const casus: Casus = {
    ...before,
    route,
    regieOrganisatieId: regiehouder.organisatieId,
    regiehouderId: regiehouder.id,
    regieStatus: "gevraagd",
    ...(tafelId === undefined ? {} : { tafelId }),
    ...(opened.signaal.uitgesloten === undefined ? {} : { uitgesloten: opened.signaal.uitgesloten }),
  };
  return {
    casus,
    plan: {
      changes: [{ soort: opened.casus === undefined ? "casus_nieuw" : "casus", casus }],
      audit: [doneBy(work, "regie_vragen", casus.code)],
      intents: [{ kind: "regie", objectId: casus.id, to: { persoonId: regiehouder.id } }],
      moments: [regieMoment(opened.regio, casus.id, work.now)],
    },
  };
};

/** Asks the zorgcoördinatoren what T7 asks of them: whether CoMensha knows, and to look after a possible victim [T7, T7c]. */
const planZorg = async (work: Work, opened: Opened, { route, slachtoffer }: Routering): Promise<Plan> => {
  if (route === "ondermijning") return slachtoffer === "ja" ? askZorg(work, opened.regio, opened.signaal, "zorgvraag") : {};
  return isGevraagd(opened.vragen, "comensha") ? {} : askZorg(work, opened.regio, opened.signaal, "comensha");
};

const routeStap = (
  work: Work,
  opened: Opened,
  signaal: Signaal,
  casus: Casus,
  { route, slachtoffer }: Routering,
): Result<{ readonly signaal: Signaal; readonly plan: Plan }, Fout> => {
  const routed = step(signaal, `route_${route}`, opened.relaties);
  if (!routed.ok) return routed;
  return ok(
    planStep(
      { now: work.now, doorId: work.actor.persoon.id, herkomst: work.actor.account.platform, ids: work.ports.ids },
      opened.regio,
      { ...routed.value, signaal: { ...routed.value.signaal, casusId: casus.id } },
      { casus: casus.code, ...(slachtoffer === undefined ? {} : { slachtoffer }) },
    ),
  );
};

/** T7a–c: chooses route, regie and tafel; the regiehouder accepts or refuses, until then the aandachtsfunctionaris stays responsible. */
export const routeSignaal = async (work: Work, opened: Opened, routering: Routering, motivering: string): Outcome<Signaal> => {
  const regiehouder = await checkRoutering(work, opened, routering);
  if (!regiehouder.ok) return regiehouder;
  const { casus, plan: casusPlan } = planCasus(work, opened, regiehouder.value, routering);
  const routed = routeStap(work, opened, opened.signaal, casus, routering);
  if (!routed.ok) return routed;
  const noted =
    routed.value.plan.changes?.map((change) =>
      change.soort === "stap" ? { ...change, stap: { ...change.stap, inhoud: { ...change.stap.inhoud, motivering } } } : change,
    ) ?? [];
  const committed = await commit(
    work,
    merge({ ...routed.value.plan, changes: noted }, casusPlan, await planZorg(work, opened, routering)),
    opened.signaal.code,
  );
  return committed.ok ? ok(routed.value.signaal) : committed;
};

/** T5, or T6 with T7 in the same form: two steps, stored apart, in one transaction. */
export const judgeSignaal = async (work: Work, opened: Opened, oordeel: Oordeel): Outcome<Signaal> => {
  const { motivering, gehoord, routering } = oordeel;
  if (oordeel.vermoeden === "nee") {
    if (oordeel.door === undefined) return refuse({ code: "kies_door", veld: "door" });
    return takeStep(work, opened, "gemeentelijk_oppakken", { inhoud: { motivering, gehoord, door: oordeel.door } });
  }
  if (routering === undefined) return takeStep(work, opened, "vermoeden_vaststellen", { inhoud: { motivering, gehoord } });
  const regiehouder = await checkRoutering(work, opened, routering);
  if (!regiehouder.ok) return regiehouder;
  const judged = step(opened.signaal, "vermoeden_vaststellen", opened.relaties);
  if (!judged.ok) return judged;
  const first = planStep(
    { now: work.now, doorId: work.actor.persoon.id, herkomst: work.actor.account.platform, ids: work.ports.ids },
    opened.regio,
    judged.value,
    { motivering, gehoord },
  );
  const { casus, plan: casusPlan } = planCasus(work, opened, regiehouder.value, routering);
  const routed = routeStap(work, opened, first.signaal, casus, routering);
  if (!routed.ok) return routed;
  const onlyHistory: Plan = {
    ...first.plan,
    changes: first.plan.changes?.filter((change) => change.soort === "stap") ?? [],
    intents: first.plan.intents?.filter((intent) => intent.kind !== "triage") ?? [],
    moments: first.plan.moments?.filter(({ soort }) => soort !== "volgende_stap") ?? [],
  };
  const whole = merge(onlyHistory, casusPlan, routed.value.plan, withdrawVragen(opened, routed.value.signaal.status), await planZorg(work, opened, routering));
  const committed = await commit(work, whole, opened.signaal.code);
  return committed.ok ? ok(routed.value.signaal) : committed;
};
