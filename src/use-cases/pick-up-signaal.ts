import type { PersoonId } from "../domain/persoon/persoon.js";
import { heeftRol } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import type { Intent } from "../ports/work.js";
import { triageIntents } from "./plan-step.js";
import { commit, doneBy, noteStap, type Opened, type Outcome, refresh, type Work } from "./work.js";

/** Who may handle a signaal as it stands: analisten while it is at the meldpunt, else aandachtsfunctionarissen. */
export const rolNu = (signaal: Signaal): "analist" | "aandachtsfunctionaris" =>
  signaal.status === "bij_meldpunt" || signaal.status === "in_verrijking" ? "analist" : "aandachtsfunctionaris";

/** The channels whose turn it is. */
export const inChannels = (regio: Regio, signaal: Signaal): readonly Intent[] => {
  const soort = rolNu(signaal) === "analist" ? "meldpunt" : "aandachtsfunctionaris";
  const ids = regio.channels.filter((channel) => channel.soort === soort).map((channel) => channel.id);
  return triageIntents(regio, signaal).filter((intent) => "channelId" in intent.to && ids.includes(intent.to.channelId));
};

/** Who had it until now hears that he has not any more; who gives it away himself knows. */
const overgenomen = (work: Work, { id, behandelaarId }: Signaal, naar: PersoonId): readonly Intent[] =>
  behandelaarId === undefined || behandelaarId === naar || behandelaarId === work.actor.persoon.id
    ? []
    : [{ kind: "bericht", objectId: id, to: { persoonId: behandelaarId }, variant: "overgenomen" }];

const assign = async (work: Work, { signaal, regio }: Opened, naar: PersoonId, actie: string): Outcome<Signaal> => {
  const next: Signaal = { ...signaal, behandelaarId: naar, opgepaktOp: work.now };
  const committed = await commit(
    work,
    {
      changes: [
        { soort: "signaal", signaal: next },
        { soort: "stap", stap: noteStap(work, signaal, "oppakken", { naar }) },
      ],
      audit: [doneBy(work, actie, signaal.code)],
      intents: [
        ...triageIntents(regio, next),
        ...overgenomen(work, signaal, naar),
        ...(naar === work.actor.persoon.id ? [] : [{ kind: "bericht" as const, objectId: signaal.id, to: { persoonId: naar }, variant: "toegewezen" }]),
      ],
      doneMoments: [{ soort: "eerste_reactie", objectId: signaal.id }],
    },
    signaal.code,
  );
  return committed.ok ? ok(next) : committed;
};

/** Takes the signaal on. Taking it over from somebody asks once: without `takeOver` that is refused with his name. */
export const pickUpSignaal = async (work: Work, opened: Opened, takeOver: boolean): Outcome<Signaal | { readonly overnemenVan: PersoonId }> => {
  const { signaal } = opened;
  const persoon = work.actor.persoon;
  if (!heeftRol(persoon, rolNu(signaal), signaal.gemeenteId)) {
    await refresh(work, triageIntents(opened.regio, signaal));
    return refuse({ code: "niet_meer_mogelijk" });
  }
  if (signaal.behandelaarId === persoon.id) return ok(signaal);
  if (signaal.behandelaarId !== undefined && !takeOver) return ok({ overnemenVan: signaal.behandelaarId });
  return assign(work, opened, persoon.id, takeOver ? "overnemen" : "oppakken");
};

/** Hands the signaal to a colleague who may handle it now. */
export const handSignaalTo = async (work: Work, opened: Opened, naar: PersoonId): Outcome<Signaal> => {
  const colleagues = await work.ports.store.personenMetRol(rolNu(opened.signaal), opened.signaal.gemeenteId, true);
  if (!colleagues.some((persoon) => persoon.id === naar)) return refuse({ code: "ongeldige_keuze", veld: "naar" });
  return assign(work, opened, naar, "overdragen");
};
