import { heeftRol, type Persoon } from "../persoon/persoon.js";
import type { TafelRol } from "./tafel.js";

const beheer = ["tafelbeheerder", "secretaris", "voorzitter"] as const satisfies readonly TafelRol[];
const iedereen = [...beheer, "deelnemer"] as const satisfies readonly TafelRol[];

/** Who is invited to an overleg, or to one of its points, or directs the casus of one, beside what he is to the tafel. */
export type AgendaRol = TafelRol | "genodigde" | "regiehouder";
const lezers = [...iedereen, "genodigde"] as const satisfies readonly AgendaRol[];

const leiding = ["voorzitter", "secretaris"] as const satisfies readonly TafelRol[];
/** Of a casus also its regiehouder records what was agreed [T9]. */
const schrijft = [...leiding, "regiehouder"] as const satisfies readonly AgendaRol[];

/** Who may find something in the besluitenlijst; of a casus each only what he was invited to or directs. */
const lijstLezers = [...lezers, "regiehouder"] as const satisfies readonly AgendaRol[];

/** What can be done with a tafel and its overleggen, and who may. */
export const tafelActions = [
  { action: "tafel.overleggen", rollen: iedereen },
  { action: "tafel.inrichten", rollen: beheer },
  { action: "tafel.vervanger", rollen: beheer },
  { action: "tafel.punten", rollen: beheer },
  { action: "tafel.mens", rollen: beheer },
  { action: "tafel.kanaal", rollen: beheer },
  { action: "tafel.kanaal_los", rollen: beheer },
  { action: "tafel.stoppen", rollen: ["voorzitter"] },
  { action: "overleg.verzetten", rollen: beheer },
  { action: "overleg.laten_vervallen", rollen: beheer },
  { action: "overleg.toevoegen", rollen: beheer },
  { action: "overleg.plannen", rollen: beheer },
  { action: "overleg.gaat_door", rollen: beheer },
  { action: "agenda.link", rollen: iedereen },
  { action: "inbreng.punt", rollen: iedereen },
  { action: "inbreng.toelaten", rollen: ["voorzitter"] },
  { action: "agenda.tonen", rollen: lezers },
  { action: "agenda.bekijken", rollen: lezers },
  { action: "agenda.meer", rollen: lezers },
  { action: "agenda.versturen", rollen: beheer },
  { action: "agenda.volgorde", rollen: beheer },
  { action: "agenda.tijd", rollen: beheer },
  { action: "agenda.samenvoegen", rollen: beheer },
  { action: "agenda.uitstellen", rollen: beheer },
  { action: "overleg.kom", rollen: lezers },
  { action: "overleg.kom_niet", rollen: lezers },
  { action: "overleg.vervanger", rollen: lezers },
  { action: "overleg.aanwezig_namens", rollen: ["voorzitter", "secretaris"] },
  { action: "overleg.starten", rollen: leiding },
  { action: "overleg.loopt", rollen: leiding },
  { action: "overleg.wie_is_er", rollen: leiding },
  { action: "overleg.besluit", rollen: schrijft },
  { action: "overleg.actie", rollen: schrijft },
  { action: "overleg.conclusie", rollen: schrijft },
  { action: "overleg.casus_sluiten", rollen: schrijft },
  { action: "overleg.volgende", rollen: leiding },
  { action: "overleg.ander_punt", rollen: leiding },
  { action: "overleg.acties", rollen: leiding },
  { action: "overleg.knelpunt", rollen: leiding },
  { action: "overleg.verder", rollen: leiding },
  { action: "overleg.riec", rollen: leiding },
  { action: "overleg.behandeling", rollen: lezers },
  { action: "overleg.cijfers", rollen: iedereen },
  { action: "overleg.sluiten", rollen: leiding },
  { action: "besluiten.lezen", rollen: lijstLezers },
  { action: "besluiten.correctie", rollen: lijstLezers },
  { action: "besluiten.bestand", rollen: lezers },
  { action: "besluiten.verbeteren", rollen: schrijft },
  { action: "besluiten.verwerken", rollen: schrijft },
  { action: "besluiten.vaststellen", rollen: ["voorzitter"] },
] as const satisfies readonly { readonly action: string; readonly rollen: readonly AgendaRol[] }[];
export type TafelAction = (typeof tafelActions)[number]["action"];

/** May somebody with these roles do this? Default no. */
export const mayTafel = (rollen: readonly AgendaRol[], action: TafelAction): boolean =>
  tafelActions.some((row) => row.action === action && rollen.some((rol) => (row.rollen as readonly AgendaRol[]).includes(rol)));

/** Who organises the tafels of the region makes them, says where they read their agenda, and ends them [own]. */
const vanDeRegio: readonly TafelAction[] = ["tafel.kanaal", "tafel.kanaal_los", "tafel.stoppen"];
export const mayOrganise = (persoon: Persoon, action: TafelAction): boolean => mayStartTafel(persoon) && vanDeRegio.includes(action);

/** A tafel that nobody has set up is set up by who organises the tafels of the region [own]. */
export const mayStartTafel = (persoon: Persoon): boolean => heeftRol(persoon, "ketenregisseur") || heeftRol(persoon, "procesregisseur");
