import { checkOpenTekst } from "../domain/delen/open-tekst.js";
import { telAanwezig } from "../domain/overleg/agenda.js";
import { type Agendapunt, isVrij, minutenGrenzen } from "../domain/overleg/agendapunt.js";
import type { Aanwezigheid, Overleg } from "../domain/overleg/overleg.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { ok, refuse } from "../domain/result.js";
import type { Plan } from "../ports/store.js";
import { leesMinuten } from "./bring-in.js";
import { type OpenedAgenda, type PuntDossier, readAgenda } from "./open-agenda.js";
import { agendaChannels, agendaVolgt, uitnodigingen, verstuurAgenda, volgendOverleg, zetOpAgenda } from "./plan-agenda.js";
import { commit, doneBy, merge, type Outcome, type Work } from "./work.js";

/** The tafelbeheerder sends the agenda before its time. */
export const sendAgendaNow = async (work: Work, opened: OpenedAgenda): Outcome<void> => {
  if (opened.agenda?.status === "verstuurd") return refuse({ code: "agenda_al_verstuurd" });
  const plan = merge(verstuurAgenda(opened), { audit: [doneBy(work, "agenda.versturen", opened.overleg.id)] });
  return commit(work, plan, opened.overleg.id);
};

const vind = ({ punten }: OpenedAgenda, id: string): PuntDossier | undefined => punten.find(({ punt }) => punt.id === id);

const wijzig = (work: Work, opened: OpenedAgenda, gewijzigd: readonly Agendapunt[], actie: string): Outcome<void> => {
  const punten = opened.punten.map((een) => ({ ...een, punt: gewijzigd.find(({ id }) => id === een.punt.id) ?? een.punt }));
  const plan = merge(
    { changes: gewijzigd.map((agendapunt) => ({ soort: "agendapunt" as const, agendapunt })), audit: [doneBy(work, actie, opened.overleg.id)] },
    agendaVolgt({ ...opened, punten }, gewijzigd),
  );
  return commit(work, plan, opened.overleg.id);
};

export const setMinuten = async (work: Work, opened: OpenedAgenda, puntId: string, tekst: string): Outcome<void> => {
  const gevonden = vind(opened, puntId);
  if (gevonden === undefined) return refuse({ code: "ongeldige_keuze", veld: "punt" });
  const minuten = leesMinuten(tekst);
  return minuten.ok ? wijzig(work, opened, [{ ...gevonden.punt, minuten: minuten.value }], "agenda.tijd") : minuten;
};

/** One place up or down, among points of its own kind. */
export const moveInOrder = async (work: Work, opened: OpenedAgenda, puntId: string, richting: string): Outcome<void> => {
  const gevonden = vind(opened, puntId);
  if (gevonden === undefined) return refuse({ code: "ongeldige_keuze", veld: "punt" });
  const groep = (een: PuntDossier): string => (een.punt.soort === "casus" || een.punt.soort === "signaal" ? een.punt.soort : "vrij");
  const rij = opened.punten.filter((een) => groep(een) === groep(gevonden));
  const plaats = rij.indexOf(gevonden);
  const ander = rij[plaats + (richting === "omhoog" ? -1 : 1)];
  if (ander === undefined) return refuse({ code: "volgorde_kan_niet", veld: "richting" });
  const anders = rij.map((een) => (een === gevonden ? ander : een === ander ? gevonden : een));
  const nummers = rij.map(({ punt }, i) => punt.volgorde + i / 1000).sort((a, b) => a - b);
  const nieuw = anders.map(({ punt }, i) => ({ ...punt, volgorde: Math.max(Math.floor(nummers[i] ?? 0), i + 1) }));
  const uniek = nieuw.map((punt, i) => ({ ...punt, volgorde: i === 0 ? punt.volgorde : Math.max(punt.volgorde, (nieuw[i - 1]?.volgorde ?? 0) + 1) }));
  const gewijzigd = uniek.filter((punt) => rij.find((een) => een.punt.id === punt.id)?.punt.volgorde !== punt.volgorde);
  return wijzig(work, opened, gewijzigd, "agenda.volgorde");
};

export type Samen = { readonly punt: string; readonly met: string; readonly titel: string; readonly gevoeligOk: string | undefined };

/** Two free points as one, under one title; what is about a casus or signaal stays by itself. */
export const mergePunten = async (work: Work, opened: OpenedAgenda, { punt, met, titel, gevoeligOk }: Samen): Outcome<void> => {
  const [een, ander] = [vind(opened, punt), vind(opened, met)];
  if (een === undefined) return refuse({ code: "ongeldige_keuze", veld: "punt" });
  if (ander === undefined) return refuse({ code: "ongeldige_keuze", veld: "met" });
  if (een === ander) return refuse({ code: "samenvoegen_zelfde", veld: "met" });
  const gebonden = [een, ander].find((gevonden) => !isVrij(gevonden.punt.soort));
  if (gebonden !== undefined) return refuse({ code: "samenvoegen_alleen_vrij", veld: gebonden === een ? "punt" : "met" });
  const fout = checkOpenTekst("titel", titel, { regio: opened.regio, bekeken: gevoeligOk === "true" });
  if (fout !== undefined) return refuse(fout);
  const minuten = Math.min(een.punt.minuten + ander.punt.minuten, minutenGrenzen[1]);
  const samen: Agendapunt = { ...een.punt, minuten, inhoud: { ...een.punt.inhoud, titel } };
  const over = opened.punten.filter((gevonden) => gevonden !== ander).map((gevonden) => (gevonden === een ? { ...een, punt: samen } : gevonden));
  const inbrengers = new Set([een.punt.inbrengerId, ander.punt.inbrengerId]);
  inbrengers.delete(work.actor.persoon.id);
  const plan = merge(agendaVolgt({ ...opened, punten: over }, [samen], [ander]), {
    changes: [
      { soort: "agendapunt", agendapunt: samen },
      { soort: "agendapunt", agendapunt: { ...ander.punt, status: "ingetrokken" } },
    ],
    audit: [een, ander].map((gevonden) => doneBy(work, "agenda.samenvoegen", gevonden.punt.id)),
    intents: [...inbrengers].map((persoonId) => ({ kind: "agendabericht", objectId: opened.overleg.id, to: { persoonId }, variant: "samengevoegd" })),
  });
  return commit(work, plan, opened.overleg.id);
};

/** To the next overleg of the tafel. */
export const postpone = async (work: Work, opened: OpenedAgenda, puntId: string): Outcome<Overleg> => {
  const gevonden = vind(opened, puntId);
  if (gevonden === undefined) return refuse({ code: "ongeldige_keuze", veld: "punt" });
  const volgend = await volgendOverleg(work.ports, opened.overleg, work.now);
  const naar = volgend === undefined ? undefined : await readAgenda(work.ports, volgend.id);
  if (naar === undefined) return refuse({ code: "geen_volgend_overleg", veld: "punt" });
  const plan = merge(
    agendaVolgt({ ...opened, punten: opened.punten.filter((een) => een !== gevonden) }, [], [gevonden]),
    zetOpAgenda(naar, [gevonden], "doorgeschoven"),
    {
      audit: [doneBy(work, "agenda.uitstellen", gevonden.punt.id)],
      intents: [{ kind: "agendabericht", objectId: naar.overleg.id, to: { persoonId: gevonden.punt.inbrengerId }, variant: "uitgesteld" }],
    },
  );
  const committed = await commit(work, plan, gevonden.punt.id);
  return committed.ok ? ok(naar.overleg) : committed;
};

/** The cards with the count follow; the voorzitter sees who is missing, the tafelbeheerder when too few are left. */
const volgtAanwezigheid = (opened: OpenedAgenda, antwoorden: readonly Aanwezigheid[]): Plan => {
  const { overleg, regio, inrichting, betrokken, agenda } = opened;
  const { totaal, afwezig } = telAanwezig(betrokken, antwoorden);
  const eerder = telAanwezig(betrokken, opened.antwoorden);
  const tekort = totaal - afwezig.length < inrichting.minimaal;
  const anders = afwezig.join() !== eerder.afwezig.join();
  const wasTekort = eerder.totaal - eerder.afwezig.length < inrichting.minimaal;
  return {
    intents: [
      ...(agenda?.status === "verstuurd" ? [...agendaChannels(regio, overleg, overleg.id), ...uitnodigingen(opened)] : []),
      ...(anders ? [{ kind: "afwezig" as const, objectId: overleg.id, to: { persoonId: inrichting.voorzitterId } }] : []),
      ...(tekort || wasTekort ? [{ kind: "te_weinig" as const, objectId: overleg.id, to: { persoonId: inrichting.beheerderId } }] : []),
    ],
  };
};

const antwoord = async (work: Work, opened: OpenedAgenda, aanwezigheid: Aanwezigheid, actie: string): Outcome<void> => {
  const gelijk = opened.antwoorden.find(({ persoonId }) => persoonId === aanwezigheid.persoonId);
  if (gelijk?.antwoord === aanwezigheid.antwoord) return ok(undefined);
  const antwoorden = [...opened.antwoorden.filter((een) => een !== gelijk), aanwezigheid];
  const plan = merge(
    { changes: [{ soort: "aanwezigheid", aanwezigheid }], audit: [doneBy(work, actie, opened.overleg.id)] },
    volgtAanwezigheid(opened, antwoorden),
  );
  return commit(work, plan, opened.overleg.id);
};

/** For himself; who is deputy of a participant comes in his place. */
export const attend = async (work: Work, opened: OpenedAgenda, komt: boolean): Outcome<void> => {
  const doorId = work.actor.persoon.id;
  const basis = { overlegId: opened.overleg.id, doorId };
  const actie = komt ? "overleg.kom" : "overleg.kom_niet";
  if (opened.betrokken.includes(doorId)) return antwoord(work, opened, { ...basis, persoonId: doorId, antwoord: komt ? "komt" : "komt_niet" }, actie);
  const voor = opened.betrokken.find((id) => opened.namens.includes(id));
  if (voor === undefined) return refuse({ code: "niet_uitgenodigd" });
  return antwoord(work, opened, { ...basis, persoonId: voor, antwoord: komt ? "plaatsvervanger" : "komt_niet" }, actie);
};

/** His deputy comes; the deputy hears it with the agenda. */
export const sendVervanger = async (work: Work, opened: OpenedAgenda, vervanger: string): Outcome<void> => {
  const doorId = work.actor.persoon.id;
  if (!opened.betrokken.includes(doorId)) return refuse({ code: "niet_uitgenodigd" });
  if (!(await vervangersVan(work, opened, doorId)).some((id) => id === vervanger)) return refuse({ code: "ongeldige_keuze", veld: "vervanger" });
  const aanwezigheid: Aanwezigheid = { overlegId: opened.overleg.id, persoonId: doorId, antwoord: "plaatsvervanger", doorId };
  const gelijk = opened.antwoorden.filter(({ persoonId }) => persoonId !== doorId);
  const plan = merge(
    {
      changes: [{ soort: "aanwezigheid", aanwezigheid }],
      audit: [doneBy(work, "overleg.vervanger", opened.overleg.id)],
      intents: [{ kind: "agendabericht", objectId: opened.overleg.id, to: { persoonId: vervanger as PersoonId }, variant: "vervangt" }],
    },
    volgtAanwezigheid(opened, [...gelijk, aanwezigheid]),
  );
  return commit(work, plan, opened.overleg.id);
};

/** His deputy at this tafel, and his deputy in everything. */
export const vervangersVan = async (work: Pick<Work, "ports">, { inrichting }: OpenedAgenda, persoonId: PersoonId): Promise<readonly PersoonId[]> => {
  const [persoon] = await work.ports.store.readPersonen([persoonId]);
  const tafel = inrichting.deelnemers.find((een) => een.persoonId === persoonId)?.plaatsvervangerId;
  return [...new Set([tafel, persoon?.plaatsvervangerId])].filter((id): id is PersoonId => id !== undefined);
};

/** Who of the invited no chat reaches: their answer is recorded for them. */
export const zonderAccount = async ({ ports }: Pick<Work, "ports">, { betrokken }: OpenedAgenda): Promise<readonly PersoonId[]> => {
  const bereikbaar = await ports.store.bereikbaar(betrokken);
  return betrokken.filter((id) => !bereikbaar.includes(id));
};

export const attendFor = async (work: Work, opened: OpenedAgenda, persoonId: string, gekozen: string): Outcome<void> => {
  const wie = (await zonderAccount(work, opened)).find((id) => id === persoonId);
  if (wie === undefined) return refuse({ code: "ongeldige_keuze", veld: "persoon" });
  const wat = (["komt", "komt_niet", "plaatsvervanger"] as const).find((een) => een === gekozen);
  if (wat === undefined) return refuse({ code: "ongeldige_keuze", veld: "komst" });
  return antwoord(work, opened, { overlegId: opened.overleg.id, persoonId: wie, antwoord: wat, doorId: work.actor.persoon.id }, "overleg.aanwezig_namens");
};
