import { bekijkKaart } from "../cards/cards.js";
import { zegDagVoluit } from "../cards/datum.js";
import type { Fout } from "../domain/fouten.js";
import type { Agendapunt } from "../domain/overleg/agendapunt.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { TafelAction } from "../domain/tafel/tafel-rechten.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import type { Answer } from "../ports/chat.js";
import type { Ingebracht } from "../use-cases/bring-in.js";
import { type OpenedVerloop, openVerloop, vindPunt } from "../use-cases/open-verloop.js";
import { andereOverleggen, behandelingVan, behandelVerder, mensenVanRiec, regionaleTafels, vraagRiec, zetKnelpuntDoor } from "../use-cases/put-through.js";
import { openVan } from "./agenda.js";
import { persoonKeuzes, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { overlegKeuze } from "./inbreng.js";
import { type Context, interaction } from "./interaction.js";

const lopend = (ctx: Context, action: TafelAction): Promise<Result<OpenedVerloop, Fout>> => openVerloop(ctx, ctx.data.m ?? "", action);
const data = (ctx: Context) => ({ m: ctx.data.m ?? "", p: ctx.data.p ?? "" });

const klaar = (ctx: Context, done: Result<Ingebracht, Fout>): Result<Answer, Fout> =>
  done.ok
    ? receiptOf(ctx, done, "regionaal.klaar", {
        tafel: done.value.tafel.naam,
        datum: zegDagVoluit(dagVan(done.value.overleg.begin), ctx.taal, ctx.now),
      })
    : done;

/** A knelpunt that is noticed at any tafel goes to the regionale tafel in one form. */
const knelpunt = interaction<FormInput<"overleg_knelpunt">>({
  id: "overleg.knelpunt",
  form: async (ctx, typed) => {
    const found = await lopend(ctx, "overleg.knelpunt");
    if (!found.ok) return found;
    const keuzes = await andereOverleggen(ctx, found.value, regionaleTafels(found.value.regio.tafels));
    if (keuzes.length === 0) return refuse({ code: "geen_overleg" });
    const punt = vindPunt(found.value, ctx.data.p ?? "")?.punt;
    const vooraf = { overleg: keuzes[0]?.overleg.id, titel: punt?.soort === "knelpunt" ? punt.inhoud.titel : undefined };
    return ok(
      form(ctx, "overleg_knelpunt", "overleg.knelpunt", typed, { data: data(ctx), keuzes: { overleg: keuzes.map((een) => overlegKeuze(ctx, een)) }, vooraf }),
    );
  },
  Input: formInput("overleg_knelpunt"),
  run: async (ctx, velden) => {
    const found = await lopend(ctx, "overleg.knelpunt");
    return found.ok ? klaar(ctx, await zetKnelpuntDoor(ctx, found.value, ctx.data.p ?? "", velden)) : found;
  },
});

/** A voorstel goes on at another tafel. */
const verder = interaction<FormInput<"overleg_verder">>({
  id: "overleg.verder",
  form: async (ctx, typed) => {
    const found = await lopend(ctx, "overleg.verder");
    if (!found.ok) return found;
    if (vindPunt(found.value, ctx.data.p ?? "")?.punt.soort !== "voorstel") return refuse({ code: "geen_voorstel" });
    const keuzes = await andereOverleggen(ctx, found.value, found.value.regio.tafels);
    if (keuzes.length === 0) return refuse({ code: "geen_overleg" });
    return ok(form(ctx, "overleg_verder", "overleg.verder", typed, { data: data(ctx), keuzes: { overleg: keuzes.map((een) => overlegKeuze(ctx, een)) } }));
  },
  Input: formInput("overleg_verder"),
  run: async (ctx, { overleg, puntDoel }) => {
    const found = await lopend(ctx, "overleg.verder");
    return found.ok ? klaar(ctx, await behandelVerder(ctx, found.value, ctx.data.p ?? "", { overleg, doel: puntDoel })) : found;
  },
});

const riec = interaction<FormInput<"overleg_riec">>({
  id: "overleg.riec",
  form: async (ctx, typed) => {
    const found = await lopend(ctx, "overleg.riec");
    if (!found.ok) return found;
    const mensen = await mensenVanRiec(ctx, found.value);
    const keuzes = { actiehouder: persoonKeuzes(mensen) };
    return ok(form(ctx, "overleg_riec", "overleg.riec", typed, { data: data(ctx), keuzes, vooraf: { actiehouder: mensen[0]?.id } }));
  },
  Input: formInput("overleg_riec"),
  run: async (ctx, velden) => {
    const found = await lopend(ctx, "overleg.riec");
    return found.ok ? receiptOf(ctx, await vraagRiec(ctx, found.value, ctx.data.p ?? "", velden), "regionaal.riec") : found;
  },
});

const behandelRegel = async (ctx: Context, punt: Agendapunt) => {
  const [regio, overleg] = await Promise.all([ctx.ports.store.readRegio(), ctx.ports.store.findOverleg(punt.overlegId)]);
  const tafel = regio.tafels.find(({ id }) => id === punt.tafelId)?.naam ?? "";
  const datum = overleg === undefined ? "" : zegDagVoluit(dagVan(overleg.begin), ctx.taal, ctx.now);
  const conclusie = punt.inhoud.conclusie ?? say(ctx.taal, "behandeling.nog");
  return { naam: say(ctx.taal, "behandeling.regel", { tafel, datum }), waarde: `${say(ctx.taal, `keuze.puntDoel.${punt.doel}`)} · ${conclusie}` };
};

/** What each tafel concluded on a voorstel, for who sits at the tafel where it is now [001]. */
const behandeling = interaction({
  id: "overleg.behandeling",
  look: async (ctx) => {
    const opened = await openVan(ctx, "overleg.behandeling", true);
    if (!opened.ok) return opened;
    const punt = vindPunt(opened.value, ctx.data.p ?? "")?.punt;
    if (punt?.inhoud.titel === undefined) return refuse({ code: "punt_weg" });
    const regels = await Promise.all((await behandelingVan(ctx.ports.store, punt)).map((een) => behandelRegel(ctx, een)));
    const groepen = [{ kop: say(ctx.taal, "behandeling.kop"), regels }];
    return ok({ card: bekijkKaart({ kop: punt.inhoud.titel, status: "agenda", groepen, nietZichtbaar: [], knoppen: [] }, ctx.taal), object: punt.id });
  },
});

/** Fewer than this could point to somebody [domein 3]. */
const KLEINSTE = 5;
const telling = (ctx: Context, aantal: number): string => (aantal > 0 && aantal < KLEINSTE ? say(ctx.taal, "cijfers.weinig") : String(aantal));
const cijferSoorten = ["signalen", "vermoeden", "anders", "lopend", "afgesloten"] as const;

/** The numbers of the region since the last overleg of this tafel. */
const cijfers = interaction({
  id: "overleg.cijfers",
  look: async (ctx) => {
    const opened = await openVan(ctx, "overleg.cijfers", true);
    if (!opened.ok) return opened;
    const { tafel, overleg } = opened.value;
    const vorige = await ctx.ports.store.vorigeOverleg(tafel.id, overleg.begin);
    const sinds = vorige?.begin ?? new Date(overleg.begin.getTime() - JAAR);
    const geteld = await ctx.ports.store.cijfers(sinds);
    const regels = cijferSoorten.map((soort) => ({ naam: say(ctx.taal, `cijfers.${soort}`), waarde: telling(ctx, geteld[soort]) }));
    const groepen = [{ kop: say(ctx.taal, "cijfers.kop", { datum: zegDagVoluit(dagVan(sinds), ctx.taal, ctx.now) }), regels }];
    const uitleg = say(ctx.taal, "cijfers.uitleg");
    return ok({ card: bekijkKaart({ kop: tafel.naam, status: "agenda", groepen, nietZichtbaar: [uitleg], knoppen: [] }, ctx.taal), object: overleg.id });
  },
});
const JAAR = 365 * 24 * 3_600_000;

export const regionaalInteractions = [knelpunt, verder, riec, behandeling, cijfers];
