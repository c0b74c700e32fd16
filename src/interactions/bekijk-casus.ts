import { zegDagVoluit, zegDatum } from "../cards/datum.js";
import type { BekijkGegevens, BerichtGegevens, Knop, RegioNaam } from "../cards/gegevens.js";
import type { Casus } from "../domain/casus/casus.js";
import { isZorgReden } from "../domain/casus/sluiten.js";
import { magZorgZien } from "../domain/delen/beleid.js";
import { eigenaarVan } from "../domain/delen/blik.js";
import { may } from "../domain/delen/permissions.js";
import { uitgeslotenVan } from "../domain/delen/uitgesloten.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import { magCasus, type OpenedCasus } from "../use-cases/open-casus.js";
import { isVoorgesteld } from "../use-cases/regie.js";
import type { Opened } from "../use-cases/work.js";
import { buitenWaarschuwing, getoondeStatus, leesExtra, naamVan, regiehouderVan, zichtbareGroepen, zichtOp, zorgRegels } from "./bekijk.js";
import { gekozen, type Regel, regel, word } from "./bekijk-woorden.js";
import { overlegWaarschuwing } from "./context.js";
import type { Context } from "./interaction.js";

/** What fits a window of either chat; signalen after that are named with their status alone. */
const MAX_REGELS = 50;

type Groepen = BekijkGegevens["groepen"];

/** Another route that was asked for: to who decides about it, and who asked. */
const voorstel = (ctx: Context, { casus, regio }: OpenedCasus, personen: readonly Persoon[]): readonly Regel[] => {
  if (casus.voorstel === undefined) return [];
  const { route, regiehouderId, tafelId } = casus.voorstel;
  return [
    ...gekozen(ctx, "route", route),
    ...regel(ctx, "regiehouder", naamVan(personen, regiehouderId)),
    ...regel(ctx, "tafel", regio.tafels.find(({ id }) => id === tafelId)?.naam),
    ...regel(ctx, "reden", casus.inhoud?.voorstelReden),
  ];
};

const sluiting = (ctx: Context, { sluitReden, inhoud }: Casus): readonly Regel[] => [
  ...gekozen(ctx, "sluitReden", sluitReden),
  ...regel(ctx, "toelichting", inhoud?.sluiting?.toelichting),
];

const overCasus = (ctx: Context, { casus, regio }: OpenedCasus, personen: readonly Persoon[]): readonly Regel[] => [
  ...gekozen(ctx, "route", casus.route),
  ...regel(ctx, "regie", regio.organisaties.find(({ id }) => id === casus.regieOrganisatieId)?.naam),
  ...regel(ctx, "regiehouder", regiehouderVan(ctx, casus, personen)),
  ...regel(ctx, "tafel", regio.tafels.find(({ id }) => id === casus.tafelId)?.naam),
  ...regel(ctx, "terugOp", casus.terugOp && zegDagVoluit(casus.terugOp, ctx.taal, ctx.now)),
  ...regel(ctx, "afgeslotenOp", casus.afgeslotenOp && zegDatum(casus.afgeslotenOp, ctx.taal)),
  ...(isZorgReden(casus.sluitReden) ? [] : sluiting(ctx, casus)),
  ...regel(ctx, "bewarenTot", casus.bewarenTot && zegDagVoluit(casus.bewarenTot, ctx.taal, ctx.now)),
];

const casusBlik = (ctx: Context, { casus, regio }: OpenedCasus): Parameters<typeof magZorgZien>[0] => ({
  persoon: ctx.actor.persoon,
  eigenaar: eigenaarVan(regio, casus),
  ...(casus.route === undefined ? {} : { route: casus.route }),
  convenanten: regio.convenanten,
  dag: dagVan(ctx.now),
});

/** The casus itself, as far as this person may read judgement and care of it. */
const casusGroepen = (ctx: Context, found: OpenedCasus, personen: readonly Persoon[]): Groepen => {
  const magOordeel = found.signalen.some((een) => zichtOp(ctx, een).oordeel.zichtbaar);
  const coordineert = found.relaties.includes("zorgcoordinator") && magZorgZien(casusBlik(ctx, found));
  const magZorg = coordineert || found.signalen.some((een) => zichtOp(ctx, een).zorg.zichtbaar);
  const { casus } = found;
  const groepen: Groepen = [
    { kop: word(ctx, "bekijk.groep.casus"), regels: magOordeel ? overCasus(ctx, found, personen) : [] },
    { kop: word(ctx, "bekijk.groep.voorstel"), regels: magOordeel || isVoorgesteld(ctx, casus) ? voorstel(ctx, found, personen) : [] },
    {
      kop: word(ctx, "bekijk.groep.zorg"),
      regels: magZorg ? [...zorgRegels(ctx, casus), ...(isZorgReden(casus.sluitReden) ? sluiting(ctx, casus) : [])] : [],
    },
  ];
  return groepen.filter(({ regels }) => regels.length > 0);
};

/** One signaal as this person may see it; what the tafel decided about the casus stands with the first. */
const signaalGroepen = async (ctx: Context, opened: Opened, eerste: boolean): Promise<Pick<BekijkGegevens, "groepen" | "nietZichtbaar">> => {
  const { stappen, personen, punten } = await leesExtra(ctx, opened);
  const { groepen, nietZichtbaar } = zichtbareGroepen(ctx, opened, stappen, personen, eerste ? punten : []);
  return { groepen: groepen.map(({ kop, regels }) => ({ kop: `${opened.signaal.code} · ${kop}`, regels })), nietZichtbaar };
};

/** A signaal that does not fit any more, with where it stands. */
const alleenStatus = (ctx: Context, opened: Opened): Groepen[number] => {
  const status = getoondeStatus(ctx, opened);
  const woord = typeof status === "string" ? word(ctx, `status.${status}`) : "neutraal" in status ? word(ctx, `neutraal.${status.neutraal}`) : "";
  return { kop: opened.signaal.code, regels: [{ naam: "", waarde: [woord, say(ctx.taal, "bekijk.casus.apart", { code: opened.signaal.code })].join(". ") }] };
};

/** Who has read may answer at once; the others go on with the casus. */
const casusKnoppen = (ctx: Context, found: OpenedCasus): readonly Knop[] => {
  const { casus, signalen } = found;
  const data = { c: casus.code };
  const gevraagd = isVoorgesteld(ctx, casus) || (casus.regieStatus === "gevraagd" && found.relaties.includes("regiehouder"));
  const verder = signalen.find(({ relaties, signaal }) => may(relaties, "signaal.meer", signaal.status));
  return [
    ...(gevraagd
      ? [
          { verb: "regie.aanvaarden", data, plek: "eerst" as const },
          { verb: "regie.weigeren", data, plek: "naast" as const },
        ]
      : []),
    ...(magCasus(found, "fase") ? [{ verb: "casus.fase", data, plek: "naast" as const }] : []),
    ...(magCasus(found, "toestemming") ? [{ verb: "casus.toestemming", data, plek: "naast" as const }] : []),
    ...(magCasus(found, "voorstel_intrekken") ? [{ verb: "casus.voorstel_intrekken", data, plek: "naast" as const }] : []),
    ...(magCasus(found, "export") ? [{ verb: "export.vragen", data, plek: "meer" as const }] : []),
    ...(verder === undefined ? [] : [{ verb: "signaal.meer", data: { s: verder.signaal.code }, plek: "naast" as const }]),
  ];
};

/** The casus in a private chat: code, tafel and day, with the way to read more. */
export const casusBericht = (ctx: Context, found: OpenedCasus): BerichtGegevens => {
  const { casus, regio } = found;
  const tafel = regio.tafels.find(({ id }) => id === casus.tafelId)?.naam as RegioNaam | undefined;
  const bekijk: Knop = { verb: "casus.bekijken", data: { c: casus.code }, plek: "eerst" };
  const rest = casusKnoppen(ctx, found).filter(({ verb }) => verb === "casus.fase" || verb === "signaal.meer");
  return {
    variant: "casus",
    code: casus.code,
    status: casus.afgeslotenOp === undefined ? "open" : "klaar",
    ...(tafel === undefined ? {} : { tafel }),
    ...(casus.terugOp === undefined ? {} : { datum: casus.terugOp }),
    knoppen: [bekijk, ...rest],
  };
};

/** Everything behind "Bekijk casus" for one person, worked out afresh: the casus, then each of its signalen. @property gezien the signalen that were shown. @param max how many lines there is room for. */
export const casusGegevens = async (
  ctx: Context,
  found: OpenedCasus,
  max: number = MAX_REGELS,
): Promise<{ readonly gegevens: BekijkGegevens; readonly gezien: readonly Opened[] }> => {
  const { casus, signalen } = found;
  const personen = await ctx.ports.store.readPersonen([casus.regiehouderId, casus.voorstel?.regiehouderId].filter((id): id is PersoonId => id !== undefined));
  const groepen = [...casusGroepen(ctx, found, personen)];
  const verborgen = new Set<string>();
  const gezien: Opened[] = [];
  for (const een of signalen) {
    const los = await signaalGroepen(ctx, een, gezien.length === 0);
    const aantal = [...groepen, ...los.groepen].reduce((som, { regels }) => som + regels.length + 1, 0);
    const past = gezien.length === 0 || aantal <= max;
    groepen.push(...(past ? los.groepen : [alleenStatus(ctx, een)]));
    if (!past) continue;
    gezien.push(een);
    for (const zin of los.nietZichtbaar) verborgen.add(zin);
  }
  if (found.meer) verborgen.add(say(ctx.taal, "bekijk.casus.verborgen"));
  const [eerste] = signalen;
  const overleg = signalen.map((een) => overlegWaarschuwing(ctx, een)).find((een) => een !== undefined);
  const buiten = eerste && buitenWaarschuwing(ctx, eerste, await ctx.ports.store.readPersonen(uitgeslotenVan(eerste.signaal, casus)));
  const waarschuwing = [buiten, overleg].filter((zin) => zin !== undefined).join(" ") || undefined;
  const status =
    casus.afgeslotenOp !== undefined ? "afgesloten" : eerste === undefined ? { neutraal: "verder_besproken" as const } : getoondeStatus(ctx, eerste);
  return {
    gegevens: {
      code: casus.code,
      status,
      groepen,
      nietZichtbaar: [...verborgen],
      ...(waarschuwing === undefined ? {} : { waarschuwing }),
      knoppen: casusKnoppen(ctx, found),
    },
    gezien,
  };
};
