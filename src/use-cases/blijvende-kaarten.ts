import { bewaarRollen, magVoorstellen } from "../domain/bewaren/vernietiging.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { BlijvendeKaart } from "../ports/bewaar-store.js";
import { MEESTE_KAARTEN } from "./tick-bewaren.js";
import { commit, deny, doneBy, type Outcome, type Work } from "./work.js";

const DAG_MS = 24 * 3_600_000;

const isOfficer = (persoon: Persoon, regio: Regio): boolean => regio.gemeenten.some((gemeente) => magVoorstellen(bewaarRollen(persoon, gemeente)));

/** Cards that had to go and still stand: refused, or not done within a day. Only for a privacy officer. */
export const blijvendeKaarten = async ({ ports, actor, now }: Pick<Work, "ports" | "actor" | "now">): Promise<readonly BlijvendeKaart[]> => {
  const regio = await ports.store.readRegio();
  return isOfficer(actor.persoon, regio) ? ports.store.blijvendeKaarten(new Date(now.getTime() - DAG_MS), MEESTE_KAARTEN) : [];
};

/** The chat is asked once more, or somebody removed the card there himself. */
export const handleKaart = async (work: Work, id: string, daad: "opnieuw" | "is_weg"): Outcome<void> => {
  const kaarten = await blijvendeKaarten(work);
  if (kaarten.length === 0) return deny(work, "bewaren.kaarten", "bewaren");
  const kaart = kaarten.find((een) => een.id === id);
  if (kaart === undefined) return refuse({ code: "ongeldige_keuze", veld: "kaart" });
  const audit = [doneBy(work, `bewaren.kaart_${daad}`, `kaart:${kaart.id}`)];
  if (daad === "is_weg") return commit(work, { changes: [{ soort: "kaart_is_weg", id: kaart.id }], audit });
  const committed = await commit(work, { intents: [{ kind: "opruimen", objectId: kaart.id, to: kaart.to }], audit });
  return committed.ok ? ok(undefined) : committed;
};
