import { magVoorstellen, type Vernietiging } from "../domain/bewaren/vernietiging.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { termijnGrond } from "../domain/regio/grondslag.js";
import { type Regio, readGemeente } from "../domain/regio/regio.js";
import { refuse } from "../domain/result.js";
import type { Ports } from "../ports/ports.js";
import type { Intent } from "../ports/work.js";
import { findVerlopen, type VerlopenRegel } from "./find-verlopen.js";
import { commit, deny, doneBy, type Outcome, type Work } from "./work.js";

/** Who may say the second word about what belongs to this gemeente. */
const tweedePersonen = async ({ store }: Ports, regio: Regio, { gemeenteId }: VerlopenRegel): Promise<readonly PersoonId[]> => {
  const { organisatieId } = readGemeente(regio, gemeenteId);
  const [officers, afs, fgs] = await Promise.all([
    store.personenMetRol("privacy_officer", gemeenteId),
    store.personenMetRol("aandachtsfunctionaris", gemeenteId),
    store.personenMetRol("fg"),
  ]);
  return [...officers, ...afs, ...fgs.filter((fg) => fg.organisatieId === organisatieId)].map(({ id }) => id);
};

/** A private word without a code: the list is behind its button. */
export const bewaarBericht = (persoonId: PersoonId, variant: "verlopen" | "bevestigen", wanneer: string): Intent => ({
  kind: "bewaarbericht",
  objectId: `bewaren:${wanneer}`,
  to: { persoonId },
  variant,
});

/** The privacy officer proposes what may go; somebody else has to confirm. @param codes of what he chose. */
export const proposeVernietiging = async (work: Work, codes: readonly string[]): Outcome<number> => {
  const { ports, actor, now } = work;
  const regio = await ports.store.readRegio();
  const { klaar } = await findVerlopen(work);
  if (!klaar.some(({ rollen }) => magVoorstellen(rollen))) return deny(work, "bewaren.voorstellen", "bewaren");
  const gekozen = klaar.filter(({ code, rollen }) => codes.includes(code) && magVoorstellen(rollen));
  if (gekozen.length === 0 || gekozen.length < codes.length) return refuse({ code: "ongeldige_keuze", veld: "dossiers" });
  const voorstel = ({ rollen: _, ...regel }: VerlopenRegel): Vernietiging => ({
    ...regel,
    id: ports.ids.id(),
    version: 0,
    status: "voorgesteld",
    voorgesteldDoorId: actor.persoon.id,
    voorgesteldOp: now,
  });
  const tweede = new Set((await Promise.all(gekozen.map((regel) => tweedePersonen(ports, regio, regel)))).flat());
  const committed = await commit(work, {
    changes: gekozen.map((regel) => ({ soort: "vernietiging_nieuw", vernietiging: voorstel(regel) })),
    audit: gekozen.map(({ code, bron }) => doneBy(work, "bewaren.voorstellen", code, bron === "" ? undefined : termijnGrond)),
    intents: [...tweede].filter((id) => id !== actor.persoon.id).map((id) => bewaarBericht(id, "bevestigen", now.toISOString())),
  });
  return committed.ok ? { ok: true, value: gekozen.length } : committed;
};
