import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { OverlegLooptGegevens } from "../cards/gegevens-loopt.js";
import { type AgendaRegel, agendaRegels, isVastPunt, type PuntSleutel } from "../domain/overleg/agenda.js";
import { missenBij, type Verloop } from "../domain/overleg/verloop.js";
import type { Ports } from "../ports/ports.js";
import { actiesBij } from "../use-cases/conclude-punt.js";
import type { AgendaDossier, PuntDossier } from "../use-cases/open-agenda.js";
import { gedaan, sleutelsVan, vindPunt } from "../use-cases/open-verloop.js";

const knop = (dossier: AgendaDossier, verb: string, plek: Knop["plek"], sleutel?: string, label?: string): Knop => ({
  verb,
  data: { m: dossier.overleg.id, ...(sleutel === undefined ? {} : { p: sleutel }) },
  plek,
  ...(label === undefined ? {} : { label }),
});

/** What leads the meeting on from a fixed point. */
const vasteKnoppen = (dossier: AgendaDossier, sleutel: PuntSleutel): readonly Knop[] => {
  const eigen: Partial<Record<PuntSleutel, readonly Knop[]>> = {
    opening: [knop(dossier, "overleg.wie_is_er", "naast")],
    vorige: [knop(dossier, "overleg.acties", "naast")],
    cijfers: [knop(dossier, "overleg.cijfers", "naast")],
  };
  const verder = sleutel === "afsluiting" ? knop(dossier, "overleg.sluiten", "eerst") : knop(dossier, "overleg.volgende", "eerst", sleutel);
  return [...(eigen[sleutel] ?? []), verder, knop(dossier, "overleg.besluit", "meer", sleutel), knop(dossier, "overleg.actie", "meer", sleutel)];
};

const puntKnoppen = (dossier: AgendaDossier, sleutel: PuntSleutel): readonly Knop[] => [
  knop(dossier, "overleg.conclusie", "eerst", sleutel),
  knop(dossier, "overleg.besluit", "naast", sleutel),
  knop(dossier, "overleg.actie", "naast", sleutel),
];

/** What goes from this point to another tafel. */
const verderKnoppen = (dossier: AgendaDossier, sleutel: PuntSleutel): readonly Knop[] => {
  const regionaal = dossier.tafel.soort === "regionale_tafel";
  return [
    knop(dossier, regionaal ? "overleg.riec" : "overleg.knelpunt", "meer", sleutel),
    ...(vindPunt(dossier, sleutel)?.punt.soort === "casus" ? [knop(dossier, "overleg.casus_sluiten", "meer", sleutel)] : []),
    ...(vindPunt(dossier, sleutel)?.punt.soort === "voorstel" ? [knop(dossier, "overleg.verder", "meer", sleutel)] : []),
  ];
};

const looptKnoppen = (dossier: AgendaDossier, sleutel: PuntSleutel): readonly Knop[] => {
  const vast = isVastPunt(sleutel);
  return [
    ...(vast ? vasteKnoppen(dossier, sleutel) : puntKnoppen(dossier, sleutel)),
    ...verderKnoppen(dossier, sleutel),
    ...(vast ? [] : [knop(dossier, "agenda.bekijken", "meer")]),
    ...(sleutel === "opening" ? [] : [knop(dossier, "overleg.wie_is_er", "meer")]),
    knop(dossier, "overleg.ander_punt", "meer"),
    ...(sleutel === "afsluiting" ? [] : [knop(dossier, "overleg.sluiten", "meer")]),
  ];
};

const mistVan = async (ports: Ports, { antwoorden }: AgendaDossier, punt: PuntDossier | undefined) => {
  if (punt === undefined || punt.punt.besloten) return [];
  const personen = await ports.store.readPersonen(missenBij(punt.punt, antwoorden));
  return personen.map((persoon) => ({ organisatie: persoon.organisatieNaam as RegioNaam, functie: persoon.functie as RegioNaam }));
};

/** Everything on the card from which a meeting is led, from the state of now. */
export const looptGegevens = async (ports: Ports, dossier: AgendaDossier, verloop: Verloop | undefined): Promise<OverlegLooptGegevens> => {
  const { tafel, inrichting, overleg, punten } = dossier;
  const basis = { tafel: tafel.naam as RegioNaam, begin: overleg.begin, eind: overleg.eind };
  if (overleg.status === "vervallen") return { ...basis, stand: "vervallen", knoppen: [] };
  if (verloop === undefined) return { ...basis, stand: "klaar", knoppen: [knop(dossier, "overleg.starten", "eerst"), knop(dossier, "agenda.tonen", "naast")] };
  if (verloop.nu === undefined) return { ...basis, stand: "gesloten", knoppen: [] };
  const sleutels = sleutelsVan(dossier);
  const regels = agendaRegels(tafel.soort, punten, [], inrichting.vastePunten);
  // A point that left the agenda while the meeting was at it: what comes first now.
  const plek = Math.max(0, sleutels.indexOf(verloop.nu));
  const sleutel = sleutels[plek] as PuntSleutel;
  const regel = regels[plek] as AgendaRegel;
  const punt = vindPunt(dossier, sleutel);
  const vast = isVastPunt(sleutel) ? verloop.inhoud.vast[sleutel] : undefined;
  return {
    ...basis,
    stand: "loopt",
    punt: regel,
    totaal: regels.length,
    over: sleutels.length - gedaan({ verloop, punten }).length,
    tot: new Date(verloop.puntOp.getTime() + regel.minuten * 60_000),
    mist: await mistVan(ports, dossier, punt),
    besluiten: (punt?.punt.inhoud.besluiten ?? vast?.besluiten ?? []).length,
    acties: punt === undefined ? 0 : (await actiesBij({ ports }, dossier, punt.punt.id)).length,
    knoppen: looptKnoppen(dossier, sleutel),
  };
};
