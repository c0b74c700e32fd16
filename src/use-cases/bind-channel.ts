import { type Channel, channelId, type Tafel, werkendeTafels } from "../domain/regio/regio.js";
import { refuse } from "../domain/result.js";
import { tafelRollenVan } from "../domain/tafel/tafel.js";
import { mayOrganise, mayTafel } from "../domain/tafel/tafel-rechten.js";
import type { Plan } from "../ports/store.js";
import { handeltVoor } from "./open-actiepunt.js";
import type { OpenedTafel } from "./open-tafel.js";
import { commit, doneBy, type Outcome, type Work } from "./work.js";

/** The tafels that this person may give a channel. */
export const kanaalTafels = async ({ ports, actor }: Pick<Work, "ports" | "actor">): Promise<readonly Tafel[]> => {
  const [regio, inrichtingen, namens] = await Promise.all([ports.store.readRegio(), ports.store.inrichtingen(), handeltVoor(ports, actor.persoon)]);
  if (!actor.persoon.actief) return [];
  return werkendeTafels(regio).filter((tafel) => {
    if (mayOrganise(actor.persoon, "tafel.kanaal")) return true;
    const inrichting = inrichtingen.find(({ tafelId }) => tafelId === tafel.id);
    return inrichting !== undefined && mayTafel(tafelRollenVan(inrichting, namens), "tafel.kanaal");
  });
};

/** The channel of the region that the chat calls this, if it has one. */
export const findChannel = async ({ ports, actor }: Pick<Work, "ports" | "actor">, conversationId: string): Promise<Channel | undefined> => {
  const { platform, tenant } = actor.account;
  return (await ports.store.readRegio()).channels.find(({ id }) => id === channelId(platform, tenant, conversationId));
};

/** The agendas that were sent already, for a channel that comes later. */
const verstuurdeAgendas = async ({ ports, now }: Work, { tafel }: OpenedTafel, channel: Channel): Promise<Plan> => {
  const komend = (await ports.store.komendeOverleggen(tafel.id, now, 3)).filter(({ genodigden }) => genodigden === undefined);
  const agendas = await Promise.all(komend.map(({ id }) => ports.store.agendaVan(id)));
  return {
    intents: agendas.flatMap((agenda) =>
      agenda?.status === "verstuurd" ? [{ kind: "agenda" as const, objectId: agenda.overlegId, to: { channelId: channel.id } }] : [],
    ),
  };
};

/** From now on the tafel reads its agendas here. Only a channel in which the bot was spoken to, and that is of nobody else. */
export const bindChannel = async (work: Work, opened: OpenedTafel, conversationId: string): Outcome<void> => {
  const { platform, tenant } = work.actor.account;
  const met = await work.ports.store.findMetChannel(platform, tenant, conversationId);
  if (met === undefined) return refuse({ code: "kanaal_onbekend", veld: "tafel" });
  if ((await findChannel(work, conversationId)) !== undefined) return refuse({ code: "kanaal_bezet", veld: "tafel" });
  const id = channelId(platform, tenant, conversationId);
  const channel: Channel = { id, soort: "tafel", tafelId: opened.tafel.id, platform, tenant, conversationId, uitChat: true };
  const { intents = [] } = await verstuurdeAgendas(work, opened, channel);
  return commit(
    work,
    {
      changes: [{ soort: "channel_nieuw", channel, ...(met.serviceUrl === undefined ? {} : { serviceUrl: met.serviceUrl }) }],
      audit: [doneBy(work, "tafel.kanaal", opened.tafel.id)],
      intents: [{ kind: "kanaalbericht", objectId: opened.tafel.id, to: { channelId: id }, variant: "gekoppeld" }, ...intents],
    },
    opened.tafel.id,
  );
};

/** The tafel reads nothing here any more; what stands there stays and is harmless. */
export const unbindChannel = async (work: Work, opened: OpenedTafel, id: string): Outcome<void> => {
  const channel = opened.regio.channels.find((een) => een.id === id && een.tafelId === opened.tafel.id);
  if (channel === undefined) return refuse({ code: "ongeldige_keuze", veld: "kanaal" });
  if (channel.uitChat !== true) return refuse({ code: "kanaal_in_bestand", veld: "kanaal" });
  const plan: Plan = { changes: [{ soort: "channel_weg", channelId: channel.id }], audit: [doneBy(work, "tafel.kanaal_los", opened.tafel.id)] };
  return commit(work, plan, opened.tafel.id);
};
