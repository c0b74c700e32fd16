import { actiepuntStatussen, isOnafgedaan } from "../domain/actiepunt/actiepunt.status.js";
import type { Casus } from "../domain/casus/casus.js";
import { binnen, zelfde } from "../domain/delen/uitgesloten.js";
import { type Agendapunt, metBuiten } from "../domain/overleg/agendapunt.js";
import { heeftRol, type Persoon, type PersoonId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import type { Signaal, Vraag } from "../domain/signaal/signaal.js";
import type { Ports } from "../ports/ports.js";
import type { Change, Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { vraagIntent } from "./answer-vraag.js";
import { overdrachtIntents } from "./hand-to-gemeente.js";
import { readActieDossiers } from "./open-actiepunt.js";
import { readAgenda } from "./open-agenda.js";
import { mogenBehandelen, rolNu, waarGehoord } from "./pick-up-signaal.js";
import { gevraagdAan } from "./plan-actiepunt.js";
import { agendaVolgt } from "./plan-agenda.js";
import { eersteReactieMoment, kaartIntents } from "./plan-step.js";
import { doneBy, merge, noteStap, type Opened, type Work } from "./work.js";

/** Signalen that belong together, with their casus: who is kept out of one is kept out of all. */
export type Geheel = { readonly regio: Regio; readonly signalen: readonly Signaal[]; readonly casus?: Casus };
type Buiten = readonly PersoonId[];

const met = <T extends Signaal | Casus>(deel: T, buiten: Buiten): T => {
  const { uitgesloten: _, ...rest } = deel;
  return (buiten.length === 0 ? rest : { ...rest, uitgesloten: buiten }) as T;
};
/** Who stands in one list and not in the other. */
const verschil = (a: Buiten, b: Buiten): Buiten => [...a.filter((id) => !b.includes(id)), ...b.filter((id) => !a.includes(id))];

/** Who handles it and may not any more, or only did so for somebody who may not, has it no longer. */
const zonderBehandelaar = async ({ store }: Ports, signaal: Signaal, buiten: Buiten): Promise<Signaal> => {
  if (signaal.behandelaarId === undefined) return signaal;
  const [wie] = await store.readPersonen([signaal.behandelaarId]);
  const had = (persoon: Persoon): boolean => heeftRol(persoon, rolNu(signaal), signaal.gemeenteId);
  if (wie === undefined || !had(wie) || had(binnen(wie, { uitgesloten: buiten }))) return signaal;
  const { behandelaarId: _, opgepaktOp: __, ...los } = signaal;
  return los;
};

/** What the plan makes of a part, else the part as it is; all of them say who is kept out. */
const schrijf = (plan: Plan, { casus }: Geheel, signalen: readonly Signaal[], punten: readonly Agendapunt[], buiten: Buiten): Plan => {
  const changes = (plan.changes ?? []).filter(({ soort }) => !["signaal", "casus", "agendapunt"].includes(soort));
  const anders = <S extends "casus" | "agendapunt">(soort: S) =>
    (plan.changes ?? []).filter((een): een is Extract<Change, { soort: S }> => een.soort === soort);
  const casussen = anders("casus").map((een) => een.casus);
  const gewijzigd = anders("agendapunt").map((een) => een.agendapunt);
  const bij = casus !== undefined && !casussen.some(({ id }) => id === casus.id) ? [casus] : [];
  const rest = punten.filter(({ id }) => !gewijzigd.some((een) => een.id === id));
  return {
    ...plan,
    changes: [
      ...changes,
      ...signalen.map((signaal) => ({ soort: "signaal" as const, signaal: met(signaal, buiten) })),
      ...[...casussen, ...bij].map((een) => ({ soort: "casus" as const, casus: met(een, buiten) })),
      ...[...gewijzigd, ...rest].map((punt) => ({ soort: "agendapunt" as const, agendapunt: metBuiten(punt, buiten) })),
    ],
  };
};

/** Questions to who is kept out now are withdrawn; his cards about it say no more than that they are over. */
const vragenWeg = (vragen: readonly Vraag[], wie: Buiten, buiten: Buiten): Plan => {
  const geraakt = vragen.filter(({ aanId }) => wie.includes(aanId));
  const open = geraakt.filter(({ status, aanId }) => status === "open" && buiten.includes(aanId));
  return {
    changes: open.map((vraag) => ({ soort: "vraag", vraag: { ...vraag, status: "ingetrokken" } })),
    intents: geraakt.map(vraagIntent),
    doneMoments: open.map(({ id }) => ({ soort: "antwoord_partner", objectId: id })),
  };
};

/** What changes for one signaal. @param al questions that change by another way. */
const signaalGevolg = async (work: Work, regio: Regio, was: Signaal, na: Signaal, al: readonly string[]): Promise<Plan> => {
  const { ports, actor, now } = work;
  const buiten = na.uitgesloten ?? [];
  const wie = verschil(was.uitgesloten ?? [], buiten);
  const vragen = (await ports.store.vragenVan(was.id)).filter(({ id }) => !al.includes(id));
  const overdracht = await ports.store.openOverdrachtVan(was.id);
  const vrij = was.behandelaarId !== undefined && na.behandelaarId === undefined;
  const erbij = buiten.some((id) => wie.includes(id));
  const horen = erbij ? (await waarGehoord(ports, regio, na)).filter((to) => !("persoonId" in to && to.persoonId === actor.persoon.id)) : [];
  return merge(vragenWeg(vragen, wie, buiten), {
    intents: [
      ...kaartIntents(regio, na),
      ...(overdracht === undefined ? [] : await overdrachtIntents(ports, regio, overdracht, na)),
      ...horen.map((to): Intent => ({ kind: "bericht", objectId: na.id, to, variant: "buiten_gehouden" })),
    ],
    moments: vrij ? [eersteReactieMoment(regio, na, now)] : [],
  });
};

const onafgedaan = actiepuntStatussen.filter(isOnafgedaan);
const MEESTE = 200;

/** Who is asked something about the actiepunten of the casus: the cards of who was asked change, and who is asked in his place reads it. */
const actieGevolg = async ({ ports }: Work, casus: Casus, buiten: Buiten): Promise<Plan> => {
  const acties = await ports.store.actiepunten({ statussen: onafgedaan, casusId: casus.id }, MEESTE);
  const dossiers = await readActieDossiers(ports, acties);
  const mag = await ports.store.bereikbaar([...new Set(dossiers.flatMap(({ bereikbaar }) => [...bereikbaar, ...buiten, ...(casus.uitgesloten ?? [])]))]);
  const vraagt = (wie: readonly PersoonId[]) => dossiers.flatMap(({ actiepunt, inrichting }) => gevraagdAan(actiepunt, inrichting, wie));
  return { intents: [...vraagt(mag), ...vraagt(mag.filter((id) => !buiten.includes(id)))] };
};

/** The agendas on which it stands show it as besloten, or by its code again. @param al overleggen whose agenda changes by another way. */
const agendaGevolg = async (ports: Ports, punten: readonly Agendapunt[], buiten: Buiten, al: readonly string[]): Promise<Plan> => {
  const overleggen = [...new Set(punten.map(({ overlegId }) => overlegId))].filter((id) => !al.includes(id));
  const plannen = await Promise.all(
    overleggen.map(async (id): Promise<Plan> => {
      const dossier = await readAgenda(ports, id);
      if (dossier === undefined) return {};
      const mijn = punten.filter(({ overlegId }) => overlegId === id).map((punt) => metBuiten(punt, buiten));
      const na = dossier.punten.map((een) => ({ ...een, punt: mijn.find((punt) => punt.id === een.punt.id) ?? een.punt }));
      return agendaVolgt(
        { ...dossier, punten: na },
        mijn,
        dossier.punten.filter(({ punt }) => mijn.some((een) => een.id === punt.id)),
      );
    }),
  );
  return merge(...plannen);
};

const gewijzigde = <S extends "signaal" | "vraag" | "agenda" | "agendapunt">(plan: Plan, soort: S) =>
  (plan.changes ?? []).filter((een): een is Extract<Change, { soort: S }> => een.soort === soort);

/**
 * Brings a signaal or casus to who is kept out of it, on top of what the plan does with it: all its parts say so, who may not know of it loses
 * what he had to do with it, and everything that is already out follows. The same people again change nothing.
 */
export const planBuiten = async (work: Work, geheel: Geheel, buiten: Buiten, basis: Plan = {}): Promise<Plan> => {
  const { signalen, casus, regio } = geheel;
  if ([...signalen, ...(casus === undefined ? [] : [casus])].every((deel) => zelfde(deel.uitgesloten ?? [], buiten))) return basis;
  const { store } = work.ports;
  const gezet = gewijzigde(basis, "signaal").map((een) => een.signaal);
  const na = await Promise.all(signalen.map((een) => zonderBehandelaar(work.ports, gezet.find(({ id }) => id === een.id) ?? een, buiten)));
  const open = [...(casus === undefined ? [] : [{ casusId: casus.id }]), ...signalen.map(({ id }) => ({ signaalId: id }))];
  const punten = (await Promise.all(open.map((over) => store.openAgendapunten(over)))).flat();
  const vragen = gewijzigde(basis, "vraag").map((een) => een.vraag.id);
  const weg = gewijzigde(basis, "agendapunt").map((een) => een.agendapunt.id);
  const agendas = gewijzigde(basis, "agenda").map((een) => een.agenda.overlegId);
  return merge(
    schrijf(basis, geheel, na, punten, buiten),
    ...(await Promise.all(signalen.map((was, i) => signaalGevolg(work, regio, was, met(na[i] ?? was, buiten), vragen)))),
    casus === undefined ? {} : await actieGevolg(work, casus, buiten),
    await agendaGevolg(
      work.ports,
      punten.filter(({ id }) => !weg.includes(id)),
      buiten,
      agendas,
    ),
  );
};

/** Is there somebody left who can handle each of these signalen, now and with the aandachtsfunctionaris? */
export const blijftIemand = async (ports: Ports, signalen: readonly Signaal[], buiten: Buiten): Promise<boolean> => {
  const over = await Promise.all(
    signalen.flatMap((signaal) =>
      [...new Set([rolNu(signaal), "aandachtsfunctionaris" as const])].map((rol) => mogenBehandelen(ports, met(signaal, buiten), rol)),
    ),
  );
  return over.every((mensen) => mensen.length > 0);
};

/** Everything that belongs together with an opened signaal. */
export const geheelVan = async ({ ports }: Pick<Work, "ports">, { signaal, casus, regio }: Pick<Opened, "signaal" | "casus" | "regio">): Promise<Geheel> => {
  const samen = casus === undefined ? [] : (await ports.store.signalenVanCasus(casus.id)).filter(({ id }) => id !== signaal.id);
  return { regio, signalen: [signaal, ...samen], ...(casus === undefined ? {} : { casus }) };
};

export const namenVan = (personen: readonly Persoon[]): string => personen.map(({ naam }) => naam).join(", ");

/** One line of history on each signaal: who is kept out from now on, and why; the audit trail says that it was done. */
export const noteerBuiten = (work: Work, { signalen, casus }: Geheel, namen: string, reden?: string): Plan => ({
  changes: signalen.map((een) => ({
    soort: "stap",
    stap: noteStap(work, een, "buiten_houden", { buitenGehouden: namen, ...(reden === undefined ? {} : { reden }) }),
  })),
  audit: [...signalen, ...(casus === undefined ? [] : [casus])].map(({ code }) => doneBy(work, "signaal.buiten_houden", code)),
});
