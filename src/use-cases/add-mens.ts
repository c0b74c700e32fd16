import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import type { Organisatie } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { Deelnemer } from "../domain/tafel/tafel.js";
import type { SetUpTafel } from "./open-tafel.js";
import { mensenVanRegio } from "./set-up-tafel.js";
import { checkFreeText } from "./submit-signaal.js";
import { commit, doneBy, type Outcome, type Work } from "./work.js";

export type NieuwMens = { readonly naam: string; readonly functie: string; readonly organisatie: string; readonly vervangt: string | undefined };

/** Somebody without account, address or rol: nothing lets him in, and who leads the tafel answers for him. */
const zonderAccount = (work: Work, { naam, functie }: NieuwMens, organisatie: Organisatie): Persoon => ({
  id: work.ports.ids.id() as PersoonId,
  naam,
  functie,
  organisatieId: organisatie.id,
  organisatieSoort: organisatie.soort,
  organisatieNaam: organisatie.naam,
  email: "",
  actief: true,
  inRegio: true,
  rollen: [],
});

/** Adds somebody without account to the tafel: as standing participant, or as the deputy of one [domein 3]. */
export const addMens = async (work: Work, opened: SetUpTafel, input: NieuwMens): Outcome<Persoon> => {
  const { regio, inrichting, tafel } = opened;
  const fout = checkFreeText(regio, "naam", input.naam) ?? checkFreeText(regio, "functie", input.functie);
  if (fout !== undefined) return refuse(fout);
  const organisatie = regio.organisaties.find(({ id }) => id === input.organisatie);
  if (organisatie === undefined) return refuse({ code: "ongeldige_keuze", veld: "organisatie" });
  const zelfde = (persoon: Persoon): boolean => persoon.organisatieId === organisatie.id && persoon.naam.toLowerCase() === input.naam.toLowerCase();
  if ((await mensenVanRegio(work, regio)).some(zelfde)) return refuse({ code: "persoon_bestaat", veld: "naam" });
  if (input.vervangt !== undefined && !inrichting.deelnemers.some(({ persoonId }) => persoonId === input.vervangt))
    return refuse({ code: "ongeldige_keuze", veld: "vervangt" });
  const persoon = zonderAccount(work, input, organisatie);
  const deelnemers: readonly Deelnemer[] =
    input.vervangt === undefined
      ? [...inrichting.deelnemers, { persoonId: persoon.id }]
      : inrichting.deelnemers.map((een) => (een.persoonId === input.vervangt ? { ...een, plaatsvervangerId: persoon.id } : een));
  const committed = await commit(
    work,
    {
      changes: [
        { soort: "persoon_nieuw", persoon, uitChat: true },
        { soort: "inrichting", inrichting: { ...inrichting, deelnemers } },
      ],
      audit: [doneBy(work, "tafel.mens", tafel.id)],
    },
    tafel.id,
  );
  return committed.ok ? ok(persoon) : committed;
};
