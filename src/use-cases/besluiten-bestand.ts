import type { Bestand, DocumentVorm } from "../domain/document.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import { ok } from "../domain/result.js";
import type { DocumentLink } from "../ports/agenda-store.js";
import type { Ports } from "../ports/ports.js";
import type { OpenedBesluiten } from "./open-besluiten.js";
import { auditLine, commit, doneBy, type Outcome, type Work } from "./work.js";

/** How long a link waits to be used. */
export const DOCUMENT_MINUTEN = 10;

/** The file goes to this person in the chat that he uses, made when it is sent. */
export const askFile = (work: Work, { overleg }: OpenedBesluiten, vorm: DocumentVorm): Outcome<void> => {
  const persoonId = work.actor.persoon.id;
  const objectId = `${overleg.id}:${work.ports.ids.nonce()}`;
  return commit(
    work,
    { intents: [{ kind: "bestand", objectId, to: { persoonId }, variant: vorm }], audit: [doneBy(work, "besluiten.bestand", overleg.id)] },
    overleg.id,
  );
};

/** A link that works once, for ten minutes; the token is told once and not kept. */
export const makeDocumentLink = async (work: Work, { overleg }: OpenedBesluiten, vorm: DocumentVorm): Outcome<string> => {
  const token = work.ports.ids.nonce();
  const verlooptOp = new Date(work.now.getTime() + DOCUMENT_MINUTEN * 60_000);
  const link: DocumentLink = { persoonId: work.actor.persoon.id, overlegId: overleg.id, vorm, verlooptOp };
  const committed = await commit(work, { changes: [{ soort: "document_link", link, token }], audit: [doneBy(work, "besluiten.link", overleg.id)] }, overleg.id);
  return committed.ok ? ok(token) : committed;
};

/**
 * Gives what stands behind a link, once: of several who ask at the same time one gets it. On record is who asked for the
 * link; a link that is unknown, used or too old, or whose owner lost his right, gives nothing.
 */
export const useDocumentLink = async (
  { store, clock }: Ports,
  token: string,
  make: (persoon: Persoon, link: DocumentLink) => Promise<Bestand | undefined>,
): Promise<Bestand | undefined> => {
  const link = await store.findDocumentLink(token);
  if (link === undefined || link.verlooptOp <= clock.now()) return undefined;
  const [persoon] = await store.readPersonen([link.persoonId]);
  const bestand = persoon === undefined ? undefined : await make(persoon, link);
  if (bestand === undefined) return undefined;
  const audit = [auditLine(link.persoonId, "besluiten.link_gebruikt", link.overlegId, "gedaan", "link")];
  const used = await store.commit({ changes: [{ soort: "document_link_gebruikt", token }], audit });
  return used.ok ? bestand : undefined;
};
