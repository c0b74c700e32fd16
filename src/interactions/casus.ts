import { vasteKeuzesVan } from "../cards/keuzes.js";
import { isLopend } from "../domain/actiepunt/actiepunt.status.js";
import { type Casus, type Fase, heeftZorg, type Toestemming } from "../domain/casus/casus.js";
import { redenenPerRoute } from "../domain/casus/sluiten.js";
import { ok, refuse } from "../domain/result.js";
import { say } from "../messages/messages.js";
import { closeCasus, onafgedaneActies } from "../use-cases/close-casus.js";
import { endVoorstel, proposeRoute } from "../use-cases/move-casus.js";
import { openCasus, recordToestemming, setFase } from "../use-cases/open-casus.js";
import { opened, overlegWaarschuwing, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";
import { present } from "./melder.js";
import { routeKeuzes, routeringVan } from "./oordeel.js";

/** The choices and lines of the form that closes a casus: reasons by its route, conditions with care, actiepunten that still run. */
export const sluitKeuzes = async (ctx: Context, casus: Casus) => {
  const redenen = casus.route === undefined ? [] : redenenPerRoute[casus.route];
  const lopend = (await onafgedaneActies(ctx.ports, casus)).filter(({ status }) => isLopend(status));
  const codes = lopend.map(({ code }) => code).join(", ");
  return {
    keuzes: {
      sluitReden: vasteKeuzesVan("sluitReden", ctx.taal).filter(({ waarde }) => redenen.some((reden) => reden === waarde)),
      openActies: lopend.length === 0 ? [] : vasteKeuzesVan("openActies", ctx.taal),
    },
    regels: [
      ...(redenen.includes("voorwaarden_vervuld") ? [say(ctx.taal, "casus_afsluiten.voorwaarden")] : []),
      ...(lopend.length === 0 ? [] : [say(ctx.taal, "casus_afsluiten.open_acties", { codes })]),
    ],
  };
};

/** T11. Under ondermijning there are no conditions to tick. */
const afsluiten = interaction<FormInput<"casus_afsluiten">>({
  id: "casus.afsluiten",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "casus.afsluiten");
    if (!found.ok) return found;
    const { signaal, casus } = found.value;
    if (casus === undefined) return refuse({ code: "niet_meer_mogelijk" });
    const formulier = heeftZorg(casus.route) ? "casus_afsluiten" : "casus_afsluiten_zonder_zorg";
    const waarschuwing = overlegWaarschuwing(ctx, found.value);
    return ok(
      form(ctx, formulier, "casus.afsluiten", typed, { code: casus.code, data: { s: signaal.code }, waarschuwing, ...(await sluitKeuzes(ctx, casus)) }),
    );
  },
  Input: formInput("casus_afsluiten"),
  run: async (ctx, velden) => {
    const found = await opened(ctx, "casus.afsluiten");
    if (!found.ok) return found;
    const closed = await closeCasus(ctx, found.value, velden);
    return closed.ok ? receiptOf(ctx, closed, "casus_afsluiten.klaar", { code: closed.value.code }) : closed;
  },
});

/** T10: who is asked says yes or no, as with the first route. */
const andereRoute = interaction<FormInput<"andere_route">>({
  id: "casus.andere_route",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "casus.andere_route");
    if (!found.ok) return found;
    const { signaal, casus } = found.value;
    if (casus === undefined) return refuse({ code: "niet_meer_mogelijk" });
    if (casus.voorstel !== undefined) return refuse({ code: "voorstel_loopt" });
    const waarschuwing = overlegWaarschuwing(ctx, found.value);
    return ok(
      form(ctx, "andere_route", "casus.andere_route", typed, {
        code: casus.code,
        data: { s: signaal.code },
        waarschuwing,
        keuzes: await routeKeuzes(ctx, found.value),
      }),
    );
  },
  Input: formInput("andere_route"),
  run: async (ctx, input) => {
    const found = await opened(ctx, "casus.andere_route");
    if (!found.ok) return found;
    const routering = routeringVan(input);
    if (routering === undefined) return refuse({ code: "kies_route_en_regie", veld: "route" });
    const asked = await proposeRoute(ctx, found.value, routering, input.motivering);
    return asked.ok ? receiptOf(ctx, asked, "andere_route.klaar", { code: asked.value.code }) : asked;
  },
});

const voorstelIntrekken = interaction<FormInput<"voorstel_intrekken">>({
  id: "casus.voorstel_intrekken",
  form: async (ctx, typed) => {
    const found = await openCasus(ctx, ctx.data.c ?? "", "voorstel_intrekken");
    return found.ok ? ok(form(ctx, "voorstel_intrekken", "casus.voorstel_intrekken", typed, { code: found.value.casus.code })) : found;
  },
  Input: formInput("voorstel_intrekken"),
  run: async (ctx, { reden }) => {
    const found = await openCasus(ctx, ctx.data.c ?? "", "voorstel_intrekken");
    if (!found.ok) return found;
    const { casus } = found.value;
    return receiptOf(ctx, await endVoorstel(ctx, casus, "ingetrokken", reden), "voorstel_intrekken.klaar", { code: casus.code });
  },
});

/** Where the victim is in the care path; the form shows where it stands now. */
const fase = interaction<FormInput<"casus_fase">>({
  id: "casus.fase",
  form: async (ctx, typed) => {
    const found = await openCasus(ctx, ctx.data.c ?? "", "fase");
    if (!found.ok) return found;
    const { casus } = found.value;
    return ok(form(ctx, "casus_fase", "casus.fase", typed, { code: casus.code, vooraf: { fase: casus.fase }, vertrouwelijk: true }));
  },
  Input: formInput("casus_fase"),
  run: async (ctx, input) => {
    const found = await openCasus(ctx, ctx.data.c ?? "", "fase");
    if (!found.ok) return found;
    return receiptOf(ctx, await setFase(ctx, found.value, input.fase as Fase, input.reden), "casus_fase.klaar", { code: found.value.casus.code });
  },
});

/** Whether the victim agrees that her care is shared; the form shows what stands there now. */
const toestemming = interaction<FormInput<"casus_toestemming">>({
  id: "casus.toestemming",
  form: async (ctx, typed) => {
    const found = await openCasus(ctx, ctx.data.c ?? "", "toestemming");
    if (!found.ok) return found;
    const { casus } = found.value;
    const was = casus.inhoud?.toestemming;
    const vooraf = { toestemming: was?.soort, toelichting: was?.toelichting, contact: was?.contact };
    return ok(form(ctx, "casus_toestemming", "casus.toestemming", typed, { code: casus.code, vooraf, vertrouwelijk: true }));
  },
  Input: formInput("casus_toestemming"),
  run: async (ctx, { toestemming: soort, toelichting, contact }) => {
    const found = await openCasus(ctx, ctx.data.c ?? "", "toestemming");
    if (!found.ok) return found;
    const recorded = await recordToestemming(ctx, found.value, { soort: soort as Toestemming["soort"], toelichting, ...present({ contact }) });
    return receiptOf(ctx, recorded, "casus_toestemming.klaar", { code: found.value.casus.code });
  },
});

export const casusInteractions = [afsluiten, andereRoute, voorstelIntrekken, fase, toestemming];
