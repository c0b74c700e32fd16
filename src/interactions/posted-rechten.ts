import { rechtenKaart, wegKaart } from "../cards/cards.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { PostedCard } from "../domain/card.js";
import { isVoorbij } from "../domain/delen/noodtoegang.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { PersoonId, Taal } from "../domain/persoon/persoon.js";
import { type Casusexport, magBeslissen } from "../domain/rechten/casusexport.js";
import { magAfhandelen } from "../domain/rechten/inzageverzoek.js";
import type { Ports } from "../ports/ports.js";
import type { Intent } from "../ports/work.js";
import { leestNood } from "../use-cases/open-noodtoegang.js";
import { verzoekKnoppen } from "./inzageverzoek.js";

type Maker = (ports: Ports, intent: Intent, taal: Taal) => Promise<PostedCard | undefined>;

/** What somebody is and where he works, as the region file says. */
const watIs = async ({ store }: Ports, id: PersoonId): Promise<{ readonly functie: RegioNaam; readonly organisatie: RegioNaam }> => {
  const { functie, organisatieNaam } = await store.readPersoon(id);
  return { functie: functie as RegioNaam, organisatie: organisatieNaam as RegioNaam };
};

/** To who opened it: that he may look, and after the hour that he may not any more. */
export const noodtoegang: Maker = async (ports, { objectId, to }, taal) => {
  const found = await ports.store.findNoodtoegang(objectId);
  if (found === undefined || !("persoonId" in to)) return undefined;
  const casus = await ports.store.readCasus(found.casusId);
  if (isBuiten(to.persoonId, casus)) return wegKaart(taal);
  const now = ports.clock.now();
  const bekijk: Knop = { verb: "casus.bekijken", data: { c: casus.code }, plek: "eerst" };
  const voorbij = isVoorbij(found, now);
  return rechtenKaart(
    { soort: voorbij ? "noodtoegang_voorbij" : "noodtoegang", code: casus.code, moment: found.tot, now, knoppen: voorbij ? [] : [bekijk] },
    taal,
  );
};

/** To who watches over the casus and who directs it. */
export const noodmelding: Maker = async (ports, { objectId, to }, taal) => {
  const found = await ports.store.findNoodtoegang(objectId);
  if (found === undefined || !("persoonId" in to)) return undefined;
  const [casus, lezer] = await Promise.all([ports.store.readCasus(found.casusId), ports.store.readPersoon(to.persoonId)]);
  if (!(await leestNood(ports, lezer, casus, found))) return undefined;
  const knoppen: readonly Knop[] = [{ verb: "noodtoegang.bekijken", data: { nt: found.id }, plek: "eerst" }];
  const wie = await watIs(ports, found.persoonId);
  return rechtenKaart({ soort: "noodmelding", code: casus.code, moment: found.op, ...wie, now: ports.clock.now(), knoppen }, taal);
};

/** To the contact point: that somebody asks, and by when; who it is stands behind a button. */
export const inzageverzoek: Maker = async (ports, { objectId, to }, taal) => {
  const found = await ports.store.findInzageverzoek(objectId);
  if (found === undefined || !("persoonId" in to)) return undefined;
  const now = ports.clock.now();
  const klaar = found.status === "open" ? undefined : found.afgehandeldOp;
  return rechtenKaart({ soort: klaar ? "verzoek_klaar" : "verzoek", datum: klaar ?? found.termijn, now, knoppen: verzoekKnoppen(found, now) }, taal);
};

/** A reminder to who handles it while it is open; to who asked, that it is done or takes longer. */
export const inzagebericht: Maker = async (ports, { objectId, to, variant }, taal) => {
  const found = await ports.store.findInzageverzoek(objectId);
  if (found === undefined || !("persoonId" in to)) return undefined;
  const now = ports.clock.now();
  if (variant === "mijn_klaar" && found.afgehandeldOp !== undefined)
    return rechtenKaart({ soort: "mijn_verzoek_klaar", datum: found.afgehandeldOp, now, knoppen: [] }, taal);
  if (variant === "mijn_verlengd") {
    const waarom: Knop = { verb: "inzage.bekijken", label: "inzage.waarom", data: { iv: found.id }, plek: "eerst" };
    return rechtenKaart({ soort: "mijn_verzoek_verlengd", datum: found.termijn, now, knoppen: [waarom] }, taal);
  }
  if (found.status !== "open" || !magAfhandelen(await ports.store.readPersoon(to.persoonId), found)) return undefined;
  const soort = variant === "te_laat" ? "verzoek_te_laat" : "verzoek_herinnering";
  return rechtenKaart({ soort, datum: found.termijn, now, knoppen: verzoekKnoppen(found, now) }, taal);
};

const bekijkVraag = ({ id }: Casusexport): Knop => ({ verb: "export.bekijken", data: { ex: id }, plek: "eerst" });

/** To a second person who did not answer: once more, while nobody did. */
const exportherinnering: Maker = async (ports, { objectId, to }, taal) => {
  const found = await ports.store.findCasusexport(objectId);
  if (found?.status !== "gevraagd" || !("persoonId" in to)) return undefined;
  const [casus, lezer] = await Promise.all([ports.store.readCasus(found.casusId), ports.store.readPersoon(to.persoonId)]);
  if (!magBeslissen(lezer, casus, found.vanId)) return undefined;
  const basis = { code: casus.code, moment: found.gevraagdOp, ...(await watIs(ports, found.vanId)), now: ports.clock.now() };
  return rechtenKaart({ ...basis, soort: "exportvraag_herinnering", knoppen: [bekijkVraag(found)] }, taal);
};

/** To a second person: that somebody asks to take a casus out of the bot; the ground stands behind a button. */
export const exportvraag: Maker = async (ports, { objectId, to }, taal) => {
  const found = await ports.store.findCasusexport(objectId);
  if (found === undefined || !("persoonId" in to)) return undefined;
  const [casus, lezer] = await Promise.all([ports.store.readCasus(found.casusId), ports.store.readPersoon(to.persoonId)]);
  if (!magBeslissen(lezer, casus, found.vanId)) return wegKaart(taal);
  const open = found.status === "gevraagd";
  const knoppen: readonly Knop[] = open ? [bekijkVraag(found)] : [];
  const wie = await watIs(ports, found.vanId);
  return rechtenKaart(
    { soort: open ? "exportvraag" : "exportvraag_klaar", code: casus.code, moment: found.gevraagdOp, ...wie, now: ports.clock.now(), knoppen },
    taal,
  );
};

/** To who asked: what a second person said, with the way to the document until it is fetched. To a second person: that it waits. */
export const exportbericht: Maker = async (ports, intent, taal) => {
  if (intent.variant === "herinnering") return exportherinnering(ports, intent, taal);
  const { objectId, to } = intent;
  const found = await ports.store.findCasusexport(objectId);
  if (found?.beslistOp === undefined || !("persoonId" in to)) return undefined;
  const casus = await ports.store.readCasus(found.casusId);
  if (isBuiten(to.persoonId, casus)) return wegKaart(taal);
  const data = { ex: found.id };
  const basis = { code: casus.code, moment: found.beslistOp, now: ports.clock.now() };
  if (found.status === "toegestaan")
    return rechtenKaart({ ...basis, soort: "export_toegestaan", knoppen: [{ verb: "export.halen", data, plek: "eerst" }] }, taal);
  if (found.status === "gehaald") return rechtenKaart({ ...basis, soort: "export_klaar", knoppen: [] }, taal);
  return rechtenKaart({ ...basis, soort: "export_geweigerd", knoppen: [{ verb: "export.bekijken", label: "export.waarom", data, plek: "eerst" }] }, taal);
};
