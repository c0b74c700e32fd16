import { buitenCasus } from "../domain/delen/beleid.js";
import { geldig, partijIn } from "../domain/delen/convenant.js";
import { checkOpenTekst } from "../domain/delen/open-tekst.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import { isGesloten } from "../domain/overleg/agenda.js";
import {
  type Agendapunt,
  type AgendapuntId,
  type Doel,
  doelen,
  type Genodigde,
  minutenGrenzen,
  signaalTafels,
  vrijeSoorten,
} from "../domain/overleg/agendapunt.js";
import type { Overleg } from "../domain/overleg/overleg.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import { grondSoort } from "../domain/regio/grondslag.js";
import { type Convenant, type Regio, type Tafel, tafelsVoor, werkendeTafels } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import { isRouteStatus } from "../domain/signaal/signaal.status.js";
import { step } from "../domain/signaal/step.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import { leesBuiten, noteerErbij } from "./buiten-bij-inbreng.js";
import { type AgendaDossier, openAgenda, type PuntDossier, readAgenda } from "./open-agenda.js";
import { agendaVolgt, volgendOverleg, zetOpAgenda } from "./plan-agenda.js";
import { geheelVan, planBuiten } from "./plan-buiten.js";
import { planStep } from "./plan-step.js";
import { isVoorstelKeuze, stelVoor, voorstelKaart, voorstelKeuze, type Wens } from "./plan-voorstel.js";
import { mensenVanRegio } from "./set-up-tafel.js";
import { checkFreeText } from "./submit-signaal.js";
import { commit, deny, doneBy, merge, type Opened, type Outcome, stepWork, type Work } from "./work.js";

/** Coming overleggen of each tafel that can be chosen. */
const PER_TAFEL = 3;

/** The tafels to which this signaal may be brought: that of its casus, else those of its route; in afstemming those that give advice [T4b]. */
export const inbrengTafels = ({ signaal, casus, regio }: Opened): readonly Tafel[] => {
  if (signaal.status === "in_afstemming") return werkendeTafels(regio).filter(({ soort }) => signaalTafels.includes(soort));
  if (casus?.route === undefined) return [];
  const passend = tafelsVoor(regio, casus.route);
  return casus.tafelId === undefined ? passend : [...passend.filter(({ id }) => id === casus.tafelId), ...passend.filter(({ id }) => id !== casus.tafelId)];
};

export type Keuze = { readonly overleg: Overleg; readonly tafel: Tafel; readonly gesloten: boolean };

export const komendeKeuzes = async ({ store }: Ports, tafels: readonly Tafel[], now: Date): Promise<readonly Keuze[]> => {
  const perTafel = await Promise.all(
    tafels.map(async (tafel) => {
      const [inrichting, komend] = await Promise.all([store.inrichtingVan(tafel.id), store.komendeOverleggen(tafel.id, now, PER_TAFEL)]);
      return inrichting === undefined
        ? []
        : komend.filter(({ begin }) => begin > now).map((overleg) => ({ overleg, tafel, gesloten: isGesloten(inrichting, overleg, now) }));
    }),
  );
  return perTafel.flat();
};

/** Where something can be brought in. @property overleg absent: this tafel meets on demand, and a day is proposed. */
export type InbrengKeuze = { readonly waarde: string; readonly tafel: Tafel; readonly gesloten: boolean; readonly overleg?: Overleg };

/** The coming overleggen; of a tafel without one its proposals, or a day that is still to be proposed. */
export const inbrengKeuzes = async (ports: Ports, tafels: readonly Tafel[], now: Date): Promise<readonly InbrengKeuze[]> => {
  const perTafel = await Promise.all(
    tafels.map(async (tafel): Promise<readonly InbrengKeuze[]> => {
      const komend = (await komendeKeuzes(ports, [tafel], now)).map((een) => ({ ...een, waarde: een.overleg.id }));
      if (komend.length > 0 || (await ports.store.inrichtingVan(tafel.id)) === undefined) return komend;
      const wacht = await ports.store.voorgesteldeOverleggen(tafel.id);
      if (wacht.length > 0) return wacht.map((overleg) => ({ waarde: overleg.id, tafel, gesloten: false, overleg }));
      return [{ waarde: voorstelKeuze(tafel), tafel, gesloten: false }];
    }),
  );
  return perTafel.flat();
};

/** The ground that stands ready for this person at this tafel: its convenant, while it holds, when his organisatie is a party to it. */
export const convenantVan = (regio: Regio, tafel: Tafel, dag: Dag): Convenant | undefined =>
  geldig(regio.convenanten, dag).find(({ id }) => id === tafel.convenantId);
export const isPartij = (convenant: Convenant | undefined, { organisatieId }: Pick<Persoon, "organisatieId">): convenant is Convenant =>
  convenant !== undefined && partijIn(convenant, organisatieId) !== undefined;

export type InbrengVelden = Wens & {
  readonly overleg: string;
  readonly vraag: string;
  readonly doel: string;
  readonly minuten: string;
  readonly genodigden: string;
  readonly grondslag: string | undefined;
  readonly bevestigd: string | undefined;
  readonly uitgesloten: string | undefined;
};

export const leesMinuten = (tekst: string): Result<number, Fout> => {
  const [min, max] = minutenGrenzen;
  const minuten = /^\d{1,3}$/.test(tekst) ? Number(tekst) : 0;
  return minuten >= min && minuten <= max ? ok(minuten) : refuse({ code: "getal_onjuist", veld: "minuten", params: { min, max } });
};

export const leesDoel = (tekst: string): Result<Doel, Fout> => {
  const doel = doelen.find((een) => een === tekst);
  return doel === undefined ? refuse({ code: "ongeldige_keuze", veld: "puntDoel" }) : ok(doel);
};

const ids = (tekst: string | undefined): readonly string[] => [...new Set((tekst ?? "").split(",").filter((id) => id !== ""))];

/** Who is invited on what ground: the convenant for its parties; for the others the ground that was typed. Each was confirmed. */
const leesGenodigden = (
  velden: InbrengVelden,
  mensen: readonly Persoon[],
  tafel: Tafel,
  { regio, casus, signaal }: Opened,
  dag: Dag,
): Result<readonly Genodigde[], Fout> => {
  const gekozen = mensen.filter(({ id }) => ids(velden.genodigden).includes(id));
  if (gekozen.length !== ids(velden.genodigden).length || gekozen.length === 0) return refuse({ code: "ongeldige_keuze", veld: "genodigden" });
  if (gekozen.some((een) => buitenCasus(een, casus, geldig(regio.convenanten, dag)))) return refuse({ code: "genodigde_past_niet", veld: "genodigden" });
  if (gekozen.some(({ id }) => isBuiten(id, signaal, casus))) return refuse({ code: "persoon_buiten", veld: "genodigden" });
  if (ids(velden.uitgesloten).some((id) => gekozen.some((een) => een.id === id))) return refuse({ code: "genodigd_en_uitgesloten", veld: "uitgesloten" });
  const convenant = convenantVan(regio, tafel, dag);
  const eigen = velden.grondslag?.trim() ?? "";
  if (eigen === "" && gekozen.some((een) => !isPartij(convenant, een))) return refuse({ code: "grondslag_nodig", veld: "grondslag" });
  const grond = checkOpenTekst("grondslag", eigen, { regio });
  if (grond !== undefined) return refuse(grond);
  if (velden.bevestigd !== "true") return refuse({ code: "bevestig_grondslag", veld: "bevestigd" });
  return ok(
    gekozen.map((een) => ({
      persoonId: een.id,
      organisatieId: een.organisatieId,
      ...(isPartij(convenant, een) ? { grondslag: convenant.tekst, convenantId: convenant.id } : { grondslag: eigen }),
    })),
  );
};

/** @property voorstel what asks the tafelbeheerder for a day. */
type Plek = { readonly naar: AgendaDossier; readonly gevraagdVoor?: AgendaDossier; readonly voorstel?: Plan };

/** Where it lands: the chosen overleg, or after its closing time the next one. */
export const zoekPlek = async (work: Work, overlegId: string): Outcome<Plek> => {
  const gekozen = await readAgenda(work.ports, overlegId);
  if (gekozen === undefined || gekozen.overleg.status !== "gepland" || gekozen.overleg.begin <= work.now)
    return refuse({ code: "ongeldige_keuze", veld: "overleg" });
  if (!isGesloten(gekozen.inrichting, gekozen.overleg, work.now)) return ok({ naar: gekozen });
  const volgend = await volgendOverleg(work.ports, gekozen.overleg, work.now);
  const naar = volgend === undefined ? undefined : await readAgenda(work.ports, volgend.id);
  return naar === undefined ? refuse({ code: "inbreng_gesloten", veld: "overleg" }) : ok({ naar, gevraagdVoor: gekozen });
};

/** As `zoekPlek`, also where a day is proposed or waits for the tafelbeheerder. */
const kiesPlek = async (work: Work, regio: Regio, velden: Wens & { readonly overleg: string }): Outcome<Plek> => {
  if (isVoorstelKeuze(velden.overleg)) {
    const tafel = werkendeTafels(regio).find((een) => voorstelKeuze(een) === velden.overleg);
    if (tafel === undefined) return refuse({ code: "ongeldige_keuze", veld: "overleg" });
    const gesteld = await stelVoor(work, tafel, regio, velden);
    return gesteld.ok ? ok({ naar: gesteld.value.dossier, voorstel: gesteld.value.plan }) : gesteld;
  }
  const naar = await readAgenda(work.ports, velden.overleg);
  return naar?.overleg.status === "voorgesteld" ? ok({ naar, voorstel: { intents: [voorstelKaart(naar)] } }) : zoekPlek(work, velden.overleg);
};

/** The voorzitter of the overleg for which it came too late is asked, or the tafelbeheerder about the day that was proposed. */
export const vraagToelating = (plek: Plek, punt: Agendapunt): Plan =>
  plek.gevraagdVoor === undefined
    ? (plek.voorstel ?? {})
    : { intents: [{ kind: "inbreng_laat", objectId: punt.id, to: { persoonId: plek.gevraagdVoor.inrichting.voorzitterId } }] };

export type Ingebracht = { readonly overleg: Overleg; readonly tafel: Tafel; readonly hoe: "op_tijd" | "laat" | "voorstel" };
export const resultaat = ({ naar, gevraagdVoor, voorstel }: Plek): Ingebracht => ({
  overleg: naar.overleg,
  tafel: naar.tafel,
  hoe: voorstel !== undefined ? "voorstel" : gevraagdVoor !== undefined ? "laat" : "op_tijd",
});

/** Where this casus or signaal already stands. */
export const staatOpAgenda = async ({ store }: Ports, { signaal, casus }: Pick<Opened, "signaal" | "casus">): Promise<Overleg | undefined> => {
  const [punt] = await (casus === undefined ? store.openAgendapunten({ signaalId: signaal.id }) : store.openAgendapunten({ casusId: casus.id }));
  return punt === undefined ? undefined : store.findOverleg(punt.overlegId);
};

/** T8: all signalen of the casus that are under its route go to the tafel together; T4b: the signaal stays, its question goes. */
const zetStappen = async (work: Work, opened: Opened): Promise<Result<Plan, Fout>> => {
  const { signaal, casus, regio, relaties } = opened;
  const naam = signaal.status === "in_afstemming" ? "aan_tafel_voorleggen" : "op_tafel_brengen";
  const alle = casus === undefined || naam === "aan_tafel_voorleggen" ? [signaal] : await work.ports.store.signalenVanCasus(casus.id);
  const plannen: Plan[] = [];
  for (const een of alle.filter(({ id, status }) => id === signaal.id || isRouteStatus(status))) {
    const taken = step(een, naam, relaties);
    if (!taken.ok) return taken;
    plannen.push(planStep(stepWork(work), regio, taken.value).plan);
  }
  return ok(merge(...plannen));
};

/** Brings a casus, or the question about a signaal in afstemming, to an overleg. */
export const bringSignaal = async (work: Work, opened: Opened, velden: InbrengVelden): Outcome<Ingebracht> => {
  const doel = leesDoel(velden.doel);
  if (!doel.ok) return doel;
  const minuten = leesMinuten(velden.minuten);
  if (!minuten.ok) return minuten;
  const plek = await kiesPlek(work, opened.regio, velden);
  if (!plek.ok) return plek;
  const { tafel } = plek.value.naar;
  if (!inbrengTafels(opened).some(({ id }) => id === tafel.id)) return refuse({ code: "tafel_past_niet", veld: "overleg" });
  const mensen = await mensenVanRegio(work, opened.regio);
  const genodigden = leesGenodigden(velden, mensen, tafel, opened, dagVan(work.now));
  if (!genodigden.ok) return genodigden;
  const tekst = checkFreeText(opened.regio, "vraag", velden.vraag);
  if (tekst !== undefined) return refuse(tekst);
  const geheel = await geheelVan(work, opened);
  const buiten = await leesBuiten(work, ids(velden.uitgesloten), mensen, geheel);
  if (!buiten.ok) return buiten;
  const casus = opened.signaal.status === "in_afstemming" ? undefined : opened.casus;
  const over = casus === undefined ? { soort: "signaal" as const, signaalId: opened.signaal.id } : { soort: "casus" as const, casusId: casus.id };
  const punt = nieuwPunt(work, plek.value, {
    ...over,
    doel: doel.value,
    minuten: minuten.value,
    besloten: buiten.value.length > 0,
    inhoud: { vraag: velden.vraag, genodigden: genodigden.value, inbreng: { organisatieId: work.actor.persoon.organisatieId }, uitgesloten: buiten.value },
  });
  const stappen = await zetStappen(work, opened);
  if (!stappen.ok) return stappen;
  const gezet: PuntDossier = { punt, signalen: [], ...(casus === undefined ? { code: opened.signaal.code } : { casus, code: casus.code }) };
  const audit = genodigden.value.map(({ grondslag }) => doneBy(work, "inbreng.uitnodigen", gezet.code ?? "", grondSoort(opened.regio, grondslag)));
  const basis = merge(stappen.value, zetOpAgenda(plek.value.naar, [gezet], "ingebracht", true), vraagToelating(plek.value, punt), {
    audit: [doneBy(work, "inbreng.casus", gezet.code ?? ""), ...audit],
  });
  const plan = merge(await planBuiten(work, geheel, buiten.value, basis), noteerErbij(work, geheel, buiten.value, mensen));
  const committed = await commit(work, plan, opened.signaal.code);
  return committed.ok ? ok(resultaat(plek.value)) : committed;
};

type PuntDeel = Pick<Agendapunt, "soort" | "doel" | "minuten" | "besloten" | "inhoud"> & Partial<Pick<Agendapunt, "casusId" | "signaalId" | "vanPuntId">>;
export const nieuwPunt = (work: Work, { naar, gevraagdVoor }: Plek, deel: PuntDeel): Agendapunt => ({
  id: work.ports.ids.id() as AgendapuntId,
  version: 0,
  tafelId: naar.tafel.id,
  overlegId: naar.overleg.id,
  volgorde: 0,
  status: "ingebracht",
  inbrengerId: work.actor.persoon.id,
  ingebrachtOp: work.now,
  ...(gevraagdVoor === undefined ? {} : { gevraagdVoor: gevraagdVoor.overleg.id }),
  ...deel,
});

export type PuntVelden = Wens & {
  readonly overleg: string;
  readonly puntSoort: string;
  readonly titel: string;
  readonly doel: string;
  readonly minuten: string;
  readonly gevoeligOk: string | undefined;
};

/** Brings in a point of another kind. */
export const bringPunt = async (work: Work, tafel: Tafel, regio: Regio, velden: PuntVelden): Outcome<Ingebracht> => {
  const soort = vrijeSoorten.find((een) => een === velden.puntSoort);
  if (soort === undefined) return refuse({ code: "ongeldige_keuze", veld: "puntSoort" });
  const doel = leesDoel(velden.doel);
  if (!doel.ok) return doel;
  const minuten = leesMinuten(velden.minuten);
  if (!minuten.ok) return minuten;
  const titel = checkOpenTekst("titel", velden.titel, { regio, bekeken: velden.gevoeligOk === "true" });
  if (titel !== undefined) return refuse(titel);
  const plek = await kiesPlek(work, regio, velden);
  if (!plek.ok) return plek;
  if (plek.value.naar.tafel.id !== tafel.id) return refuse({ code: "ongeldige_keuze", veld: "overleg" });
  const inhoud = { titel: velden.titel, genodigden: [], uitgesloten: [] };
  const punt = nieuwPunt(work, plek.value, { soort, doel: doel.value, minuten: minuten.value, besloten: false, inhoud });
  const plan = merge(zetOpAgenda(plek.value.naar, [{ punt, signalen: [] }], "ingebracht", true), vraagToelating(plek.value, punt), {
    audit: [doneBy(work, "inbreng.punt", punt.id)],
  });
  const committed = await commit(work, plan, punt.id);
  return committed.ok ? ok(resultaat(plek.value)) : committed;
};

/** The voorzitter lets in what came after the closing time. */
export const letIn = async (work: Work, puntId: string): Outcome<Overleg> => {
  const punt = await work.ports.store.findAgendapunt(puntId);
  if (punt === undefined) return deny(work, "inbreng.toelaten", "agendapunt");
  const opened = await openAgenda(work, punt.gevraagdVoor ?? punt.overlegId, "inbreng.toelaten");
  if (!opened.ok) return opened;
  if (punt.gevraagdVoor === undefined) return refuse({ code: "al_behandeld" });
  const van = await readAgenda(work.ports, punt.overlegId);
  const gezet = van?.punten.find((een) => een.punt.id === punt.id);
  if (van === undefined || gezet === undefined) return refuse({ code: "niet_meer_mogelijk" });
  const { gevraagdVoor: _, ...los } = punt;
  const plan = merge(
    agendaVolgt(
      { ...van, punten: van.punten.filter((een) => een.punt.id !== punt.id) },
      [],
      van.punten.filter((een) => een.punt.id === punt.id),
    ),
    zetOpAgenda(opened.value, [{ ...gezet, punt: los }], "ingebracht"),
    {
      audit: [doneBy(work, "inbreng.toelaten", punt.id)],
      intents: [
        { kind: "inbreng_laat", objectId: punt.id, to: { persoonId: opened.value.inrichting.voorzitterId } },
        { kind: "agendabericht", objectId: opened.value.overleg.id, to: { persoonId: punt.inbrengerId }, variant: "toegelaten" },
      ],
    },
  );
  const committed = await commit(work, plan, punt.id);
  return committed.ok ? ok(opened.value.overleg) : committed;
};

/** Takes open points off the agendas that they stand on. */
export const trekIn = async (ports: Ports, punten: readonly Agendapunt[]): Promise<Plan> => {
  const ids = punten.map(({ id }) => id);
  const plannen = await Promise.all(
    [...new Set(punten.map(({ overlegId }) => overlegId))].map(async (overlegId): Promise<Plan> => {
      const van = await readAgenda(ports, overlegId);
      if (van === undefined) return {};
      const blijft = van.punten.filter(({ punt }) => !ids.includes(punt.id));
      return agendaVolgt(
        { ...van, punten: blijft },
        [],
        van.punten.filter((een) => !blijft.includes(een)),
      );
    }),
  );
  return merge({ changes: punten.map((punt) => ({ soort: "agendapunt", agendapunt: { ...punt, status: "ingetrokken" } })) }, ...plannen);
};

/** T8r: the casus goes back to its route, with a reason. */
export const takeOff = async (work: Work, opened: Opened, reden: string): Outcome<Signaal> => {
  const { casus, regio, relaties, signaal } = opened;
  if (casus?.route === undefined) return refuse({ code: "niet_meer_mogelijk" });
  const naam = `van_tafel_naar_${casus.route}` as const;
  const plannen: Plan[] = [];
  for (const een of (await work.ports.store.signalenVanCasus(casus.id)).filter(({ status }) => status === "op_tafel")) {
    const taken = step(een, naam, relaties);
    if (!taken.ok) return taken;
    plannen.push(planStep(stepWork(work), regio, taken.value, { reden }).plan);
  }
  const weg = await trekIn(work.ports, await work.ports.store.openAgendapunten({ casusId: casus.id }));
  const committed = await commit(work, merge(...plannen, weg), signaal.code);
  return committed.ok ? ok(signaal) : committed;
};
