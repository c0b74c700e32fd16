import { buitenCasus } from "../domain/delen/beleid.js";
import { geldig } from "../domain/delen/convenant.js";
import { magPuntLezen } from "../domain/delen/lezen.js";
import { isVastPunt, type PuntSleutel, puntSleutels } from "../domain/overleg/agenda.js";
import { genodigdAls } from "../domain/overleg/agendapunt.js";
import type { Verloop } from "../domain/overleg/verloop.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import type { Convenant } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { TafelAction } from "../domain/tafel/tafel-rechten.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { type AgendaDossier, type OpenedAgenda, openAgenda, type PuntDossier } from "./open-agenda.js";
import type { Outcome, Work } from "./work.js";

/** A running overleg, opened for somebody who may do the action. */
export type OpenedVerloop = OpenedAgenda & { readonly verloop: Verloop };
export type Lopend = AgendaDossier & { readonly verloop: Verloop };

/** What was treated: fixed points as the verloop has them, the others by their own status. */
export const gedaan = ({ verloop, punten }: Pick<Lopend, "verloop" | "punten">): readonly PuntSleutel[] => [
  ...verloop.gedaan,
  ...punten.filter(({ punt }) => punt.status === "behandeld").map(({ punt }) => punt.id),
];
export const sleutelsVan = ({ tafel, inrichting, punten }: Pick<AgendaDossier, "tafel" | "inrichting" | "punten">): readonly PuntSleutel[] =>
  puntSleutels(tafel.soort, punten, inrichting.vastePunten);
export const vindPunt = ({ punten }: Pick<AgendaDossier, "punten">, sleutel: string): PuntDossier | undefined => punten.find(({ punt }) => punt.id === sleutel);

/** Opens an overleg that runs, after a fresh check; one that is over or did not begin is told. */
export const openVerloop = async (work: Pick<Work, "ports" | "actor" | "now">, overlegId: string, action: TafelAction): Outcome<OpenedVerloop> => {
  const opened = await openAgenda(work, overlegId, action, true);
  if (!opened.ok) return opened;
  const verloop = await work.ports.store.verloopVan(opened.value.overleg.id);
  if (verloop === undefined) return refuse({ code: "overleg_niet_begonnen" });
  return verloop.nu === undefined ? refuse({ code: "overleg_gesloten" }) : ok({ ...opened.value, verloop });
};

/** May he read, and so record, what this point is about? Who leads the tafel reads a casus only when he is invited to it [domein 4]. */
const magSchrijven = ({ punt, casus }: PuntDossier, persoon: Persoon, namens: readonly PersoonId[], convenanten: readonly Convenant[]): boolean => {
  if (buitenCasus(persoon, casus, convenanten)) return false;
  const regie = casus?.regiehouderId !== undefined && namens.includes(casus.regiehouderId);
  if (punt.inhoud.uitgesloten.includes(persoon.id)) return false;
  return punt.inhoud.vraag === undefined || regie || magPuntLezen(punt, persoon.id, namens) || genodigdAls(punt, persoon.id, namens) !== undefined;
};

/** Does he lead the meeting, and not only direct the casus of a point? */
export const leidtOverleg = ({ rollen }: Pick<OpenedVerloop, "rollen">): boolean => rollen.includes("voorzitter") || rollen.includes("secretaris");

/** The point that a form of a running overleg is about: a fixed one, or one that this person may record. */
export const openPunt = (work: Pick<Work, "actor" | "now">, opened: OpenedVerloop, sleutel: string): Awaited<Outcome<PuntDossier | undefined>> => {
  if (isVastPunt(sleutel)) return ok(undefined);
  const gevonden = vindPunt(opened, sleutel);
  if (gevonden === undefined) return refuse({ code: "punt_weg" });
  const leidt = leidtOverleg(opened);
  const convenanten = geldig(opened.regio.convenanten, dagVan(work.now));
  const regie = gevonden.casus?.regiehouderId !== undefined && opened.namens.includes(gevonden.casus.regiehouderId);
  return (leidt || regie) && magSchrijven(gevonden, work.actor.persoon, opened.namens, convenanten) ? ok(gevonden) : refuse({ code: "punt_niet_voor_u" });
};
