import type { Fout } from "../domain/fouten.js";
import { agendaMomenten, isVastPunt, type PuntSleutel } from "../domain/overleg/agenda.js";
import type { Agendapunt, Besluit } from "../domain/overleg/agendapunt.js";
import type { Aanwezigheid, Overleg } from "../domain/overleg/overleg.js";
import { type Verloop, volgendPunt } from "../domain/overleg/verloop.js";
import { ok, refuse } from "../domain/result.js";
import type { Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { besluitenlijstKaarten, stelVorigeVast } from "./besluitenlijst.js";
import { type AgendaDossier, lezersVan, nogTeDoen, type OpenedAgenda } from "./open-agenda.js";
import { gedaan, type Lopend, type OpenedVerloop, openPunt, sleutelsVan, vindPunt } from "./open-verloop.js";
import { agendaChannels, agendaMoment, looptKaarten } from "./plan-agenda.js";
import { checkFreeText } from "./submit-signaal.js";
import { commit, doneBy, merge, type Outcome, type Work } from "./work.js";

/** Before its time a meeting can begin when everybody is there. */
const VROEG_MINUTEN = 60;

/** The card in the channels follows, when the agenda stands there. */
const inChannels = ({ agenda, regio, overleg }: AgendaDossier): readonly Intent[] =>
  agenda?.status === "verstuurd" ? agendaChannels(regio, overleg, overleg.id) : [];

/** Begins the meeting, once. */
export const startOverleg = async (work: Work, opened: OpenedAgenda): Outcome<void> => {
  const { overleg, inrichting } = opened;
  if (overleg.status === "gehouden") return refuse({ code: "overleg_gesloten" });
  if (overleg.status === "bezig") return ok(undefined);
  const vroegst = new Date(overleg.begin.getTime() - VROEG_MINUTEN * 60_000);
  if (work.now < vroegst) return refuse({ code: "overleg_te_vroeg" });
  if (work.now >= agendaMomenten(inrichting, overleg).over) return refuse({ code: "overleg_voorbij" });
  const [eerste] = sleutelsVan(opened);
  const verloop: Verloop = {
    overlegId: overleg.id,
    version: 0,
    nu: eerste as PuntSleutel,
    puntOp: work.now,
    begonnenOp: work.now,
    gedaan: [],
    lijst: "geen",
    inhoud: { vast: {}, correcties: [] },
  };
  const plan: Plan = {
    changes: [
      { soort: "overleg", overleg: { ...overleg, status: "bezig" } },
      { soort: "verloop_nieuw", verloop },
    ],
    audit: [doneBy(work, "overleg.starten", overleg.id)],
    intents: [...looptKaarten(opened), ...inChannels(opened)],
  };
  return commit(work, plan, overleg.id);
};

/** Who is in the room: everybody who was expected gets an answer, as the leader of the meeting saw it. */
export const noteAanwezigen = async (work: Work, opened: OpenedVerloop, aanwezig: string): Outcome<void> => {
  const { overleg, antwoorden } = opened;
  const gekozen = aanwezig.split(",").filter((id) => id !== "");
  const iedereen = lezersVan(opened);
  if (gekozen.some((id) => !iedereen.some((een) => een === id))) return refuse({ code: "ongeldige_keuze", veld: "aanwezig" });
  const doorId = work.actor.persoon.id;
  const nieuw = iedereen.map((persoonId): Aanwezigheid => {
    const eerder = antwoorden.find((een) => een.persoonId === persoonId)?.antwoord;
    const antwoord = gekozen.includes(persoonId) ? (eerder === "plaatsvervanger" ? eerder : "komt") : "komt_niet";
    return { overlegId: overleg.id, persoonId, antwoord, doorId };
  });
  const plan: Plan = {
    changes: nieuw.map((aanwezigheid) => ({ soort: "aanwezigheid", aanwezigheid })),
    audit: [doneBy(work, "overleg.wie_is_er", overleg.id)],
    intents: [...looptKaarten(opened), ...inChannels(opened)],
  };
  return commit(work, plan, overleg.id);
};

/** A decision at this point, apart from the others so that the list of decisions names each. */
export const voegBesluitToe = (work: Work, opened: OpenedVerloop, sleutel: PuntSleutel, tekst: string): { readonly punt?: Agendapunt; readonly plan: Plan } => {
  const besluit: Besluit = { id: work.ports.ids.id(), tekst, op: work.now.toISOString(), doorId: work.actor.persoon.id };
  const gevonden = vindPunt(opened, sleutel);
  if (gevonden !== undefined) {
    const { inhoud } = gevonden.punt;
    const punt: Agendapunt = { ...gevonden.punt, inhoud: { ...inhoud, besluiten: [...(inhoud.besluiten ?? []), besluit] } };
    return { punt, plan: { changes: [{ soort: "agendapunt", agendapunt: punt }] } };
  }
  const { verloop } = opened;
  if (!isVastPunt(sleutel)) throw new Error(`no point ${sleutel}`);
  const vast = verloop.inhoud.vast[sleutel] ?? { conclusie: "" };
  const inhoud = { ...verloop.inhoud, vast: { ...verloop.inhoud.vast, [sleutel]: { ...vast, besluiten: [...(vast.besluiten ?? []), besluit] } } };
  return { plan: { changes: [{ soort: "verloop", verloop: { ...verloop, inhoud } }] } };
};

/** Nothing on the besluitenlijst points to a person. */
export const checkTafelTekst = ({ regio }: Pick<AgendaDossier, "regio">, veld: string, tekst: string): Fout | undefined => {
  const fout = checkFreeText(regio, veld, tekst);
  return fout && { ...fout, code: "persoonsgegeven_tafel" };
};

export const noteBesluit = async (work: Work, opened: OpenedVerloop, sleutel: string, tekst: string): Outcome<void> => {
  const punt = openPunt(work, opened, sleutel);
  if (!punt.ok) return punt;
  const fout = checkTafelTekst(opened, "besluit", tekst);
  if (fout !== undefined) return refuse(fout);
  const { plan } = voegBesluitToe(work, opened, sleutel as PuntSleutel, tekst);
  const object = punt.value?.code ?? opened.overleg.id;
  return commit(work, merge(plan, { audit: [doneBy(work, "overleg.besluit", object)], intents: looptKaarten(opened) }), opened.overleg.id);
};

/** The meeting goes on to what comes after this point. */
export const naarVolgende = (work: Work, { verloop, ...dossier }: Lopend, na: PuntSleutel): Verloop => {
  const gedaanVast = isVastPunt(na) ? [...new Set([...verloop.gedaan, na])] : verloop.gedaan;
  const klaar = [...gedaan({ verloop, punten: dossier.punten }), na];
  const nu = verloop.nu === na ? (volgendPunt(sleutelsVan(dossier), klaar, na) ?? verloop.nu) : verloop.nu;
  return { ...verloop, gedaan: gedaanVast, ...(nu === undefined ? {} : { nu }), ...(nu === verloop.nu ? {} : { puntOp: work.now }) };
};

/** A fixed point is done; its conclusie is that of its kind. Who pressed for another point is told that the meeting moved on. */
export const sluitVastPunt = async (work: Work, opened: OpenedVerloop, sleutel: string): Outcome<void> => {
  if (!isVastPunt(sleutel)) return refuse({ code: "conclusie_nodig" });
  if (opened.verloop.nu !== sleutel) return refuse({ code: "punt_voorbij" });
  const plan: Plan = {
    changes: [{ soort: "verloop", verloop: naarVolgende(work, opened, sleutel) }],
    audit: [doneBy(work, "overleg.volgende", opened.overleg.id)],
    intents: looptKaarten(opened),
  };
  return commit(work, merge(plan, sleutel === "vorige" ? await stelVorigeVast(work, opened) : {}), opened.overleg.id);
};

/** Takes another point first. */
export const neemPunt = async (work: Work, opened: OpenedVerloop, sleutel: string): Outcome<void> => {
  const over = sleutelsVan(opened).filter((een) => !gedaan(opened).includes(een));
  const nu = over.find((een) => een === sleutel);
  if (nu === undefined) return refuse({ code: "ongeldige_keuze", veld: "punt" });
  const plan: Plan = {
    changes: [{ soort: "verloop", verloop: { ...opened.verloop, nu, puntOp: work.now } }],
    audit: [doneBy(work, "overleg.ander_punt", opened.overleg.id)],
    intents: looptKaarten(opened),
  };
  return commit(work, plan, opened.overleg.id);
};

/** What closing brings about, by a person or the night after; the due moment then moves on what is left. */
export const planSluitOverleg = (dossier: Lopend, now: Date): { readonly overleg: Overleg; readonly plan: Plan } => {
  const { nu: _, ...verloop } = dossier.verloop;
  const overleg: Overleg = { ...dossier.overleg, status: "gehouden" };
  const gesloten: Verloop = { ...verloop, geslotenOp: now, lijst: "concept", lijstOp: now };
  return {
    overleg,
    plan: {
      changes: [
        { soort: "overleg", overleg },
        { soort: "verloop", verloop: gesloten },
      ],
      intents: [...looptKaarten(dossier), ...inChannels(dossier), ...besluitenlijstKaarten(dossier)],
    },
  };
};

/** Closes the meeting: what was not treated goes to the next, and the besluitenlijst goes round as a concept. */
export const sluitOverleg = async (work: Work, opened: OpenedVerloop): Outcome<{ readonly over: number }> => {
  const { overleg, plan } = planSluitOverleg(opened, work.now);
  const committed = await commit(
    work,
    merge(plan, { audit: [doneBy(work, "overleg.sluiten", overleg.id)], moments: [agendaMoment(opened.inrichting, overleg, work.now)] }),
    overleg.id,
  );
  return committed.ok ? ok({ over: nogTeDoen(opened).length }) : committed;
};
