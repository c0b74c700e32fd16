import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Inzageverzoek } from "../domain/rechten/inzageverzoek.js";
import { dagVan, momentOp, plusDagen } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { ClaimedMoment } from "../ports/work.js";
import { OCHTEND } from "./plan-step.js";
import { auditLine } from "./work.js";

/** Days between two messages that a request is late. */
const OPNIEUW_DAGEN = 7;

/** The contact point with his deputy, and the privacy officers; never who asked. */
const allen = async ({ store }: Ports, { contactId, vanId }: Inzageverzoek): Promise<readonly PersoonId[]> => {
  const [contact] = await store.readPersonen([contactId]);
  const officers = (await store.personenMetRol("privacy_officer")).map(({ id }) => id);
  const deputy = contact?.plaatsvervangerId === undefined ? [] : [contact.plaatsvervangerId];
  return [...new Set([contactId, ...deputy, ...officers])].filter((id) => id !== vanId);
};

/** A week before the end the contact point is reminded; from the day after it also his deputy and the privacy officer, every week until it is done. */
export const inzageTermijn = async ({ ports, now, moment }: { readonly ports: Ports; readonly now: Date; readonly moment: ClaimedMoment }): Promise<Plan> => {
  const verzoek = await ports.store.findInzageverzoek(moment.objectId);
  if (verzoek === undefined || verzoek.status !== "open") return {};
  const vandaag = dagVan(now);
  const laat = vandaag > verzoek.termijn;
  const [contact] = await ports.store.readPersonen([verzoek.contactId]);
  const naar = laat || contact?.actief !== true ? await allen(ports, verzoek) : [verzoek.contactId];
  const volgende = laat ? plusDagen(vandaag, OPNIEUW_DAGEN) : plusDagen(verzoek.termijn, 1);
  return {
    intents: naar.map((persoonId) => ({ kind: "inzagebericht", objectId: verzoek.id, to: { persoonId }, variant: laat ? "te_laat" : "herinnering" })),
    audit: [auditLine("systeem", laat ? "inzage.te_laat" : "inzage.herinnering", verzoek.id, "gedaan", "systeem")],
    moments: [{ soort: "inzage_termijn", objectId: verzoek.id, op: momentOp(volgende, OCHTEND), stap: moment.stap + 1 }],
  };
};
