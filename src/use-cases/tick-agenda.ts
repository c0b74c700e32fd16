import type { Actiepunt, ActieStap } from "../domain/actiepunt/actiepunt.js";
import { actiepuntStatussen, isOnafgedaan } from "../domain/actiepunt/actiepunt.status.js";
import { agendaMomenten, agendaStap, volgendeStap } from "../domain/overleg/agenda.js";
import type { Agendapunt, AgendapuntId } from "../domain/overleg/agendapunt.js";
import { dagVan, momentOp, plusDagen } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { ClaimedMoment, Intent } from "../ports/work.js";
import { type AgendaDossier, lezersVan, nogTeDoen, readAgenda } from "./open-agenda.js";
import { channelsVoor, looptKaarten, naarBeheerder, opslaan, verstuurAgenda, volgendOverleg, zetOpAgenda } from "./plan-agenda.js";
import { planSluitOverleg } from "./run-overleg.js";
import { auditLine, merge } from "./work.js";

type Tick = { readonly ports: Ports; readonly now: Date; readonly moment: ClaimedMoment };

const systeem = (actie: string, { overleg }: AgendaDossier): Plan => ({ audit: [auditLine("systeem", actie, overleg.id, "gedaan", "systeem")] });

const herinner = (dossier: AgendaDossier): Plan => {
  const { overleg, regio, antwoorden } = dossier;
  const weg = antwoorden.filter(({ antwoord }) => antwoord === "komt_niet").map(({ persoonId }) => persoonId);
  const naar: readonly Intent["to"][] = [
    ...channelsVoor(regio, overleg).map(({ id }) => ({ channelId: id })),
    ...lezersVan(dossier)
      .filter((id) => !weg.includes(id))
      .map((persoonId) => ({ persoonId })),
  ];
  return merge(opslaan(dossier, { herinnerd: true }), {
    intents: [...naar.map((to) => ({ kind: "overlegherinnering" as const, objectId: overleg.id, to })), ...looptKaarten(dossier)],
  });
};

/** An actiepunt that was put through this often gets a point of its own [domein 3]. */
const EIGEN_PUNT_VANAF = 2;
const ACTIE_MINUTEN = 5;
const OPHALEN = 500;
const onafgedaan = actiepuntStatussen.filter(isOnafgedaan);

const doorgezet = (actiepunt: Actiepunt, now: Date): Actiepunt => {
  const stap: ActieStap = { stap: "doorgezet", op: now.toISOString(), doorId: "systeem" };
  return { ...actiepunt, doorgezet: actiepunt.doorgezet + 1, inhoud: { ...actiepunt.inhoud, stappen: [...actiepunt.inhoud.stappen, stap] } };
};

const actiePunt = (ports: Ports, naar: AgendaDossier, actiepunt: Actiepunt, now: Date): Agendapunt => ({
  id: ports.ids.id() as AgendapuntId,
  version: 0,
  tafelId: naar.tafel.id,
  overlegId: naar.overleg.id,
  soort: "actie",
  doel: "bespreken",
  minuten: ACTIE_MINUTEN,
  volgorde: 0,
  status: "ingebracht",
  actiepuntId: actiepunt.id,
  besloten: false,
  inbrengerId: naar.inrichting.secretarisId,
  ingebrachtOp: now,
  inhoud: { genodigden: [], uitgesloten: [] },
});

/** Every actiepunt that was there before this overleg and is not settled goes on to the next with its counter; once for each overleg that was held. */
const zetDoor = async (ports: Ports, { overleg, tafel }: AgendaDossier, now: Date): Promise<{ readonly plan: Plan; readonly vaak: readonly Actiepunt[] }> => {
  const alle = await ports.store.actiepunten({ statussen: onafgedaan, tafels: [tafel.id] }, OPHALEN);
  const verder = alle.filter(({ gemaaktOp }) => gemaaktOp < overleg.begin).map((actiepunt) => doorgezet(actiepunt, now));
  return {
    plan: {
      changes: verder.map((actiepunt) => ({ soort: "actiepunt", actiepunt })),
      audit: verder.map(({ code }) => auditLine("systeem", "actie.doorzetten", code, "gedaan", "systeem")),
    },
    vaak: verder.filter((actiepunt) => actiepunt.doorgezet >= EIGEN_PUNT_VANAF),
  };
};

/** Points of actiepunten that keep waiting, for those that have none yet. */
const eigenPunten = async (ports: Ports, naar: AgendaDossier, vaak: readonly Actiepunt[], now: Date): Promise<Plan> => {
  const wachtend = await Promise.all(vaak.map(({ id }) => ports.store.openAgendapunten({ actiepuntId: id })));
  const nieuw = vaak.filter((_, i) => wachtend[i]?.length === 0);
  return zetOpAgenda(
    naar,
    nieuw.map((actiepunt) => ({ punt: actiePunt(ports, naar, actiepunt, now), signalen: [], code: actiepunt.code, actiepunt })),
    "ingebracht",
    true,
  );
};

/** What was not treated goes to the next overleg; without one it waits, and the tafelbeheerder is told once. */
const schuifDoor = async ({ ports, now, moment }: Tick, dossier: AgendaDossier, vaak: readonly Actiepunt[] = []): Promise<Plan> => {
  const { overleg, inrichting, verlopen, agenda } = dossier;
  const punten = nogTeDoen(dossier);
  const to = { persoonId: inrichting.beheerderId };
  const weg: Plan = {
    changes: verlopen.map((punt) => ({ soort: "agendapunt", agendapunt: { ...punt, status: "ingetrokken" } })),
    audit: verlopen.map((punt) => auditLine("systeem", "agenda.vervalt", punt.id, "gedaan", "systeem")),
  };
  const gemist: Plan =
    overleg.status === "gepland" && agenda?.status !== "verstuurd" && moment.stap === 0
      ? { intents: [{ kind: "agenda_gemist", objectId: overleg.tafelId, to }] }
      : {};
  if (punten.length + vaak.length === 0) return merge(weg, gemist);
  const volgend = await volgendOverleg(ports, overleg, now);
  const naar = volgend === undefined ? undefined : await readAgenda(ports, volgend.id);
  if (naar === undefined) {
    const wacht = punten.filter(({ punt }) => punt.status !== "doorgeschoven");
    if (punten.length === 0) return merge(weg, gemist);
    return merge(weg, gemist, {
      changes: wacht.map(({ punt }) => ({ soort: "agendapunt", agendapunt: { ...punt, status: "doorgeschoven" } })),
      audit: wacht.map(({ punt }) => auditLine("systeem", "agenda.wacht", punt.id, "gedaan", "systeem")),
      intents: moment.stap === 0 ? [{ kind: "agendabericht", objectId: overleg.id, to, variant: "wacht_op_overleg" }] : [],
      moments: [{ soort: "agenda", objectId: overleg.id, op: momentOp(plusDagen(dagVan(now), 1), "05:00"), stap: moment.stap + 1 }],
    });
  }
  const eigen = await eigenPunten(ports, naar, vaak, now);
  if (punten.length === 0) return merge(weg, gemist, eigen);
  // One change for the agenda there: points of actiepunten come behind what moves.
  return merge(
    weg,
    gemist,
    zetOpAgenda(naar, punten, "doorgeschoven"),
    { ...eigen, changes: (eigen.changes ?? []).filter(({ soort }) => soort !== "agenda") },
    systeem("agenda.doorschuiven", dossier),
    {
      intents: [{ kind: "agendabericht", objectId: naar.overleg.id, to, variant: "doorgeschoven" }],
    },
  );
};

/** What the end of an overleg brings about: also when nobody closed it. A cancelled one was never held: nothing is put through. */
const sluitAf = async (tick: Tick, dossier: AgendaDossier): Promise<Plan> => {
  const { ports, now, moment } = tick;
  if (moment.stap > 0) return schuifDoor(tick, dossier);
  const verloop = await ports.store.verloopVan(dossier.overleg.id);
  const vergeten = verloop?.nu === undefined ? {} : merge(planSluitOverleg({ ...dossier, verloop }, now).plan, systeem("overleg.sluiten", dossier));
  const { plan, vaak } = await zetDoor(ports, dossier, now);
  return merge(vergeten, plan, await schuifDoor(tick, dossier, vaak));
};

/** Due moment `agenda`: does what is of use now, however long we stood still, and sets the next time. */
export const agenda = async (tick: Tick): Promise<Plan> => {
  const { ports, now, moment } = tick;
  const dossier = await readAgenda(ports, moment.objectId);
  if (dossier === undefined) return {};
  const { overleg, inrichting } = dossier;
  if (overleg.status === "vervallen") return schuifDoor(tick, dossier);
  const momenten = agendaMomenten(inrichting, overleg);
  const volgend = volgendeStap(momenten, now);
  const verder: Plan = volgend === undefined ? {} : { moments: [{ soort: "agenda", objectId: overleg.id, op: volgend, stap: 0 }] };
  switch (agendaStap(momenten, overleg, dossier.agenda, now)) {
    case "concept":
      return merge(opslaan(dossier, {}), { intents: [naarBeheerder(dossier)] }, systeem("agenda.concept", dossier), verder);
    case "versturen":
      // Sent so late that no reminder follows: who leads the meeting still gets its card.
      return merge(
        verstuurAgenda(dossier),
        now >= momenten.herinnering ? { intents: looptKaarten(dossier) } : {},
        systeem("agenda.versturen", dossier),
        verder,
      );
    case "herinneren":
      return merge(herinner(dossier), systeem("agenda.herinneren", dossier), verder);
    case "afsluiten":
      return sluitAf(tick, dossier);
    case "niets":
      return verder;
  }
};
