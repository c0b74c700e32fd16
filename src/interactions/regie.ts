import { bekijkKaart } from "../cards/cards.js";
import type { Casus } from "../domain/casus/casus.js";
import { ok, refuse } from "../domain/result.js";
import { acceptVoorstel, endVoorstel } from "../use-cases/move-casus.js";
import { openCasus } from "../use-cases/open-casus.js";
import { acceptRegie, isVoorgesteld, openRegie, returnRegie } from "../use-cases/regie.js";
import { casusGegevens } from "./bekijk-casus.js";
import { grondVan, opened, quiet, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";

const aanvaarden = interaction({
  id: "regie.aanvaarden",
  run: async (ctx) => {
    const casus = await openRegie(ctx, ctx.data.c ?? "");
    if (!casus.ok) return casus;
    return quiet(await (isVoorgesteld(ctx, casus.value) ? acceptVoorstel : acceptRegie)(ctx, casus.value));
  },
});

const isGevraagd = (ctx: Context, casus: Casus): boolean => isVoorgesteld(ctx, casus) || casus.regieStatus === "gevraagd";

const weigeren = interaction<FormInput<"regie_weigeren">>({
  id: "regie.weigeren",
  form: async (ctx, typed) => {
    const casus = await openRegie(ctx, ctx.data.c ?? "");
    if (!casus.ok) return casus;
    if (!isGevraagd(ctx, casus.value)) return refuse({ code: "al_behandeld" });
    return ok(form(ctx, "regie_weigeren", "regie.weigeren", typed, { data: { c: casus.value.code } }));
  },
  Input: formInput("regie_weigeren"),
  run: async (ctx, { reden }) => {
    const casus = await openRegie(ctx, ctx.data.c ?? "");
    if (!casus.ok) return casus;
    if (!isGevraagd(ctx, casus.value)) return refuse({ code: "al_behandeld" });
    const { code } = casus.value;
    return isVoorgesteld(ctx, casus.value)
      ? receiptOf(ctx, await endVoorstel(ctx, casus.value, "geweigerd", reden), "regie.voorstel_geweigerd", { code })
      : receiptOf(ctx, await returnRegie(ctx, casus.value, reden), "regie.geweigerd", { code });
  },
});

/** The same step after acceptance, from the signaal. */
const teruggeven = interaction<FormInput<"regie_teruggeven">>({
  id: "regie.teruggeven",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "regie.teruggeven");
    return found.ok ? ok(form(ctx, "regie_teruggeven", "regie.teruggeven", typed, { code: found.value.signaal.code })) : found;
  },
  Input: formInput("regie_teruggeven"),
  run: async (ctx, { reden }) => {
    const found = await opened(ctx, "regie.teruggeven");
    if (!found.ok) return found;
    if (found.value.casus === undefined) return refuse({ code: "niet_meer_mogelijk" });
    return receiptOf(ctx, await returnRegie(ctx, found.value.casus, reden), "regie.teruggegeven", { code: found.value.casus.code });
  },
});

/** The casus, and each of its signalen as this person may see it. Before he accepts, a regiehouder looks here. */
const bekijken = interaction({
  id: "casus.bekijken",
  look: async (ctx) => {
    const found = await openCasus(ctx, ctx.data.c ?? "", "bekijken");
    if (!found.ok) return found;
    const { gegevens, gezien } = await casusGegevens(ctx, found.value);
    const grond = grondVan(found.value.relaties);
    const ook = gezien.map(({ signaal }) => ({ object: signaal.code, ...grond }));
    return ok({ card: bekijkKaart(gegevens, ctx.taal), object: found.value.casus.code, ...grond, ook });
  },
});

export const regieInteractions = [aanvaarden, weigeren, teruggeven, bekijken];
