import { bekijkKaart, meerKaart } from "../cards/cards.js";
import { zegDagVoluit } from "../cards/datum.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { ok, refuse } from "../domain/result.js";
import type { Acuut } from "../domain/signaal/signaal.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, plusDagen } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import { holdTerugkoppeling, markAcuut } from "../use-cases/change-signaal.js";
import { handSignaalTo, mogenBehandelen, pickUpSignaal } from "../use-cases/pick-up-signaal.js";
import { bekijkGegevens } from "./bekijk.js";
import { grondVan, opened, overlegWaarschuwing, persoonKeuzes, quiet, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { interaction } from "./interaction.js";
import { inzageKnop } from "./inzagelog.js";
import { alleKnoppen } from "./knoppen.js";

const TIEN_DAGEN = 10;

const oppakken = interaction({
  id: "signaal.oppakken",
  run: async (ctx) => {
    const found = await opened(ctx, "signaal.oppakken");
    if (!found.ok) return found;
    const first = await pickUpSignaal(ctx, found.value, false);
    // Somebody was first: look again, to say who has it.
    const again = !first.ok && first.error.code === "eerder" ? await opened(ctx, "signaal.oppakken") : undefined;
    const picked = again?.ok ? await pickUpSignaal(ctx, again.value, false) : first;
    if (!picked.ok || !("overnemenVan" in picked.value)) return quiet(picked);
    const [naam] = await ctx.ports.store.readPersonen([picked.value.overnemenVan]);
    const regels = [say(ctx.taal, "oppakken.heeft_het_al", { naam: naam?.naam ?? "" })];
    return ok({ soort: "toon", card: form(ctx, "oppakken_overnemen", "signaal.overnemen", {}, { code: found.value.signaal.code, regels }) });
  },
});

/** Asked once: this window is the question, its button the answer. */
const overnemen = interaction({
  id: "signaal.overnemen",
  Input: formInput("oppakken_overnemen"),
  run: async (ctx) => {
    const found = await opened(ctx, "signaal.oppakken");
    return found.ok ? receiptOf(ctx, await pickUpSignaal(ctx, found.value, true), "oppakken.klaar", { code: found.value.signaal.code }) : found;
  },
});

const overdragen = interaction<FormInput<"overdragen">>({
  id: "signaal.overdragen",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.overdragen");
    if (!found.ok) return found;
    const { signaal } = found.value;
    const colleagues = await mogenBehandelen(ctx.ports, signaal);
    const keuzes = { naar: persoonKeuzes(colleagues.filter((persoon) => persoon.id !== signaal.behandelaarId)) };
    if (keuzes.naar.length === 0) return refuse({ code: "geen_collega" });
    return ok(form(ctx, "overdragen", "signaal.overdragen", typed, { code: signaal.code, keuzes }));
  },
  Input: formInput("overdragen"),
  run: async (ctx, { naar }) => {
    const found = await opened(ctx, "signaal.overdragen");
    return found.ok ? receiptOf(ctx, await handSignaalTo(ctx, found.value, naar as PersoonId), "overdragen.klaar", { code: found.value.signaal.code }) : found;
  },
});

const bekijken = interaction({
  id: "signaal.bekijken",
  look: async (ctx) => {
    const found = await opened(ctx, "signaal.bekijken");
    if (!found.ok) return found;
    return ok({ card: bekijkKaart(await bekijkGegevens(ctx, found.value), ctx.taal), object: found.value.signaal.code, ...grondVan(found.value.relaties) });
  },
});

/** Everything this person may do with it now; shows no details. */
const meer = interaction({
  id: "signaal.meer",
  run: async (ctx) => {
    const found = await opened(ctx, "signaal.meer");
    if (!found.ok) return found;
    const { signaal, relaties } = found.value;
    return ok({
      soort: "toon",
      card: meerKaart({ code: signaal.code, knoppen: [...alleKnoppen(signaal, relaties, ctx.actor.persoon.id), ...inzageKnop(ctx, signaal.code)] }, ctx.taal),
    });
  },
});

const acuutMarkeren = interaction<FormInput<"acuut">>({
  id: "signaal.acuut_markeren",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.acuut_markeren");
    return found.ok ? ok(form(ctx, "acuut", "signaal.acuut_markeren", typed, { code: found.value.signaal.code })) : found;
  },
  Input: formInput("acuut"),
  run: async (ctx, { belde112 }) => {
    const found = await opened(ctx, "signaal.acuut_markeren");
    return found.ok
      ? receiptOf(ctx, await markAcuut(ctx, found.value, belde112 as Acuut["belde112"]), "acuut.klaar", { code: found.value.signaal.code })
      : found;
  },
});

const aanhouden = interaction<FormInput<"aanhouden">>({
  id: "signaal.aanhouden",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.aanhouden");
    if (!found.ok) return found;
    return ok(
      form(ctx, "aanhouden", "signaal.aanhouden", typed, {
        code: found.value.signaal.code,
        waarschuwing: overlegWaarschuwing(ctx, found.value),
        vooraf: { tot: plusDagen(dagVan(ctx.now), TIEN_DAGEN) },
      }),
    );
  },
  Input: formInput("aanhouden"),
  run: async (ctx, { tot }) => {
    const found = await opened(ctx, "signaal.aanhouden");
    return found.ok
      ? receiptOf(ctx, await holdTerugkoppeling(ctx, found.value, tot as Dag), "aanhouden.klaar", { datum: zegDagVoluit(tot as Dag, ctx.taal, ctx.now) })
      : found;
  },
});

export const triageInteractions = [oppakken, overnemen, overdragen, bekijken, meer, acuutMarkeren, aanhouden];
