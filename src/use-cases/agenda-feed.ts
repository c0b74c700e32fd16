import type { Overleg } from "../domain/overleg/overleg.js";
import type { Tafel } from "../domain/regio/regio.js";
import { ok } from "../domain/result.js";
import { tafelRollenVan } from "../domain/tafel/tafel.js";
import { mayTafel } from "../domain/tafel/tafel-rechten.js";
import type { Ports } from "../ports/ports.js";
import { handeltVoor } from "./open-actiepunt.js";
import type { SetUpTafel } from "./open-tafel.js";
import { commit, doneBy, type Outcome, type Work } from "./work.js";

/** What a calendar may know: the tafel, when and where. */
export type AgendaInhoud = { readonly tafel: Tafel; readonly overleggen: readonly Overleg[] };

const GESCHIEDENIS_MS = 31 * 24 * 3_600_000;
const MEESTE = 500;

/** A new link; the one that was there stops. The token is told once and not kept. */
export const renewFeed = async (work: Work, opened: SetUpTafel): Outcome<string> => {
  const token = work.ports.ids.nonce();
  const feed = { persoonId: work.actor.persoon.id, tafelId: opened.tafel.id, gemaaktOp: work.now };
  const committed = await commit(work, { changes: [{ soort: "agenda_feed", feed, token }], audit: [doneBy(work, "agenda.nieuw", opened.tafel.id)] });
  return committed.ok ? ok(token) : committed;
};

export const stopFeed = (work: Work, opened: SetUpTafel): Outcome<void> =>
  commit(work, {
    changes: [{ soort: "agenda_feed_weg", feed: { persoonId: work.actor.persoon.id, tafelId: opened.tafel.id } }],
    audit: [doneBy(work, "agenda.stop", opened.tafel.id)],
  });

/** What stands behind a link now; `undefined` when it was stopped, or its owner has nothing to do with the tafel any more. */
export const readAgendaFeed = async (ports: Ports, token: string): Promise<AgendaInhoud | undefined> => {
  const feed = await ports.store.findAgendaFeed(token);
  if (feed === undefined) return undefined;
  const [regio, inrichting, [persoon]] = await Promise.all([
    ports.store.readRegio(),
    ports.store.inrichtingVan(feed.tafelId),
    ports.store.readPersonen([feed.persoonId]),
  ]);
  const tafel = regio.tafels.find((one) => one.id === feed.tafelId);
  if (tafel === undefined || inrichting === undefined || persoon === undefined || !persoon.actief) return undefined;
  const namens = await handeltVoor(ports, persoon);
  if (!mayTafel(tafelRollenVan(inrichting, namens), "agenda.link")) return undefined;
  const overleggen = await ports.store.komendeOverleggen(tafel.id, new Date(ports.clock.now().getTime() - GESCHIEDENIS_MS), MEESTE);
  return { tafel, overleggen: overleggen.filter((overleg) => magErbij(overleg, inrichting.beheerderId, namens)) };
};

const magErbij = ({ genodigden }: Overleg, beheerderId: string, namens: readonly string[]): boolean =>
  genodigden === undefined || namens.some((id) => id === beheerderId || (genodigden as readonly string[]).includes(id));
