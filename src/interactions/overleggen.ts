import { zegDagVoluit, zegTijd } from "../cards/datum.js";
import { ok } from "../domain/result.js";
import { zitAanTafel } from "../domain/tafel/inrichting.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { addOverleg, cancelOverleg, confirmOverleg, moveOverleg } from "../use-cases/change-overleg.js";
import { type OpenedOverleg, openOverleg, openSetUpTafel } from "../use-cases/open-tafel.js";
import { acceptVoorstel, openVoorstel, replanVoorstel } from "../use-cases/plan-voorstel.js";
import { mensenVanRegio } from "../use-cases/set-up-tafel.js";
import { quiet, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";
import { mensKeuzes } from "./tafel-inrichten.js";

const welk = (ctx: Context, { tafel, overleg }: OpenedOverleg): string =>
  `${tafel.naam} · ${zegDagVoluit(dagVan(overleg.begin), ctx.taal, ctx.now)}, ${zegTijd(overleg.begin, ctx.taal)}`;

const verzetten = interaction<FormInput<"overleg_verzetten">>({
  id: "overleg.verzetten",
  form: async (ctx, typed) => {
    const opened = await openOverleg(ctx, ctx.data.m ?? "", "overleg.verzetten");
    if (!opened.ok) return opened;
    const { overleg } = opened.value;
    return ok(
      form(ctx, "overleg_verzetten", "overleg.verzetten", typed, {
        data: { m: overleg.id },
        regels: [welk(ctx, opened.value)],
        vooraf: { datum: dagVan(overleg.begin), tijd: zegTijd(overleg.begin, "nl") },
      }),
    );
  },
  Input: formInput("overleg_verzetten"),
  run: async (ctx, { datum, tijd }) => {
    const opened = await openOverleg(ctx, ctx.data.m ?? "", "overleg.verzetten");
    if (!opened.ok) return opened;
    const moved = await moveOverleg(ctx, opened.value, datum, tijd);
    if (!moved.ok) return moved;
    return receiptOf(ctx, moved, "overleg.verzet_klaar", { datum: zegDagVoluit(dagVan(moved.value.begin), ctx.taal, ctx.now) });
  },
});

const latenVervallen = interaction<FormInput<"overleg_vervallen">>({
  id: "overleg.laten_vervallen",
  form: async (ctx, typed) => {
    const opened = await openOverleg(ctx, ctx.data.m ?? "", "overleg.laten_vervallen");
    if (!opened.ok) return opened;
    const data = { m: opened.value.overleg.id };
    return ok(form(ctx, "overleg_vervallen", "overleg.laten_vervallen", typed, { data, regels: [welk(ctx, opened.value)] }));
  },
  Input: formInput("overleg_vervallen"),
  run: async (ctx) => {
    const opened = await openOverleg(ctx, ctx.data.m ?? "", "overleg.laten_vervallen");
    return opened.ok ? receiptOf(ctx, await cancelOverleg(ctx, opened.value), "overleg.vervallen_klaar") : opened;
  },
});

const toevoegen = interaction<FormInput<"overleg_toevoegen">>({
  id: "overleg.toevoegen",
  form: async (ctx, typed) => {
    const opened = await openSetUpTafel(ctx, ctx.data.t ?? "", "overleg.toevoegen");
    if (!opened.ok) return opened;
    const { tafel, inrichting, regio } = opened.value;
    const vast = zitAanTafel(inrichting);
    return ok(
      form(ctx, "overleg_toevoegen", "overleg.toevoegen", typed, {
        data: { t: tafel.id },
        regels: [tafel.naam],
        keuzes: { genodigden: mensKeuzes(await mensenVanRegio(ctx, regio), vast) },
        vooraf: { overlegSoort: "extra", duur: String(inrichting.duurMinuten), genodigden: vast.join(","), plaats: inrichting.plaats, link: inrichting.link },
      }),
    );
  },
  Input: formInput("overleg_toevoegen"),
  run: async (ctx, input) => {
    const opened = await openSetUpTafel(ctx, ctx.data.t ?? "", "overleg.toevoegen");
    if (!opened.ok) return opened;
    const added = await addOverleg(ctx, opened.value, input);
    if (!added.ok) return added;
    return receiptOf(ctx, added, "overleg.toegevoegd", { datum: zegDagVoluit(dagVan(added.value.begin), ctx.taal, ctx.now) });
  },
});

/** The answer to the question about a school holiday; its card changes. */
const gaatDoor = interaction({
  id: "overleg.gaat_door",
  run: async (ctx) => {
    const opened = await openOverleg(ctx, ctx.data.m ?? "", "overleg.gaat_door");
    return opened.ok ? quiet(await confirmOverleg(ctx, opened.value)) : opened;
  },
});

/** The day that was proposed is the day; its card changes. */
const plannen = interaction({
  id: "overleg.plannen",
  run: async (ctx) => {
    const opened = await openVoorstel(ctx, ctx.data.m ?? "");
    return opened.ok ? quiet(await acceptVoorstel(ctx, opened.value)) : opened;
  },
});

const andereDag = interaction<FormInput<"overleg_andere_dag">>({
  id: "overleg.andere_dag",
  form: async (ctx, typed) => {
    const opened = await openVoorstel(ctx, ctx.data.m ?? "");
    if (!opened.ok) return opened;
    const { overleg } = opened.value;
    const vooraf = overleg.begin > ctx.now ? { datum: dagVan(overleg.begin), tijd: zegTijd(overleg.begin, "nl") } : { tijd: zegTijd(overleg.begin, "nl") };
    return ok(form(ctx, "overleg_andere_dag", "overleg.andere_dag", typed, { data: { m: overleg.id }, regels: [welk(ctx, opened.value)], vooraf }));
  },
  Input: formInput("overleg_andere_dag"),
  run: async (ctx, { datum, tijd }) => {
    const opened = await openVoorstel(ctx, ctx.data.m ?? "");
    if (!opened.ok) return opened;
    const gepland = await replanVoorstel(ctx, opened.value, datum, tijd);
    if (!gepland.ok) return gepland;
    return receiptOf(ctx, gepland, "overleg.gepland_klaar", { datum: zegDagVoluit(dagVan(gepland.value.begin), ctx.taal, ctx.now) });
  },
});

export const overlegInteractions = [plannen, andereDag, verzetten, latenVervallen, toevoegen, gaatDoor];
