import { agendaBerichtKaart, agendaKaart, overlegLooptKaart } from "../cards/cards.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { Afwezige, AgendaBerichtGegevens } from "../cards/gegevens-agenda.js";
import type { PostedCard } from "../domain/card.js";
import { telAanwezig } from "../domain/overleg/agenda.js";
import { genodigdAls } from "../domain/overleg/agendapunt.js";
import type { Persoon, Taal } from "../domain/persoon/persoon.js";
import type { TafelId } from "../domain/regio/regio.js";
import type { Ports } from "../ports/ports.js";
import type { Intent } from "../ports/work.js";
import { handeltVoor } from "../use-cases/open-actiepunt.js";
import { type AgendaDossier, lezersVan, readAgenda } from "../use-cases/open-agenda.js";
import { agendaGegevens, agendaKnoppen, beheerKnoppen, genummerd, komKnoppen, puntenVan, wanneerVan } from "./agenda-gegevens.js";

import { looptGegevens } from "./loopt-gegevens.js";

type Maker = (ports: Ports, intent: Intent, taal: Taal) => Promise<PostedCard | undefined>;

const lezer = async (ports: Ports, { to }: Intent): Promise<Persoon | undefined> =>
  "persoonId" in to ? (await ports.store.readPersonen([to.persoonId]))[0] : undefined;

const isVan = ({ to }: Intent, id: string): boolean => "persoonId" in to && to.persoonId === id;

/** The card in a channel: the same for every reader. */
export const agendaInChannel: Maker = async (ports, intent, taal) => {
  const dossier = await readAgenda(ports, intent.objectId);
  if (dossier?.agenda?.status !== "verstuurd" || !("channelId" in intent.to)) return undefined;
  // It gave way to a neutral line while somebody read along: what is over does not come back.
  if (intent.variant === "terug" && dossier.overleg.eind <= ports.clock.now()) return undefined;
  return agendaKaart(await agendaGegevens(ports, dossier, agendaKnoppen(dossier, ports.clock.now())), taal);
};

/** The agenda as the tafelbeheerder prepares it. */
export const concept: Maker = async (ports, intent, taal) => {
  const dossier = await readAgenda(ports, intent.objectId);
  if (dossier === undefined || !isVan(intent, dossier.inrichting.beheerderId)) return undefined;
  return agendaKaart(await agendaGegevens(ports, dossier, beheerKnoppen(dossier, ports.clock.now())), taal);
};

const tonen = (dossier: AgendaDossier, plek: Knop["plek"]): Knop => ({ verb: "agenda.tonen", data: { m: dossier.overleg.id }, plek });
const lezen = (dossier: AgendaDossier, plek: Knop["plek"]): Knop => ({ verb: "agenda.bekijken", data: { m: dossier.overleg.id }, plek });

const kaart = (ports: Ports, dossier: AgendaDossier, deel: Record<string, unknown>, knoppen: readonly Knop[], taal: Taal): PostedCard =>
  agendaBerichtKaart({ ...wanneerVan(dossier), ...deel, now: ports.clock.now(), knoppen } as AgendaBerichtGegevens, taal);

const voorbij = ({ overleg }: AgendaDossier, now: Date): boolean => overleg.status === "vervallen" || overleg.begin <= now;

/** "Punt 4 en 5 zijn voor u." */
export const uitnodiging: Maker = async (ports, intent, taal) => {
  const [dossier, persoon] = await Promise.all([readAgenda(ports, intent.objectId), lezer(ports, intent)]);
  if (dossier === undefined || persoon === undefined) return undefined;
  const mijn = puntenVan(dossier, persoon, await handeltVoor(ports, persoon), ports.clock.now());
  const doetMee = lezersVan(dossier).includes(persoon.id);
  const knoppen = voorbij(dossier, ports.clock.now())
    ? []
    : [
        ...(mijn.length > 0 ? [lezen(dossier, "eerst")] : []),
        ...(doetMee ? komKnoppen(dossier).map((knop): Knop => ({ ...knop, plek: "naast" })) : []),
        ...(doetMee ? [tonen(dossier, "meer")] : []),
      ];
  return kaart(ports, dossier, { variant: "uitnodiging", punten: mijn.map(({ nr }) => nr), doetMee }, knoppen, taal);
};

/** Asks the voorzitter to let in what came too late; afterwards it says how that went. */
export const inbrengLaat: Maker = async (ports, intent, taal) => {
  const punt = await ports.store.findAgendapunt(intent.objectId);
  if (punt === undefined) return undefined;
  const dossier = await readAgenda(ports, punt.gevraagdVoor ?? punt.overlegId);
  if (dossier === undefined || !isVan(intent, dossier.inrichting.voorzitterId)) return undefined;
  const open = punt.gevraagdVoor !== undefined && punt.status !== "ingetrokken" && !voorbij(dossier, ports.clock.now());
  const status = open ? "open" : punt.gevraagdVoor === undefined ? "toegelaten" : "voorbij";
  const knoppen: readonly Knop[] = open ? [{ verb: "inbreng.toelaten", data: { p: punt.id }, plek: "eerst" }, tonen(dossier, "naast")] : [];
  return kaart(ports, dossier, { variant: "inbreng_laat", status }, knoppen, taal);
};

/** Who is missing, and at which points he was invited; a besloten point is not named here. */
const afwezigenVan = async (ports: Ports, dossier: AgendaDossier): Promise<readonly Afwezige[]> => {
  const personen = await ports.store.readPersonen(telAanwezig(dossier.betrokken, dossier.antwoorden).afwezig);
  return personen.map((persoon) => ({
    organisatie: persoon.organisatieNaam as RegioNaam,
    functie: persoon.functie as RegioNaam,
    punten: genummerd(dossier)
      .filter(({ punt }) => !punt.besloten && genodigdAls(punt, persoon.id, [persoon.id]) !== undefined)
      .map(({ nr }) => nr),
  }));
};

export const afwezig: Maker = async (ports, intent, taal) => {
  const dossier = await readAgenda(ports, intent.objectId);
  if (dossier === undefined || !isVan(intent, dossier.inrichting.voorzitterId) || voorbij(dossier, ports.clock.now())) return undefined;
  return kaart(ports, dossier, { variant: "afwezig", afwezigen: await afwezigenVan(ports, dossier) }, [tonen(dossier, "naast")], taal);
};

export const teWeinig: Maker = async (ports, intent, taal) => {
  const dossier = await readAgenda(ports, intent.objectId);
  if (dossier === undefined || !isVan(intent, dossier.inrichting.beheerderId)) return undefined;
  const { totaal, afwezig: weg } = telAanwezig(dossier.betrokken, dossier.antwoorden);
  const over = totaal - weg.length;
  const { minimaal } = dossier.inrichting;
  const open = over < minimaal && !voorbij(dossier, ports.clock.now());
  const data = { m: dossier.overleg.id };
  const knoppen: readonly Knop[] = open
    ? [
        { verb: "overleg.verzetten", data, plek: "naast" },
        { verb: "overleg.laten_vervallen", data, plek: "naast" },
      ]
    : [];
  return kaart(ports, dossier, { variant: "te_weinig", status: open ? "open" : "genoeg", over, minimaal }, knoppen, taal);
};

/** Ten minutes before, with place and link; past its use once it began. */
export const overlegherinnering: Maker = async (ports, intent, taal) => {
  const dossier = await readAgenda(ports, intent.objectId);
  if (dossier === undefined || voorbij(dossier, ports.clock.now())) return undefined;
  if (!("persoonId" in intent.to)) return kaart(ports, dossier, { variant: "herinnering" }, [], taal);
  const persoon = await lezer(ports, intent);
  if (persoon === undefined || !lezersVan(dossier).includes(persoon.id)) return undefined;
  const mijn = puntenVan(dossier, persoon, await handeltVoor(ports, persoon), ports.clock.now());
  return kaart(ports, dossier, { variant: "herinnering" }, [...(mijn.length > 0 ? [lezen(dossier, "eerst")] : []), tonen(dossier, "naast")], taal);
};

const berichten = [
  "doorgeschoven",
  "wacht_op_overleg",
  "uitgesteld",
  "toegelaten",
  "vervangt",
  "samengevoegd",
  "gepland",
  "correctie",
  "correctie_verwerkt",
] as const;
const zonderKnop: readonly string[] = ["doorgeschoven", "wacht_op_overleg"];
const overBesluiten: readonly string[] = ["correctie", "correctie_verwerkt"];

/** A private word about what happened to an agenda. */
export const agendabericht: Maker = async (ports, intent, taal) => {
  const dossier = await readAgenda(ports, intent.objectId);
  const variant = berichten.find((een) => een === intent.variant);
  if (dossier !== undefined && intent.variant === "voorstel_wacht") return voorstelWacht(ports, dossier, taal);
  if (dossier === undefined || variant === undefined) return undefined;
  if (zonderKnop.includes(variant)) return kaart(ports, dossier, { variant }, [], taal);
  const lijst: Knop = { verb: "besluiten.lezen", data: { m: dossier.overleg.id }, plek: "eerst" };
  return kaart(ports, dossier, { variant }, overBesluiten.includes(variant) ? [lijst] : [tonen(dossier, "naast")], taal);
};

/** The card from which the meeting is led; nothing for who does not lead this tafel any more. */
export const overlegLoopt: Maker = async (ports, intent, taal) => {
  const dossier = await readAgenda(ports, intent.objectId);
  if (dossier === undefined) return undefined;
  const { voorzitterId, secretarisId } = dossier.inrichting;
  if (!isVan(intent, voorzitterId) && !isVan(intent, secretarisId)) return undefined;
  return overlegLooptKaart(await looptGegevens(ports, dossier, await ports.store.verloopVan(dossier.overleg.id)), taal);
};

const voorstelKnoppen = ({ overleg }: AgendaDossier, voorbijeDag: boolean): readonly Knop[] => {
  const m = { m: overleg.id };
  const anders: Knop = { verb: "overleg.andere_dag", data: m, plek: voorbijeDag ? "eerst" : "naast" };
  return overleg.status !== "voorgesteld" ? [] : voorbijeDag ? [anders] : [{ verb: "overleg.plannen", data: m, plek: "eerst" }, anders];
};

/** The day that somebody proposed for a tafel on demand; afterwards it says what became of it. */
export const voorstel: Maker = async (ports, intent, taal) => {
  const dossier = await readAgenda(ports, intent.objectId);
  if (dossier === undefined || !isVan(intent, dossier.inrichting.beheerderId)) return undefined;
  const { status, begin } = dossier.overleg;
  const voorbijeDag = begin <= ports.clock.now();
  const stand = status !== "voorgesteld" ? (status === "vervallen" ? "vervallen" : "gepland") : voorbijeDag ? "voorbij" : "open";
  return kaart(ports, dossier, { variant: "voorstel", status: stand }, voorstelKnoppen(dossier, voorbijeDag), taal);
};

/** It still waits: to the tafelbeheerder, then to the voorzitter. */
const voorstelWacht = (ports: Ports, dossier: AgendaDossier, taal: Taal): PostedCard | undefined =>
  dossier.overleg.status === "voorgesteld"
    ? kaart(ports, dossier, { variant: "voorstel_wacht" }, voorstelKnoppen(dossier, dossier.overleg.begin <= ports.clock.now()), taal)
    : undefined;

/** Of a tafel the last agenda that was not sent: one message, however many there were. */
export const agendaGemist: Maker = async (ports, intent, taal) => {
  const vorige = await ports.store.vorigeOverleg(intent.objectId as TafelId, ports.clock.now());
  const dossier = vorige && (await readAgenda(ports, vorige.id));
  if (dossier === undefined || !isVan(intent, dossier.inrichting.beheerderId)) return undefined;
  return kaart(ports, dossier, { variant: "gemist" }, [], taal);
};
