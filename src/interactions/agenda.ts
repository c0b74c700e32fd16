import { agendaKaart, bekijkKaart, meerKaart } from "../cards/cards.js";
import { zegDag, zegDagVoluit, zegTijd } from "../cards/datum.js";
import type { Knop } from "../cards/gegevens.js";
import { genodigdAls, isVrij } from "../domain/overleg/agendapunt.js";
import { grondSoort } from "../domain/regio/grondslag.js";
import { ok, refuse } from "../domain/result.js";
import { relatiesVan } from "../domain/signaal/dossier.js";
import { puntenVanSoort } from "../domain/tafel/sjabloon.js";
import { mayTafel, type TafelAction } from "../domain/tafel/tafel-rechten.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import { mergePunten, moveInOrder, postpone, sendAgendaNow, setMinuten } from "../use-cases/change-agenda.js";
import { type OpenedAgenda, openAgenda } from "../use-cases/open-agenda.js";
import { readDossier } from "../use-cases/work.js";
import { agendaGegevens, agendaKnoppen, beheerKnoppen, type GenummerdPunt, genummerd, puntenVan } from "./agenda-gegevens.js";
import { zichtbareGroepen } from "./bekijk.js";
import { quiet, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";

export const openVan = (ctx: Context, action: TafelAction, ookVoorbij = false) => openAgenda(ctx, ctx.data.m ?? "", action, ookVoorbij);

const wanneer = (ctx: Context, { tafel, overleg }: OpenedAgenda): string =>
  `${tafel.naam} · ${zegDag(dagVan(overleg.begin), ctx.taal, ctx.now)}, ${zegTijd(overleg.begin, ctx.taal)}`;

/** The agenda in private, with "voor u". */
const tonen = interaction({
  id: "agenda.tonen",
  run: async (ctx) => {
    const opened = await openVan(ctx, "agenda.tonen", true);
    if (!opened.ok) return opened;
    const mijn = puntenVan(opened.value, ctx.actor.persoon, opened.value.namens, ctx.now);
    const beheer = mayTafel(opened.value.rollen, "agenda.versturen") ? beheerKnoppen(opened.value, ctx.now) : agendaKnoppen(opened.value, ctx.now);
    const lezen: readonly Knop[] = mijn.length > 0 ? [{ verb: "agenda.bekijken", data: { m: opened.value.overleg.id }, plek: "naast" }] : [];
    const gegevens = await agendaGegevens(
      ctx.ports,
      opened.value,
      [...beheer, ...lezen],
      mijn.map(({ nr }) => nr),
    );
    return ok({ soort: "toon", card: agendaKaart(gegevens, ctx.taal) });
  },
});

type Groep = { readonly kop: string; readonly regels: readonly { readonly naam: string; readonly waarde: string }[] };

/** One point as this person may see it: the question, why he may know, and what he may see of its signalen. */
const puntGroepen = async (
  ctx: Context,
  opened: OpenedAgenda,
  een: GenummerdPunt,
): Promise<{ groepen: readonly Groep[]; nietZichtbaar: readonly string[] }> => {
  const { persoon } = ctx.actor;
  const regel = (veld: "vraag" | "doel" | "grondslag", waarde: string | undefined) =>
    waarde === undefined ? [] : [{ naam: say(ctx.taal, `bekijk.punt.${veld}`), waarde }];
  const kop = say(ctx.taal, "bekijk.punt.kop", { nr: een.nr, code: een.code ?? "" });
  const zelf: Groep = {
    kop,
    regels: [
      ...regel("vraag", een.punt.inhoud.vraag),
      ...regel("doel", say(ctx.taal, `keuze.puntDoel.${een.punt.doel}`)),
      ...regel("grondslag", genodigdAls(een.punt, persoon.id, opened.namens)?.grondslag),
    ],
  };
  const perSignaal = await Promise.all(
    een.signalen.map(async (signaal) => {
      const dossier = await readDossier(ctx.ports, signaal);
      const genodigd = genodigdAls(een.punt, persoon.id, opened.namens);
      const relaties = [...relatiesVan(persoon, dossier), ...(genodigd === undefined ? [] : (["gevraagde_partner"] as const))];
      const gezien = { ...dossier, regio: opened.regio, relaties, genodigd };
      const { groepen, nietZichtbaar } = zichtbareGroepen(ctx, gezien, []);
      return { groepen: groepen.map((groep) => ({ ...groep, kop: `${een.nr} · ${groep.kop}` })), nietZichtbaar };
    }),
  );
  return { groepen: [zelf, ...perSignaal.flatMap(({ groepen }) => groepen)], nietZichtbaar: perSignaal.flatMap(({ nietZichtbaar }) => nietZichtbaar) };
};

/** "Lees mijn punten": afresh for this person, each point on record. */
const bekijken = interaction({
  id: "agenda.bekijken",
  look: async (ctx) => {
    const opened = await openVan(ctx, "agenda.bekijken", true);
    if (!opened.ok) return opened;
    const mijn = puntenVan(opened.value, ctx.actor.persoon, opened.value.namens, ctx.now);
    const [eerste, ...rest] = mijn;
    if (eerste?.code === undefined) return refuse({ code: "geen_punten" });
    const alle = await Promise.all(mijn.map((een) => puntGroepen(ctx, opened.value, een)));
    const card = bekijkKaart(
      {
        code: eerste.code,
        kop: wanneer(ctx, opened.value),
        status: "agenda",
        groepen: alle.flatMap(({ groepen }) => groepen),
        nietZichtbaar: [...new Set(alle.flatMap(({ nietZichtbaar }) => nietZichtbaar))],
        knoppen: [],
      },
      ctx.taal,
    );
    const grond = (een: GenummerdPunt) => {
      const grondslag = grondSoort(opened.value.regio, genodigdAls(een.punt, ctx.actor.persoon.id, opened.value.namens)?.grondslag);
      return { object: een.code ?? een.punt.id, ...(grondslag === undefined ? {} : { grondslag }) };
    };
    return ok({ card, ...grond(eerste), ook: rest.map(grond) });
  },
});

/** What else can be done from the card of an agenda. */
const meer = interaction({
  id: "agenda.meer",
  run: async (ctx) => {
    const opened = await openVan(ctx, "agenda.meer");
    if (!opened.ok) return opened;
    const { rollen, overleg, tafel } = opened.value;
    const m = { m: overleg.id };
    const kan = (action: TafelAction, data: Knop["data"], label?: string): readonly Knop[] =>
      mayTafel(rollen, action) ? [{ verb: action, data, plek: "naast", ...(label === undefined ? {} : { label }) }] : [];
    const knoppen: readonly Knop[] = [
      ...(puntenVan(opened.value, ctx.actor.persoon, opened.value.namens, ctx.now).length > 0
        ? [{ verb: "agenda.bekijken", data: m, plek: "eerst" as const }]
        : []),
      ...kan("agenda.tonen", m),
      ...kan("overleg.vervanger", m),
      ...kan("inbreng.punt", { ...m, t: tafel.id }),
      ...kan("overleg.loopt", m),
      ...kan("overleg.aanwezig_namens", m),
      ...(puntenVanSoort(tafel.soort).includes("cijfers") ? kan("overleg.cijfers", m) : []),
      ...opened.value.punten
        .filter(({ punt }) => punt.vanPuntId !== undefined && punt.soort === "voorstel")
        .flatMap(({ punt }) => kan("overleg.behandeling", { ...m, p: punt.id })),
      ...kan("agenda.link", { t: tafel.id }),
      ...kan("agenda.uitstellen", m),
      ...kan("agenda.tijd", m),
      ...kan("agenda.volgorde", m),
    ];
    return ok({ soort: "toon", card: meerKaart({ onderwerp: wanneer(ctx, opened.value), knoppen }, ctx.taal) });
  },
});

const versturen = interaction({
  id: "agenda.versturen",
  run: async (ctx) => {
    const opened = await openVan(ctx, "agenda.versturen");
    return opened.ok ? quiet(await sendAgendaNow(ctx, opened.value)) : opened;
  },
});

/** The points of an agenda to choose from, as anybody may read them. */
export const puntKeuzes = (ctx: Context, opened: Pick<OpenedAgenda, "tafel" | "inrichting" | "punten">) =>
  genummerd(opened).map(({ punt, nr, code }) => ({
    titel: `${nr} · ${punt.besloten ? say(ctx.taal, "agenda_punt.besloten") : (code ?? punt.inhoud.titel ?? "")} · ${punt.minuten} min`,
    waarde: punt.id,
  }));

const puntFormulier =
  (formulier: "agenda_uitstellen" | "agenda_tijd" | "agenda_volgorde", action: TafelAction): NonNullable<Parameters<typeof interaction>[0]["form"]> =>
  async (ctx, typed) => {
    const opened = await openVan(ctx, action);
    if (!opened.ok) return opened;
    if (opened.value.punten.length === 0) return refuse({ code: "geen_punten" });
    const keuzes = { punt: puntKeuzes(ctx, opened.value) };
    const vooraf = keuzes.punt.length === 1 ? { punt: keuzes.punt[0]?.waarde } : {};
    return ok(form(ctx, formulier, action, typed, { data: { m: opened.value.overleg.id }, regels: [wanneer(ctx, opened.value)], keuzes, vooraf }));
  };

const uitstellen = interaction<FormInput<"agenda_uitstellen">>({
  id: "agenda.uitstellen",
  form: puntFormulier("agenda_uitstellen", "agenda.uitstellen"),
  Input: formInput("agenda_uitstellen"),
  run: async (ctx, { punt }) => {
    const opened = await openVan(ctx, "agenda.uitstellen");
    if (!opened.ok) return opened;
    const naar = await postpone(ctx, opened.value, punt);
    return naar.ok ? receiptOf(ctx, naar, "agenda.uitgesteld", { datum: zegDagVoluit(dagVan(naar.value.begin), ctx.taal, ctx.now) }) : naar;
  },
});

const tijd = interaction<FormInput<"agenda_tijd">>({
  id: "agenda.tijd",
  form: puntFormulier("agenda_tijd", "agenda.tijd"),
  Input: formInput("agenda_tijd"),
  run: async (ctx, { punt, minuten }) => {
    const opened = await openVan(ctx, "agenda.tijd");
    return opened.ok ? receiptOf(ctx, await setMinuten(ctx, opened.value, punt, minuten), "agenda.aangepast") : opened;
  },
});

const volgorde = interaction<FormInput<"agenda_volgorde">>({
  id: "agenda.volgorde",
  form: puntFormulier("agenda_volgorde", "agenda.volgorde"),
  Input: formInput("agenda_volgorde"),
  run: async (ctx, { punt, richting }) => {
    const opened = await openVan(ctx, "agenda.volgorde");
    return opened.ok ? receiptOf(ctx, await moveInOrder(ctx, opened.value, punt, richting), "agenda.aangepast") : opened;
  },
});

const samenvoegen = interaction<FormInput<"agenda_samenvoegen">>({
  id: "agenda.samenvoegen",
  form: async (ctx, typed) => {
    const opened = await openVan(ctx, "agenda.samenvoegen");
    if (!opened.ok) return opened;
    const vrij = puntKeuzes(ctx, opened.value).filter(({ waarde }) => opened.value.punten.some(({ punt }) => punt.id === waarde && isVrij(punt.soort)));
    if (vrij.length < 2) return refuse({ code: "samenvoegen_alleen_vrij" });
    const data = { m: opened.value.overleg.id };
    return ok(form(ctx, "agenda_samenvoegen", "agenda.samenvoegen", typed, { data, regels: [wanneer(ctx, opened.value)], keuzes: { punt: vrij, met: vrij } }));
  },
  Input: formInput("agenda_samenvoegen"),
  run: async (ctx, input) => {
    const opened = await openVan(ctx, "agenda.samenvoegen");
    return opened.ok ? receiptOf(ctx, await mergePunten(ctx, opened.value, input), "agenda.aangepast") : opened;
  },
});

export const agendaKaartInteractions = [tonen, bekijken, meer, versturen, uitstellen, tijd, volgorde, samenvoegen];
