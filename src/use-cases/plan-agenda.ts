import { type Agenda, agendaMomenten, agendaStap, volgendeStap } from "../domain/overleg/agenda.js";
import type { Agendapunt } from "../domain/overleg/agendapunt.js";
import type { Overleg } from "../domain/overleg/overleg.js";
import type { Regio } from "../domain/regio/regio.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import { dagVan, momentOp, plusDagen } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { ClaimedMoment, DueMoment, Intent } from "../ports/work.js";
import { type AgendaDossier, lezersVan, nogTeDoen, type PuntDossier, readAgenda } from "./open-agenda.js";
import { auditLine, merge } from "./work.js";

type Tick = { readonly ports: Ports; readonly now: Date; readonly moment: ClaimedMoment };

/** An overleg wakes for its agenda: the concept, the agenda, the reminder, and the night after it. */
export const agendaMoment = (inrichting: TafelInrichting, overleg: Overleg, now: Date): DueMoment => {
  const momenten = agendaMomenten(inrichting, overleg);
  const nu = overleg.status === "vervallen" || agendaStap(momenten, overleg, undefined, now) !== "niets";
  return { soort: "agenda", objectId: overleg.id, op: nu ? now : (volgendeStap(momenten, now) ?? now), stap: 0 };
};

/** The channels of the tafel; none for an overleg of chosen people, who read it in private only. */
const channelsVoor = (regio: Regio, { tafelId, genodigden }: Pick<Overleg, "tafelId" | "genodigden">) =>
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

const naarBeheerder = ({ inrichting, overleg }: Pick<AgendaDossier, "inrichting" | "overleg">): Intent => ({
  kind: "concept",
  objectId: overleg.id,
  to: { persoonId: inrichting.beheerderId },
});

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

const opslaan = ({ agenda, overleg }: AgendaDossier, wat: Partial<Agenda>): Plan => ({
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

const systeem = (actie: string, { overleg }: AgendaDossier): Plan => ({ audit: [auditLine("systeem", actie, overleg.id, "gedaan", "systeem")] });

const herinner = (dossier: AgendaDossier): Plan => {
  const { overleg, regio, antwoorden } = dossier;
  const weg = antwoorden.filter(({ antwoord }) => antwoord === "komt_niet").map(({ persoonId }) => persoonId);
  const naar: readonly Intent["to"][] = [
    ...channelsVoor(regio, overleg).map(({ id }) => ({ channelId: id })),
    ...lezersVan(dossier)
      .filter((id) => !weg.includes(id))
      .map((persoonId) => ({ persoonId })),
  ];
  return merge(opslaan(dossier, { herinnerd: true }), {
    intents: naar.map((to) => ({ kind: "overlegherinnering", objectId: overleg.id, to })),
  });
};

/** What was not treated goes to the next overleg; without one it waits, and the tafelbeheerder is told once. */
const schuifDoor = async ({ ports, now, moment }: Tick, dossier: AgendaDossier): Promise<Plan> => {
  const { overleg, inrichting, verlopen, agenda } = dossier;
  const punten = nogTeDoen(dossier);
  const to = { persoonId: inrichting.beheerderId };
  const weg: Plan = { changes: verlopen.map((punt) => ({ soort: "agendapunt", agendapunt: { ...punt, status: "ingetrokken" } })) };
  const gemist: Plan =
    overleg.status !== "vervallen" && agenda?.status !== "verstuurd" && moment.stap === 0
      ? { intents: [{ kind: "agenda_gemist", objectId: overleg.tafelId, to }] }
      : {};
  if (punten.length === 0) return merge(weg, gemist);
  const volgend = await volgendOverleg(ports, overleg, now);
  const naar = volgend === undefined ? undefined : await readAgenda(ports, volgend.id);
  if (naar === undefined) {
    const wacht = punten.filter(({ punt }) => punt.status !== "doorgeschoven");
    return merge(weg, gemist, {
      changes: wacht.map(({ punt }) => ({ soort: "agendapunt", agendapunt: { ...punt, status: "doorgeschoven" } })),
      intents: moment.stap === 0 ? [{ kind: "agendabericht", objectId: overleg.id, to, variant: "wacht_op_overleg" }] : [],
      moments: [{ soort: "agenda", objectId: overleg.id, op: momentOp(plusDagen(dagVan(now), 1), "05:00"), stap: moment.stap + 1 }],
    });
  }
  return merge(weg, gemist, zetOpAgenda(naar, punten, "doorgeschoven"), systeem("agenda.doorschuiven", dossier), {
    intents: [{ kind: "agendabericht", objectId: naar.overleg.id, to, variant: "doorgeschoven" }],
  });
};

/** Due moment `agenda`: does what is of use now, however long we stood still, and sets the next time. */
export const agenda = async (tick: Tick): Promise<Plan> => {
  const { ports, now, moment } = tick;
  const dossier = await readAgenda(ports, moment.objectId);
  if (dossier === undefined) return {};
  const { overleg, inrichting } = dossier;
  if (overleg.status === "vervallen") return schuifDoor(tick, dossier);
  const momenten = agendaMomenten(inrichting, overleg);
  const volgend = volgendeStap(momenten, now);
  const verder: Plan = volgend === undefined ? {} : { moments: [{ soort: "agenda", objectId: overleg.id, op: volgend, stap: 0 }] };
  switch (agendaStap(momenten, overleg, dossier.agenda, now)) {
    case "concept":
      return merge(opslaan(dossier, {}), { intents: [naarBeheerder(dossier)] }, systeem("agenda.concept", dossier), verder);
    case "versturen":
      return merge(verstuurAgenda(dossier), systeem("agenda.versturen", dossier), verder);
    case "herinneren":
      return merge(herinner(dossier), systeem("agenda.herinneren", dossier), verder);
    case "afsluiten":
      return schuifDoor(tick, dossier);
    case "niets":
      return verder;
  }
};
