import type { Fout } from "../domain/fouten.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { type InrichtingVelden, leesInrichting, zitAanTafel } from "../domain/tafel/inrichting.js";
import { leesPuntMinuten } from "../domain/tafel/sjabloon.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import { mayStartTafel } from "../domain/tafel/tafel-rechten.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Change, Plan } from "../ports/store.js";
import type { InrichtingConcept } from "../ports/tafel-store.js";
import type { Intent } from "../ports/work.js";
import { type OpenedTafel, type SetUpTafel, zonderVoorzitter } from "./open-tafel.js";
import { agendaMoment } from "./plan-agenda.js";
import { planTafel } from "./plan-tafel.js";
import { commit, deny, doneBy, merge, type Outcome, type Work } from "./work.js";

/** People who can sit at a tafel: everybody of the region. */
export const mensenVanRegio = (work: Pick<Work, "ports">, regio: Regio): Promise<readonly Persoon[]> =>
  work.ports.store.personenVan(regio.organisaties.map((organisatie) => organisatie.id));

/** Checks what was typed; the first thing that is wrong, on its field. Nothing is stored. */
export const checkInrichting = async (work: Work, opened: OpenedTafel, velden: InrichtingVelden): Outcome<TafelInrichting> => {
  const bekend = (await mensenVanRegio(work, opened.regio)).map((persoon) => persoon.id);
  const gelezen = leesInrichting(opened.tafel.id, velden, { vandaag: dagVan(work.now), bekend, huidig: opened.inrichting });
  if (!gelezen.ok) return gelezen;
  const stoel = await checkStoelen(work, opened.inrichting, gelezen.value);
  return stoel === undefined ? gelezen : refuse(stoel);
};

/**
 * Voorzitter and secretaris read casussen: only who sits in the chair himself gives it to another, or, when he is gone, who organises the
 * tafels of the region [own].
 */
const checkStoelen = async (work: Work, huidig: TafelInrichting | undefined, nieuw: TafelInrichting): Promise<Fout | undefined> => {
  const anders = huidig && stoelen.find(({ veld }) => huidig[veld] !== nieuw[veld]);
  if (huidig === undefined || anders === undefined) return undefined;
  const { persoon } = work.actor;
  const mag = huidig.voorzitterId === persoon.id || (mayStartTafel(persoon) && (await zonderVoorzitter(work, huidig)));
  if (mag) return undefined;
  await deny(work, "tafel.stoel", nieuw.tafelId);
  return { code: "voorzitter_wijst_aan", veld: anders.rol };
};

const stoelen = [
  { veld: "voorzitterId", rol: "voorzitter" },
  { veld: "secretarisId", rol: "secretaris" },
] as const;

/** Who got a chair and who lost it hears so. */
const stoelBerichten = (huidig: TafelInrichting | undefined, nieuw: TafelInrichting): readonly Intent[] =>
  stoelen.flatMap(({ veld, rol }): readonly Intent[] => {
    if (huidig === undefined || huidig[veld] === nieuw[veld]) return [];
    const bericht = (persoonId: PersoonId, variant: string): Intent => ({ kind: "overlegbericht", objectId: nieuw.tafelId, to: { persoonId }, variant });
    return [bericht(nieuw[veld], `${rol}_erbij`), bericht(huidig[veld], `${rol}_af`)];
  });

const alsTekst = (velden: InrichtingConcept["velden"]): string => JSON.stringify(Object.entries(velden).sort());

/** Keeps the form while its maker looks at the dates; the same form sent again is one form. */
export const keepConcept = async (work: Work, opened: OpenedTafel, velden: InrichtingVelden): Outcome<string> => {
  const filled = Object.fromEntries(Object.entries(velden).flatMap(([veld, waarde]) => (waarde === undefined ? [] : [[veld, waarde]])));
  const er = await work.ports.store.findInrichtingConcept(opened.tafel.id, work.actor.persoon.id);
  if (er !== undefined && alsTekst(er.velden) === alsTekst(filled)) return ok(er.id);
  const concept: InrichtingConcept = { id: work.ports.ids.nonce(), tafelId: opened.tafel.id, doorId: work.actor.persoon.id, velden: filled };
  const stored = await work.ports.store.commit({ changes: [{ soort: "inrichting_concept", concept }] });
  return stored.ok ? ok(concept.id) : refuse({ code: "eerder" });
};

export const findConcept = async (work: Work, opened: OpenedTafel, id: string): Promise<InrichtingConcept | undefined> => {
  const concept = await work.ports.store.findInrichtingConcept(opened.tafel.id, work.actor.persoon.id);
  return concept?.id === id ? concept : undefined;
};

const zelfdeRooster = (a: TafelInrichting | undefined, b: TafelInrichting): boolean =>
  a !== undefined && JSON.stringify(a.rooster) === JSON.stringify(b.rooster);

/** One word to everybody at the tafel when its rooster became another. */
const roosterBericht = (inrichting: TafelInrichting): Plan => ({
  intents: zitAanTafel(inrichting).map((persoonId) => ({ kind: "overlegbericht", objectId: inrichting.tafelId, to: { persoonId }, variant: "rooster" })),
});

/** A year of a tafel that meets each day, and room. */
const MEESTE_OVERLEGGEN = 500;

/** A tafel that stopped works again once it is set up anew. */
const weerAanHetWerk = ({ tafel: { beeindigdOp, ...tafel } }: OpenedTafel): readonly Change[] =>
  beeindigdOp === undefined ? [] : [{ soort: "tafel_einde", tafel }];

/** Saves how the tafel works and plans its overleggen, together. */
const store = async (work: Work, opened: OpenedTafel, inrichting: TafelInrichting, actie: string): Outcome<void> => {
  const komend = await work.ports.store.komendeOverleggen(inrichting.tafelId, work.now, MEESTE_OVERLEGGEN);
  const planning = await planTafel(work.ports, inrichting, work.now);
  const gepland = new Set((planning.moments ?? []).map(({ objectId }) => objectId));
  const wekken = komend.filter(({ id }) => !gepland.has(id)).map((overleg) => agendaMoment(inrichting, overleg, work.now));
  const plan = merge(planning, { moments: wekken }, zelfdeRooster(opened.inrichting, inrichting) ? {} : roosterBericht(inrichting), {
    changes: [
      { soort: opened.inrichting === undefined ? "inrichting_nieuw" : "inrichting", inrichting },
      { soort: "inrichting_concept_weg", concept: { tafelId: inrichting.tafelId, doorId: work.actor.persoon.id } },
      ...weerAanHetWerk(opened),
    ],
    audit: [doneBy(work, actie, inrichting.tafelId)],
    intents: stoelBerichten(opened.inrichting, inrichting),
  });
  return commit(work, plan, inrichting.tafelId);
};

/** Saves the form whose dates were shown. */
export const setUpTafel = async (work: Work, opened: OpenedTafel, conceptId: string): Outcome<void> => {
  const concept = await findConcept(work, opened, conceptId);
  if (concept === undefined) return refuse({ code: "concept_verlopen" });
  const checked = await checkInrichting(work, opened, concept.velden as InrichtingVelden);
  return checked.ok ? store(work, opened, checked.value, "tafel.inrichten") : checked;
};

/** Which fixed points stand on its agendas, and how long they take. */
export const setVastePunten = async (work: Work, opened: SetUpTafel, velden: Parameters<typeof leesPuntMinuten>[1]): Outcome<void> => {
  const gelezen = leesPuntMinuten(opened.tafel.soort, velden);
  const [nu] = await work.ports.store.komendeOverleggen(opened.tafel.id, work.now, 1);
  if (nu?.status === "bezig") return refuse({ code: "tafel_bezig" });
  return gelezen.ok ? store(work, opened, { ...opened.inrichting, vastePunten: gelezen.value }, "tafel.punten") : gelezen;
};

/** Names the deputy of a participant at this tafel, or takes him away. */
export const setVervanger = async (work: Work, opened: SetUpTafel, deelnemer: string, vervanger: string | undefined): Outcome<void> => {
  const { inrichting } = opened;
  const bekend = (await mensenVanRegio(work, opened.regio)).map((persoon) => persoon.id);
  const wie = vervanger === undefined ? undefined : bekend.find((id) => id === vervanger);
  if (!inrichting.deelnemers.some((one) => one.persoonId === deelnemer)) return refuse({ code: "ongeldige_keuze", veld: "deelnemer" });
  if (vervanger !== undefined && wie === undefined) return refuse({ code: "ongeldige_keuze", veld: "vervanger" });
  if (vervanger === deelnemer) return refuse({ code: "vervanger_zelf", veld: "vervanger" });
  const deelnemers = inrichting.deelnemers.map((one) =>
    one.persoonId === deelnemer ? { persoonId: one.persoonId, ...(wie === undefined ? {} : { plaatsvervangerId: wie }) } : one,
  );
  return store(work, opened, { ...inrichting, deelnemers }, "tafel.vervanger");
};
