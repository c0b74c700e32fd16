import type { ActieTitel } from "../actiepunt/actiepunt.js";
import type { ActiepuntCode, CasusCode, SignaalCode } from "../code.js";
import type { PersoonId } from "../persoon/persoon.js";
import type { TafelSoort } from "../regio/regio.js";
import { type PuntMinuten, sjabloonVan, type VastPunt, vastePunten } from "../tafel/sjabloon.js";
import type { TafelInrichting } from "../tafel/tafel.js";
import { dagVan, momentOp, plusDagen } from "../tijd/tijd.js";
import { type Agendapunt, type AgendapuntId, type AgendapuntTitel, type Doel, puntTitel } from "./agendapunt.js";
import type { Aanwezigheid, Overleg, OverlegId } from "./overleg.js";

/** How far the agenda of an overleg is. @property gewijzigd points that changed after it was sent. */
export type Agenda = {
  readonly overlegId: OverlegId;
  readonly version: number;
  readonly status: "concept" | "verstuurd";
  readonly herinnerd: boolean;
  readonly gewijzigd: readonly AgendapuntId[];
};

/** One line of an agenda, the same for every reader. */
export type AgendaRegel = { readonly nr: number; readonly minuten: number; readonly gewijzigd: boolean } & (
  | { readonly soort: "vast"; readonly vast: VastPunt }
  | { readonly soort: "casus"; readonly code: CasusCode; readonly doel: Doel }
  | { readonly soort: "signaal"; readonly code: SignaalCode; readonly doel: Doel }
  | { readonly soort: "actie"; readonly code: ActiepuntCode; readonly casus?: CasusCode; readonly titel?: ActieTitel; readonly doel: Doel }
  | { readonly soort: "besloten" }
  | { readonly soort: "vernietigd"; readonly op: Date }
  | { readonly soort: "vrij"; readonly titel: AgendapuntTitel; readonly doel: Doel }
);

/** What a point is known by in a chat. @property actie of an actiepunt: its casus, or its title when it has none. */
export type PuntMetCode = {
  readonly punt: Agendapunt;
  readonly code?: CasusCode | SignaalCode | ActiepuntCode;
  readonly actie?: { readonly casus?: CasusCode; readonly titel?: ActieTitel };
};

const rangen: Partial<Record<Agendapunt["soort"], number>> = { casus: 0, signaal: 1, actie: 2 };
/** Casussen first, then signalen, then actiepunten, then the rest; within that the order that the tafelbeheerder chose. */
const rang = ({ soort }: Agendapunt): number => rangen[soort] ?? 3;
export const geordend = <T extends PuntMetCode>(punten: readonly T[]): readonly T[] =>
  [...punten].sort((a, b) => rang(a.punt) - rang(b.punt) || a.punt.volgorde - b.punt.volgorde || (a.punt.id < b.punt.id ? -1 : 1));

const regelVan = ({ punt, code, actie }: PuntMetCode, nr: number, gewijzigd: boolean): AgendaRegel => {
  const { minuten, doel } = punt;
  const basis = { nr, minuten, gewijzigd };
  const titel = puntTitel(punt);
  if (punt.vernietigdOp !== undefined) return { ...basis, soort: "vernietigd", op: punt.vernietigdOp };
  if (punt.besloten || (titel === undefined && code === undefined)) return { ...basis, soort: "besloten" };
  if (titel !== undefined) return { ...basis, soort: "vrij", titel, doel };
  if (punt.soort === "actie") return { ...basis, soort: "actie", code: code as ActiepuntCode, doel, ...actie };
  return punt.soort === "casus" ? { ...basis, soort: "casus", code: code as CasusCode, doel } : { ...basis, soort: "signaal", code: code as SignaalCode, doel };
};

/** The agenda as everybody reads it. */
export const agendaRegels = (
  soort: TafelSoort,
  punten: readonly PuntMetCode[],
  gewijzigd: readonly AgendapuntId[] = [],
  eigen?: PuntMinuten,
): readonly AgendaRegel[] => {
  const { voor, na, minuten } = sjabloonVan(soort, eigen);
  const vast = (een: VastPunt, nr: number): AgendaRegel => ({ nr, minuten: minuten[een] ?? 0, gewijzigd: false, soort: "vast", vast: een });
  const gebracht = geordend(punten);
  return [
    ...voor.map((een, i) => vast(een, i + 1)),
    ...gebracht.map((een, i) => regelVan(een, voor.length + i + 1, gewijzigd.includes(een.punt.id))),
    ...na.map((een, i) => vast(een, voor.length + gebracht.length + i + 1)),
  ];
};

/** What a meeting goes through, in order: the name of a fixed point or the id of one that was brought in. */
export type PuntSleutel = VastPunt | AgendapuntId;
export const puntSleutels = (soort: TafelSoort, punten: readonly PuntMetCode[], eigen?: PuntMinuten): readonly PuntSleutel[] => {
  const { voor, na } = sjabloonVan(soort, eigen);
  return [...voor, ...geordend(punten).map(({ punt }) => punt.id), ...na];
};
export const isVastPunt = (sleutel: string): sleutel is VastPunt => Object.hasOwn(vastePunten, sleutel);

export const totaalMinuten = (regels: readonly AgendaRegel[]): number => regels.reduce((som, { minuten }) => som + minuten, 0);

const UUR = 3_600_000;
const NACHT = "05:00";

/** When each step towards an overleg is due. @property over the night after it: what was not treated goes on. */
export type AgendaMomenten = Readonly<Record<"sluiting" | "concept" | "agenda" | "herinnering" | "over", Date>>;

export const agendaMomenten = (
  { sluitingUren, conceptUren, agendaUren, herinnerMinuten }: TafelInrichting,
  { begin, eind, soort }: Overleg,
): AgendaMomenten => {
  const uren = (aantal: number): Date => new Date(begin.getTime() - aantal * UUR);
  const spoed = soort === "spoed";
  const herinnering = new Date(begin.getTime() - herinnerMinuten * 60_000);
  return {
    sluiting: spoed ? begin : uren(sluitingUren),
    concept: spoed ? new Date(0) : uren(conceptUren),
    agenda: spoed ? new Date(0) : uren(agendaUren),
    herinnering,
    over: momentOp(plusDagen(dagVan(eind), 1), NACHT),
  };
};

/** Open for inbreng; a spoedoverleg has no closing time. */
export const isGesloten = (inrichting: TafelInrichting, overleg: Overleg, now: Date): boolean => now >= agendaMomenten(inrichting, overleg).sluiting;

/** What is to be done for an agenda now; of several that are due only the last is still of use. */
export type AgendaStap = "niets" | "concept" | "versturen" | "herinneren" | "afsluiten";
export const agendaStap = (momenten: AgendaMomenten, { begin, status }: Overleg, agenda: Agenda | undefined, now: Date): AgendaStap => {
  if (status === "gehouden" || now >= momenten.over) return "afsluiten";
  if (now >= begin) return "niets";
  if (now >= momenten.agenda && agenda?.status !== "verstuurd") return "versturen";
  if (now >= momenten.herinnering && agenda?.herinnerd !== true) return "herinneren";
  return now >= momenten.concept && agenda === undefined ? "concept" : "niets";
};

/** The next time to look, after now. */
export const volgendeStap = (momenten: AgendaMomenten, now: Date): Date | undefined =>
  [momenten.concept, momenten.agenda, momenten.herinnering, momenten.over].filter((moment) => moment > now).sort((a, b) => a.getTime() - b.getTime())[0];

/** How many of them come, and who said not to. */
export const telAanwezig = (betrokken: readonly PersoonId[], antwoorden: readonly Aanwezigheid[]) => {
  const van = (id: PersoonId) => antwoorden.find(({ persoonId }) => persoonId === id)?.antwoord;
  const afwezig = betrokken.filter((id) => van(id) === "komt_niet");
  const komen = betrokken.filter((id) => van(id) === "komt" || van(id) === "plaatsvervanger").length;
  return { komen, totaal: betrokken.length, afwezig };
};
