import { ok, refuse } from "../domain/result.js";
import { attend, attendFor, sendVervanger, vervangersVan, zonderAccount } from "../use-cases/change-agenda.js";
import { openVan } from "./agenda.js";
import { persoonKeuzes, quiet, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { interaction } from "./interaction.js";

const kom = interaction({
  id: "overleg.kom",
  run: async (ctx) => {
    const opened = await openVan(ctx, "overleg.kom");
    return opened.ok ? quiet(await attend(ctx, opened.value, true)) : opened;
  },
});

const komNiet = interaction({
  id: "overleg.kom_niet",
  run: async (ctx) => {
    const opened = await openVan(ctx, "overleg.kom_niet");
    return opened.ok ? quiet(await attend(ctx, opened.value, false)) : opened;
  },
});

const vervanger = interaction<FormInput<"overleg_vervanger">>({
  id: "overleg.vervanger",
  form: async (ctx, typed) => {
    const opened = await openVan(ctx, "overleg.vervanger");
    if (!opened.ok) return opened;
    const mensen = await ctx.ports.store.readPersonen(await vervangersVan(ctx, opened.value, ctx.actor.persoon.id));
    if (mensen.length === 0) return refuse({ code: "geen_vervanger" });
    const keuzes = { vervanger: persoonKeuzes(mensen) };
    return ok(form(ctx, "overleg_vervanger", "overleg.vervanger", typed, { data: { m: opened.value.overleg.id }, keuzes }));
  },
  Input: formInput("overleg_vervanger"),
  run: async (ctx, input) => {
    const opened = await openVan(ctx, "overleg.vervanger");
    return opened.ok ? receiptOf(ctx, await sendVervanger(ctx, opened.value, input.vervanger), "aanwezigheid.vervanger") : opened;
  },
});

/** For who reads no messages in a chat. */
const namens = interaction<FormInput<"overleg_aanwezig_namens">>({
  id: "overleg.aanwezig_namens",
  form: async (ctx, typed) => {
    const opened = await openVan(ctx, "overleg.aanwezig_namens");
    if (!opened.ok) return opened;
    const mensen = await ctx.ports.store.readPersonen(await zonderAccount(ctx, opened.value));
    if (mensen.length === 0) return refuse({ code: "iedereen_bereikbaar" });
    const keuzes = { persoon: persoonKeuzes(mensen) };
    return ok(form(ctx, "overleg_aanwezig_namens", "overleg.aanwezig_namens", typed, { data: { m: opened.value.overleg.id }, keuzes }));
  },
  Input: formInput("overleg_aanwezig_namens"),
  run: async (ctx, { persoon, komst }) => {
    const opened = await openVan(ctx, "overleg.aanwezig_namens");
    return opened.ok ? receiptOf(ctx, await attendFor(ctx, opened.value, persoon, komst), "aanwezigheid.namens") : opened;
  },
});

export const aanwezigheidInteractions = [kom, komNiet, vervanger, namens];
