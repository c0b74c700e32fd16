import { checkOpenTekst } from "../domain/delen/open-tekst.js";
import type { Agendapunt, Doel } from "../domain/overleg/agendapunt.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import type { Tafel } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { AgendaStore } from "../ports/agenda-store.js";
import { type Ingebracht, komendeKeuzes, leesDoel, nieuwPunt, resultaat, vraagToelating, zoekPlek } from "./bring-in.js";
import { type ActieVelden, noteActie } from "./conclude-punt.js";
import { type OpenedVerloop, openPunt, vindPunt } from "./open-verloop.js";
import { zetOpAgenda } from "./plan-agenda.js";
import { mensenVanRegio } from "./set-up-tafel.js";
import { commit, doneBy, merge, type Outcome, type Work } from "./work.js";

const MINUTEN = 15;

/** Where a knelpunt of a tafel with casussen goes: the strategic tafels of the region [000 h5]. */
export const regionaleTafels = (tafels: readonly Tafel[]): readonly Tafel[] => tafels.filter(({ soort }) => soort === "regionale_tafel");

export type KnelpuntVelden = { readonly overleg: string; readonly titel: string; readonly gevoeligOk: string | undefined };

/** Puts a knelpunt through to a regionale tafel: a title that anybody may read, never the casus at which it was noticed. */
export const zetKnelpuntDoor = async (work: Work, opened: OpenedVerloop, sleutel: string, velden: KnelpuntVelden): Outcome<Ingebracht> => {
  const titel = checkOpenTekst("titel", velden.titel, { regio: opened.regio, bekeken: velden.gevoeligOk === "true" });
  if (titel !== undefined) return refuse(titel);
  const van = vindPunt(opened, sleutel)?.punt;
  // What a casus led to must not lead back to it.
  const vanPuntId = van?.soort === "knelpunt" ? van.id : undefined;
  return brengVerder(work, opened, velden.overleg, {
    soort: "knelpunt",
    doel: "bespreken",
    titel: velden.titel,
    ...(vanPuntId === undefined ? {} : { vanPuntId }),
  });
};

type Verder = { readonly soort: "knelpunt" | "voorstel"; readonly doel: Doel; readonly titel: string; readonly vanPuntId?: Agendapunt["id"] };

const brengVerder = async (work: Work, opened: OpenedVerloop, overleg: string, { titel, ...deel }: Verder): Outcome<Ingebracht> => {
  const plek = await zoekPlek(work, overleg);
  if (!plek.ok) return plek;
  if (plek.value.naar.tafel.id === opened.tafel.id) return refuse({ code: "zelfde_tafel", veld: "overleg" });
  if (deel.soort === "knelpunt" && regionaleTafels([plek.value.naar.tafel]).length === 0) return refuse({ code: "tafel_past_niet", veld: "overleg" });
  const punt = nieuwPunt(work, plek.value, { ...deel, minuten: MINUTEN, besloten: false, inhoud: { titel, genodigden: [], uitgesloten: [] } });
  const plan = merge(zetOpAgenda(plek.value.naar, [{ punt, signalen: [] }], "ingebracht", true), vraagToelating(plek.value, punt), {
    audit: [doneBy(work, deel.soort === "knelpunt" ? "overleg.knelpunt" : "overleg.verder", punt.id)],
  });
  const committed = await commit(work, plan, punt.id);
  return committed.ok ? ok(resultaat(plek.value)) : committed;
};

/** A voorstel goes on to another tafel with another doel: the next line of its Behandeling [001]. */
export const behandelVerder = async (work: Work, opened: OpenedVerloop, sleutel: string, velden: { overleg: string; doel: string }): Outcome<Ingebracht> => {
  const punt = openPunt(work, opened, sleutel);
  if (!punt.ok) return punt;
  const van = punt.value?.punt;
  if (van?.soort !== "voorstel" || van.inhoud.titel === undefined) return refuse({ code: "geen_voorstel" });
  const doel = leesDoel(velden.doel);
  if (!doel.ok) return doel;
  return brengVerder(work, opened, velden.overleg, { soort: "voorstel", doel: doel.value, titel: van.inhoud.titel, vanPuntId: van.id });
};

/** Coming overleggen of other tafels, to which something of this one can go. */
export const andereOverleggen = async ({ ports, now }: Pick<Work, "ports" | "now">, opened: OpenedVerloop, tafels: readonly Tafel[]) =>
  (await komendeKeuzes(ports, tafels, now)).filter(({ tafel }) => tafel.id !== opened.tafel.id);

/** Who of RIEC can be asked to take up casuïstiek. */
export const mensenVanRiec = async (work: Pick<Work, "ports">, { regio }: OpenedVerloop): Promise<readonly Persoon[]> =>
  (await mensenVanRegio(work, regio)).filter(({ organisatieSoort }) => organisatieSoort === "riec");

/** The regionale tafel asks RIEC to take up casuïstiek, without names: an actiepunt like any other [000 h5]. */
export const vraagRiec = async (work: Work, opened: OpenedVerloop, sleutel: string, velden: ActieVelden): Outcome<unknown> => {
  if (opened.tafel.soort !== "regionale_tafel") return refuse({ code: "geen_regionale_tafel" });
  const riec = await mensenVanRiec(work, opened);
  if (!riec.some(({ id }) => id === velden.actiehouder)) return refuse({ code: "ongeldige_keuze", veld: "actiehouder" });
  return noteActie(work, opened, sleutel, velden);
};

/** Longer than any voorstel travels. */
const MEESTE_STAPPEN = 30;

/** The Behandeling of a voorstel so far, the first tafel first [001]. */
export const behandelingVan = async (store: Pick<AgendaStore, "findAgendapunt">, punt: Agendapunt): Promise<readonly Agendapunt[]> => {
  const reeks = [punt];
  while (reeks.length < MEESTE_STAPPEN) {
    const vorig = reeks[0]?.vanPuntId;
    const eerder = vorig === undefined ? undefined : await store.findAgendapunt(vorig);
    if (eerder === undefined) break;
    reeks.unshift(eerder);
  }
  return reeks;
};
