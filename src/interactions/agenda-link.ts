import { agendaLinkKaart } from "../cards/cards.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import { ok, refuse } from "../domain/result.js";
import { renewFeed, stopFeed } from "../use-cases/agenda-feed.js";
import { openSetUpTafel, type SetUpTafel } from "../use-cases/open-tafel.js";
import { receiptOf } from "./context.js";
import { type Context, interaction } from "./interaction.js";

const opened = (ctx: Context) => openSetUpTafel(ctx, ctx.data.t ?? "", "agenda.link");

const knoppen = ({ tafel }: SetUpTafel, bestaat: boolean): readonly Knop[] => {
  const data = { t: tafel.id };
  const nieuw: Knop = { verb: "agenda.nieuw", data, plek: "eerst" };
  return bestaat ? [nieuw, { verb: "agenda.stop", data, plek: "naast" }] : [nieuw];
};

/** Whether this person has a link, since when; the link itself is not kept. */
const link = interaction({
  id: "agenda.link",
  run: async (ctx) => {
    const found = await opened(ctx);
    if (!found.ok) return found;
    const feed = await ctx.ports.store.agendaFeedVan(ctx.actor.persoon.id, found.value.tafel.id);
    const tafel = found.value.tafel.naam as RegioNaam;
    const gegevens = { tafel, knoppen: knoppen(found.value, feed !== undefined), ...(feed === undefined ? {} : { sinds: feed.gemaaktOp }) };
    return ok({ soort: "toon", card: agendaLinkKaart(gegevens, ctx.taal) });
  },
});

const nieuw = interaction({
  id: "agenda.nieuw",
  run: async (ctx) => {
    const found = await opened(ctx);
    if (!found.ok) return found;
    const { publicUrl } = ctx.ports;
    if (publicUrl === undefined) return refuse({ code: "geen_publiek_adres" });
    const token = await renewFeed(ctx, found.value);
    if (!token.ok) return token;
    const adres = `${publicUrl.replace(/\/+$/, "")}/agenda/${token.value}.ics`;
    return ok({ soort: "toon", card: agendaLinkKaart({ tafel: found.value.tafel.naam as RegioNaam, link: adres, knoppen: [] }, ctx.taal) });
  },
});

const stop = interaction({
  id: "agenda.stop",
  run: async (ctx) => {
    const found = await opened(ctx);
    return found.ok ? receiptOf(ctx, await stopFeed(ctx, found.value), "agenda_link.gestopt") : found;
  },
});

export const agendaInteractions = [link, nieuw, stop];
