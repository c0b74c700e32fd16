import { kanaalBerichtKaart, overlegKaart } from "../cards/cards.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import { type OverlegGegevens, type OverlegPlaats, stoelBerichten } from "../cards/gegevens-tafels.js";
import type { PostedCard } from "../domain/card.js";
import { betrokkenen } from "../domain/overleg/betrokkenen.js";
import type { Overleg } from "../domain/overleg/overleg.js";
import type { Taal } from "../domain/persoon/persoon.js";
import type { TafelId } from "../domain/regio/regio.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import { isDag } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Intent } from "../ports/work.js";

type Made = Promise<PostedCard | undefined>;
type About = { readonly tafel: RegioNaam; readonly inrichting: TafelInrichting };

const about = async (ports: Ports, tafelId: TafelId): Promise<About | undefined> => {
  const [regio, inrichting] = await Promise.all([ports.store.readRegio(), ports.store.inrichtingVan(tafelId)]);
  const tafel = regio.tafels.find((one) => one.id === tafelId)?.naam as RegioNaam | undefined;
  return tafel === undefined || inrichting === undefined ? undefined : { tafel, inrichting };
};

const wanneer = (tafel: RegioNaam, { begin, eind, plaats, link }: Overleg) => ({
  tafel,
  begin,
  eind,
  ...(plaats === undefined ? {} : { plaats: plaats as OverlegPlaats }),
  ...(link === undefined ? {} : { link: link as OverlegPlaats }),
});

const lijst = (tafelId: TafelId): Knop => ({ verb: "tafel.overleggen", data: { t: tafelId }, plek: "eerst" });

const roosterBericht = async (ports: Ports, intent: Intent, taal: Taal): Made => {
  const tafelId = intent.objectId as TafelId;
  const found = await about(ports, tafelId);
  if (found === undefined) return undefined;
  const now = ports.clock.now();
  const [eerste] = await ports.store.eersteOverleggen([tafelId], now);
  const begin = eerste === undefined ? {} : { begin: eerste.begin };
  return overlegKaart({ variant: "rooster", tafel: found.tafel, rooster: found.inrichting.rooster, ...begin, now, knoppen: [lijst(tafelId)] }, taal);
};

/** Who got or lost a chair; nothing when it is not true any more. */
const stoelBericht = async (ports: Ports, { objectId, to }: Intent, taal: Taal, variant: (typeof stoelBerichten)[number]): Made => {
  const tafelId = objectId as TafelId;
  const found = await about(ports, tafelId);
  if (found === undefined || !("persoonId" in to)) return undefined;
  const zit = (variant.startsWith("voorzitter") ? found.inrichting.voorzitterId : found.inrichting.secretarisId) === to.persoonId;
  if (zit !== variant.endsWith("erbij")) return undefined;
  return overlegKaart({ variant, tafel: found.tafel, now: ports.clock.now(), knoppen: zit ? [lijst(tafelId)] : [] }, taal);
};

/** What the message says now; nothing when a later one says more, or this person has nothing to do with it any more. */
const gegevensVan = (intent: Intent, overleg: Overleg, { tafel, inrichting }: About, now: Date): OverlegGegevens | undefined => {
  const [variant = "", van = ""] = (intent.variant ?? "").split(":");
  const erbij = "persoonId" in intent.to && betrokkenen(inrichting, overleg).includes(intent.to.persoonId);
  if (!erbij || (overleg.status === "vervallen") !== (variant === "vervallen")) return undefined;
  const base = { ...wanneer(tafel, overleg), now };
  if (variant === "verzet" && isDag(van)) return { variant, van, ...base, knoppen: [lijst(overleg.tafelId)] };
  if (variant === "vervallen" || variant === "te_laat_gevraagd") return { variant, ...base, knoppen: [] };
  return variant === "extra" || variant === "spoed" ? { variant, ...base, knoppen: [lijst(overleg.tafelId)] } : undefined;
};

const stoptBericht = async (ports: Ports, intent: Intent, taal: Taal): Made => {
  const tafel = (await ports.store.readRegio()).tafels.find(({ id, beeindigdOp }) => id === intent.objectId && beeindigdOp !== undefined);
  return tafel && overlegKaart({ variant: "stopt", tafel: tafel.naam as RegioNaam, now: ports.clock.now(), knoppen: [] }, taal);
};

/** A word in a channel of a tafel; nothing once it was unbound, or when the tafel works again. */
export const kanaalbericht = async (ports: Ports, intent: Intent, taal: Taal): Made => {
  const { to, variant, objectId } = intent;
  const { channels, tafels } = await ports.store.readRegio();
  const hier = "channelId" in to && channels.some(({ id, tafelId }) => id === to.channelId && tafelId === objectId);
  const tafel = tafels.find(({ id }) => id === objectId);
  if (!hier || tafel === undefined || (variant !== "gekoppeld" && variant !== "stopt")) return undefined;
  if ((variant === "stopt") !== (tafel.beeindigdOp !== undefined)) return undefined;
  return kanaalBerichtKaart({ variant, tafel: tafel.naam as RegioNaam, knoppen: [] }, taal);
};

/** A private word about an overleg or a rooster. */
export const overlegbericht = async (ports: Ports, intent: Intent, taal: Taal): Made => {
  if (intent.variant === "stopt") return stoptBericht(ports, intent, taal);
  if (intent.variant === "rooster") return roosterBericht(ports, intent, taal);
  const stoel = stoelBerichten.find((een) => een === intent.variant);
  if (stoel !== undefined) return stoelBericht(ports, intent, taal, stoel);
  const overleg = await ports.store.findOverleg(intent.objectId);
  const found = overleg && (await about(ports, overleg.tafelId));
  const gegevens = overleg && found && gegevensVan(intent, overleg, found, ports.clock.now());
  return gegevens && overlegKaart(gegevens, taal);
};

const bezettingStatus = (overleg: Overleg): "open" | "gaat_door" | "verzet" | "vervallen" => {
  if (overleg.status === "vervallen") return "vervallen";
  if (overleg.bezetting === "gaat_door") return "gaat_door";
  return overleg.bezetting === "gevraagd" ? "open" : "verzet";
};

/** The question whether a meeting in a school holiday goes on; its card changes with the answer. */
export const bezettingVraag = async (ports: Ports, intent: Intent, taal: Taal): Made => {
  const overleg = await ports.store.findOverleg(intent.objectId);
  const found = overleg && (await about(ports, overleg.tafelId));
  if (overleg === undefined || found === undefined) return undefined;
  const status = bezettingStatus(overleg);
  const data = { m: overleg.id };
  const knoppen: readonly Knop[] =
    status === "open"
      ? [
          { verb: "overleg.gaat_door", data, plek: "eerst" },
          { verb: "overleg.verzetten", data, plek: "naast" },
          { verb: "overleg.laten_vervallen", data, plek: "naast" },
        ]
      : [];
  return overlegKaart({ variant: "bezetting", status, ...wanneer(found.tafel, overleg), now: ports.clock.now(), knoppen }, taal);
};
