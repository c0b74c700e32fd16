import { bekijkKaart } from "../cards/cards.js";
import { zegMoment, zegTijd } from "../cards/datum.js";
import type { Knop } from "../cards/gegevens.js";
import { actiepuntStatussen } from "../domain/actiepunt/actiepunt.status.js";
import type { Card } from "../domain/card.js";
import { type CasusCode, parseCode } from "../domain/code.js";
import { type InzageZicht, inzageZicht, lezersVan } from "../domain/delen/inzage.js";
import { convenantIn, noodGrond, termijnGrond } from "../domain/regio/grondslag.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok } from "../domain/result.js";
import { isMessageKey, say, sayAny } from "../messages/messages.js";
import type { Inzage } from "../ports/inzage-store.js";
import { deny } from "../use-cases/work.js";
import { type Context, interaction } from "./interaction.js";

const RIJEN = 7;
const MEESTE_ACTIES = 500;

const codeUit = (typed: string | undefined): string | undefined => (["SG", "C", "A"] as const).flatMap((prefix) => parseCode(prefix, typed ?? "") ?? [])[0];

/** The button that shows who looked, to who may see that; of one code or of everything. */
export const inzageKnop = ({ actor }: Pick<Context, "actor">, code?: string): readonly Knop[] =>
  inzageZicht(actor.persoon) === undefined
    ? []
    : [{ verb: "inzagelog.tonen", data: code === undefined ? {} : { i: code }, plek: code === undefined ? "meer" : "naast" }];

/** A casus with its signalen and actiepunten: who looks at one looks at the other. */
const objectenVan = async ({ store }: Context["ports"], code: string): Promise<readonly string[]> => {
  const casus = parseCode("C", code) === undefined ? undefined : await store.findCasus(code as CasusCode);
  if (casus === undefined) return [code];
  const [signalen, acties] = await Promise.all([
    store.signalenVanCasus(casus.id),
    store.actiepunten({ statussen: actiepuntStatussen, casusId: casus.id }, MEESTE_ACTIES),
  ]);
  return [code, ...signalen.map((signaal) => signaal.code), ...acties.map((actiepunt) => actiepunt.code)];
};

/** "vandaag 14.05", and the time of an earlier day too: who looked is about the minute. */
const wanneer = (ctx: Context, op: Date): string => {
  const moment = zegMoment(op, ctx.taal, ctx.now);
  const tijd = zegTijd(op, ctx.taal);
  return moment.endsWith(tijd) ? moment : `${moment} ${tijd}`;
};

/** The kind of ground in words; what an old line holds is not repeated, it was typed by a person. */
const grondWoord = (ctx: Context, regio: Regio, grondslag: string): string =>
  convenantIn(grondslag, regio)?.naam ??
  say(ctx.taal, grondslag === noodGrond ? "inzagelog.grond.nood" : grondslag === termijnGrond ? "inzagelog.grond.termijn" : "inzagelog.grond.eigen");

const regel = (ctx: Context, regio: Regio, { op, naam, organisatie, actie, object, grondslag }: Inzage) => ({
  naam: `${wanneer(ctx, op)} · ${naam} (${organisatie})`,
  waarde: [
    isMessageKey(`knop.${actie}`) ? sayAny(ctx.taal, `knop.${actie}` as "knop.signaal.bekijken") : actie,
    codeUit(object) ?? "",
    grondslag === undefined ? "" : say(ctx.taal, "inzagelog.grondslag", { grondslag: grondWoord(ctx, regio, grondslag) }),
  ]
    .filter(Boolean)
    .join(" · "),
});

type Pagina = { readonly code?: string; readonly zicht: InzageZicht; readonly rijen: readonly Inzage[]; readonly ouder: boolean; readonly voor?: string };

const readPagina = async (ctx: Context, zicht: InzageZicht, code: string | undefined): Promise<Pagina> => {
  const voor = /^\d{1,18}$/.exec(ctx.data.v ?? "")?.[0];
  const na = voor === undefined ? {} : { voor };
  const lezers = lezersVan(ctx.actor.persoon);
  const zoek = code === undefined ? { ...na, lezers } : { ...na, lezers, objecten: await objectenVan(ctx.ports, code) };
  const found = await ctx.ports.store.inzagen(zicht, zoek, RIJEN + 1);
  return { zicht, rijen: found.slice(0, RIJEN), ouder: found.length > RIJEN, ...na, ...(code === undefined ? {} : { code }) };
};

/** What is missing from this page, and why. */
const uitleg = (ctx: Context, { zicht, rijen, code, voor }: Pagina): readonly string[] => [
  ...(rijen.length > 0 ? [] : [say(ctx.taal, voor === undefined ? "inzagelog.leeg" : "inzagelog.einde")]),
  ...(zicht.gemeenten === "alle" ? [] : [say(ctx.taal, zicht.organisatieId === undefined ? "inzagelog.gemeenten" : "inzagelog.organisatie")]),
  ...(code === undefined ? [say(ctx.taal, "inzagelog.zoek")] : []),
];

const kaart = async (ctx: Context, pagina: Pagina): Promise<Card> => {
  const regio = await ctx.ports.store.readRegio();
  const { code, rijen, ouder } = pagina;
  const last = rijen.at(-1);
  const data = { ...(code === undefined ? {} : { i: code }), v: last?.id ?? "" };
  return bekijkKaart(
    {
      kop: code === undefined ? say(ctx.taal, "inzagelog.kop") : say(ctx.taal, "inzagelog.kop_van", { code }),
      status: "inzagelog",
      groepen: rijen.length === 0 ? [] : [{ kop: say(ctx.taal, "inzagelog.groep"), regels: rijen.map((one) => regel(ctx, regio, one)) }],
      nietZichtbaar: uitleg(ctx, pagina),
      knoppen: ouder ? [{ verb: "inzagelog.tonen", data, plek: "naast", label: "inzagelog.ouder" }] : [],
    },
    ctx.taal,
  );
};

/** What the list is about, for the audit trail. */
const objectVan = ({ organisatieId, gemeenten }: InzageZicht): string => (gemeenten === "alle" ? "regio" : (organisatieId ?? gemeenten.join("+")));

/** Who looked, at one signaal or casus or at anything; the look at this list is on record like every other. */
const tonen = interaction({
  id: "inzagelog.tonen",
  look: async (ctx) => {
    const zicht = inzageZicht(ctx.actor.persoon);
    const code = codeUit(ctx.data.i);
    if (zicht === undefined) return deny(ctx, "inzagelog.tonen", code ?? "inzagelog");
    return ok({ card: await kaart(ctx, await readPagina(ctx, zicht, code)), object: code ?? objectVan(zicht) });
  },
});

export const inzageInteractions = [tonen];
