import { type Agenda, agendaMomenten, agendaStap, volgendeStap } from "../domain/overleg/agenda.js";
import type { Agendapunt } from "../domain/overleg/agendapunt.js";
import type { Overleg } from "../domain/overleg/overleg.js";
import type { Regio } from "../domain/regio/regio.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { DueMoment, Intent } from "../ports/work.js";
import { type AgendaDossier, lezersVan, nogTeDoen, type PuntDossier } from "./open-agenda.js";
import { merge } from "./work.js";

/** An overleg wakes for its agenda: the concept, the agenda, the reminder, and the night after it. */
export const agendaMoment = (inrichting: TafelInrichting, overleg: Overleg, now: Date): DueMoment => {
  const momenten = agendaMomenten(inrichting, overleg);
  const nu = overleg.status === "vervallen" || agendaStap(momenten, overleg, undefined, now) !== "niets";
  return { soort: "agenda", objectId: overleg.id, op: nu ? now : (volgendeStap(momenten, now) ?? now), stap: 0 };
};

/** The channels of the tafel; none for an overleg of chosen people, who read it in private only. */
export const channelsVoor = (regio: Regio, { tafelId, genodigden }: Pick<Overleg, "tafelId" | "genodigden">) =>
  genodigden === undefined ? regio.channels.filter((channel) => channel.tafelId === tafelId) : [];

export const agendaChannels = (regio: Regio, overleg: Pick<Overleg, "tafelId" | "genodigden">, overlegId: string): readonly Intent[] =>
  channelsVoor(regio, overleg).map(({ id }) => ({ kind: "agenda", objectId: overlegId, to: { channelId: id } }));

/** Who reads the agenda in private: who is invited to a point, and everybody when the tafel has no channel. */
export const uitnodigingen = (dossier: Pick<AgendaDossier, "betrokken" | "punten" | "regio" | "overleg">): readonly Intent[] => {
  const { regio, overleg, punten } = dossier;
  const zonderChannel = channelsVoor(regio, overleg).length === 0;
  const wie = lezersVan({ betrokken: zonderChannel ? dossier.betrokken : [], punten });
  return wie.map((persoonId) => ({ kind: "uitnodiging", objectId: overleg.id, to: { persoonId } }));
};

export const naarBeheerder = ({ inrichting, overleg }: Pick<AgendaDossier, "inrichting" | "overleg">): Intent => ({
  kind: "concept",
  objectId: overleg.id,
  to: { persoonId: inrichting.beheerderId },
});

/** The card from which the meeting is led, at who leads it: always as it stands now. */
export const looptKaarten = ({ inrichting, overleg }: Pick<AgendaDossier, "inrichting" | "overleg">): readonly Intent[] =>
  [...new Set([inrichting.voorzitterId, inrichting.secretarisId])].map((persoonId) => ({ kind: "overleg_loopt", objectId: overleg.id, to: { persoonId } }));

/** The cards of an agenda follow what changed; after it was sent the changed points are marked. @param weg points that left it: who was invited sees it. */
export const agendaVolgt = (dossier: AgendaDossier, gewijzigd: readonly Agendapunt[], weg: readonly PuntDossier[] = []): Plan => {
  const { agenda, regio, overleg } = dossier;
  if (agenda === undefined) return {};
  if (agenda.status === "concept") return { intents: [naarBeheerder(dossier)] };
  const ids = [...new Set([...agenda.gewijzigd, ...gewijzigd.map(({ id }) => id)])];
  return {
    changes: [{ soort: "agenda", agenda: { ...agenda, gewijzigd: ids } }],
    intents: [...agendaChannels(regio, overleg, overleg.id), ...uitnodigingen({ ...dossier, punten: [...dossier.punten, ...weg] }), naarBeheerder(dossier)],
  };
};

/** Puts points on the agenda of this overleg, behind what is there. @param nieuw they are not stored yet. */
export const zetOpAgenda = (naar: AgendaDossier, punten: readonly PuntDossier[], status: "ingebracht" | "doorgeschoven", nieuw = false): Plan => {
  if (punten.length === 0) return {};
  const laatste = Math.max(0, ...naar.punten.map(({ punt }) => punt.volgorde));
  const gezet = punten.map((een, i): PuntDossier => {
    const punt: Agendapunt = {
      ...een.punt,
      overlegId: naar.overleg.id,
      volgorde: laatste + i + 1,
      status: naar.agenda?.status === "verstuurd" ? "op_agenda" : status,
    };
    return { ...een, punt };
  });
  const changes = gezet.map(({ punt }) => ({ soort: nieuw ? ("agendapunt_nieuw" as const) : ("agendapunt" as const), agendapunt: punt }));
  return merge(
    { changes },
    agendaVolgt(
      { ...naar, punten: [...naar.punten, ...gezet] },
      gezet.map(({ punt }) => punt),
    ),
  );
};

/** The next overleg of the tafel after this one, to which what was not treated goes; a spoedoverleg is for its own point. */
export const volgendOverleg = async ({ store }: Ports, overleg: Overleg, now: Date): Promise<Overleg | undefined> => {
  const vanaf = overleg.eind > now && overleg.status !== "vervallen" ? overleg.eind : now;
  const komend = await store.komendeOverleggen(overleg.tafelId, vanaf, 10);
  return komend.find((een) => een.id !== overleg.id && een.soort !== "spoed" && een.begin > now);
};

export const opslaan = ({ agenda, overleg }: AgendaDossier, wat: Partial<Agenda>): Plan => ({
  changes: [
    agenda === undefined
      ? { soort: "agenda_nieuw", agenda: { overlegId: overleg.id, version: 0, status: "concept", herinnerd: false, gewijzigd: [], ...wat } }
      : { soort: "agenda", agenda: { ...agenda, ...wat } },
  ],
});

/** The agenda goes to the channels of the tafel and to who is invited. */
export const verstuurAgenda = (dossier: AgendaDossier): Plan => {
  const { regio, overleg } = dossier;
  return merge(opslaan(dossier, { status: "verstuurd", gewijzigd: [] }), {
    changes: nogTeDoen(dossier).map(({ punt }) => ({ soort: "agendapunt", agendapunt: { ...punt, status: "op_agenda" } })),
    intents: [...agendaChannels(regio, overleg, overleg.id), ...uitnodigingen(dossier), ...(dossier.agenda === undefined ? [] : [naarBeheerder(dossier)])],
  });
};
