import type { Fout } from "../domain/fouten.js";
import type { OrganisatieId, Persoon } from "../domain/persoon/persoon.js";
import { herinnerOp, type Inzageverzoek, kanVerlengen, magAfhandelen, termijnVan, verleng } from "../domain/rechten/inzageverzoek.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, momentOp } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { DueMoment, Intent } from "../ports/work.js";
import { OCHTEND } from "./plan-step.js";
import { commit, deny, doneBy, type Outcome, type Work } from "./work.js";

const gemeenteVan = async ({ store }: Ports, organisatieId: OrganisatieId) =>
  (await store.readRegio()).gemeenten.find((gemeente) => gemeente.organisatieId === organisatieId)?.id;

/** Who answers this person: the FG of his organisatie, or else the privacy officer; never he himself. */
export const contactVoor = async (ports: Ports, { id, organisatieId }: Persoon): Promise<Persoon | undefined> => {
  const fgs = (await ports.store.personenMetRol("fg")).filter((fg) => fg.organisatieId === organisatieId && fg.id !== id);
  if (fgs[0] !== undefined) return fgs[0];
  const officers = await ports.store.personenMetRol("privacy_officer", await gemeenteVan(ports, organisatieId));
  return officers.find((officer) => officer.id !== id);
};

/** The card of the contact point, as it stands now. */
const kaart = ({ id, contactId }: Inzageverzoek): Intent => ({ kind: "inzageverzoek", objectId: id, to: { persoonId: contactId } });
const bericht = ({ id, vanId }: Inzageverzoek, variant: "mijn_klaar" | "mijn_verlengd"): Intent => ({
  kind: "inzagebericht",
  objectId: id,
  to: { persoonId: vanId },
  variant,
});
const moment = ({ id, termijn }: Inzageverzoek): DueMoment => ({ soort: "inzage_termijn", objectId: id, op: momentOp(herinnerOp(termijn), OCHTEND), stap: 0 });

/** Starts a request, or gives the one that runs: one person has one at a time. */
export const askInzage = async (work: Work): Outcome<{ readonly verzoek: Inzageverzoek; readonly liep: boolean }> => {
  const { ports, actor, now } = work;
  const loopt = await ports.store.openInzageverzoekVan(actor.persoon.id);
  if (loopt !== undefined) return ok({ verzoek: loopt, liep: true });
  const contact = await contactVoor(ports, actor.persoon);
  if (contact === undefined) return refuse({ code: "geen_contactpunt" });
  const verzoek: Inzageverzoek = {
    id: ports.ids.id(),
    version: 0,
    vanId: actor.persoon.id,
    contactId: contact.id,
    gevraagdOp: now,
    termijn: termijnVan(now),
    status: "open",
    inhoud: {},
  };
  const plan: Plan = {
    changes: [{ soort: "inzageverzoek_nieuw", inzageverzoek: verzoek }],
    audit: [doneBy(work, "inzage.vragen", verzoek.id)],
    intents: [kaart(verzoek)],
    moments: [moment(verzoek)],
  };
  const committed = await commit(work, plan, verzoek.id);
  return committed.ok ? ok({ verzoek, liep: false }) : committed;
};

/** Opens a request for who handles it, or with `ookVan` for who asked. */
export const openInzage = async (work: Pick<Work, "ports" | "actor">, id: string, actie: string, ookVan = false): Promise<Result<Inzageverzoek, Fout>> => {
  const verzoek = await work.ports.store.findInzageverzoek(id);
  if (verzoek === undefined) return refuse({ code: "niet_gevonden" });
  const { persoon } = work.actor;
  if (magAfhandelen(persoon, verzoek) || (ookVan && persoon.id === verzoek.vanId)) return ok(verzoek);
  return deny(work, actie, verzoek.id);
};

/** The contact point gave the answer outside the chat, on this day. */
export const closeInzage = async (work: Work, verzoek: Inzageverzoek, op: Dag): Outcome<Inzageverzoek> => {
  if (verzoek.status !== "open") return refuse({ code: "al_behandeld" });
  if (op > dagVan(work.now)) return refuse({ code: "datum_toekomst", veld: "afgehandeldOp" });
  if (op < dagVan(verzoek.gevraagdOp)) return refuse({ code: "voor_verzoek", veld: "afgehandeldOp" });
  const next: Inzageverzoek = { ...verzoek, status: "afgehandeld", afgehandeldOp: op };
  const plan: Plan = {
    changes: [{ soort: "inzageverzoek", inzageverzoek: next }],
    audit: [doneBy(work, "inzage.afhandelen", verzoek.id)],
    intents: [kaart(next), bericht(next, "mijn_klaar")],
    doneMoments: [{ soort: "inzage_termijn", objectId: verzoek.id }],
  };
  const committed = await commit(work, plan, verzoek.id);
  return committed.ok ? ok(next) : committed;
};

/** It takes two months more; who asked reads the new day, and why. */
export const extendInzage = async (work: Work, verzoek: Inzageverzoek, reden: string): Outcome<Inzageverzoek> => {
  if (verzoek.status !== "open") return refuse({ code: "al_behandeld" });
  if (!kanVerlengen(verzoek, work.now)) return refuse({ code: "verlengen_kan_niet" });
  const next = verleng(verzoek, reden, work.now);
  const plan: Plan = {
    changes: [{ soort: "inzageverzoek", inzageverzoek: next }],
    audit: [doneBy(work, "inzage.verlengen", verzoek.id)],
    intents: [kaart(next), bericht(next, "mijn_verlengd")],
    moments: [moment(next)],
  };
  const committed = await commit(work, plan, verzoek.id);
  return committed.ok ? ok(next) : committed;
};
