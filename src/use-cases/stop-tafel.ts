import type { Actiepunt } from "../domain/actiepunt/actiepunt.js";
import { actiepuntStatussen, isOnafgedaan } from "../domain/actiepunt/actiepunt.status.js";
import type { Agendapunt } from "../domain/overleg/agendapunt.js";
import { betrokkenen } from "../domain/overleg/betrokkenen.js";
import type { Overleg } from "../domain/overleg/overleg.js";
import { type Regio, type Tafel, werkendeTafels } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { zitAanTafel } from "../domain/tafel/inrichting.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import type { OpenedTafel } from "./open-tafel.js";
import { agendaChannels } from "./plan-agenda.js";
import { commit, doneBy, merge, type Outcome, type Work } from "./work.js";

const MEESTE = 500;

/** What is still to be done at a tafel. @property casusPunten of casussen and signalen: those go nowhere by themselves. */
export type Openstaand = {
  readonly overleggen: readonly Overleg[];
  readonly casusPunten: readonly Agendapunt[];
  readonly punten: readonly Agendapunt[];
  readonly casusActies: readonly Actiepunt[];
  readonly acties: readonly Actiepunt[];
};

const isVanCasus = ({ soort }: Agendapunt): boolean => soort === "casus" || soort === "signaal";

export const readOpenstaand = async ({ store }: Ports, tafel: Tafel, now: Date): Promise<Openstaand> => {
  const statussen = actiepuntStatussen.filter(isOnafgedaan);
  const [komend, voorgesteld, punten, acties] = await Promise.all([
    store.komendeOverleggen(tafel.id, now, MEESTE),
    store.voorgesteldeOverleggen(tafel.id),
    store.openPuntenVanTafel(tafel.id),
    store.actiepunten({ statussen, tafels: [tafel.id] }, MEESTE),
  ]);
  return {
    overleggen: [...komend, ...voorgesteld],
    casusPunten: punten.filter(isVanCasus),
    punten: punten.filter((punt) => !isVanCasus(punt)),
    casusActies: acties.filter(({ casusId }) => casusId !== undefined),
    acties: acties.filter(({ casusId }) => casusId === undefined),
  };
};

/** Where actiepunten can go: another tafel that works and has people. */
export const andereTafels = async ({ store }: Ports, regio: Regio, tafel: Tafel): Promise<readonly Tafel[]> => {
  const ingericht = new Set((await store.inrichtingen()).map(({ tafelId }) => tafelId));
  return werkendeTafels(regio).filter(({ id }) => id !== tafel.id && ingericht.has(id));
};

/** Planning brings a regular one back when the tafel ever works again. */
const vervallen = (overleg: Overleg): Overleg => ({ ...overleg, status: "vervallen", aangepast: overleg.gepland === undefined });

const overleggenWeg = (overleggen: readonly Overleg[], regio: Regio): Plan => ({
  changes: overleggen.map((overleg) => ({ soort: "overleg", overleg: vervallen(overleg) })),
  doneMoments: overleggen.flatMap(({ id }) => [
    { soort: "agenda" as const, objectId: id },
    { soort: "bezetting" as const, objectId: id },
    { soort: "voorstel" as const, objectId: id },
  ]),
  intents: overleggen.slice(0, 3).flatMap((overleg) => agendaChannels(regio, overleg, overleg.id)),
});

/** One word to everybody concerned, however many overleggen there were. */
const aanzeggen = ({ tafel, inrichting, regio }: OpenedTafel, { overleggen, punten }: Openstaand): readonly Intent[] => {
  const mensen = inrichting === undefined ? [] : [...zitAanTafel(inrichting), ...overleggen.flatMap((overleg) => betrokkenen(inrichting, overleg))];
  const wie = new Set([...mensen, ...punten.map(({ inbrengerId }) => inbrengerId)]);
  return [
    ...[...wie].map((persoonId): Intent => ({ kind: "overlegbericht", objectId: tafel.id, to: { persoonId }, variant: "stopt" })),
    ...regio.channels
      .filter((channel) => channel.tafelId === tafel.id)
      .map(({ id }): Intent => ({ kind: "kanaalbericht", objectId: tafel.id, to: { channelId: id }, variant: "stopt" })),
  ];
};

/** Actiepunten keep their identity and history at the other tafel. */
const actiesNaar = (work: Work, acties: readonly Actiepunt[], naar: Tafel | undefined): Plan =>
  naar === undefined
    ? {}
    : {
        changes: acties.map((actiepunt) => ({ soort: "actiepunt", actiepunt: { ...actiepunt, tafelId: naar.id } })),
        audit: acties.map(({ code }) => doneBy(work, "actie.naar_tafel", code)),
      };

/** Ends a tafel: its coming overleggen lapse and points go off the agenda. A casus is never left behind: then it does not end yet. */
export const stopTafel = async (work: Work, opened: OpenedTafel, naar: string | undefined): Outcome<Openstaand> => {
  const { tafel, regio } = opened;
  const open = await readOpenstaand(work.ports, tafel, work.now);
  if (open.overleggen.some(({ begin, status }) => begin <= work.now && status !== "voorgesteld")) return refuse({ code: "tafel_bezig" });
  if (open.casusPunten.length + open.casusActies.length > 0)
    return refuse({ code: "tafel_heeft_casussen", params: { punten: open.casusPunten.length, acties: open.casusActies.length } });
  const nieuwe = (await andereTafels(work.ports, regio, tafel)).find(({ id }) => id === naar);
  if (naar !== undefined && nieuwe === undefined) return refuse({ code: "ongeldige_keuze", veld: "naar" });
  if (open.acties.length > 0 && nieuwe === undefined) return refuse({ code: "kies_tafel_voor_acties", veld: "naar" });
  const plan = merge(overleggenWeg(open.overleggen, regio), actiesNaar(work, open.acties, nieuwe), {
    changes: [
      { soort: "tafel_einde", tafel: { ...tafel, beeindigdOp: work.now } },
      ...open.punten.map((agendapunt) => ({ soort: "agendapunt" as const, agendapunt: { ...agendapunt, status: "ingetrokken" as const } })),
    ],
    doneMoments: [{ soort: "plannen", objectId: tafel.id }],
    intents: aanzeggen(opened, open),
    audit: [doneBy(work, "tafel.stoppen", tafel.id)],
  });
  const committed = await commit(work, plan, tafel.id);
  return committed.ok ? ok(open) : committed;
};
