import { dagenKaarten, maandenVan } from "../domain/regio/bewaartermijnen.js";
import type { Regio } from "../domain/regio/regio.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, momentOp, plusDagen, plusMaanden, weekdag } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { ClaimedMoment, DueMoment, Intent } from "../ports/work.js";
import { findVerlopen } from "./find-verlopen.js";
import { bewaarBericht } from "./propose-vernietiging.js";
import { auditLine } from "./work.js";

const UUR = 3_600_000;
/** Before anybody works. */
const VROEG = "05:00";
const MAANDAG = 1;
/** More than these go in the next round, a little later. */
export const MEESTE_KAARTEN = 200;
/** A form that stood open for so many days is sent for the first time, not again. */
const HERHALING_DAGEN = 30;
const VOLGENDE_RONDE_MS = 10 * 60_000;

const opruimen = (kaarten: readonly { readonly id: string; readonly to: Intent["to"] }[]): readonly Intent[] =>
  kaarten.map(({ id, to }) => ({ kind: "opruimen", objectId: id, to }));

/** The round of the next night; also what begins it. */
export const bewaarMoment = (now: Date): DueMoment => ({ soort: "bewaren", objectId: "regio", op: momentOp(plusDagen(dagVan(now), 1), VROEG), stap: 0 });

/** Privacy officers hear once a week that something is due for them. */
const herinner = async (ports: Ports, now: Date, vandaag: Dag): Promise<readonly Intent[]> => {
  if (weekdag(vandaag) !== MAANDAG) return [];
  const officers = await ports.store.personenMetRol("privacy_officer");
  const werk = await Promise.all(
    officers.map(async (persoon) => {
      const { klaar } = await findVerlopen({ ports, now, actor: { persoon, account: { platform: "teams", tenant: "", userId: "" } } });
      return klaar.length > 0 ? [bewaarBericht(persoon.id, "verlopen", vandaag)] : [];
    }),
  );
  return werk.flat();
};

const voorTermijn = (regio: Regio, vandaag: Dag): Date => momentOp(plusMaanden(vandaag, -maandenVan(regio, "auditspoor")), VROEG);

/** A channel in which nothing is posted is looked at too. */
const kijken = ({ channels }: Regio): readonly Intent[] => channels.map(({ id }) => ({ kind: "publiek", objectId: id, to: { channelId: id } }));

/**
 * Every night: who is in each channel, cards whose term has passed, cards that a chat refused to change, what an old backup brought back, answered
 * inzageverzoeken and lines of the audit trail past their own term, and what only the bot itself had to know.
 */
export const bewaren = async ({ ports, now }: { readonly ports: Ports; readonly now: Date; readonly moment: ClaimedMoment }): Promise<Plan> => {
  const { store, audit } = ports;
  const vandaag = dagVan(now);
  const regio = await store.readRegio();
  const dagenGeleden = (dagen: number): Date => momentOp(plusDagen(vandaag, -dagen), VROEG);
  const kaartenVoor = dagenGeleden(dagenKaarten(regio));
  const [kaarten, blijvend, berichten, terug] = await Promise.all([
    store.kaartenVanKlaar(kaartenVoor, MEESTE_KAARTEN),
    store.blijvendeKaarten(new Date(now.getTime() - 24 * UUR), MEESTE_KAARTEN),
    herinner(ports, now, vandaag),
    store.halfVernietigd(MEESTE_KAARTEN),
  ]);
  await store.wisTechniek(dagenGeleden(HERHALING_DAGEN), kaartenVoor);
  await audit?.removeBefore(voorTermijn(regio, vandaag));
  const meer = kaarten.length === MEESTE_KAARTEN;
  return {
    changes: [
      ...(kaarten.length === 0 ? [] : [{ soort: "kaarten_weg" as const, ids: kaarten.map(({ id }) => id) }]),
      { soort: "inzageverzoeken_weg", voor: plusMaanden(vandaag, -maandenVan(regio, "inzageverzoeken")) },
      ...(terug.length === 0 ? [] : [{ soort: "inhoud_weg" as const, owners: terug }]),
    ],
    intents: [...opruimen(kaarten), ...kijken(regio), ...opruimen(blijvend.filter(({ gestopt }) => gestopt)), ...berichten],
    audit: [auditLine("systeem", "bewaren", "regio", "gedaan", "systeem")],
    moments: [meer ? { ...bewaarMoment(now), op: new Date(now.getTime() + VOLGENDE_RONDE_MS) } : bewaarMoment(now)],
  };
};
