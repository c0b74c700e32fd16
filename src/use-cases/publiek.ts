import { type Kring, type PubliekOordeel, toetsPubliek } from "../domain/delen/publiek.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import { type Channel, type ChannelId, type Regio, readGemeente } from "../domain/regio/regio.js";
import { zitAanTafel } from "../domain/tafel/inrichting.js";
import type { OngeschiktKanaal } from "../ports/bezorging-store.js";
import type { Address } from "../ports/chat.js";
import type { Ports } from "../ports/ports.js";
import type { Lid, Publiek, PubliekReader, Toets } from "../ports/publiek.js";
import type { Account, Change, Gelinkt, Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { wieHoortHet } from "./bezorging.js";
import { herken, isVerouderd } from "./herken.js";
import { auditLine } from "./work.js";

type Gezien = { readonly persoon: Persoon | undefined; readonly vers?: Account };

const kringVan = async ({ store }: Ports, regio: Regio, channel: Channel): Promise<Kring> => {
  if (channel.soort !== "tafel") return { soort: channel.soort, gemeente: readGemeente(regio, channel.gemeenteId) };
  const inrichting = await store.inrichtingVan(channel.tafelId);
  return { soort: "tafel", inrichting, zitten: inrichting === undefined ? [] : await store.readPersonen(zitAanTafel(inrichting)) };
};

/** Looks accounts up, and notes which the chat vouched for again. */
const makeLookup = (ports: Ports, channel: Address) => {
  const now = ports.clock.now();
  const bekend = new Map<string, Gelinkt>();
  return {
    bekend: async (userIds: readonly string[]): Promise<ReadonlySet<string>> => {
      for (const een of await ports.store.findGelinkten(channel, userIds)) bekend.set(een.account.ref.userId, een);
      return new Set([...bekend.values()].filter(({ account }) => !isVerouderd(account, now)).map(({ account }) => account.ref.userId));
    },
    gezien: async ({ userId, profiel }: Lid): Promise<Gezien> => {
      const gelinkt = bekend.get(userId);
      const verouderd = gelinkt !== undefined && isVerouderd(gelinkt.account, now);
      if (profiel === undefined) return { persoon: verouderd ? undefined : gelinkt?.persoon };
      const found = await herken(ports, { platform: channel.platform, tenant: channel.tenant, userId }, profiel, gelinkt?.persoon);
      const persoon = found.ok ? found.value.persoon : undefined;
      return { persoon, ...(persoon !== undefined && verouderd ? { vers: { ...gelinkt.account, linkedOp: now } } : {}) };
    },
  };
};

/** Tells who can do something about it, once for each time that the channel turned. */
const berichten = async (ports: Ports, channelId: ChannelId): Promise<readonly Intent[]> =>
  (await wieHoortHet(ports, { channelId })).map((persoonId) => ({ kind: "bezorging", objectId: channelId, to: { persoonId }, variant: "publiek" }));

const gekeerd = async (ports: Ports, channelId: ChannelId, oordeel: PubliekOordeel, was: OngeschiktKanaal | undefined): Promise<Plan> => {
  if (oordeel.mag)
    return was === undefined
      ? {}
      : { changes: [{ soort: "publiek_goed", channelId }], audit: [auditLine("systeem", "publiek.goed", channelId, "gedaan", "systeem")] };
  const { reden, aantal } = oordeel;
  if (was?.reden === reden && was.aantal === aantal) return {};
  return {
    changes: [{ soort: "publiek_mis", kanaal: { channelId, reden, aantal, sinds: was?.sinds ?? ports.clock.now() } }],
    audit: [auditLine("systeem", `publiek.${reden}`, channelId, "geweigerd", "systeem")],
    intents: was === undefined ? await berichten(ports, channelId) : [],
  };
};

const oordeelOver = async (ports: Ports, channelId: ChannelId, { gedeeld, openbaar, leden }: Publiek, gezien: (lid: Lid) => Promise<Gezien>) => {
  const regio = await ports.store.readRegio();
  const channel = regio.channels.find(({ id }) => id === channelId);
  const gelezen = await Promise.all(leden.map(gezien));
  const vers = gelezen.flatMap((een): readonly Change[] => (een.vers === undefined ? [] : [{ soort: "account", account: een.vers }]));
  if (channel === undefined) return { oordeel: { mag: false, reden: "onbekend", aantal: leden.length } as const, vers };
  const lezers = gelezen.map(({ persoon }) => persoon);
  return { oordeel: toetsPubliek(await kringVan(ports, regio, channel), { gedeeld, openbaar, lezers }), vers };
};

/** Asks the chat who is in the channel and whether its cards are for all of them; what turned is on record, and somebody is told. */
export const toetsKanaal = async (
  ports: Ports,
  channelId: ChannelId,
  { address, reader }: { readonly address: Address; readonly reader: PubliekReader },
): Promise<Toets> => {
  const lookup = makeLookup(ports, address);
  const gelezen = await reader.read(address, lookup.bekend);
  if (!gelezen.ok) return gelezen;
  const { oordeel, vers } = await oordeelOver(ports, channelId, gelezen.publiek, lookup.gezien);
  const was = (await ports.store.ongeschikteKanalen()).find((een) => een.channelId === channelId);
  const plan = await gekeerd(ports, channelId, oordeel, was);
  const changes = [...(plan.changes ?? []), ...vers];
  if (changes.length > 0) await ports.store.commit({ ...plan, changes });
  return oordeel;
};
