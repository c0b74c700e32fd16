import { bekijkKaart, berichtKaart } from "../cards/cards.js";
import { zegMoment } from "../cards/datum.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { PostedCard } from "../domain/card.js";
import { bezorgingZicht } from "../domain/delen/bezorging.js";
import type { PersoonId, Taal } from "../domain/persoon/persoon.js";
import type { Channel, Regio } from "../domain/regio/regio.js";
import { ok } from "../domain/result.js";
import { say } from "../messages/messages.js";
import type { Ports } from "../ports/ports.js";
import type { Intent } from "../ports/work.js";
import { type Bezorging, readBezorging, stuurOpnieuw, zichtOpBezorging } from "../use-cases/bezorging.js";
import { gemeenteNaam, receiptOf } from "./context.js";
import { type Context, interaction } from "./interaction.js";

const RIJEN = 10;

/** The button that shows what does not arrive, to who may see that. */
export const bezorgingKnop = async (ctx: Pick<Context, "ports" | "actor">): Promise<readonly Knop[]> =>
  (await zichtOpBezorging(ctx)) === undefined ? [] : [{ verb: "bezorging.tonen", data: {}, plek: "meer" }];

const vanChannel = (regio: Regio, channel: Channel): { readonly tafel?: RegioNaam; readonly gemeente?: RegioNaam } => {
  if (channel.soort !== "tafel") return { gemeente: gemeenteNaam(regio, channel.gemeenteId) };
  const tafel = regio.tafels.find(({ id }) => id === channel.tafelId);
  return tafel === undefined ? {} : { tafel: tafel.naam as RegioNaam };
};

/** Which kind of place: never who. */
export const waar = (ctx: Pick<Context, "taal">, regio: Regio, to: Intent["to"]): string => {
  const channel = "channelId" in to ? regio.channels.find(({ id }) => id === to.channelId) : undefined;
  if (channel === undefined) return say(ctx.taal, "channelId" in to ? "bezorging.kanaal_los" : "bezorging.prive");
  const { tafel, gemeente } = vanChannel(regio, channel);
  return say(ctx.taal, "bezorging.kanaal", { van: tafel ?? gemeente ?? "" });
};

/** Why nothing comes there: who reads along is never named. */
const waarom = (ctx: Context, { ongeschikt }: Bezorging, to: Intent["to"]): readonly string[] => {
  const found = "channelId" in to ? ongeschikt.find(({ channelId }) => channelId === to.channelId) : undefined;
  return found === undefined ? [] : [say(ctx.taal, `publiek.${found.reden}`, { aantal: found.aantal })];
};

const dichteRegels = (ctx: Context, bezorging: Bezorging) =>
  bezorging.dicht.slice(0, RIJEN).map(({ to, wachten, opnieuwOp }) => ({
    naam: waar(ctx, bezorging.regio, to),
    waarde: [...waarom(ctx, bezorging, to), say(ctx.taal, "bezorging.wachten", { aantal: wachten, moment: zegMoment(opnieuwOp, ctx.taal, ctx.now) })].join(" "),
  }));
const gestopteRegels = (ctx: Context, { regio, gestopt }: Bezorging) =>
  gestopt.slice(0, RIJEN).map(({ to, op, code }) => ({
    naam: code ?? say(ctx.taal, "bezorging.bericht"),
    waarde: `${waar(ctx, regio, to)} · ${zegMoment(op, ctx.taal, ctx.now)}`,
  }));

const groepenVan = (ctx: Context, bezorging: Bezorging) =>
  [
    { kop: say(ctx.taal, "bezorging.dicht", { aantal: bezorging.dicht.length }), regels: dichteRegels(ctx, bezorging) },
    { kop: say(ctx.taal, "bezorging.gestopt", { aantal: bezorging.gestopt.length }), regels: gestopteRegels(ctx, bezorging) },
  ].filter(({ regels }) => regels.length > 0);

/** What does not arrive: codes and kinds of places. */
const tonen = interaction({
  id: "bezorging.tonen",
  look: async (ctx) => {
    const found = await readBezorging(ctx, "bezorging.tonen");
    if (!found.ok) return found;
    const groepen = groepenVan(ctx, found.value);
    const knoppen: readonly Knop[] = groepen.length === 0 ? [] : [{ verb: "bezorging.opnieuw", data: {}, plek: "eerst" }];
    const nietZichtbaar = groepen.length === 0 ? [say(ctx.taal, "bezorging.leeg")] : [];
    return ok({
      card: bekijkKaart({ kop: say(ctx.taal, "bezorging.kop"), status: "bezorging", groepen, nietZichtbaar, knoppen }, ctx.taal),
      object: "bezorging",
    });
  },
});

const opnieuw = interaction({ id: "bezorging.opnieuw", run: async (ctx) => receiptOf(ctx, await stuurOpnieuw(ctx), "bezorging.opnieuw.klaar") });

/** The way to all that does not arrive, for who may see that. */
const knoppenVoor = async ({ store }: Ports, { to }: Intent): Promise<readonly Knop[]> => {
  const [lezer] = "persoonId" in to ? await store.readPersonen([to.persoonId]) : [];
  const zicht = lezer && bezorgingZicht(lezer, await store.inrichtingen());
  return zicht === undefined ? [] : [{ verb: "bezorging.tonen", data: {}, plek: "eerst" }];
};

/** A private word that messages do not arrive somewhere; nothing when there is no such place any more, or when it is fit again. Of a person what he is, not who. */
export const bezorgingBericht = async (ports: Ports, intent: Intent, taal: Taal): Promise<PostedCard | undefined> => {
  const knoppen = await knoppenVoor(ports, intent);
  if (intent.variant === "persoon") {
    const [wie] = await ports.store.readPersonen([intent.objectId as PersoonId]);
    const watIs = wie && { functie: wie.functie as RegioNaam, organisatie: wie.organisatieNaam as RegioNaam };
    return berichtKaart({ variant: "bezorging_persoon", ...watIs, knoppen }, taal);
  }
  const regio = await ports.store.readRegio();
  const channel = regio.channels.find(({ id }) => id === intent.objectId);
  if (channel !== undefined && intent.variant === "publiek") {
    const found = (await ports.store.ongeschikteKanalen()).find(({ channelId }) => channelId === channel.id);
    return found && berichtKaart({ variant: `publiek_${found.reden}`, ...vanChannel(regio, channel), aantal: found.aantal, knoppen }, taal);
  }
  return channel && berichtKaart({ variant: "bezorging_kanaal", ...vanChannel(regio, channel), knoppen }, taal);
};

export const bezorgingInteractions = [tonen, opnieuw];
