import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { AgendaFeiten, AgendaGegevens } from "../cards/gegevens-agenda.js";
import type { OverlegPlaats } from "../cards/gegevens-tafels.js";
import { lopendeStatussen } from "../domain/actiepunt/actiepunt.status.js";
import { buitenCasus } from "../domain/delen/beleid.js";
import { geldig } from "../domain/delen/convenant.js";
import { magPuntLezen } from "../domain/delen/lezen.js";
import { agendaRegels, telAanwezig } from "../domain/overleg/agenda.js";
import { isVrij } from "../domain/overleg/agendapunt.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import { sjabloonVan } from "../domain/tafel/sjabloon.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { AgendaDossier, PuntDossier } from "../use-cases/open-agenda.js";
import { volgendOverleg } from "../use-cases/plan-agenda.js";

export const wanneerVan = ({ tafel, overleg }: Pick<AgendaDossier, "tafel" | "overleg">) => ({
  tafel: tafel.naam as RegioNaam,
  begin: overleg.begin,
  eind: overleg.eind,
  ...(overleg.plaats === undefined ? {} : { plaats: overleg.plaats as OverlegPlaats }),
  ...(overleg.link === undefined ? {} : { link: overleg.link as OverlegPlaats }),
});

const feitenVan = async (ports: Ports, { overleg, tafel, inrichting, punten }: AgendaDossier): Promise<AgendaFeiten> => {
  const { store } = ports;
  const zoek = { statussen: lopendeStatussen, tafels: [tafel.id] };
  const [acties, teLaat, vorige, volgende, aangehouden] = await Promise.all([
    store.telActiepunten(zoek),
    store.telActiepunten({ ...zoek, voor: dagVan(overleg.begin) }),
    store.vorigeOverleg(tafel.id, overleg.begin),
    volgendOverleg(ports, overleg, overleg.begin),
    store.telAangehouden(tafel.id),
  ]);
  const nieuw = sjabloonVan(tafel.soort, inrichting.vastePunten).na.includes("nieuwe_signalen")
    ? await store.telNieuweSignalen(vorige?.begin ?? new Date(0))
    : 0;
  const terugkoppeling = aangehouden + punten.filter(({ punt }) => punt.soort === "signaal").length;
  return {
    acties,
    teLaat,
    nieuw,
    terugkoppeling,
    ...(vorige === undefined ? {} : { vorige: vorige.begin }),
    ...(volgende === undefined ? {} : { volgende: volgende.begin }),
  };
};

const standVan = ({ overleg, agenda }: AgendaDossier, now: Date): AgendaGegevens["stand"] => {
  if (overleg.status === "vervallen") return "vervallen";
  if (overleg.status === "bezig") return "loopt";
  if (overleg.status === "gehouden" || overleg.eind <= now) return "voorbij";
  if (agenda?.status !== "verstuurd") return "concept";
  return agenda.gewijzigd.length > 0 ? "gewijzigd" : "agenda";
};

/** Everything on the card of an agenda, from the state of now. */
export const agendaGegevens = async (ports: Ports, dossier: AgendaDossier, knoppen: readonly Knop[], voorU?: readonly number[]): Promise<AgendaGegevens> => {
  const { tafel, inrichting, punten, agenda, betrokken, antwoorden } = dossier;
  const now = ports.clock.now();
  const { komen, totaal } = telAanwezig(betrokken, antwoorden);
  return {
    ...wanneerVan(dossier),
    stand: standVan(dossier, now),
    komen,
    totaal,
    regels: agendaRegels(tafel.soort, punten, agenda?.gewijzigd, inrichting.vastePunten),
    feiten: await feitenVan(ports, dossier),
    now,
    knoppen,
    ...(voorU === undefined ? {} : { voorU }),
  };
};

export type GenummerdPunt = PuntDossier & { readonly nr: number };

/** The points with their numbers on the agenda. */
type Genummerd = Pick<AgendaDossier, "tafel" | "inrichting" | "punten">;
export const genummerd = ({ tafel, inrichting, punten }: Genummerd): readonly GenummerdPunt[] => {
  const { voor } = sjabloonVan(tafel.soort, inrichting.vastePunten);
  return punten.map((een, i) => ({ ...een, nr: voor.length + i + 1 }));
};

/** Points with content that this person may read now; a body outside the convenant of a casus reads nothing of it [domein 4]. */
export const puntenVan = (
  dossier: Genummerd & Pick<AgendaDossier, "regio">,
  persoon: Persoon,
  namens: readonly PersoonId[],
  now: Date,
): readonly GenummerdPunt[] => {
  const convenanten = geldig(dossier.regio.convenanten, dagVan(now));
  return persoon.actief
    ? genummerd(dossier).filter(
        ({ punt, casus }) => punt.inhoud.vraag !== undefined && magPuntLezen(punt, persoon.id, namens) && !buitenCasus(persoon, casus, convenanten),
      )
    : [];
};

const data = ({ overleg }: Pick<AgendaDossier, "overleg">) => ({ m: overleg.id });

export const komKnoppen = (dossier: Pick<AgendaDossier, "overleg">): readonly Knop[] => [
  { verb: "overleg.kom", data: data(dossier), plek: "eerst" },
  { verb: "overleg.kom_niet", data: data(dossier), plek: "naast" },
];

/** Buttons of the card in a channel: the same for every reader. */
export const agendaKnoppen = (dossier: AgendaDossier, now: Date): readonly Knop[] =>
  dossier.overleg.status === "vervallen" || dossier.overleg.begin <= now
    ? []
    : [...komKnoppen(dossier), { verb: "agenda.meer", data: data(dossier), plek: "naast" }];

/** What the tafelbeheerder can do with it, before and after it was sent. */
export const beheerKnoppen = (dossier: AgendaDossier, now: Date): readonly Knop[] => {
  if (dossier.overleg.status === "vervallen" || dossier.overleg.begin <= now) return [];
  const knop = (verb: string, plek: Knop["plek"]): Knop => ({ verb, data: data(dossier), plek });
  const punten = dossier.punten.length > 0 ? [knop("agenda.uitstellen", "naast"), knop("agenda.tijd", "meer"), knop("agenda.volgorde", "meer")] : [];
  const samen = dossier.punten.filter(({ punt }) => isVrij(punt.soort)).length > 1 ? [knop("agenda.samenvoegen", "meer")] : [];
  const voegToe: Knop = { verb: "inbreng.punt", label: "agenda.toevoegen", data: { ...data(dossier), t: dossier.tafel.id }, plek: "naast" };
  return [...(dossier.agenda?.status === "verstuurd" ? [] : [knop("agenda.versturen", "eerst")]), voegToe, ...punten, ...samen];
};
