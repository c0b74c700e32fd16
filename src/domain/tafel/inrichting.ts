import { checkOpenTekst } from "../delen/open-tekst.js";
import type { Fout } from "../fouten.js";
import type { PersoonId } from "../persoon/persoon.js";
import type { TafelId } from "../regio/regio.js";
import { ok, type Result, refuse } from "../result.js";
import type { Dag } from "../tijd/dag.js";
import { cronVan, leesTijd, type Ritme, ritmes, ritmeVan, weekdagen } from "./ritme.js";
import { leesCron } from "./rooster.js";
import { type Deelnemer, type FeestdagRegel, feestdagRegels, type Rooster, type TafelInrichting } from "./tafel.js";

/** What stands in the form, as typed. */
export type InrichtingVelden = {
  readonly ritme: string;
  readonly weekdag?: string | undefined;
  readonly tijd?: string | undefined;
  readonly cron?: string | undefined;
  readonly elke?: string | undefined;
  readonly vanaf?: string | undefined;
  readonly feestdag: string;
  readonly duur: string;
  readonly plaats?: string | undefined;
  readonly link?: string | undefined;
  readonly voorzitter: string;
  readonly secretaris: string;
  readonly beheerder: string;
  readonly deelnemers: string;
  readonly sluiting?: string | undefined;
  readonly concept?: string | undefined;
  readonly agenda?: string | undefined;
  readonly herinnering?: string | undefined;
  readonly minimaal?: string | undefined;
};
type Veld = keyof InrichtingVelden;

/** What a form leaves open: hours before the start, and people. */
export const standaard = { sluitingUren: 72, conceptUren: 48, agendaUren: 24, herinnerMinuten: 10, minimaal: 3, duurMinuten: 90 } as const;
export const grenzen = { duur: [15, 480], uren: [1, 720], herinnering: [5, 1440], elke: [1, 26], minimaal: [1, 50] } as const;

const fout = (code: Fout["code"], veld: Veld, params?: Fout["params"]): Result<never, Fout> =>
  refuse({ code, veld, ...(params === undefined ? {} : { params }) });

const getal = (velden: InrichtingVelden, veld: Veld, [min, max]: readonly [number, number], anders?: number): Result<number, Fout> => {
  const tekst = velden[veld]?.trim() ?? "";
  if (tekst === "" && anders !== undefined) return ok(anders);
  const waarde = /^\d{1,4}$/.test(tekst) ? Number(tekst) : Number.NaN;
  return waarde >= min && waarde <= max ? ok(waarde) : fout("getal_onjuist", veld, { min, max });
};

/** A place that may stand in a chat: nothing that points to a person; the address of a building is meant to be there. */
export const leesPlaats = (tekst: string | undefined, veld = "plaats"): Result<string | undefined, Fout> => {
  const plaats = tekst?.trim();
  if (plaats === undefined || plaats === "") return ok(undefined);
  const mis = checkOpenTekst("plaats", plaats, { veld });
  return mis === undefined ? ok(plaats) : refuse(mis);
};

/** An address on the web of a video meeting, that names nobody. */
export const leesLink = (tekst: string | undefined, veld = "link"): Result<string | undefined, Fout> => {
  const link = tekst?.trim();
  if (link === undefined || link === "") return ok(undefined);
  const goed = /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(?:[:/?#][^\s<>"|]*)?$/i.test(link) && URL.canParse(link);
  if (!goed) return refuse({ code: "link_onjuist", veld });
  const mis = checkOpenTekst("link", link, { veld });
  return mis === undefined ? ok(link) : refuse(mis);
};

const leesVast = (velden: InrichtingVelden, ritme: Exclude<Ritme, "op_verzoek">, vanaf: Dag): Result<Rooster, Fout> => {
  const feestdag = feestdagRegels.find((regel) => regel === velden.feestdag);
  if (feestdag === undefined) return fout("ongeldige_keuze", "feestdag");
  if (ritme === "cron") {
    if ((velden.cron ?? "") === "") return fout("verplicht", "cron");
    const elke = getal(velden, "elke", grenzen.elke, 1);
    if (!elke.ok) return elke;
    const cron = leesCron(velden.cron ?? "", vanaf);
    return cron.ok ? ok({ soort: "vast", cron: cron.value, elke: elke.value, vanaf, feestdag }) : fout(cron.error, "cron");
  }
  const weekdag = weekdagen.find((dag) => dag === velden.weekdag);
  if (weekdag === undefined) return fout("kies_weekdag", "weekdag");
  const tijd = leesTijd(velden.tijd ?? "");
  return tijd === undefined ? fout("tijd_onjuist", "tijd") : ok({ soort: "vast", ...cronVan(ritme, weekdag, tijd), vanaf, feestdag });
};

const leesRooster = (velden: InrichtingVelden, vandaag: Dag): Result<Rooster, Fout> => {
  const ritme = ritmes.find((een) => een === velden.ritme);
  if (ritme === undefined) return fout("ongeldige_keuze", "ritme");
  return ritme === "op_verzoek" ? ok({ soort: "op_verzoek" }) : leesVast(velden, ritme, (velden.vanaf ?? vandaag) as Dag);
};

type Bekend = readonly PersoonId[];

const leesPersoon = (velden: InrichtingVelden, veld: "voorzitter" | "secretaris" | "beheerder", bekend: Bekend): Result<PersoonId, Fout> => {
  const id = velden[veld];
  if (veld === "voorzitter" && id.includes(",")) return fout("twee_voorzitters", veld);
  const persoon = bekend.find((een) => een === id);
  return persoon === undefined ? fout("ongeldige_keuze", veld) : ok(persoon);
};

/** Standing participants keep the deputies that they had here; a new one has none of his own. */
const leesDeelnemers = (velden: InrichtingVelden, bekend: Bekend, huidig: readonly Deelnemer[]): Result<readonly Deelnemer[], Fout> => {
  const ids = [...new Set(velden.deelnemers.split(",").filter((id) => id !== ""))];
  if (ids.some((id) => !(bekend as readonly string[]).includes(id))) return fout("ongeldige_keuze", "deelnemers");
  return ok(ids.map((id) => huidig.find((een) => een.persoonId === id) ?? { persoonId: id as PersoonId }));
};

const leesMensen = (velden: InrichtingVelden, bekend: Bekend, huidig: readonly Deelnemer[]) => {
  const voorzitter = leesPersoon(velden, "voorzitter", bekend);
  if (!voorzitter.ok) return voorzitter;
  const secretaris = leesPersoon(velden, "secretaris", bekend);
  if (!secretaris.ok) return secretaris;
  const beheerder = leesPersoon(velden, "beheerder", bekend);
  if (!beheerder.ok) return beheerder;
  const deelnemers = leesDeelnemers(velden, bekend, huidig);
  if (!deelnemers.ok) return deelnemers;
  return ok({ voorzitterId: voorzitter.value, secretarisId: secretaris.value, beheerderId: beheerder.value, deelnemers: deelnemers.value });
};

const leesMomenten = (velden: InrichtingVelden) => {
  const duur = getal(velden, "duur", grenzen.duur);
  if (!duur.ok) return duur;
  const sluiting = getal(velden, "sluiting", grenzen.uren, standaard.sluitingUren);
  if (!sluiting.ok) return sluiting;
  const concept = getal(velden, "concept", grenzen.uren, standaard.conceptUren);
  if (!concept.ok) return concept;
  const agenda = getal(velden, "agenda", grenzen.uren, standaard.agendaUren);
  if (!agenda.ok) return agenda;
  const herinnering = getal(velden, "herinnering", grenzen.herinnering, standaard.herinnerMinuten);
  if (!herinnering.ok) return herinnering;
  if (concept.value > sluiting.value) return fout("agenda_na_sluiting", "concept");
  if (agenda.value > concept.value) return fout("agenda_na_sluiting", "agenda");
  if (herinnering.value > agenda.value * 60) return fout("herinnering_voor_agenda", "herinnering");
  return ok({
    duurMinuten: duur.value,
    sluitingUren: sluiting.value,
    conceptUren: concept.value,
    agendaUren: agenda.value,
    herinnerMinuten: herinnering.value,
  });
};

/** Everybody who sits at the tafel, each once. */
export const zitAanTafel = (inrichting: Pick<TafelInrichting, "voorzitterId" | "secretarisId" | "beheerderId" | "deelnemers">): readonly PersoonId[] => [
  ...new Set([inrichting.voorzitterId, inrichting.secretarisId, inrichting.beheerderId, ...inrichting.deelnemers.map((een) => een.persoonId)]),
];

/** Reads the form; the first thing that is wrong, on its field. @param bekend people of the region who can sit at a tafel. */
export const leesInrichting = (
  tafelId: TafelId,
  velden: InrichtingVelden,
  { vandaag, bekend, huidig }: { readonly vandaag: Dag; readonly bekend: Bekend; readonly huidig?: TafelInrichting | undefined },
): Result<TafelInrichting, Fout> => {
  const rooster = leesRooster(velden, vandaag);
  if (!rooster.ok) return rooster;
  const momenten = leesMomenten(velden);
  if (!momenten.ok) return momenten;
  const plaats = leesPlaats(velden.plaats);
  if (!plaats.ok) return plaats;
  const link = leesLink(velden.link);
  if (!link.ok) return link;
  const mensen = leesMensen(velden, bekend, huidig?.deelnemers ?? []);
  if (!mensen.ok) return mensen;
  const aantal = zitAanTafel(mensen.value).length;
  const minimaal = getal(velden, "minimaal", grenzen.minimaal, Math.min(standaard.minimaal, aantal));
  if (!minimaal.ok) return minimaal;
  if (minimaal.value > aantal) return fout("minimaal_te_hoog", "minimaal", { aantal });
  return ok({
    tafelId,
    version: huidig?.version ?? 0,
    ...mensen.value,
    rooster: rooster.value,
    ...momenten.value,
    ...(plaats.value === undefined ? {} : { plaats: plaats.value }),
    ...(link.value === undefined ? {} : { link: link.value }),
    ...(huidig?.vastePunten === undefined ? {} : { vastePunten: huidig.vastePunten }),
    minimaal: minimaal.value,
  });
};

const roosterVelden = (rooster: Rooster): Partial<InrichtingVelden> => {
  if (rooster.soort === "op_verzoek") return { ritme: "op_verzoek" };
  const gezegd = ritmeVan(rooster);
  const zelf = gezegd.ritme === "cron" ? { cron: rooster.cron, elke: String(rooster.elke) } : {};
  return { ...gezegd, ...zelf, vanaf: rooster.vanaf, feestdag: rooster.feestdag };
};

/** What the form starts with; the inverse of `leesInrichting`. */
export const inrichtingVelden = (inrichting: TafelInrichting): Partial<InrichtingVelden> => ({
  ...roosterVelden(inrichting.rooster),
  duur: String(inrichting.duurMinuten),
  plaats: inrichting.plaats,
  link: inrichting.link,
  voorzitter: inrichting.voorzitterId,
  secretaris: inrichting.secretarisId,
  beheerder: inrichting.beheerderId,
  deelnemers: inrichting.deelnemers.map((een) => een.persoonId).join(","),
  sluiting: String(inrichting.sluitingUren),
  concept: String(inrichting.conceptUren),
  agenda: String(inrichting.agendaUren),
  herinnering: String(inrichting.herinnerMinuten),
  minimaal: String(inrichting.minimaal),
});

/** A default for the rule on free days, for a tafel that had no rooster. */
export const feestdagVooraf: FeestdagRegel = "volgende_werkdag";
