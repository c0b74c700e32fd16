import { type Actiepunt, type ActiepuntId, openTitel } from "../domain/actiepunt/actiepunt.js";
import { isOnafgedaan } from "../domain/actiepunt/actiepunt.status.js";
import type { Casus } from "../domain/casus/casus.js";
import { magPuntLezen } from "../domain/delen/lezen.js";
import { type Agenda, geordend, type PuntMetCode } from "../domain/overleg/agenda.js";
import { type Agendapunt, zoalsNu } from "../domain/overleg/agendapunt.js";
import { betrokkenen } from "../domain/overleg/betrokkenen.js";
import type { Aanwezigheid, Overleg } from "../domain/overleg/overleg.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import type { Regio, Tafel } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import type { SignaalStatus } from "../domain/signaal/signaal.status.js";
import { type TafelInrichting, tafelRollenVan } from "../domain/tafel/tafel.js";
import { type AgendaRol, mayTafel, type TafelAction } from "../domain/tafel/tafel-rechten.js";
import type { Ports } from "../ports/ports.js";
import { handeltVoor } from "./open-actiepunt.js";
import { deny, type Outcome, type Work } from "./work.js";

export type PuntDossier = PuntMetCode & {
  readonly actiepunt?: Actiepunt;
  readonly casus?: Casus;
  readonly signalen: readonly Signaal[];
};

/** An overleg with its agenda and who comes. @property punten in the order of the agenda; what left the tafel by another way is left out. */
export type AgendaDossier = {
  readonly overleg: Overleg;
  readonly inrichting: TafelInrichting;
  readonly tafel: Tafel;
  readonly regio: Regio;
  readonly agenda?: Agenda;
  readonly punten: readonly PuntDossier[];
  /** Points whose casus or signaal moved on by another way: not on the agenda any more. */
  readonly verlopen: readonly Agendapunt[];
  readonly betrokken: readonly PersoonId[];
  readonly antwoorden: readonly Aanwezigheid[];
};

/** Statuses of a signaal whose casus the tafel speaks of; one that was treated keeps its place on the agenda of that day. */
const aanTafel: readonly SignaalStatus[] = ["op_tafel", "casus_actief", "afgesloten"];

const metActiepunt = async (store: Ports["store"], bewaard: Agendapunt, id: ActiepuntId, personen: readonly Persoon[]): Promise<PuntDossier> => {
  const actiepunt = await store.readActiepunt(id);
  const casus = actiepunt.casusId === undefined ? undefined : await store.readCasus(actiepunt.casusId);
  const punt = zoalsNu(bewaard, personen, casus);
  const titel = openTitel(actiepunt);
  const actie = { ...(casus === undefined ? {} : { casus: casus.code }), ...(titel === undefined ? {} : { titel }) };
  return { punt, code: actiepunt.code, actie, actiepunt, signalen: [], ...(casus === undefined ? {} : { casus }) };
};

const metDossier = async ({ store }: Ports, bewaard: Agendapunt, personen: readonly Persoon[]): Promise<PuntDossier> => {
  if (bewaard.casusId !== undefined) {
    const [casus, signalen] = await Promise.all([store.readCasus(bewaard.casusId), store.signalenVanCasus(bewaard.casusId)]);
    const punt = zoalsNu(bewaard, personen, casus);
    // A signaal that lapsed or was linked afterwards is no part of what the tafel was asked.
    return { punt, code: casus.code, casus, signalen: signalen.filter(({ status }) => aanTafel.includes(status)) };
  }
  if (bewaard.actiepuntId !== undefined) return metActiepunt(store, bewaard, bewaard.actiepuntId, personen);
  if (bewaard.signaalId === undefined) return { punt: bewaard, signalen: [] };
  const signaal = await store.readSignaal(bewaard.signaalId);
  return { punt: zoalsNu(bewaard, personen, signaal), code: signaal.code, signalen: [signaal] };
};

const leeft = ({ punt, signalen, actiepunt }: PuntDossier): boolean => {
  if (punt.status === "behandeld") return true;
  if (punt.soort === "casus") return signalen.some(({ status }) => status !== "afgesloten");
  if (actiepunt !== undefined) return isOnafgedaan(actiepunt.status);
  return punt.soort !== "signaal" || signalen.some(({ status }) => status === "in_afstemming");
};

export const readPunten = async (ports: Ports, overleg: Overleg): Promise<Pick<AgendaDossier, "punten" | "verlopen">> => {
  const bewaard = await ports.store.agendapuntenVan(overleg.id);
  const personen = await ports.store.readPersonen([
    ...new Set(bewaard.flatMap(({ inhoud, inbrengerId }) => [inbrengerId, ...inhoud.genodigden.map(({ persoonId }) => persoonId)])),
  ]);
  const alle = await Promise.all(bewaard.map((punt) => metDossier(ports, punt, personen)));
  return { punten: geordend(alle.filter(leeft)), verlopen: alle.filter((een) => !leeft(een)).map(({ punt }) => punt) };
};

/** Points that still wait for their conclusie. */
export const nogTeDoen = ({ punten }: Pick<AgendaDossier, "punten">): readonly PuntDossier[] => punten.filter(({ punt }) => punt.status !== "behandeld");

/** `undefined` when there is no such overleg, or its tafel left the region. */
export const readAgenda = async (ports: Ports, overlegId: string): Promise<AgendaDossier | undefined> => {
  const { store } = ports;
  const overleg = await store.findOverleg(overlegId);
  if (overleg === undefined) return undefined;
  const [inrichting, regio, agenda, punten, antwoorden] = await Promise.all([
    store.inrichtingVan(overleg.tafelId),
    store.readRegio(),
    store.agendaVan(overleg.id),
    readPunten(ports, overleg),
    store.aanwezigheidVan(overleg.id),
  ]);
  const tafel = regio.tafels.find(({ id }) => id === overleg.tafelId);
  if (inrichting === undefined || tafel === undefined) return undefined;
  const betrokken = betrokkenen(inrichting, overleg);
  return { overleg, inrichting, tafel, regio, ...punten, antwoorden, betrokken, ...(agenda === undefined ? {} : { agenda }) };
};

/** Everybody who gets word of the agenda: who sits there, and who is invited to a point. */
export const lezersVan = ({ betrokken, punten }: Pick<AgendaDossier, "betrokken" | "punten">): readonly PersoonId[] => [
  ...new Set([...betrokken, ...punten.flatMap(({ punt }) => punt.inhoud.genodigden.filter(({ elders }) => elders !== true).map(({ persoonId }) => persoonId))]),
];

export type OpenedAgenda = AgendaDossier & { readonly rollen: readonly AgendaRol[]; readonly namens: readonly PersoonId[] };

const heeftRegie = (casus: Casus | undefined, namens: readonly PersoonId[]): boolean =>
  casus?.regiehouderId !== undefined && casus.regieStatus === "aanvaard" && namens.includes(casus.regiehouderId);

export const agendaRollen = (dossier: AgendaDossier, persoonId: PersoonId, namens: readonly PersoonId[]): readonly AgendaRol[] => {
  const genodigd = dossier.betrokken.some((id) => namens.includes(id)) || dossier.punten.some(({ punt }) => magPuntLezen(punt, persoonId, namens));
  const regie = dossier.punten.some(({ casus }) => heeftRegie(casus, namens));
  return [...tafelRollenVan(dossier.inrichting, namens), ...(genodigd ? (["genodigde"] as const) : []), ...(regie ? (["regiehouder"] as const) : [])];
};

/** Opens the agenda that a button names, after a fresh check; a refusal is on record. @param ookVoorbij may still be read afterwards. */
export const openAgenda = async (
  work: Pick<Work, "ports" | "actor" | "now">,
  overlegId: string,
  action: TafelAction,
  ookVoorbij = false,
): Outcome<OpenedAgenda> => {
  const { persoon } = work.actor;
  const [dossier, namens] = await Promise.all([readAgenda(work.ports, overlegId), handeltVoor(work.ports, persoon)]);
  if (dossier === undefined || !persoon.actief) return deny(work, action, "overleg");
  const rollen = agendaRollen(dossier, persoon.id, namens);
  if (!mayTafel(rollen, action)) {
    await deny(work, action, dossier.overleg.id);
    return refuse({ code: rollen.length > 0 ? "geen_recht_agenda" : "geen_toegang" });
  }
  if (dossier.overleg.status === "vervallen") return refuse({ code: "overleg_vervallen" });
  if (dossier.overleg.status === "voorgesteld") return refuse({ code: "overleg_voorgesteld" });
  if (!ookVoorbij && dossier.overleg.begin <= work.now) return refuse({ code: "overleg_voorbij" });
  return ok({ ...dossier, rollen, namens });
};
