import { zegMoment } from "../cards/datum.js";
import type { Card } from "../domain/card.js";
import { CONCLUSIE, NIEUW_BESLUIT, tekstVan } from "../domain/overleg/besluitenlijst.js";
import { ok, refuse } from "../domain/result.js";
import { say } from "../messages/messages.js";
import { handleCorrectie, mendPunt, openCorrecties, teVerbeteren, versieVan } from "../use-cases/besluitenlijst.js";
import type { LijstPunt, OpenCorrectie, OpenedBesluiten } from "../use-cases/open-besluiten.js";
import { auditLine } from "../use-cases/work.js";
import { lijstOpen } from "./besluiten.js";
import { lijstKop, puntKeuze, puntNaam } from "./besluiten-gegevens.js";
import { receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction, type Typed } from "./interaction.js";

/** Between point and part in the value of a choice; no id holds it. */
const TUSSEN = "|";

const delen = (ctx: Context, opened: OpenedBesluiten) =>
  opened.lijst
    .filter(({ sleutel }) => teVerbeteren(opened, sleutel) !== undefined)
    .flatMap((punt) => {
      const titel = puntKeuze(ctx.taal, punt);
      const besluiten = (punt.vastlegging.besluiten ?? []).map(({ id }, i) => ({ naam: say(ctx.taal, "besluiten.deel_besluit", { nr: i + 1 }), deel: id }));
      const alle = [
        { naam: say(ctx.taal, "besluiten.deel_conclusie"), deel: CONCLUSIE },
        ...besluiten,
        { naam: say(ctx.taal, "besluiten.deel_nieuw"), deel: NIEUW_BESLUIT },
      ];
      return alle.map(({ naam, deel }) => ({ titel: `${titel} · ${naam}`, waarde: `${punt.sleutel}${TUSSEN}${deel}` }));
    });

const correctieKeuze = async (ctx: Context, open: readonly OpenCorrectie[]) => {
  const personen = await ctx.ports.store.readPersonen(open.map(({ correctie }) => correctie.doorId));
  return open.map(({ correctie, punt }) => {
    const wie = personen.find(({ id }) => id === correctie.doorId)?.naam ?? "";
    const waar = punt === undefined ? say(ctx.taal, "besluiten.hele_lijst") : puntNaam(ctx.taal, punt);
    return {
      titel: `${zegMoment(new Date(correctie.op), ctx.taal, ctx.now)} · ${wie}`,
      waarde: correctie.id,
      regel: { naam: `${wie}, ${waar}`, waarde: correctie.tekst },
    };
  });
};

/** The form of one part with what stands there now: content, so for this person only. */
const deelFormulier = async (ctx: Context, opened: OpenedBesluiten, punt: LijstPunt, deel: string, typed: Typed): Promise<Card | undefined> => {
  const nu = tekstVan(punt.vastlegging, deel);
  if (nu === undefined) return undefined;
  const keuzes = await correctieKeuze(
    ctx,
    openCorrecties(opened).filter((een) => een.punt?.sleutel === punt.sleutel),
  );
  const wat = deel === CONCLUSIE ? "besluiten.deel_conclusie" : deel === NIEUW_BESLUIT ? "besluiten.deel_nieuw" : "besluiten.besluit";
  return form(ctx, "besluiten_verbeteren", "besluiten.verbeter_deel", typed, {
    data: { m: opened.overleg.id, p: punt.sleutel, d: deel, w: versieVan(opened, punt) },
    regels: [`${punt.nr} · ${puntNaam(ctx.taal, punt)} · ${say(ctx.taal, wat)}`, ...keuzes.map(({ regel }) => regel)],
    keuzes: { correctie: keuzes.map(({ titel, waarde }) => ({ titel, waarde })) },
    vooraf: { tekst: nu },
    vertrouwelijk: true,
  });
};

/** First which part, then its text. */
const verbeteren = interaction<FormInput<"besluiten_kies">>({
  id: "besluiten.verbeteren",
  form: async (ctx, typed) => {
    const opened = await lijstOpen(ctx, "besluiten.verbeteren");
    if (!opened.ok) return opened;
    const deel = delen(ctx, opened.value);
    if (deel.length === 0) return refuse({ code: "lijst_vastgesteld" });
    const options = { data: { m: opened.value.overleg.id }, regels: [lijstKop(opened.value, ctx.taal, ctx.now)], keuzes: { deel } };
    return ok(form(ctx, "besluiten_kies", "besluiten.verbeteren", typed, options));
  },
  Input: formInput("besluiten_kies"),
  run: async (ctx, { deel }) => {
    const opened = await lijstOpen(ctx, "besluiten.verbeteren");
    if (!opened.ok) return opened;
    const [sleutel = "", welk = ""] = deel.split(TUSSEN);
    const punt = teVerbeteren(opened.value, sleutel);
    const card = punt && (await deelFormulier(ctx, opened.value, punt, welk, {}));
    if (card === undefined) return refuse({ code: "ongeldige_keuze", veld: "deel" });
    const object = punt?.een?.code ?? opened.value.overleg.id;
    await ctx.ports.store.commit({ audit: [auditLine(ctx.actor.persoon.id, "besluiten.verbeter_deel", object, "gezien", ctx.actor.account.platform)] });
    return ok({ soort: "toon", card });
  },
});

const deel = interaction<FormInput<"besluiten_verbeteren">>({
  id: "besluiten.verbeter_deel",
  form: async (ctx, typed) => {
    const opened = await lijstOpen(ctx, "besluiten.verbeteren");
    if (!opened.ok) return opened;
    const punt = teVerbeteren(opened.value, ctx.data.p ?? "");
    const card = punt && (await deelFormulier(ctx, opened.value, punt, ctx.data.d ?? "", typed));
    return card === undefined ? refuse({ code: "lijst_vastgesteld" }) : ok(card);
  },
  Input: formInput("besluiten_verbeteren"),
  run: async (ctx, { tekst, correctie }) => {
    const opened = await lijstOpen(ctx, "besluiten.verbeteren");
    if (!opened.ok) return opened;
    const velden = { sleutel: ctx.data.p ?? "", deel: ctx.data.d ?? "", versie: ctx.data.w ?? "", tekst, correctie };
    return receiptOf(ctx, await mendPunt(ctx, opened.value, velden), "besluiten.is_verbeterd");
  },
});

/** A correction that was looked at, also when it led to no change. */
const verwerken = interaction<FormInput<"besluiten_verwerken">>({
  id: "besluiten.verwerken",
  form: async (ctx, typed) => {
    const opened = await lijstOpen(ctx, "besluiten.verwerken");
    if (!opened.ok) return opened;
    const keuzes = await correctieKeuze(ctx, openCorrecties(opened.value));
    if (keuzes.length === 0) return refuse({ code: "geen_correcties" });
    return ok(
      form(ctx, "besluiten_verwerken", "besluiten.verwerken", typed, {
        data: { m: opened.value.overleg.id },
        regels: [lijstKop(opened.value, ctx.taal, ctx.now), ...keuzes.map(({ regel }) => regel)],
        keuzes: { correctie: keuzes.map(({ titel, waarde }) => ({ titel, waarde })) },
        vooraf: { correctie: keuzes.length === 1 ? keuzes[0]?.waarde : undefined },
        vertrouwelijk: true,
      }),
    );
  },
  Input: formInput("besluiten_verwerken"),
  run: async (ctx, { correctie }) => {
    const opened = await lijstOpen(ctx, "besluiten.verwerken");
    return opened.ok ? receiptOf(ctx, await handleCorrectie(ctx, opened.value, correctie), "besluiten.correctie_verwerkt") : opened;
  },
});

export const verbeterInteractions = [verbeteren, deel, verwerken];
