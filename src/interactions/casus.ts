import { vasteKeuzesVan } from "../cards/keuzes.js";
import { isLopend } from "../domain/actiepunt/actiepunt.status.js";
import { type Casus, heeftZorg } from "../domain/casus/casus.js";
import { redenenPerRoute } from "../domain/casus/sluiten.js";
import { ok, refuse } from "../domain/result.js";
import { say } from "../messages/messages.js";
import { closeCasus, onafgedaneActies } from "../use-cases/close-casus.js";
import { opened, overlegWaarschuwing, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";

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
    return ok(form(ctx, formulier, "casus.afsluiten", typed, { code: signaal.code, waarschuwing, ...(await sluitKeuzes(ctx, casus)) }));
  },
  Input: formInput("casus_afsluiten"),
  run: async (ctx, velden) => {
    const found = await opened(ctx, "casus.afsluiten");
    if (!found.ok) return found;
    const closed = await closeCasus(ctx, found.value, velden);
    return closed.ok ? receiptOf(ctx, closed, "casus_afsluiten.klaar", { code: closed.value.code }) : closed;
  },
});

export const casusInteractions = [afsluiten];
