import { overlegLooptKaart } from "../cards/cards.js";
import { zegTijd } from "../cards/datum.js";
import type { FormulierNaam } from "../cards/formulieren.js";
import { heeftZorg } from "../domain/casus/casus.js";
import type { Fout } from "../domain/fouten.js";
import { isVastPunt } from "../domain/overleg/agenda.js";
import { missenBij } from "../domain/overleg/verloop.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { TafelAction } from "../domain/tafel/tafel-rechten.js";
import { say } from "../messages/messages.js";
import type { Answer } from "../ports/chat.js";
import { sluitCasusAanTafel } from "../use-cases/close-at-table.js";
import { concludePunt, isLopendeCasus, noteActie, vervolgenVan } from "../use-cases/conclude-punt.js";
import { lezersVan, nogTeDoen, type OpenedAgenda, openAgenda, type PuntDossier, readAgenda } from "../use-cases/open-agenda.js";
import { gedaan, type OpenedVerloop, openPunt, openVerloop, sleutelsVan } from "../use-cases/open-verloop.js";
import { neemPunt, noteAanwezigen, noteBesluit, sluitOverleg, sluitVastPunt, startOverleg } from "../use-cases/run-overleg.js";
import { mensenVanRegio } from "../use-cases/set-up-tafel.js";
import { actiesKaart, TAFEL } from "./acties.js";
import { puntKeuzes } from "./agenda.js";
import { genummerd } from "./agenda-gegevens.js";
import { sluitKeuzes } from "./casus.js";
import { opened, persoonKeuzes, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";
import { looptGegevens } from "./loopt-gegevens.js";

const lopend = (ctx: Context, action: TafelAction): Promise<Result<OpenedVerloop, Fout>> => openVerloop(ctx, ctx.data.m ?? "", action);

/** The card as it stands now: in a window it takes the place of what was there, so that the meeting goes on from there. */
const verder = async (ctx: Context, done: Result<unknown, Fout>): Promise<Result<Answer, Fout>> => {
  if (!done.ok) return done;
  if (ctx.place.soort !== "dialoog") return ok({ soort: "niets" });
  const dossier = await readAgenda(ctx.ports, ctx.data.m ?? "");
  if (dossier === undefined) return ok({ soort: "niets" });
  const gegevens = await looptGegevens(ctx.ports, dossier, await ctx.ports.store.verloopVan(dossier.overleg.id));
  return ok({ soort: "vervang", card: overlegLooptKaart(gegevens, ctx.taal) });
};

/** A repeat goes on from the card as well, for who may do what he did. */
const weer =
  (action: TafelAction) =>
  async (ctx: Context): Promise<Answer> => {
    const found = await openAgenda(ctx, ctx.data.m ?? "", action, true);
    const shown = found.ok ? await verder(ctx, found) : found;
    return shown.ok ? shown.value : { soort: "niets" };
  };

const kop = ({ tafel, overleg }: OpenedAgenda, ctx: Context): string => `${tafel.naam} · ${zegTijd(overleg.begin, ctx.taal)}`;
const data = (ctx: Context) => ({ m: ctx.data.m ?? "", ...(ctx.data.p === undefined ? {} : { p: ctx.data.p }) });

const starten = interaction({
  id: "overleg.starten",
  run: async (ctx) => {
    const found = await openAgenda(ctx, ctx.data.m ?? "", "overleg.starten", true);
    return found.ok ? verder(ctx, await startOverleg(ctx, found.value)) : found;
  },
  again: weer("overleg.starten"),
});

/** For a deputy, or who lost the card. */
const loopt = interaction({
  id: "overleg.loopt",
  run: async (ctx) => {
    const found = await openAgenda(ctx, ctx.data.m ?? "", "overleg.loopt", true);
    if (!found.ok) return found;
    const gegevens = await looptGegevens(ctx.ports, found.value, await ctx.ports.store.verloopVan(found.value.overleg.id));
    return ok({ soort: "toon", card: overlegLooptKaart(gegevens, ctx.taal) });
  },
});

const wieIsEr = interaction<FormInput<"overleg_wie_is_er">>({
  id: "overleg.wie_is_er",
  form: async (ctx, typed) => {
    const found = await lopend(ctx, "overleg.wie_is_er");
    if (!found.ok) return found;
    const personen = await ctx.ports.store.readPersonen(lezersVan(found.value));
    const komt = found.value.antwoorden.filter(({ antwoord }) => antwoord !== "komt_niet").map(({ persoonId }) => persoonId);
    const options = {
      data: data(ctx),
      regels: [kop(found.value, ctx)],
      keuzes: { aanwezig: persoonKeuzes(personen) },
      vooraf: { aanwezig: komt.join(",") },
    };
    return ok(form(ctx, "overleg_wie_is_er", "overleg.wie_is_er", typed, options));
  },
  Input: formInput("overleg_wie_is_er"),
  run: async (ctx, { aanwezig }) => {
    const found = await lopend(ctx, "overleg.wie_is_er");
    return found.ok ? verder(ctx, await noteAanwezigen(ctx, found.value, aanwezig ?? "")) : found;
  },
  again: weer("overleg.wie_is_er"),
});

/** The running overleg and the point that the pressed button names. */
const openBij = async (ctx: Context, action: TafelAction): Promise<Result<{ opened: OpenedVerloop; punt: PuntDossier | undefined; sleutel: string }, Fout>> => {
  const found = await lopend(ctx, action);
  if (!found.ok) return found;
  const sleutel = ctx.data.p ?? "";
  const punt = openPunt(ctx, found.value, sleutel);
  return punt.ok ? ok({ opened: found.value, punt: punt.value, sleutel }) : punt;
};

const puntRegels = (ctx: Context, found: OpenedVerloop, punt: PuntDossier | undefined, sleutel: string): readonly string[] => {
  if (punt === undefined) return isVastPunt(sleutel) ? [say(ctx.taal, `agenda_punt.${sleutel}`)] : [];
  const keuze = puntKeuzes(ctx, found).find(({ waarde }) => waarde === sleutel);
  return [keuze?.titel ?? "", ...(punt.punt.inhoud.besluiten ?? []).map(({ tekst }) => say(ctx.taal, "loopt.besluit", { tekst }))];
};

const besluit = interaction<FormInput<"overleg_besluit">>({
  id: "overleg.besluit",
  form: async (ctx, typed) => {
    const found = await openBij(ctx, "overleg.besluit");
    if (!found.ok) return found;
    const { opened: open, punt, sleutel } = found.value;
    const options = { data: data(ctx), regels: puntRegels(ctx, open, punt, sleutel), vertrouwelijk: punt?.code !== undefined };
    return ok(form(ctx, "overleg_besluit", "overleg.besluit", typed, options));
  },
  Input: formInput("overleg_besluit"),
  run: async (ctx, { besluit: tekst }) => {
    const found = await lopend(ctx, "overleg.besluit");
    return found.ok ? verder(ctx, await noteBesluit(ctx, found.value, ctx.data.p ?? "", tekst)) : found;
  },
  again: weer("overleg.besluit"),
});

/** Who sits at the tafel or is invited to the point first, then everybody of the region. */
const houders = async (ctx: Context, found: OpenedVerloop): Promise<readonly Persoon[]> => {
  const voorop = lezersVan(found);
  const mensen = await mensenVanRegio(ctx, found.regio);
  return [...mensen.filter(({ id }) => voorop.includes(id)), ...mensen.filter(({ id }) => !voorop.includes(id))];
};
/** Slack takes a hundred choices; for the others there is the e-mail address. */
const MEESTE_KEUZES = 100;
const houderKeuzes = async (ctx: Context, found: OpenedVerloop) => persoonKeuzes((await houders(ctx, found)).slice(0, MEESTE_KEUZES));

const actie = interaction<FormInput<"overleg_actie">>({
  id: "overleg.actie",
  form: async (ctx, typed) => {
    const found = await openBij(ctx, "overleg.actie");
    if (!found.ok) return found;
    const { opened: open, punt, sleutel } = found.value;
    const keuzes = { actiehouder: await houderKeuzes(ctx, open) };
    const options = { data: data(ctx), regels: puntRegels(ctx, open, punt, sleutel), keuzes, vertrouwelijk: punt?.code !== undefined };
    return ok(form(ctx, "overleg_actie", "overleg.actie", typed, options));
  },
  Input: formInput("overleg_actie"),
  run: async (ctx, velden) => {
    const found = await lopend(ctx, "overleg.actie");
    return found.ok ? verder(ctx, await noteActie(ctx, found.value, ctx.data.p ?? "", velden)) : found;
  },
  again: weer("overleg.actie"),
});

type ConclusieFormulier = Extract<FormulierNaam, `overleg_conclusie${string}`>;
const conclusieFormulier = ({ antwoorden }: OpenedVerloop, punt: PuntDossier | undefined): ConclusieFormulier => {
  if (punt === undefined) return "overleg_conclusie_vast";
  if (missenBij(punt.punt, antwoorden).length > 0) return "overleg_conclusie_zonder";
  return punt.punt.soort === "casus" ? "overleg_conclusie_casus" : "overleg_conclusie";
};

/** Everything that one of the forms of a conclusie can hold; which of them was asked is checked by the use case. */
const conclusieVelden = formInput("overleg_conclusie_casus");

const conclusie = interaction<FormInput<"overleg_conclusie_casus">>({
  id: "overleg.conclusie",
  form: async (ctx, typed) => {
    const found = await openBij(ctx, "overleg.conclusie");
    if (!found.ok) return found;
    const { opened: open, punt, sleutel } = found.value;
    const vervolg = punt === undefined ? [] : vervolgenVan(punt.punt.soort, isLopendeCasus(punt));
    const keuzes = {
      vervolg: vervolg.map((waarde) => ({ titel: say(ctx.taal, `keuze.vervolg.${waarde}`), waarde })),
      actiehouder: await houderKeuzes(ctx, open),
    };
    const options = {
      data: data(ctx),
      regels: puntRegels(ctx, open, punt, sleutel),
      keuzes,
      vooraf: { vervolg: vervolg[0] },
      vertrouwelijk: punt?.code !== undefined,
    };
    return ok(form(ctx, conclusieFormulier(open, punt), "overleg.conclusie", typed, options));
  },
  Input: conclusieVelden,
  run: async (ctx, velden) => {
    const found = await lopend(ctx, "overleg.conclusie");
    const { zonder } = ctx.velden;
    return found.ok ? verder(ctx, await concludePunt(ctx, found.value, ctx.data.p ?? "", { ...velden, zonder: zonder === "" ? undefined : zonder })) : found;
  },
  again: weer("overleg.conclusie"),
});

/** The tafel ends the casus: the form of its route, and the point closes with it. */
const casusSluiten = interaction<FormInput<"casus_afsluiten">>({
  id: "overleg.casus_sluiten",
  form: async (ctx, typed) => {
    const found = await openBij(ctx, "overleg.casus_sluiten");
    if (!found.ok) return found;
    const casus = found.value.punt?.punt.soort === "casus" ? found.value.punt.casus : undefined;
    if (casus === undefined) return refuse({ code: "niet_meer_mogelijk" });
    const formulier = heeftZorg(casus.route) ? "casus_afsluiten" : "casus_afsluiten_zonder_zorg";
    return ok(form(ctx, formulier, "overleg.casus_sluiten", typed, { data: data(ctx), ...(await sluitKeuzes(ctx, casus)) }));
  },
  Input: formInput("casus_afsluiten"),
  run: async (ctx, velden) => {
    const found = await lopend(ctx, "overleg.casus_sluiten");
    return found.ok ? verder(ctx, await sluitCasusAanTafel(ctx, found.value, ctx.data.p ?? "", velden)) : found;
  },
  again: weer("overleg.casus_sluiten"),
});

const volgende = interaction({
  id: "overleg.volgende",
  run: async (ctx) => {
    const found = await lopend(ctx, "overleg.volgende");
    return found.ok ? verder(ctx, await sluitVastPunt(ctx, found.value, ctx.data.p ?? "")) : found;
  },
  again: weer("overleg.volgende"),
});

const anderPunt = interaction<FormInput<"overleg_ander_punt">>({
  id: "overleg.ander_punt",
  form: async (ctx, typed) => {
    const found = await lopend(ctx, "overleg.ander_punt");
    if (!found.ok) return found;
    const klaar = gedaan(found.value);
    const genoemd = puntKeuzes(ctx, found.value);
    const keuzes = sleutelsVan(found.value)
      .filter((sleutel) => !klaar.includes(sleutel))
      .map((sleutel) => ({
        titel: isVastPunt(sleutel) ? say(ctx.taal, `agenda_punt.${sleutel}`) : (genoemd.find(({ waarde }) => waarde === sleutel)?.titel ?? ""),
        waarde: sleutel,
      }));
    return ok(form(ctx, "overleg_ander_punt", "overleg.ander_punt", typed, { data: { m: found.value.overleg.id }, keuzes: { punt: keuzes } }));
  },
  Input: formInput("overleg_ander_punt"),
  run: async (ctx, { punt }) => {
    const found = await lopend(ctx, "overleg.ander_punt");
    return found.ok ? verder(ctx, await neemPunt(ctx, found.value, punt)) : found;
  },
  again: weer("overleg.ander_punt"),
});

const sluiten = interaction<FormInput<"overleg_sluiten">>({
  id: "overleg.sluiten",
  form: async (ctx, typed) => {
    const found = await lopend(ctx, "overleg.sluiten");
    if (!found.ok) return found;
    const over = nogTeDoen(found.value);
    const nrs = genummerd(found.value).filter(({ punt }) => over.some((een) => een.punt.id === punt.id));
    const regels = nrs.length === 0 ? [say(ctx.taal, "loopt.alles_gedaan")] : [say(ctx.taal, "loopt.nog_over", { punten: nrs.map(({ nr }) => nr).join(", ") })];
    return ok(form(ctx, "overleg_sluiten", "overleg.sluiten", typed, { data: { m: found.value.overleg.id }, regels }));
  },
  Input: formInput("overleg_sluiten"),
  run: async (ctx) => {
    const found = await lopend(ctx, "overleg.sluiten");
    if (!found.ok) return found;
    const done = await sluitOverleg(ctx, found.value);
    return receiptOf(ctx, done, "loopt.klaar_lijst");
  },
});

/** What the tafel has not settled: it accepts what is reported done, and asks about the rest. */
const acties = interaction({
  id: "overleg.acties",
  run: async (ctx) => {
    const found = await lopend(ctx, "overleg.acties");
    if (!found.ok) return found;
    const card = await actiesKaart(ctx, `${TAFEL}${found.value.tafel.id}`);
    return card.ok ? ok({ soort: "toon", card: card.value }) : card;
  },
});

/** From the signaal of the casus: the regiehouder records what the tafel decided, while the overleg runs [T9]. */
const tafelBesluit = interaction({
  id: "signaal.tafel_besluit",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.tafel_besluit");
    if (!found.ok) return found;
    const { casus } = found.value;
    const [punt] = casus === undefined ? [] : await ctx.ports.store.openAgendapunten({ casusId: casus.id });
    if (punt === undefined) return refuse({ code: "overleg_niet_begonnen" });
    return conclusie.form?.({ ...ctx, data: { m: punt.overlegId, p: punt.id } }, typed) ?? refuse({ code: "overleg_niet_begonnen" });
  },
});

export const looptInteractions = [starten, loopt, wieIsEr, besluit, actie, conclusie, casusSluiten, volgende, anderPunt, acties, sluiten, tafelBesluit];
