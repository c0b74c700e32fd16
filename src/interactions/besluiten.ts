import { bekijkKaart, besluitenKaart } from "../cards/cards.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { BesluitenGegevens } from "../cards/gegevens-besluiten.js";
import { genodigdAls } from "../domain/overleg/agendapunt.js";
import { grondSoort } from "../domain/regio/grondslag.js";
import { ok, refuse } from "../domain/result.js";
import { tafelRollenVan } from "../domain/tafel/tafel.js";
import type { TafelAction } from "../domain/tafel/tafel-rechten.js";
import { say } from "../messages/messages.js";
import type { LijstZoek } from "../ports/agenda-store.js";
import { giveCorrectie, HELE_LIJST, setLijst, teVerbeteren } from "../use-cases/besluitenlijst.js";
import { handeltVoor } from "../use-cases/open-actiepunt.js";
import { leesbaar, type OpenedBesluiten, openBesluiten } from "../use-cases/open-besluiten.js";
import { type LijstGroep, lijstGroepen, lijstKnoppen, lijstKop, puntKeuze, standVan } from "./besluiten-gegevens.js";
import { receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction, type Look } from "./interaction.js";

const RIJEN = 7;
/** What one window holds: a window of Slack takes a hundred blocks, a card of Teams 25 KB. */
const MEESTE_REGELS = 60;
const MEESTE_TEKENS = 9_000;

export const lijstOpen = (ctx: Context, action: TafelAction) => openBesluiten(ctx, ctx.data.m ?? "", action);
const vanaf = (ctx: Context): number => Math.max(0, Math.floor(Number(ctx.data.v ?? 0)) || 0);

/** Of the tafels where he sits, and of overleggen to which he was invited. */
const zoekVoor = async ({ ports, actor }: Context): Promise<LijstZoek> => {
  const [namens, tafels] = await Promise.all([handeltVoor(ports, actor.persoon), ports.store.inrichtingen()]);
  const rollen = tafels.map((tafel) => ({ id: tafel.tafelId, rollen: tafelRollenVan(tafel, namens) }));
  const leiden = rollen.filter((een) => een.rollen.some((rol) => rol !== "deelnemer"));
  const zitten = rollen.filter((een) => een.rollen.includes("deelnemer"));
  return { leidt: leiden.map(({ id }) => id), zit: zitten.map(({ id }) => id), personen: namens, zelf: actor.persoon.id };
};

const rijKnoppenVan = (concept: boolean, m: string): readonly Knop[] => [
  { verb: "besluiten.lezen", data: { m }, plek: "eerst" },
  ...(concept ? [{ verb: "besluiten.correctie", data: { m }, plek: "naast" as const }] : []),
  { verb: "besluiten.bestand", data: { m }, plek: "naast" },
];

/** `besluiten`: the besluitenlijsten that are for me, the last first. */
const tonen = interaction({
  id: "besluiten.tonen",
  commando: "besluiten",
  run: async (ctx) => {
    const begin = vanaf(ctx);
    const [regels, regio] = await Promise.all([ctx.ports.store.besluitenlijsten(await zoekVoor(ctx), RIJEN + 1, begin), ctx.ports.store.readRegio()]);
    const rijen = regels.slice(0, RIJEN).flatMap(({ overleg, lijst }): BesluitenGegevens["rijen"] => {
      const tafel = regio.tafels.find(({ id }) => id === overleg.tafelId)?.naam;
      if (tafel === undefined || lijst === "geen") return [];
      return [{ tafel: tafel as RegioNaam, begin: overleg.begin, eind: overleg.eind, stand: lijst, knoppen: rijKnoppenVan(lijst === "concept", overleg.id) }];
    });
    const meer: readonly Knop[] =
      regels.length > RIJEN ? [{ verb: "besluiten.tonen", label: "besluiten.meer", data: { v: String(begin + RIJEN) }, plek: "naast" }] : [];
    const card = besluitenKaart({ rijen, now: ctx.now, knoppen: meer }, ctx.taal);
    return ok({ soort: ctx.data.v !== undefined && ctx.place.soort !== "home" ? "vervang" : "toon", card });
  },
});

/** As many groups as one window holds; @property verder where the next window starts. */
const bladzijde = (groepen: readonly LijstGroep[], begin: number): { readonly groepen: readonly LijstGroep[]; readonly verder?: number } => {
  let [regels, tekens, tot] = [0, 0, begin];
  for (const groep of groepen.slice(begin)) {
    regels += 1 + groep.regels.reduce((som, { waarde }) => som + waarde.split("\n").length, 0);
    tekens += JSON.stringify(groep.regels).length;
    if (tot > begin && (regels > MEESTE_REGELS || tekens > MEESTE_TEKENS)) break;
    tot += 1;
  }
  return { groepen: groepen.slice(begin, tot), ...(tot < groepen.length ? { verder: tot } : {}) };
};

/** On record: the list, and each casus or signaal of which something was shown. */
const gezien = ({ lezer, regio, tafel }: OpenedBesluiten, groepen: readonly LijstGroep[]): NonNullable<Look["ook"]> =>
  groepen.flatMap(({ punt }) => {
    if (punt?.een?.code === undefined) return [];
    const convenant = regio.convenanten.find(({ id }) => id === tafel.convenantId)?.tekst;
    const grondslag = grondSoort(regio, genodigdAls(punt.een.punt, lezer.persoon.id, lezer.namens)?.grondslag ?? convenant);
    return [{ object: punt.een.code, ...(grondslag === undefined ? {} : { grondslag }) }];
  });

const lezen = interaction({
  id: "besluiten.lezen",
  look: async (ctx) => {
    const opened = await lijstOpen(ctx, "besluiten.lezen");
    if (!opened.ok) return opened;
    const { groepen, nietZichtbaar } = await lijstGroepen(ctx, opened.value);
    const blad = bladzijde(groepen, vanaf(ctx));
    const m = opened.value.overleg.id;
    const verder: readonly Knop[] =
      blad.verder === undefined ? [] : [{ verb: "besluiten.lezen", label: "besluiten.verder", data: { m, v: String(blad.verder) }, plek: "eerst" }];
    const card = bekijkKaart(
      {
        kop: lijstKop(opened.value, ctx.taal, ctx.now),
        status: `lijst_${standVan(opened.value)}`,
        groepen: blad.groepen.map(({ kop, regels }) => ({ kop, regels })),
        nietZichtbaar,
        knoppen: [...verder, ...lijstKnoppen(opened.value, false)],
      },
      ctx.taal,
    );
    return ok({ card, object: m, ook: gezien(opened.value, blad.groepen) });
  },
});

/** Any participant may say what is wrong, as long as the list is a concept. */
const correctie = interaction<FormInput<"besluiten_correctie">>({
  id: "besluiten.correctie",
  form: async (ctx, typed) => {
    const opened = await lijstOpen(ctx, "besluiten.correctie");
    if (!opened.ok) return opened;
    if (opened.value.verloop.lijst !== "concept") return refuse({ code: "lijst_vastgesteld" });
    const heel = opened.value.lezer.zitErbij ? [{ titel: say(ctx.taal, "besluiten.hele_lijst"), waarde: HELE_LIJST }] : [];
    const punt = [...leesbaar(opened.value).map((een) => ({ titel: puntKeuze(ctx.taal, een), waarde: een.sleutel as string })), ...heel];
    const [enige] = punt.length === 1 ? punt : [];
    const options = {
      data: { m: opened.value.overleg.id },
      regels: [lijstKop(opened.value, ctx.taal, ctx.now)],
      keuzes: { punt },
      vooraf: { punt: enige?.waarde },
    };
    return ok(form(ctx, "besluiten_correctie", "besluiten.correctie", typed, options));
  },
  Input: formInput("besluiten_correctie"),
  run: async (ctx, { punt, tekst }) => {
    const opened = await lijstOpen(ctx, "besluiten.correctie");
    if (!opened.ok) return opened;
    const zelf = teVerbeteren(opened.value, punt) !== undefined;
    return receiptOf(ctx, await giveCorrectie(ctx, opened.value, punt, tekst), zelf ? "besluiten.correctie_zelf" : "besluiten.correctie_gegeven");
  },
});

const vaststellen = interaction<FormInput<"besluiten_vaststellen">>({
  id: "besluiten.vaststellen",
  form: async (ctx, typed) => {
    const opened = await lijstOpen(ctx, "besluiten.vaststellen");
    if (!opened.ok) return opened;
    const options = { data: { m: opened.value.overleg.id }, regels: [lijstKop(opened.value, ctx.taal, ctx.now)] };
    return ok(form(ctx, "besluiten_vaststellen", "besluiten.vaststellen", typed, options));
  },
  Input: formInput("besluiten_vaststellen"),
  run: async (ctx) => {
    const opened = await lijstOpen(ctx, "besluiten.vaststellen");
    return opened.ok ? receiptOf(ctx, await setLijst(ctx, opened.value), "besluiten.vastgesteld") : opened;
  },
});

export const besluitInteractions = [tonen, lezen, correctie, vaststellen];
