import { checkOpenTekst } from "../domain/delen/open-tekst.js";
import { type Convenant, type Regio, type Tafel, type TafelId, tafelNiveaus, tafelSoorten } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { mayStartTafel } from "../domain/tafel/tafel-rechten.js";
import { commit, deny, doneBy, type Outcome, type Work } from "./work.js";

export type NieuweTafel = { readonly naam: string; readonly tafelSoort: string; readonly niveau: string; readonly convenant: string | undefined };

/** Who may make a tafel, else a refusal that is on record. */
export const openNieuweTafel = async (work: Pick<Work, "ports" | "actor">): Outcome<Regio> =>
  mayStartTafel(work.actor.persoon) ? ok(await work.ports.store.readRegio()) : deny(work, "tafel.nieuw", "tafel");

const zelfde = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Its name stands in channels and calendars: nothing that points to a person or a casus, nobody of the region by name, and no other tafel. */
const naamFout = async (work: Work, regio: Regio, naam: string) => {
  if (checkOpenTekst("naam", naam, { regio }) !== undefined) return { code: "naam_persoonlijk", veld: "naam" } as const;
  const mensen = await work.ports.store.personenVan(regio.organisaties.map(({ id }) => id));
  const noemt = mensen.some((persoon) => naam.toLowerCase().includes(persoon.naam.toLowerCase()));
  if (noemt) return { code: "naam_persoonlijk", veld: "naam" } as const;
  return regio.tafels.some((tafel) => zelfde(tafel.naam, naam)) ? ({ code: "naam_bezet", veld: "naam" } as const) : undefined;
};

/** A tafel made from chat. An import of the region file keeps it; nobody sits at it until it is set up. */
export const startTafel = async (work: Work, input: NieuweTafel): Outcome<Tafel> => {
  const opened = await openNieuweTafel(work);
  if (!opened.ok) return opened;
  const regio = opened.value;
  const fout = await naamFout(work, regio, input.naam);
  if (fout !== undefined) return refuse(fout);
  const soort = tafelSoorten.find((een) => een === input.tafelSoort);
  if (soort === undefined) return refuse({ code: "ongeldige_keuze", veld: "tafelSoort" });
  const niveau = tafelNiveaus.find((een) => een === input.niveau);
  if (niveau === undefined) return refuse({ code: "ongeldige_keuze", veld: "niveau" });
  const convenant = regio.convenanten.find(({ id }: Convenant) => id === input.convenant);
  if (input.convenant !== undefined && convenant === undefined) return refuse({ code: "ongeldige_keuze", veld: "convenant" });
  const tafel: Tafel = {
    id: work.ports.ids.id() as TafelId,
    naam: input.naam,
    soort,
    niveau,
    uitChat: true,
    ...(convenant === undefined ? {} : { convenantId: convenant.id }),
  };
  const committed = await commit(work, { changes: [{ soort: "tafel_nieuw", tafel }], audit: [doneBy(work, "tafel.nieuw", tafel.id)] }, tafel.id);
  return committed.ok ? ok(tafel) : committed;
};
