import { verborgenOm } from "../domain/delen/lezen.js";
import { isVastPunt } from "../domain/overleg/agenda.js";
import { beheert, magWijzigen, NIEUW_BESLUIT, type Vastlegging, verbeter } from "../domain/overleg/besluitenlijst.js";
import type { Correctie } from "../domain/overleg/vastlegging.js";
import type { VasteVastlegging, Verloop } from "../domain/overleg/verloop.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { refuse } from "../domain/result.js";
import type { Change, Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { handeltVoor } from "./open-actiepunt.js";
import { type AgendaDossier, lezersVan, readAgenda } from "./open-agenda.js";
import { correctiesVoor, type LijstPunt, leesbaar, type OpenedBesluiten } from "./open-besluiten.js";
import { checkFreeText } from "./submit-signaal.js";
import { commit, doneBy, merge, type Outcome, type Work } from "./work.js";

/** What a correction is about when it is about no point. */
export const HELE_LIJST = "lijst";

/** The private card of the besluitenlijst, to everybody who gets word of the agenda; it changes in place when the list does. */
export const besluitenlijstKaarten = (dossier: Pick<AgendaDossier, "overleg" | "betrokken" | "punten">): readonly Intent[] =>
  lezersVan(dossier).map((persoonId) => ({ kind: "besluitenlijst", objectId: dossier.overleg.id, to: { persoonId } }));

/** The concept becomes what the tafel holds to; nothing when it was no concept. */
const stelVast = (work: Work, dossier: AgendaDossier, verloop: Verloop): Plan => {
  if (verloop.lijst !== "concept") return {};
  const vast: Verloop = { ...verloop, lijst: "vastgesteld", lijstOp: work.now };
  return {
    changes: [{ soort: "verloop", verloop: vast }],
    audit: [doneBy(work, "besluiten.vaststellen", verloop.overlegId)],
    intents: besluitenlijstKaarten(dossier),
  };
};

/** Lists that one overleg may set at once: of meetings that were skipped. */
const MEESTE_LIJSTEN = 12;

/** What the point about last time brings about: every list of the tafel that is still a concept is set. */
export const stelVorigeVast = async (work: Work, { overleg }: Pick<AgendaDossier, "overleg">): Promise<Plan> => {
  const { store } = work.ports;
  const eerder = (await store.gehoudenOverleggen([overleg.tafelId], MEESTE_LIJSTEN)).filter(({ begin }) => begin < overleg.begin);
  const plannen = await Promise.all(
    eerder.map(async ({ id }) => {
      const verloop = await store.verloopVan(id);
      const dossier = verloop?.lijst === "concept" ? await readAgenda(work.ports, id) : undefined;
      return verloop === undefined || dossier === undefined ? {} : stelVast(work, dossier, verloop);
    }),
  );
  return merge(...plannen);
};

/** The voorzitter sets it: not before the next overleg of the tafel began [domein 3]. */
export const setLijst = async (work: Work, opened: OpenedBesluiten): Outcome<void> => {
  if (opened.verloop.lijst !== "concept") return refuse({ code: "lijst_vastgesteld" });
  const [volgend] = await work.ports.store.komendeOverleggen(opened.overleg.tafelId, opened.overleg.eind, 1);
  if (volgend === undefined || volgend.begin > work.now) return refuse({ code: "nog_niet_vaststellen" });
  return commit(work, stelVast(work, opened, opened.verloop), opened.overleg.id);
};

const naam = (opened: OpenedBesluiten, punt: LijstPunt | undefined): string => punt?.een?.code ?? opened.overleg.id;

/** A private word without content. */
const bericht = (opened: OpenedBesluiten, persoonId: Correctie["doorId"], variant: string): Intent => ({
  kind: "agendabericht",
  objectId: opened.overleg.id,
  to: { persoonId },
  variant,
});

/** The change that puts these corrections where they belong: with the point, so that those of a casus are sealed with it. */
const metCorrecties = (opened: OpenedBesluiten, punt: LijstPunt | undefined, pas: (eerder: readonly Correctie[]) => readonly Correctie[]): Change => {
  if (punt?.een !== undefined) {
    const agendapunt = punt.een.punt;
    return { soort: "agendapunt", agendapunt: { ...agendapunt, inhoud: { ...agendapunt.inhoud, correcties: pas(agendapunt.inhoud.correcties ?? []) } } };
  }
  const { verloop } = opened;
  const hier = verloop.inhoud.correcties.filter(({ vast }) => vast === punt?.vast);
  const elders = verloop.inhoud.correcties.filter(({ vast }) => vast !== punt?.vast);
  const correcties = [...elders, ...pas(hier).map((een) => ({ ...een, ...(punt?.vast === undefined ? {} : { vast: punt.vast }) }))];
  return { soort: "verloop", verloop: { ...verloop, inhoud: { ...verloop.inhoud, correcties } } };
};

/** Who is told: the secretaris, the voorzitter or the regiehouder of the casus, the first who reads the point and whom a chat reaches. */
const ontvanger = async ({ ports }: Work, { inrichting, lezer: { convenanten } }: OpenedBesluiten, punt: LijstPunt | undefined): Promise<PersoonId> => {
  const ids = [inrichting.secretarisId, inrichting.voorzitterId, punt?.een?.casus?.regiehouderId].filter((id) => id !== undefined);
  const [personen, bereikbaar] = await Promise.all([ports.store.readPersonen([...new Set(ids)]), ports.store.bereikbaar([...new Set(ids)])]);
  const leest = async (id: PersoonId): Promise<boolean> => {
    const persoon = personen.find((een) => een.id === id);
    if (persoon === undefined || !bereikbaar.includes(id)) return false;
    if (punt?.een === undefined) return true;
    const lezer = { persoon, namens: await handeltVoor(ports, persoon), rollen: [], zitErbij: true, convenanten };
    return verborgenOm(punt.een.punt, punt.een.casus, lezer) === undefined;
  };
  for (const id of ids) if (await leest(id)) return id;
  return inrichting.secretarisId;
};

/** Somebody who was there says what is wrong; the secretaris hears that there is something to mend. */
export const giveCorrectie = async (work: Work, opened: OpenedBesluiten, sleutel: string, tekst: string): Outcome<void> => {
  if (opened.verloop.lijst !== "concept") return refuse({ code: "lijst_vastgesteld" });
  const punt = leesbaar(opened).find((een) => een.sleutel === sleutel);
  if (punt === undefined && (sleutel !== HELE_LIJST || !opened.lezer.zitErbij)) return refuse({ code: "ongeldige_keuze", veld: "punt" });
  const fout = checkFreeText(opened.regio, "tekst", tekst);
  if (fout !== undefined) return refuse(fout);
  const doorId = work.actor.persoon.id;
  const correctie: Correctie = { id: work.ports.ids.id(), tekst, doorId, op: work.now.toISOString() };
  const aan = await ontvanger(work, opened, punt);
  const plan: Plan = {
    changes: [metCorrecties(opened, punt, (eerder) => [...eerder, correctie])],
    audit: [doneBy(work, "besluiten.correctie", naam(opened, punt))],
    intents: aan === doorId ? [] : [bericht(opened, aan, "correctie")],
  };
  return commit(work, plan, opened.overleg.id);
};

/** Those that wait for this person to handle them. */
export const openCorrecties = (opened: OpenedBesluiten) =>
  correctiesVoor(opened).filter(({ correctie, punt }) => correctie.verwerktOp === undefined && beheert(opened.lezer, punt?.een?.casus));

/** Who gave a correction hears that it was looked at. */
const verwerkt = (
  work: Work,
  opened: OpenedBesluiten,
  id: string | undefined,
  bij: LijstPunt | undefined,
): { readonly correcties: readonly Correctie[]; readonly intents: readonly Intent[] } => {
  const gevonden = openCorrecties(opened).filter(({ correctie, punt }) => correctie.id === id && punt?.sleutel === bij?.sleutel);
  const correcties = gevonden.map(({ correctie }) => ({ ...correctie, verwerktOp: work.now.toISOString() }));
  const intents = correcties.filter(({ doorId }) => doorId !== work.actor.persoon.id).map(({ doorId }) => bericht(opened, doorId, "correctie_verwerkt"));
  return { correcties, intents };
};
const vervang = (nieuw: readonly Correctie[]) => (eerder: readonly Correctie[]) => eerder.map((een) => nieuw.find(({ id }) => id === een.id) ?? een);

/** A correction that needs no change, or that was mended before. */
export const handleCorrectie = async (work: Work, opened: OpenedBesluiten, id: string): Outcome<void> => {
  const punt = correctiesVoor(opened).find(({ correctie }) => correctie.id === id)?.punt;
  const { correcties, intents } = verwerkt(work, opened, id, punt);
  if (correcties.length === 0) return refuse({ code: "ongeldige_keuze", veld: "correctie" });
  const plan: Plan = { changes: [metCorrecties(opened, punt, vervang(correcties))], audit: [doneBy(work, "besluiten.verwerken", naam(opened, punt))], intents };
  return commit(work, plan, opened.overleg.id);
};

/** @property versie of what the form showed; somebody else may have mended it since. */
export type Verbeterd = {
  readonly sleutel: string;
  readonly deel: string;
  readonly tekst: string;
  readonly versie: string;
  readonly correctie?: string | undefined;
};

/** The version that a change of this point expects. */
export const versieVan = (opened: OpenedBesluiten, { een }: LijstPunt): string => String(een?.punt.version ?? opened.verloop.version);

/** The point that somebody may mend now, or why not. */
export const teVerbeteren = (opened: OpenedBesluiten, sleutel: string): LijstPunt | undefined =>
  magWijzigen(opened.verloop.lijst, opened.bijOverlegId)
    ? leesbaar(opened).find((punt) => punt.sleutel === sleutel && beheert(opened.lezer, punt.een?.casus))
    : undefined;

const metVastlegging = (opened: OpenedBesluiten, { sleutel, een }: LijstPunt, nieuw: Vastlegging, correcties: readonly Correctie[]): Change => {
  if (een !== undefined) {
    const inhoud = { ...een.punt.inhoud, ...nieuw };
    const met = correcties.length === 0 ? inhoud : { ...inhoud, correcties: vervang(correcties)(inhoud.correcties ?? []) };
    return { soort: "agendapunt", agendapunt: { ...een.punt, inhoud: met } };
  }
  if (!isVastPunt(sleutel)) throw new Error(`point ${sleutel} is of no kind`);
  const { verloop } = opened;
  const vastlegging: VasteVastlegging = { ...nieuw, conclusie: nieuw.conclusie ?? "" };
  const inhoud = {
    ...verloop.inhoud,
    vast: { ...verloop.inhoud.vast, [sleutel]: vastlegging },
    correcties: verloop.inhoud.correcties.map((oud) => ({ ...oud, ...correcties.find(({ id }) => id === oud.id) })),
  };
  return { soort: "verloop", verloop: { ...verloop, inhoud } };
};

/** The secretaris or voorzitter mends what was laid down; what stood there is kept, and the cards say that it was mended. */
export const mendPunt = async (work: Work, opened: OpenedBesluiten, velden: Verbeterd): Outcome<void> => {
  if (!magWijzigen(opened.verloop.lijst, opened.bijOverlegId)) return refuse({ code: "lijst_vastgesteld" });
  const punt = teVerbeteren(opened, velden.sleutel);
  if (punt === undefined) return refuse({ code: "ongeldige_keuze" });
  if (velden.versie !== versieVan(opened, punt)) return refuse({ code: "eerder" });
  const fout = checkFreeText(opened.regio, "tekst", velden.tekst);
  if (fout !== undefined) return refuse(fout);
  const bij = opened.verloop.lijst === "vastgesteld" && opened.bijOverlegId !== undefined ? { bijOverlegId: opened.bijOverlegId } : {};
  const door = { id: work.ports.ids.id(), op: work.now.toISOString(), doorId: work.actor.persoon.id, ...bij };
  const nieuw = verbeter(punt.vastlegging, velden.deel, velden.tekst, door);
  if (nieuw === undefined) return refuse({ code: "ongeldige_keuze" });
  const { correcties, intents } = verwerkt(work, opened, velden.correctie, punt);
  const plan: Plan = {
    changes: [metVastlegging(opened, punt, nieuw, correcties)],
    audit: [doneBy(work, velden.deel === NIEUW_BESLUIT ? "besluiten.aanvullen" : "besluiten.verbeteren", naam(opened, punt))],
    intents: [...intents, ...besluitenlijstKaarten(opened)],
  };
  return commit(work, plan, opened.overleg.id);
};

/** Was anything in it mended? */
export const isVerbeterd = ({ lijst }: Pick<OpenedBesluiten, "lijst">): boolean =>
  lijst.some(({ vastlegging }) => (vastlegging.verbeteringen ?? []).length > 0);
