import { type Casus, zonderVoorstel } from "../domain/casus/casus.js";
import { uitgeslotenVan, zelfde } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import type { Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { magRegie, regieMoment } from "./judge-signaal.js";
import { blijftIemand, type Geheel, geheelVan, namenVan, noteerBuiten, planBuiten } from "./plan-buiten.js";
import { planReturn } from "./regie.js";
import { commit, doneBy, merge, type Opened, type Outcome, type Work } from "./work.js";

/**
 * The regie of who may not know of it any more goes back to the aandachtsfunctionaris. A casus that is being worked on stays directed: his deputy
 * is asked, and without one somebody else takes the regie first [own].
 */
const regieWeg = async (work: Work, { casus, signalen, regio }: Geheel, buiten: readonly PersoonId[], reden: string): Promise<Result<Plan, Fout>> => {
  if (casus?.regiehouderId === undefined || !buiten.includes(casus.regiehouderId)) return ok({});
  if (!signalen.some(({ status }) => status === "casus_actief")) return ok(await planReturn(work, casus, signalen, regio, reden));
  const [was] = await work.ports.store.readPersonen([casus.regiehouderId]);
  const [opvolger] = was?.plaatsvervangerId === undefined ? [] : await work.ports.store.readPersonen([was.plaatsvervangerId]);
  const past = opvolger !== undefined && casus.route !== undefined && magRegie(opvolger, casus.route) && !buiten.includes(opvolger.id);
  if (!past) return refuse({ code: "regie_loopt", veld });
  const gevraagd: Casus = { ...casus, regiehouderId: opvolger.id, regieOrganisatieId: opvolger.organisatieId, regieStatus: "gevraagd" };
  const regieKaart = (persoonId: PersoonId): Intent => ({ kind: "regie", objectId: casus.id, to: { persoonId } });
  return ok({
    changes: [{ soort: "casus", casus: gevraagd }],
    audit: [doneBy(work, "regie_vragen", casus.code)],
    intents: [regieKaart(opvolger.id), regieKaart(casus.regiehouderId)],
    moments: [regieMoment(regio, casus.id, work.now)],
  });
};

/** Who is asked for the regie under another route and may not know of it any more is not asked any more. */
const voorstelWeg = (work: Work, geheel: Geheel, buiten: readonly PersoonId[]): { readonly geheel: Geheel; readonly plan: Plan } => {
  const { casus } = geheel;
  const gevraagd = casus?.voorstel?.regiehouderId;
  if (casus === undefined || gevraagd === undefined || !buiten.includes(gevraagd)) return { geheel, plan: {} };
  const zonder = zonderVoorstel(casus);
  const plan: Plan = {
    changes: [{ soort: "casus", casus: zonder }],
    audit: [doneBy(work, "casus.andere_route_ingetrokken", casus.code)],
    intents: [{ kind: "regie", objectId: casus.id, to: { persoonId: gevraagd } }],
    doneMoments: [{ soort: "regie_reactie", objectId: casus.id }],
  };
  return { geheel: { ...geheel, casus: zonder }, plan };
};

const veld = "buitenGehouden";

/**
 * Keeps these people, and nobody else, out of the signaal and everything that belongs to it, from the next click and the next message on. The
 * regie of who may not know of it any more goes back.
 */
export const keepOut = async (work: Work, opened: Opened, gekozen: readonly PersoonId[], reden: string): Outcome<Signaal> => {
  const { signaal, casus } = opened;
  const was = uitgeslotenVan(signaal, casus);
  if (zelfde(was, gekozen)) return refuse({ code: "buiten_zelfde", veld });
  const personen = await work.ports.store.readPersonen(gekozen);
  if (personen.length !== gekozen.length || personen.some(({ inRegio }) => !inRegio)) return refuse({ code: "ongeldige_keuze", veld });
  const geheel = await geheelVan(work, opened);
  if (!(await blijftIemand(work.ports, geheel.signalen, gekozen))) return refuse({ code: "niemand_over", veld });
  const zonder = voorstelWeg(work, geheel, gekozen);
  const regie = await regieWeg(work, zonder.geheel, gekozen, reden);
  if (!regie.ok) return regie;
  const schrijft = regie.value.changes?.some(({ soort }) => soort === "casus") === true;
  const basis = merge(regie.value, schrijft ? { ...zonder.plan, changes: [] } : zonder.plan);
  const plan = merge(await planBuiten(work, geheel, gekozen, basis), noteerBuiten(work, geheel, namenVan(personen), reden));
  const committed = await commit(work, plan, signaal.code);
  return committed.ok ? ok(signaal) : committed;
};
