import { besluitenlijstKaart, bestandKaart } from "../cards/cards.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import type { Ports } from "../ports/ports.js";
import type { Intent } from "../ports/work.js";
import { readBesluiten } from "../use-cases/open-besluiten.js";
import { bestandVoor, isVorm } from "./besluiten-bestand.js";
import { lijstKnoppen, standVan } from "./besluiten-gegevens.js";

type Maker = (ports: Ports, intent: Intent, taal: Taal) => Promise<PostedCard | undefined>;

const lezen = async (ports: Ports, { to }: Intent, overlegId: string) => {
  const [persoon] = "persoonId" in to ? await ports.store.readPersonen([to.persoonId]) : [];
  const opened = persoon && (await readBesluiten(ports, persoon, overlegId, ports.clock.now()));
  return opened && { persoon, opened, wanneer: { tafel: opened.tafel.naam as RegioNaam, begin: opened.overleg.begin, eind: opened.overleg.eind } };
};

/** That the list is there, for who may read something in it. */
export const besluitenlijst: Maker = async (ports, intent, taal) => {
  const found = await lezen(ports, intent, intent.objectId);
  if (found === undefined) return undefined;
  const { opened, wanneer } = found;
  const { lijst, lijstOp } = opened.verloop;
  const vast = lijst === "vastgesteld" && lijstOp !== undefined ? { vastgesteldOp: lijstOp } : {};
  return besluitenlijstKaart({ ...wanneer, stand: standVan(opened), ...vast, now: ports.clock.now(), knoppen: lijstKnoppen(opened, true) }, taal);
};

/** A file that somebody asked for; the card says what to do when the file cannot be handed over. */
export const bestand: Maker = async (ports, intent, taal) => {
  const [overlegId = "", nonce = ""] = intent.objectId.split(":");
  const found = await lezen(ports, intent, overlegId);
  if (found === undefined || !isVorm(intent.variant)) return undefined;
  const gemaakt = await bestandVoor(ports, found.persoon, overlegId, intent.variant, taal);
  if (gemaakt === undefined) return undefined;
  const opnieuw: Knop = { verb: "besluiten.bestand", data: { m: overlegId }, plek: "eerst" };
  const card = bestandKaart({ ...found.wanneer, now: ports.clock.now(), knoppen: [opnieuw] }, taal);
  return { ...card, bestand: { ...gemaakt, ophalen: { verb: "besluiten.ophalen", data: { m: overlegId, f: intent.variant, n: nonce } } } };
};
