import { type GemeenteId, heeftRol } from "../domain/persoon/persoon.js";
import { type Regio, readGemeente } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { Overdracht, Signaal } from "../domain/signaal/signaal.js";
import { step } from "../domain/signaal/step.js";
import type { Intent } from "../ports/work.js";
import { planStep, triageIntents } from "./plan-step.js";
import { commit, deny, doneBy, merge, noteStap, type Opened, type Outcome, refresh, type Work } from "./work.js";

/** The channels that are asked to take a signaal over: of the same soort as where it lies. */
const asked = (regio: Regio, overdracht: Overdracht, signaal: Signaal): readonly Intent[] =>
  regio.channels
    .filter(
      (channel) =>
        channel.gemeenteId === overdracht.naarGemeenteId && channel.soort === (signaal.status === "bij_meldpunt" ? "meldpunt" : "aandachtsfunctionaris"),
    )
    .map((channel) => ({ kind: "overdracht", objectId: overdracht.id, to: { channelId: channel.id } }));

/** T13, first half: asks another gemeente to take it over; until then it stays here. */
export const offerToGemeente = async (work: Work, opened: Opened, naar: GemeenteId, reden: string): Outcome<Overdracht> => {
  const { signaal, regio } = opened;
  if (naar === signaal.gemeenteId) return refuse({ code: "zelfde_gemeente", veld: "gemeente" });
  if (!regio.gemeenten.some((gemeente) => gemeente.id === naar)) return refuse({ code: "ongeldige_keuze", veld: "gemeente" });
  if (signaal.status === "bij_meldpunt" && !readGemeente(regio, naar).meldpunt) return refuse({ code: "gemeente_zonder_meldpunt", veld: "gemeente" });
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
      intents: asked(regio, overdracht, signaal),
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
  if (!heeftRol(work.actor.persoon, signaal.status === "bij_meldpunt" ? "analist" : "aandachtsfunctionaris", overdracht.naarGemeenteId))
    return deny(work, "overdracht", signaal.code);
  if (overdracht.status === "open") return ok({ overdracht, signaal, regio });
  await refresh(work, asked(regio, overdracht, signaal));
  return refuse({ code: "al_behandeld" });
};

/** T13, second half: the other gemeente takes it over in the same status; the old channels read that it moved on. */
export const acceptOverdracht = async (work: Work, { overdracht, signaal, regio }: OpenOverdracht): Outcome<Signaal> => {
  const taken = step(signaal, "overdragen_aan_gemeente", [signaal.status === "bij_meldpunt" ? "analist" : "aandachtsfunctionaris"]);
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
  const whole = merge(plan, {
    changes: [{ soort: "overdracht", overdracht: accepted }],
    intents: [...asked(regio, accepted, signaal), ...triageIntents(regio, signaal)],
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
      ...asked(regio, refused, signaal),
      { kind: "bericht", objectId: overdracht.id, to: { persoonId: overdracht.gevraagdDoorId }, variant: "overdracht_geweigerd" },
    ],
  });
  return committed.ok ? ok(refused) : committed;
};
