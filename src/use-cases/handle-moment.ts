import { type Casus, gevraagdVoorRegie } from "../domain/casus/casus.js";
import { isBesloten, isBuiten } from "../domain/delen/uitgesloten.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import type { Signaal, Stap } from "../domain/signaal/signaal.js";
import { signaalTransitions, type Terugkoppeling } from "../domain/signaal/signaal.status.js";
import { step } from "../domain/signaal/step.js";
import { dagVan, momentOp, plusWerkdagen } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { AuditLine, Plan } from "../ports/store.js";
import type { ClaimedMoment, DueMoment, Intent, MomentSoort } from "../ports/work.js";
import { exportWacht } from "./export-casus.js";
import { rolNu, waarGehoord } from "./pick-up-signaal.js";
import { belofte, belofteMoment, OCHTEND, planStep, triageIntents } from "./plan-step.js";
import { bezetting, plannen } from "./plan-tafel.js";
import { voorstel } from "./plan-voorstel.js";
import { actieHerinneren, dagbundel } from "./remind-acties.js";
import { inzageTermijn } from "./remind-inzage.js";
import { casusTerug } from "./return-casus.js";
import { agenda } from "./tick-agenda.js";
import { bewaren } from "./tick-bewaren.js";
import { auditLine, merge } from "./work.js";

type Tick = { readonly ports: Ports; readonly now: Date; readonly moment: ClaimedMoment };
type ReminderSoort = "volgende_stap" | "eerste_reactie" | "antwoord_partner" | "bericht_melder" | "regie_reactie";

/** The next escalation: half an hour on for what is acuut, else the next working morning. */
const nextStap = (regio: Regio, { now, moment }: Tick, acuut = false): DueMoment => ({
  soort: moment.soort,
  objectId: moment.objectId,
  op: acuut ? new Date(now.getTime() + 30 * 60_000) : momentOp(plusWerkdagen(dagVan(now), 1, regio.vrijeDagen), OCHTEND),
  stap: moment.stap + 1,
});

const remindHandlers = async ({ ports }: Tick, regio: Regio, signaal: Signaal, variant: string): Promise<readonly Intent[]> =>
  (await waarGehoord(ports, regio, signaal)).map((to) => ({ kind: "herinnering", objectId: signaal.id, to, variant }));

const toPersonen = (ids: readonly PersoonId[], objectId: string, variant: string): readonly Intent[] =>
  [...new Set(ids)].map((persoonId) => ({ kind: "herinnering", objectId, to: { persoonId }, variant }));

/** Their deputies; somebody without one, or whose deputy is kept out, is asked again himself. */
const deputies = (personen: readonly Persoon[], over: Signaal | Casus): readonly PersoonId[] =>
  personen.map(({ id, plaatsvervangerId }) => (plaatsvervangerId === undefined || isBuiten(plaatsvervangerId, over) ? id : plaatsvervangerId));

/** Who is told at each step: first the channel, then the deputy, then the ketenregisseur, who reads the code only; from then on the channel again [domein 2, Terms]. */
const escalate = async (tick: Tick, regio: Regio, signaal: Signaal, soort: ReminderSoort): Promise<readonly Intent[]> => {
  const { ports, moment } = tick;
  if (moment.stap === 0 || moment.stap > 2) return remindHandlers(tick, regio, signaal, `herinnering.${soort}`);
  if (moment.stap === 1) {
    const handlers =
      signaal.behandelaarId === undefined
        ? await ports.store.personenMetRol(rolNu(signaal), signaal.gemeenteId)
        : await ports.store.readPersonen([signaal.behandelaarId]);
    return toPersonen(deputies(handlers, signaal), signaal.id, `herinnering.${soort}`);
  }
  return ketenregisseurs(ports, signaal, soort);
};

const ketenregisseurs = async (ports: Ports, over: Signaal | Casus, soort: ReminderSoort): Promise<readonly Intent[]> =>
  toPersonen(
    (await ports.store.personenMetRol("ketenregisseur")).map(({ id }) => id).filter((id) => !isBuiten(id, over)),
    over.id,
    `escalatie.${soort}`,
  );

/** Reminds every working morning until somebody picks it up. */
const eersteReactie = async (tick: Tick): Promise<Plan> => {
  const [signaal, regio] = await Promise.all([tick.ports.store.readSignaal(tick.moment.objectId as Signaal["id"]), tick.ports.store.readRegio()]);
  if (signaal.behandelaarId !== undefined) return {};
  const intents = await escalate(tick, regio, signaal, "eerste_reactie");
  return {
    intents,
    audit: [auditLine("systeem", `herinnering_${tick.moment.stap}`, signaal.code, "gedaan", "systeem")],
    moments: [nextStap(regio, tick, signaal.acuut !== undefined && tick.moment.stap < 2)],
  };
};

/** A vermoeden without a route reminds every working morning. */
const volgendeStap = async (tick: Tick): Promise<Plan> => {
  const [signaal, regio] = await Promise.all([tick.ports.store.readSignaal(tick.moment.objectId as Signaal["id"]), tick.ports.store.readRegio()]);
  if (signaal.status !== "vermoeden") return {};
  return {
    intents: await escalate(tick, regio, signaal, "volgende_stap"),
    audit: [auditLine("systeem", `herinnering_volgende_stap_${tick.moment.stap}`, signaal.code, "gedaan", "systeem")],
    moments: [nextStap(regio, tick)],
  };
};

const antwoordPartner = async (tick: Tick): Promise<Plan> => {
  const { ports, moment } = tick;
  const vraag = await ports.store.findVraag(moment.objectId);
  if (vraag === undefined || vraag.status !== "open") return {};
  const [signaal, regio, partners] = await Promise.all([
    ports.store.readSignaal(vraag.signaalId),
    ports.store.readRegio(),
    ports.store.readPersonen([vraag.aanId]),
  ]);
  const partner = moment.stap === 0 ? [vraag.aanId] : moment.stap === 1 ? deputies(partners, signaal) : [];
  const intents = [
    ...toPersonen(partner, vraag.id, "herinnering.antwoord_partner"),
    ...(moment.stap < 2
      ? await remindHandlers(tick, regio, signaal, "herinnering.antwoord_van_partner")
      : await ketenregisseurs(ports, signaal, "antwoord_partner")),
  ];
  return {
    intents,
    audit: [auditLine("systeem", `herinnering_antwoord_${moment.stap}`, signaal.code, "gedaan", "systeem")],
    moments: moment.stap < 2 ? [nextStap(regio, tick)] : [],
  };
};

/** Since when the terugkoppeling is held without a day between: one hold may follow another. */
const heldSince = (stappen: readonly Stap[]): Date | undefined => {
  const holds = stappen.filter((stap) => stap.name === "aanhouden");
  return holds.reduce<Date | undefined>((since, hold, i) => {
    const before = holds[i - 1]?.inhoud.tot;
    return since === undefined || before === undefined || before < dagVan(hold.op) ? hold.op : since;
  }, undefined);
};

/** The terugkoppeling that was held, if a step meanwhile had one: the latest. */
const heldTerugkoppeling = async (ports: Ports, signaal: Signaal): Promise<Exclude<Terugkoppeling, "ontvangen">> => {
  const stappen = await ports.store.stappenVan(signaal.id);
  const since = heldSince(stappen);
  if (since === undefined) return null;
  const told = stappen
    .filter((stap) => stap.op >= since)
    .map((stap) => signaalTransitions.find((row) => row.name === stap.name && (row.from as readonly string[]).includes(stap.from))?.melder ?? null);
  const last = told.filter((word) => word !== null).at(-1);
  return last === undefined || last === "ontvangen" ? null : last;
};

/** A promised date never passes in silence: reminder, deputy, and on the day itself the melder hears that we are still at it. */
const berichtMelder = async (tick: Tick): Promise<Plan> => {
  const { ports, moment, now } = tick;
  const [signaal, regio] = await Promise.all([ports.store.readSignaal(moment.objectId as Signaal["id"]), ports.store.readRegio()]);
  const held = signaal.aangehoudenTot === undefined ? null : await heldTerugkoppeling(ports, signaal);
  const { aangehoudenTot: _, ...released } = signaal;
  if (held !== null)
    return {
      changes: [{ soort: "signaal", signaal: released }],
      intents: [{ kind: "terugkoppeling", objectId: signaal.id, to: { persoonId: signaal.melderId }, variant: held }],
      audit: [auditLine("systeem", "terugkoppeling_vrij", signaal.code, "gedaan", "systeem")],
    };
  const escalation = await escalate(tick, regio, signaal, "bericht_melder");
  const audit = [auditLine("systeem", `herinnering_melder_${moment.stap}`, signaal.code, "gedaan", "systeem")];
  if (moment.stap < 2)
    return {
      intents: escalation,
      audit,
      moments: [{ soort: moment.soort, objectId: moment.objectId, op: new Date(now.getTime() + 3 * 3_600_000), stap: moment.stap + 1 }],
    };
  const renewed: Signaal = { ...released, beloofdVoor: belofte(regio, signaal, now) };
  return {
    changes: [{ soort: "signaal", signaal: renewed }],
    intents: [...escalation, { kind: "terugkoppeling", objectId: signaal.id, to: { persoonId: signaal.melderId }, variant: "nog_bezig" }],
    audit,
    moments: [belofteMoment(renewed)],
  };
};

/** T3r: comes back to the analist by itself on its review day. */
const herzien = async (tick: Tick): Promise<Plan> => {
  const [signaal, regio] = await Promise.all([tick.ports.store.readSignaal(tick.moment.objectId as Signaal["id"]), tick.ports.store.readRegio()]);
  const taken = step(signaal, "herzien", ["systeem"]);
  if (!taken.ok) return {};
  const { plan } = planStep({ now: tick.now, doorId: "systeem", herkomst: "systeem", ids: tick.ports.ids }, regio, taken.value);
  const waar = isBesloten(signaal) ? await waarGehoord(tick.ports, regio, taken.value.signaal) : triageIntents(regio, signaal).map(({ to }) => to);
  const notices = waar.map((to) => ({ kind: "herinnering" as const, objectId: signaal.id, to, variant: "herzien" }));
  return merge(plan, { intents: notices });
};

/** Until the regie is taken the aandachtsfunctionaris stays responsible: he hears it too, every working morning from the second on [T7r]. */
const regieReactie = async (tick: Tick): Promise<Plan> => {
  const { ports, moment } = tick;
  const casusId = moment.objectId as Parameters<Ports["store"]["readCasus"]>[0];
  const [casus, regio, signalen] = await Promise.all([ports.store.readCasus(casusId), ports.store.readRegio(), ports.store.signalenVanCasus(casusId)]);
  const gevraagd = gevraagdVoorRegie(casus);
  if (gevraagd === undefined) return {};
  const who = moment.stap === 0 ? [gevraagd] : deputies(await ports.store.readPersonen([gevraagd]), casus);
  const wachten = [...signalen.map(({ behandelaarId }) => behandelaarId), ...(casus.voorstel === undefined ? [] : [casus.regiehouderId])];
  const handlers = moment.stap === 0 ? [] : wachten.filter((id) => id !== undefined);
  return {
    intents: [
      ...(moment.stap < 2 ? toPersonen(who, casus.id, "herinnering.regie_reactie") : []),
      ...toPersonen(handlers, casus.id, "escalatie.regie_reactie"),
      ...(moment.stap === 2 ? await ketenregisseurs(ports, casus, "regie_reactie") : []),
    ],
    audit: [auditLine("systeem", `herinnering_regie_${moment.stap}`, casus.code, "gedaan", "systeem")],
    moments: [nextStap(regio, tick)],
  };
};

/** Somebody pressed "Er is nu gevaar" and sent no signaal: he is asked, in private, whether 112 was called. */
const acuutNagaan = async ({ moment }: Tick): Promise<Plan> => {
  const persoonId = moment.objectId.split(":")[0] as PersoonId;
  return { intents: [{ kind: "bericht", objectId: moment.objectId, to: { persoonId }, variant: "acuut_nagaan" }] };
};

const priveNeutraal = async ({ moment }: Tick): Promise<Plan> => {
  const persoonId = moment.objectId.split(":")[0] as PersoonId;
  return { intents: [{ kind: "prive", objectId: moment.objectId, to: { persoonId }, variant: "voorbij" }] };
};

/** The hour is over: the card of who opened the casus says so. */
const noodtoegangVoorbij = async ({ ports, moment }: Tick): Promise<Plan> => {
  const nood = await ports.store.findNoodtoegang(moment.objectId);
  return nood === undefined ? {} : { intents: [{ kind: "noodtoegang", objectId: nood.id, to: { persoonId: nood.persoonId } }] };
};

const handlers: Readonly<Record<MomentSoort, (tick: Tick) => Promise<Plan>>> = {
  eerste_reactie: eersteReactie,
  volgende_stap: volgendeStap,
  antwoord_partner: antwoordPartner,
  bericht_melder: berichtMelder,
  herzien,
  regie_reactie: regieReactie,
  acuut_nagaan: acuutNagaan,
  prive_neutraal: priveNeutraal,
  actie_herinneren: actieHerinneren,
  dagbundel,
  plannen,
  bezetting,
  voorstel,
  agenda,
  casus_terug: casusTerug,
  bewaren,
  noodtoegang_voorbij: noodtoegangVoorbij,
  inzage_termijn: inzageTermijn,
  export_wacht: exportWacht,
};

/** What falls due must happen: a handler that forgot its line gets one, where a person would be refused. */
const onRecord = ({ changes = [], audit = [] }: Plan, { soort, objectId }: ClaimedMoment): readonly AuditLine[] =>
  audit.length > 0 || changes.length === 0 ? audit : [auditLine("systeem", soort, objectId, "gedaan", "systeem")];

/**
 * Does what falls due, once: the moment's id is the delivery unless the plan names one, so a second claim changes nothing. A lost race throws, so
 * that the moment is claimed again and looks at the new state.
 */
export const handleMoment = async (ports: Ports, moment: ClaimedMoment): Promise<void> => {
  const plan = await handlers[moment.soort]({ ports, moment, now: ports.clock.now() });
  const committed = await ports.store.commit({ delivery: { key: `moment:${moment.id}` }, ...plan, audit: onRecord(plan, moment) });
  if (!committed.ok && committed.error === "eerder") throw new Error(`moment ${moment.id} lost a race`);
};
