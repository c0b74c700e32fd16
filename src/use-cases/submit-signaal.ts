import { findIdentifiers } from "../domain/delen/redactie.js";
import { woordVan } from "../domain/delen/redactie-verplaats.js";
import type { Fout } from "../domain/fouten.js";
import { type GemeenteId, heeftRol } from "../domain/persoon/persoon.js";
import { type Regio, readGemeente } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { Acuut, Signaal, SignaalId, SignaalInhoud } from "../domain/signaal/signaal.js";
import { findTransition } from "../domain/signaal/signaal.status.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { belofte, belofteMoment, eersteReactieMoment, planStep } from "./plan-step.js";
import { commit, merge, type Outcome, type Work } from "./work.js";

export type NieuwSignaal = {
  readonly gemeenteId: GemeenteId;
  readonly inhoud: SignaalInhoud;
  readonly acuut?: { readonly op: Date; readonly belde112: Acuut["belde112"]; readonly momentId: string };
};

export const publiekeNummers = (regio: Regio): readonly string[] => regio.contacten.map((contact) => contact.telefoon);

/** Text that must hold no identifier: the first one found, named by kind and by the word it starts at, never repeated [domein 4]. */
export const checkFreeText = (regio: Regio, veld: string, text: string): Fout | undefined => {
  const [found] = findIdentifiers(text, { allowed: publiekeNummers(regio) });
  return found === undefined ? undefined : { code: "persoonsgegeven", veld, params: { soort: found.soort, woord: woordVan(text, found.start) } };
};

/** Goes to the meldpunt, or straight to the aandachtsfunctionaris: without meldpunt, from the network, or from an aandachtsfunctionaris [T1, T1b]. */
const startsAtMeldpunt = (regio: Regio, work: Work, gemeenteId: GemeenteId): boolean =>
  readGemeente(regio, gemeenteId).meldpunt &&
  work.actor.persoon.organisatieSoort === "gemeente" &&
  !heeftRol(work.actor.persoon, "aandachtsfunctionaris", gemeenteId);

/** Takes in a signaal: stored, in the right channel, with a receipt and a promised day for the melder. */
export const submitSignaal = async (work: Work, input: NieuwSignaal): Outcome<Signaal> => {
  const { ports, actor, now } = work;
  const regio = await ports.store.readRegio();
  if (!regio.gemeenten.some((gemeente) => gemeente.id === input.gemeenteId)) return refuse({ code: "ongeldige_keuze", veld: "gemeente" });
  if (input.inhoud.gezienOp > dagVan(now)) return refuse({ code: "datum_toekomst", veld: "gezienOp" });
  const fout = checkFreeText(regio, "omschrijving", input.inhoud.omschrijving);
  if (fout) return refuse(fout);
  const meldpunt = startsAtMeldpunt(regio, work, input.gemeenteId);
  const transition = findTransition(meldpunt ? "melden_bij_meldpunt" : "melden_bij_aandachtsfunctionaris", "nieuw");
  if (transition === undefined) throw new Error("the state machine has no way in");
  const signaal: Signaal = {
    id: ports.ids.id() as SignaalId,
    code: ports.ids.signaalCode(),
    version: 0,
    status: transition.to,
    gemeenteId: input.gemeenteId,
    melderId: actor.persoon.id,
    platform: actor.account.platform,
    ontvangenOp: now,
    beloofdVoor: belofte(regio, input, now),
    bijMeldpunt: meldpunt,
    bijAandachtsfunctionaris: !meldpunt,
    inhoud: input.inhoud,
    ...(input.acuut === undefined ? {} : { acuut: { op: input.acuut.op, doorId: actor.persoon.id, belde112: input.acuut.belde112 } }),
  };
  const { plan } = planStep({ now, doorId: actor.persoon.id, herkomst: actor.account.platform, ids: ports.ids }, regio, { signaal, from: "nieuw", transition });
  const intake = merge(
    {
      ...plan,
      changes: [{ soort: "signaal_nieuw", signaal }, ...(plan.changes ?? []).filter((change) => change.soort === "stap")],
      moments: [eersteReactieMoment(regio, signaal, now), belofteMoment(signaal)],
      doneMoments: [],
    },
    input.acuut === undefined ? {} : { doneMoments: [{ soort: "acuut_nagaan", objectId: input.acuut.momentId }] },
  );
  const committed = await commit(work, intake, signaal.code);
  return committed.ok ? ok(signaal) : committed;
};
