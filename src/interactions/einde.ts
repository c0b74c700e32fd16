import type { FormulierNaam } from "../cards/formulieren.js";
import type { SignaalAction } from "../domain/delen/permissions.js";
import type { GemeenteId } from "../domain/persoon/persoon.js";
import { readGemeente } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { TransitionName } from "../domain/signaal/signaal.status.js";
import type { MessageKey } from "../messages/messages.js";
import { lapseSignaal, reopenSignaal, type Vervallen } from "../use-cases/end-signaal.js";
import { acceptOverdracht, offerToGemeente, openOverdracht, refuseOverdracht } from "../use-cases/hand-to-gemeente.js";
import { linkSignaal, unlinkSignaal } from "../use-cases/link-signaal.js";
import { takeStep } from "../use-cases/take-step.js";
import type { Opened, Outcome, Work } from "../use-cases/work.js";
import { opened, overlegWaarschuwing, quiet, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, type Interaction, interaction } from "./interaction.js";
import { present } from "./melder.js";

type CodeKey = Extract<MessageKey, `${"terughalen" | "naar_analist" | "laten_vervallen" | "heropenen" | "koppelen" | "ontkoppelen"}.klaar`>;

/** A form about one signaal whose fields go to one use case. */
const signaalForm = <F extends FormulierNaam>(
  action: SignaalAction,
  formulier: F,
  run: (work: Work, found: Opened, input: FormInput<F>) => Outcome<unknown>,
  klaar: CodeKey,
): Interaction =>
  interaction<FormInput<F>>({
    id: action,
    form: async (ctx, typed) => {
      const found = await opened(ctx, action);
      return found.ok
        ? ok(form(ctx, formulier, action, typed, { code: found.value.signaal.code, waarschuwing: overlegWaarschuwing(ctx, found.value) }))
        : found;
    },
    Input: formInput(formulier),
    run: async (ctx, input) => {
      const found = await opened(ctx, action);
      return found.ok ? receiptOf(ctx, await run(ctx, found.value, input), klaar as "koppelen.klaar", { code: found.value.signaal.code }) : found;
    },
  });

/** A step that only needs a reason; `zelf`: who takes it handles the signaal from now on. */
const metReden =
  (name: TransitionName, wie: "zelf" | "wie_wil" = "wie_wil") =>
  (work: Work, found: Opened, { reden }: { readonly reden: string }): Outcome<unknown> =>
    takeStep(work, found, name, { inhoud: { reden }, ...(wie === "zelf" ? { patch: { behandelaarId: work.actor.persoon.id, opgepaktOp: work.now } } : {}) });

const naarAnalist = async (work: Work, found: Opened, { vraag }: { readonly vraag: string }): Outcome<unknown> => {
  if (!readGemeente(found.regio, found.signaal.gemeenteId).meldpunt) return refuse({ code: "geen_analist" });
  return takeStep(work, found, "naar_analist", { inhoud: { vraag } });
};

const vervallen = (work: Work, found: Opened, { soort, dubbelVan, reden }: FormInput<"laten_vervallen">): Outcome<unknown> =>
  lapseSignaal(work, found, { soort: soort as Vervallen["soort"], reden, ...present({ dubbelVan }) });

const andereGemeente = interaction<FormInput<"andere_gemeente">>({
  id: "signaal.andere_gemeente",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.andere_gemeente");
    if (!found.ok) return found;
    const { signaal, regio } = found.value;
    const gemeente = regio.gemeenten
      .filter((one) => one.id !== signaal.gemeenteId && (signaal.status !== "bij_meldpunt" || one.meldpunt))
      .map((one) => ({ titel: one.naam, waarde: one.id }));
    if (gemeente.length === 0) return refuse({ code: "gemeente_zonder_meldpunt" });
    return ok(form(ctx, "andere_gemeente", "signaal.andere_gemeente", typed, { code: signaal.code, keuzes: { gemeente } }));
  },
  Input: formInput("andere_gemeente"),
  run: async (ctx, { gemeente, reden }) => {
    const found = await opened(ctx, "signaal.andere_gemeente");
    return found.ok
      ? receiptOf(ctx, await offerToGemeente(ctx, found.value, gemeente as GemeenteId, reden), "andere_gemeente.klaar", { code: found.value.signaal.code })
      : found;
  },
});

const overdracht = (ctx: Context) => openOverdracht(ctx, ctx.data.o ?? "");

const overdrachtAanvaarden = interaction({
  id: "overdracht.aanvaarden",
  run: async (ctx) => {
    const found = await overdracht(ctx);
    return found.ok ? quiet(await acceptOverdracht(ctx, found.value)) : found;
  },
});

const overdrachtWeigeren = interaction<FormInput<"overdracht_weigeren">>({
  id: "overdracht.weigeren",
  form: async (ctx, typed) => {
    const found = await overdracht(ctx);
    return found.ok ? ok(form(ctx, "overdracht_weigeren", "overdracht.weigeren", typed, { data: { o: found.value.overdracht.id } })) : found;
  },
  Input: formInput("overdracht_weigeren"),
  run: async (ctx, { reden }) => {
    const found = await overdracht(ctx);
    return found.ok ? receiptOf(ctx, await refuseOverdracht(ctx, found.value, reden), "overdracht.geweigerd", { code: found.value.signaal.code }) : found;
  },
});

export const eindeInteractions = [
  signaalForm("signaal.terughalen", "terughalen", metReden("terughalen", "zelf"), "terughalen.klaar"),
  signaalForm("signaal.naar_analist", "naar_analist", naarAnalist, "naar_analist.klaar"),
  signaalForm("signaal.laten_vervallen", "laten_vervallen", vervallen, "laten_vervallen.klaar"),
  signaalForm("signaal.vervallen_ongedaan", "vervallen_ongedaan", metReden("vervallen_ongedaan"), "heropenen.klaar"),
  signaalForm("signaal.heropenen", "heropenen", (work, found, { reden }) => reopenSignaal(work, found, reden), "heropenen.klaar"),
  signaalForm("signaal.koppelen", "koppelen", (work, found, { casus }) => linkSignaal(work, found, casus), "koppelen.klaar"),
  signaalForm("signaal.ontkoppelen", "ontkoppelen", (work, found, { reden }) => unlinkSignaal(work, found, reden), "ontkoppelen.klaar"),
  andereGemeente,
  overdrachtAanvaarden,
  overdrachtWeigeren,
];
