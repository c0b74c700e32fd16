import type { Channel, ChannelId, Gemeente } from "../../domain/regio/regio.js";
import type { MessageKey } from "../../messages/messages.js";
import type { RegioAccount, RegioImport, RegioPersoon } from "../../ports/regio-import.js";

/** One person at a local chat of his own. @property channel the channel of the region that he sees. */
export type TryOutPerson = {
  readonly id: string;
  readonly rol: Extract<MessageKey, `rol.probeer.${string}`>;
  readonly channel?: Exclude<Channel["soort"], "tafel">;
};

/** In the order of what to do: submit, enrich, judge, answer, direct. */
export const people = [
  { id: "P15", rol: "rol.probeer.melder" },
  { id: "P05", rol: "rol.probeer.analist", channel: "meldpunt" },
  { id: "P01", rol: "rol.probeer.aandachtsfunctionaris", channel: "aandachtsfunctionaris" },
  { id: "P02", rol: "rol.probeer.aandachtsfunctionaris", channel: "aandachtsfunctionaris" },
  { id: "P08", rol: "rol.probeer.partner" },
  { id: "P03", rol: "rol.probeer.zorgcoordinator" },
  { id: "P06", rol: "rol.probeer.regiehouder" },
  { id: "P12", rol: "rol.probeer.ketenregisseur" },
] as const satisfies readonly TryOutPerson[];

export const tenant = "0e7e0000-0000-4000-8000-000000000001";
export const userIdOf = (id: string): string => `00000000-0000-4000-8000-0000000000${id.slice(1)}`;
export const chatOf = (id: string): string => `chat-${id}`;
export const channelOf = (id: string): string => `kanaal-${id}`;

/** The region with channels and accounts of the local chats in place of real ones, and only what these people can reach. */
export const tryOutRegio = (base: RegioImport): RegioImport => {
  const accounts: RegioAccount[] = people.map(({ id }) => ({
    platform: "teams",
    tenant,
    userId: userIdOf(id),
    persoonId: readPersoon(base, id).id,
    gast: false,
  }));
  const channels = people.flatMap((person) => channelFor(base, person));
  const gemeenten = base.regio.gemeenten.filter((gemeente) => isReached(gemeente, channels));
  const left = base.regio.gemeenten.filter((gemeente) => !gemeenten.includes(gemeente));
  const personen = base.personen.filter(({ rollen }) => !rollen.some(({ gemeenteId }) => left.some(({ id }) => id === gemeenteId)));
  const here = (id: string | undefined): boolean => personen.some((persoon) => persoon.id === id);
  const inrichtingen = base.inrichtingen.map((inrichting) => ({ ...inrichting, deelnemers: inrichting.deelnemers.filter(({ persoonId }) => here(persoonId)) }));
  return { regio: { ...base.regio, gemeenten, channels }, personen, accounts, inrichtingen };
};

/** A signaal for a gemeente without these channels would reach nobody. */
const isReached = ({ id, meldpunt }: Gemeente, channels: readonly Channel[]): boolean => {
  const has = (soort: Channel["soort"]): boolean => channels.some((channel) => channel.gemeenteId === id && channel.soort === soort);
  return has("aandachtsfunctionaris") && (!meldpunt || has("meldpunt"));
};

const channelFor = (base: RegioImport, person: TryOutPerson): readonly Channel[] => {
  if (!person.channel) return [];
  const rol = person.channel === "meldpunt" ? "analist" : "aandachtsfunctionaris";
  const gemeenteId = readPersoon(base, person.id).rollen.find((r) => r.rol === rol)?.gemeenteId;
  if (!gemeenteId) return [];
  return [{ id: channelOf(person.id) as ChannelId, soort: person.channel, gemeenteId, platform: "teams", tenant, conversationId: channelOf(person.id) }];
};

export const readPersoon = (base: RegioImport, id: string): RegioPersoon => {
  const persoon = base.personen.find((p) => p.id === id);
  if (!persoon) throw new Error(`${id} is not in the region of the try-out`);
  return persoon;
};

/**
 * What the client must know: exactly five others, one channel beside General, ids of its own. The others are no people
 * of the region: an address belongs to one client, and a roster that names somebody would take his from him.
 */
export const playgroundConfig = (persoon: RegioPersoon, channelName: string, team: string) => {
  const id = persoon.id;
  return {
    version: "0.1.1",
    tenantId: tenant,
    bot: { id: "ketentafel", name: "Ketentafel" },
    currentUser: user(`gebruiker-${id}`, persoon.naam, persoon.email, userIdOf(id)),
    users: [1, 2, 3, 4, 5].map((nr) =>
      user(`collega-${nr}-${id}`, `Collega ${nr}`, `collega${nr}@elders.example`, `00000000-0000-4000-9000-00000000${id.slice(1)}0${nr}`),
    ),
    personalChat: { id: chatOf(id) },
    groupChat: { id: `groep-${id}`, name: "Groep" },
    team: {
      id: `team-${id}`,
      name: team,
      aadGroupId: `00000000-0000-4000-a000-0000000000${id.slice(1)}`,
      channels: [{ id: channelOf(id), name: channelName }],
    },
  };
};

const user = (id: string, name: string, email: string, aadObjectId: string) => {
  const [givenName = name, ...rest] = name.split(" ");
  return { id, name, userPrincipleName: email, aadObjectId, givenName, surname: rest.join(" ") || givenName, email };
};
