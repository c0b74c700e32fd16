import type { Overleg, OverlegId } from "../domain/overleg/overleg.js";
import { eindVan } from "../domain/overleg/plannen.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { ok, refuse } from "../domain/result.js";
import { grenzen, leesLink, leesPlaats, zitAanTafel } from "../domain/tafel/inrichting.js";
import { leesTijd } from "../domain/tafel/ritme.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, isVrijeDag, momentOp, plusDagen } from "../domain/tijd/tijd.js";
import { readAgenda } from "./open-agenda.js";
import type { OpenedOverleg, SetUpTafel } from "./open-tafel.js";
import { agendaChannels, agendaMoment, agendaVolgt } from "./plan-agenda.js";
import { bezettingMomenten, overlegBerichten } from "./plan-tafel.js";
import { mensenVanRegio } from "./set-up-tafel.js";
import { commit, doneBy, merge, type Outcome, type Work } from "./work.js";

/** A date further away than this is a slip of the pen. */
const VERST_DAGEN = 730;

type Wanneer = { readonly datum: string; readonly tijd: string };
/** @property spoed may be on a free day. @property zelf what moves. @property velden the fields of date and time in the form. */
type BeginOpties = { readonly spoed?: boolean; readonly zelf?: OverlegId; readonly velden?: readonly [string, string] };

/** When a meeting is to begin, if the tafel can meet then. */
export const leesBegin = async (
  work: Work,
  { tafel, regio }: Pick<SetUpTafel, "tafel" | "regio">,
  { datum, tijd }: Wanneer,
  { spoed = false, zelf, velden: [veldDatum, veldTijd] = ["datum", "tijd"] }: BeginOpties = {},
): Outcome<Date> => {
  const klok = leesTijd(tijd);
  if (klok === undefined) return refuse({ code: "tijd_onjuist", veld: veldTijd });
  const begin = momentOp(datum as Dag, klok);
  if (begin <= work.now) return refuse({ code: "datum_verleden", veld: veldDatum });
  if (datum > plusDagen(dagVan(work.now), VERST_DAGEN)) return refuse({ code: "te_ver_weg", veld: veldDatum });
  if (!spoed && isVrijeDag(datum as Dag, regio.vrijeDagen)) return refuse({ code: "vrije_dag", veld: veldDatum });
  const komend = await work.ports.store.komendeOverleggen(tafel.id, new Date(begin.getTime() - 1), 5);
  const bezet = komend.some((overleg) => overleg.id !== zelf && overleg.begin <= begin && begin < overleg.eind);
  return bezet ? refuse({ code: "al_een_overleg", veld: veldDatum }) : ok(begin);
};

/** Moves a meeting; everybody concerned gets a word. */
export const moveOverleg = async (work: Work, opened: OpenedOverleg, datum: string, tijd: string): Outcome<Overleg> => {
  const { overleg, inrichting, regio } = opened;
  const begin = await leesBegin(work, opened, { datum, tijd }, { spoed: overleg.soort === "spoed", zelf: overleg.id });
  if (!begin.ok) return begin;
  const { bezetting: _, ...rest } = overleg;
  const next: Overleg = {
    ...rest,
    begin: begin.value,
    eind: eindVan(begin.value, (overleg.eind.getTime() - overleg.begin.getTime()) / 60_000),
    aangepast: true,
  };
  const dossier = await readAgenda(work.ports, overleg.id);
  const agenda = dossier === undefined ? {} : agendaVolgt({ ...dossier, overleg: next, antwoorden: [] }, []);
  const plan = merge(bezettingMomenten(regio, next), agenda, {
    changes: [
      { soort: "overleg", overleg: next },
      { soort: "aanwezigheid_weg", overlegId: next.id },
    ],
    moments: [agendaMoment(inrichting, next, work.now)],
    audit: [doneBy(work, "overleg.verzetten", overleg.id)],
    intents: [...overlegBerichten(inrichting, next, `verzet:${dagVan(overleg.begin)}`), ...beantwoord(opened)],
  });
  const committed = await commit(work, plan, overleg.id);
  return committed.ok ? ok(next) : committed;
};

/** The question about a school holiday, where it stands, shows that it was answered. */
const beantwoord = ({ overleg, inrichting }: OpenedOverleg) =>
  overleg.bezetting === undefined ? [] : [{ kind: "bezetting" as const, objectId: overleg.id, to: { persoonId: inrichting.beheerderId } }];

/** The agenda that stands in channels says that it does not go on. */
const openbareAgenda = async ({ ports }: Work, { overleg, regio }: OpenedOverleg) =>
  (await ports.store.agendaVan(overleg.id))?.status === "verstuurd" ? agendaChannels(regio, overleg, overleg.id) : [];

/** Cancels one meeting; planning does not bring it back. */
export const cancelOverleg = async (work: Work, opened: OpenedOverleg): Outcome<Overleg> => {
  const { overleg, inrichting } = opened;
  const next: Overleg = { ...overleg, status: "vervallen", aangepast: true };
  const committed = await commit(
    work,
    {
      changes: [{ soort: "overleg", overleg: next }],
      audit: [doneBy(work, "overleg.laten_vervallen", overleg.id)],
      intents: [...overlegBerichten(inrichting, next, "vervallen"), ...beantwoord(opened), ...(await openbareAgenda(work, opened))],
      moments: [agendaMoment(inrichting, next, work.now)],
      doneMoments: [{ soort: "bezetting", objectId: overleg.id }],
    },
    overleg.id,
  );
  return committed.ok ? ok(next) : committed;
};

/** It goes on in the school holiday. */
export const confirmOverleg = async (work: Work, opened: OpenedOverleg): Outcome<Overleg> => {
  const { overleg } = opened;
  if (overleg.bezetting === "gaat_door") return ok(overleg);
  const next: Overleg = { ...overleg, bezetting: "gaat_door" };
  const plan = {
    changes: [{ soort: "overleg" as const, overleg: next }],
    audit: [doneBy(work, "overleg.gaat_door", overleg.id)],
    intents: beantwoord({ ...opened, overleg: next }),
    doneMoments: [{ soort: "bezetting" as const, objectId: overleg.id }],
  };
  const committed = await commit(work, plan, overleg.id);
  return committed.ok ? ok(next) : committed;
};

export type ExtraOverleg = {
  readonly overlegSoort: string;
  readonly datum: string;
  readonly tijd: string;
  readonly duur: string;
  readonly genodigden: string;
  readonly plaats: string | undefined;
  readonly link: string | undefined;
};

const leesGenodigden = async (work: Work, opened: SetUpTafel, tekst: string): Outcome<readonly PersoonId[] | undefined> => {
  const bekend = (await mensenVanRegio(work, opened.regio)).map((persoon) => persoon.id);
  const ids = [...new Set(tekst.split(",").filter((id) => id !== ""))];
  const gekozen = bekend.filter((id) => ids.includes(id));
  if (gekozen.length !== ids.length) return refuse({ code: "ongeldige_keuze", veld: "genodigden" });
  const vast = zitAanTafel(opened.inrichting);
  const iedereen = gekozen.length === vast.length && vast.every((id) => gekozen.includes(id));
  return ok(iedereen ? undefined : gekozen);
};

/** Adds a meeting, for chosen people: an extra one, or a spoedoverleg, which may also be on a free day. */
export const addOverleg = async (work: Work, opened: SetUpTafel, input: ExtraOverleg): Outcome<Overleg> => {
  const soort = input.overlegSoort === "spoed" ? "spoed" : "extra";
  const begin = await leesBegin(work, opened, input, { spoed: soort === "spoed" });
  if (!begin.ok) return begin;
  const [min, max] = grenzen.duur;
  const duur = /^\d{1,3}$/.test(input.duur) ? Number(input.duur) : 0;
  if (duur < min || duur > max) return refuse({ code: "getal_onjuist", veld: "duur", params: { min, max } });
  const genodigden = await leesGenodigden(work, opened, input.genodigden);
  if (!genodigden.ok) return genodigden;
  const plaats = leesPlaats(input.plaats);
  if (!plaats.ok) return plaats;
  const link = leesLink(input.link);
  if (!link.ok) return link;
  const overleg: Overleg = {
    id: work.ports.ids.id() as OverlegId,
    version: 0,
    tafelId: opened.tafel.id,
    soort,
    begin: begin.value,
    eind: eindVan(begin.value, duur),
    status: "gepland",
    aangepast: true,
    ...(plaats.value === undefined ? {} : { plaats: plaats.value }),
    ...(link.value === undefined ? {} : { link: link.value }),
    ...(genodigden.value === undefined ? {} : { genodigden: genodigden.value }),
  };
  const plan = {
    changes: [{ soort: "overleg_nieuw" as const, overleg }],
    audit: [doneBy(work, "overleg.toevoegen", overleg.id)],
    intents: overlegBerichten(opened.inrichting, overleg, soort),
    moments: [agendaMoment(opened.inrichting, overleg, work.now)],
  };
  const committed = await commit(work, plan, overleg.id);
  return committed.ok ? ok(overleg) : committed;
};
