import { bewaarRollen } from "../domain/bewaren/vernietiging.js";
import type { Regio } from "../domain/regio/regio.js";
import { dagVan, momentOp, plusDagen } from "../domain/tijd/tijd.js";
import type { Stil } from "../ports/bewaar-store.js";
import type { Work } from "./work.js";

const MEESTE = 50;

/** Signalen and casussen without a step for as long as the region says, of the gemeenten of this person; nothing of what he is kept out. */
export const findStil = async ({ ports, actor, now }: Pick<Work, "ports" | "actor" | "now">, regio: Regio): Promise<readonly Stil[]> => {
  const gemeenten = regio.gemeenten.filter((gemeente) =>
    bewaarRollen(actor.persoon, gemeente).some((rol) => rol === "aandachtsfunctionaris" || rol === "privacy_officer"),
  );
  if (gemeenten.length === 0) return [];
  const voor = momentOp(plusDagen(dagVan(now), -regio.stilNaDagen), "00:00");
  return ports.store.stille(
    voor,
    gemeenten.map(({ id }) => id),
    actor.persoon.id,
    MEESTE,
  );
};
