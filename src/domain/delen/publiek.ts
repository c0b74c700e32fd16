import { heeftRol, type Persoon, type PersoonId } from "../persoon/persoon.js";
import type { Channel, Gemeente } from "../regio/regio.js";
import type { TafelInrichting } from "../tafel/tafel.js";

/** Why a channel may not carry our cards; the first that fits. */
export const publiekRedenen = ["gedeeld", "openbaar", "onbekend", "buiten_tafel", "buiten_gemeente"] as const;
export type PubliekReden = (typeof publiekRedenen)[number];

/** @property lezers everybody in the channel beside the bot; `undefined` is nobody of the region: a stranger, a guest without a name, an app. */
export type Lezers = { readonly gedeeld: boolean; readonly openbaar: boolean; readonly lezers: readonly (Persoon | undefined)[] };

/** @property aantal how many should not be there; 0 when it is about the channel itself. */
export type PubliekOordeel = { readonly mag: true } | { readonly mag: false; readonly reden: PubliekReden; readonly aantal: number };

/** For whom the cards of a channel are. @property zitten who sits at the tafel, with their own deputies. */
export type Kring =
  | { readonly soort: "tafel"; readonly inrichting: TafelInrichting | undefined; readonly zitten: readonly Pick<Persoon, "id" | "plaatsvervangerId">[] }
  | { readonly soort: Exclude<Channel["soort"], "tafel">; readonly gemeente: Pick<Gemeente, "id" | "organisatieId"> };

const vervangers = ({ inrichting, zitten }: Extract<Kring, { soort: "tafel" }>): ReadonlySet<PersoonId> =>
  new Set([
    ...zitten.flatMap(({ id, plaatsvervangerId }) => (plaatsvervangerId === undefined ? [id] : [id, plaatsvervangerId])),
    ...(inrichting?.deelnemers ?? []).flatMap(({ plaatsvervangerId }) => plaatsvervangerId ?? []),
  ]);

/** The roles that have work in the channels of a gemeente. */
const inGemeente = ["analist", "aandachtsfunctionaris"] as const;

const hoortErbij = (kring: Kring): ((persoon: Persoon) => boolean) => {
  if (kring.soort === "tafel") {
    const ids = vervangers(kring);
    return (persoon) => ids.has(persoon.id) || heeftRol(persoon, "ketenregisseur") || heeftRol(persoon, "privacy_officer");
  }
  const { gemeente } = kring;
  return (persoon) => persoon.organisatieId === gemeente.organisatieId || inGemeente.some((rol) => heeftRol(persoon, rol, gemeente.id));
};

/**
 * May this channel carry our cards now? Only when everybody who can read along may know what a card of it says: at a tafel who sits there or is
 * the deputy of one, ketenregisseur and privacy officer; in a gemeente its own people and who works there [domein 4].
 */
export const toetsPubliek = (kring: Kring, { gedeeld, openbaar, lezers }: Lezers): PubliekOordeel => {
  if (gedeeld) return { mag: false, reden: "gedeeld", aantal: 0 };
  if (openbaar) return { mag: false, reden: "openbaar", aantal: 0 };
  const bekend = lezers.filter((persoon) => persoon !== undefined).filter(({ actief, inRegio }) => actief && inRegio);
  if (bekend.length < lezers.length) return { mag: false, reden: "onbekend", aantal: lezers.length - bekend.length };
  const hoort = hoortErbij(kring);
  const buiten = bekend.filter((persoon) => !hoort(persoon)).length;
  if (buiten === 0) return { mag: true };
  return { mag: false, reden: kring.soort === "tafel" ? "buiten_tafel" : "buiten_gemeente", aantal: buiten };
};
