import { binnen, isBesloten, isBuiten } from "../domain/delen/uitgesloten.js";
import { type GemeenteId, heeftRol, type Persoon } from "../domain/persoon/persoon.js";
import { type Regio, readGemeente } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { Overdracht, Signaal } from "../domain/signaal/signaal.js";
import { step } from "../domain/signaal/step.js";
import type { Ports } from "../ports/ports.js";
import type { Intent } from "../ports/work.js";
import { mogenBehandelen, roepOp } from "./pick-up-signaal.js";
import { planStep, triageIntents } from "./plan-step.js";
import { commit, conceal, deny, doneBy, merge, noteStap, type Opened, type Outcome, refresh, type Work } from "./work.js";

const overnemer = ({ status }: Signaal): "analist" | "aandachtsfunctionaris" => (status === "bij_meldpunt" ? "analist" : "aandachtsfunctionaris");

/** Everybody of the other gemeente who may take it over. */
const overnemers = (ports: Ports, overdracht: Pick<Overdracht, "naarGemeenteId">, signaal: Signaal): Promise<readonly Persoon[]> =>
  mogenBehandelen(ports, { ...signaal, gemeenteId: overdracht.naarGemeenteId }, overnemer(signaal));

/** Who is asked to take a signaal over: the channels of the other gemeente; when somebody is kept out, in private, those who may. */
const asked = async (ports: Ports, regio: Regio, overdracht: Overdracht, signaal: Signaal): Promise<readonly Intent[]> =>
  isBesloten(signaal)
    ? (await overnemers(ports, overdracht, signaal)).map(({ id }) => ({ kind: "overdracht", objectId: overdracht.id, to: { persoonId: id } }))
    : inChannels(regio, overdracht, signaal);

/** The cards of a request, in the channels and in private: they follow who is kept out. */
export const overdrachtIntents = async (ports: Ports, regio: Regio, overdracht: Overdracht, signaal: Signaal): Promise<readonly Intent[]> => [
  ...inChannels(regio, overdracht, signaal),
  ...(isBesloten(signaal) ? await asked(ports, regio, overdracht, signaal) : []),
];

/** The channels that are asked to take a signaal over: of the same soort as where it lies. */
const inChannels = (regio: Regio, overdracht: Overdracht, signaal: Signaal): readonly Intent[] =>
  regio.channels
    .filter(
      (channel) =>
        channel.gemeenteId === overdracht.naarGemeenteId && channel.soort === (overnemer(signaal) === "analist" ? "meldpunt" : "aandachtsfunctionaris"),
    )
    .map((channel) => ({ kind: "overdracht", objectId: overdracht.id, to: { channelId: channel.id } }));

/** T13, first half: asks another gemeente to take it over; until then it stays here. */
export const offerToGemeente = async (work: Work, opened: Opened, naar: GemeenteId, reden: string): Outcome<Overdracht> => {
  const { signaal, regio } = opened;
  if (naar === signaal.gemeenteId) return refuse({ code: "zelfde_gemeente", veld: "gemeente" });
  if (!regio.gemeenten.some((gemeente) => gemeente.id === naar)) return refuse({ code: "ongeldige_keuze", veld: "gemeente" });
  if (signaal.status === "bij_meldpunt" && !readGemeente(regio, naar).meldpunt) return refuse({ code: "gemeente_zonder_meldpunt", veld: "gemeente" });
  if (isBesloten(signaal) && (await overnemers(work.ports, { naarGemeenteId: naar }, signaal)).length === 0)
    return refuse({ code: "niemand_over", veld: "gemeente" });
  if ((await work.ports.store.openOverdrachtVan(signaal.id)) !== undefined) return refuse({ code: "al_overgedragen" });
  const overdracht: Overdracht = {
    id: work.ports.ids.id(),
    version: 0,
    signaalId: signaal.id,
    vanGemeenteId: signaal.gemeenteId,
    naarGemeenteId: naar,
    gevraagdDoorId: work.actor.persoon.id,
    gevraagdOp: work.now,
    status: "open",
    inhoud: { reden },
  };
  const committed = await commit(
    work,
    {
      changes: [
        { soort: "overdracht_nieuw", overdracht },
        { soort: "stap", stap: noteStap(work, signaal, "overdracht_gevraagd", { reden }) },
      ],
      audit: [doneBy(work, "overdracht_vragen", signaal.code)],
      intents: await asked(work.ports, regio, overdracht, signaal),
    },
    signaal.code,
  );
  return committed.ok ? ok(overdracht) : committed;
};

export type OpenOverdracht = { readonly overdracht: Overdracht; readonly signaal: Signaal; readonly regio: Regio };

/** The request behind a button, for who may take it over in the asked gemeente. */
export const openOverdracht = async (work: Pick<Work, "ports" | "actor">, id: string): Outcome<OpenOverdracht> => {
  const overdracht = await work.ports.store.findOverdracht(id);
  if (overdracht === undefined) return refuse({ code: "niet_gevonden" });
  const [signaal, regio] = await Promise.all([work.ports.store.readSignaal(overdracht.signaalId), work.ports.store.readRegio()]);
  if (isBuiten(work.actor.persoon.id, signaal)) return conceal(work, "overdracht", signaal.code);
  if (!heeftRol(binnen(work.actor.persoon, signaal), overnemer(signaal), overdracht.naarGemeenteId)) return deny(work, "overdracht", signaal.code);
  if (overdracht.status === "open") return ok({ overdracht, signaal, regio });
  await refresh(work, await asked(work.ports, regio, overdracht, signaal));
  return refuse({ code: "al_behandeld" });
};

/** T13, second half: the other gemeente takes it over in the same status; the old channels read that it moved on. */
export const acceptOverdracht = async (work: Work, { overdracht, signaal, regio }: OpenOverdracht): Outcome<Signaal> => {
  const taken = step(signaal, "overdragen_aan_gemeente", [overnemer(signaal)]);
  if (!taken.ok) return taken;
  const bijMeldpunt = signaal.status === "bij_meldpunt";
  const moved: Signaal = { ...taken.value.signaal, gemeenteId: overdracht.naarGemeenteId, bijMeldpunt, bijAandachtsfunctionaris: !bijMeldpunt };
  const { signaal: next, plan } = planStep(
    { now: work.now, doorId: work.actor.persoon.id, herkomst: work.actor.account.platform, ids: work.ports.ids },
    regio,
    { ...taken.value, signaal: moved },
    { reden: overdracht.inhoud.reden },
  );
  const accepted: Overdracht = { ...overdracht, status: "aanvaard" };
  const whole = merge(plan, await roepOp(work.ports, regio, next), {
    changes: [{ soort: "overdracht", overdracht: accepted }],
    intents: [...(await asked(work.ports, regio, accepted, signaal)), ...triageIntents(regio, signaal)],
  });
  const committed = await commit(work, whole, next.code);
  return committed.ok ? ok(next) : committed;
};

/** The other gemeente refuses with a reason; who asked hears it. */
export const refuseOverdracht = async (work: Work, { overdracht, signaal, regio }: OpenOverdracht, reden: string): Outcome<Overdracht> => {
  const refused: Overdracht = { ...overdracht, status: "geweigerd", inhoud: { ...overdracht.inhoud, antwoord: reden } };
  const committed = await commit(work, {
    changes: [
      { soort: "overdracht", overdracht: refused },
      { soort: "stap", stap: noteStap(work, signaal, "overdracht_geweigerd", { reden }) },
    ],
    audit: [doneBy(work, "overdracht_weigeren", signaal.code)],
    intents: [
      ...(await asked(work.ports, regio, refused, signaal)),
      { kind: "bericht", objectId: overdracht.id, to: { persoonId: overdracht.gevraagdDoorId }, variant: "overdracht_geweigerd" },
    ],
  });
  return committed.ok ? ok(refused) : committed;
};
