import { bekijkKaart } from "../cards/cards.js";
import type { Knop } from "../cards/gegevens.js";
import type { Casus } from "../domain/casus/casus.js";
import { ok, refuse } from "../domain/result.js";
import { relatiesVan } from "../domain/signaal/dossier.js";
import { acceptRegie, openRegie, returnRegie } from "../use-cases/regie.js";
import { readDossier } from "../use-cases/work.js";
import { bekijkGegevens } from "./bekijk.js";
import { opened, quiet, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { interaction } from "./interaction.js";

const aanvaarden = interaction({
  id: "regie.aanvaarden",
  run: async (ctx) => {
    const casus = await openRegie(ctx, ctx.data.c ?? "");
    return casus.ok ? quiet(await acceptRegie(ctx, casus.value)) : casus;
  },
});

const weigeren = interaction<FormInput<"regie_weigeren">>({
  id: "regie.weigeren",
  form: async (ctx, typed) => {
    const casus = await openRegie(ctx, ctx.data.c ?? "");
    if (!casus.ok) return casus;
    if (casus.value.regieStatus !== "gevraagd") return refuse({ code: "al_behandeld" });
    return ok(form(ctx, "regie_weigeren", "regie.weigeren", typed, { data: { c: casus.value.code } }));
  },
  Input: formInput("regie_weigeren"),
  run: async (ctx, { reden }) => {
    const casus = await openRegie(ctx, ctx.data.c ?? "");
    if (!casus.ok) return casus;
    if (casus.value.regieStatus !== "gevraagd") return refuse({ code: "al_behandeld" });
    return receiptOf(ctx, await returnRegie(ctx, casus.value, reden), "regie.geweigerd", { code: casus.value.code });
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

/** Who has read may answer at once. */
const antwoordKnoppen = ({ code, regieStatus }: Casus): readonly Knop[] =>
  regieStatus === "gevraagd"
    ? [
        { verb: "regie.aanvaarden", data: { c: code }, plek: "eerst" },
        { verb: "regie.weigeren", data: { c: code }, plek: "naast" },
      ]
    : [];

/** What the regiehouder looks at before he accepts: the first signaal of the casus, as he may see it. */
const bekijken = interaction({
  id: "casus.bekijken",
  look: async (ctx) => {
    const casus = await openRegie(ctx, ctx.data.c ?? "");
    if (!casus.ok) return casus;
    const [signaal] = await ctx.ports.store.signalenVanCasus(casus.value.id);
    if (signaal === undefined) return refuse({ code: "niet_gevonden" });
    const [dossier, regio] = await Promise.all([readDossier(ctx.ports, signaal), ctx.ports.store.readRegio()]);
    const relaties = relatiesVan(ctx.actor.persoon, { ...dossier, casus: casus.value });
    const gegevens = await bekijkGegevens(ctx, { ...dossier, relaties, regio });
    return ok({ card: bekijkKaart({ ...gegevens, knoppen: [...antwoordKnoppen(casus.value), ...gegevens.knoppen] }, ctx.taal), object: casus.value.code });
  },
});

export const regieInteractions = [aanvaarden, weigeren, teruggeven, bekijken];
