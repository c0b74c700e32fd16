import type { Persoon, PersoonId } from "../persoon/persoon.js";

/** A signaal, casus or agendapunt: each says who is kept out of it. */
export type Deel = { readonly uitgesloten?: readonly PersoonId[] | undefined } | undefined;

/** Who is kept out of something, given its parts: who stands in one of them is out of the whole [domein 4]. */
export const uitgeslotenVan = (...delen: readonly Deel[]): readonly PersoonId[] => [...new Set(delen.flatMap((deel) => deel?.uitgesloten ?? []))];

/** The same people, in any order? */
export const zelfde = (a: readonly PersoonId[], b: readonly PersoonId[]): boolean => a.length === b.length && a.every((id) => b.includes(id));

/** Is somebody kept out of it? Then no channel has a card of it, and its agendapunt is besloten for everybody [domein 4]. */
export const isBesloten = (...delen: readonly Deel[]): boolean => uitgeslotenVan(...delen).length > 0;

export const isBuiten = (id: PersoonId, ...delen: readonly Deel[]): boolean => uitgeslotenVan(...delen).includes(id);

/**
 * The person as he stands to something from which these people are kept out. Who is one of them has no role in it and counts as gone; for one
 * of them nobody acts either. Every question of who may know or do something starts here.
 */
export const binnen = (persoon: Persoon, ...delen: readonly Deel[]): Persoon => {
  const buiten = uitgeslotenVan(...delen);
  if (buiten.length === 0) return persoon;
  if (buiten.includes(persoon.id)) return { ...persoon, actief: false, rollen: [] };
  return { ...persoon, rollen: persoon.rollen.filter(({ namens }) => namens === undefined || !buiten.includes(namens)) };
};

/** For whom somebody acts here: nobody who is kept out, and nobody at all when he is himself. */
export const namensBinnen = (persoonId: PersoonId, namens: readonly PersoonId[], ...delen: readonly Deel[]): readonly PersoonId[] => {
  const buiten = uitgeslotenVan(...delen);
  return buiten.includes(persoonId) ? [] : namens.filter((id) => !buiten.includes(id));
};
