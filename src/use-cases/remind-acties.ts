import type { ActieDossier } from "../domain/actiepunt/actie-policy.js";
import type { Actiepunt, ActiepuntId } from "../domain/actiepunt/actiepunt.js";
import { isLopend, lopendeStatussen } from "../domain/actiepunt/actiepunt.status.js";
import { DAGEN_TOT_VOORZITTER, DAGEN_VOORAF, voorVoorzitter } from "../domain/actiepunt/herinneren.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { dagVan, isWerkdag, momentOp, plusDagen, volgendeWerkdag } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { ClaimedMoment } from "../ports/work.js";
import { readActieDossier, readActieDossiers } from "./open-actiepunt.js";
import { herinnerMoment, verteld } from "./plan-actiepunt.js";
import { auditLine } from "./work.js";

type Tick = { readonly ports: Ports; readonly now: Date; readonly moment: ClaimedMoment };

const BUNDEL_TIJD = "08:45";
const EINDE_WERKDAG = "17:00";
const PER_BUNDEL = 200;

/** When the daily bundle can go: now in working hours, else the next working morning. */
const bundelOp = (now: Date, { vrijeDagen }: Regio): Date => {
  const vandaag = dagVan(now);
  if (isWerkdag(vandaag, vrijeDagen) && now < momentOp(vandaag, EINDE_WERKDAG)) {
    const vroeg = momentOp(vandaag, BUNDEL_TIJD);
    return now < vroeg ? vroeg : now;
  }
  return momentOp(volgendeWerkdag(vandaag, vrijeDagen), BUNDEL_TIJD);
};

/** An actiepunt comes to mind: the bundle of who must read it is asked for, and the next time is set from now, however long we stood still. */
export const actieHerinneren = async ({ ports, now, moment }: Tick): Promise<Plan> => {
  const actiepunt = await ports.store.readActiepunt(moment.objectId as ActiepuntId);
  if (!isLopend(actiepunt.status)) return {};
  const [{ inrichting, bereikbaar }, regio] = await Promise.all([readActieDossier(ports, actiepunt), ports.store.readRegio()]);
  const vandaag = dagVan(now);
  const wie = [actiepunt.actiehouderId, ...(voorVoorzitter(actiepunt.termijn, vandaag) && inrichting !== undefined ? [inrichting.voorzitterId] : [])];
  const lezers = [...new Set(wie.map((id) => verteld(id, inrichting, bereikbaar)))].filter((id) => id !== undefined);
  const op = bundelOp(now, regio);
  return {
    audit: [auditLine("systeem", `herinnering_actie_${moment.stap}`, actiepunt.code, "gedaan", "systeem")],
    moments: [...lezers.map((objectId) => ({ soort: "dagbundel" as const, objectId, op, stap: 0 })), herinnerMoment(actiepunt, regio, now, moment.stap + 1)],
  };
};

/** What a bundle holds for one person. @property namens of people whom no chat reaches; @property tafel long late at a tafel of which he is voorzitter. */
export type Bundel = { readonly eigen: readonly Actiepunt[]; readonly namens: readonly Actiepunt[]; readonly tafel: readonly Actiepunt[] };

/** Everything that is near or late for this person today, from the state of now. */
export const bundelVan = async (ports: Ports, persoonId: PersoonId, now: Date): Promise<Bundel> => {
  const { store } = ports;
  const vandaag = dagVan(now);
  const voor = plusDagen(vandaag, DAGEN_VOORAF + 1);
  const inrichtingen = await store.inrichtingen();
  const bestuurd = inrichtingen.filter((tafel) => tafel.secretarisId === persoonId || tafel.voorzitterId === persoonId);
  const zoek = (rest: Omit<Parameters<typeof store.actiepunten>[0], "statussen">) =>
    store.actiepunten({ statussen: lopendeStatussen, binnen: [persoonId], ...rest }, PER_BUNDEL);
  const tafels = bestuurd.map((tafel) => tafel.tafelId);
  const [eigen, nabij, lang] = await Promise.all([
    zoek({ van: [persoonId], voor }),
    tafels.length === 0 ? [] : zoek({ tafels, voor }),
    tafels.length === 0 ? [] : zoek({ tafels, voor: plusDagen(vandaag, 1 - DAGEN_TOT_VOORZITTER) }),
  ]);
  const aanMij = async (acties: readonly Actiepunt[], wie: (dossier: ActieDossier) => PersoonId | undefined): Promise<readonly Actiepunt[]> =>
    (await readActieDossiers(ports, acties))
      .filter((dossier) => ((id) => id !== undefined && verteld(id, dossier.inrichting, dossier.bereikbaar) === persoonId)(wie(dossier)))
      .map(({ actiepunt }) => actiepunt);
  const namens = await aanMij(nabij, ({ actiepunt, bereikbaar }) => (bereikbaar.includes(actiepunt.actiehouderId) ? undefined : actiepunt.actiehouderId));
  const tafel = await aanMij(lang, ({ inrichting }) => inrichting?.voorzitterId);
  const genoemd = [...eigen, ...namens].map((one) => one.id);
  return { eigen, namens, tafel: tafel.filter((one) => !genoemd.includes(one.id)) };
};

/** One private message a person a day: its day is the delivery, so a second one changes nothing. */
export const dagbundel = async ({ ports, now, moment }: Tick): Promise<Plan> => {
  const op = bundelOp(now, await ports.store.readRegio());
  if (op > now) return { moments: [{ soort: "dagbundel", objectId: moment.objectId, op, stap: moment.stap }] };
  const persoonId = moment.objectId as PersoonId;
  const { eigen, namens, tafel } = await bundelVan(ports, persoonId, now);
  if (eigen.length + namens.length + tafel.length === 0) return {};
  const objectId = `${persoonId}:${dagVan(now)}`;
  return {
    delivery: { key: `dagbundel:${objectId}` },
    intents: [{ kind: "dagbundel", objectId, to: { persoonId } }],
    audit: [auditLine("systeem", "dagbundel", persoonId, "gedaan", "systeem")],
  };
};
