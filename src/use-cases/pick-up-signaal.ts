import { binnen, isBesloten } from "../domain/delen/uitgesloten.js";
import { heeftRol, type Persoon, type PersoonId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import { isOpen } from "../domain/signaal/signaal.status.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { triageIntents } from "./plan-step.js";
import { commit, doneBy, noteStap, type Opened, type Outcome, refresh, type Work } from "./work.js";

/** Who may handle a signaal as it stands: analisten while it is at the meldpunt, else aandachtsfunctionarissen. */
export const rolNu = (signaal: Signaal): "analist" | "aandachtsfunctionaris" =>
  signaal.status === "bij_meldpunt" || signaal.status === "in_verrijking" ? "analist" : "aandachtsfunctionaris";

/** Everybody who may handle this signaal now, those who do so as deputy included; who is kept out is not one of them. */
export const mogenBehandelen = async ({ store }: Ports, signaal: Signaal, rol = rolNu(signaal)): Promise<readonly Persoon[]> =>
  (await store.personenMetRol(rol, signaal.gemeenteId, true)).filter((persoon) => heeftRol(binnen(persoon, signaal), rol, signaal.gemeenteId));

/** Where word about a signaal goes: the channels whose turn it is; when somebody is kept out, in private, who handles it, else everybody who may. */
export const waarGehoord = async (ports: Ports, regio: Regio, signaal: Signaal): Promise<readonly Intent["to"][]> => {
  if (isBesloten(signaal)) {
    const wie = signaal.behandelaarId === undefined ? (await mogenBehandelen(ports, signaal)).map(({ id }) => id) : [signaal.behandelaarId];
    return wie.map((persoonId) => ({ persoonId }));
  }
  const soort = rolNu(signaal) === "analist" ? "meldpunt" : "aandachtsfunctionaris";
  const ids = regio.channels.filter((channel) => channel.soort === soort).map((channel) => channel.id);
  return triageIntents(regio, signaal)
    .map(({ to }) => to)
    .filter((to) => "channelId" in to && ids.includes(to.channelId));
};

/** A besloten signaal that came to other hands has no card to find it by: everybody who may pick it up reads it in private. */
export const roepOp = async (ports: Ports, regio: Regio, signaal: Signaal): Promise<Plan> => {
  const wacht = isBesloten(signaal) && signaal.behandelaarId === undefined && isOpen(signaal.status);
  const wie = wacht ? await waarGehoord(ports, regio, signaal) : [];
  return { intents: wie.map((to) => ({ kind: "bericht", objectId: signaal.id, to, variant: "wacht_besloten" })) };
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
  const colleagues = await mogenBehandelen(work.ports, opened.signaal);
  if (!colleagues.some((persoon) => persoon.id === naar)) return refuse({ code: "ongeldige_keuze", veld: "naar" });
  return assign(work, opened, naar, "overdragen");
};
