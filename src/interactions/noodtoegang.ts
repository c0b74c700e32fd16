import { bekijkKaart } from "../cards/cards.js";
import { zegMoment, zegTijd } from "../cards/datum.js";
import type { Knop } from "../cards/gegevens.js";
import { magNood, type Noodtoegang } from "../domain/delen/noodtoegang.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import { ok, refuse } from "../domain/result.js";
import { say } from "../messages/messages.js";
import { leestNood, magNoodOpenen, openNoodtoegang } from "../use-cases/open-noodtoegang.js";
import { conceal, deny } from "../use-cases/work.js";
import { receipt } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";
import { inzageKnop } from "./inzagelog.js";

/** In Home of who may need it. */
export const noodKnop = ({ actor }: Pick<Context, "actor">): readonly Knop[] =>
  magNood(actor.persoon) ? [{ verb: "noodtoegang.openen", data: {}, plek: "meer" }] : [];

const openen = interaction<FormInput<"noodtoegang">>({
  id: "noodtoegang.openen",
  form: async (ctx, typed) => {
    const mag = await magNoodOpenen(ctx);
    return mag.ok ? ok(form(ctx, "noodtoegang", "noodtoegang.openen", typed, { waarschuwing: say(ctx.taal, "home.112") })) : mag;
  },
  Input: formInput("noodtoegang"),
  run: async (ctx, { casus, reden }) => {
    const done = await openNoodtoegang(ctx, casus, reden);
    if (!done.ok) return done;
    return ok(receipt(ctx, "noodtoegang.klaar", { code: done.value.casus.code, tijd: zegTijd(done.value.nood.tot, ctx.taal) }));
  },
});

const regelsVan = async (ctx: Context, nood: Noodtoegang) => {
  const { naam, functie, organisatieNaam, telefoon } = await ctx.ports.store.readPersoon(nood.persoonId);
  return [
    { naam: say(ctx.taal, "noodtoegang.wie"), waarde: [naam, functie, organisatieNaam].join(" · ") },
    ...(telefoon === undefined ? [] : [{ naam: say(ctx.taal, "noodtoegang.telefoon"), waarde: telefoon }]),
    { naam: say(ctx.taal, "noodtoegang.van"), waarde: `${zegMoment(nood.op, ctx.taal, ctx.now)}` },
    { naam: say(ctx.taal, "noodtoegang.tot"), waarde: zegTijd(nood.tot, ctx.taal) },
    { naam: say(ctx.taal, "noodtoegang.reden"), waarde: nood.inhoud.reden },
  ];
};

/** Who opened the casus and why, for who watches over it and who directs it. */
const bekijken = interaction({
  id: "noodtoegang.bekijken",
  look: async (ctx) => {
    const nood = await ctx.ports.store.findNoodtoegang(ctx.data.nt ?? "");
    if (nood === undefined) return refuse({ code: "niet_gevonden" });
    const casus = await ctx.ports.store.readCasus(nood.casusId);
    if (isBuiten(ctx.actor.persoon.id, casus)) return conceal(ctx, "noodtoegang.bekijken", casus.code);
    if (!(await leestNood(ctx.ports, ctx.actor.persoon, casus, nood))) return deny(ctx, "noodtoegang.bekijken", casus.code);
    const card = bekijkKaart(
      {
        kop: say(ctx.taal, "noodtoegang.kop", { code: casus.code }),
        status: "noodtoegang",
        groepen: [{ kop: say(ctx.taal, "noodtoegang.groep"), regels: await regelsVan(ctx, nood) }],
        nietZichtbaar: [say(ctx.taal, "noodtoegang.uitleg")],
        knoppen: inzageKnop(ctx, casus.code),
      },
      ctx.taal,
    );
    return ok({ card, object: casus.code });
  },
});

export const noodInteractions = [openen, bekijken];
