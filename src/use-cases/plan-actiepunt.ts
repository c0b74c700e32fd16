import type { ActieDossier } from "../domain/actiepunt/actie-policy.js";
import { type Actiepunt, keer } from "../domain/actiepunt/actiepunt.js";
import { type ActieDaad, isLopend } from "../domain/actiepunt/actiepunt.status.js";
import { volgendeHerinnering } from "../domain/actiepunt/herinneren.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import { dagVan, momentOp } from "../domain/tijd/tijd.js";
import type { Plan } from "../ports/store.js";
import type { DueMoment, Intent } from "../ports/work.js";

/** Early enough that every bundle of the day has been asked for when it goes out. */
const HERINNER_TIJD = "06:00";

type Tafel = Pick<TafelInrichting, "voorzitterId" | "secretarisId"> | undefined;

/** Who is told about somebody's work: he himself, and for who cannot be reached the secretaris, then the voorzitter. */
export const verteld = (persoonId: PersoonId, tafel: Tafel, bereikbaar: readonly PersoonId[]): PersoonId | undefined =>
  [persoonId, tafel?.secretarisId, tafel?.voorzitterId].find((id) => id !== undefined && bereikbaar.includes(id));

export const actieVragen = ["overdracht", "tijd", "gereed"] as const;
export type ActieVraag = (typeof actieVragen)[number];
export const telt = { overdracht: "overdragen", tijd: "vraag_tijd", gereed: "gereedmelden" } as const satisfies Record<ActieVraag, ActieDaad>;

/** Is somebody still asked this? */
export const staatOpen = (actiepunt: Actiepunt, vraag: ActieVraag): boolean =>
  vraag === "gereed"
    ? actiepunt.status === "gereedgemeld"
    : isLopend(actiepunt.status) && (vraag === "tijd" ? actiepunt.gevraagdeTermijn : actiepunt.overdrachtAanId) !== undefined;

/** The cards that ask somebody for an answer; each request has a card of its own, so that a later one is noticed. */
export const gevraagdAan = (actiepunt: Actiepunt, tafel: Tafel, bereikbaar: readonly PersoonId[]): readonly Intent[] => {
  const { overdrachtAanId } = actiepunt;
  const wie: Record<ActieVraag, readonly (PersoonId | undefined)[]> = {
    overdracht: [overdrachtAanId === undefined ? undefined : verteld(overdrachtAanId, tafel, bereikbaar)],
    tijd: [tafel === undefined ? undefined : verteld(tafel.voorzitterId, tafel, bereikbaar)],
    gereed: [...new Set([tafel?.voorzitterId, tafel?.secretarisId])],
  };
  return actieVragen
    .filter((vraag) => staatOpen(actiepunt, vraag))
    .flatMap((vraag) =>
      wie[vraag]
        .filter((id): id is PersoonId => id !== undefined && bereikbaar.includes(id))
        .map((persoonId) => ({
          kind: "actievraag" as const,
          objectId: `${actiepunt.id}:${vraag}:${keer(actiepunt, telt[vraag])}`,
          to: { persoonId },
          variant: vraag,
        })),
    );
};

/** Questions whose reader or text is another after than before: their cards change. */
const veranderd = (eerst: readonly Intent[], daarna: readonly Intent[]): readonly Intent[] =>
  [...eerst, ...daarna].filter((intent) => eerst.some((one) => sleutel(one) === sleutel(intent)) !== daarna.some((one) => sleutel(one) === sleutel(intent)));

const sleutel = ({ objectId, to }: Intent): string => `${objectId}>${JSON.stringify(to)}`;

/** What is done to an actiepunt: a step of its table, that it was noted, or that its casus closed while it ran on. */
type Gebeurtenis = ActieDaad | "noteren" | "buiten_tafel";

/** What the actiehouder hears of what others did. */
const bericht: Readonly<Partial<Record<Gebeurtenis, string>>> = {
  noteren: "nieuw",
  overdracht_aanvaarden: "overgenomen",
  overdracht_weigeren: "niet_overgenomen",
  geef_tijd: "tijd_gegeven",
  weiger_tijd: "tijd_geweigerd",
  terugsturen: "teruggestuurd",
  afronden: "afgerond",
  laten_vervallen: "vervallen",
  heropenen: "heropend",
  buiten_tafel: "buiten_tafel",
};

/** The next reminder, from tomorrow on. */
export const herinnerMoment = ({ id, termijn }: Actiepunt, regio: Regio, now: Date, stap = 0): DueMoment => ({
  soort: "actie_herinneren",
  objectId: id,
  op: momentOp(volgendeHerinnering(termijn, dagVan(now), regio.vrijeDagen), HERINNER_TIJD),
  stap,
});

const momenten = (voor: Actiepunt | undefined, na: Actiepunt, regio: Regio, now: Date): Plan => {
  if (!isLopend(na.status)) return { doneMoments: [{ soort: "actie_herinneren", objectId: na.id }] };
  const zelfde = voor !== undefined && isLopend(voor.status) && voor.termijn === na.termijn;
  return zelfde ? {} : { moments: [herinnerMoment(na, regio, now)] };
};

/** It moved to another tafel: who leads there is asked what is open, who led it before not any more. */
export const planNaarTafel = (
  [voor, na]: readonly [Actiepunt, Actiepunt],
  [van, naar]: readonly [Tafel, Tafel],
  bereikbaar: readonly PersoonId[],
): readonly Intent[] => veranderd(gevraagdAan(voor, van, bereikbaar), gevraagdAan(na, naar, bereikbaar));

type Gevolg = { readonly daad: Gebeurtenis; readonly voor?: Actiepunt; readonly na: Actiepunt; readonly doorId: PersoonId; readonly now: Date };

/** What follows from a step, the same for each: who is asked, whose card changes, what the actiehouder hears, and when he is reminded. */
export const planActiepunt = (
  { daad, voor, na, doorId, now }: Gevolg,
  { inrichting, bereikbaar }: Pick<ActieDossier, "inrichting" | "bereikbaar">,
  regio: Regio,
): Plan => {
  const eerst = voor === undefined ? [] : gevraagdAan(voor, inrichting, bereikbaar);
  const daarna = gevraagdAan(na, inrichting, bereikbaar);
  const anders = veranderd(eerst, daarna);
  const variant = bericht[daad];
  const houder = daad === "overdracht_aanvaarden" ? (voor ?? na).actiehouderId : na.actiehouderId;
  const persoonId = houder === doorId ? undefined : verteld(houder, inrichting, bereikbaar);
  const gehoord: readonly Intent[] =
    variant === undefined || persoonId === undefined || persoonId === doorId
      ? []
      : [{ kind: "actiebericht", objectId: `${na.id}:${na.version}`, to: { persoonId }, variant }];
  return { ...momenten(voor, na, regio, now), intents: [...anders, ...gehoord] };
};
