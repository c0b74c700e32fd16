import type { ActieDossier } from "../domain/actiepunt/actie-policy.js";
import { actiepuntStatussen } from "../domain/actiepunt/actiepunt.status.js";
import { geldig } from "../domain/delen/convenant.js";
import { type PuntReden, verborgenOm } from "../domain/delen/lezen.js";
import { isVastPunt, type PuntSleutel, puntSleutels } from "../domain/overleg/agenda.js";
import { beheert, type LijstLezer, type Vastlegging } from "../domain/overleg/besluitenlijst.js";
import type { OverlegId } from "../domain/overleg/overleg.js";
import type { Correctie } from "../domain/overleg/vastlegging.js";
import type { Verloop } from "../domain/overleg/verloop.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import { ok, refuse } from "../domain/result.js";
import { type VastPunt, vastePunten } from "../domain/tafel/sjabloon.js";
import type { TafelAction } from "../domain/tafel/tafel-rechten.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import { handeltVoor, readActieDossiers } from "./open-actiepunt.js";
import { type AgendaDossier, agendaRollen, type OpenedAgenda, openAgenda, type PuntDossier, readAgenda } from "./open-agenda.js";
import { deny, type Outcome, type Work } from "./work.js";

/** One point of a besluitenlijst. @property verborgen why this reader reads nothing of it. */
export type LijstPunt = {
  readonly sleutel: PuntSleutel;
  readonly nr: number;
  readonly vast?: VastPunt;
  readonly een?: PuntDossier;
  readonly vastlegging: Vastlegging;
  readonly correcties: readonly Correctie[];
  readonly verborgen?: PuntReden;
};

/** @property bijOverlegId the later overleg of the tafel that runs now. */
export type OpenedBesluiten = OpenedAgenda & {
  readonly verloop: Verloop;
  readonly lezer: LijstLezer;
  readonly lijst: readonly LijstPunt[];
  readonly bijOverlegId?: OverlegId;
};

const MEESTE_ACTIES = 200;
const DAG_MS = 24 * 3_600_000;

const lezerVan = (persoon: Persoon, { rollen, namens, betrokken, overleg, regio }: OpenedAgenda, now: Date): LijstLezer => {
  const bereidtVoor = rollen.some((rol) => rol === "voorzitter" || rol === "secretaris" || rol === "tafelbeheerder");
  const zit = betrokken.some((id) => namens.includes(id)) || (rollen.includes("deelnemer") && overleg.genodigden === undefined);
  return { persoon, namens, rollen, zitErbij: bereidtVoor || zit, convenanten: geldig(regio.convenanten, dagVan(now)) };
};

/** Everything that was treated, in the order of the agenda, with what this reader may read; also what the tafel has no fixed point for any more. */
const lijstVan = ({ tafel, punten }: AgendaDossier, { inhoud, gedaan }: Verloop, lezer: LijstLezer): readonly LijstPunt[] => {
  const behandeld = punten.filter(({ punt }) => punt.status === "behandeld");
  const sleutels = puntSleutels(tafel.soort, behandeld, vastePunten).filter(
    (sleutel) => !isVastPunt(sleutel) || gedaan.includes(sleutel) || inhoud.vast[sleutel] !== undefined,
  );
  return sleutels.map((sleutel, i): LijstPunt => {
    const nr = i + 1;
    if (isVastPunt(sleutel)) {
      const correcties = inhoud.correcties.filter(({ vast }) => vast === sleutel);
      const niet = lezer.zitErbij ? {} : ({ verborgen: "niet_uitgenodigd" } as const);
      return { sleutel, nr, vast: sleutel, vastlegging: inhoud.vast[sleutel] ?? {}, correcties, ...niet };
    }
    const een = behandeld.find(({ punt }) => punt.id === sleutel) as PuntDossier;
    const verborgen = verborgenOm(een.punt, een.casus, lezer);
    const { inhoud: vastlegging } = een.punt;
    return { sleutel, nr, een, vastlegging, correcties: vastlegging.correcties ?? [], ...(verborgen === undefined ? {} : { verborgen }) };
  });
};

/** The besluitenlijst as this person may read it now; `undefined` when there is none, or nothing in it is for him. */
const besluitenVoor = async (ports: Ports, persoon: Persoon, opened: OpenedAgenda, now: Date): Promise<OpenedBesluiten | "geen_lijst" | undefined> => {
  const { overleg } = opened;
  const [verloop, rond] = await Promise.all([
    ports.store.verloopVan(overleg.id),
    ports.store.komendeOverleggen(overleg.tafelId, new Date(now.getTime() - DAG_MS), 5),
  ]);
  const lezer = lezerVan(persoon, opened, now);
  if (verloop === undefined || verloop.lijst === "geen") return lezer.zitErbij ? "geen_lijst" : undefined;
  const lijst = lijstVan(opened, verloop, lezer);
  if (!persoon.actief || (!lezer.zitErbij && lijst.every(({ een, verborgen }) => een === undefined || verborgen === "niet_uitgenodigd"))) return undefined;
  const bij = rond.find((een) => een.status === "bezig" && een.begin > overleg.begin);
  return { ...opened, verloop, lezer, lijst, ...(bij === undefined ? {} : { bijOverlegId: bij.id }) };
};

/** As somebody may read it, without a refusal on record: for what is made when it is sent or fetched. */
export const readBesluiten = async (ports: Ports, persoon: Persoon, overlegId: string, now: Date): Promise<OpenedBesluiten | undefined> => {
  const [dossier, namens] = await Promise.all([readAgenda(ports, overlegId), handeltVoor(ports, persoon)]);
  if (dossier === undefined) return undefined;
  const found = await besluitenVoor(ports, persoon, { ...dossier, namens, rollen: agendaRollen(dossier, persoon.id, namens) }, now);
  return found === "geen_lijst" ? undefined : found;
};

/** Opens the besluitenlijst that a button names, after a fresh check; a refusal is on record. */
export const openBesluiten = async (work: Pick<Work, "ports" | "actor" | "now">, overlegId: string, action: TafelAction): Outcome<OpenedBesluiten> => {
  const opened = await openAgenda(work, overlegId, action, true);
  if (!opened.ok) return opened;
  const found = await besluitenVoor(work.ports, work.actor.persoon, opened.value, work.now);
  if (found === undefined) return deny(work, action, opened.value.overleg.id);
  return found === "geen_lijst" ? refuse({ code: "geen_besluitenlijst" }) : ok(found);
};

/** What was agreed at the overleg, each with who decides about it. */
export const actiesVan = async (ports: Ports, { overleg }: Pick<OpenedBesluiten, "overleg">): Promise<readonly ActieDossier[]> =>
  readActieDossiers(ports, await ports.store.actiepunten({ statussen: actiepuntStatussen, overlegId: overleg.id }, MEESTE_ACTIES));

/** The points that this reader may read. */
export const leesbaar = ({ lijst }: Pick<OpenedBesluiten, "lijst">): readonly LijstPunt[] => lijst.filter(({ verborgen }) => verborgen === undefined);

export type OpenCorrectie = { readonly correctie: Correctie; readonly punt?: LijstPunt };

/** Corrections that this reader may see: all to who mends them, else his own; never those about a point that he may not read. */
export const correctiesVoor = ({ lijst, verloop, lezer }: OpenedBesluiten): readonly OpenCorrectie[] => {
  const algemeen = verloop.inhoud.correcties.filter(({ vast }) => vast === undefined).map((correctie): OpenCorrectie => ({ correctie }));
  const bijPunten = leesbaar({ lijst }).flatMap((punt) => punt.correcties.map((correctie): OpenCorrectie => ({ correctie, punt })));
  return [...algemeen, ...bijPunten].filter(({ correctie, punt }) => beheert(lezer, punt?.een?.casus) || correctie.doorId === lezer.persoon.id);
};
