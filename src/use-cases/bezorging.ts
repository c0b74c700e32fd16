import { type BezorgingZicht, bezorgingZicht } from "../domain/delen/bezorging.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok } from "../domain/result.js";
import type { DichtGesprek, GestoptBericht, OngeschiktKanaal } from "../ports/bezorging-store.js";
import type { Inbound } from "../ports/chat.js";
import type { Ports } from "../ports/ports.js";
import type { ClaimedIntent, Intent } from "../ports/work.js";
import { commit, deny, doneBy, type Outcome, type Work } from "./work.js";

/** As many as one look shows and one press sends again. */
const MEESTE = 200;
const actie = "bezorging.opnieuw";

export type Bezorging = {
  readonly regio: Regio;
  readonly dicht: readonly DichtGesprek[];
  readonly gestopt: readonly GestoptBericht[];
  readonly ongeschikt: readonly OngeschiktKanaal[];
};

const binnen =
  (zicht: BezorgingZicht, { channels }: Regio) =>
  ({ to }: { readonly to: Intent["to"] }): boolean => {
    if (zicht === "alles") return true;
    const tafelId = "channelId" in to ? channels.find(({ id }) => id === to.channelId)?.tafelId : undefined;
    return tafelId !== undefined && zicht.includes(tafelId);
  };

/** May this person see what does not arrive anywhere? */
export const zichtOpBezorging = async ({ ports, actor }: Pick<Work, "ports" | "actor">): Promise<BezorgingZicht | undefined> =>
  bezorgingZicht(actor.persoon, await ports.store.inrichtingen());

/** What does not arrive, as far as this person may see it. */
export const readBezorging = async (work: Pick<Work, "ports" | "actor">, action: string): Outcome<Bezorging> => {
  const { store } = work.ports;
  const zicht = await zichtOpBezorging(work);
  if (zicht === undefined) return deny(work, action, "bezorging");
  const [regio, dicht, gestopt, ongeschikt] = await Promise.all([
    store.readRegio(),
    store.dichteGesprekken(),
    store.gestopteBerichten(MEESTE),
    store.ongeschikteKanalen(),
  ]);
  const mag = binnen(zicht, regio);
  return ok({ regio, dicht: dicht.filter(mag), gestopt: gestopt.filter(mag), ongeschikt });
};

/** Sends again what was given up, and tries closed conversations now. */
export const stuurOpnieuw = async (work: Work): Outcome<Bezorging> => {
  const found = await readBezorging(work, actie);
  if (!found.ok) return found;
  const { dicht, gestopt } = found.value;
  const naar = [...dicht, ...gestopt].map(({ to }) => to);
  const plan = { changes: [{ soort: "opnieuw_sturen" as const, ids: gestopt.map(({ id }) => id), naar }], audit: [doneBy(work, actie, "bezorging")] };
  const committed = await commit(work, plan);
  return committed.ok ? found : committed;
};

/** Who can do something about a channel: the tafelbeheerder, or the aandachtsfunctionarissen of the gemeente and their deputies. */
const beheertChannel = async ({ store }: Ports, to: { readonly channelId: string }): Promise<readonly PersoonId[]> => {
  const channel = (await store.readRegio()).channels.find(({ id }) => id === to.channelId);
  if (channel === undefined) return [];
  if (channel.soort !== "tafel") return (await store.personenMetRol("aandachtsfunctionaris", channel.gemeenteId, true)).map(({ id }) => id);
  const beheerder = (await store.inrichtingVan(channel.tafelId))?.beheerderId;
  return beheerder === undefined ? [] : [beheerder];
};

const vervangt = async ({ store }: Ports, to: { readonly persoonId: PersoonId }): Promise<readonly PersoonId[]> => {
  const [persoon] = await store.readPersonen([to.persoonId]);
  return persoon?.plaatsvervangerId === undefined ? [] : [persoon.plaatsvervangerId];
};

/** Who hears that nothing is posted there: who can do something about it, else the ketenregisseurs; never who cannot be reached himself. */
export const wieHoortHet = async (ports: Ports, to: Intent["to"]): Promise<readonly PersoonId[]> => {
  const eigen = "channelId" in to ? await beheertChannel(ports, to) : await vervangt(ports, to);
  const wie = eigen.length > 0 ? eigen : (await ports.store.personenMetRol("ketenregisseur")).map((persoon) => persoon.id);
  return wie.filter((persoonId) => !("persoonId" in to) || persoonId !== to.persoonId);
};

/** A conversation takes nothing: somebody who can do something about it gets a private word, once for each time that it closes. */
export const tellClosed = async (ports: Ports, { id, kind, to }: ClaimedIntent): Promise<void> => {
  if (kind === "bezorging") return;
  const naar = await wieHoortHet(ports, to);
  const objectId = "channelId" in to ? to.channelId : to.persoonId;
  const intents = naar.map((persoonId): Intent => ({ kind: "bezorging", objectId, to: { persoonId }, variant: "channelId" in to ? "kanaal" : "persoon" }));
  if (intents.length > 0) await ports.store.commit({ delivery: { key: `dicht:${id}` }, intents });
};

/** Somebody pressed a card of ours that we do not know of, while the same card stands elsewhere in that channel: it is sent again there, and this one is replaced. */
export const noteDubbel = async (ports: Ports, { account, place, event }: Inbound): Promise<void> => {
  const { conversationId, messageId } = place;
  if (event.soort !== "actie" || place.soort !== "channel" || messageId === undefined) return;
  const plek = { platform: account.platform, tenant: account.tenant, conversationId, messageId };
  const genoemd = Object.values(event.data).filter((een) => /^[\w:-]+$/.test(een));
  const van = await ports.store.findDubbelVan(plek, genoemd);
  if (van !== undefined) await ports.store.commit({ changes: [{ soort: "kaart_dubbel", plek, van }], intents: [van] });
};
