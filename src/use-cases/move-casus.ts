import { naarTafel } from "../domain/actiepunt/actie-step.js";
import { beginFase, type Casus, heeftZorg, zonderVoorstel } from "../domain/casus/casus.js";
import { buitenCasus } from "../domain/delen/beleid.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Regio, TafelId } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Signaal, Stap } from "../domain/signaal/signaal.js";
import { isRouteStatus, type Route } from "../domain/signaal/signaal.status.js";
import { step } from "../domain/signaal/step.js";
import type { Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { askComensha, askZorg } from "./ask-zorg.js";
import { trekIn } from "./bring-in.js";
import { maakLos, onafgedaneActies } from "./close-casus.js";
import { checkRegie, type Routering, regieMoment } from "./judge-signaal.js";
import { readActieDossiers } from "./open-actiepunt.js";
import { planNaarTafel } from "./plan-actiepunt.js";
import { planStep } from "./plan-step.js";
import { commit, doneBy, merge, noteStap, type Opened, type Outcome, stepWork, type Work } from "./work.js";

type Bericht = "andere_regie_gevraagd" | "andere_regie_geweigerd" | "andere_regie_ingetrokken" | "regie_aanvaard";

/** The regiehouder and who handles its signalen, but not who does it. */
const betrokken = (work: Work, casus: Casus, signalen: readonly Signaal[], variant: Bericht, metRegie: boolean): readonly Intent[] => {
  const lopend = signalen.filter(({ status }) => status === "casus_actief");
  const paren = lopend.flatMap((signaal, i) => [
    { id: signaal.id, wie: signaal.behandelaarId },
    // One message about the casus, not one for each of its signalen.
    ...(metRegie && i === 0 ? [{ id: signaal.id, wie: casus.regiehouderId }] : []),
  ]);
  const uniek = new Map(paren.filter(({ wie }) => wie !== undefined && wie !== work.actor.persoon.id).map(({ id, wie }) => [wie as PersoonId, id]));
  return [...uniek].map(([persoonId, id]) => ({ kind: "bericht", objectId: id, to: { persoonId }, variant }));
};

const opRecord = (work: Work, signalen: readonly Signaal[], name: Stap["name"], inhoud: Readonly<Record<string, string>>): Plan => ({
  changes: signalen.filter(({ status }) => status === "casus_actief").map((signaal) => ({ soort: "stap", stap: noteStap(work, signaal, name, inhoud) })),
});

const regieKaart = (casus: Casus, persoonId: PersoonId): Intent => ({ kind: "regie", objectId: casus.id, to: { persoonId } });

/** Actiepunten of bodies that may not know the casus under that route: they must be handed over first [domein 4]. */
const checkActies = async (work: Work, casus: Casus, route: Route): Promise<Fout | undefined> => {
  const dossiers = await readActieDossiers(work.ports, await onafgedaneActies(work.ports, casus));
  const gevraagd = await work.ports.store.readPersonen([...new Set(dossiers.flatMap(({ actiepunt }) => actiepunt.overdrachtAanId ?? []))]);
  const buiten = dossiers.filter(({ actiepunt, actiehouder, convenanten }) =>
    [actiehouder, gevraagd.find(({ id }) => id === actiepunt.overdrachtAanId)].some((een) => een !== undefined && buitenCasus(een, { route }, convenanten)),
  );
  if (buiten.length === 0) return undefined;
  return { code: "acties_buiten_casus", params: { codes: buiten.map(({ actiepunt }) => actiepunt.code).join(", ") } };
};

/** T10: asks for another route, regie or tafel. Until the regiehouder that is asked accepts, all stays as it is. */
export const proposeRoute = async (work: Work, opened: Opened, routering: Routering, reden: string): Outcome<Casus> => {
  const { casus, regio } = opened;
  if (casus === undefined) return refuse({ code: "niet_meer_mogelijk" });
  if (casus.voorstel !== undefined) return refuse({ code: "voorstel_loopt" });
  const regiehouder = await checkRegie(work, opened, routering);
  if (!regiehouder.ok) return regiehouder;
  const { route, tafelId, slachtoffer } = routering;
  if (route === casus.route && regiehouder.value.id === casus.regiehouderId && (tafelId === undefined || tafelId === casus.tafelId))
    return refuse({ code: "zelfde_route", veld: "route" });
  const acties = await checkActies(work, casus, route);
  if (acties !== undefined) return refuse({ ...acties, veld: "route" });
  const signalen = await work.ports.store.signalenVanCasus(casus.id);
  const voorstel = {
    route,
    regiehouderId: regiehouder.value.id,
    regieOrganisatieId: regiehouder.value.organisatieId,
    ...(tafelId === undefined ? {} : { tafelId }),
  };
  const inhoud = { ...casus.inhoud, voorstelReden: reden, ...(slachtoffer === undefined ? {} : { voorstelSlachtoffer: slachtoffer }) };
  const next: Casus = { ...casus, voorstel, inhoud };
  const plan = merge(opRecord(work, signalen, "andere_route_gevraagd", { route, reden }), {
    changes: [{ soort: "casus", casus: next }],
    audit: [doneBy(work, "casus.andere_route", casus.code)],
    intents: [regieKaart(casus, voorstel.regiehouderId), ...betrokken(work, casus, signalen, "andere_regie_gevraagd", true)],
    moments: [regieMoment(regio, casus.id, work.now)],
  });
  const committed = await commit(work, plan, opened.signaal.code);
  return committed.ok ? ok(next) : committed;
};

/** Nothing changes: who was asked refuses, or the question is taken back. Both sides hear it. */
export const endVoorstel = async (work: Work, casus: Casus, hoe: "geweigerd" | "ingetrokken", reden: string): Outcome<Casus> => {
  if (casus.voorstel === undefined) return refuse({ code: "niet_meer_mogelijk" });
  const signalen = await work.ports.store.signalenVanCasus(casus.id);
  const next = zonderVoorstel(casus);
  const plan = merge(opRecord(work, signalen, `andere_route_${hoe}`, { reden }), {
    changes: [{ soort: "casus", casus: next }],
    audit: [doneBy(work, `casus.andere_route_${hoe}`, casus.code)],
    intents: [regieKaart(casus, casus.voorstel.regiehouderId), ...betrokken(work, casus, signalen, `andere_regie_${hoe}`, true)],
    doneMoments: [{ soort: "regie_reactie", objectId: casus.id }],
  });
  const committed = await commit(work, plan, casus.code);
  return committed.ok ? ok(next) : committed;
};

/** Its actiepunten go along to the new tafel, each with its history; a point of their own at the old tafel ends. */
const verhuisActies = async (work: Work, casus: Casus, tafelId: TafelId | undefined): Promise<Plan> => {
  const { store } = work.ports;
  const acties = tafelId === undefined ? [] : (await onafgedaneActies(work.ports, casus)).filter((een) => een.tafelId !== tafelId);
  if (tafelId === undefined || acties.length === 0) return {};
  const inrichtingen = await store.inrichtingen();
  const tafelVan = (id: TafelId) => inrichtingen.find((een) => een.tafelId === id);
  const leiden = inrichtingen.flatMap(({ voorzitterId, secretarisId }) => [voorzitterId, secretarisId]);
  const gevraagd = acties.flatMap(({ overdrachtAanId }) => overdrachtAanId ?? []);
  const bereikbaar = await store.bereikbaar([...new Set([...leiden, ...gevraagd])].filter((id) => !isBuiten(id, casus)));
  const punten = (await Promise.all(acties.map(({ id }) => store.openAgendapunten({ actiepuntId: id })))).flat();
  const door = { now: work.now, doorId: work.actor.persoon.id };
  const verhuisd = acties.map((voor): Plan => {
    const na = naarTafel(voor, tafelId, door);
    return {
      changes: [{ soort: "actiepunt", actiepunt: na }],
      audit: [doneBy(work, "actie.naar_tafel", na.code)],
      intents: planNaarTafel([voor, na], [tafelVan(voor.tafelId), tafelVan(tafelId)], bereikbaar),
    };
  });
  return merge(...verhuisd, await trekIn(work.ports, punten));
};

/** All signalen go to the new route together; one that the tafel was never asked about comes loose. */
const verplaats = async (work: Work, regio: Regio, casus: Casus, signalen: readonly Signaal[], route: Route): Promise<Result<Plan, Fout>> => {
  const plannen: Plan[] = [];
  for (const signaal of signalen) {
    if (isRouteStatus(signaal.status)) plannen.push(await maakLos(work, regio, signaal, casus));
    if (signaal.status !== "casus_actief") continue;
    const taken = step(signaal, `andere_route_${route}`, ["regiehouder"]);
    if (!taken.ok) return taken;
    plannen.push(planStep(stepWork(work), regio, taken.value, { casus: casus.code }).plan);
  }
  return plannen.length === 0 ? refuse({ code: "niet_meer_mogelijk" }) : ok(merge(...plannen));
};

const metNieuweRegie = (casus: Casus, voorstel: NonNullable<Casus["voorstel"]>): Casus => {
  const { terugOp: _, fase, tafelId, ...rest } = zonderVoorstel(casus);
  const tafel = voorstel.tafelId ?? (voorstel.route === casus.route ? tafelId : undefined);
  return {
    ...rest,
    route: voorstel.route,
    regiehouderId: voorstel.regiehouderId,
    regieOrganisatieId: voorstel.regieOrganisatieId,
    regieStatus: "aanvaard",
    ...(tafel === undefined ? {} : { tafelId: tafel }),
    ...beginFase({ route: voorstel.route, ...(fase === undefined ? {} : { fase }) }),
  };
};

const planZorg = async (work: Work, regio: Regio, casus: Casus, signalen: readonly Signaal[], route: Route): Promise<Plan> => {
  if (heeftZorg(route)) return askComensha(work, regio, signalen);
  const [eerste] = signalen;
  return eerste !== undefined && casus.inhoud?.voorstelSlachtoffer === "ja" ? askZorg(work, regio, eerste, "zorgvraag") : {};
};

/** T10: who was asked takes the regie. Route, tafel and regie change at once; who had the regie hears it. */
export const acceptVoorstel = async (work: Work, casus: Casus): Outcome<Casus> => {
  const { voorstel } = casus;
  if (voorstel === undefined) return refuse({ code: "niet_meer_mogelijk" });
  const [signalen, regio] = await Promise.all([work.ports.store.signalenVanCasus(casus.id), work.ports.store.readRegio()]);
  const acties = await checkActies(work, casus, voorstel.route);
  if (acties !== undefined) return refuse(acties);
  const stappen = await verplaats(work, regio, casus, signalen, voorstel.route);
  if (!stappen.ok) return stappen;
  const mee = signalen.filter(({ status }) => status === "casus_actief");
  const oud = casus.regiehouderId === voorstel.regiehouderId ? undefined : casus.regiehouderId;
  const over: readonly Intent[] =
    oud === undefined ? [] : [regieKaart(casus, oud), { kind: "bericht", objectId: casus.id, to: { persoonId: oud }, variant: "regie_over" }];
  const next = metNieuweRegie(casus, voorstel);
  const plan = merge(
    stappen.value,
    opRecord(work, signalen, "regie_aanvaard", {}),
    await verhuisActies(work, casus, voorstel.tafelId),
    await trekIn(work.ports, await work.ports.store.openAgendapunten({ casusId: casus.id })),
    await planZorg(work, regio, casus, mee, voorstel.route),
    {
      changes: [{ soort: "casus", casus: next }],
      audit: [doneBy(work, "regie_aanvaarden", casus.code)],
      intents: [regieKaart(casus, voorstel.regiehouderId), ...over, ...betrokken(work, casus, signalen, "regie_aanvaard", false)],
      doneMoments: [
        { soort: "regie_reactie", objectId: casus.id },
        { soort: "casus_terug", objectId: casus.id },
      ],
    },
  );
  const committed = await commit(work, plan, casus.code);
  return committed.ok ? ok(next) : committed;
};
